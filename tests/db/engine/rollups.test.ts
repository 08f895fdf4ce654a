/** Sums computed at publication: which ones, when they are read, and how long they are in force. */
import { beforeAll, describe, expect, test } from 'vitest';
import { answerQuery } from '#db/engine/answer.ts';
import { planQuery } from '#db/engine/plan/plan.ts';
import { statementOf } from '#db/engine/sql/statement.ts';
import { migrate } from '#db/migrate.ts';
import type { Publication } from '#db/publish/publish.ts';
import { publishAll } from '#db/publish/publish.ts';
import { readReleaseIndex, rollupKey, type ReleaseIndex } from '#db/releases.ts';
import { hashRows } from '#sources/releases/committed.ts';
import type { CanonicalRow } from '#stats/model/canonical-row.ts';
import { compareCanonicalRows } from '#stats/model/canonical-row.ts';
import type { Cell } from '#stats/model/observation.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import { catalogueOf, GROUP_MEMBERS, worldRows, SMALL } from '#scripts/bench/world.ts';
import { testDatabase } from '../../setup/database.ts';
import { planNodes, relationsIn } from './explain.ts';

const { sql } = await testDatabase({ empty: true });
// The benchmark's synthetic world, with fewer origins and without the groups that have the deepest sums.
const whole = catalogueOf(SMALL);
const catalogue = {
  ...whole,
  areas: whole.areas.filter(({ code }) => !['group-forty', 'group-all'].includes(code)),
};
const MOST: Readonly<Record<string, string>> = { 'synthetic-share': 'N030', 'synthetic-months': 'N005' };
const first = [...worldRows(SMALL)]
  .filter((row) => row.counterpart <= (MOST[row.indicator] ?? 'N999') || row.counterpart === '_Z')
  .sort(compareCanonicalRows);
// In the second release one figure is revised and one group loses a member; nothing changes in the third.
const revised = first.find((row) => row.indicator === 'synthetic-count') as CanonicalRow;
const newer = { ...revised, value: '1' };
const second = first.map((row) => (row === revised ? newer : row));
const shrunk = {
  ...catalogue,
  areas: catalogue.areas.map((area) =>
    area.code === 'group-share' ? { ...area, members: area.members?.slice(1) ?? [] } : area,
  ),
};
const release = (
  version: string,
  rows: readonly CanonicalRow[],
  rest: Pick<Publication, 'catalogue' | 'added' | 'closed'>,
): Publication => ({
  version,
  date: '2026-11-22',
  note: { en: 'Synthetic', es: 'Sintética' },
  contentHash: hashRows(rows),
  ...rest,
});
const releases = [
  release('1.0.0', first, { catalogue, added: () => first, closed: () => [] }),
  release('1.1.0', second, { catalogue: shrunk, added: () => [newer], closed: () => [revised] }),
  release('1.1.1', second, { catalogue: shrunk, added: () => [], closed: () => [] }),
];

const indexOf = async (version: string): Promise<ReleaseIndex> => {
  const index = await readReleaseIndex(sql, version);
  if (!index) throw new Error(`${version} is not published`);
  return index;
};

beforeAll(async () => {
  await migrate({ report: () => undefined });
  await publishAll(releases, () => undefined);
}, 120_000);

async function ask(
  index: ReleaseIndex,
  id: string,
  search: string,
): Promise<{ cells: readonly Cell[]; rolled: boolean }> {
  const indicator = index.catalogue.indicators.find((indicator) => indicator.id === id);
  if (!indicator) throw new Error(`no ${id}`);
  const query = parseQuery(parseParameters(search), indicator, index.catalogue);
  const { cells } = await answerQuery(sql, index, query);
  const unrolled = await answerQuery(sql, { ...index, rollups: new Map() }, query);
  expect(cells).toEqual(unrolled.cells);
  const nodes = await planNodes(sql, statementOf(planQuery(query, index), index));
  return { cells, rolled: relationsIn(nodes).has('rollup_rows') };
}

