/** What each transform is given: its own series, the breaks of members, one population, the members of the day. */
import { describe, expect, test } from 'vitest';
import type { Break } from '#stats/model/break.ts';
import type { Area, Catalogue, Indicator } from '#stats/model/catalogue.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { TransformSpec } from '#stats/model/query.ts';
import { applyTransform, type Applying } from '#stats/transform/apply.ts';
import { foundingCatalogue, foundingIndicator } from '../founding.ts';
import { cellFrom, cellSummary } from './cells.ts';

const area = (code: string, kind: Area['kind'], more: Partial<Area> = {}): Area => ({
  code,
  kind,
  name: { en: code, es: code },
  ...more,
});
const CHANGED: Break = {
  id: 'changed',
  indicator: 'homicides',
  area: 'HND',
  kind: 'definition',
  at: '2014-01-01',
  name: { en: 'changed', es: 'cambió' },
  text: { en: 'changed', es: 'cambió' },
  cited: { text: { en: 'a report', es: 'un informe' } },
};
const AREAS = [
  ...['HND', 'GTM', 'MEX', 'USA'].map((code) => area(code, 'country')),
  area('MX-CHH', 'state', { within: 'MEX' }),
  area('MX-SON', 'state', { within: 'MEX' }),
  area('two', 'group', { members: [{ area: 'HND' }, { area: 'GTM' }] }),
  area('later', 'group', { members: [{ area: 'HND', from: '2020-01-01' }] }),
  area('_T', 'all'),
  area('_Z', 'none'),
];
const world: Catalogue = { ...foundingCatalogue, areas: AREAS, breaks: [] };
const broken: Catalogue = { ...world, breaks: [CHANGED] };
const indicator: Indicator = { ...foundingIndicator('uac-apprehensions'), id: 'homicides', parts: [] };
const QUERY: Applying['query'] = {
  country: [],
  group: [],
  origin: [],
  breakdown: [],
  by: ['area', 'origin', 'breakdown', 'source'],
};
const made = (cells: readonly Cell[], transform: TransformSpec, given: Partial<Applying> = {}): Cell[] =>
  applyTransform(cells, transform, { indicator, catalogue: world, query: QUERY, populations: [], ...given });
const shown = (...asked: Parameters<typeof made>): string[] => made(...asked).map(cellSummary);

const at = (code: string, period: string, text: string, more: Partial<Cell> = {}): Cell =>
  cellFrom(period, text, { area: code, ...more });
const SUM = { computed: 'sum' } as const;

describe('along time', () => {
  const twice = [
    at('two', '2013', '10'),
    at('two', '2014', '20'),
    at('two', '2013', '100', SUM),
    at('two', '2014', '150', SUM),
  ];

  test('the published and the computed figures of a group are two series', () => {
    const missing = 'period-missing 2012';
    expect(shown(twice, { id: 'change' })).toEqual([missing, '10', missing, '50']);
    expect(shown(twice, { id: 'change-percent' })).toEqual([missing, '100', missing, '50']);
    expect(shown(twice, { id: 'index', base: '2013' })).toEqual(['100', '200', '100', '150']);
    expect(shown(twice, { id: 'rolling-mean', length: 2 })).toEqual([missing, '15', missing, '125']);
    const ranks = made(twice, { id: 'rank', along: 'time' }).map((cell) => cell.rank);
    const [first, second] = [
      { best: 1, worst: 1, of: 2 },
      { best: 2, worst: 2, of: 2 },
    ];
    expect(ranks).toEqual([second, first, second, first]);
  });

  test.each<[string, TransformSpec]>([
    ['a change', { id: 'change' }],
    ['a change in percent', { id: 'change-percent' }],
    ['an index', { id: 'index', base: '2013' }],
    ['a rolling mean', { id: 'rolling-mean', length: 2 }],
    ['a rank over time', { id: 'rank', along: 'time' }],
    ['a ratio of two years', { id: 'ratio', over: { time: '2013' } }],
  ])('%s is not made across a break in the series of a member', (_, transform) => {
    const cells = [at('two', '2013', '10', SUM), at('two', '2014', '20', SUM)];
    const given = { divisors: cells };
    expect(shown(cells, transform, { ...given, catalogue: broken })[1]).toBe('break changed');
    expect(shown(cells, transform, { ...given, catalogue: world })[1]).not.toContain('break');
  });

  test('less than 5 begins at 0, unless the figures may be negative', () => {
    const cells = [at('HND', '2013', 'less-than 5'), at('HND', '2014', '10')];
    const signed = { indicator: { ...indicator, signed: true } };
    expect(shown(cells, { id: 'change' })[1]).toBe('5..10');
    expect(shown(cells, { id: 'change' }, signed)[1]).toBe('more-than 5');
    expect(shown(cells, { id: 'rolling-mean', length: 2 })[1]).toBe('5..7.5');
    expect(shown(cells, { id: 'rolling-mean', length: 2 }, signed)[1]).toBe('less-than 7.5');
    // -3 is less than a figure of 0 or more.
    const below = [at('HND', '2013', 'less-than 5'), at('HND', '2014', '-3')];
    const rank = (given: Partial<Applying>) => made(below, { id: 'rank', along: 'time' }, given)[1]?.rank;
    expect(rank({})).toEqual({ best: 2, worst: 2, of: 2 });
    expect(rank(signed)).toEqual({ best: 1, worst: 2, of: 2 });
    const beside = [at('HND', '2014', 'less-than 5'), at('GTM', '2014', '-3')];
    const among = (given: Partial<Applying>) => made(beside, { id: 'rank', along: null }, given)[1]?.rank;
    expect(among({})).toEqual({ best: 2, worst: 2, of: 2 });
    expect(among(signed)).toEqual({ best: 1, worst: 2, of: 2 });
  });

  test('the mean of a rate is that of its cases and people, per so many people', () => {
    const cells = ['2013', '2014'].map((year, i) =>
      at('HND', year, '1', { numerator: 3 - i, denominator: 1000 + 1000 * i }),
    );
    const mean = (given: Partial<Indicator>) =>
      shown(
        cells,
        { id: 'rolling-mean', length: 2 },
        { indicator: { ...indicator, measure: 'rate', ...given } },
      )[1];
    expect(mean({ per: 1000 })).toBe('1.66666666667');
    expect(mean({})).toBe('0.00166666666667');
  });

  test('a base that is no period is an error', () => {
    expect(() => made([at('HND', '2013', '10')], { id: 'index', base: 'then' })).toThrow('then is no period');
  });
});

