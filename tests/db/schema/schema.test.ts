import { is } from 'drizzle-orm';
import { PgTable, getTableConfig, integer, pgTable } from 'drizzle-orm/pg-core';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { READER_ROLE } from '#db/connect.ts';
import { SUM_COLUMNS } from '#db/engine/sql/result-columns.ts';
import { TABLE_OF } from '#db/schema/tables.ts';
import * as schema from '#db/schema/index.ts';
import { AREA_KINDS } from '#stats/model/catalogue.ts';
import { STORED_GAPS } from '#stats/model/gap.ts';
import { QUALIFIERS } from '#stats/uncertainty/hedge.ts';
import { ADDITIVITIES, MEASURES } from '#stats/model/measure.ts';
import { INTERVAL_KINDS } from '#stats/model/observation.ts';
import { BASES, PERIOD_STATUSES } from '#stats/time/period.ts';
import { testDatabase } from '../../setup/database.ts';

const { sql } = await testDatabase();
type Snapshot = Parameters<typeof generateMigration>[0];

const tables = (Object.values(schema) as unknown[]).flatMap((value) => (is(value, PgTable) ? [value] : []));

describe('schema and migrations agree', () => {
  const newest = readdirSync('drizzle/meta')
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()
    .at(-1);
  const migrated = JSON.parse(readFileSync(`drizzle/meta/${newest}`, 'utf8')) as Snapshot;

  test('drizzle-kit finds nothing to migrate', async () => {
    expect(await generateMigration(migrated, generateDrizzleJson(schema, migrated.id))).toEqual([]);
  });

  test('and would find a table that was forgotten', async () => {
    const forgotten = pgTable('forgotten', { id: integer('id') });
    const missing = await generateMigration(
      migrated,
      generateDrizzleJson({ ...schema, forgotten }, migrated.id),
    );
    expect(missing.join()).toContain('CREATE TABLE "forgotten"');
  });

  test('every column of the schema is in the migrated database, and no other', async () => {
    const declared = tables.flatMap((table) => {
      const { name, columns } = getTableConfig(table);
      return columns.map(
        (column) => `${name}.${column.name} ${column.getSQLType()}${column.notNull ? ' not null' : ''}`,
      );
    });
    const found = await sql<{ column: string }[]>`
      select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end as column
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'cotejo'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations' and a.attnum > 0 and not a.attisdropped`;
    expect(declared.sort()).toEqual(found.map((row) => row.column).sort());
  });

  test('every constraint and index of the schema is in the migrated database', async () => {
    const declared = tables.flatMap((table) => {
      const { primaryKeys, foreignKeys, uniqueConstraints, checks, indexes } = getTableConfig(table);
      const keys = [...primaryKeys, ...foreignKeys, ...uniqueConstraints].map((constraint) =>
        constraint.getName(),
      );
      return [...keys, ...checks.map((check) => check.name), ...indexes.map((index) => index.config.name)];
    });
    const found = await sql<{ name: string }[]>`
      select conname as name from pg_constraint where connamespace = 'cotejo'::regnamespace and contype <> 'n'
      union select relname from pg_class where relnamespace = 'cotejo'::regnamespace and relkind = 'i'`;
    expect(declared.sort()).toEqual(
      found
        .map((row) => row.name)
        .filter((name) => name !== 'migrations_pk')
        .sort(),
    );
  });
});

test('every name is whole: under 63 characters, and none of Postgres’s making', async () => {
  const names = await sql<{ name: string }[]>`
    select conname as name from pg_constraint where connamespace = 'cotejo'::regnamespace and contype <> 'n'`;
  for (const { name } of names) {
    expect(name.length, name).toBeLessThan(63);
    expect(name).not.toMatch(/_(pkey|key|check|fkey)\d*$/);
  }
});

describe('the vocabularies of the database are those of stats, in their order', () => {
  test.each([
    ['measure', MEASURES],
    ['additivity', ADDITIVITIES],
    ['area_kind', AREA_KINDS],
    ['basis', BASES],
    ['period_status', PERIOD_STATUSES],
    ['qualifier', QUALIFIERS],
    ['gap', STORED_GAPS],
    ['interval_kind', INTERVAL_KINDS],
  ] as const)('%s', async (name, words) => {
    const rows = await sql<{ word: string }[]>`
      select enumlabel as word from pg_enum where enumtypid = ${name}::regtype order by enumsortorder`;
    expect(rows.map((row) => row.word)).toEqual(words);
  });

  test('the bit of a qualifier is its place in the list', async () => {
    const rows = await sql<{ word: string; bit: number }[]>`
      select w as word, hedge_bit(w) as bit from unnest(enum_range(null::qualifier)) w`;
    expect(rows.map((row) => row.bit)).toEqual(QUALIFIERS.map((_, i) => 2 ** i));
  });
});

