/**
 * Every transform on figures that can be checked by hand, including those of the founding documents. It is long
 * because each transform has its cases here.
 */
import { describe, expect, test } from 'vitest';
import type { Break } from '#stats/model/break.ts';
import type { Cell } from '#stats/model/observation.ts';
import { fiscalYear, formatPeriod, leastSure, parsePeriod } from '#stats/time/period.ts';
import { changeOnYear } from '#stats/transform/change.ts';
import type { Derived } from '#stats/transform/derived.ts';
import { indexToBase } from '#stats/transform/index-to-base.ts';
import { perCapita } from '#stats/transform/per-capita.ts';
import { rollingMean } from '#stats/transform/rolling-mean.ts';
import { shareOfTotal } from '#stats/transform/share-of-total.ts';
import { cellFrom, cellSummary } from './cells.ts';
import { partsBefore, windowOf, yearsBefore } from '#stats/time/months.ts';

const DOUBT: Break = {
  id: 'honduras-homicide-classes',
  indicator: 'homicides',
  area: 'HND',
  kind: 'doubt',
  at: '2013-01-01',
  until: '2013-12-31',
  name: { en: 'a break', es: 'una ruptura' },
  text: { en: 'The way of classing murders may have changed.', es: 'Puede haber cambiado la clasificación.' },
  cited: { text: { en: 'A report', es: 'Un informe' } },
};
const DECLARED: Break = { ...DOUBT, kind: 'method' };

const say = (cells: readonly Derived[]): string[] => cells.map(cellSummary);
const series = (figures: Readonly<Record<string, string>>, rest: Partial<Cell> = {}): Cell[] =>
  Object.entries(figures).map(([period, text]) => cellFrom(period, text, rest));
const year = (text: string) => parsePeriod(text) as NonNullable<ReturnType<typeof parsePeriod>>;