describe('per capita', () => {
  const perCapita = (populations: readonly Cell[]): string[] =>
    shown([at('two', '2014', '30')], { id: 'per-capita', of: 'area' }, { populations });
  const published = at('two', '2014', '1000');
  const computed = at('two', '2014', '2000', SUM);
  const gap = at('two', '2014', '-');

  test('the published population is divided by, in whatever order the two come', () => {
    expect(perCapita([published, computed])).toEqual(['3000']);
    expect(perCapita([computed, published])).toEqual(['3000']);
  });

  test('where none is published, the one made of members is', () => {
    expect(perCapita([gap, computed])).toEqual(['1500']);
    expect(perCapita([computed, gap])).toEqual(['1500']);
    const none = at('two', '2014', '-', SUM);
    expect(perCapita([none, published])).toEqual(['3000']);
    expect(perCapita([published, none])).toEqual(['3000']);
  });

  test('each area and each year has its own', () => {
    const others = [at('HND', '2014', '10'), at('two', '2013', '10')];
    expect(perCapita([published, ...others])).toEqual(['3000']);
    expect(perCapita([...others, published])).toEqual(['3000']);
    expect(perCapita(others)).toEqual(['no-weight two 2014']);
  });

  test('the people of the origin may be meant', () => {
    const cell = at('USA', '2014', '5', { counterpart: 'HND' });
    const populations = [at('USA', '2014', '50000'), at('HND', '2014', '1000')];
    expect(shown([cell], { id: 'per-capita', of: 'origin' }, { populations })).toEqual(['500']);
    expect(shown([cell], { id: 'per-capita', of: 'area' }, { populations })).toEqual(['10']);
  });
});

