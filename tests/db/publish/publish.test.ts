import { beforeAll, describe, expect, test } from 'vitest';
import { openAt } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import { hashInForce } from '#db/publish/in-force.ts';
import { publishAll, type Publication } from '#db/publish/publish.ts';
import type { Statements } from '#db/publish/catalogue.ts';
import { publicationOf } from '#scripts/database/replay.ts';
import { hashRows, readReleases, committedRows } from '#sources/releases/committed.ts';
import { linesOf } from '#sources/releases/lines.ts';
import { changesOf, linesInForce } from '#sources/releases/merge.ts';
import { NO_REVISION, type RevisionCounts } from '#stats/evidence/revision.ts';
import { goneFrom, isEmpty, nextVersion } from '#sources/releases/next.ts';
import type { CanonicalRow } from '#stats/model/canonical-row.ts';
import { canonicalLine, compareCanonicalRows, rowKey } from '#stats/model/canonical-row.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { testDatabase } from '../../setup/database.ts';
import { asker, cellLine } from '../asking.ts';

const { sql, url } = await testDatabase({ empty: true });
/** Only the first release; later ones are made up here. */
const steps = readReleases('.').slice(0, 1);
const committed = steps.map(publicationOf);
const [founding] = committed as [Publication];
const rows = await committedRows(linesInForce(steps));
const silent = (): undefined => undefined;
await migrate({ report: silent });
await publishAll(committed, silent);

/** A synthetic release after 1.0.0; the rows are those that should be in force after it. */
function after(version: string, is: readonly CanonicalRow[], catalogue = founding.catalogue): Publication {
  const [before, now] = [new Map(rows.map((row) => [rowKey(row), row])), new Set(is.map(rowKey))];
  const lineOf = (row: CanonicalRow | undefined): string => (row ? canonicalLine(row) : '');
  const come = is.filter((row) => lineOf(before.get(rowKey(row))) !== lineOf(row));
  const touched = new Set(come.map(rowKey));
  const go = rows.filter((row) => !now.has(rowKey(row)) || touched.has(rowKey(row)));
  return {
    version,
    date: '2026-12-01',
    note: { en: 'A synthetic release', es: 'Una edición sintética' },
    contentHash: hashRows([...is].sort(compareCanonicalRows)),
    catalogue,
    added: () => [...come].sort(compareCanonicalRows),
    closed: () => go,
  };
}

const is = (row: CanonicalRow, area: string, year: string): boolean =>
  row.indicator === 'homicide-rate' && row.area === area && row.period_start.startsWith(year);
const revised = rows.map((row) => (is(row, 'GTM', '2014') ? { ...row, value: '33.5' } : row));
const [honduras] = rows.filter((row) => is(row, 'HND', '2014')) as [CanonicalRow];
const added = { ...honduras, area: 'NIC', value: '8.7' };
const next = after('2.0.0', [...revised.filter((row) => !is(row, 'HND', '2012')), added]);

