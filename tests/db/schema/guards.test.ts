import { beforeEach, describe, expect, test } from 'vitest';
import { openAt } from '#db/connect.ts';
import { TABLE_OF } from '#db/schema/tables.ts';
import { MEASURES } from '#stats/model/measure.ts';
import { testDatabase } from '../../setup/database.ts';
import { DRAFT, DRAFT_ID, databaseRefusal, publishLevel } from '../refusing.ts';

const { sql, url } = await testDatabase();
await publishLevel(sql);
const tables = MEASURES.map((measure) => [TABLE_OF[measure]] as const);

const PUBLISHED = 'a published row is never changed or deleted, only closed in the draft release';
const OPEN = 2147483647;
/** A row of the draft, copied from a published one. */
const copy = (table: string, since = DRAFT_ID, until = String(OPEN)): string =>
  `insert into ${table} (series_id, measure, basis, period_start, period_end, since_release, until_release, value, edition_id)
   select id, measure, basis, '2050-11-09', '2050-11-09', ${since}, ${until}, 0.5, (select min(id) from editions)
   from series s where measure = (select measure from ${table} limit 1) and definition = 'a trial' limit 1`;
const DAY_SERIES = `insert into series (indicator_id, measure, source_id, basis, area_id, counterpart_id, breakdown_id, definition)
  select i.id, i.measure, s.id, 'day', a.id, a.id, b.id, 'a trial' from (select distinct on (measure) * from indicators) i,
    (select * from sources limit 1) s, (select * from areas limit 1) a, (select * from breakdowns limit 1) b`;

beforeEach(async () => {
  await sql`delete from releases where published_at is null`;
});

describe.each(tables)('the rows of %s', (table) => {
  const refused = async (statements: readonly string[]): Promise<string> =>
    (await databaseRefusal(sql, [DRAFT, DAY_SERIES, ...statements]))?.message ?? 'accepted';

  test('cannot be written while no draft is open', async () => {
    for (const statement of [
      copy(table, '1'),
      `update ${table} set attributed_to = 'x'`,
      `delete from ${table}`,
      `update ${table} set until_release = 1000 where until_release = ${OPEN}`,
    ]) {
      const found = await databaseRefusal(sql, [DAY_SERIES, statement]);
      expect(found?.message).toContain('no draft release is open');
      expect(found?.code).toBe('23001');
    }
  });

  test.each([
    ['changed', "update # set locator = locator || 'x' where locator is not null"],
    [
      'given another period',
      "update # set period_start = period_start - 1, period_end = period_end - 1 where basis = 'day' or true",
    ],
    ['deleted', 'delete from #'],
    ['given another release', `update # set since_release = ${DRAFT_ID}`],
    ['closed in a release to come', `update # set until_release = ${DRAFT_ID} + 1`],
    ['closed and changed at once', `update # set until_release = ${DRAFT_ID}, note_id = 1`],
  ])('once published are never %s', async (_, statement) => {
    const found = await databaseRefusal(sql, [DRAFT, statement.replace('#', table)]);
    // A rule of the calendar may refuse it before the rule of releases; both refuse it.
    expect(found).not.toBeNull();
    if (!found?.constraint) expect(found?.message).toContain(PUBLISHED);
  });

  test('are never truncated, nor with what they point to', async () => {
    expect(await refused([`truncate ${table}`])).toContain('published rows are never deleted');
    for (const other of ['series', 'notes', 'editions', 'releases']) {
      expect(await refused([`truncate ${other} cascade`])).toContain('never deleted');
    }
  });

  test('are not dated back into a published release', async () => {
    expect(await refused([copy(table, '1')])).toContain(PUBLISHED);
    expect(
      await refused([copy(table), `update ${table} set since_release = 1 where since_release = ${DRAFT_ID}`]),
    ).toContain(PUBLISHED);
  });

  test('do not enter with an end, nor get one before they are published', async () => {
    expect(await refused([copy(table, DRAFT_ID, `${DRAFT_ID} + 1`)])).toContain(PUBLISHED);
    const later = `update ${table} set until_release = ${DRAFT_ID} + 5 where since_release = ${DRAFT_ID}`;
    expect(await refused([copy(table), later])).toContain(PUBLISHED);
  });

  test('of the draft may be mended and taken back; published ones closed, and opened again', async () => {
    const own = `where since_release = ${DRAFT_ID}`;
    const whereFirstRow = `where ctid = (select min(ctid) from ${table} where since_release = 1 and until_release = ${OPEN})`;
    expect(
      await refused([
        copy(table),
        `update ${table} set value = 0.25 ${own}`,
        `delete from ${table} ${own}`,
        `update ${table} set until_release = ${DRAFT_ID} where since_release = 1 and until_release = ${OPEN}`,
        `update ${table} set until_release = ${OPEN} where until_release = ${DRAFT_ID}`,
        `update ${table} set until_release = ${DRAFT_ID} ${whereFirstRow}`,
      ]),
    ).toBe('accepted');
  });
});

