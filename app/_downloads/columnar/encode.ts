/**
 * Rows as columns, without repetition: a column whose cells are all alike is written once, a column of few texts
 * as their list and an index for each row. `decodeColumns` undoes `encodeColumns`.
 */

type ColumnValue = unknown;

/** The cells of a column: all alike, as an index into a list, or one after another. */
export type EncodedColumn =
  | { readonly all: ColumnValue }
  | { readonly codes: readonly ColumnValue[]; readonly index: readonly number[] }
  | { readonly values: readonly ColumnValue[] };

/** An index of a list is worth its list if each of its entries stands for this many rows. */
const REPEATED = 2;

function encodeColumn(values: readonly ColumnValue[]): EncodedColumn {
  const seen = new Map<string, number>();
  const codes: ColumnValue[] = [];
  const index: number[] = [];
  for (const value of values) {
    const key = JSON.stringify(value);
    let at = seen.get(key);
    if (at === undefined) {
      at = codes.push(value) - 1;
      seen.set(key, at);
    }
    index.push(at);
  }
  if (codes.length === 1) return { all: codes[0] };
  const isNumeric = codes.every((value) => value === null || typeof value === 'number');
  return isNumeric || codes.length * REPEATED > values.length ? { values } : { codes, index };
}

/** Columns of rows by name; none if there are no rows. */
export function encodeColumns<Row extends object>(
  rows: readonly Row[],
  names: readonly (keyof Row & string)[],
): Record<string, EncodedColumn> {
  if (rows.length === 0) return {};
  return Object.fromEntries(names.map((name) => [name, encodeColumn(rows.map((row) => row[name]))]));
}

const valueAt = (column: EncodedColumn, row: number): ColumnValue => {
  if ('all' in column) return column.all;
  return 'codes' in column ? column.codes[column.index[row] ?? -1] : column.values[row];
};

/** The rows of columns. `count` is the number of rows. */
export const decodeColumns = (
  columns: Readonly<Record<string, EncodedColumn>>,
  count: number,
): Record<string, unknown>[] =>
  Array.from({ length: count }, (_, row) =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, valueAt(column, row)])),
  );
