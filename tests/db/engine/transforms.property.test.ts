/** Transformed answers to random queries about random worlds are equal to the oracle's. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerQuery } from '#db/engine/answer.ts';
import { migrate } from '#db/migrate.ts';
import { readReleaseIndex } from '#db/releases.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { Query, TransformSpec } from '#stats/model/query.ts';
import { basisRefusalOf, divisionRefusalOf, refusalOf } from '#stats/query/transform-legality.ts';
import { testDatabase } from '../../setup/database.ts';
import { byKey, publisher } from '../publishing.ts';
import { leavesOutTooMuch, query, ratesQuery } from '../questions.ts';
import { referenceAnswer } from './reference.ts';
import { COUNTRIES, world, type World } from '../world.ts';

const { sql } = await testDatabase({ empty: true });
await migrate({ report: () => undefined });
const publish = publisher();

const TRANSFORMS: readonly TransformSpec[] = [
  { id: 'per-capita', of: 'area' },
  { id: 'per-capita', of: 'origin' },
  { id: 'index', base: '2001' },
  { id: 'index', base: '2003' },
  { id: 'index', base: 'FY2003' },
  { id: 'change' },
  { id: 'change-percent' },
  { id: 'rolling-mean', length: 2 },
  { id: 'rolling-mean', length: 3 },
  { id: 'rank', along: null },
  { id: 'rank', along: 'area' },
  { id: 'share-of-total', along: null },
  { id: 'share-of-total', along: 'area' },
  { id: 'share-of-total', along: 'breakdown' },
  { id: 'share-of-total', along: 'origin' },
  { id: 'rank', along: 'time' },
  { id: 'ratio', over: { area: 'AAA' } },
  { id: 'ratio', over: { time: '2002' } },
  { id: 'ratio', over: { breakdown: '_T' } },
  { id: 'ratio', over: { indicator: 'population' } },
  { id: 'share-of', over: { area: 'group-one' } },
  { id: 'share-of', over: { breakdown: '_T' } },
];

/** Random queries rarely ask for indicators that can be divided by a population. */
const divisible = fc.constantFrom('synthetic-count', 'synthetic-estimate', 'synthetic-months');

/** A query with a transform that its indicator allows, on the bases that the transform allows. */
const transformed = fc
  .tuple(query, fc.constantFrom(...TRANSFORMS), fc.constantFrom(null, null, ['preferred']), divisible)
  .map(([asked, transform, source, indicator]): Query => ({
    ...asked,
    ...(transform.id === 'per-capita' && { indicator }),
    transform,
    source: source ?? asked.source,
  }))
  .map((asked): Query => {
    const { transform } = asked;
    if (asked.basis.includes('interval') && asked.basis.length === 1) return { ...asked, transform: null };
    // Consecutive years; otherwise there would rarely be a year before.
    const basis = [...new Set(['calendar-year' as const, ...asked.basis])];
    return {
      ...asked,
      basis: basis.filter((offered) => !transform || !basisRefusalOf(transform.id, offered)),
    };
  });

/** Each transform of the plain figures of all countries, because random queries rarely ask for them. */
const plain = TRANSFORMS.flatMap((transform) =>
  ['synthetic-estimate', 'synthetic-count', 'synthetic-share'].map((indicator): Query => ({
    ...ratesQuery,
    indicator,
    country: COUNTRIES,
    by: ['area', 'origin', 'breakdown', 'source'],
    basis: ratesQuery.basis.filter((basis) => !basisRefusalOf(transform.id, basis)),
    transform,
  })),
);

const questions = fc
  .array(transformed, { minLength: 100, maxLength: 100 })
  .map((all) => Object.defineProperty(all, fc.toStringMethod, { value: () => '100 questions' }));

/** Sorts the cells, and the missing members of a total, which are named in the order of rows. */
const inOrder = (cells: readonly Cell[]): Cell[] =>
  byKey(cells).map((cell) =>
    cell.transform === 'share-of-total' && cell.gap
      ? { ...cell, gap: { ...cell.gap, missing: cell.gap.missing.toSorted() } }
      : cell,
  );

const isLegal = ({ catalogue }: World, { indicator: id, transform }: Query): boolean => {
  const indicator = catalogue.indicators.find((candidate) => candidate.id === id);
  if (transform === null) return true;
  if (!indicator || refusalOf(transform.id, indicator) !== null) return false;
  const other = transform.id === 'ratio' ? transform.over.indicator : undefined;
  const by = catalogue.indicators.find((candidate) => candidate.id === other);
  return !by || (by.id !== id && divisionRefusalOf(indicator, by) === null);
};

/** Compares; returns how often each transform gave a figure, and each reason for a gap. */
async function compareWorlds(runs: { numRuns: number; seed?: number }): Promise<ReadonlyMap<string, number>> {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(world, questions, async (drawn, queries) => {
      const index = await readReleaseIndex(sql, await publish(drawn));
      if (!index) throw new Error('the world was not published');
      for (const asked of [...plain, ...queries]) {
        const legal = isLegal(drawn, asked) ? asked : { ...asked, transform: null };
        if (leavesOutTooMuch(legal, index)) {
          await expect(answerQuery(sql, index, legal)).rejects.toThrow('by= leaves out');
          continue;
        }
        const { cells } = await answerQuery(sql, index, legal);
        for (const cell of cells) {
          const what = `${cell.transform ?? 'none'} ${cell.gap ? cell.gap.code : 'figure'}`;
          seen.set(what, (seen.get(what) ?? 0) + 1);
        }
        const [is, should] = [inOrder(cells), inOrder(referenceAnswer(drawn, legal))];
        if (!isDeepStrictEqual(is, should))
          expect({ asked: legal, cells: is }).toEqual({ asked: legal, cells: should });
      }
    }),
    { ...runs, endOnFailure: true },
  );
  return seen;
}

// A property must meet every kind of cell to check it: this world is always the same, and contains all kinds.
test('a transformed answer is that of the rules on all that is on file', { timeout: 180_000 }, async () => {
  const seen = await compareWorlds({ numRuns: 1, seed: 20261122 });
  const kinds = [
    ...['none', ...new Set(TRANSFORMS.map((spec) => spec.id))].map((id) => `${id} figure`),
    'index period-missing',
    'change period-missing',
    'rolling-mean period-missing',
    'rolling-mean no-parts',
    'per-capita no-weight',
    'per-capita members-missing',
    'per-capita not-applicable',
    'rank not-published',
    'share-of-total members-missing',
    'share-of-total overlap',
    'share-of-total not-additive',
    'change break',
    'ratio no-divisor',
    'ratio break',
    'share-of not-contained',
    'rank nothing-beside',
  ];
  for (const kind of kinds) expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(0);
});

test('and for worlds that nobody has seen before', { timeout: 180_000 }, async () => {
  await compareWorlds({ numRuns: 1 });
});
