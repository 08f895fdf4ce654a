import { describe, expect, it } from 'vitest';
import { chosenPeriods, crosstabOf } from '#stats/pairing/crosstab.ts';
import { HOMICIDE } from '../_charts/answers.ts';
import { chartComparison, chartCell } from '../_charts/making.ts';
import { formatPeriod, parsePeriod, type Period } from '#stats/time/period.ts';

const years = (from: number, to: number): Period[] =>
  Array.from({ length: to - from + 1 }, (_, i) => parsePeriod(String(from + i))).filter(
    (period) => period !== null,
  );
const chosen = (from: number, to: number): string =>
  [...chosenPeriods({ periods: years(from, to), rows: [] })].map(formatPeriod).join(' ');

describe('the columns of a long table', () => {
  it('are its first, its round and its last years', () => {
    expect(chosen(2000, 2023)).toBe('2000 2005 2010 2015 2020 2022 2023');
    expect(chosen(1960, 2024)).toBe('1960 1980 2000 2020 2023 2024');
  });
  it('of months are the first, the quarters and the last two', () => {
    const months = Array.from({ length: 14 }, (_, i) =>
      chartCell(
        HOMICIDE,
        'HND',
        `${2023 + Math.floor((9 + i) / 12)}-${String(((9 + i) % 12) + 1).padStart(2, '0')}`,
        i,
      ),
    );
    const cross = crosstabOf(chartComparison(HOMICIDE, months));
    if (!cross) throw new Error('months make a grid');
    expect([...chosenPeriods(cross)].map(formatPeriod).join(' ')).toBe(
      '2023-10 2024-01 2024-04 2024-07 2024-10 2024-11',
    );
  });
  it('are all of a short one', () => {
    expect(chosen(2010, 2016)).toBe('2010 2011 2012 2013 2014 2015 2016');
  });
  it('hold a year of every row that has a figure, the latest where the chosen ones have none', () => {
    const cells = years(2000, 2023).map((year) => chartCell(HOMICIDE, 'HND', formatPeriod(year), 40));
    const cross = crosstabOf(
      chartComparison(HOMICIDE, [
        ...cells,
        chartCell(HOMICIDE, 'SLV', '2012', 41),
        chartCell(HOMICIDE, 'SLV', '2014', 61),
      ]),
    );
    if (!cross) throw new Error('years of one kind make a grid');
    expect([...chosenPeriods(cross)].map(formatPeriod).join(' ')).toBe(
      '2000 2005 2010 2014 2015 2020 2022 2023',
    );
  });
  it('are never so many that they cannot be read across', () => {
    for (let length = 1; length <= 400; length += 1) {
      const size = chosenPeriods({ periods: years(2024 - length + 1, 2024), rows: [] }).size;
      expect(size).toBeGreaterThan(0);
      expect(size).toBeLessThanOrEqual(12);
    }
  });
});
