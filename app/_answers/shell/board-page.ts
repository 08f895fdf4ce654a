/**
 * Several comparisons as one page for a frame: each with its finding, its chart, its notes and its sources, side by
 * side where there is room. Complete without a script.
 */
import type { Comparison } from '#stats/model/comparison.ts';
import { verdictNotice } from '#stats/comparability/notice.ts';
import { formatNumber } from '#stats/number.ts';
import { BOARD_WORDS } from '#app/_words/board.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import type { Drawing } from '../chart/svg.tsx';
import { markup, raw, type Markup } from '../http/html.ts';
import { BRAND, link, mandatoryNotes, noticeOf, sourceLine } from './page.ts';
import { EMBED_SCRIPT, framePolicy } from './script.ts';
import { EMBED_STYLE } from './style.ts';

/** Bytes of the whole page before it is compressed. */
const MOST_BYTES = 40_000;
/** Bytes around each drawing. */
const AROUND = 300;

const BOARD_STYLE = `${EMBED_STYLE}.board{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,311px),1fr));gap:20px 24px}
.board section{min-width:0;break-inside:avoid}
.board h2{font:500 18px/1.2 var(--serif);margin:12px 0 0;text-wrap:balance}
.board .wide{display:none}.board .narrow{display:block}
`;

export const BOARD_POLICY = framePolicy(BOARD_STYLE, EMBED_SCRIPT);

export interface BoardPart {
  readonly comparison: Comparison;
  readonly drawing: Drawing;
  /** The pinned page of the question. */
  readonly page: string;
  readonly csv: string;
}

/** What stands around a drawing. */
function around({ comparison, drawing, page, csv }: BoardPart): {
  before: (own: { title: string; subtitle: string }) => Markup;
  after: Markup;
} {
  const { language, sources } = comparison;
  const { model, legend } = drawing;
  const words = EMBED_WORDS[language];
  const key =
    legend.length > 0 &&
    markup`<ul class="key">${legend.map(({ words: entry, sample }) => markup`<li>${raw(sample)}${entry}</li>`)}</ul>\n`;
  const notices = [...model.notices, ...verdictNotice(comparison)].map(noticeOf);
  const notes = mandatoryNotes(comparison, model).map((note) => markup`<li>${note}</li>\n`);
  return {
    before: ({ title, subtitle }) => markup`<section><h2>${link(page, title)}</h2>
<p class="def">${subtitle}</p>
<figure>`,
    after: markup`</figure>
${key}${notices}<ul class="source">${notes}${sources.map((source) => sourceLine(source, language))}<li>${link(csv, words.data)}</li></ul></section>
`,
  };
}

/** A drawing within its share of the room; a part of the figures never has the title of all. */
function panel(part: BoardPart, room: number): Markup {
  const { comparison, drawing } = part;
  const { language, cells } = comparison;
  const words = EMBED_WORDS[language];
  const { before, after } = around(part);
  const all = cells.length;
  if (all === 0) return markup`${before(drawing.model.heading)}<p>${words.nothing}</p>${after}`;
  const fitted = drawing.fit(room);
  const note =
    fitted.drawn < all &&
    markup`<p class="def">${words.drawn(formatNumber(fitted.drawn, language), formatNumber(all, language), '')}</p>`;
  const heading = fitted.part?.heading ?? drawing.model.heading;
  return markup`${before(heading)}${fitted.chart}${note}${after}`;
}

export function boardPage(
  parts: readonly BoardPart[],
  { theme, self }: { readonly theme: string; readonly self: string },
): string {
  const [first] = parts;
  const { language, release } = first?.comparison ?? { language: 'en' as const, release: { version: '' } };
  const title = BOARD_WORDS[language].title(parts.length);
  const themed = theme !== 'auto' && markup` data-theme="${theme}"`;
  const whole = (main: readonly Markup[]): string =>
    markup`<!doctype html>
<html lang="${language}"${themed}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · Cotejo</title>
<link rel="canonical" href="${self}">
<style>${raw(BOARD_STYLE)}</style></head>
<body><main>
<div class="twin"></div>
<div class="board">
${main}</div>
<div class="line">${link('/', BRAND, 'brand')}<span>${EMBED_WORDS[language].release} ${release.version}</span></div>
</main><script>${raw(EMBED_SCRIPT)}</script></body></html>
`.markup;
  const empty = whole(
    parts.map((part) => {
      const { before, after } = around(part);
      return markup`${before(part.drawing.model.heading)}${after}`;
    }),
  );
  const room = MOST_BYTES - Buffer.byteLength(empty) - AROUND * parts.length;
  return whole(parts.map((part) => panel(part, Math.floor(room / parts.length))));
}
