import fc from 'fast-check';
import { expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { readReleaseIndex } from '#db/releases.ts';
import { LANGUAGES } from '#stats/language.ts';
import { BASES } from '#stats/time/period.ts';
import { defaultQuery } from '#stats/query/query.ts';
import { testDatabase } from '../../setup/database.ts';
import { byCells, byLines } from './lines-of.ts';
import { oddWorld } from '../odd-world.ts';
import { publisher } from '../publishing.ts';
import { query } from '../questions.ts';
import type { Query } from '#stats/model/query.ts';

const { sql } = await testDatabase({ empty: true });
await migrate({ report: () => undefined });
const publish = publisher();

/** Queries for rows on file that combine nothing. */
const published: fc.Arbitrary<Query> = query.map((query) => ({
  ...query,
  group: [],
  origin: query.origin.filter((code) => code !== 'group-one'),
  by: ['area', 'origin', 'breakdown', 'source'],
  basis: query.indicator.startsWith('synthetic-month') ? ['month'] : query.basis,
  time: query.time.from.includes('/') ? { from: 'earliest', to: 'latest' } : query.time,
}));
const whole = (indicator: string, basis: Query['basis']): Query => ({
  ...defaultQuery({ id: indicator, bases: basis }),
  basis,
});
const YEARS = ['calendar-year', 'us-fiscal-year'] as const;
const ALL = [
  whole('synthetic-estimate', BASES),
  whole('synthetic-change', ['calendar-year', 'us-fiscal-year', 'cumulative', 'since', 'interval']),
  whole('synthetic-rate', YEARS),
  whole('synthetic-share', YEARS),
  whole('synthetic-months', ['month']),
];

test(
  'PostgreSQL writes the lines of odd worlds as they are written from cells, to the byte',
  { timeout: 180_000 },
  async () => {
    let compared = 0;
    const questions = fc
      .array(published, { minLength: 25, maxLength: 25 })
      .map((all) => Object.defineProperty(all, fc.toStringMethod, { value: () => '25 questions' }));
    await fc.assert(
      fc.asyncProperty(oddWorld, questions, async (world, queries) => {
        const index = await readReleaseIndex(sql, await publish(world));
        if (!index) throw new Error('the world was not published');
        for (const asked of [...ALL, ...queries]) {
          for (const language of LANGUAGES) {
            const written = await byLines({ sql, index, query: asked, language });
            if (written === null) continue;
            const should = await byCells({ sql, index, query: asked, language });
            compared += written.length;
            // Long texts are compared as a whole first; the lines are only compared if they differ.
            if (written !== should) expect(written.split('\n')).toEqual(should.split('\n'));
          }
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(1_000_000);
  },
);
