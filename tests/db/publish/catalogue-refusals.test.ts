// One line for each constraint of the catalogue's tables, which makes it long; a test at the end checks that
// none is left out.
import { expect, test } from 'vitest';
import { testDatabase } from '../../setup/database.ts';
import { DRAFT, DRAFT_ID, expectRefusal, insertion } from '../refusing.ts';

const { sql } = await testDatabase();

const HASH = 'a'.repeat(64);
const NOBODY = 999_999;
const first = (table: string): string => `(select min(id) from ${table})`;
const country = "(select id from areas where code = 'HND')";
const group = "(select id from areas where code = 'northern-triangle')";
const indicator = "(select id from indicators where slug = 'homicide-rate')";

type Row = Readonly<Record<string, string | number | null>>;
const area: Row = { code: 'XXX', kind: 'country', name_en: 'X', name_es: 'X' };
const member: Row = {
  group_id: group,
  member_id: "(select id from areas where code = 'MEX')",
  since_release: 1,
};
const measured: Row = {
  slug: 'a-trial',
  measure: 'count',
  additivity: 'flow',
  signed: 'false',
  unit: 'x',
  title_en: 'X',
  title_es: 'X',
};
const source: Row = {
  slug: 'a-trial',
  kind: 'primary',
  publisher: 'X',
  title_en: 'X',
  title_es: 'X',
  licence: 'X',
};
const edition: Row = {
  slug: 'a-trial@1',
  source_id: first('sources'),
  vintage: '1',
  accessed: '2026-11-22',
  sha256: HASH,
};
const note: Row = { en: 'X', es: 'X', mandatory: 'true' };
const release: Row = { major: 99, minor: 0, patch: 0, released_on: '2026-11-22', note_en: 'X', note_es: 'X' };
const ownRelease: Row = {
  id: 1_000_000_099,
  publisher: '{"id":"house","name":"X"}',
  beside_release: 1,
  released_on: '2026-11-22',
  note_en: 'X',
  note_es: 'X',
};
const line: Row = {
  indicator_id: indicator,
  measure: 'rate',
  source_id: first('sources'),
  basis: 'calendar-year',
  area_id: country,
  counterpart_id: country,
  breakdown_id: first('breakdowns'),
  definition: 'a trial',
};
const part: Row = { indicator_id: indicator, scheme: 'x', axis: 'origin', code: 'HND', since_release: 1 };
const tabulation: Row = {
  indicator_id: indicator,
  source_id: first('sources'),
  basis: 'month',
  period_start: '2014-01-01',
  period_end: '2014-12-31',
  absent_means: 'zero',
  since_release: 1,
};
const claim: Row = {
  slug: 'a-trial',
  source_id: first('sources'),
  locator: 'X',
  kind: 'X',
  statement_en: 'X',
  statement_es: 'X',
  printed: 'X',
};
const verdict: Row = {
  claim_id: "(select id from claims where slug = 'a-trial')",
  release_id: 1,
  verdict: 'holds',
  reason_en: 'X',
  reason_es: 'X',
};

const rollup: Row = {
  id: NOBODY,
  indicator_id: indicator,
  axis: 'area',
  code: 'a trial',
  since_release: DRAFT_ID,
};
const rolled: Row = {
  rollup_id: NOBODY,
  area_id: country,
  counterpart_id: country,
  breakdown_id: first('breakdowns'),
  source_id: first('sources'),
  basis: 'calendar-year',
  definition: 'main',
  period_start: '2014-01-01',
  period_end: '2014-12-31',
  of_months: 'false',
  since_release: DRAFT_ID,
  period_status: 'stated',
  words: 1,
  kinds: 0,
  editions: '{}',
  count: 1,
};

/**
 * A constraint, what it refuses, the table, and the row. With `twice` the row is written again with these
 * changes.
 */
