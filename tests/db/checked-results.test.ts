import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeHoles, onlyRow, UnsoundResultError } from '#db/checked-results.ts';
import { openAt, type Sql } from '#db/connect.ts';
import { testDatabase } from '../setup/database.ts';

/** A statement that sends two thousand rows and then fails, like one that exceeds its time limit. */
const FAILS_AFTER_ROWS = `select i, case when i > 2000 then 1 / (i - i) else 0 end as x, repeat('x', 50)
  from generate_series(1, 2001) i`;
const TIMES_OUT_AFTER_ROWS = `select i, case when i > 2000 then pg_sleep(10)::text else repeat('x', 50) end
  from generate_series(1, 2001) i`;

describe('after a statement that failed in the middle of its rows', () => {
  let url = '';
  let sql: Sql;
  beforeAll(async () => {
    ({ url } = await testDatabase());
    sql = openAt(url, { max: 1 });
  });
  afterAll(() => sql.end({ timeout: 2 }));

  const breakOff = async (): Promise<void> => {
    await expect(sql.unsafe(FAILS_AFTER_ROWS)).rejects.toMatchObject({ code: '22012' });
  };

  test('the next result on the connection has its own rows and no holes', async () => {
    await breakOff();
    const rows = await sql`select 42 as answer`;
    expect([...rows]).toEqual([{ answer: 42 }]);
  });

  test('so it has after a timeout', async () => {
    await sql`set statement_timeout = '300ms'`;
    await expect(sql.unsafe(TIMES_OUT_AFTER_ROWS)).rejects.toMatchObject({ code: '57014' });
    expect((await sql`select 42 as answer`)[0]).toEqual({ answer: 42 });
    await sql`set statement_timeout = 0`;
  });

  test('so it has after a cancel', async () => {
    const query = sql.unsafe(TIMES_OUT_AFTER_ROWS).execute();
    setTimeout(() => query.cancel(), 300);
    await expect(query).rejects.toMatchObject({ code: '57014' });
    expect((await sql`select 42 as answer`)[0]).toEqual({ answer: 42 });
  });

  test('an empty result stays empty', async () => {
    await breakOff();
    expect(await sql`select 42 where false`).toHaveLength(0);
  });

  test('arrays, prepared statements and long results have no holes', async () => {
    await breakOff();
    const arrays = await sql.unsafe('select i from generate_series(1, 3) i', [], { prepare: true }).values();
    expect([...arrays]).toEqual([[1], [2], [3]]);
    await breakOff();
    expect(await sql`select i from generate_series(1, 5000) i`).toHaveLength(5000);
  });

  test('each of several statements in one text has its rows', async () => {
    await breakOff();
    const results = await sql.unsafe<Record<string, number>[][]>('select 1 as a; select 2 as b').simple();
    expect(results.map((rows) => [...rows])).toEqual([[{ a: 1 }], [{ b: 2 }]]);
  });

  test('a cursor reads every row once', async () => {
    await breakOff();
    const read: number[] = [];
    for await (const rows of sql<{ i: number }[]>`select i from generate_series(1, 25) i`.cursor(10)) {
      for (const row of rows) read.push(row.i);
    }
    expect(read).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
  });

  test('rows that a change returns are whole, in a transaction too', async () => {
    await sql`create temp table shelf (n int)`;
    await breakOff();
    const inserted = await sql.begin((tx) => tx`insert into shelf values (1), (2) returning n`);
    expect([...inserted]).toEqual([{ n: 1 }, { n: 2 }]);
    await breakOff();
    expect((await sql`update shelf set n = n + 1`).count).toBe(2);
    expect((await sql`create temp table copied as select * from shelf`).count).toBe(2);
  });

  test('600 counts beside 20 statements that time out are all right', async () => {
    const pool = openAt(url, { max: 3 });
    try {
      await Promise.all(
        Array.from(
          { length: 3 },
          () => pool`select set_config('statement_timeout', '200', false), pg_sleep(0.05)`,
        ),
      );
      const heavy = Array.from({ length: 20 }, () =>
        pool.unsafe(TIMES_OUT_AFTER_ROWS).then(
          () => 'answered',
          (error: { code?: string }) => error.code,
        ),
      );
      const counts = Array.from(
        { length: 600 },
        async (_, i) =>
          onlyRow(await pool<{ n: number }[]>`select count(*)::int as n from generate_series(1, ${i}::int)`)
            .n,
      );
      expect(await Promise.all(counts)).toEqual(Array.from({ length: 600 }, (_, i) => i));
      expect(await Promise.all(heavy)).toEqual(Array.from({ length: 20 }, () => '57014'));
    } finally {
      await pool.end({ timeout: 2 });
    }
  });
});

describe('a result that does not agree with its count', () => {
  const result = (rows: unknown[], count: number | null) =>
    Object.assign(rows, { count, command: 'SELECT', columns: [{}] });

  test('is refused when a row is missing', () => {
    expect(() => closeHoles(result([1, 2], 3), true)).toThrow(UnsoundResultError);
  });

  test('is refused when a hole stands between its rows', () => {
    const holed: unknown[] = [1];
    holed[2] = 3;
    expect(() => closeHoles(result(holed, null), false)).toThrow(UnsoundResultError);
  });

  test('an absent row of a count never means zero', () => {
    expect(() => onlyRow([])).toThrow(UnsoundResultError);
  });
});
