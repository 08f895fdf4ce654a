/** What the number line and its two layouts say to each other: a row with its place, and a row as drawn. */
import type { HedgeMark } from '../marks/interval-mark.ts';
import type { Axis, Shape } from '../model.ts';
import type { Row } from './rows.ts';

/** A row with its place: what the two layouts are given. */
export interface PlacedRow {
  readonly row: Row;
  readonly y: number;
  readonly axis: Axis;
  readonly figure: { readonly word: string; readonly number: string };
  readonly mark: (across: number) => HedgeMark | null;
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