describe('change on the year', () => {
  const change = (cells: readonly Cell[], how: 'unit' | 'percent', breaks: readonly Break[] = []): string[] =>
    say(changeOnYear(cells, { in: how, signed: false, breaks }));

  test('38,759 unaccompanied children in FY2013 and 68,541 in FY2014 are a rise of 77 percent', () => {
    const children = series({ FY2013: '38759', FY2014: '68541' });
    expect(change(children, 'unit')).toEqual(['period-missing FY2012', '29782']);
    expect(change(children, 'percent')).toEqual(['period-missing FY2012', '76.8389277329']);
  });

  test.each([
    ['10', '4..5', '-6..-5', '-60..-50'],
    ['4..5', '10', '5..6', '100..150'],
    ['more-than 10', '5', 'less-than -5', 'less-than -50'],
    ['at-least 10', '5', 'at-most -5', 'at-most -50'],
    ['nearly 10', '5', 'just-over -5', 'just-over -50'],
    ['just-over 10', '5', 'nearly -5', 'nearly -50'],
    ['just-over 10', '4..5', 'less-than -5', '-100..-50'],
    ['nearly 10', '4..5', 'more-than -6', 'more-than -60'],
    ['less-than 2', '5', '3..5', 'more-than 150'],
    ['0', '5', '5', 'not-applicable 2013'],
    ['about 4', '5', 'about 1', 'about 25'],
    ['more-than 4', 'more-than 5', 'undetermined', 'undetermined'],
    ['5', 'less-than 2', '-5..-3', 'less-than -60'],
    ['5', 'nearly 2', 'nearly -3', 'nearly -60'],
    ['-', '5', 'not-published 2013', 'not-published 2013'],
    ['5', '-', 'not-published', 'not-published'],
  ])('from %s to %s: %s, or %s percent', (before, after, unit, percent) => {
    const cells = series({ 2013: before, 2014: after });
    expect([change(cells, 'unit')[1], change(cells, 'percent')[1]]).toEqual([unit, percent]);
  });

  test('an end that is not reached is said not to be: 5 after less than 2 is more than 3, at most 5', () => {
    const [, after] = changeOnYear(series({ 2013: 'less-than 2', 2014: '5' }), {
      in: 'unit',
      signed: false,
      breaks: [],
    });
    expect([after?.lowInclusive, after?.highInclusive]).toEqual([false, true]);
  });

  test('it is never taken across a change in the way of counting; a doubt is said beside it', () => {
    const rates = series({ 2011: '91', 2012: '92', 2013: '79', 2014: '68', 2015: '60' });
    expect(change(rates, 'unit', [DECLARED])).toEqual([
      'period-missing 2010',
      '1',
      'break honduras-homicide-classes',
      'break honduras-homicide-classes',
      '-8',
    ]);
    expect(change(series({ 2012: '92', 2013: '79' }, { area: 'SLV' }), 'unit', [DECLARED])[1]).toBe('-13');
    for (const kind of ['doubt', 'note'] as const) {
      const options = { in: 'unit', signed: false, breaks: [{ ...DOUBT, kind }] } as const;
      const changes = changeOnYear(rates, options);
      expect(say(changes)).toEqual(['period-missing 2010', '1', '-13', '-11', '-8']);
      expect(changes.map((cell) => cell.notes.map(({ text }) => text.en))).toEqual([
        [],
        [],
        [DOUBT.text.en],
        [DOUBT.text.en],
        [],
      ]);
      expect(changes[2]?.notes[0]?.mandatory).toBe(true);
    }
  });

  test('a month is held against the same month of the year before', () => {
    expect(change(series({ '2013-12': '9', '2014-01': '10', '2014-12': '12' }), 'unit')[2]).toBe('3');
  });

  test('two days, or two totals to a date, have no year before', () => {
    expect(change(series({ '2018-10-19': '9', '../2018-10-26': '10' }), 'unit')).toEqual([
      'not-applicable',
      'not-applicable',
    ]);
  });

  test('it is as unsure of its year as the least sure, and names every edition', () => {
    const cells = [
      cellFrom('2013', '5', { periodStatus: 'assumed', editions: ['b@2019-01-01'] }),
      cellFrom('2014', '6', { locator: 'table 3', printed: '6' }),
    ];
    const [, after] = changeOnYear(cells, { in: 'unit', signed: false, breaks: [] });
    expect(after).toMatchObject({ periodStatus: 'assumed', locator: null, printed: null });
    expect(after?.editions).toEqual(['a@2020-01-01', 'b@2019-01-01']);
    expect(leastSure(['stated', 'inferred'])).toBe('inferred');
  });

  test('a stated range and a confidence interval make no figure together', () => {
    const cells = [cellFrom('2013', '4..5'), cellFrom('2014', '6..7', { intervalKind: 'confidence-95' })];
    expect(change(cells, 'unit')[1]).toBe('not-additive confidence-95 stated');
  });
});

describe('index to a base year', () => {
  test('it is exactly 100 in its base year, however that is hedged', () => {
    for (const base of ['61.1', 'about 61.1', '60..62', 'more-than 60', 'nearly 60']) {
      expect(say(indexToBase(series({ 2014: base }), year('2014'), []))).toEqual(['100']);
    }
  });

  test.each([
    ['61.1', '103', '168.576104746'],
    ['less-than 2', '5', 'more-than 250'],
    ['4..5', '10', '200..250'],
    ['more-than 10', '5', 'less-than 50'],
    ['nearly 10', '5', 'just-over 50'],
    ['0..5', '10', 'at-least 200'],
    ['about 4', '6', 'about 150'],
    ['0', '5', 'not-applicable 2014'],
    ['5', '0', '0'],
    ['more-than 5', 'more-than 6', 'undetermined'],
    ['-', '6', 'not-published 2014'],
  ])('base %s, figure %s: %s', (base, figure, expected) => {
    expect(say(indexToBase(series({ 2014: base, 2015: figure }), year('2014'), []))[1]).toBe(expected);
  });

  test('a break between the base year and a figure leaves a gap that names it', () => {
    const cells = series({ 2012: '92', 2014: '68', 2015: '60' });
    expect(say(indexToBase(cells, year('2012'), [DECLARED]))).toEqual([
      '100',
      'break honduras-homicide-classes',
      'break honduras-homicide-classes',
    ]);
    expect(say(indexToBase(cells, year('2014'), [DECLARED]))[2]).toBe('88.2352941176');
    const doubted = indexToBase(cells, year('2012'), [DOUBT]);
    expect(say(doubted)).toEqual(['100', '73.9130434783', '65.2173913043']);
    expect(doubted.map(({ notes }) => notes.length)).toEqual([0, 1, 1]);
  });
});