describe('releases', () => {
  test.each([
    ["update releases set note_en = 'x'", '1.0.0 is published and never changes'],
    ['update releases set published_at = null', '1.0.0 is published and never changes'],
    ['delete from releases', '1.0.0 is published and never changes'],
    ['truncate releases cascade', 'published rows are never deleted'],
  ])('once published are frozen: %s', async (statement, message) => {
    expect((await databaseRefusal(sql, statement))?.message).toContain(message);
  });

  test('there is one draft at a time', async () => {
    const second = DRAFT.replace('99, 0, 0', '99, 0, 1');
    expect((await databaseRefusal(sql, [DRAFT, second]))?.constraint).toBe('releases_one_draft');
  });

  test('publishing waits for a writer that has not committed', async () => {
    await sql.unsafe(DRAFT);
    await sql.unsafe(DAY_SERIES);
    const writer = openAt(url, { max: 1 });
    const order: string[] = [];
    let publishing: Promise<unknown> | undefined;
    try {
      await writer.begin(async (transaction) => {
        await transaction.unsafe(copy('counts'));
        const publish = `update releases set published_at = now(), content_hash = repeat('a', 64), catalogue = '{}' where published_at is null`;
        publishing = sql.unsafe(publish).then(() => order.push('published'));
        await new Promise((resolve) => setTimeout(resolve, 300));
        order.push('committed');
      });
      await publishing;
      expect(order).toEqual(['committed', 'published']);
      expect(
        (await databaseRefusal(sql, 'update counts set note_id = note_id where false'))?.message,
      ).toContain('no draft release is open');
    } finally {
      await writer.end();
    }
  });
});

describe('what rows point to', () => {
  test.each([
    ["update notes set en = 'x'", 'notes: a note never changes'],
    ['delete from notes', 'notes: a note never changes'],
    ["update series set definition = 'x'", 'series: what rows refer to never changes'],
    ["update editions set vintage = 'x'", 'editions: what rows refer to never changes'],
    ["update breakdowns set code = code || 'x'", 'breakdowns: what rows refer to never changes'],
    ["update areas set code = code || 'x'", 'areas: what rows refer to never changes'],
    ["update sources set slug = slug || 'x'", 'sources: what rows refer to never changes'],
    ["update indicators set slug = slug || 'x'", 'indicators: what rows refer to never changes'],
  ])('is frozen: %s', async (statement, message) => {
    expect((await databaseRefusal(sql, statement))?.message).toContain(message);
  });

  test('may get other names: pinned answers take theirs from the release', async () => {
    expect(await databaseRefusal(sql, "update areas set name_en = name_en || 'x'")).toBeNull();
    expect(await databaseRefusal(sql, "update sources set title_en = title_en || 'x'")).toBeNull();
  });
});
