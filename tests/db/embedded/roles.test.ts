import { createConnection } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '#db/connect.ts';
import { parseConnectionUrl, formatConnectionUrl } from '#db/connection-url.ts';
import type { EmbeddedLease } from '#db/embedded/lease.ts';
import { selectOnce, lease, scratchCheckout } from './scratch.ts';

const environment = (values: Record<string, string>) => values as unknown as NodeJS.ProcessEnv;

let held: EmbeddedLease;
beforeAll(async () => {
  held = await lease(scratchCheckout('checkout', afterAll));
});

test('the owner makes what it needs and is no superuser; a reader reads and cannot write in any way', async () => {
  const { owner, reader } = held;
  expect(
    await selectOnce(
      owner,
      `select rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user`,
    ),
  ).toEqual([{ rolsuper: false, rolcreatedb: true, rolcreaterole: true }]);
  await selectOnce(owner, 'create schema cotejo; create table cotejo.rates as select 47.85 as rate');
  await selectOnce(
    owner,
    'grant usage on schema cotejo to cotejo_reader; grant select on cotejo.rates to cotejo_reader',
  );
  const writes = [
    'set transaction_read_only = off; delete from rates',
    'set transaction_read_only = off; create table mine (n int)',
    'set transaction_read_only = off; create table public.mine (n int)',
    'set transaction_read_only = off; create temporary table mine (n int)',
  ];
  const ways = [
    ['reader-url', environment({ DATABASE_URL_READER: reader })],
    ['reader-role', environment({ DATABASE_URL: owner })],
  ] as const;
  for (const [readOnly, env] of ways) {
    const connection = await connect({ as: 'reader', max: 1, env });
    expect([connection.readOnly, connection.warning]).toEqual([readOnly, undefined]);
    expect([...(await connection.sql`select rate::float8, current_user as who from rates`)]).toEqual([
      { rate: 47.85, who: 'cotejo_reader' },
    ]);
    expect([...(await connection.sql`show statement_timeout`)]).toEqual([{ statement_timeout: '10s' }]);
    await expect(connection.sql`delete from rates`).rejects.toThrow('read-only transaction');
    for (const write of writes)
      await expect(connection.sql.unsafe(write)).rejects.toThrow('permission denied');
    await connection.sql.end();
  }

  // On a server where no reader role can be assumed, the owner's login is used with restrictions, and this is
  // reported.
  await selectOnce(
    owner,
    'create role lone login createdb password $$lone$$; grant usage on schema cotejo to lone',
  );
  await selectOnce(owner, 'grant select, insert on cotejo.rates to lone');
  const lone = formatConnectionUrl({ ...parseConnectionUrl(owner), user: 'lone', password: 'lone' });
  const lonely = await connect({ as: 'reader', max: 1, env: environment({ DATABASE_URL: lone }) });
  expect(lonely.readOnly).toBe('read-only-transactions');
  expect(lonely.warning).toContain('DATABASE_URL_READER');
  await expect(lonely.sql`insert into rates values (1)`).rejects.toThrow('read-only transaction');
  await lonely.sql.end();
});

test('values arrive as they are meant', async () => {
  const { sql, schema } = await connect({
    as: 'owner',
    env: environment({ DATABASE_URL: held.owner, DATABASE_SCHEMA: 'facts' }),
  });
  expect(schema).toBe('facts');
  const [row] =
    await sql`select 70330::int8 as count, array[1, 2]::int8[] as counts, date '2014-09-30' as day,
    date '-infinity' as unknown, array['2014-10-01', 'infinity']::date[] as days, count(*) as none,
    current_setting('search_path') as path, current_setting('application_name') as name
    from pg_class where false`;
  expect(row).toEqual({
    count: 70330,
    counts: [1, 2],
    day: '2014-09-30',
    unknown: '-infinity',
    days: ['2014-10-01', 'infinity'],
    none: 0,
    path: 'facts',
    name: 'cotejo',
  });
  expect([...(await sql`select n from unnest(${sql.array(['2014-01-01'], 1082)}::date[]) as n`)]).toEqual([
    { n: '2014-01-01' },
  ]);
  await expect(sql`select 9007199254740993 as n`).rejects.toThrow('9007199254740993 is too large');
  expect([...(await sql`select 1 as one`)]).toEqual([{ one: 1 }]);
  await sql.end();
});

test('a wrong password is refused, and nothing listens on the network', async () => {
  const wrong = formatConnectionUrl({ ...parseConnectionUrl(held.owner), password: 'guess-guess' });
  const missing = formatConnectionUrl({ ...parseConnectionUrl(held.owner), database: 'nowhere' });
  const say = (url: string) =>
    connect({ as: 'owner', env: environment({ DATABASE_URL: url }) }).catch((error: Error) => error.message);
  expect(await say(wrong)).toMatch(/the password for user cotejo_owner is wrong$/);
  expect(await say(missing)).toMatch(/no database is named nowhere$/);
  expect(await selectOnce(held.owner, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
});

test('a name, a port and a socket that lead nowhere are told apart', async () => {
  const free = await new Promise<number>((resolve) => {
    const probe = createConnection({ port: 1, host: '127.0.0.1' });
    probe.once('error', () => resolve(1));
  });
  const say = (url: string) =>
    connect({ as: 'owner', env: environment({ DATABASE_URL: url }) }).catch((error: Error) => error.message);
  expect(await say(`postgres://ana:secret@127.0.0.1:${free}/facts`)).toBe(
    'cannot reach PostgreSQL at 127.0.0.1:1: nothing listens there (connection refused)',
  );
  expect(await say('postgres://ana:secret@/facts?host=/no/such/place')).toMatch(/the socket does not exist$/);
  expect(await say('mysql://ana:secret@localhost/facts')).toMatch(/must look like postgres:\/\//);
  await expect(connect({ as: 'owner', env: environment({}) })).rejects.toThrow('DATABASE_URL is not set');
  await expect(connect({ as: 'owner', env: environment({ DATABASE_SCHEMA: 'a b' }) })).rejects.toThrow(
    'DATABASE_SCHEMA=a b',
  );
});
