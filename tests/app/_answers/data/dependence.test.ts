/**
 * The verdict on the sources covers every source on file, is made in one statement, and is the same on the
 * page and in JSON.
 */
import { describe, expect, test } from 'vitest';
import type { ComparisonDocument } from '#app/_downloads/json.ts';
import { testDatabase } from '../../../setup/database.ts';
import { createAnswers } from '#app/_answers/answers.ts';
import { createData } from '#app/_data/data.ts';
import { askerOf } from '../ask.ts';
import { readsFigures, watchedReader } from '../watched-reader.ts';

await testDatabase();
let statements = 0;
const ask = askerOf(
  createAnswers({
    data: createData(
      watchedReader((text) => {
        if (readsFigures(text)) statements += 1;
      }),
    ),
  }).answer,
);

const dependenceAt = async (search: string): Promise<ComparisonDocument['dependence']> =>
  (JSON.parse((await ask(`/data/1.1.0/${search}`)).text) as ComparisonDocument).dependence;

describe('the verdict over every source on file', () => {
  test('names sources that are not shown, of the areas and periods that are', async () => {
    const found = await dependenceAt(
      'homicide-rate.json?country=HND~SLV&source=owid-homicide-rate&time=2010..2012',
    );
    expect(found?.chosen).toBe('owid-homicide-rate');
    expect(found?.sources.map(({ id }) => id)).toContain('unodc-gsh-2013');
    // The orders and the rises are the same, but the figures differ: 74.5 and 81.8 for Honduras in 2010.
    expect(found?.verdict).toBe('spread');
    expect(found?.envelopes[0]).toMatchObject({ area: 'HND', low: 74.54089, high: 81.8 });
    const named = new Set(found?.envelopes.map(({ area, period }) => `${area} ${period.end}`));
    expect([...named].every((name) => /^(HND|SLV) 201[0-2]-/.test(name))).toBe(true);
  });

  test('is the same whichever sources are shown, and is read in the one statement of the answer', async () => {
    const search = (source: string): string =>
      `homicide-rate.json?country=HND~SLV&source=${source}&time=2010..2012`;
    statements = 0;
    const shown = await dependenceAt(search('owid-homicide-rate~unodc-gsh-2013'));
    expect(statements).toBe(1);
    const preferred = await dependenceAt(search('preferred'));
    const alone = await dependenceAt(search('owid-homicide-rate'));
    for (const found of [shown, preferred]) {
      expect(found?.verdict).toBe(alone?.verdict);
      expect(new Set(found?.sources.map(({ id }) => id))).toEqual(
        new Set(alone?.sources.map(({ id }) => id)),
      );
    }
  });

  test('is none where no other source speaks of the period that is shown', async () => {
    const latest = await dependenceAt(
      'homicide-rate.json?country=HND~SLV&source=owid-homicide-rate&time=latest',
    );
    expect(latest).toBeNull();
  });
});
