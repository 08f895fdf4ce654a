/**
 * The content security policy of a page. Next writes inline scripts without hashes: those with a known form
 * are hashed here, when the page is finished, so that one page can be cached for all clients. A script with
 * any other form does not run.
 */
import { createHash } from 'node:crypto';

const STRING = String.raw`"(?:[^"\\\u0000-\u001f]|\\.)*"`;
const CHUNK = String.raw`"static/chunks/[\w.~-]+\.js"`;

/** The scripts that Next 16 writes: its loader, the start of a page's data, and those data. */
const FORMS = [
  new RegExp(
    String.raw`^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\(\{"otherChunks":\[(?:${CHUNK},?)*\],"runtimeModuleIds":\[[\d,]*\]\}\);?$`,
  ),
  /^\(self\.__next_f=self\.__next_f\|\|\[\]\)\.push\(\[\d\]\)$/,
  new RegExp(String.raw`^self\.__next_f\.push\(\[\d+,${STRING}\]\)$`),
];

const INLINE = /<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g;

/** Counts the scripts of a page: those with a form that Next writes, and the number of others. */
export function scriptsIn(page: string): { readonly known: readonly string[]; readonly others: number } {
  const scripts = [...page.matchAll(INLINE)]
    .filter(([tag]) => !/^<script[^>]*\stype="application\/(?:ld\+)?json"/.test(tag))
    .map(([, script = '']) => script);
  const known = scripts.filter((script) => FORMS.some((form) => form.test(script)));
  return { known, others: scripts.length - known.length };
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

export function pagePolicy(page: string): string {
  const hashes = [...new Set(scriptsIn(page).known)].map(hashOf);
  return [
    "default-src 'self'",
    ["script-src 'self'", ...hashes].join(' '),
    "style-src 'self'",
    // The marks of charts have their colours as attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}
