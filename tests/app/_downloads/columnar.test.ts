import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatColumns, type ColumnsDocument } from '#app/_downloads/columnar/columnar.ts';
import { decodeColumns } from '#app/_downloads/columnar/encode.ts';
import { COLUMN_NAMES } from '#app/_downloads/columns.ts';
import { cellOf, downloadRows, type DownloadRow } from '#app/_downloads/row.ts';
import { anyComparison, comparisonWith, sampleCell } from './comparison.ts';

const read = (text: string): ColumnsDocument => JSON.parse(text) as ColumnsDocument;

/** The rows as a program reads them; a column that is empty has no value. */
function rowsOf({ rows, empty, columns }: ColumnsDocument): DownloadRow[] {
  const blank = Object.fromEntries(
    empty.map((name) => [name, name === 'edition' || name === 'note' ? [] : null]),
  );
  return decodeColumns(columns, rows).map((row) => ({ ...blank, ...row }) as unknown as DownloadRow);
}

describe('JSON by columns', () => {
  test('has every cell of every row', () => {
    fc.assert(
      fc.property(anyComparison, (comparison) => {
        const rows = rowsOf(read(formatColumns(comparison, '/data/x')));
        expect(rows).toEqual(downloadRows(comparison));
        expect(rows.map(cellOf)).toEqual(comparison.cells);
      }),
    );
  });

  test('names every column once, in use or empty, and explains those in use', () => {
    const { columns, empty, codebook } = read(formatColumns(comparisonWith([sampleCell]), '/data/x'));
    expect([...Object.keys(columns), ...empty].sort()).toEqual([...COLUMN_NAMES].sort());
    expect(Object.keys(codebook)).toEqual(Object.keys(columns));
    expect(codebook['value']).toBe('The number; shares from 0 to 1');
  });
});
