/** Which cells are compared in a share and in a ranking: never a whole with its own part. */
import { describe, expect, test } from 'vitest';
import type { Area, Indicator } from '#stats/model/catalogue.ts';
import type { Cell } from '#stats/model/observation.ts';
import { applyTransform } from '#stats/transform/apply.ts';
import { foundingCatalogue, foundingIndicator } from '../founding.ts';
import { cellFrom, cellSummary } from './cells.ts';
import type { TransformSpec } from '#stats/model/query.ts';

const area = (code: string, kind: Area['kind'], more: Partial<Area> = {}): Area => ({
  code,
  kind,
  name: { en: code, es: code },
  ...more,
});
const world = {
  ...foundingCatalogue,
  areas: [
    ...['HND', 'GTM', 'MEX', 'USA', 'CAN'].map((code) => area(code, 'country')),
    area('HNTGU', 'city', { within: 'HND' }),
    area('MXMEX', 'city', { within: 'MEX' }),
    area('two', 'group', { members: [{ area: 'HND' }, { area: 'GTM' }] }),
    area('three', 'group', { members: [{ area: 'HND' }, { area: 'GTM' }, { area: 'MEX' }] }),
    area('north', 'group', { members: [{ area: 'USA' }, { area: 'CAN' }] }),
    area('XXX', 'other'),
    area('_T', 'all'),
    area('_Z', 'none'),
  ],
};
const indicator: Indicator = {
  ...foundingIndicator('uac-apprehensions'),
  parts: [{ scheme: 'sex', axis: 'breakdown', codes: ['sex=f', 'sex=m'] }],
};
const QUESTION = {
  country: [],
  group: [],
  origin: [],
  breakdown: [],
  by: ['area', 'origin', 'breakdown'] as const,
};

const shown = (
  cells: readonly Cell[],
  transform: TransformSpec = { id: 'share-of-total', along: null },
  query: Partial<Record<'country' | 'group' | 'origin' | 'breakdown', readonly string[]>> = {},
): string[] =>
  applyTransform(cells, transform, {
    indicator,
    catalogue: world,
    query: { ...QUESTION, ...query },
    populations: [],
  }).map((cell) =>
    cell.rank ? `${cell.rank.best}-${cell.rank.worst} of ${cell.rank.of}` : cellSummary(cell),
  );

const at = (code: string, text: string, more: Partial<Cell> = {}): Cell =>
  cellFrom('2014', text, { area: code, ...more });
const sum = { computed: 'sum' } as const;