describe('what is added up beforehand', () => {
  test('is what many rows go into, and nothing else', async () => {
    const { rollups } = await indexOf('1.0.0');
    expect(rollups.has(rollupKey('synthetic-count', 'area', 'group-count'))).toBe(true);
    expect(rollups.has(rollupKey('synthetic-share', 'area', 'group-share'))).toBe(true);
    expect(rollups.has(rollupKey('synthetic-rate', 'area', 'group-rate'))).toBe(false);
    expect(rollups.has(rollupKey('synthetic-months', 'months', ''))).toBe(true);
  });

  test.each([
    ['a group, each origin apart', 'synthetic-count', 'group=group-count', true],
    ['a ratio of sums', 'synthetic-share', 'group=group-share&time=1995..2000', true],
    ['some origins', 'synthetic-count', 'group=group-count&origin=N001~N002', true],
    ['a group beside a country', 'synthetic-count', 'group=group-count&country=S003&time=latest', true],
    ['a lower coverage', 'synthetic-count', 'group=group-count&coverage=0.5&source=synthetic-source', true],
    ['fiscal years of months', 'synthetic-months', 'basis=us-fiscal-year', true],
    [
      'fiscal years of months of a group',
      'synthetic-months',
      'basis=us-fiscal-year&group=group-months',
      true,
    ],
    ['countries named one by one', 'synthetic-count', 'country=S001~S002&by=origin', false],
    ['a small group', 'synthetic-rate', 'group=group-rate', false],
    ['two axes at once', 'synthetic-count', 'group=group-count&origin=N001~N002&by=area~breakdown', false],
    ['one interval', 'synthetic-months', 'time=1995-03/1995-07', false],
  ])('is read where it answers: %s', async (_, id, search, expected) => {
    const { cells, rolled } = await ask(await indexOf('1.0.0'), id, search);
    expect(rolled).toBe(expected);
    expect(cells.length).toBeGreaterThan(0);
  });
});

describe('how long it stands', () => {
  test('a revised row makes one sum anew, and the older release keeps its own', async () => {
    const search = `group=group-count&origin=${revised.counterpart}&time=${revised.period_start.slice(0, 4)}`;
    const [was, is, later] = await Promise.all(
      releases.map(async ({ version }) => ask(await indexOf(version), 'synthetic-count', search)),
    );
    const value = (answer: typeof was): number | null | undefined =>
      answer?.cells.find((cell) => cell.computed)?.stated?.value;
    expect(value(is)).toBe((value(was) ?? 0) - Number(revised.value) + 1);
    expect(value(later)).toBe(value(is));
    const rows = await sql`
      select r.since_release from rollup_rows r join rollups u on u.id = r.rollup_id join indicators i on i.id = u.indicator_id
      where i.slug = 'synthetic-count' and (u.axis, u.code) = ('area', 'group-count') and r.since_release > 1`;
    expect(rows).toHaveLength(1);
  });

  test('a group that loses a member is added up again', async () => {
    const [was, is] = await Promise.all(
      ['1.0.0', '1.1.0'].map(async (version) =>
        ask(await indexOf(version), 'synthetic-share', 'group=group-share&time=1999&origin=N001'),
      ),
    );
    expect(was?.cells.at(-1)?.coverage?.expected).toBe(GROUP_MEMBERS.share);
    expect(is?.cells.at(-1)?.coverage?.expected).toBe(GROUP_MEMBERS.share - 1);
  });

  test('a release that changes nothing makes none', async () => {
    expect(await sql`select from rollup_rows where since_release = 3 or until_release = 3`).toHaveLength(0);
  });

  test('a published sum is never changed or deleted', async () => {
    await expect(sql`update rollup_rows set value = 0`).rejects.toThrow(/no draft release is open/);
    await expect(sql`delete from rollup_rows`).rejects.toThrow(/no draft release is open/);
    await expect(sql`truncate rollup_rows`).rejects.toThrow(/never deleted/);
  });
});
