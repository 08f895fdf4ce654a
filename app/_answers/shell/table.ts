/** The numbers of an embed as a table, so that they can be read without the picture. */
import { DOUBT_SIGN } from '#app/_charts/marks/doubt-mark.ts';
import { doubtTexts } from '#app/_charts/wording/doubt-text.ts';
import { namesOf } from '#app/_charts/wording/series-name.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { seriesOf } from '#stats/model/comparison.ts';
import { crosstabOf } from '#stats/pairing/crosstab.ts';
import { figureText } from '#stats/format/figure.ts';
import type { Language } from '#stats/language.ts';
import type { Cell } from '#stats/model/observation.ts';
import { YEAR_BASES } from '#stats/time/period.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { gapReason } from '#stats/format/gap.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import { markup, type Markup } from '../http/html.ts';
import type { FigureNames } from './document.ts';

/** More columns than this do not fit in a frame; then each figure has a separate row. */
const MOST_COLUMNS = 6;

/**
 * A figure with its hedge and the sign of a doubt, or the reason why there is no figure.
 * @param names where figures are links to their evidence
 */
export function tableFigure(cell: Cell | null, comparison: Comparison, names?: FigureNames): Markup {
  const { indicator, language } = comparison;
  if (!cell) return markup`<i>${EMBED_WORDS[language].notOnFile}</i>`;
  if (cell.stated) {
    const doubts = doubtTexts(cell, comparison, language).join('. ');
    const sign = doubts !== '' && markup` <abbr title="${doubts}">${DOUBT_SIGN}</abbr>`;
    const figure = figureText(cell, indicator, language);
    const name = names?.ofCell.get(cell);
    return markup`${name === undefined ? figure : markup`<a href=${name}>${figure}</a>`}${sign}`;
  }
  return markup`<i>${gapReason(cell, language)}</i>`;
}

/** An inferred year is printed beside its figure, because other figures of the row may have a stated year. */
function yearBeside(cell: Cell | null, language: Language): Markup | null {
  if (!cell || cell.periodStatus === 'stated') return null;
  const year = formatPeriodWords(cell.period, cell.periodStatus, language);
  return year === formatPeriodWords(cell.period, 'stated', language) ? null : markup`<i> (${year})</i>`;
}

export interface EmbedTable {
  readonly head: Markup;
  readonly rows: readonly Markup[];
  readonly columns: number;
  /** Whether all cells are figures. */
  readonly isGrid?: boolean;
}

/**
 * Years as rows, series as columns: a frame is narrow, and there are many years. Cells have no end tags, which HTML does
 * not need, so that twice as many rows fit.
 */
function grid(comparison: Comparison, figures: FigureNames): EmbedTable | null {
  const crosstab = crosstabOf(comparison);
  if (!crosstab || crosstab.rows.length > MOST_COLUMNS) return null;
  const { periods, rows } = crosstab;
  const { language } = comparison;
  const names = namesOf(comparison, seriesOf(comparison), language);
  const head = rows.map(({ series }) => markup`<th scope="col">${names.series(series)}</th>`);
  const body = periods.map((period, at) => {
    const cells = rows.map(({ cells: row }) => {
      const cell = row[at] ?? null;
      return markup`<td>${tableFigure(cell, comparison, figures)}${yearBeside(cell, language)}`;
    });
    const year = formatPeriodWords(period, 'stated', language);
    return markup`<tr><th scope=row>${year}${cells}\n`;
  });
  const { year, period } = EMBED_WORDS[language];
  const years = periods.every(({ basis }) => YEAR_BASES.includes(basis));
  const corner = markup`<th scope="col">${years ? year : period}</th>`;
  return { head: markup`${corner}${head}`, rows: body, columns: rows.length + 1, isGrid: true };
}

/** One figure per row, with its place in the source. */
function listing(comparison: Comparison, figures: FigureNames): EmbedTable {
  const { language } = comparison;
  const words = EMBED_WORDS[language];
  const all = seriesOf(comparison);
  const names = namesOf(comparison, all, language);
  /** A computed figure also names the figures that it was computed from. */
  const where = (cell: Cell): string =>
    [names.citation(cell), cell.computed === null ? '' : names.credit(cell)].filter(Boolean).join(': ');
  const rows = all.flatMap((series) =>
    series.cells.map((cell) => {
      const what = markup`<th scope=row>${names.series(series)}<td>${names.period(cell)}`;
      const figureAndPlace = markup`<td class=n>${tableFigure(cell, comparison, figures)}<td>${where(cell)}`;
      return markup`<tr>${what}${figureAndPlace}\n`;
    }),
  );
  const heads = [words.what, words.period, words.figure, words.whereStated].map((head, i) =>
    i === 2 ? markup`<th scope="col" class="n">${head}</th>` : markup`<th scope="col">${head}</th>`,
  );
  return { head: markup`${heads}`, rows, columns: heads.length };
}

export const rowsBytes = ({ rows }: EmbedTable): number =>
  rows.reduce((sum, row) => sum + Buffer.byteLength(row.markup), 0);

/** As many rows as fit, and the number of the others. */
function fit(
  { rows, columns }: EmbedTable,
  room: number,
  more: (count: number) => string,
): readonly Markup[] {
  let used = 0;
  const end = rows.findIndex((row) => (used += Buffer.byteLength(row.markup)) > room);
  if (end < 0) return rows;
  const rest = markup`<tr><td colspan="${columns}">${more(rows.length - end)}</td></tr>\n`;
  return [...rows.slice(0, end), rest];
}

/** The table of an answer; null if there is nothing to list. */
export const embedTable = (comparison: Comparison, figures: FigureNames): EmbedTable | null =>
  comparison.cells.length === 0 ? null : (grid(comparison, figures) ?? listing(comparison, figures));

/** A table with at most `room` bytes of rows. */
export function tableMarkup(table: EmbedTable, caption: string, room: number, language: Language): Markup {
  const rows = fit(table, room, EMBED_WORDS[language].more);
  const head = markup`<caption>${caption}</caption>\n<thead><tr>${table.head}</tr></thead>`;
  const body = markup`<table${table.isGrid === true && markup` class="g"`}>${head}\n<tbody>${rows}</tbody></table>`;
  return markup`<div class="wide-table">${body}</div>`;
}
