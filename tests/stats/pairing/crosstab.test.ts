import { expect, test } from 'vitest';
import { crosstabOf } from '#stats/pairing/crosstab.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { CARAVAN_SIZES, HOMICIDE, HOMICIDE_PRINTED } from '../../app/_charts/answers.ts';
import { chartComparison, chartCell } from '../../app/_charts/making.ts';

test('years of one kind make a grid: columns in order of time, rows in the order of the answer', () => {
  const cross = crosstabOf(
    chartComparison(HOMICIDE, [
      chartCell(HOMICIDE, 'SLV', '2014', 61.1),
      chartCell(HOMICIDE, 'HND', '2012', 92),
      chartCell(HOMICIDE, 'HND', '2014', 68),
    ]),
  );
  expect(cross?.periods.map(formatPeriod)).toEqual(['2012', '2014']);
  expect(cross?.rows.map((row) => row.series.key.area)).toEqual(['SLV', 'HND']);
  expect(cross?.rows.map((row) => row.cells.map((cell) => cell?.stated?.value ?? null))).toEqual([
    [null, 61.1],
    [92, 68],
  ]);
});

test('a gap is a cell of the grid; a year that nobody speaks of is not', () => {
  const cross = crosstabOf(
    chartComparison(HOMICIDE, [
      chartCell(HOMICIDE, 'HND', '2012', null),
      chartCell(HOMICIDE, 'SLV', '2014', 61.1),
    ]),
  );
  expect(cross?.rows[0]?.cells[0]?.gap?.code).toBe('not-published');
  expect(cross?.rows[0]?.cells[1]).toBeNull();
});

test('figures of single days make no grid, nor do two kinds of year', () => {
  expect(crosstabOf(CARAVAN_SIZES)).toBeNull();
  const mixed = [chartCell(HOMICIDE, 'HND', '2014', 1), chartCell(HOMICIDE, 'HND', 'FY2014', 2)];
  expect(crosstabOf(chartComparison(HOMICIDE, mixed))).toBeNull();
});

test('two figures of one series for one year stay apart: no grid may hide one behind the other', () => {
  const twice = [chartCell(HOMICIDE, 'HND', '2014', 1), chartCell(HOMICIDE, 'HND', '2014', 2)];
  expect(crosstabOf(chartComparison(HOMICIDE, twice))).toBeNull();
});

test('no figure of a grid is lost', () => {
  const cross = crosstabOf(HOMICIDE_PRINTED);
  const cells = cross?.rows.flatMap((row) => row.cells.filter((cell) => cell !== null));
  expect(cells).toHaveLength(HOMICIDE_PRINTED.cells.length);
});
