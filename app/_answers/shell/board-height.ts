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

function panelHeight({ title, drawing, ...text }: BoardPanelText, width: number): number {
  const frame: FrameClass = { name: '', text: width, drawn: width, scale: 1, isNarrow: true };
  const words = textHeight({ ...text, title: '' }, frame) - textHeight(EMPTY, frame);
  const chart = drawing ? (drawing.height * Math.min(width, WIDEST_CHART)) / drawing.width : 0;
  return AROUND_PANEL + serifLines(title, width, TITLE.size) * TITLE.line + words + chart;
}

/** @example boardHeight([one panel], 343) is the height of a phone's column */
export function boardHeight(panels: readonly BoardPanelText[], frameWidth: number): number {
  const room = Math.min(frameWidth, MOST_WIDTH) - MARGINS;
  const columns = Math.min(
    panels.length,
    Math.max(1, Math.floor((room + COLUMN_GAP) / (LEAST_COLUMN + COLUMN_GAP))),
  );
  const width = (room - COLUMN_GAP * (columns - 1)) / columns;
  const heights = panels.map((panel) => panelHeight(panel, width));
  const rows = Array.from({ length: Math.ceil(panels.length / columns) }, (_, row) =>
    Math.max(...heights.slice(row * columns, (row + 1) * columns)),
  );
  return Math.ceil(rows.reduce((sum, row) => sum + row, 0) + ROW_GAP * (rows.length - 1) + AROUND_BOARD);
}
