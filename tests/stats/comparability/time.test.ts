/** Reasons of time: how long periods are, which calendar they follow, whether they meet. */
import { describe, expect, test } from 'vitest';
import { crossed, lengthOf, timeReasons } from '#stats/comparability/time.ts';
import type { Subject } from '#stats/comparability/subject.ts';
import type { Break } from '#stats/model/break.ts';
import type { Indicator } from '#stats/model/catalogue.ts';
import { parsePeriod, type Period } from '#stats/time/period.ts';
import { cellFrom } from '../transform/cells.ts';

const period = (text: string): Period => parsePeriod(text) as Period;
const FLOW = { id: 'homicides', measure: 'count', additive: 'flow', signed: false } as Indicator;
const STOCK = { ...FLOW, additive: 'stock' } as Indicator;
/** A series of an area with figures for some periods; `?` marks an assumed one. */
function series(area: string, periods: string, indicator: Indicator = FLOW): Subject {
  const cells = periods.split(' ').map((text) =>
    cellFrom(text.replace('?', ''), '5', {
      area,
      periodStatus: text.endsWith('?') ? 'assumed' : 'stated',
    }),
  );
  const { source, counterpart, breakdown, definition, basis } = cells[0]!;
  const key = { indicator: indicator.id, source, area, counterpart, breakdown, definition, basis };
  return { key, indicator, cells } as unknown as Subject;
}
const codes = (...subjects: Subject[]): string[] =>
  timeReasons(subjects, []).map(({ code, of }) => [code, ...of].join(' '));

test('a period is as long as its months, or its days', () => {
  const lengths = {
    '2014': 'year',
    FY2014: 'year',
    'annual@2015-11': 'year',
    '2014-10': '1 months',
    '2014-Q3': '3 months',
    '2014-S1': '6 months',
    '2018-10-19': '1 days',
    '2014-10/2015-04': '7 months',
    '2014-02/2015-01': 'year',
    '2009-06-28/2011-06-28': '731 days',
    '2008-01-01/..': '2008-01-01/..',
    '../2015-10-15': '../2015-10-15',
    'unstated@2018-10-20': 'unknown',
  };
  for (const [text, length] of Object.entries(lengths)) expect(lengthOf(period(text))).toBe(length);
});

describe('figures that add up', () => {
  test('are not compared over spans of different length', () => {
    expect(codes(series('HND', '2014'), series('SLV', '2014-Q3'))).toEqual([
      'partial-year year 3 months',
      'time-basis calendar-year quarter',
    ]);
    expect(codes(series('HND', '2014'), series('SLV', '2014-10-19'))[0]).toBe('time-length year 1 days');
    expect(codes(series('HND', '2014-Q3'), series('SLV', '2014-S2'))[0]).toBe(
      'time-length 3 months 6 months',
    );
    expect(codes(series('HND', '2014-Q3'), series('SLV', '2014-Q3'))).toEqual([]);
    expect(codes(series('HND', '2014 2015'), series('SLV', '2014 2015'))).toEqual([]);
  });

  test('of an unknown length may differ from each other, and one of them alone does not', () => {
    const loose = [series('HND', 'unstated@2018-10-20'), series('SLV', 'unstated@2018-10-20')];
    expect(codes(...loose)[0]).toBe('time-length unknown');
    expect(codes(loose[0]!)).toEqual([]);
  });

  test('are the only ones of which the length matters', () => {
    const sides = (indicator: Indicator): string[] =>
      codes(series('HND', '2014', indicator), series('SLV', '2014-10', indicator)).filter(
        (code) => !code.startsWith('time-basis'),
      );
    expect(sides(STOCK)).toEqual([]);
    expect(sides({ ...FLOW, measure: 'share' })).toEqual([]);
    expect(sides({ ...FLOW, additive: 'none' })).toEqual([]);
    const change = { ...FLOW, additive: 'none', signed: true } as Indicator;
    expect(sides(change)).toEqual(['partial-year year 1 months']);
    // Degrees may be below zero and are no change.
    expect(sides({ ...change, measure: 'level' })).toEqual([]);
    expect(sides({ ...STOCK, signed: true })).toEqual([]);
    expect(codes(series('HND', '2014'), series('SLV', '2014-10', STOCK))).toEqual([
      'time-basis calendar-year month',
    ]);
  });
});

