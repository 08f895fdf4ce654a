/** Ratios and parts of a whole: their intervals, gaps and divisors. Long because each rule has cells of its own. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Area, Indicator } from '#stats/model/catalogue.ts';
import type { Break } from '#stats/model/break.ts';
import { type Divisor } from '#stats/model/divisor.ts';
import { isAreaWithin, isBreakdownWithin } from '#stats/transform/containment.ts';
import type { Cell } from '#stats/model/observation.ts';
import { overWords, timesWords } from '#stats/format/divisor.ts';
import { divisorFinder } from '#stats/transform/find-divisor.ts';
import { ratios, type RatioOptions } from '#stats/transform/ratio.ts';
import { cellFrom, cellSummary } from './cells.ts';

const area = (code: string, kind: Area['kind'], more: Partial<Area> = {}): Area => ({
  code,
  kind,
  name: { en: code, es: code },
  ...more,
});
const AREAS = new Map(
  [
    area('HND', 'country'),
    area('SLV', 'country'),
    area('HNTGU', 'city', { within: 'HND' }),
    area('inner', 'group', { members: [{ area: 'HND' }, { area: 'SLV', from: '2014-01-01' }] }),
    area('outer', 'group', { members: [{ area: 'inner' }] }),
    area('former', 'group', { members: [{ area: 'SLV', to: '2014-01-01' }] }),
    area('both', 'group', { members: [{ area: 'HND' }, { area: 'former' }] }),
    area('round', 'group', { members: [{ area: 'round' }] }),
    area('everywhere', 'all'),
  ].map((entry) => [entry.code, entry]),
);

const at = (code: string, text: string, more: Partial<Cell> = {}, period = '2014'): Cell =>
  cellFrom(period, text, { area: code, ...more });
const OWN: Pick<Indicator, 'id' | 'definitions' | 'sources'> = {
  id: 'homicides',
  definitions: [],
  sources: [],
};
const made = (
  cells: readonly Cell[],
  divisors: readonly Cell[],
  over: Divisor,
  more: Partial<RatioOptions> = {},
): string[] =>
  ratios(cells, {
    transform: 'ratio',
    over,
    divisor: divisorFinder(divisors, { over, indicator: OWN }),
    measure: 'count',
    breaks: [],
    areas: AREAS,
    membersOfToday: false,
    ...more,
  }).map(cellSummary);

const BREAK: Break = {
  id: 'changed',
  indicator: 'homicides',
  kind: 'definition',
  at: '2014-01-01',
  name: { en: 'changed', es: 'cambió' },
  text: { en: 'changed', es: 'cambió' },
  cited: { text: { en: 'a report', es: 'un informe' } },
};

describe('a ratio', () => {
  const overMexico = (own: string, divisor: string): string | undefined =>
    made([at('SLV', own)], [at('MEX', divisor)], { area: 'MEX' })[0];

  test.each([
    ['61.1', '21.5', '2.84186046512'],
    ['61.1', '16.1..16.7', '3.65868263473..3.79503105590'],
    ['3.68', 'more-than 20', 'less-than 0.184'],
    ['5', 'less-than 2', 'more-than 2.5'],
    ['5', 'at-most 2', 'at-least 2.5'],
    ['4..6', '2', '2..3'],
    ['0', '5', '0'],
    ['about 6', '3', 'about 2'],
    ['5', '0', 'zero-divisor area=MEX 2014'],
    ['5', '-', 'no-divisor area=MEX 2014'],
    ['-', '5', 'not-published'],
    // The ratio of two figures that are open on the same side is unknown.
    ['more-than 5', 'more-than 10', 'undetermined'],
    ['less-than 5', 'less-than 10', 'undetermined'],
  ])('%s over %s is %s', (own, divisor, text) => {
    const expected = text.split('..').map((end) => String(Number(end)));
    expect(overMexico(own, divisor)).toBe(/^\d/.test(text) ? expected.join('..') : text);
  });

  test('a cell over itself is exactly 1, however it is hedged', () => {
    expect(made([at('MEX', '4..6')], [at('MEX', '4..6')], { area: 'MEX' })).toEqual(['1']);
    // A computed figure is not the same cell as the published one.
    expect(made([at('MEX', '4..6', { computed: 'sum' })], [at('MEX', '4..6')], { area: 'MEX' })).not.toEqual([
      '1',
    ]);
  });

  test('numerator and denominator are given where both are exact', () => {
    const [cell] = ratios([at('SLV', '6')], {
      transform: 'ratio',
      over: { area: 'MEX' },
      divisor: () => at('MEX', '3', { editions: ['b@2021-01-01'] }),
      measure: 'count',
      breaks: [],
      areas: AREAS,
      membersOfToday: false,
    });
    expect(cell).toMatchObject({
      numerator: 6,
      denominator: 3,
      editions: ['a@2020-01-01', 'b@2021-01-01'],
      locator: null,
    });
  });

  test('has no numerator where one of the two is hedged', () => {
    const parts = (own: string, divisor: string): unknown =>
      ratios([at('SLV', own)], {
        transform: 'ratio',
        over: { area: 'MEX' },
        divisor: () => at('MEX', divisor),
        measure: 'count',
        breaks: [],
        areas: AREAS,
        membersOfToday: false,
      }).map(({ numerator, denominator }) => [numerator, denominator])[0];
    expect(parts('6', '3')).toEqual([6, 3]);
    expect(parts('about 6', '3')).toEqual([null, null]);
    expect(parts('6', '2..4')).toEqual([null, null]);
    expect(parts('4..8', '3')).toEqual([null, null]);
  });

  test('a rounded figure with its interval has no numerator', () => {
    const rounded = at('SLV', '6', { intervalKind: 'rounding' });
    const cell: Cell = { ...rounded, stated: { qualifier: 'exact', value: 6, low: 5, high: 7 } };
    const [ratio] = ratios([cell], {
      transform: 'ratio',
      over: { area: 'MEX' },
      divisor: () => at('MEX', '2'),
      measure: 'count',
      breaks: [],
      areas: AREAS,
      membersOfToday: false,
    });
    expect(ratio).toMatchObject({ numerator: null, denominator: null });
    expect(cellSummary(ratio!)).toBe('3 (2.5..3.5)');
  });

  test('a gap names the divisor and its period, once', () => {
    expect(made([at('SLV', '5')], [], { area: 'MEX', time: '2013' })).toEqual([
      'no-divisor area=MEX~time=2013',
    ]);
    expect(made([at('SLV', '5')], [], { time: '2013' })).toEqual(['no-divisor time=2013']);
  });

  test('a gap after the divisor was found cites its edition', () => {
    const other = { editions: ['b@2021-01-01'] };
    const editionsOf = (
      cell: Cell,
      divisor: Cell,
      over: Divisor,
      more: Partial<RatioOptions> = {},
    ): readonly string[] | undefined =>
      ratios([cell], {
        transform: 'ratio',
        over,
        divisor: () => divisor,
        measure: 'count',
        breaks: [],
        areas: AREAS,
        membersOfToday: false,
        ...more,
      })[0]?.editions;
    const both = ['a@2020-01-01', 'b@2021-01-01'];
    const before = at('HND', '4', other, '2013');
    const coverage = { present: 6, expected: 7, weight: null };
    expect(editionsOf(at('HND', '8'), before, { time: '2013' }, { breaks: [BREAK] })).toEqual(both);
    expect(editionsOf(at('SLV', '8'), at('MEX', '0', other), { area: 'MEX' })).toEqual(both);
    expect(editionsOf(at('SLV', '8'), at('inner', '4', { ...other, coverage }), { area: 'inner' })).toEqual(
      both,
    );
    expect(
      editionsOf(at('SLV', '8'), at('inner', '4', other), { area: 'inner' }, { transform: 'share-of' }),
    ).toEqual(both);
  });

  test('a sum of all its members divides, and is divided', () => {
    const coverage = { present: 7, expected: 7, weight: null };
    expect(made([at('inner', '8', { coverage })], [at('MEX', '4')], { area: 'MEX' })).toEqual(['2']);
    expect(made([at('SLV', '8')], [at('inner', '4', { coverage })], { area: 'inner' })).toEqual(['2']);
  });

  test('is not taken across a break, but within one period it is', () => {
    const before = at('HND', '4', {}, '2013');
    const over = { time: '2013' };
    expect(made([at('HND', '8')], [before], over, { breaks: [BREAK] })).toEqual(['break changed']);
    expect(made([at('HND', '8')], [before], over)).toEqual(['2']);
    expect(made([at('HND', '8')], [at('MEX', '4')], { area: 'MEX' }, { breaks: [BREAK] })).toEqual(['2']);
  });

  test('a sum of some members divides nothing; a mean of some is held against its own year only', () => {
    const coverage = { present: 6, expected: 7, weight: null };
    const some = at('inner', '8', { coverage });
    expect(made([some], [at('MEX', '4')], { area: 'MEX' })).toEqual(['members-missing']);
    expect(made([at('SLV', '8')], [at('inner', '4', { coverage })], { area: 'inner' })).toEqual([
      'members-missing',
    ]);
    expect(made([some], [at('MEX', '4')], { area: 'MEX' }, { measure: 'rate' })).toEqual(['2']);
    expect(made([some], [at('inner', '4', {}, '2013')], { time: '2013' }, { measure: 'rate' })).toEqual([
      'members-missing',
    ]);
  });

  test('every quotient of two numbers lies between the ends, and the ends are reached', () => {
    const span = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(span, span, ([a, width], [b, more]) => {
        const text = overMexico(`${a}..${a + width}`, `${b}..${b + more}`) ?? '';
        const ends = text.split('..').map(Number);
        expect(ends[0]).toBeCloseTo(a / (b + more), 9);
        expect(ends.at(-1)).toBeCloseTo((a + width) / b, 9);
      }),
    );
  });
});

describe('a part of a whole', () => {
  const part = (own: string, whole: string): string | undefined =>
    made(
      [at('SLV', own, { counterpart: 'HND' })],
      [at('SLV', whole, { counterpart: '_T' })],
      { origin: '_T' },
      { transform: 'share-of' },
    )[0];

  test.each([
    ['64300', '70330', '0.914261339400'],
    ['4000..5000', '10000', '0.4..0.5'],
    ['4000..5000', '4500..6000', '0.666666666667..1'],
    ['more-than 3', '10', 'more-than 0.3'],
    ['less-than 3', '10', 'less-than 0.3'],
    ['0', '10', '0'],
    ['12', '10', 'not-contained origin=_T 2014'],
    ['10', '10', '1'],
    ['10..12', '10', '1'],
    ['5', '0', 'zero-divisor origin=_T 2014'],
    ['5', '-', 'no-divisor origin=_T 2014'],
  ])('%s of %s is %s', (own, whole, text) => {
    const expected = text.split('..').map((end) => String(Number(end)));
    expect(part(own, whole)).toBe(/^\d/.test(text) ? expected.join('..') : text);
  });

  test('the ends are those of the part and the rest', () => {
    const span = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(span, span, ([low, width], [least, more]) => {
        const [high, top] = [low + width, least + more];
        const text = part(`${low}..${high}`, `${least}..${top}`) ?? '';
        if (low > top) {
          expect(text).toBe('not-contained origin=_T 2014');
          return;
        }
        const ends = text.split('..').map(Number);
        expect(ends[0]).toBeCloseTo(low / (low + (top - low)), 9);
        expect(ends.at(-1)).toBeCloseTo(high / (high + Math.max(0, least - high)), 9);
      }),
    );
  });

  test.each<[string, string, string, boolean]>([
    ['HNTGU', 'HND', '2014-01-01', true],
    ['HNTGU', 'outer', '2014-01-01', true],
    ['SLV', 'inner', '2014-01-01', true],
    ['SLV', 'inner', '2013-01-01', false],
    ['SLV', 'outer', '2014-01-01', true],
    ['HND+SLV', 'inner', '2014-01-01', true],
    ['HND+MEX', 'inner', '2014-01-01', false],
    ['inner', 'outer', '2014-01-01', true],
    ['outer', 'HND', '2014-01-01', false],
    ['HND', 'HNTGU', '2014-01-01', false],
    ['HND', 'SLV', '2014-01-01', false],
    ['HND', '_T', '2014-01-01', true],
    ['HND', 'everywhere', '2014-01-01', true],
    ['HND', 'unheard-of', '2014-01-01', false],
    ['SLV', 'former', '2013-12-31', true],
    ['SLV', 'former', '2014-01-01', false],
    ['former', 'inner', '2014-06-01', true],
    ['both', 'inner', '2014-06-01', true],
    ['GTM', 'round', '2014-01-01', false],
  ])('%s within %s on %s: %s', (code, whole, day, is) =>
    expect(isAreaWithin(code, whole, AREAS, day)).toBe(is),
  );

  test('members of any time count where the day of the release decides', () => {
    expect(isAreaWithin('SLV', 'inner', AREAS, null)).toBe(true);
  });

  test.each<[string, string, boolean]>([
    ['sex=f', '_T', true],
    ['_T', 'sex=f', false],
    ['sector=a;sex=f', 'sex=f', true],
    ['sex=m', 'sex=f', false],
    ['sex=f+sex=m', '_T', true],
    ['sector=a;sex=f+sector=b;sex=f', 'sex=f', true],
    ['sector=a;sex=f+sector=b;sex=m', 'sex=f', false],
  ])('the breakdown %s within %s: %s', (part, whole, is) => expect(isBreakdownWithin(part, whole)).toBe(is));

  test('is one on every axis that the whole names, and on no other', () => {
    const own = at('SLV', '1', { counterpart: 'HND', breakdown: 'sex=f' });
    const share = (over: Divisor, whole: Partial<Cell>): string | undefined =>
      made([own], [{ ...own, ...whole, stated: at('SLV', '4').stated }], over, { transform: 'share-of' })[0];
    expect(share({ area: 'inner' }, { area: 'inner' })).toBe('0.25');
    expect(share({ area: 'former' }, { area: 'former' })).toBe('not-contained area=former 2014');
    expect(share({ origin: 'inner' }, { counterpart: 'inner' })).toBe('0.25');
    expect(share({ origin: 'former' }, { counterpart: 'former' })).toBe('not-contained origin=former 2014');
    expect(share({ breakdown: '_T' }, { breakdown: '_T' })).toBe('0.25');
    expect(share({ breakdown: 'sex=m' }, { breakdown: 'sex=m' })).toBe('not-contained breakdown=sex=m 2014');
  });

  test('a central value beyond the whole is left out, and the interval ends at the whole', () => {
    const part = at('SLV', '9', { counterpart: 'HND' });
    const over: Divisor = { origin: '_T' };
    const share = (value: number, low: number, high: number): string | undefined =>
      made(
        [{ ...part, stated: { qualifier: 'about', value, low, high }, intervalKind: 'stated' }],
        [at('SLV', '10', { counterpart: '_T' })],
        over,
        { transform: 'share-of' },
      )[0];
    expect(share(9, 8, 12)).toBe('about 0.9 (0.8..1)');
    expect(share(10, 8, 12)).toBe('about 1 (0.8..1)');
    expect(share(11, 8, 12)).toBe('about 0.8..1');
  });

  test('what lies outside is no part', () => {
    expect(
      made(
        [at('SLV', '1', {}, '2013')],
        [at('inner', '9', {}, '2013')],
        { area: 'inner' },
        { transform: 'share-of' },
      ),
    ).toEqual(['not-contained area=inner 2013']);
  });
});

test('what divides, in words', () => {
  const names = {
    areas: [
      area('MEX', 'country', { name: { en: 'Mexico', es: 'México' } }),
      area('USA', 'country', { name: { en: 'United States', es: 'Estados Unidos' } }),
    ],
  };
  const both = (over: Divisor): string[] => [
    timesWords(over, names, 'en'),
    timesWords(over, names, 'es'),
    overWords(over, names, 'en'),
    overWords(over, names, 'es'),
  ];
  expect(both({ area: 'MEX' })).toEqual([
    'times Mexico’s',
    'veces la de México',
    'of Mexico’s',
    'de la de México',
  ]);
  expect(both({ area: 'USA' })[0]).toBe('times United States’');
  expect(both({ origin: '_T' })).toEqual(['times the total', 'veces el total', 'of the total', 'del total']);
  expect(both({ time: '2013' }).slice(0, 2)).toEqual(['times that of 2013', 'veces la de 2013']);
  expect(both({ area: 'MEX', time: '2013' }).slice(0, 2)).toEqual([
    'times that of Mexico, 2013',
    'veces la de México, 2013',
  ]);
});
