/** A figure in running text as the smallest page: the number under a double rule, its unit, its source, its release. */
import type { FigurePhrase } from '#app/_downloads/sentence/phrase.ts';
import { paintOf } from '#app/_charts/scales/palette.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import type { Language } from '#stats/language.ts';
import { markup, raw } from '../http/html.ts';
import { SERIF_FILE } from './font.ts';
import { link } from './document.ts';
import { framePolicy } from './script.ts';

const colours = (theme: 'light' | 'dark'): string =>
  (['ink', 'ink-2', 'paper', 'tie', 'rule-2'] as const)
    .map((name) => `--${name}:${paintOf(name, theme)}`)
    .join(';');

const STYLE = `@font-face{font-family:B;src:url(/embed/fonts/${SERIF_FILE}) format("woff2");font-weight:400 700;font-display:swap}
:root{color-scheme:light;${colours('light')}}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${colours('dark')}}}
@media screen{:root[data-theme=dark]{color-scheme:dark;${colours('dark')}}}
body{margin:0;padding:4px 0;background:var(--paper);color:var(--ink);font:400 18px/1.5 B,"Iowan Old Style",Georgia,serif;font-variant-numeric:lining-nums}
p{margin:0}
a{color:inherit;text-decoration:none;border-bottom:4px double var(--tie)}
a:focus-visible{outline:2px solid var(--tie);outline-offset:2px}
sup{font-size:.65em;line-height:0;color:var(--tie);margin-left:1px}
.note{margin-top:4px;font-size:13px;color:var(--ink-2)}
`;

export const VALUE_POLICY = framePolicy(STYLE);

export interface ValueParts {
  readonly phrase: FigurePhrase;
  readonly notes: readonly string[];
  readonly theme: string;
  readonly language: Language;
  readonly version: string;
  /** The pinned page of the same question. */
  readonly page: string;
}

export function valuePage({ phrase, notes, theme, language, version, page }: ValueParts): string {
  const { figure, unit, source, text } = phrase;
  const themed = theme !== 'auto' && markup` data-theme="${theme}"`;
  const linked = figure === '' ? link(page, unit) : link(page, markup`${figure}<sup>‖1</sup>`);
  const behind = figure !== '' && unit !== '' && ` ${unit}`;
  const aside = source !== '' && ` (${source})`;
  const below = [...notes, `‖1 Cotejo, ${EMBED_WORDS[language].release.toLowerCase()} ${version}`];
  return markup`<!doctype html>
<html lang="${language}"${themed}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${text}</title>
<style>${raw(STYLE)}</style></head>
<body><p>${linked}${behind}${aside}</p>
${below.map((note) => markup`<p class="note">${note}</p>\n`)}</body></html>
`.markup;
}
