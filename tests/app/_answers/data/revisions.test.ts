/**
 * The changes since a release are the same in the tables as in the committed files, and are shown by data,
 * pages and embeds.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { ONE_MINUTE } from '#app/_answers/http/headers.ts';
import { siteData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import { publishAll, type Publication } from '#db/publish/publish.ts';
import { publicationOf } from '#scripts/database/replay.ts';
import { hashRows, readReleases, committedRows } from '#sources/releases/committed.ts';
import { linesOf } from '#sources/releases/lines.ts';
import { changesOf, linesInForce, type Change } from '#sources/releases/merge.ts';
import { canonicalLine, compareCanonicalRows, type CanonicalRow } from '#stats/model/canonical-row.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import { NO_REVISION } from '#stats/evidence/revision.ts';
import { testDatabase } from '../../../setup/database.ts';
import { askProduct, askJson } from '../ask.ts';

await testDatabase();
const { loadCatalogue, loadComparison, loadRevisedSince, loadRevisionCounts } = siteData;
afterAll(closeReader);

const committed = readReleases('.');
const last = committed.at(-1)!;
const was = await committedRows(linesInForce(committed));

/**
 * A synthetic release after the last one: Honduras 2014 is revised, 2012 is removed, Guatemala is read from a
 * newer file.
 */
const NEWER = 'migrant-crisis-2015@2099-01-01';
const is2014 = (row: CanonicalRow, area: string): boolean =>
  row.indicator === 'homicide-rate' &&
  row.source === 'migrant-crisis-2015' &&
  row.area === area &&
  row.period_start === '2014-01-01';
const honduras = was.find((row) => is2014(row, 'HND'))!;
const gone = was.find(
  (row) =>
    row.indicator === 'homicide-rate' &&
    row.source === 'migrant-crisis-2015' &&
    row.area === 'HND' &&
    row.period_start === '2012-01-01',
)!;
const is = [
  ...was
    .filter((row) => row !== gone)
    .map((row) =>
      is2014(row, 'HND') ? { ...row, value: '66.4' } : is2014(row, 'GTM') ? { ...row, edition: NEWER } : row,
    ),
  { ...honduras, area: 'NIC', value: '8.7' },
].sort(compareCanonicalRows);
const edition = last.catalogue.editions.find(({ source }) => source === 'migrant-crisis-2015')!;
const catalogue: Catalogue = {
  ...last.catalogue,
  editions: [
    ...last.catalogue.editions,
    { ...edition, id: NEWER, vintage: '2099-01-01', sha256: 'e'.repeat(64) },
  ],
};
const changes: Change[] = [];
for await (const some of changesOf(linesOf(was.map(canonicalLine)), linesOf(is.map(canonicalLine))))
  changes.push(...some);
const synthetic: Publication = {
  version: '99.0.0',
  date: '2099-01-02',
  note: { en: 'A synthetic release', es: 'Una edición sintética' },
  contentHash: hashRows(is),
  catalogue,
  added: () => linesOf(changes.flatMap((change) => ('is' in change ? change.is : []))),
  closed: () => linesOf(changes.flatMap((change) => ('was' in change ? change.was : []))),
};
await publishAll([...committed.map(publicationOf), synthetic], () => undefined);

describe('counts', () => {
  test('of a release are those of its files', async () => {
    expect(await loadRevisionCounts(last.version, '99.0.0')).toEqual({
      added: 1,
      removed: 1,
      revised: 1,
      confirmed: 1,
    });
    let added = 0;
    for (const [i, release] of committed.entries()) {
      const before = committed[i - 1];
      if (!before) continue;
      const counted = { ...NO_REVISION };
      for await (const some of changesOf(
        linesInForce(committed.slice(0, i)),
        linesInForce(committed.slice(0, i + 1)),
      ))
        for (const { kind } of some) counted[kind]++;
      expect(await loadRevisionCounts(before.version, release.version)).toEqual(counted);
      added += counted.added;
    }
    // A release may change only the catalogue, as 1.5.0 does.
    expect(added).toBeGreaterThan(100_000);
  });

  test('between releases far apart are those between their states', async () => {
    const counted = { ...NO_REVISION };
    for await (const some of changesOf(linesInForce(committed.slice(0, 1)), linesOf(is.map(canonicalLine))))
      for (const { kind } of some) counted[kind]++;
    expect(await loadRevisionCounts('1.0.0', '99.0.0')).toEqual(counted);
  });

  test('are none from a release to itself, and nothing where there is no such release', async () => {
    expect(await loadRevisionCounts('1.0.0', '1.0.0', 'homicide-rate')).toEqual(NO_REVISION);
    expect(await loadRevisionCounts('1.0.0', '7.7.7')).toBe(null);
  });
});