type Case = readonly [name: string, because: string, table: string, row: Row, twice?: Row];
const REFUSED: Case[] = [
  ['areas_pk', 'two areas with one key', 'areas', { ...area, id: NOBODY }, { code: 'YYY' }],
  ['areas_code_is_unique', 'two areas with one code', 'areas', area, { kind: 'group' }],
  ['areas_only_places_lie_within', 'a city in no country', 'areas', { ...area, kind: 'city' }],
  ['areas_only_places_lie_within', 'a department in no country', 'areas', { ...area, kind: 'department' }],
  ['areas_only_places_lie_within', 'a country in a country', 'areas', { ...area, within_id: country }],
  [
    'areas_within_fk',
    'a city in a country that is not there',
    'areas',
    { ...area, kind: 'city', within_id: NOBODY },
  ],
  ['area_members_pk', 'a member twice from one day on', 'area_members', member, { valid_to: '2014-01-01' }],
  [
    'area_members_group_fk',
    'members of a group that is not there',
    'area_members',
    { ...member, group_id: NOBODY },
  ],
  ['area_members_member_fk', 'a member that is not there', 'area_members', { ...member, member_id: NOBODY }],
  [
    'area_members_since_fk',
    'a member since a release that is not there',
    'area_members',
    { ...member, since_release: NOBODY },
  ],
  [
    'area_members_last_a_while',
    'a member for no day',
    'area_members',
    { ...member, valid_from: '2014-01-01', valid_to: '2014-01-01' },
  ],
  [
    'area_members_are_in_force_a_while',
    'a member in no release',
    'area_members',
    { ...member, until_release: 1 },
  ],
  ['area_members_are_others', 'a group in itself', 'area_members', { ...member, member_id: group }],
  [
    'indicators_pk',
    'two indicators with one key',
    'indicators',
    { ...measured, id: NOBODY },
    { slug: 'another' },
  ],
  ['indicators_slug_is_unique', 'two indicators with one id', 'indicators', measured, { unit: 'y' }],
  ['indicators_slug_is_kebab', 'an id with a capital', 'indicators', { ...measured, slug: 'A-trial' }],
  [
    'indicators_slug_is_kebab',
    'an id that cannot name a view',
    'indicators',
    { ...measured, slug: 'a'.repeat(61) },
  ],
  ['indicators_rates_say_per_how_many', 'a rate per nobody', 'indicators', { ...measured, measure: 'rate' }],
  ['indicators_rates_say_per_how_many', 'a count per people', 'indicators', { ...measured, per: 1000 }],
  ['sources_pk', 'two sources with one key', 'sources', { ...source, id: NOBODY }, { slug: 'another' }],
  ['sources_slug_is_unique', 'two sources with one id', 'sources', source, { kind: 'secondary' }],
  ['sources_kind_is_known', 'a source of an unknown kind', 'sources', { ...source, kind: 'tertiary' }],
  [
    'sources_compiled_name_producer_and_compiler',
    'a compiled source without its compiler',
    'sources',
    { ...source, kind: 'compiled', producer: 'Somebody' },
  ],
  [
    'editions_pk',
    'two editions with one key',
    'editions',
    { ...edition, id: NOBODY },
    { slug: 'another', sha256: 'b'.repeat(64) },
  ],
  ['editions_slug_is_unique', 'two editions with one id', 'editions', edition, { sha256: 'b'.repeat(64) }],
  ['editions_file_is_unique', 'one file as two editions', 'editions', edition, { slug: 'a-trial@2' }],
  ['editions_source_fk', 'an edition of no source', 'editions', { ...edition, source_id: NOBODY }],
  ['editions_hash_is_sha256', 'a hash in capitals', 'editions', { ...edition, sha256: 'A'.repeat(64) }],
  [
    'breakdowns_pk',
    'two breakdowns with one key',
    'breakdowns',
    { id: NOBODY, code: 'x=1' },
    { code: 'x=2' },
  ],
  [
    'breakdowns_code_is_unique',
    'two breakdowns with one code',
    'breakdowns',
    { code: 'x=1' },
    { code: 'x=1' },
  ],
  [
    'breakdown_codes_pk',
    'two codes of one dimension',
    'breakdown_codes',
    { breakdown_id: first('breakdowns'), dimension: 'x', code: '1' },
    { code: '2' },
  ],
  [
    'breakdown_codes_breakdown_fk',
    'a code of no breakdown',
    'breakdown_codes',
    { breakdown_id: NOBODY, dimension: 'x', code: '1' },
  ],
  ['notes_pk', 'two notes with one key', 'notes', { ...note, id: NOBODY }, { en: 'Y' }],
  ['notes_text_is_unique', 'one note twice', 'notes', note, { mandatory: 'true' }],
  ['releases_pk', 'two releases with one key', 'releases', { ...release, id: 1 }],
  ['releases_version_is_unique', 'release 1.0.0 once more', 'releases', { ...release, major: 1 }],
  ['releases_one_draft', 'a second draft', 'releases', release, { major: 98 }],
  ['releases_version_is_not_negative', 'release -1.0.0', 'releases', { ...release, major: -1 }],
  [
    'releases_published_are_complete',
    'a published release without its catalogue',
    'releases',
    { ...release, published_at: 'now', content_hash: HASH },
  ],
  [
    'releases_are_of_one_line',
    'own data with the number of the product',
    'releases',
    { ...ownRelease, major: 1 },
  ],
  ['releases_are_of_one_line', 'a release without a number', 'releases', { ...release, major: null }],
  ['releases_beside_fk', 'own data beside no release', 'releases', { ...ownRelease, beside_release: 999 }],
  ['releases_hash_is_sha256', 'a hash that is none', 'releases', { ...release, content_hash: 'x' }],
  ['series_pk', 'two series with one key', 'series', { ...line, id: NOBODY }, { definition: 'another' }],
  ['series_key_is_unique', 'one series twice', 'series', line, { definition: 'a trial' }],
  [
    'series_indicator_has_this_measure',
    'a homicide rate among the counts',
    'series',
    { ...line, measure: 'count' },
  ],
  ['series_source_fk', 'a series of no source', 'series', { ...line, source_id: NOBODY }],
  ['series_area_fk', 'a series of no area', 'series', { ...line, area_id: NOBODY }],
  ['series_counterpart_fk', 'a series with no counterpart', 'series', { ...line, counterpart_id: NOBODY }],
  ['series_breakdown_fk', 'a series with no breakdown', 'series', { ...line, breakdown_id: NOBODY }],
  ['parts_pk', 'a part twice', 'parts', part, { axis: 'breakdown' }],
  ['parts_indicator_fk', 'a part of no indicator', 'parts', { ...part, indicator_id: NOBODY }],
  ['parts_since_fk', 'a part since no release', 'parts', { ...part, since_release: NOBODY }],
  ['parts_axis_is_known', 'parts over sources', 'parts', { ...part, axis: 'source' }],
  ['parts_denominator_is_known', 'a denominator of a third kind', 'parts', { ...part, denominator: 'both' }],
  ['parts_never_hold_the_total', 'the total among its parts', 'parts', { ...part, code: '_T' }],
  ['parts_are_in_force_a_while', 'a part in no release', 'parts', { ...part, until_release: 1 }],
  ['tabulations_pk', 'one table twice', 'tabulations', tabulation, { absent_means: 'not-published' }],
  [
    'tabulations_indicator_fk',
    'a table of no indicator',
    'tabulations',
    { ...tabulation, indicator_id: NOBODY },
  ],
  ['tabulations_source_fk', 'a table of no source', 'tabulations', { ...tabulation, source_id: NOBODY }],
  [
    'tabulations_since_fk',
    'a table since no release',
    'tabulations',
    { ...tabulation, since_release: NOBODY },
  ],
  [
    'tabulations_absence_is_known',
    'absence that means anything',
    'tabulations',
    { ...tabulation, absent_means: 'who knows' },
  ],
  [
    'tabulations_are_in_force_a_while',
    'a table in no release',
    'tabulations',
    { ...tabulation, until_release: 1 },
  ],
  ['rollups_pk', 'two rollups with one key', 'rollups', rollup, { code: 'another' }],
  ['rollups_are_made_once', 'one rollup twice', 'rollups', rollup, { id: NOBODY - 1 }],
  ['rollups_indicator_fk', 'a rollup of no indicator', 'rollups', { ...rollup, indicator_id: NOBODY }],
  ['rollups_since_fk', 'a rollup since no release', 'rollups', { ...rollup, since_release: NOBODY }],
  ['rollups_axis_is_known', 'a rollup over sources', 'rollups', { ...rollup, axis: 'source' }],
  ['rollups_are_in_force_a_while', 'a rollup in no release', 'rollups', { ...rollup, until_release: 1 }],
  ['rollup_rows_pk', 'one row of a rollup twice', 'rollup_rows', rolled, { value: 1 }],
  ['rollup_rows_rollup_fk', 'a row of no rollup', 'rollup_rows', { ...rolled, rollup_id: NOBODY - 1 }],
  ['rollup_rows_since_fk', 'its row since no release', 'rollup_rows', { ...rolled, since_release: NOBODY }],
  [
    'rollup_rows_are_in_force_a_while',
    'its row in no release',
    'rollup_rows',
    { ...rolled, until_release: 1 },
  ],
  ['claims_pk', 'two claims with one key', 'claims', { ...claim, id: NOBODY }, { slug: 'another' }],
  ['claims_slug_is_unique', 'two claims with one id', 'claims', claim, { kind: 'Y' }],
  ['claims_source_fk', 'a claim of no source', 'claims', { ...claim, source_id: NOBODY }],
  ['claim_verdicts_pk', 'two verdicts in one release', 'claim_verdicts', verdict, { verdict: 'fails' }],
  ['claim_verdicts_claim_fk', 'a verdict on nothing', 'claim_verdicts', { ...verdict, claim_id: NOBODY }],
  [
    'claim_verdicts_release_fk',
    'a verdict in no release',
    'claim_verdicts',
    { ...verdict, release_id: NOBODY },
  ],
  [
    'claim_verdicts_are_known',
    'a verdict of a fifth kind',
    'claim_verdicts',
    { ...verdict, verdict: 'perhaps' },
  ],
  ['migrations_pk', 'one migration twice', 'migrations', { hash: 'x' }, { hash: 'x' }],
];

