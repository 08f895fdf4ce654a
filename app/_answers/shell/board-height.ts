/**
 * How high a board is in a frame of some width: its columns, and in each row the highest of its panels. The style sheet
 * of `board-page.ts` has the same sizes.
 */
import { serifLines } from '#app/_charts/text/metrics.ts';
import type { FrameClass } from '../chart/frames.ts';
import { textHeight, type EmbedText } from './text-height.ts';

/** The least width of a column, what is between two, and the greatest width of a chart. */
export const LEAST_COLUMN = 300;
export const COLUMN_GAP = 24;
export const WIDEST_CHART = 440;
export const BOARD_COLUMNS = `repeat(auto-fit,minmax(min(100%,${LEAST_COLUMN}px),1fr))`;

/** The text of a panel, and the size of its drawing; null if nothing is drawn. */
export interface BoardPanelText extends EmbedText {
  readonly drawing: { readonly width: number; readonly height: number } | null;
}

const MARGINS = 32;
const MOST_WIDTH = 1100;
const ROW_GAP = 16;
const TITLE = { size: 18, line: 22 } as const;
/** Margins of title, subtitle and chart, the rule of the foot and its first row. */
const AROUND_PANEL = 54;
/** Padding, twin rule, the line of revised figures, the fold with the address and the last line. */
const AROUND_BOARD = 106;

const EMPTY: EmbedText = { title: '', subtitle: '', sentences: [], key: [], folds: [], credit: '' };

/** A panel without its chart, and by how much of its width the chart is higher. */
interface PanelSize {
  readonly text: number;
  readonly ratio: number;
}

function panelSize({ title, drawing, ...text }: BoardPanelText, width: number): PanelSize {
  const frame: FrameClass = { name: '', text: width, drawn: width, scale: 1, isNarrow: true };
  const words = textHeight({ ...text, title: '' }, frame) - textHeight(EMPTY, frame);
  return {
    text: AROUND_PANEL + serifLines(title, width, TITLE.size) * TITLE.line + words,
    ratio: drawing ? drawing.height / drawing.width : 0,
  };
}

export function panelHeight(panel: BoardPanelText, width: number): number {
  const { text, ratio } = panelSize(panel, width);
  return text + ratio * Math.min(width, WIDEST_CHART);
}

/** Everything of a frame that is not in its columns. */
const besideColumns = (columns: number): number => MARGINS + COLUMN_GAP * (columns - 1);

/** The panels by rows. */
const rowsOf = <Panel>(panels: readonly Panel[], columns: number): Panel[][] =>
  Array.from({ length: Math.ceil(panels.length / columns) }, (_, row) =>
    panels.slice(row * columns, (row + 1) * columns),
  );

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, own) => sum + own, 0);

/** @example boardHeight([one panel], 343) is the height of a phone's column */
export function boardHeight(panels: readonly BoardPanelText[], frameWidth: number): number {
  const room = Math.min(frameWidth, MOST_WIDTH) - MARGINS;
  const columns = Math.min(
    panels.length,
    Math.max(1, Math.floor((room + COLUMN_GAP) / (LEAST_COLUMN + COLUMN_GAP))),
  );
  const width = (room - COLUMN_GAP * (columns - 1)) / columns;
  const heights = panels.map((panel) => panelHeight(panel, width));
  const rows = rowsOf(heights, columns).map((row) => Math.max(...row));
  return Math.ceil(sumOf(rows) + ROW_GAP * (rows.length - 1) + AROUND_BOARD);
}

/** The widths of the narrowest column, alone and beside another. */
const NARROWEST = { alone: 288, beside: LEAST_COLUMN } as const;
const MOST_COLUMNS = Math.floor((MOST_WIDTH - MARGINS + COLUMN_GAP) / (LEAST_COLUMN + COLUMN_GAP));

/** The height with some columns as an expression of CSS: text as in the narrowest, charts that grow with them. */
function heightOfColumns(panels: readonly BoardPanelText[], columns: number): string {
  const width = columns === 1 ? NARROWEST.alone : NARROWEST.beside;
  const rows = rowsOf(
    panels.map((panel) => panelSize(panel, width)),
    columns,
  );
  const most = (of: (size: PanelSize) => number): number =>
    sumOf(rows.map((row) => Math.max(...row.map(of))));
  const text = Math.ceil(most(({ text }) => text) + ROW_GAP * (rows.length - 1) + AROUND_BOARD);
  const frame = columns === 1 ? '100cqw' : `min(100cqw,${MOST_WIDTH}px)`;
  const share = columns === 1 ? '' : `/${columns}`;
  const ratio = Number(most(({ ratio }) => ratio).toFixed(3));
  return `${text}px + min((${frame} - ${besideColumns(columns)}px)${share},${WIDEST_CHART}px)*${ratio}`;
}

/**
 * The height of a board at every width of its frame as one expression of CSS: the fewer columns, the higher, and
 * below the width of more columns the first of the two heights is taken.
 */
export function boardHeightCss(panels: readonly BoardPanelText[]): string {
  const most = Math.min(panels.length, MOST_COLUMNS);
  let css = heightOfColumns(panels, most);
  for (let columns = most - 1; columns >= 1; columns -= 1) {
    const limit = (columns + 1) * LEAST_COLUMN + besideColumns(columns + 1);
    css = `min(${heightOfColumns(panels, columns)},max(${css},(${limit}px - 100cqw)*999))`;
  }
  return most === 1 ? `calc(${css})` : css;
}
