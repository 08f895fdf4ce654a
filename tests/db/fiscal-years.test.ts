/**
 * Fiscal years before FY1977 ran from July to June. A release that has October to September for them keeps
 * its days, and its rows are still found by name. The next release corrects the days, which revises the same
 * rows.
 */
import { describe, expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { publishAll, type Publication } from '#db/publish/publish.ts';
import { readReleaseIndex, type ReleaseIndex } from '#db/releases.ts';
import { countRevisions, readRevisions } from '#db/revisions.ts';
import { readCatalogue } from '#sources/metadata/catalogue.ts';
import { committedRows, hashRows, readReleases } from '#sources/releases/committed.ts';
import { linesOf } from '#sources/releases/lines.ts';
import { changesOf, linesInForce } from '#sources/releases/merge.ts';
import { nextVersion } from '#sources/releases/next.ts';
import { canonicalLine, compareCanonicalRows, type CanonicalRow } from '#stats/model/canonical-row.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { NO_REVISION } from '#stats/evidence/revision.ts';
import { fiscalYear } from '#stats/time/period.ts';
import { testDatabase } from '../setup/database.ts';
import { asker, cellLine } from './asking.ts';

const { sql } = await testDatabase({ empty: true });
const steps = readReleases('.').slice(0, 2);
const old = steps[1]!;
const SOURCE = 'cbp-southwest-apprehensions';
const was = (await committedRows(linesInForce(steps))).filter(
  (row) => row.source === SOURCE && row.breakdown !== 'sector=tucson',
);

const SECTORS = ['sector=el-paso', 'sector=yuma'];

const days = (name: number): Pick<CanonicalRow, 'period_start' | 'period_end'> => {
  const { start, end } = fiscalYear(name);
  return { period_start: start!, period_end: end! };
};
const corrected = was
  .map((row): CanonicalRow => ({ ...row, ...days(Number(row.period_end.slice(0, 4))) }))
  .sort(compareCanonicalRows);
const lines = (rows: readonly CanonicalRow[]) => linesOf(rows.map(canonicalLine));
const breaks = readCatalogue('sources').breaks!.filter(
  ({ id, indicator }) => id === 'fiscal-year-from-october' && indicator === 'border-apprehensions',
);
const withSectors: Catalogue = {
  ...old.catalogue,
  indicators: old.catalogue.indicators.map((indicator) =>
    indicator.id === 'border-apprehensions'
      ? {
          ...indicator,
          parts: [...indicator.parts, { scheme: 'sectors', axis: 'breakdown', codes: SECTORS }],
        }
      : indicator,
  ),
};
const catalogue = { ...withSectors, breaks: [...(old.catalogue.breaks ?? []), ...breaks] };

const isEarly = (row: CanonicalRow): boolean => row.period_end < '1976-10-01';
const moved = was.filter(isEarly);
const head = { date: '2026-11-30', note: { en: 'A synthetic release', es: 'Una edición sintética' } };
const releases: readonly Publication[] = [
  {
    ...head,
    version: '1.0.0',
    catalogue: withSectors,
    contentHash: hashRows(was),
    added: () => was,
    closed: () => [],
  },
  {
    ...head,
    version: '1.1.0',
    catalogue,
    contentHash: hashRows(corrected),
    added: () => corrected.filter(isEarly),
    closed: () => moved,
  },
];

await migrate({ report: () => undefined });
await publishAll(releases, () => undefined);
const before = await asker(sql, '1.0.0');
const after = await asker(sql, '1.1.0');
const BORDER = `basis=us-fiscal-year&breakdown=border%3Dsouthwest&source=${SOURCE}`;
const ask = (of: typeof before, search: string) => of.ask('border-apprehensions', `${BORDER}&${search}`);

describe('a fiscal year before FY1977', () => {
  test('is found by its name in a release with the old days, with its own value', async () => {
    const [cell, ...more] = await ask(before, 'time=FY1970');
    expect(more).toEqual([]);
    expect(cell?.period).toMatchObject({ start: '1969-10-01', end: '1970-09-30' });
    expect(cell && cellLine(cell)).toBe('USA FY1970: 201,780');
  });

  test('has its own days in the next release', async () => {
    const [cell, ...more] = await ask(after, 'time=FY1970');
    expect(more).toEqual([]);
    expect(cell?.period).toMatchObject({ start: '1969-07-01', end: '1970-06-30' });
    expect(cell && cellLine(cell)).toBe('USA FY1970: 201,780');
  });

  test('a range names the same years in both', async () => {
    const named = ['FY1974', 'FY1975', 'FY1976', 'FY1977', 'FY1978'];
    for (const of of [before, after]) {
      for (let from = 0; from < named.length; from++) {
        for (let to = from; to < named.length; to++) {
          const cells = await ask(of, `time=${named[from]}..${named[to]}`);
          expect(cells.map((cell) => cellLine(cell).slice(4, 10))).toEqual(named.slice(from, to + 1));
        }
      }
    }
  });

  test('days find what lies within them', async () => {
    const days = 'time=1969-10-01..1970-09-30';
    expect((await ask(before, days)).map(cellLine)).toEqual(['USA FY1970: 201,780']);
    expect((await ask(after, days)).map(cellLine)).toEqual(['USA FY1971: not-on-file']);
  });

  test('sectors are added up in both', async () => {
    const sectors = SECTORS.map(encodeURIComponent).join('~');
    const question = `basis=us-fiscal-year&breakdown=${sectors}&source=${SOURCE}&time=FY1976`;
    for (const of of [before, after]) {
      const sum = await of.ask('border-apprehensions', `${question}&by=area~origin~source`);
      const parts = await of.ask('border-apprehensions', question);
      const total = parts.reduce((all, { stated }) => all + (stated?.value ?? NaN), 0);
      expect(parts).toHaveLength(2);
      expect(sum.map(({ stated }) => stated?.value)).toEqual([total]);
    }
  });
});

describe('from FY1976 to FY1977', () => {
  test('nothing is computed where the break is declared', async () => {
    const lines = async (search: string) => (await ask(after, search)).map(cellLine);
    const gap = 'break (fiscal-year-from-october)';
    expect(await lines('time=FY1976..FY1978&transform=change')).toEqual([
      'USA FY1976: +95,235.000000',
      `USA FY1977: ${gap}`,
      'USA FY1978: +56,248.000000',
    ]);
    expect(await lines('time=FY1977&transform=change')).toEqual([`USA FY1977: ${gap}`]);
    expect(await lines('time=FY1978&transform=rolling-mean:3')).toEqual([`USA FY1978: ${gap}`]);
    expect(await lines('time=FY1977&transform=index:FY1970')).toEqual([`USA FY1977: ${gap}`]);
    expect(await lines('time=FY1971&transform=index:FY1970')).toEqual(['USA FY1971: 130.8']);
  });

  test('the release before has no such break, and its changes stand', async () => {
    const cells = await ask(before, 'time=FY1977&transform=change');
    expect(cells.map(cellLine)).toEqual(['USA FY1977: +125,694.000000']);
    expect((await ask(before, 'time=FY1971&transform=index:FY1970')).map(cellLine)).toEqual([
      'USA FY1971: 130.8',
    ]);
  });
});

describe('a row whose days were corrected', () => {
  test('is revised: no row goes, none comes, and the number is that of a minor release', async () => {
    const counts = { ...NO_REVISION };
    for await (const changes of changesOf(lines(was), lines(corrected)))
      for (const { kind } of changes) counts[kind]++;
    expect(counts).toEqual({ ...NO_REVISION, revised: moved.length });
    expect(moved.length).toBeGreaterThan(100);
    expect(nextVersion('1.1.0', counts, false)).toBe('1.2.0');
    expect(await countRevisions(sql, before.index, after.index)).toEqual(counts);
  });

  test('the list of revisions has the days of both', async () => {
    const [from, to] = (await Promise.all(
      ['1.0.0', '1.1.0'].map((version) => readReleaseIndex(sql, version)),
    )) as [ReleaseIndex, ReleaseIndex];
    const rows = await readRevisions(sql, from, to, 'border-apprehensions', 1000);
    const row = rows.find(
      ({ breakdown, period }) => breakdown === 'border=southwest' && period.end === '1970-06-30',
    );
    expect(row).toMatchObject({
      kind: 'revised',
      was: { stated: { value: 201_780 }, period: { start: '1969-10-01', end: '1970-09-30' } },
      is: { stated: { value: 201_780 }, period: { start: '1969-07-01', end: '1970-06-30' } },
    });
    expect(rows).toHaveLength(moved.length);
  });
});
