import { describe, expect, it } from 'vitest';
import { chosenPeriods } from '#stats/crosstab.ts';
import { formatPeriod, parsePeriod, type Period } from '#stats/period.ts';

const years = (from: number, to: number): Period[] =>
  Array.from({ length: to - from + 1 }, (_, i) => parsePeriod(String(from + i))).filter(
    (one) => one !== null,
  );
const chosen = (from: number, to: number): string =>
  [...chosenPeriods(years(from, to))].map(formatPeriod).join(' ');

describe('the columns of a long table', () => {
  it('are its first, its round and its last years', () => {
    expect(chosen(2000, 2023)).toBe('2000 2005 2010 2015 2020 2022 2023');
    expect(chosen(1960, 2024)).toBe('1960 1980 2000 2020 2023 2024');
  });
  it('are all of a short one', () => {
    expect(chosen(2010, 2016)).toBe('2010 2011 2012 2013 2014 2015 2016');
  });
  it('are never so many that they cannot be read across', () => {
    for (let length = 1; length <= 400; length += 1) {
      const size = chosenPeriods(years(2024 - length + 1, 2024)).size;
      expect(size).toBeGreaterThan(0);
      expect(size).toBeLessThanOrEqual(12);
    }
  });
});
