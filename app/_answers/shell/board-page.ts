/**
 * Several comparisons as one page for a frame: each with its finding, its chart and its sources, notes folded, side
 * by side where there is room. Complete without a script.
 */
import type { LegendEntry } from '#app/_charts/model/chart.ts';
import type { Source } from '#stats/model/catalogue.ts';
import type { Language } from '#stats/language.ts';
import { withStop } from '#stats/text.ts';
import { BOARD_WORDS } from '#app/_words/board.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import { fitPanel, panelAlternativeId, type FittedPanel } from '../chart/board-panel.ts';
import { sampleMarkup, type Drawable } from '../chart/drawn.ts';
import { markup, type Markup } from '../http/html.ts';
import {
  BOARD_COLUMNS,
  boardHeight,
  boardHeightCss,
  COLUMN_GAP,
  LEAST_COLUMN,
  panelHeight,
  WIDEST_CHART,
  type BoardPanelText,
} from './board-height.ts';
import { baseMarkup, BRAND, framePage, link, newerMarkup, type NewerLine } from './document.ts';
import { EMBED_SCRIPT, framePolicy } from './script.ts';
import { partSentence } from './part-sentence.ts';
import { MOST_BYTES } from './size-budget.ts';
import { creditLine, sourceLine, sourceText } from './sources.ts';
import { EMBED_STYLE, placed } from './style.ts';

/** Bytes of the words that only a part of a chart has. */
const AROUND = 500;

/** On paper charts take what notes and addresses leave of the frame, and at least this height in pixels. */
const LEAST_PRINTED = 120;

const BOARD_STYLE = `${EMBED_STYLE}main{max-width:1100px}
.board{display:grid;grid-template-columns:${BOARD_COLUMNS};gap:16px ${COLUMN_GAP}px}
.board section{min-width:0;break-inside:avoid;display:flex;flex-direction:column}
.board h2{font:500 18px/22px var(--serif);margin:8px 0 0;text-wrap:balance;overflow-wrap:anywhere}
.board h2 a{color:inherit}
.board .chart{display:block;height:auto;max-width:${WIDEST_CHART}px}
${placed('a', 'm', '.board ')}.board .k{max-width:${WIDEST_CHART}px}
.board .foot{margin-top:auto}
@media print{.board{flex:1 1 0;min-height:0;align-content:stretch}.board figure{min-height:${LEAST_PRINTED}px}.board .chart{height:100%;max-width:none}}
`;

export const BOARD_POLICY = framePolicy(BOARD_STYLE, EMBED_SCRIPT);

export interface BoardPart {
  /** Null if there is nothing to draw. */
  readonly drawable: Drawable | null;
  readonly heading: { readonly title: string; readonly subtitle: string };
  readonly legend: readonly LegendEntry[];
  /** Sentences that must be read with the chart. */
  readonly sentences: readonly string[];
  /** Sentences of the fold. */
  readonly notes: readonly string[];
  readonly sources: readonly Source[];
  /** The pinned page and the data of the question. */
  readonly page: string;
  readonly csv: string;
  /** The names of its figures by the addresses of their evidence. */
  readonly figures: ReadonlyMap<string, string>;
}

export interface BoardLook {
  readonly language: Language;
  readonly version: string;
  readonly theme: string;
  readonly self: string;
  /** What the addresses of figures begin with; they end with their names. */
  readonly figures: string;
  /** Scheme and host, for addresses that stand as text. */
  readonly origin: string;
  readonly newer: NewerLine | null;
}

/** Letters of notes of a panel on paper; its address has all of them. */
const MOST_ON_PAPER = 260;

/** What a panel has on paper, where folds cannot be opened. */
function paperText({ notes, sources, page }: BoardPart, { language, origin }: BoardLook): Markup {
  let room = MOST_ON_PAPER;
  const all = [...notes.map(withStop), ...sources.map((source) => sourceText(source, language))];
  const printed = all.filter((sentence) => (room -= sentence.length) > 0);
  const rest = all.length - printed.length;
  const more = rest > 0 && `${EMBED_WORDS[language].moreNotes(rest)} `;
  return markup`<p class="paper">${printed.join(' ')} ${more}<b>${origin}${page}</b></p>`;
}