describe('beside one another', () => {
  const share: TransformSpec = { id: 'share-of-total', along: null };

  test('states are compared with states, countries with countries', () => {
    const cells = [
      at('MX-CHH', '2014', '1'),
      at('MX-SON', '2014', '3'),
      at('MEX', '2014', '40'),
      at('USA', '2014', '60'),
    ];
    expect(shown(cells, share)).toEqual(['0.25', '0.75', '0.4', '0.6']);
  });

  test.each<[string, Partial<Cell>, string]>([
    ['source', { source: 'b' }, '2014'],
    ['definition', { definition: 'other' }, '2014'],
    ['period', {}, '2013'],
  ])('figures of another %s are no part of the sum', (_, more, period) => {
    const cells = [at('HND', '2014', '1'), at('GTM', '2014', '3'), at('MEX', period, '5', more)];
    expect(shown(cells, share)).toEqual(['0.25', '0.75', '1']);
  });

  test('an axis that is added up has no missing members', () => {
    const cells = [at('USA', '2014', '4', { breakdown: 'sex=f+sex=m', ...SUM })];
    const query = { ...QUERY, breakdown: ['sex=f', 'sex=m'], by: ['area', 'origin', 'source'] } as const;
    expect(shown(cells, share, { query })).toEqual(['1']);
  });

  test('a sum of named countries stands beside groups', () => {
    const cells = [at('GTM+MEX', '2014', '9', SUM), at('later', '2014', '4', SUM)];
    expect(made(cells, { id: 'rank', along: null }).map((cell) => cell.rank?.best)).toEqual([1, 2]);
  });

  test('who comes from nowhere in particular is no part of those who come from a country', () => {
    const cells = ['HND', 'GTM', '_Z'].map((counterpart) => at('USA', '2014', '2', { counterpart }));
    expect(shown(cells, share)).toEqual(['0.5', '0.5', '1']);
  });

  test.each<[keyof Applying['query'], Partial<Cell>, Partial<Cell>]>([
    ['origin', { counterpart: 'HND' }, { counterpart: 'GTM' }],
    ['breakdown', { breakdown: 'sex=f' }, { breakdown: 'sex=m' }],
  ])('a named %s without a figure is missing', (axis, first, second) => {
    const scheme = { scheme: 'sex', axis: 'breakdown' as const, codes: ['sex=f', 'sex=m', 'sex=x'] };
    const given = { indicator: { ...indicator, parts: [scheme] } };
    const cells = [at('USA', '2014', '1', first), at('USA', '2014', '3', second)];
    const [own, other, missing] = axis === 'origin' ? ['HND', 'GTM', 'MEX'] : ['sex=f', 'sex=m', 'sex=x'];
    expect(shown(cells, share, given)).toEqual(['0.25', '0.75']);
    const query = { ...QUERY, [axis]: [own, other, missing] };
    expect(shown(cells, share, { ...given, query })).toEqual(cells.map(() => `members-missing ${missing}`));
  });

  test('a named part of another dimension, or another axis than the one named, is not missing', () => {
    const scheme = { scheme: 'sex', axis: 'breakdown' as const, codes: ['sex=f', 'sex=m'] };
    const given = { indicator: { ...indicator, parts: [scheme] } };
    const cells = ['sex=f', 'sex=m'].map((breakdown) => at('USA', '2014', '1', { breakdown }));
    const query = { ...QUERY, breakdown: ['sex=f', 'sex=m', 'sector=a'], country: ['USA', 'MEX'] };
    expect(shown(cells, { ...share, along: 'breakdown' }, { ...given, query })).toEqual(['0.5', '0.5']);
    const absent = { ...query, breakdown: ['sex=f', 'sex=m', 'sex=x'] };
    expect(shown(cells, { ...share, along: 'breakdown' }, { ...given, query: absent })).toEqual([
      'members-missing sex=x',
      'members-missing sex=x',
    ]);
  });

  test('parts that the scheme does not have make up no whole', () => {
    const scheme = { scheme: 'sex', axis: 'breakdown' as const, codes: ['sex=f', 'sex=m'] };
    const cells = ['sex=f', 'sex=x'].map((breakdown) => at('USA', '2014', '1', { breakdown }));
    expect(shown(cells, share, { indicator: { ...indicator, parts: [scheme] } })).toEqual([
      'not-additive',
      'not-additive',
    ]);
  });

  test('a named group without a figure is missing beside another group', () => {
    const query = { ...QUERY, group: ['two', 'later'], country: ['HND'] };
    expect(shown([at('two', '2014', '4', SUM)], share, { query })).toEqual(['members-missing later']);
  });

  test('a gap among parts that are not declared stays what it is', () => {
    const cells = [
      at('USA', '2014', '-', { breakdown: 'sector=a', gap: { code: 'suppressed', missing: [] } }),
      at('USA', '2014', '3', { breakdown: 'sector=b' }),
    ];
    expect(shown(cells, share)).toEqual(['suppressed', 'not-additive']);
    expect(made(cells, share).map((cell) => cell.transform)).toEqual(['share-of-total', 'share-of-total']);
  });

  test('a scheme of origins declares no parts of a breakdown', () => {
    const scheme = { scheme: 'sex', axis: 'origin' as const, codes: ['sex=f', 'sex=m'] };
    const cells = ['sex=f', 'sex=m'].map((breakdown) => at('USA', '2014', '3', { breakdown }));
    const given = { indicator: { ...indicator, parts: [scheme] } };
    expect(shown(cells, share, given)).toEqual(['not-additive', 'not-additive']);
  });

  test('a missing pair is named with its codes on both axes', () => {
    const flow = (to: string, from: string, text: string): Cell =>
      at(to, '2014', text, { counterpart: from });
    const cells = [flow('USA', 'HND', '1'), flow('MEX', 'GTM', '-'), flow('USA', 'GTM', '3')];
    expect(shown(cells, share)[0]).toBe('members-missing MEX × GTM');
    expect(made(cells, share).map((cell) => cell.area)).toEqual(['USA', 'MEX', 'USA']);
  });
});

describe('over a divisor', () => {
  test('is found among the divisors, and none is on file where none was read', () => {
    const cells = [at('HND', '2014', '6')];
    const over: TransformSpec = { id: 'ratio', over: { area: 'MEX' } };
    expect(shown(cells, over, { divisors: [at('MEX', '2014', '3')] })).toEqual(['2']);
    expect(shown(cells, over)).toEqual(['no-divisor area=MEX 2014']);
  });

  test('a member of today is a part of its group before it joined, if that is asked', () => {
    const cells = [at('HND', '2014', '6')];
    const over: TransformSpec = { id: 'share-of', over: { area: 'later' } };
    const divisors = [at('later', '2014', '12')];
    expect(shown(cells, over, { divisors })).toEqual(['not-contained area=later 2014']);
    expect(shown(cells, over, { divisors, query: { ...QUERY, members: 'today' } })).toEqual(['0.5']);
  });
});
