/** What the reader role is refused, tested as the reader with every limit lifted that it can lift itself. */
import { afterAll, expect, test } from 'vitest';
import { openAt } from '#db/connect.ts';
import { formatConnectionUrl, parseConnectionUrl } from '#db/connection-url.ts';
import { underLock } from '#db/migrate.ts';
import { testDatabase } from '../setup/database.ts';

const { sql: owner, reader } = await testDatabase();
const sql = openAt(reader ?? '', { max: 1 });
afterAll(() => sql.end({ timeout: 1 }));

const REFUSED = [
  'delete from releases',
  'update migrations set hash = hash',
  'truncate releases',
  'insert into migrations (hash) values ($$x$$)',
  'create table mine (n int)',
  'create table public.mine (n int)',
  'create schema mine',
  'create function public.f() returns int language sql as $$ select 1 $$',
  'create database mine',
  'create role mine',
  'create extension hstore',
  'alter table releases add column mine int',
  'alter role cotejo_reader superuser',
  'alter system set work_mem = $$1GB$$',
  'set role cotejo_owner',
  'set session authorization postgres',
  'drop table releases',
  'do $do$ begin lock table releases in exclusive mode; end $do$',
  'comment on table releases is $$mine$$',
  'select lo_create(0)',
  'select lo_from_bytea(0, $$x$$)',
  'select lo_import($$/etc/passwd$$)',
  'select pg_advisory_lock(1668248677)',
  'select pg_try_advisory_lock(1668248677)',
  'select pg_advisory_xact_lock(1668248677)',
  'select pg_try_advisory_xact_lock_shared(1, 2)',
  'select pg_read_file($$/etc/passwd$$)',
  'select pg_ls_dir($$.$$)',
  'select rolpassword from pg_authid',
  'select pg_reload_conf()',
  'select pg_notify($$a$$, $$b$$)',
  'copy releases to program $$cat$$',
  'copy (select 1) to $$/tmp/mine$$',
  'select pg_terminate_backend(pid) from pg_stat_activity where usename is distinct from current_user',
  'select nextval($$series_id_seq$$)',
];

test.runIf(reader).each(REFUSED)('a reader is refused: %s', async (statement) => {
  await sql.unsafe('set default_transaction_read_only = off; set statement_timeout = 0');
  await expect(sql.unsafe(statement)).rejects.toMatchObject({
    code: expect.stringMatching(/^42501$|^0LP01$/),
  });
});

test.runIf(reader).each(['postgres', 'template1'])('a reader does not get into %s', async (database) => {
  const elsewhere = openAt(formatConnectionUrl({ ...parseConnectionUrl(reader ?? ''), database }), {
    max: 1,
  });
  await expect(elsewhere`select 1`).rejects.toMatchObject({ code: '42501' });
  await elsewhere.end();
});

test('the owner writes under the lock as before', async () => {
  expect(await underLock(owner, () => Promise.resolve('written'))).toBe('written');
});
