/** The columns of a source's own table, and how a fault of one cell is said. */
import type { Catalogue } from '#stats/model/catalogue.ts';

export const CELL_COLUMNS = [
  'figure',
  'indicator',
  'area',
  'counterpart',
  'breakdown',
  'definition',
  'period',
  'of_basis',
  'period_status',
  'qualifier',
  'value',
  'low',
  'high',
  'interval_kind',
  'numerator',
  'denominator',
  'gap',
  'attributed_to',
  'locator',
  'printed',
  'note',
  'note_es',
  'note_mandatory',
] as const;
export type CellColumn = (typeof CELL_COLUMNS)[number];
export type Cells = Readonly<Record<CellColumn, string>>;

/** A fault of one cell; the reader of the table adds file, line and value. */
export interface CellFault {
  readonly column: CellColumn;
  readonly problem: string;
}

export type Say = (column: CellColumn, problem: string) => void;

/** A cell that must be one of a few words; null, with a fault, where it is none of them. */
export function parseOneOf<T extends string>(
  cells: Cells,
  column: CellColumn,
  words: readonly T[],
  say: Say,
): T | null {
  const found = words.find((word) => word === cells[column]);
  if (found !== undefined) return found;
  say(column, `is not a ${column.replace('_', ' ')}; expected one of ${words.join(', ')}`);
  return null;
}

/** What the codes of a table may be, and which source and edition its rows belong to. */
export interface TableContext {
  readonly catalogue: Pick<Catalogue, 'indicators' | 'areas' | 'dimensions'>;
  readonly source: string;
  readonly edition: string;
}
