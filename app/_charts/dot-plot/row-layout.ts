/**
 * The data that the number line and its two layouts exchange: a row with its position, and a row as drawn.
 */
import type { IntervalMark } from '../marks/interval-mark.ts';
import type { Shape } from '../model/shape.ts';
import type { ChartAxis } from '../scales/axis.ts';
import type { DotPlotRow } from './rows.ts';

/** A row with its position, as passed to the two layouts. */
export interface RowLayout {
  readonly row: DotPlotRow;
  readonly y: number;
  readonly axis: ChartAxis;
  readonly figure: { readonly word: string; readonly number: string };
  readonly mark: (across: number) => IntervalMark | null;
  /** Set where this row and the one above it clash. */
  readonly clash: string | null;
}

/** What a layout gives back for one row. */
export interface RowDrawing {
  readonly ground: readonly Shape[];
  readonly labels: readonly Shape[];
  readonly across: number;
  readonly bottom: number;
}
