/** What the readers of workbooks have in common. */
import type { WorkbookCell } from './workbook-cell.ts';

/** Merged cells of a sheet, counted from 0, both ends included. */
export interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** A sheet as one of the readers gives it; rows and columns count from 0. */
export interface RawSheet {
  readonly name: string;
  readonly rows: Iterable<readonly WorkbookCell[]>;
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}
