/**
 * Loads rows into the four indicator tables: COPY to a staging table of texts, then set-based inserts. Series
 * get their ids in the order of their natural key, and rows are inserted in series and period order, because
 * rows that are read together are then stored together (two to four times faster than in random order).
 */
import { Readable } from 'node:stream';
import type { CanonicalRow } from '../../stats/model/canonical-row.ts';
import { CANONICAL_COLUMNS, canonicalLine } from '../../stats/model/canonical-row.ts';
import type { Measure } from '../../stats/model/measure.ts';
import { MEASURES } from '../../stats/model/measure.ts';
import { copyIn } from './copy-in.ts';
import { onlyRow } from '../checked-results.ts';
import { hasParts, TABLE_OF } from '../schema/tables.ts';
import { STILL_IN_FORCE } from '../schema/validity.ts';
import type { Statements } from './catalogue.ts';

/** Rows of a release: as objects, or as batches of canonical lines with their line feeds. */
export type Rows = Iterable<CanonicalRow> | AsyncIterable<readonly string[]>;

async function* linesOf(rows: Rows): AsyncGenerator<string> {
  if (Symbol.asyncIterator in rows) {
    for await (const lines of rows) yield lines.join('');
    return;
  }
  let text = '';
  for (const row of rows) {
    text += canonicalLine(row);
    if (text.length < 1 << 16) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/**
 * Copies rows into a temporary table of texts that ends with the transaction; empty text becomes null.
 * @returns how many
 */
export async function stage(sql: Statements, name: 'added' | 'closed', rows: Rows): Promise<number> {
  await sql.unsafe(
    `create temp table ${name} (${CANONICAL_COLUMNS.map((c) => `${c} text`).join(', ')}) on commit drop`,
  );
  await copyIn(sql, `copy ${name} from stdin (format csv)`, Readable.from(linesOf(rows)));
  await sql.unsafe(`analyze ${name}`);
  return onlyRow(await sql.unsafe<{ count: number }[]>(`select count(*) as count from ${name}`)).count;
}

/** Adds the series, breakdowns and notes that the staged rows need and that do not exist yet. */
export async function writeSeries(sql: Statements): Promise<void> {
  await sql`
    insert into breakdowns (code) select distinct breakdown collate "C" from added order by 1 on conflict (code) do nothing`;
  await sql`
    insert into breakdown_codes (breakdown_id, dimension, code)
    select b.id, split_part(part, '=', 1), split_part(part, '=', 2)
    from breakdowns b cross join lateral unnest(string_to_array(b.code, ';')) part
    where b.code <> '_T' on conflict do nothing`;
  await sql`
    insert into notes (en, es, mandatory)
    select distinct note_en collate "C", note_es collate "C", note_mandatory::boolean from added
    where note_en is not null order by 1, 2, 3
    on conflict do nothing`;
  await sql`
    insert into series (indicator_id, measure, source_id, basis, area_id, counterpart_id, breakdown_id, definition)
    select i.id, i.measure, s.id, n.basis::basis, a.id, c.id, b.id, n.definition
    from (select distinct indicator, source, area, counterpart, breakdown, definition, basis from added) n
    join indicators i on i.slug = n.indicator join sources s on s.slug = n.source
    join areas a on a.code = n.area join areas c on c.code = n.counterpart join breakdowns b on b.code = n.breakdown
    order by n.indicator collate "C", n.source collate "C", n.area collate "C", n.counterpart collate "C",
      n.breakdown collate "C", n.definition collate "C", n.basis collate "C"
    on conflict do nothing`;
  // Without fresh statistics the planner joins the rows to the new codes one by one: ten times slower.
  await sql`analyze series, areas, breakdowns, indicators, sources, editions, notes`;
}

/** The series of each staged row. */
const STAGED_SERIES = `
  join indicators i on i.slug = n.indicator join sources src on src.slug = n.source join areas a on a.code = n.area
  join areas c on c.code = n.counterpart join breakdowns b on b.code = n.breakdown
  join series s on (s.indicator_id, s.source_id, s.basis, s.area_id, s.counterpart_id, s.breakdown_id, s.definition)
    = (i.id, src.id, n.basis::basis, a.id, c.id, b.id, n.definition)`;

/** Closes the staged `closed` rows in `release`. @throws Error when a row that should close is not in force */
export async function closeRows(sql: Statements, release: number, expected: number): Promise<void> {
  let closed = 0;
  for (const measure of MEASURES) {
    const result = await sql.unsafe(
      `update ${TABLE_OF[measure]} f set until_release = $1 from closed n ${STAGED_SERIES}
       where i.measure = '${measure}' and f.series_id = s.id and f.period_start = n.period_start::date
         and f.period_end = n.period_end::date and f.until_release = ${STILL_IN_FORCE}`,
      [release],
    );
    closed += result.count;
  }
  if (closed !== expected) throw new Error(`Expected to retire ${expected} rows, but ${closed} are active`);
}

/**
 * From this number of rows on, keys are checked together: where nothing is published yet, so that nobody reads, and
 * where somebody may.
 */
const MANY = { unread: 50_000, read: 500_000 } as const;

/**
 * Runs work while a table has no foreign keys, then restores them, which checks every row at once: checking
 * keys row by row takes most of the time of a large load. Readers of the table, and of all tables that its keys lead
 * to, wait until the transaction ends.
 */
async function withoutForeignKeys<T>(sql: Statements, table: string, work: () => Promise<T>): Promise<T> {
  const keys = await sql<{ name: string; definition: string }[]>`
    select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = ${table}::regclass and contype = 'f' order by conname`;
  for (const { name } of keys) await sql.unsafe(`alter table ${table} drop constraint "${name}"`);
  const done = await work();
  for (const { name, definition } of keys)
    await sql.unsafe(`alter table ${table} add constraint "${name}" ${definition}`);
  return done;
}

/** How many staged rows each measure has. */
async function countStaged(sql: Statements): Promise<ReadonlyMap<Measure, number>> {
  const rows = await sql<{ measure: Measure; count: number }[]>`
    select i.measure, sum(n.count)::bigint as count
    from (select indicator, count(*) as count from added group by indicator) n
    join indicators i on i.slug = n.indicator group by i.measure`;
  return new Map(rows.map(({ measure, count }) => [measure, count]));
}

/**
 * Inserts the staged `added` rows.
 * @param release its id, and whether somebody may be reading the tables
 * @throws Error when a row finds no series or edition (an unknown code)
 */
export async function addRows(
  sql: Statements,
  { id, isRead }: { readonly id: number; readonly isRead: boolean },
  expected: number,
): Promise<void> {
  let added = 0;
  const many = MANY[isRead ? 'read' : 'unread'];
  const staged = await countStaged(sql);
  for (const [measure, count] of staged) {
    const insert = async (): Promise<number> => (await insertRows(sql, measure, id)).count;
    added += count < many ? await insert() : await withoutForeignKeys(sql, TABLE_OF[measure], insert);
  }
  if (added !== expected) {
    throw new Error(
      `Expected to add ${expected} rows, but only ${added} have a known indicator, area, source and edition`,
    );
  }
}

/** Inserts the staged rows of a measure, in series and period order. */
function insertRows(sql: Statements, measure: Measure, release: number) {
  const parts = hasParts(measure);
  return sql.unsafe(
    `insert into ${TABLE_OF[measure]} (series_id, period_start, period_end, since_release, measure, basis, of_basis,
         period_status, qualifier, interval_kind, gap, value, low, high, ${parts ? 'numerator, denominator, ' : ''}
         edition_id, attributed_to, locator, printed, note_id)
       select s.id, n.period_start::date, n.period_end::date, $1, s.measure, s.basis, n.of_basis::basis,
         n.period_status::period_status, n.qualifier::qualifier, n.interval_kind::interval_kind, n.gap::gap,
         n.value::float8, n.low::float8, n.high::float8,
         ${parts ? 'n.numerator::float8, n.denominator::float8, ' : ''}
         e.id, n.attributed_to, n.locator, n.printed, t.id
       from added n ${STAGED_SERIES} join editions e on e.slug = n.edition
       left join notes t on (t.en, t.es, t.mandatory) = (n.note_en, n.note_es, n.note_mandatory::boolean)
       where i.measure = '${measure}' order by s.id, n.period_start::date, n.period_end::date`,
    [release],
  );
}
