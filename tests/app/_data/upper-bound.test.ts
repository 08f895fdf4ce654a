/** The bound that says without a statement how many cells an answer has at most. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createData, type SiteData } from '#app/_data/data.ts';
import { closeReader, reader } from '#app/_data/pool.ts';
import { readReleases } from '#sources/releases/committed.ts';
import { parseQuery } from '#stats/query/query.ts';
import { parseParameters } from '#stats/query-string.ts';
import { testDatabase } from '../../setup/database.ts';
import { GOLDEN_QUESTIONS } from '../_answers/golden-questions.ts';

const VERSION = '1.1.0';
const { catalogue } = readReleases('.').find(({ version }) => version === VERSION)!;
let data: SiteData;

beforeAll(async () => {
  await testDatabase();
  data = createData(reader);
});
afterAll(closeReader);

const planOf = (id: string, search: string) => {
  const indicator = catalogue.indicators.find((own) => own.id === id)!;
  const query = parseQuery(parseParameters(search), indicator, catalogue);
  return data.planAnswer({ version: VERSION, language: 'en', query });
};

const QUESTIONS = Object.values(GOLDEN_QUESTIONS)
  .flat()
  .map((question) => /^([\w-]+)\.(?:csv|json)\?(.*)$/.exec(question))
  .filter((match) => match !== null && !/(?:^|&)(?:lang|parts|layout|count|csvType)/.test(match[2]!));

test('no kind of question has more cells than its bound', async () => {
  expect(QUESTIONS.length).toBeGreaterThan(30);
  for (const [question, id = '', search = ''] of QUESTIONS as RegExpExecArray[]) {
    const plan = await planOf(id, search).catch((error: unknown) => `${question}: ${String(error)}`);
    if (typeof plan === 'string') throw new Error(plan);
    const [bound, { cells }] = await Promise.all([plan.upperBound(), plan.comparison()]);
    expect.soft(cells.length, question).toBeLessThanOrEqual(bound);
  }
});

test('countries without a figure are gaps that the bound counts', async () => {
  const plan = await planOf('homicide-rate', 'country=ABW~AIA~ATG~BES&time=1900');
  const { cells } = await plan.comparison();
  expect(cells).toHaveLength(4);
  expect(await plan.upperBound()).toBeGreaterThanOrEqual(4);
});
