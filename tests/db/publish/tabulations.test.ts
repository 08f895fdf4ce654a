/**
 * Breaks and tabulations are frozen with a release. Tabulations are also rows, with the releases in which
 * they are in force.
 */
import { expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { publishAll, type Publication } from '#db/publish/publish.ts';
import { readReleaseIndex } from '#db/releases.ts';
import { publicationOf } from '#scripts/database/replay.ts';
import { readReleases } from '#sources/releases/committed.ts';
import type { Catalogue, Tabulated } from '#stats/model/catalogue.ts';
import type { Break } from '#stats/model/break.ts';
import { testDatabase } from '../../setup/database.ts';

const { sql } = await testDatabase({ empty: true });
const silent = (): undefined => undefined;

const TABLES: readonly Tabulated[] = [
  {
    indicator: 'homicide-rate',
    source: 'migrant-crisis-2015',
    basis: 'calendar-year',
    from: '2012',
    to: '2014',
    absent: 'not-published',
    provisional: false,
  },
  {
    indicator: 'homicides',
    source: 'migrant-crisis-2015',
    basis: 'month',
    from: '2014-10',
    to: '2015-02',
    absent: 'zero',
    provisional: true,
  },
];
const BREAK: Break = {
  id: 'synthetic-break',
  indicator: 'homicide-rate',
  kind: 'method',
  at: '2013-01-01',
  name: { en: 'a break', es: 'una ruptura' },
  text: { en: 'A synthetic break', es: 'Una ruptura sintética' },
  cited: { text: { en: 'A test', es: 'Una prueba' } },
};

const [founding] = readReleases('.').map(publicationOf);
if (!founding) throw new Error('no release is committed');
/** A synthetic release that neither adds nor closes rows: only the statements about the rows change. */
const after = (version: string, more: Partial<Catalogue>): Publication => ({
  ...founding,
  version,
  date: '2026-12-01',
  catalogue: { ...founding.catalogue, ...more },
  added: () => [],
  closed: () => [],
});
await migrate({ report: silent });
const [first = TABLES[0]!, second = TABLES[1]!] = TABLES;
await publishAll(
  [
    founding,
    after('1.1.0', { breaks: [BREAK], tabulations: TABLES }),
    after('1.2.0', { breaks: [BREAK], tabulations: [first, { ...second, to: '2015-03' }] }),
  ],
  silent,
);

test('a release says which periods were published, and one before it says nothing of them', async () => {
  const [old, now] = await Promise.all(['1.0.0', '1.1.0'].map((version) => readReleaseIndex(sql, version)));
  expect(old?.catalogue.breaks).toBeUndefined();
  expect(old?.catalogue.tabulations).toBeUndefined();
  expect(now?.catalogue.breaks).toEqual([BREAK]);
  expect(now?.catalogue.tabulations).toEqual(TABLES);
});

test('a stretch that goes on is closed and opened anew; one that stays is left alone', async () => {
  const rows = await sql`
    select i.slug, basis, period_start::text as a, period_end::text as z, absent_means, provisional,
      s.minor as since, u.minor as until
    from tabulations join indicators i on i.id = indicator_id join releases s on s.id = since_release
    left join releases u on u.id = until_release order by i.slug, period_end`;
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['homicide-rate', 'calendar-year', '2012-01-01', '2014-12-31', 'not-published', false, 1, null],
    ['homicides', 'month', '2014-10-01', '2015-02-28', 'zero', true, 1, 2],
    ['homicides', 'month', '2014-10-01', '2015-03-31', 'zero', true, 2, null],
  ]);
});