describe('/data/{release}/{indicator}/revisions.json', () => {
  test('lists what was, what is and where from, what went or changed first', async () => {
    const document = await askJson(`/data/${last.version}/homicide-rate/revisions.json`);
    expect(document).toMatchObject({
      format: 'cotejo-revisions',
      from: last.version,
      to: '99.0.0',
      counts: { added: 1, removed: 1, revised: 1, confirmed: 1 },
    });
    const rows = document['rows'] as {
      change: string;
      area: string;
      period: string;
      was: { value: number; edition: string } | null;
      is: { value: number; edition: string } | null;
    }[];
    const figures = rows.map(({ change, area, period, was: a, is: b }) => [
      change,
      area,
      period,
      a?.value ?? null,
      b?.value ?? null,
    ]);
    expect(figures.slice(0, 2).sort()).toEqual([
      ['removed', 'HND', '2012', Number(gone.value), null],
      ['revised', 'HND', '2014', 68, 66.4],
    ]);
    expect(figures.slice(2)).toEqual([
      ['added', 'NIC', '2014', null, 8.7],
      ['confirmed', 'GTM', '2014', 31, 31],
    ]);
    expect(rows.at(-1)?.was?.edition).toBe(edition.id);
    expect(rows.at(-1)?.is?.edition).toBe(NEWER);
  });

  test('is pinned where a number is asked for, and short-lived where the newest is', async () => {
    const path = `/data/${last.version}/homicide-rate/revisions.json`;
    const [pinned, newest] = [await askProduct(`${path}?to=99.0.0`), await askProduct(path)];
    expect(pinned.headers['cache-control']).toContain('immutable');
    expect(newest.headers['cache-control']).toBe(ONE_MINUTE);
    expect(pinned.text).toBe(newest.text);
  });

  test.each([
    ['?to=1.0.0', 400],
    ['?to=banana', 400],
    ['?country=HND', 400],
  ])('refuses %s', async (search, status) => {
    expect((await askProduct(`/data/99.0.0/homicide-rate/revisions.json${search}`)).status).toBe(status);
  });

  test('knows neither another indicator nor another release', async () => {
    expect((await askProduct('/data/99.0.0/happiness/revisions.json')).status).toBe(404);
    expect((await askProduct('/data/7.7.7/homicide-rate/revisions.json')).status).toBe(404);
  });
});

describe('an answer of an older release', () => {
  const since = async (search: string, version = last.version) => {
    const known = (await loadCatalogue(version))!;
    const indicator = known.indicators.find(({ id }) => id === 'homicide-rate')!;
    const query = parseQuery(parseParameters(search), indicator, known);
    return loadRevisedSince(await loadComparison({ version, language: 'en', query }));
  };

  test('says how many of its figures are others now, sums over them included', async () => {
    expect(await since('country=HND&source=migrant-crisis-2015&time=2014')).toEqual({
      latest: '99.0.0',
      figures: 1,
      shown: 1,
      added: 0,
    });
    expect(await since('group=northern-triangle&source=migrant-crisis-2015&time=2014')).toEqual({
      latest: '99.0.0',
      figures: 1,
      shown: 1,
      added: 0,
    });
  });

  test('says nothing where its own figures stand, and nothing in the newest release', async () => {
    expect(await since('country=SLV&source=migrant-crisis-2015&time=2014')).toBe(null);
    expect(await since('country=HND&source=migrant-crisis-2015&time=2014', '99.0.0')).toBe(null);
  });

  test('says so in the embed, in both languages, and its data do not', async () => {
    const search = '?country=HND&source=migrant-crisis-2015&time=2014';
    const embed = (await askProduct(`/embed/${last.version}/homicide-rate${search}`)).text;
    expect(embed).toContain('1 of 1 values shown has been revised since');
    const spanish = (await askProduct(`/embed/${last.version}/homicide-rate${search}&lang=es`)).text;
    expect(spanish).toContain('Se ha revisado 1 de los 1 valores mostrados');
    expect((await askProduct(`/embed/99.0.0/homicide-rate${search}`)).text).not.toContain('revised since');
    const data = (await askProduct(`/data/${last.version}/homicide-rate.csv${search}`)).text;
    expect(data).toContain(',68,');
    expect(data).not.toContain('66.4');
  });
});
