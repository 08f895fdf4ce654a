/** The figures of an answer as Markdown: a grid of years where there is one, else a row for each figure. */
import { namesOf, type Names } from '#app/_charts/wording/series-name.ts';
import { MARKDOWN_WORDS } from '#app/_words/markdown.ts';
import { figureText } from '#stats/format/figure.ts';
import { gapReason } from '#stats/format/gap.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { formatNumber } from '#stats/number.ts';
import { seriesOf, type Comparison, type Series } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { crosstabOf, type Crosstab } from '#stats/pairing/crosstab.ts';
import { plainText, bulletList, markdownTable } from './text.ts';

/** More series than this do not fit beside each other: the others stand in a grid of their own below. */
const MOST_COLUMNS = 6;
const MOST_GRIDS = 6;
/** Fewer periods than this are read as a list. */
const LEAST_PERIODS = 3;
/** Rows of a table; the others are in the data, and the text says how many. */
const MOST_ROWS = 200;

export interface MarkdownContext {
  readonly comparison: Comparison;
  /** Numbers of the notes of a figure. */
  readonly marksOf: (cell: Cell) => readonly number[];
  /** The link to all rows. */
  readonly allRows: string;
}

/** A figure with its hedge, or the reason why there is none, and the marks of its notes. */
export function figureCell(
  cell: Cell | null,
  { comparison: { indicator, language }, marksOf }: MarkdownContext,
): string {
  if (!cell) return MARKDOWN_WORDS[language].notOnFile;
  const text = cell.stated ? figureText(cell, indicator, language) : gapReason(cell, language);
  return (
    plainText(text) +
    marksOf(cell)
      .map((mark) => `[^${mark}]`)
      .join('')
  );
}

/** Other figures of the line may have a stated year, so an inferred one is printed beside its figure. */
function yearBeside(cell: Cell | null, { comparison: { language } }: MarkdownContext): string {
  if (!cell || cell.periodStatus === 'stated') return '';
  const year = formatPeriodWords(cell.period, cell.periodStatus, language);
  return year === formatPeriodWords(cell.period, 'stated', language) ? '' : ` (${plainText(year)})`;
}

/** Where the figures of a series are printed. What its places have in common is written once. */
function placesOf({ cells }: Series, names: Names): string {
  const places = [...new Set(cells.filter((cell) => cell.stated).map((cell) => placeOf(cell, names)))];
  const [first = ''] = places;
  const [shortest, longest] = [[...places].sort()[0] ?? '', [...places].sort().at(-1) ?? ''];
  let common = 0;
  while (common < shortest.length && shortest[common] === longest[common]) common += 1;
  const word = places.length > 1 ? first.slice(0, common).lastIndexOf(' ') + 1 : 0;
  return places.map((place, i) => (i === 0 ? place : place.slice(word))).join('; ');
}

/** The source and the place in it; of a computed figure the rule. */
const placeOf = (cell: Cell, names: Names): string =>
  [names.citation(cell), names.credit(cell)].filter(Boolean).join(': ').replaceAll('\u00a0', ' ');

function grid(context: MarkdownContext, { periods, rows }: Crosstab): string {
  const { comparison, allRows } = context;
  const { language } = comparison;
  const words = MARKDOWN_WORDS[language];
  const names = namesOf(comparison, seriesOf(comparison), language);
  const shown = periods.slice(-MOST_ROWS);
  const first = periods.length - shown.length;
  const body = shown.map((period, i) => [
    plainText(formatPeriodWords(period, 'stated', language)),
    ...rows.map(({ cells }) => {
      const cell = cells[first + i] ?? null;
      return figureCell(cell, context) + yearBeside(cell, context);
    }),
  ]);
  const head = [words.period, ...rows.map(({ series }) => plainText(names.whole(series)))];
  const places = rows.flatMap(({ series }) => {
    const where = placesOf(series, names);
    return where === '' ? [] : [`${plainText(names.whole(series))}: ${plainText(where)}`];
  });
  return [
    markdownTable(head, body, (column) => column > 0),
    ...(first > 0 ? [words.rest(formatNumber(first, language, 0), allRows)] : []),
    `${words.where}:\n\n${bulletList(places)}`,
  ].join('\n\n');
}

function listing(context: MarkdownContext): string {
  const { comparison, allRows } = context;
  const { language } = comparison;
  const words = MARKDOWN_WORDS[language];
  const all = seriesOf(comparison);
  const names = namesOf(comparison, all, language);
  const rows = all.flatMap((series) =>
    series.cells.map((cell) => [
      plainText(names.whole(series)),
      plainText(names.period(cell)),
      figureCell(cell, context),
      plainText(placeOf(cell, names)),
    ]),
  );
  const rest = rows.length - MOST_ROWS;
  return [
    markdownTable(
      [words.what, words.period, words.figure, words.where],
      rows.slice(0, MOST_ROWS),
      (column) => column === 2,
    ),
    ...(rest > 0 ? [words.rest(formatNumber(rest, language, 0), allRows)] : []),
  ].join('\n\n');
}

/** The grids of a wide answer, one below the other; null where a list is shorter. */
function gridsOf({ comparison }: MarkdownContext): Crosstab[] | null {
  const crosstab = crosstabOf(comparison);
  if (!crosstab) return null;
  const { periods, rows } = crosstab;
  const count = Math.ceil(rows.length / MOST_COLUMNS);
  if (count > 1 && (count > MOST_GRIDS || periods.length < LEAST_PERIODS)) return null;
  return Array.from({ length: count }, (_, i) => ({
    periods,
    rows: rows.slice(i * MOST_COLUMNS, (i + 1) * MOST_COLUMNS),
  }));
}

/** The table of an answer, with the place of each figure in its source. */
export function figureTable(context: MarkdownContext): string {
  const grids = gridsOf(context);
  return grids ? grids.map((crosstab) => grid(context, crosstab)).join('\n\n') : listing(context);
}
