/** A range of periods is expanded; periods of another basis or in the wrong order give none. */
import { describe, expect, it } from 'vitest';
import type { Tabulated } from '#stats/model/catalogue.ts';
import { formatPeriod, parsePeriod } from '#stats/time/period.ts';
import { periodsOf, tabulationsOf } from '#stats/aggregate/tabulation.ts';

const table = (basis: Tabulated['basis'], from: string, to: string): Tabulated => ({
  indicator: 'synthetic',
  source: 'one',
  basis,
  from,
  to,
  absent: 'zero',
  provisional: false,
});

describe('the periods of a tabulation', () => {
  it.each([
    ['month', '2013-11', '2014-01', ['2013-11', '2013-12', '2014-01']],
    ['us-fiscal-year', 'FY2018', 'FY2019', ['FY2018', 'FY2019']],
    ['calendar-year', '2014', '2014', ['2014']],
    ['calendar-year', '2014', '2013', []],
    ['month', '2014-01', '2013-11', []],
    ['month', '2014', '2015', []],
    ['month', '2014-01', '2014', []],
    ['month', '2014', '2014-03', []],
    ['calendar-year', '2014', 'FY2015', []],
    ['us-fiscal-year', '2014', 'FY2015', []],
    ['calendar-year', 'soon', '2015', []],
    ['calendar-year', '2014', 'later', []],
    ['day', '2014-01-01', '2014-01-03', []],
  ] as const)('%s from %s to %s', (basis, from, to, periods) => {
    expect(periodsOf(table(basis, from, to)).map(formatPeriod)).toEqual(periods);
  });

  it('are those of one indicator, source and basis, each with what absence means', () => {
    const tabulations = [
      table('month', '2014-01', '2014-02'),
      { ...table('month', '2014-03', '2014-03'), provisional: true },
      table('calendar-year', '2013', '2013'),
      { ...table('month', '2015-01', '2015-01'), source: 'two' },
    ];
    const found = tabulationsOf({ tabulations }, { indicator: 'synthetic', source: 'one', basis: 'month' });
    expect(
      found.map((tabulation) => [formatPeriod(tabulation.period), tabulation.absent, tabulation.provisional]),
    ).toEqual([
      ['2014-01', 'zero', false],
      ['2014-02', 'zero', false],
      ['2014-03', 'zero', true],
    ]);
    const elsewhere = { indicator: 'another', source: 'one', basis: 'month' } as const;
    expect(tabulationsOf({ tabulations }, elsewhere)).toEqual([]);
    expect(tabulationsOf({}, { indicator: 'synthetic', source: 'one', basis: 'month' })).toEqual([]);
  });

  it('say to what their zeros had been rounded, if they had', () => {
    const key = { indicator: 'synthetic', source: 'one', basis: 'month' } as const;
    const of = (rounding?: number) =>
      tabulationsOf(
        {
          tabulations: [
            { ...table('month', '2014-01', '2014-01'), ...(rounding === undefined ? {} : { rounding }) },
          ],
        },
        key,
      );
    const plain = { period: parsePeriod('2014-01'), absent: 'zero', provisional: false };
    expect(of()).toStrictEqual([plain]);
    expect(of(10)).toStrictEqual([{ ...plain, rounding: 10 }]);
  });
});