test('spans of equal length but other months are told, and no others', () => {
  const of = (a: string, b: string): string[] => codes(series('HND', a), series('HND', b));
  expect(of('2014-10/2015-04', '2015-05/2015-11')).toEqual([
    'season 10-04 05-11',
    'dates 2014-10/2015-04 2015-05/2015-11',
  ]);
  expect(of('2013-10/2014-04', '2014-10/2015-04')).toEqual(['dates 2013-10/2014-04 2014-10/2015-04']);
  expect(of('2014-02/2015-01', '2014-03/2015-02')).toEqual([]);
  expect(of('2014-10/2015-04', '2014-10/2015-05')).toEqual(['time-length 7 months 8 months']);
  expect(of('2014-10-05/2014-10-07', '2014-11-05/2014-11-07')).toEqual([
    'dates 2014-10-05/2014-10-07 2014-11-05/2014-11-07',
  ]);
});

describe('two series', () => {
  test('with no period in common are told, and those that meet in one are not', () => {
    expect(codes(series('HND', '2013'), series('SLV', '2014'))).toEqual(['dates 2013 2014']);
    expect(codes(series('HND', '2013 2014'), series('SLV', '2014 2015'))).toEqual([]);
    expect(codes(series('HND', '2013 2014'))).toEqual([]);
    expect(codes(series('HND', '2013 2014'), series('SLV', '2014'), series('GTM', '2016'))).toEqual([
      'dates 2013 2014 2016',
    ]);
  });

  test('meet where one of them has no end, or no known start', () => {
    const meets = (a: string, b: string): boolean =>
      !codes(series('HND', a, STOCK), series('SLV', b, STOCK)).some((code) => code.startsWith('dates'));
    expect(meets('2008-01-01/..', '2020')).toBe(true);
    expect(meets('2020', '2008-01-01/..')).toBe(true);
    expect(meets('2008-01-01/..', '2007')).toBe(false);
    expect(meets('../2015-10-15', '1950')).toBe(true);
    expect(meets('../2015-10-15', '2016')).toBe(false);
  });

  test('of two calendars are told, in the words of the calendars', () => {
    const [reason] = timeReasons([series('HND', '2014'), series('SLV', 'FY2014')], []);
    expect(reason?.code).toBe('time-basis');
    expect(reason?.of).toEqual(['calendar-year', 'us-fiscal-year']);
    expect(reason?.text.en).not.toContain('us-fiscal-year');
  });

  test('of assumed periods name their areas, each once', () => {
    expect(codes(series('HND', '2013? 2014?'), series('SLV', '2014'))).toEqual(['assumed-period HND']);
  });
});

describe('a break', () => {
  const BREAK: Break = {
    id: 'changed',
    indicator: 'homicides',
    kind: 'definition',
    at: '2014-01-01',
    name: { en: 'changed', es: 'cambió' },
    text: { en: 'It changed.', es: 'Cambió.' },
    cited: { text: { en: 'a report', es: 'un informe' } },
  };
  const ids = (subjects: Subject[], ...breaks: Break[]): string[] =>
    crossed(subjects, breaks).map(({ id, area }) => [id, area ?? ''].join(' ').trim());

  test('is crossed by periods of the series that it concerns, in one series or in two', () => {
    expect(ids([series('HND', '2013 2014')], BREAK)).toEqual(['changed']);
    expect(ids([series('HND', '2013'), series('SLV', '2014')], BREAK)).toEqual(['changed']);
    expect(ids([series('HND', '2012 2013')], BREAK)).toEqual([]);
    expect(ids([series('HND', '2013'), series('SLV', '2014')], { ...BREAK, area: 'HND' })).toEqual([]);
  });

  test('inside a single period is crossed by nothing', () => {
    const midYear = { ...BREAK, at: '2014-07-01' };
    expect(ids([series('HND', '2014')], midYear)).toEqual([]);
    expect(ids([series('HND', '2014 2015')], midYear)).toEqual(['changed']);
  });

  test('is not crossed by a gap', () => {
    const gap = cellFrom('2014', '-');
    const own = series('HND', '2013');
    expect(ids([{ ...own, cells: [...own.cells, gap] }], BREAK)).toEqual([]);
  });

  test('of an area and its group is listed once, as the first of them', () => {
    const subjects = [series('HND', '2013 2014'), series('two', '2013 2014')];
    expect(ids(subjects, { ...BREAK, area: 'HND' }, { ...BREAK, area: 'two' })).toEqual(['changed HND']);
    expect(ids(subjects, BREAK, { ...BREAK, id: 'again' })).toEqual(['changed', 'again']);
  });

  test('is a reason, with its text', () => {
    const [reason] = timeReasons([series('HND', '2013 2014')], [BREAK]);
    expect(reason).toMatchObject({ code: 'break', of: ['changed'] });
    expect(reason?.text.en).toContain('It changed.');
  });
});