/** Keys that only carry a column to another table: whatever violates them violates the primary key first. */
const CARRIERS = ['indicators_id_with_measure', 'series_id_with_kind'];

/** The rows that must exist so that a row of a table is wrong in only one way. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  claim_verdicts: [insertion('claims', claim)],
  rollups: [DRAFT],
  rollup_rows: [DRAFT, insertion('rollups', rollup)],
};

for (const [name, because, table, row, twice] of REFUSED) {
  test(`${name} refuses ${because}`, async () => {
    const statements = [insertion(table, row), ...(twice ? [insertion(table, { ...row, ...twice })] : [])];
    const before = BEFORE[table] ?? [];
    await expectRefusal(sql, [...before, ...statements], name);
  });
}

test('no constraint or unique index of any other table is left untried', async () => {
  const named = await sql<{ name: string }[]>`
    select conname as name from pg_constraint c join pg_class t on t.oid = c.conrelid
    where t.relnamespace = 'cotejo'::regnamespace and c.contype <> 'n' and t.relname not in ('rates', 'counts', 'estimates', 'shares', 'levels')
    union select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = 'cotejo'::regnamespace and not exists (select from pg_constraint where conindid = i.indexrelid)`;
  const tried = new Set([...REFUSED.map(([name]) => name), ...CARRIERS]);
  expect([...tried].sort()).toEqual(named.map((row) => row.name).sort());
});
