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
