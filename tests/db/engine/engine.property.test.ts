import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerQuery } from '#db/engine/answer.ts';
import { planQuery } from '#db/engine/plan/plan.ts';
import { statementOf } from '#db/engine/sql/statement.ts';
import { migrate } from '#db/migrate.ts';
import { readReleaseIndex } from '#db/releases.ts';
import type { Cell } from '#stats/model/observation.ts';
import { testDatabase } from '../../setup/database.ts';
import { byKey, publisher } from '../publishing.ts';
import { leavesOutTooMuch, query, ratesQuery } from '../questions.ts';
import { referenceAnswer } from './reference.ts';
import { world } from '../world.ts';
import type { Query } from '#stats/model/query.ts';

const { sql } = await testDatabase({ empty: true });
await migrate({ report: () => undefined });
const publish = publisher();

/** Rates over the parts of named areas: nothing is weighted, and no population is cited. */
const parts: Query = { ...ratesQuery, group: [], by: ['area', 'origin', 'source'] };

/** Groups with today's members, or weighted by another population than their own: neither is in a rollup. */
const regrouped: readonly Query[] = [
  { ...ratesQuery, members: 'today' },
  { ...ratesQuery, weight: 'synthetic-census' },
  {
    ...ratesQuery,
    members: 'today',
    weight: 'synthetic-census',
    origin: ['group-two'],
    by: ['origin', 'source'],
  },
  { ...ratesQuery, indicator: 'synthetic-months', basis: ['us-fiscal-year'], members: 'today' },
];

/** Years from months: of single series, of groups, and of parts of parts. */
const years: readonly Query[] = [
  { ...ratesQuery, indicator: 'synthetic-months', basis: ['us-fiscal-year'] },
  {
    ...ratesQuery,
    indicator: 'synthetic-months',
    basis: ['calendar-year', 'us-fiscal-year'],
    by: ['source'],
  },
  {
    ...ratesQuery,
    indicator: 'synthetic-months',
    basis: ['us-fiscal-year'],
    by: ['area', 'origin', 'source'],
  },
  { ...ratesQuery, indicator: 'synthetic-months', basis: ['month'] },
  {
    ...ratesQuery,
    indicator: 'synthetic-month-share',
    basis: ['us-fiscal-year'],
    by: ['area', 'origin', 'source'],
  },
];

const questions = fc
  .array(query, { minLength: 50, maxLength: 50 })
  .map((all) => Object.defineProperty(all, fc.toStringMethod, { value: () => '50 questions' }));

/** The members and weights of a computed figure, if they are not the default. */
const groupedAs = ({ stated, computed, notes, editions }: Cell): string[] => [
  ...['as of', 'has no date'].filter((said) => stated && notes.some(({ text }) => text.en.includes(said))),
  ...editions.filter((id) => computed === 'weighted-mean' && id.startsWith('synthetic-census')),
];

/**
 * Compares the answers to random queries about random worlds; returns how often each kind of cell occurred.
 */
async function compareWorlds(runs: { numRuns: number; seed?: number }): Promise<ReadonlyMap<string, number>> {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(world, questions, async (drawn, queries) => {
      const index = await readReleaseIndex(sql, await publish(drawn));
      if (!index) throw new Error('the world was not published');
      for (const asked of [
        ratesQuery,
        { ...ratesQuery, coverage: 1 },
        parts,
        ...regrouped,
        ...years,
        ...queries,
      ]) {
        if (leavesOutTooMuch(asked, index)) {
          await expect(answerQuery(sql, index, asked)).rejects.toThrow('by= leaves out');
          continue;
        }
        const { cells } = await answerQuery(sql, index, asked);
        if (statementOf(planQuery(asked, index), index).text.includes('rollup_rows')) {
          seen.set('rolled up', (seen.get('rolled up') ?? 0) + 1);
        }
        const unrolled = await answerQuery(sql, { ...index, rollups: new Map() }, asked);
        if (!isDeepStrictEqual(cells, unrolled.cells))
          expect({ asked, cells }).toEqual({ asked, cells: unrolled.cells });
        for (const cell of cells) {
          const what = cell.gap ? cell.gap.code : (cell.computed ?? 'published');
          for (const one of [what, ...groupedAs(cell)]) seen.set(one, (seen.get(one) ?? 0) + 1);
        }
        // Thousands of cells are equal, so the difference is only worked out if there is one.
        const [is, should] = [byKey(cells), byKey(referenceAnswer(drawn, asked))];
        if (!isDeepStrictEqual(is, should)) expect({ asked, cells: is }).toEqual({ asked, cells: should });
      }
    }),
    { ...runs, endOnFailure: true },
  );
  return seen;
}

// A property must meet every kind of cell to check it: these worlds are always the same, and contain all
// kinds.
test(
  'SQL answers as the rules do, to the last digit, for every kind of cell',
  { timeout: 180_000 },
  async () => {
    const seen = await compareWorlds({ numRuns: 2, seed: 20261122 });
    const kinds =
      'published sum weighted-mean ratio-of-sums members-missing no-weight no-parts not-additive overlap suppressed not-published';
    for (const kind of [...kinds.split(' '), 'rolled up', 'as of', 'has no date', 'synthetic-census@1'])
      expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(0);
  },
);

test('and for worlds that nobody has seen before', { timeout: 180_000 }, async () => {
  await compareWorlds({ numRuns: 2 });
});
