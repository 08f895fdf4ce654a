/** Which breaks concern a series, which periods they separate, and what they do to groups. */
import { describe, expect, test } from 'vitest';
import { breaksBetween, concerns, doubtsBetween, separates, type Break } from '#stats/model/break.ts';
import { breaksOf } from '#stats/transform/group-breaks.ts';
import { parsePeriod, type Period } from '#stats/time/period.ts';

const BREAK: Break = {
  id: 'changed',
  indicator: 'homicides',
  kind: 'definition',
  at: '2014-01-01',
  name: { en: 'changed', es: 'cambió' },
  text: { en: 'It changed.', es: 'Cambió.' },
  cited: { text: { en: 'a report', es: 'un informe' } },
};
const SERIES = { indicator: 'homicides', area: 'HND', source: 'unodc', definition: 'main' };
const period = (text: string): Period => {
  const parsed = parsePeriod(text);
  if (!parsed) throw new Error(`${text} is no period`);
  return parsed;
};
const isParted = (a: string, b: string, more: Partial<Break> = {}): boolean =>
  separates({ ...BREAK, ...more }, period(a), period(b));

describe('a break concerns', () => {
  test('every series of its indicator, unless it names an area, a source or a definition', () => {
    expect(concerns(BREAK, SERIES)).toBe(true);
    expect(concerns(BREAK, { ...SERIES, indicator: 'homicide-rate' })).toBe(false);
    for (const [own, other] of [
      [{ area: 'HND' }, { area: 'SLV' }],
      [{ source: 'unodc' }, { source: 'who' }],
      [{ definition: 'main' }, { definition: 'intentional' }],
    ] as const) {
      expect(concerns({ ...BREAK, ...own }, SERIES)).toBe(true);
      expect(concerns({ ...BREAK, ...other }, SERIES)).toBe(false);
    }
  });

  test('a sum of areas if it concerns one of them', () => {
    const ofHonduras = { ...BREAK, area: 'HND' };
    expect(concerns(ofHonduras, { ...SERIES, area: 'SLV+HND' })).toBe(true);
    expect(concerns(ofHonduras, { ...SERIES, area: 'SLV+GTM' })).toBe(false);
  });
});

describe('a break separates', () => {
  test('what ends before its day from what begins on it', () => {
    expect(isParted('2013', '2014')).toBe(true);
    expect(isParted('2012', '2013')).toBe(false);
    expect(isParted('2014', '2015')).toBe(false);
    expect(isParted('2013-12-30', '2013-12-31')).toBe(false);
    expect(isParted('2013-12-31', '2014-01-01')).toBe(true);
    expect(isParted('2014-01-01', '2014-01-02')).toBe(false);
  });

  test('a period that has days on both sides from every other', () => {
    expect(isParted('FY2014', 'FY2015')).toBe(true);
    expect(isParted('FY2013', 'FY2014')).toBe(true);
    expect(isParted('2010-01-01/..', '2015')).toBe(true);
    expect(isParted('../2015-10-15', '2013')).toBe(true);
    expect(isParted('2014-03-01/..', '2015')).toBe(false);
    expect(isParted('../2013-10-15', '2012')).toBe(false);
  });

  test('what touches the span in which it happened, to its last day', () => {
    const within2014 = { until: '2014-12-31' };
    expect(isParted('2014-12-31', '2015-01-01', within2014)).toBe(true);
    expect(isParted('2015-01-01', '2015-01-02', within2014)).toBe(false);
    expect(isParted('2013-12-31', '2014-01-01', within2014)).toBe(true);
    expect(isParted('2014', '2015', within2014)).toBe(true);
    expect(isParted('2012', '2013', within2014)).toBe(false);
  });

  test('periods of its basis only, if it names one', () => {
    const ofYears = { basis: 'us-fiscal-year' } as const;
    expect(isParted('FY2013', 'FY2015', ofYears)).toBe(true);
    expect(isParted('2013', '2015', ofYears)).toBe(false);
    expect(isParted('FY2013', '2015', ofYears)).toBe(false);
    expect(isParted('2013', 'FY2015', ofYears)).toBe(false);
  });

  test('nothing that has no place in time', () => {
    expect(isParted('annual@2013-11', '2015')).toBe(false);
    expect(isParted('2013', 'unstated@2015-11')).toBe(false);
  });
});

test('a change blocks; a doubt and a note are told', () => {
  const of = (kind: Break['kind']): readonly [number, number] => {
    const [a, b, breaks] = [period('2013'), period('2014'), [{ ...BREAK, kind }]];
    return [breaksBetween(SERIES, a, b, breaks).length, doubtsBetween(SERIES, a, b, breaks).length];
  };
  for (const kind of ['definition', 'method', 'scope', 'period'] as const) expect(of(kind)).toEqual([1, 0]);
  for (const kind of ['doubt', 'note'] as const) expect(of(kind)).toEqual([0, 1]);
  expect(
    doubtsBetween(SERIES, period('2013'), period('2014'), [
      { ...BREAK, kind: 'doubt' },
      { ...BREAK, kind: 'doubt', area: 'SLV' },
    ]),
  ).toEqual([{ text: { en: 'It changed.', es: 'Cambió.' }, mandatory: true }]);
});

test('a break of a member is one of each group that it lies in, and of no other area', () => {
  const areas = [
    { code: 'HND' },
    { code: 'SLV' },
    { code: 'triangle', members: [{ area: 'HND' }, { area: 'SLV' }] },
    { code: 'outer', members: [{ area: 'triangle' }] },
    { code: 'elsewhere', members: [{ area: 'SLV' }] },
  ];
  const of = (breaks: readonly Break[]): (string | undefined)[] =>
    breaksOf({ breaks, areas }).map(({ area }) => area);
  expect(of([{ ...BREAK, area: 'HND' }])).toEqual(['HND', 'triangle', 'outer']);
  expect(of([BREAK])).toEqual([undefined]);
  expect(breaksOf({ areas })).toEqual([]);
});
