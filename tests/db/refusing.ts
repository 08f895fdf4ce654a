import { expect } from 'vitest';
import type { Sql } from '#db/connect.ts';

/** Postgres' error for a statement, which is always rolled back. Null if it is accepted. */
export async function databaseRefusal(
  sql: Sql,
  statements: string | readonly string[],
): Promise<{ constraint?: string; code: string; message: string } | null> {
  const all = typeof statements === 'string' ? [statements] : statements;
  const undone = new Error('undone');
  try {
    await sql.begin(async (transaction) => {
      for (const statement of all) await transaction.unsafe(statement);
      throw undone;
    });
  } catch (error) {
    if (error === undone) return null;
    const {
      code = '',
      constraint_name: constraint,
      message,
    } = error as Error & { code?: string; constraint_name?: string };
    return { code, message, ...(constraint ? { constraint } : {}) };
  }
  return null;
}

/** Expects that exactly the constraint with this name refuses. */
export async function expectRefusal(
  sql: Sql,
  statements: string | readonly string[],
  name: string,
): Promise<void> {
  const found = await databaseRefusal(sql, statements);
  expect(found?.constraint ?? found?.message ?? 'accepted').toBe(name);
}

/** Opens the draft release that rows can be written to. */
export const DRAFT = `insert into releases (major, minor, patch, released_on, note_en, note_es)
  values (99, 0, 0, '2026-11-22', 'a draft', 'un borrador')`;
export const DRAFT_ID = '(select id from releases where published_at is null)';

/** A value as SQL text. */
const literal = (value: string | number | null): string =>
  value === null
    ? 'null'
    : typeof value === 'number'
      ? `'${value}'`
      : value.startsWith('(')
        ? value
        : `'${value}'`;

/** An insert of a row given by its columns; a text in brackets is an expression. */
export const insertion = (table: string, row: Readonly<Record<string, string | number | null>>): string =>
  `insert into ${table} (${Object.keys(row).join(', ')}) overriding system value values (${Object.values(row).map(literal).join(', ')})`;

/** An indicator of levels with one published row, which no release of the product has. */
export async function publishLevel(sql: Sql): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`insert into indicators (slug, measure, additivity, signed, unit, title_en, title_es)
      values ('a-level', 'level', 'none', false, 'points', 'A level', 'Un nivel')`;
    await transaction`insert into series (indicator_id, measure, source_id, basis, area_id, counterpart_id, breakdown_id, definition)
      select i.id, i.measure, s.id, 'calendar-year', a.id, a.id, b.id, 'main'
      from indicators i, sources s, areas a, breakdowns b where i.slug = 'a-level' limit 1`;
    await transaction`alter table levels disable trigger user`;
    await transaction`insert into levels (series_id, measure, basis, period_start, period_end, since_release, value, edition_id, locator)
      select s.id, s.measure, s.basis, '2014-01-01', '2014-12-31', 1, 0.6, (select min(id) from editions), 'a table'
      from series s where s.measure = 'level'`;
    await transaction`alter table levels enable trigger user`;
  });
}
