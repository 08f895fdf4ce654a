import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMN_NAMES, DOWNLOAD_COLUMNS } from '#app/_downloads/columns.ts';
import { csvRowOf } from '#app/_downloads/csv.ts';
import { downloadRows } from '#app/_downloads/row.ts';
import { formatWideCsv } from '#app/_downloads/wide.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { anyComparison, comparisonWith, sampleCell } from './comparison.ts';

const read = (comparison: Comparison): string[][] => parse(formatWideCsv(comparison));

/** A figure with what belongs to it, as text. */
const figuresOf = (comparison: Comparison): string[] =>
  downloadRows(comparison)
    .map((row) => csvRowOf(row, comparison.language))
    .map((row) =>
      (['Code', 'period', 'value', 'low', 'high', 'qualifier', 'gap'] as const)
        .map((name) => {
          const { format } = DOWNLOAD_COLUMNS[name] as { format: (value: unknown) => string };
          return row[name] === null ? '' : format(row[name]);
        })
        .join('|'),
    )
    .sort();

/** The figures of a wide file: five columns each. */
function figuresIn([head = [], ...lines]: string[][]): string[] {
  const first = head.indexOf('release') + 1;
  return lines
    .flatMap((line) => {
      const own = [line[head.indexOf('Code')], line[head.indexOf('period')]];
      const count = (head.length - first) / 5;
      return Array.from({ length: count }, (_, i) => line.slice(first + i * 5, first + i * 5 + 5))
        .filter((figure) => figure.some((cell) => cell !== ''))
        .map((figure) => [...own, ...figure].join('|'));
    })
    .sort();
}

describe('a wide CSV', () => {
  test('has every figure with its hedge, once', () => {
    fc.assert(
      fc.property(anyComparison, (comparison) => {
        expect(figuresIn(read(comparison))).toEqual(figuresOf(comparison));
      }),
    );
  });

  test('has a row for each area and period, and names series by what tells them apart', () => {
    const cells = ['who', 'unodc'].flatMap((source) =>
      ['HND', 'SLV'].map((area) => ({ ...sampleCell, area, source })),
    );
    const [head = [], ...lines] = read(comparisonWith(cells));
    expect(lines).toHaveLength(2);
    expect(head).toContain('homicide-rate who');
    expect(head).toContain('homicide-rate unodc (qualifier)');
    expect(COLUMN_NAMES).toContain('period');
  });

  test('has no text that a spreadsheet would compute', () => {
    const comparison = comparisonWith([sampleCell]);
    const named = {
      ...comparison,
      areas: comparison.areas.map((area) => ({ ...area, name: { en: '=1+1', es: '=1+1' } })),
    };
    expect(read(named)[1]?.[0]).toBe("'=1+1");
  });
});