test('rollup_rows has a column of every value of a sum', async () => {
  const columns = await sql<{ name: string }[]>`
    select attname as name from pg_attribute where attrelid = 'rollup_rows'::regclass and attnum > 0`;
  expect(columns.map((column) => column.name)).toEqual(expect.arrayContaining([...SUM_COLUMNS]));
  expect(SUM_COLUMNS.length).toBeGreaterThan(0);
});

describe('the views for readers', () => {
  test('the observations are the rows of the four tables, with the same numbers', async () => {
    for (const measure of MEASURES) {
      const columns =
        "count(*)::int as n, sum(value) as value, sum(low) filter (where low > '-Infinity') as low, max(high) as high";
      const [table] = await sql.unsafe(`select ${columns} from ${TABLE_OF[measure]}`);
      const [view] = await sql.unsafe(`select ${columns} from observations where measure = '${measure}'`);
      expect(view).toMatchObject({ n: table?.['n'], high: table?.['high'] });
      expect(Math.abs(Number(view?.['value']) - Number(table?.['value']))).toBeLessThan(1e-3);
    }
  });

  test('there is a view for each indicator, with the same cells as the observations', async () => {
    const indicators = await sql<{ slug: string }[]>`select slug from indicators`;
    const views = await sql<
      { name: string }[]
    >`select relname as name from pg_class where relnamespace = 'indicator'::regnamespace and relkind = 'v'`;
    expect(views.map((row) => row.name).sort()).toEqual(
      indicators.map((row) => row.slug.replaceAll('-', '_')).sort(),
    );
    for (const { slug } of indicators) {
      const cells =
        'area, counterpart, breakdown, definition, source, basis, period_start::text, period_end::text, value, low, high';
      const view = await sql.unsafe(
        `select ${cells} from indicator."${slug.replaceAll('-', '_')}" order by ${cells}`,
      );
      const all = await sql.unsafe(
        `select ${cells} from observations where indicator = '${slug}' and until_release = 2147483647 order by ${cells}`,
      );
      expect(view.length).toBeGreaterThan(0);
      expect([...view]).toEqual([...all]);
    }
  });

  test('someone with psql finds the murder rate of Honduras', async () => {
    const rows = await sql`
      select period_start, value, unit, source from indicator.homicide_rate
      where area = 'HND' and source = 'migrant-crisis-2015' order by period_start`;
    expect(rows.map((row) => row['value'])).toEqual([92, 68]);
  });

  test('a draft is not among the observations', async () => {
    const undone = new Error('undone');
    await expect(
      sql.begin(async (transaction) => {
        await transaction`insert into releases (major, minor, patch, released_on, note_en, note_es) values (99, 0, 0, '2026-11-22', 'x', 'x')`;
        const count = async (): Promise<unknown> =>
          (await transaction`select count(*)::int as n from observations`)[0]?.['n'];
        const before = await count();
        await transaction`insert into counts (series_id, measure, basis, period_start, period_end, since_release, value, edition_id)
          select s.id, s.measure, s.basis, '2050-01-01', '2050-12-31', (select max(id) from releases), 1, (select min(id) from editions)
          from series s where s.measure = 'count' and s.basis = 'calendar-year' limit 1`;
        expect(await count()).toBe(before);
        throw undone;
      }),
    ).rejects.toBe(undone);
  });
});

describe('the reader', () => {
  test('may read every table and view of both schemas, and do nothing else with them', async () => {
    const rows = await sql<{ name: string; acl: string[] }[]>`
      select c.oid::regclass::text as name,
        array(select privilege_type::text from aclexplode(c.relacl) where grantee = ${READER_ROLE}::regrole) as acl
      from pg_class c where c.relnamespace in ('cotejo'::regnamespace, 'indicator'::regnamespace) and c.relkind in ('r', 'v', 'S')`;
    for (const { name, acl } of rows)
      expect({ name, acl }).toEqual({ name, acl: name.endsWith('_seq') ? [] : ['SELECT'] });
  });

  test.each([
    "insert into notes (en, es, mandatory) values ('x', 'x', true)",
    'update areas set name_en = code',
    'delete from counts',
    'truncate counts',
    'create table cotejo.mine (id int)',
    'drop view observations',
    'select draft_release()',
  ])('is refused %s', async (statement) => {
    const work = sql.begin(async (transaction) => {
      await transaction.unsafe(`set local role ${READER_ROLE}`);
      await transaction.unsafe(statement);
    });
    await expect(work).rejects.toMatchObject({ code: '42501' });
  });
});