/** The words of a panel as they are measured and written. A part of its figures has the title of that part. */
function panelText(part: BoardPart, fitted: FittedPanel | null, language: Language): BoardPanelText {
  const { drawable, legend, sentences, sources } = part;
  const words = EMBED_WORDS[language];
  const some = fitted && drawable && partSentence(fitted.chart, { all: drawable.all, language });
  const first = some ?? (drawable === null ? words.nothing : null);
  return {
    ...(fitted?.chart.heading ?? part.heading),
    sentences: [...(first === null ? [] : [first]), ...sentences].map(withStop),
    key: legend.map((entry) => entry.words),
    folds: [words.notesAndSources, words.data],
    credit: creditLine(sources, language),
    drawing: fitted?.size ?? null,
  };
}

/** One comparison. */
function section(part: BoardPart, name: string, fitted: FittedPanel | null, look: BoardLook): Markup {
  const { legend, notes, sources, page, csv } = part;
  const { language } = look;
  const words = EMBED_WORDS[language];
  const { title, subtitle, sentences, credit } = panelText(part, fitted, language);
  const key =
    legend.length > 0 &&
    markup`<ul class="key">${legend.map((entry) => markup`<li>${sampleMarkup({ ...entry, id: `${entry.id}${name}` })}${entry.words}</li>`)}</ul>\n`;
  const list = [
    ...notes.map((note) => markup`<li>${withStop(note)}</li>\n`),
    ...sources.map((source) => sourceLine(source, language)),
  ];
  return markup`<section><h2>${link(page, title)}</h2>
<p class="def">${subtitle}</p>
${sentences.map((sentence) => markup`<p class="say">${sentence}</p>\n`)}<figure>${fitted?.drawing ?? null}</figure>
${fitted && markup`<p id="${panelAlternativeId(name)}" hidden>${fitted.chart.alternative}</p>\n`}${key}<div class="foot"><div class="folds"><details><summary>${words.notesAndSources}</summary><ul class="list">${list}</ul></details>
<span class="screen">${link(csv, words.data)}</span><span class="src">${credit}</span></div></div>
${paperText(part, look)}</section>
`;
}

export interface BoardPage {
  readonly html: string;
  /** Pixels of a frame of some width that cuts nothing, and the same for every width in CSS. */
  readonly heightAt: (width: number) => number;
  readonly heightCss: string;
  /** Of each panel the text alternative of its chart, and the least height that it has. */
  readonly panels: readonly { readonly alternative: string; readonly least: number }[];
}

/** The page, under 40 KB. */
export function boardPage(parts: readonly BoardPart[], look: BoardLook): BoardPage {
  const { language, version, theme, self, origin } = look;
  const names = EMBED_WORDS[language];
  const title = BOARD_WORDS[language].title(parts.length);
  const whole = (sections: readonly Markup[]): string =>
    framePage({
      ...{ language, theme, title, script: EMBED_SCRIPT, style: BOARD_STYLE },
      head: markup`<link rel="canonical" href="${self}">${baseMarkup(look.figures)}`,
      main: markup`<div class="board">
${sections}</div>
${newerMarkup(look.newer)}<div class="foot"><div class="folds"><details><summary>${names.link}</summary><p class="list">${BOARD_WORDS[language].linkHelp(version)} <code>${origin}${self}</code></p></details></div>
<div class="line">${link('/', BRAND, 'brand')}<span>${names.release} ${version}</span></div></div>`,
    });
  const words = parts.map((part, i) => section(part, String(i), null, look));
  const alternatives = parts.reduce(
    (sum, { drawable }) => sum + (drawable?.whole.alternative.length ?? 0),
    0,
  );
  const room = MOST_BYTES - Buffer.byteLength(whole(words)) - alternatives - AROUND * parts.length;
  const share = Math.floor(room / parts.length);
  const fitted = parts.map(
    ({ drawable, figures }, i) => drawable && fitPanel(drawable, String(i), share, figures),
  );
  const texts = parts.map((part, i) => panelText(part, fitted[i] ?? null, language));
  const leastOf = (text: BoardPanelText): number =>
    Math.floor(Math.min(panelHeight(text, LEAST_COLUMN), panelHeight(text, WIDEST_CHART)));
  return {
    html: whole(parts.map((part, i) => section(part, String(i), fitted[i] ?? null, look))),
    heightAt: (width) => boardHeight(texts, width),
    heightCss: boardHeightCss(texts),
    panels: texts.map((text, i) => ({
      alternative: fitted[i]?.chart.alternative ?? text.title,
      least: leastOf(text),
    })),
  };
}