describe('per capita', () => {
  const people = [
    cellFrom('2014', '318000000', { area: 'USA', indicator: 'population' }),
    cellFrom('2014', '8500000', { area: 'HND', indicator: 'population' }),
  ];
  const per = (cell: Cell, of: 'area' | 'origin'): string =>
    say(perCapita([cell], { of, populations: people, per: 100_000 }))[0] ?? '';

  test('a fiscal year takes the population of the calendar year in which it ends', () => {
    expect(per(cellFrom('FY2014', '68541', { area: 'USA' }), 'area')).toBe('21.5537735849');
    expect(per(cellFrom('FY2015', '39970', { area: 'USA' }), 'area')).toBe('no-weight USA 2015');
  });

  test('it is said whose population: 18,244 Honduran children of the United States, or of Honduras', () => {
    const children = cellFrom('FY2014', '18244', { area: 'USA', counterpart: 'HND' });
    expect(per(children, 'area')).toBe('5.73710691824');
    expect(per(children, 'origin')).toBe('214.635294118');
    expect(per({ ...children, counterpart: '_T' }, 'origin')).toBe('not-applicable');
  });

  test('a hedge stays, months are not divided, gaps stay', () => {
    expect(per(cellFrom('2014', 'more-than 20000', { area: 'HND' }), 'area')).toBe('more-than 235.294117647');
    expect(per(cellFrom('2014-10', '5', { area: 'HND' }), 'area')).toBe('not-applicable');
    expect(per(cellFrom('2014', '-', { area: 'HND' }), 'area')).toBe('not-published');
  });

  test('exact parts are kept, so that groups can be sums over sums', () => {
    const [other] = perCapita([cellFrom('2014', '5', { area: 'HND' })], {
      of: 'area',
      populations: people,
      per: 1e5,
    });
    expect([other?.numerator, other?.denominator]).toEqual([5, 8_500_000]);
  });
});

describe('share of total', () => {
  const shares = (figures: Readonly<Record<string, string>>, overlap = false): string[] =>
    say(
      shareOfTotal(
        Object.entries(figures).map(([area, text]) => cellFrom('2014', text, { area })),
        { members: Object.keys(figures), member: (cell) => cell.area, overlap },
      ),
    );

  test('children by nationality in FY2014: Honduras had the largest part', () => {
    expect(shares({ HND: '18244', GTM: '17057', SLV: '16404', MEX: '15634' })).toEqual([
      '0.270927694204',
      '0.253300464812',
      '0.243603261112',
      '0.232168579872',
    ]);
  });

  test.each([
    ['4000..5000', '1000', '0.8..0.833333333333'],
    ['5', 'more-than 10', 'less-than 0.333333333333'],
    ['5', 'just-over 10', 'nearly 0.333333333333'],
    ['5', 'nearly 10', 'just-over 0.333333333333'],
    ['5', 'less-than 10', '0.333333333333..1'],
    ['more-than 5', '5', 'more-than 0.5'],
    ['about 5', '5', 'about 0.5'],
    ['0', 'more-than 10', '0'],
    ['5', '0', '1'],
    ['0', '0', 'not-applicable'],
    ['more-than 5', 'more-than 5', 'undetermined'],
    ['less-than 5', '0', '1'],
  ])('%s beside %s: %s', (own, other, expected) => {
    expect(shares({ HND: own, GTM: other })[0]).toBe(expected);
  });

  test('a part without a figure is never zero: it is named, and there is no share', () => {
    expect(shares({ HND: '5', GTM: '-', SLV: '6' })).toEqual([
      'members-missing GTM',
      'not-published',
      'members-missing GTM',
    ]);
  });

  test('a country and its city have no sum', () => {
    expect(shares({ HND: '5', HNSAP: '2' }, true)).toEqual(['overlap', 'overlap']);
  });
});

