import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeEmbedded, stopEmbedded } from '#db/embedded/lease.ts';
import { isTaken } from '#db/embedded/running-process.ts';
import { selectOnce, lease, scratchCheckout, serverPid, startHolder } from './scratch.ts';

const quiet = () => undefined;

test('a first lease makes a database and starts a real PostgreSQL 18, closed to other users', async () => {
  const root = scratchCheckout();
  const steps: string[] = [];
  const held = await lease(root, steps);
  expect(held.directory).toBe(join(root, '.cotejo/pg18-test'));
  // If the packages are in a directory that the server's user cannot enter, a copy is made first.
  expect(steps.filter((step) => !step.startsWith('copying'))).toEqual([
    'making an empty database',
    'starting PostgreSQL',
  ]);
  const [row] = await selectOnce(
    held.owner,
    `select current_setting('server_version_num')::int / 10000 as major,
    current_user as who, current_database() as name, 'ñ' < 'o' as utf8, pg_encoding_to_char(encoding) as encoding
    from pg_database where datname = current_database()`,
  );
  expect(row).toMatchObject({ major: 18, who: 'cotejo_owner', name: 'cotejo', encoding: 'UTF8' });
  const mode = (name: string) => (statSync(join(held.directory, name)).mode & 0o777).toString(8);
  const closed = { 'passwords.json': '600', 'server.log': '600', socket: '700', data: '700' };
  expect(Object.fromEntries(Object.keys(closed).map((name) => [name, mode(name)]))).toEqual(closed);
  await held.release();
});

test('leases share one server, and only the last one out stops it', async () => {
  const root = scratchCheckout();
  const first = await lease(root);
  const pid = serverPid(first);
  const second = startHolder(root);
  expect((await second.said).owner).toBe(first.owner);
  expect(serverPid(first)).toBe(pid);

  await first.release();
  await first.release();
  expect(isTaken(pid)).toBe(true);
  expect(await selectOnce(first.owner, 'select 1 as one')).toEqual([{ one: 1 }]);

  const since = Date.now();
  second.process.kill('SIGTERM');
  await second.ended;
  expect(isTaken(pid)).toBe(false);
  expect(Date.now() - since).toBeLessThan(2000);
});

test('what was written is there after a stop and a start, and gone when it is removed', async () => {
  const root = scratchCheckout();
  const first = await lease(root);
  await selectOnce(first.owner, 'create table kept as select 47.85 as rate');
  await first.release();
  const second = await lease(root);
  expect(await selectOnce(second.owner, 'select rate::float8 from kept')).toEqual([{ rate: 47.85 }]);
  await second.release();
  expect(await removeEmbedded({ root, name: 'pg18-test', report: quiet })).toBe('removed');
  expect(existsSync(second.directory)).toBe(false);
  expect(await removeEmbedded({ root, name: 'pg18-test', report: quiet })).toBe('nothing there');
});

test('stopping asks the holders to end, and then stops the server', async () => {
  const root = scratchCheckout();
  const holder = startHolder(root);
  const pid = serverPid(await holder.said);
  const steps: string[] = [];
  expect(await stopEmbedded({ root, name: 'pg18-test', report: (step) => steps.push(step) })).toBe('stopped');
  expect(steps).toEqual([`asking process ${holder.process.pid} to end`]);
  await holder.ended;
  expect(isTaken(pid)).toBe(false);
  expect(await stopEmbedded({ root, name: 'pg18-test', report: quiet })).toBe('not running');
});
