/**
 * An embed as HTML: title, chart, one line with the sources and the release; numbers, notes and the pinned
 * address are folded. It is complete without a script, a framework or a picture.
 */
import type { LegendEntry } from '#app/_charts/model/chart.ts';
import type { Source } from '#stats/model/catalogue.ts';
import type { Language } from '#stats/language.ts';
import { withStop } from '#stats/text.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import { ALTERNATIVE_ID, sampleMarkup, type Drawable, type DrawnChart } from '../chart/drawn.ts';
import { FRAMES, type FrameClass, type FrameHeights } from '../chart/frames.ts';
import { markup, type Markup } from '../http/html.ts';
import {
  baseMarkup,
  BRAND,
  framePage,
  link,
  newerMarkup,
  type FigureNames,
  type NewerLine,
} from './document.ts';
import { EMBED_SCRIPT } from './script.ts';
import { partSentence } from './part-sentence.ts';
import { fitChart, type FittedChart } from './size-budget.ts';
import { creditLine, sourceLine, sourceText } from './sources.ts';
import { rowsBytes, tableMarkup, type EmbedTable } from './table.ts';
import { OPEN_TABLE } from './style.ts';
import { keyRows, textHeight, type EmbedText } from './text-height.ts';

/** Letters of notes on paper; the address has all of them. */
const MOST_ON_PAPER = 900;
/** A key of more rows than this on a phone is in a fold. */
const MOST_KEY_ROWS = 2;
const NOTE_LINE = 17;

/** What an embed shows open that is otherwise folded. */
export interface EmbedShow {
  readonly table: boolean;
  readonly notes: boolean;
}

/** The addresses of the same question, pinned. */
export interface EmbedLinks {
  readonly self: string;
  readonly page: string;
  readonly csv: string;
  /** The page with scheme and host, as it stands in the text. */
  readonly pinned: string;
  /** What the addresses of figures begin with; they end with their names. */
  readonly figures: string;
}

export interface EmbedParts {
  readonly language: Language;
  readonly version: string;
  readonly theme: string;
  readonly show: EmbedShow;
  /** Null if there is nothing to draw. */
  readonly chart: Drawable | null;
  /** The words if nothing is drawn. */
  readonly heading: { readonly title: string; readonly subtitle: string };
  readonly legend: readonly LegendEntry[];
  /** Sentences that must be read with the chart. */
  readonly sentences: readonly string[];
  /** Sentences of the fold. */
  readonly notes: readonly string[];
  readonly sources: readonly Source[];
  readonly links: EmbedLinks;
  readonly newer: NewerLine | null;
  /** Whether "drawn" counts pairs instead of figures. */
  readonly ofPairs?: boolean;
  /** Null if there is nothing to list. */
  readonly table: EmbedTable | null;
  readonly figures: FigureNames;
}

export interface Embed {
  readonly html: string;
  /** Pixels of a frame that cuts nothing. */
  readonly heights: FrameHeights;
  /** What is drawn. */
  readonly heading: { readonly title: string; readonly subtitle: string };
  readonly alternative: string;
  readonly credit: string;
}

/** The words of the page, as they are measured and written. */
function textOf(parts: EmbedParts, drawn: DrawnChart | null, keyInFold: boolean): EmbedText {
  const { language, chart, ofPairs = false } = parts;
  const words = EMBED_WORDS[language];
  const { title, subtitle } = drawn?.heading ?? parts.heading;
  const part = chart && drawn && partSentence(drawn, { all: chart.all, language, ofPairs });
  return {
    title,
    subtitle,
    sentences: [...(part === null ? [] : [part]), ...parts.sentences].map(withStop),
    key: keyInFold ? [] : parts.legend.map((entry) => entry.words),
    folds: [words.numbers, words.notesAndSources, ...(keyInFold ? [words.key] : []), words.link],
    credit: creditLine(parts.sources, language),
  };
}

const keyMarkup = (legend: readonly LegendEntry[]): Markup =>
  markup`<ul class="key">${legend.map((entry) => markup`<li>${sampleMarkup(entry)}${entry.words}</li>`)}</ul>\n`;

const fold = (name: string, inside: Markup, isOpen: boolean): Markup =>
  markup`<details${isOpen && markup` open`}><summary>${name}</summary>${inside}</details>\n`;

