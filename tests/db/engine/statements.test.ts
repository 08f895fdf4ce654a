/**
 * The SQL of some queries, one of each kind, as files, so that a review shows how a change affects the
 * statements. If one differs, the actual SQL is written next to it as `NAME-changed.sql`; if the change is
 * intended, it replaces the file.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readReleaseIndex, rollupKey } from '#db/releases.ts';
import { formatStatement, parseDataAddress, statementOfAddress } from '#scripts/database/show-statement.ts';
import { testDatabase } from '../../setup/database.ts';

const HOME = 'tests/db/engine/statements';
const RELEASE = '1.1.0';

/** What each file shows, and the URL that it answers. */
const QUESTIONS: Readonly<Record<string, string>> = {
  'published-rows': 'homicide-rate.csv?country=HND~SLV~GTM&time=2010..2014',
  'published-months-latest': 'border-encounters.csv?origin=HND&basis=month&time=latest',
  'mean-weighted-by-population': 'homicide-rate.csv?group=northern-triangle&by=area',
  'mean-of-members-that-change': 'homicide-rate.csv?group=central-america-7&time=2014',
  'sum-of-a-count': 'population.csv?group=northern-triangle&time=2000..2014',
  'ratio-of-sums': 'asylum-grant-share.csv?origin=northern-triangle&country=USA',
  'parts-that-share-a-denominator': 'justice-reform-states.csv?by=area~origin',
  'countries-together': 'homicide-rate.csv?country=HND~SLV~GTM&by=source',
  'fiscal-years-of-months': 'uac-apprehensions.csv?basis=us-fiscal-year&breakdown=border=southwest',
  'months-as-one-interval-of-a-group': 'border-encounters.csv?origin=northern-triangle&time=2014-10/2015-04',
  'members-of-a-sparse-table': 'border-encounters.csv?origin=m49-013&time=2019-01..2019-12',
  'sum-from-a-rollup': 'population.csv?group=m49-013&time=2000..2014',
  'years-from-rollups': 'border-encounters.csv?origin=not-mexican&basis=us-fiscal-year',
  'per-capita-with-populations':
    'asylum-applications.csv?origin=HND~northern-triangle&time=2010..2014&transform=per-capita:origin',
};

const { sql } = await testDatabase();
const published = await readReleaseIndex(sql, RELEASE);
if (!published) throw new Error(`release ${RELEASE} is not published`);
// The number of rollups of a release depends on its size; the text of a statement that reads them does not.
const index = {
  ...published,
  // No group of the release has a member that joined or left, but here this one has.
  catalogue: {
    ...published.catalogue,
    areas: published.catalogue.areas.map((area) =>
      area.code === 'central-america-7'
        ? { ...area, members: area.members?.map((member) => ({ ...member, from: '1991-01-01' })) ?? [] }
        : area,
    ),
  },
  rollups: new Map([
    [rollupKey('population', 'area', 'm49-013'), 3],
    [rollupKey('border-encounters', 'origin', 'not-mexican'), 1],
    [rollupKey('border-encounters', 'months', ''), 2],
  ]),
};

test.each(Object.entries(QUESTIONS))(
  'the statement of %s is the one that was reviewed',
  async (name, path) => {
    const address = `/data/${RELEASE}/${path}`;
    const { text, parameters } = statementOfAddress(parseDataAddress(address), index);
    const shown = `-- ${address}\n${await formatStatement(text)};\n`;
    const [file, changed] = [`${HOME}/${name}.sql`, `${HOME}/${name}-changed.sql`];
    const reviewed = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (shown === reviewed) rmSync(changed, { force: true });
    else writeFileSync(changed, shown);
    expect(shown, `compare ${changed} with ${name}.sql`).toBe(reviewed);
    // Postgres accepts it, and has a type for every parameter.
    expect(await sql.unsafe(`explain ${text}`, parameters as never[])).not.toHaveLength(0);
  },
);

test('every file is the statement of one of these questions', () => {
  const files = readdirSync(HOME).filter((file) => !file.endsWith('-changed.sql'));
  expect(files.sort()).toEqual(
    Object.keys(QUESTIONS)
      .map((name) => `${name}.sql`)
      .sort(),
  );
});
