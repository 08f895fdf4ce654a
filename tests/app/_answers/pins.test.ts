/**
 * The answers of a release do not depend on later releases: every kind of query is answered before and after
 * later ones are published. The last of them is synthetic: it has a total on each axis of every indicator, a
 * month or year that had none before, and one source less.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { createAnswers } from '#app/_answers/answers.ts';
import { createData } from '#app/_data/data.ts';
import { closeReader, reader } from '#app/_data/pool.ts';
import { migrate } from '#db/migrate.ts';
import { publishAll, type Publication } from '#db/publish/publish.ts';
import { publicationOf } from '#scripts/database/replay.ts';
import { committedRows, hashRows, readReleases } from '#sources/releases/committed.ts';
import { linesInForce } from '#sources/releases/merge.ts';
import { compareCanonicalRows, rowKey, type CanonicalRow } from '#stats/model/canonical-row.ts';
import { ALL } from '#stats/model/observation.ts';
import { testDatabase } from '../../setup/database.ts';
import { VERSIONS } from '../../setup/releases.ts';
import { askerOf } from './ask.ts';
import { FIRST, GOLDEN_QUESTIONS } from './golden-questions.ts';

await testDatabase({ empty: true });
afterAll(closeReader);
const silent = (): undefined => undefined;
await migrate({ report: silent });

const committed = readReleases('.').map(publicationOf);
const rows = await committedRows(linesInForce(readReleases('.')));

/** Rows of every indicator that a later release might add: totals, and another year. */
function rowsToCome(): CanonicalRow[] {
  const taken = new Set(rows.map(rowKey));
  const templates = [...new Map(rows.map((row) => [`${row.indicator} ${row.basis}`, row])).values()];
  // Twelve years later: a leap year stays a leap year.
  const moved = (day: string): string => `${Number(day.slice(0, 4)) + 12}${day.slice(4)}`;
  const repeats = ({ basis }: CanonicalRow): boolean =>
    ['calendar-year', 'us-fiscal-year', 'month'].includes(basis);
  return templates
    .flatMap((row) => [
      { ...row, counterpart: ALL, breakdown: ALL },
      ...(repeats(row)
        ? [{ ...row, period_start: moved(row.period_start), period_end: moved(row.period_end) }]
        : []),
    ])
    .filter((row) => !taken.has(rowKey(row)));
}

const gone = rows.filter((row) => row.source === 'owid-homicide-rate');
const come = rowsToCome().sort(compareCanonicalRows);
const inForce = [...rows.filter((row) => !gone.includes(row)), ...come].sort(compareCanonicalRows);
const later: Publication = {
  ...committed.at(-1)!,
  version: '9.0.0',
  date: '2031-12-31',
  contentHash: hashRows(inForce),
  added: () => come,
  closed: () => gone,
};

const TOTAL = 'uac-apprehensions.json?by=area~origin~source&country=USA&origin=_T';
const ALL_QUESTIONS = [...FIRST, ...Object.values(GOLDEN_QUESTIONS).flat(), TOTAL];

/** Every answer of a release, from a site that has just started. */
async function answersOf(version: string): Promise<Record<string, string>> {
  const ask = askerOf(createAnswers({ data: createData(reader) }).answer);
  const answers: [string, string][] = [];
  for (const question of ALL_QUESTIONS) {
    const { status, text, headers } = await ask(`/data/${version}/${question}`);
    answers.push([question, `${status} ${String(headers['etag'])} ${text}`]);
  }
  return Object.fromEntries(answers);
}

describe('a release that later ones follow', async () => {
  const before = new Map<string, Record<string, string>>();
  for (const [i, version] of VERSIONS.entries()) {
    await publishAll(committed.slice(0, i + 1), silent);
    before.set(version, await answersOf(version));
  }
  await publishAll([...committed, later], silent);

  test.each(VERSIONS)('%s answers as it did', { timeout: 60_000 }, async (version) => {
    expect(come.length).toBeGreaterThan(60);
    expect(await answersOf(version)).toEqual(before.get(version));
  });

  test('what the first release has no total of is refused, whatever came since', async () => {
    const ask = askerOf(createAnswers({ data: createData(reader) }).answer);
    expect(await ask(`/data/${VERSIONS[0]}/${TOTAL}`)).toMatchObject({ status: 400 });
    expect(await ask(`/data/9.0.0/${TOTAL}`)).toMatchObject({ status: 200 });
  });
});