describe('a share of the total', () => {
  test('countries and unknown places make up one total, cities another, groups another', () => {
    const cells = [
      at('HND', '30'),
      at('GTM', '60'),
      at('XXX', '10'),
      at('HNTGU', '5'),
      at('MXMEX', '15'),
      at('two', '90', sum),
    ];
    expect(shown(cells)).toEqual(['0.3', '0.6', '0.1', '0.25', '0.75', '1']);
  });

  test('groups without a member in common make up a total; others overlap', () => {
    expect(shown([at('two', '30', sum), at('north', '90', sum)])).toEqual(['0.25', '0.75']);
    expect(shown([at('two', '30', sum), at('three', '90', sum)])).toEqual(['overlap', 'overlap']);
  });

  test('a published and a computed figure of one group are not added', () => {
    expect(shown([at('two', '30'), at('two', '31', sum), at('north', '90', sum)])).toEqual([
      '1',
      '0.256198347107',
      '0.743801652893',
    ]);
  });

  test('parts make up a total only where they are declared so, and the whole is none of them', () => {
    const part = (breakdown: string, text: string): Cell => at('USA', text, { breakdown });
    expect(shown([part('_T', '100'), part('sex=f', '40'), part('sex=m', '60')])).toEqual(['1', '0.4', '0.6']);
    expect(shown([part('sector=a', '40'), part('sector=b', '60')])).toEqual(['not-additive', 'not-additive']);
  });

  test('all origins are no origin beside the others', () => {
    const from = (counterpart: string, text: string): Cell => at('USA', text, { counterpart });
    expect(shown([from('_T', '200'), from('HND', '40'), from('GTM', '60')])).toEqual(['1', '0.4', '0.6']);
  });

  test('over two axes it is of everything; along one, of what shares the other', () => {
    const flow = (to: string, from: string, text: string): Cell => at(to, text, { counterpart: from });
    const cells = [
      flow('USA', 'HND', '30'),
      flow('USA', 'GTM', '10'),
      flow('MEX', 'HND', '50'),
      flow('MEX', 'GTM', '10'),
    ];
    expect(shown(cells)).toEqual(['0.3', '0.1', '0.5', '0.1']);
    expect(shown(cells, { id: 'share-of-total', along: 'origin' })).toEqual([
      '0.75',
      '0.25',
      '0.833333333333',
      '0.166666666667',
    ]);
    expect(shown(cells, { id: 'share-of-total', along: 'area' })).toEqual(['0.375', '0.5', '0.625', '0.5']);
  });

  test('who was asked for and is not there is missing, if it is of the same kind', () => {
    const cells = [at('HND', '30'), at('GTM', '60')];
    const transform = { country: ['HND', 'GTM', 'MEX', 'HNTGU'] };
    expect(shown(cells, undefined, transform)).toEqual(['members-missing MEX', 'members-missing MEX']);
    expect(shown(cells, undefined, { country: ['HND', 'GTM', 'HNTGU'] })).toEqual([
      '0.333333333333',
      '0.666666666667',
    ]);
    // Along the origins, another area of the query is another total.
    const flows = [at('USA', '1', { counterpart: 'HND' }), at('USA', '3', { counterpart: 'GTM' })];
    expect(shown(flows, { id: 'share-of-total', along: 'origin' }, { country: ['USA', 'MEX'] })).toEqual([
      '0.25',
      '0.75',
    ]);
  });

  test('a gap among the parts is missing in all of them, each source by itself', () => {
    expect(shown([at('HND', '30'), at('GTM', '-'), at('HND', '5', { source: 'b' })])).toEqual([
      'members-missing GTM',
      'not-published',
      '1',
    ]);
  });
});

describe('a rank', () => {
  const rank = { id: 'rank', along: null } as const;

  test('is among places of one kind', () => {
    const cells = [
      at('HND', '30'),
      at('GTM', '60'),
      at('HNTGU', '80'),
      at('two', '45', sum),
      at('three', '50', sum),
    ];
    expect(shown(cells, rank)).toEqual(['2-2 of 2', '1-1 of 2', 'nothing-beside', '2-2 of 2', '1-1 of 2']);
  });

  test('is among what shares the other axes, where one axis is named', () => {
    const flow = (to: string, from: string, text: string): Cell => at(to, text, { counterpart: from });
    const cells = [flow('USA', 'HND', '30'), flow('USA', 'GTM', '10'), flow('MEX', 'HND', '50')];
    expect(shown(cells, rank)).toEqual(['2-2 of 3', '3-3 of 3', '1-1 of 3']);
    expect(shown(cells, { id: 'rank', along: 'origin' })).toEqual(['1-1 of 2', '2-2 of 2', 'nothing-beside']);
  });
});

test('per capita of some members only is not given: the people are those of all', () => {
  const coverage = { present: 1, expected: 2, weight: null };
  const made = applyTransform(
    [at('two', '30', { ...sum, coverage })],
    { id: 'per-capita', of: 'area' },
    {
      indicator,
      catalogue: world,
      query: QUESTION,
      populations: [at('two', '1000', sum)],
    },
  );
  expect(made.map(cellSummary)).toEqual(['members-missing']);
});

test('cells keep their order, whatever their series', () => {
  const cells = [
    cellFrom('2014', '2', { area: 'HND' }),
    cellFrom('2014', '8', { area: 'GTM' }),
    cellFrom('2013', '1', { area: 'HND' }),
    cellFrom('2013', '4', { area: 'GTM' }),
  ];
  const made = applyTransform(
    cells,
    { id: 'index', base: '2013' },
    {
      indicator: foundingIndicator('homicide-rate'),
      catalogue: world,
      query: QUESTION,
      populations: [],
    },
  );
  expect(made.map((cell) => `${cell.area} ${cell.stated?.value}`)).toEqual([
    'HND 200',
    'GTM 200',
    'HND 100',
    'GTM 100',
  ]);
});