/** The folds and the line with the sources and the release. */
function footMarkup(parts: EmbedParts, text: EmbedText, keyInFold: boolean, table: Markup | null): Markup {
  const { language, version, links, notes, sources, legend, show } = parts;
  const words = EMBED_WORDS[language];
  const listed = notes.map((note) => markup`<li>${withStop(note)}</li>\n`);
  const cited = sources.map((source) => sourceLine(source, language));
  const notesFold = markup`<ul class="list">${listed}${cited}</ul>`;
  const address = markup`<p class="list">${words.linkHelp(version)} <code>${links.pinned}</code></p>`;
  return markup`<div class="foot"><div class="folds">${table && fold(words.numbers, table, show.table)}${fold(words.notesAndSources, notesFold, show.notes)}${keyInFold && fold(words.key, keyMarkup(legend), false)}${fold(words.link, address, false)}<span class="src">${text.credit}</span></div>
<div class="line">${link(links.page, BRAND, 'brand')}<span>${words.release} ${version}<span class="screen"> · ${link(links.csv, words.data)} · ${link(`${links.page}#cite`, words.cite)}</span></span></div></div>
`;
}

/** Notes, sources and address below the chart on paper, where folds cannot be opened. */
function paperMarkup({ language, notes, sources, links }: EmbedParts): Markup {
  const words = EMBED_WORDS[language];
  let room = MOST_ON_PAPER;
  const printed = [...notes.map(withStop), ...sources.map((source) => sourceText(source, language))].filter(
    (sentence) => (room -= sentence.length) > 0,
  );
  const rest = notes.length + sources.length - printed.length;
  return markup`<p class="paper">${printed.join(' ')} ${rest > 0 && `${words.moreNotes(rest)} `}<b>${links.pinned}</b></p>\n`;
}

/** The text with the drawings between. */
function mainMarkup(
  parts: EmbedParts,
  text: EmbedText,
  { drawings, alternative, keyInFold }: { drawings: Markup; alternative: string; keyInFold: boolean },
  table: Markup | null,
): Markup {
  const { newer, chart, language, legend } = parts;
  return markup`<h1>${text.title}</h1>
<p class="def">${text.subtitle}</p>
${text.sentences.map((sentence) => markup`<p class="say">${sentence}</p>\n`)}<figure>${drawings}</figure>
<p id="${ALTERNATIVE_ID}" hidden>${alternative}</p>
${chart === null && markup`<p class="say">${EMBED_WORDS[language].nothing}</p>\n`}${!keyInFold && legend.length > 0 && keyMarkup(legend)}${newerMarkup(newer)}${footMarkup(parts, text, keyInFold, table)}${paperMarkup(parts)}`;
}

/** The height that open folds add; a table scrolls, so that its rows need no measuring. */
function openHeight(
  { show, notes, sources, language }: EmbedParts,
  rows: number,
  { text }: FrameClass,
): number {
  const table = show.table && rows > 0 ? Math.min(OPEN_TABLE, (rows + 1) * 24) + 2 * NOTE_LINE : 0;
  if (!show.notes) return table;
  const all = [...notes.map(withStop), ...sources.map((source) => sourceText(source, language))];
  const height = textHeight({ title: '', subtitle: '', sentences: all, key: [], folds: [], credit: '' }, {
    ...FRAMES[0],
    text,
  } as FrameClass);
  const empty = textHeight({ title: '', subtitle: '', sentences: [], key: [], folds: [], credit: '' }, {
    ...FRAMES[0],
    text,
  } as FrameClass);
  return table + height - empty + NOTE_LINE;
}

/** The whole page, under 40 KB (`size-budget.ts`). */
export function embedPage(parts: EmbedParts): Embed {
  const { language, theme, links, chart, legend, table } = parts;
  const narrowest = FRAMES[0] as FrameClass;
  const keyInFold =
    keyRows(
      legend.map(({ words }) => words),
      narrowest.text,
    ) > MOST_KEY_ROWS;
  const head = markup`<link rel="canonical" href="${links.self}">
<link rel="alternate" type="text/csv" href="${links.csv}">${baseMarkup(links.figures)}`;
  const page = (
    text: EmbedText,
    drawn: { drawings: Markup; alternative: string },
    table: Markup | null,
    width = '',
  ): string =>
    framePage({
      ...{ language, theme, head, width, title: text.title, script: EMBED_SCRIPT },
      main: mainMarkup(parts, text, { ...drawn, keyInFold }, table),
    });
  const bare = textOf(parts, chart?.whole ?? null, keyInFold);
  const none = { drawings: markup``, alternative: '' };
  const alternativeBytes = Buffer.byteLength(chart?.whole.alternative ?? '');
  const words = Buffer.byteLength(page(bare, none, null)) + alternativeBytes;
  const fitted: FittedChart | null =
    chart &&
    fitChart(chart, words, (drawn, frame) => textHeight(textOf(parts, drawn, keyInFold), frame), {
      tableBytes: table === null ? 0 : rowsBytes(table),
      names: parts.figures.ofEvidence,
    });
  const text = textOf(parts, fitted?.chart ?? null, keyInFold);
  const numbers =
    table && tableMarkup(table, `${text.title}. ${text.subtitle}`, fitted?.tableRoom ?? 0, language);
  const { title, subtitle } = text;
  const alternative = fitted?.chart.alternative ?? '';
  const without = { narrow: textHeight(text, narrowest), wide: textHeight(text, FRAMES[1] as FrameClass) };
  const heights = fitted?.heights ?? without;
  const open = (at: number): number => openHeight(parts, table?.rows.length ?? 0, FRAMES[at] as FrameClass);
  return {
    html: page(text, { drawings: fitted?.drawings ?? markup``, alternative }, numbers, fitted?.frames ?? ''),
    heights: { narrow: heights.narrow + open(0), wide: heights.wide + open(1) },
    heading: { title, subtitle },
    alternative,
    credit: text.credit,
  };
}