/** The whole content of a database as text, to check whether anything changed. */
async function everything(): Promise<string> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'cotejo'::regnamespace and relkind = 'r' order by 1`;
  const texts = await Promise.all(
    tables.map(({ name }) =>
      sql.unsafe(`select md5(string_agg(t::text, '|' order by t::text)) as text from ${name} t`),
    ),
  );
  const [views] =
    await sql`select string_agg(relname, ',' order by relname) as names from pg_class where relnamespace = 'indicator'::regnamespace`;
  return JSON.stringify([tables, texts, views]);
}

describe('a release that is not whole', () => {
  const wrong = (change: Partial<CanonicalRow>): Publication =>
    after('1.1.0', [...rows, { ...added, ...change }]);
  const withCatalogue = (change: (catalogue: Catalogue) => Catalogue): Publication =>
    after('1.1.0', [...rows, added], change(structuredClone(founding.catalogue)));
  const cases: readonly (readonly [string, Publication, RegExp])[] = [
    [
      'a content hash that is not its own',
      { ...next, contentHash: 'a'.repeat(64) },
      /rows give content hash/,
    ],
    ['an area that nobody knows', wrong({ area: 'XXX' }), /have a known indicator, area, source and edition/],
    ['an indicator that nobody knows', wrong({ indicator: 'happiness' }), /have a known indicator/],
    [
      'an edition that nobody knows',
      wrong({ edition: 'migrant-crisis-2015@2016' }),
      /have a known indicator/,
    ],
    ['a row without a value', wrong({ value: '' }), /rates_ends_fit_the_qualifier/],
    ['a rate below nothing', wrong({ value: '-5' }), /rates_are_not_negative/],
    ['a qualifier that nobody knows', wrong({ qualifier: 'roughly' }), /invalid input value for enum/],
    ['a day that is none', wrong({ period_start: '2014-02-30' }), /out of range/],
    ['a row that is there already', { ...next, added: () => [honduras], closed: () => [] }, /rates_pk/],
    ['a row to close that is not there', { ...next, closed: () => [added] }, /Expected to retire/],
    [
      'an indicator with another measure',
      withCatalogue((c) => ({
        ...c,
        indicators: c.indicators.map((indicator) =>
          indicator.id === 'homicides' ? { ...indicator, measure: 'estimate' as const } : indicator,
        ),
      })),
      /measure of an indicator never changes: homicides/,
    ],
    [
      'another file under the name of an edition',
      withCatalogue((c) => ({
        ...c,
        editions: c.editions.map((edition, i) =>
          i === 0 ? { ...edition, sha256: 'b'.repeat(64) } : edition,
        ),
      })),
      /an edition is one file/,
    ],
    ['a number that is none', { ...next, version: '2.0' }, /2.0 is not a release number/],
  ];

  test.each(cases)('%s: the database is exactly as before', async (_, release, message) => {
    const before = await everything();
    await expect(publishAll([...committed, release], silent)).rejects.toThrow(message);
    expect(await everything()).toBe(before);
  });
});

describe('a published release that is not the committed one', () => {
  test.each([
    ['another content', { ...founding, contentHash: 'c'.repeat(64) }, /release 1\.0\.0 differs/],
    [
      'another number',
      { ...founding, version: '1.0.1' },
      /holds release 1\.0\.0, which this checkout has as 1\.0\.1/,
    ],
    [
      'another note',
      { ...founding, note: { en: 'x', es: 'x' } },
      /1\.0\.0 differs: its catalogue, date or note/,
    ],
    [
      'another catalogue',
      { ...founding, catalogue: { ...founding.catalogue, dimensions: [] } },
      /1\.0\.0 differs: its catalogue/,
    ],
  ])('%s is refused', async (_, release, message) => {
    await expect(publishAll([release], silent)).rejects.toThrow(message);
  });

  test('no committed release at all is said', async () => {
    await expect(publishAll([], silent)).rejects.toThrow('no committed release');
  });
});

describe('what is committed is what is loaded', () => {
  test('the content hash is the same over the files and over the tables', async () => {
    const [release] = await sql<
      { id: number; content_hash: string }[]
    >`select id, content_hash from releases`;
    expect(hashRows(rows)).toBe(founding.contentHash);
    expect(release?.content_hash).toBe(founding.contentHash);
    expect(await hashInForce(sql as unknown as Statements, release!.id)).toBe(founding.contentHash);
  });

  test('loading again changes nothing', async () => {
    const before = await everything();
    expect(await publishAll(committed, silent)).toEqual({ version: committed.at(-1)?.version, replayed: 0 });
    expect(await everything()).toBe(before);
  });
});

describe('the number of the next release', () => {
  /** The changes to these rows, counted. */
  async function diff(is: readonly CanonicalRow[]): Promise<RevisionCounts> {
    const counts = { ...NO_REVISION };
    const [was, now] = [rows, [...is].sort(compareCanonicalRows)].map((some) =>
      linesOf(some.map(canonicalLine)),
    );
    for await (const changes of changesOf(was!, now!)) for (const { kind } of changes) counts[kind]++;
    return counts;
  }
  test.each([
    ['the first', undefined, rows, false, '1.0.0'],
    ['a row that goes', '1.2.3', rows.slice(1), false, '2.0.0'],
    ['a row that goes by our own mistake', '1.2.3', rows.slice(1), true, '2.0.0'],
    ['a row that comes', '1.2.3', [...rows, added], false, '1.3.0'],
    ['a row that comes, said to be a correction', '1.2.3', [...rows, added], true, '1.3.0'],
    ['a row that its source revised', '1.2.3', revised, false, '1.3.0'],
    ['a row that we corrected', '1.2.3', revised, true, '1.2.4'],
  ] as const)('%s', async (_, last, now, correction, version) => {
    expect(nextVersion(last, await diff(now), correction)).toBe(version);
  });

  test('the same rows are no difference', async () => {
    expect(isEmpty(await diff([...rows].reverse()))).toBe(true);
  });

  test('a row that only another edition says is confirmed, not revised', async () => {
    const now = rows.map((row) => (is(row, 'GTM', '2014') ? { ...row, edition: 'another@2026' } : row));
    expect(await diff(now)).toEqual({ ...NO_REVISION, confirmed: 1 });
    expect(await diff(revised)).toEqual({ ...NO_REVISION, revised: 1 });
  });

  test('a group that leaves the catalogue is a major change, though no row goes', () => {
    const { catalogue } = founding;
    const less = { ...catalogue, areas: catalogue.areas.filter((area) => area.code !== 'm49-013') };
    const gone = goneFrom(catalogue, less);
    expect(gone).toEqual(['area m49-013']);
    expect(nextVersion('1.2.3', NO_REVISION, false, gone)).toBe('2.0.0');
    expect(goneFrom(less, catalogue)).toEqual([]);
  });
});

describe('a second release', () => {
  const QUESTIONS = ['group=northern-triangle', '', 'group=central-america-7&coverage=0.5', 'time=latest'];
  let before: string[] = [];
  /** Release ids have gaps: a refused release used up an id. */
  let key = 0;
  const id = (): number => key;
  const cells = async (version: string): Promise<string[]> => {
    const { ask } = await asker(sql, version);
    return Promise.all(QUESTIONS.map(async (text) => JSON.stringify(await ask('homicide-rate', text))));
  };

  beforeAll(async () => {
    before = await cells('1.0.0');
    const catalogue = structuredClone<unknown>(founding.catalogue) as {
      areas: { code: string; members?: { area: string; to?: string }[] }[];
      indicators: { id: string; parts: { denominator?: string }[] }[];
    };
    const dated = catalogue.areas.find((area) => area.code === 'northern-triangle')?.members?.[0];
    dated!.to = '2030-01-01';
    catalogue.indicators.find(
      (indicator) => indicator.id === 'justice-reform-states',
    )!.parts[0]!.denominator = 'split';
    // Two publish at once: one publishes, the other waits and finds it done.
    const release = { ...next, catalogue: catalogue as unknown as Catalogue };
    const both = await Promise.all([
      publishAll([founding, release], silent),
      publishAll([founding, release], silent),
    ]);
    expect(both.map((entry) => entry.replayed).sort()).toEqual([0, 1]);
    key = (await sql<{ id: number }[]>`select max(id) as id from releases`)[0]?.id ?? 0;
  });

  test('closes and opens rows, and copies none', async () => {
    const [closed] = await sql`select count(*)::int as n from rates where until_release = ${id()}`;
    const [opened] = await sql`select count(*)::int as n from rates where since_release = ${id()}`;
    expect([closed?.['n'], opened?.['n']]).toEqual([2, 2]);
    const [all] = await sql`select count(*)::int as n from observations`;
    expect(all?.['n']).toBe(rows.length + 2);
  });

  test('leaves every answer of the first as it was, byte for byte', async () => {
    expect(await cells('1.0.0')).toEqual(before);
  });

  test('answers with what is new, what is revised and without what is gone', async () => {
    const { ask } = await asker(sql, '2.0.0');
    const lines = (await ask('homicide-rate', 'country=HND~GTM~NIC')).map(cellLine);
    expect(lines).toEqual(['HND 2014: 68', 'GTM 2014: 33.5', 'NIC 2014: 8.7']);
    expect((await ask('homicide-rate', 'group=northern-triangle')).map(cellLine)).toHaveLength(1);
  });

  test('closes memberships and parts that changed, and keeps the others', async () => {
    const members = await sql`select valid_to, until_release from area_members
      where group_id = (select id from areas where code = 'northern-triangle') and ${id()} in (since_release, until_release) order by until_release`;
    expect(members.map((row) => [row['valid_to'], row['until_release']])).toEqual([
      ['infinity', id()],
      ['2030-01-01', 2147483647],
    ]);
    const parts =
      await sql`select denominator, since_release from parts where scheme = 'full-or-partial' order by since_release, code`;
    expect(parts.map((row) => row['denominator'])).toEqual(['shared', 'shared', 'split', 'split']);
  });

  test('is what the readable views show', async () => {
    const view =
      await sql`select area, value from indicator.homicide_rate where area in ('GTM', 'NIC', 'HND') order by area`;
    expect(view.map((row) => [row['area'], row['value']])).toEqual([
      ['GTM', 33.5],
      ['HND', 68],
      ['NIC', 8.7],
    ]);
  });

  test('makes the database too new for a checkout that has only the first', async () => {
    await expect(publishAll(committed.slice(0, 1), silent)).rejects.toThrow(
      /holds release 2\.0\.0, which this checkout does not have/,
    );
  });

  test('a schema that a newer checkout migrated is refused', async () => {
    const owner = openAt(url, { max: 1 });
    await owner`insert into migrations (hash) values ('of a newer checkout')`;
    await owner.end();
    await expect(migrate({ report: silent })).rejects.toThrow(
      '1 migration(s) that this checkout does not know',
    );
  });
});
