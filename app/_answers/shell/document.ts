/** The HTML document around an embed, and around a problem in a frame: complete without a script or a framework. */
import type { Language } from '#stats/language.ts';
import type { Cell } from '#stats/model/observation.ts';
import { versionParameter } from '#stats/model/release.ts';
import { markup, raw, type Markup } from '../http/html.ts';
import { EMBED_STYLE } from './style.ts';

/** The logo: two bars that are compared with each other. */
export const BRAND = raw(
  '<svg viewBox="0 0 15 24" aria-hidden="true"><rect width="4.5" height="24" fill="var(--ink)"/><rect x="10" width="4.5" height="24" fill="var(--tie)"/></svg>Cotejo',
);

/** Links open outside the frame. */
export const link = (href: string, text: string | Markup, name = ''): Markup =>
  markup`<a${name !== '' && markup` class="${name}"`} href="${href}" target="_blank" rel="noopener">${text}</a>`;

/** The page of an address of evidence, in the language and the release of a frame. */
export function framedEvidenceHref(
  address: string,
  { language, version }: { readonly language: Language; readonly version: string },
): string {
  const [path = '', search = ''] = address.split('?');
  const query = [search, `release=${versionParameter(version)}`].filter(Boolean).join('&');
  return `${language === 'es' ? '/es' : ''}${path}?${query}`;
}

/** The figures of an embed, by the names that their short addresses end with. */
export interface FigureNames {
  readonly ofCell: ReadonlyMap<Cell, string>;
  readonly ofEvidence: ReadonlyMap<string, string>;
}

/** Links open outside the frame, and those of figures begin with `figures`. */
export const baseMarkup = (figures: string): Markup => markup`<base href="${figures}" target="_blank">\n`;

/** What a newer release has, with the address that shows it, in the same frame where that is made for one. */
export interface NewerLine {
  readonly words: string;
  readonly href: string;
  readonly isForFrames: boolean;
}

/** One line, with its height where there is nothing to say: a frame has one height in all releases. */
export function newerMarkup(newer: NewerLine | null): Markup {
  if (newer === null) return markup`<p class="newer"></p>\n`;
  const { words, href, isForFrames } = newer;
  const line = isForFrames ? markup`<a href="${href}" target="_self">${words}</a>` : link(href, words);
  return markup`<p class="newer">${line}</p>\n`;
}

export interface FrameDocument {
  readonly language: Language;
  readonly theme?: string;
  readonly title: string;
  readonly head?: Markup;
  readonly main: Markup;
  /** The class of the text: the width that it was measured for. */
  readonly width?: string;
  readonly script?: string;
  /** The style sheet, which the security policy of the page names. */
  readonly style?: string;
}

/** The HTML page around the text of an embed or a problem. */
export function framePage({
  language,
  theme = 'auto',
  title,
  head,
  main,
  width = '',
  script,
  style = EMBED_STYLE,
}: FrameDocument): string {
  const themed = theme !== 'auto' && markup` data-theme="${theme}"`;
  return markup`<!doctype html>
<html lang="${language}"${themed}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · Cotejo</title>
${head ?? null}<style>${raw(style)}</style></head>
<body><main${width !== '' && markup` class="${width}"`}>
<div class="twin"></div>
${main}
</main>${script !== undefined && markup`<script>${raw(script)}</script>`}</body></html>
`.markup;
}