describe('rolling mean', () => {
  const options = { length: 3, per: 100_000, signed: false, breaks: [] } as const;

  test('of counts and estimates it is the plain mean, with the ends of its figures', () => {
    const counts = series({ 2012: '300', 2013: '360', 2014: '330', 2015: 'more-than 600' });
    expect(say(rollingMean(counts, { ...options, measure: 'count' }))).toEqual([
      'period-missing 2010 2011',
      'period-missing 2011',
      '330',
      'more-than 430',
    ]);
  });

  test('a month that is missing is named', () => {
    const months = series({ '2014-11': '3', '2015-01': '4' });
    expect(say(rollingMean(months, { ...options, measure: 'count' }))[1]).toBe('period-missing 2014-12');
  });

  test('of shares it is a ratio of sums, not a mean of percentages', () => {
    const share = (period: string, numerator: number, denominator: number): Cell =>
      cellFrom(period, String(numerator / denominator), { numerator, denominator });
    const cells = [share('2013', 3, 100), share('2014', 90, 900)];
    const [, mean] = rollingMean(cells, { ...options, measure: 'share', length: 2 });
    expect(mean && cellSummary(mean)).toBe('0.093');
    expect([mean?.numerator, mean?.denominator]).toEqual([93, 1000]);
  });

  test('of rates it is in their unit, and without parts there is none', () => {
    const cells = [
      cellFrom('2013', '10', { numerator: 10, denominator: 100_000 }),
      cellFrom('2014', '30', { numerator: 90, denominator: 300_000 }),
    ];
    expect(cellSummary(rollingMean(cells, { ...options, measure: 'rate', length: 2 })[1] as Derived)).toBe(
      '25',
    );
    const bare = series({ 2013: '61', 2014: '68' });
    expect(cellSummary(rollingMean(bare, { ...options, measure: 'rate', length: 2 })[1] as Derived)).toBe(
      'no-parts',
    );
  });

  test('no window reaches across a break, and days have no window', () => {
    const cells = series({ 2012: '92', 2013: '79', 2014: '68' });
    const means = rollingMean(cells, { ...options, measure: 'count', breaks: [DECLARED] });
    expect(cellSummary(means[2] as Derived)).toBe('break honduras-homicide-classes');
    const [, , doubted] = rollingMean(cells, { ...options, measure: 'count', breaks: [DOUBT] });
    expect(cellSummary(doubted as Derived)).toBe('79.6666666667');
    expect(doubted?.notes).toEqual([{ text: DOUBT.text, mandatory: true }]);
    expect(say(rollingMean(series({ '2018-10-19': '5' }), { ...options, measure: 'count' }))).toEqual([
      'not-applicable',
    ]);
  });
});

describe('steps in time', () => {
  test('the year before and the month before are periods of the same basis', () => {
    const text = (period: ReturnType<typeof yearsBefore>): string => (period ? formatPeriod(period) : 'none');
    expect(text(yearsBefore(fiscalYear(2014), 1))).toBe('FY2013');
    expect(text(yearsBefore(year('2015-01'), 1))).toBe('2014-01');
    expect(text(partsBefore(year('2015-01'), 1))).toBe('2014-12');
    expect(text(partsBefore(year('2015-Q1'), 1))).toBe('2014-Q4');
    expect(text(yearsBefore(year('2015-S2'), 1))).toBe('2014-S2');
    expect(text(yearsBefore(year('2018-10-19'), 1))).toBe('none');
    expect(windowOf(year('2014'), 3).map(formatPeriod)).toEqual(['2012', '2013', '2014']);
  });
});
