/**
 * What a page of ours may load and run. Next writes scripts into its pages, and gives them no hash: those of the
 * forms that it writes are hashed here, where the finished page is, so that one page can be kept for everybody. What
 * has another form is no script of Next's and does not run.
 */
import { createHash } from 'node:crypto';

const STRING = String.raw`"(?:[^"\\\u0000-\u001f]|\\.)*"`;
const CHUNK = String.raw`"static/chunks/[\w.~-]+\.js"`;

/** The scripts that Next 16 writes: its loader, the beginning of the data of a page, and that data. */
const FORMS = [
  new RegExp(
    String.raw`^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\(\{"otherChunks":\[(?:${CHUNK},?)*\],"runtimeModuleIds":\[[\d,]*\]\}\);?$`,
  ),
  /^\(self\.__next_f=self\.__next_f\|\|\[\]\)\.push\(\[\d\]\)$/,
  new RegExp(String.raw`^self\.__next_f\.push\(\[\d+,${STRING}\]\)$`),
];

const INLINE = /<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g;

/** The scripts that stand in a page: those of a form that Next writes, and the number of others. */
export function scriptsIn(page: string): { readonly known: readonly string[]; readonly others: number } {
  const scripts = [...page.matchAll(INLINE)]
    .filter(([tag]) => !/^<script[^>]*\stype="application\/(?:ld\+)?json"/.test(tag))
    .map(([, script = '']) => script);
  const known = scripts.filter((script) => FORMS.some((form) => form.test(script)));
  return { known, others: scripts.length - known.length };
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The policy of a finished page. */
export function pagePolicy(page: string): string {
  const hashes = [...new Set(scriptsIn(page).known)].map(hashOf);
  return [
    "default-src 'self'",
    ["script-src 'self'", ...hashes].join(' '),
    "style-src 'self'",
    // Marks of charts carry their colours as attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}
