import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isTaken } from '#db/embedded/running-process.ts';
import { leaseEmbedded } from '#db/embedded/lease.ts';
import { selectOnce, lease, PACKAGES, scratchCheckout, serverPid, startHolder, until } from './scratch.ts';

test('a server killed outright starts again with its data, because it writes through to the disk', async () => {
  const root = scratchCheckout();
  const options = { root, name: 'pg18', packageRoot: PACKAGES, report: () => undefined } as const;
  const first = await leaseEmbedded(options);
  await selectOnce(first.owner, 'create table kept as select generate_series(1, 1000) as n');
  expect(await selectOnce(first.owner, 'show fsync')).toEqual([{ fsync: 'on' }]);
  process.kill(serverPid(first), 'SIGKILL');
  const second = await leaseEmbedded(options);
  expect(await selectOnce(second.owner, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
  await Promise.all([first.release(), second.release()]);
});

test('a killed server whose number another process now has starts again', async () => {
  const root = scratchCheckout();
  const first = await lease(root);
  const pid = serverPid(first);
  const file = join(first.directory, 'data/postmaster.pid');
  process.kill(pid, 'SIGKILL');
  await until(() => !isTaken(pid));
  const left = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [process.pid, ...left.slice(1)].join('\n'));
  const second = await lease(root);
  expect(await selectOnce(second.owner, 'select 1 as one')).toEqual([{ one: 1 }]);
  await Promise.all([first.release(), second.release()]);
});

test('a running server whose socket was removed is replaced', async () => {
  const root = scratchCheckout();
  const first = await lease(root);
  const pid = serverPid(first);
  rmSync(join(first.directory, 'socket'), { recursive: true });
  const second = await lease(root);
  expect(serverPid(second)).not.toBe(pid);
  await Promise.all([first.release(), second.release()]);
});

test('when every holder was killed the watchdog stops the server', async () => {
  const root = scratchCheckout();
  const holder = startHolder(root);
  const pid = serverPid(await holder.said);
  holder.process.kill('SIGKILL');
  await holder.ended;
  expect(await until(() => !isTaken(pid), 4000)).toBe(true);
  expect(readdirSync(join(root, '.cotejo/leases/pg18-test'))).toEqual([]);
});

test('a lock and leases of processes that ended stand in nobody’s way', async () => {
  const root = scratchCheckout();
  const leases = join(root, '.cotejo/leases/pg18-test');
  mkdirSync(leases, { recursive: true });
  // Our own process number with another start time: what a restarted container would have left.
  const past = JSON.stringify({ pid: process.pid, began: 'another life' });
  writeFileSync(join(leases, `${process.pid}-0123abcd`), past);
  writeFileSync(join(leases, '4000000-0123abcd'), JSON.stringify({ pid: 4_000_000, began: '' }));
  writeFileSync(join(root, '.cotejo/pg18-test.lock'), past);
  mkdirSync(join(root, '.cotejo/pg18-test.new-0123abcd/data'), { recursive: true });
  const held = await lease(root);
  expect(readdirSync(leases)).toHaveLength(1);
  const left = readdirSync(join(root, '.cotejo')).filter((name) => name.includes('pg18-test'));
  expect(left).toEqual(['pg18-test']);
  const pid = serverPid(held);
  await held.release();
  expect(isTaken(pid)).toBe(false);
});

test('commands that start at the same moment start one server', { timeout: 30_000 }, async () => {
  const root = scratchCheckout();
  mkdirSync(join(root, '.cotejo'));
  writeFileSync(join(root, '.cotejo/pg18-test.lock'), JSON.stringify({ pid: 4_000_000, began: '' }));
  const holders = Array.from({ length: 5 }, () => startHolder(root));
  const said = await Promise.all(holders.map((holder) => holder.said));
  expect(said.map((line) => line.error)).toEqual(said.map(() => undefined));
  const started = readFileSync(join(root, '.cotejo/pg18-test/server.log'), 'utf8').match(
    /starting PostgreSQL/g,
  );
  expect(started).toHaveLength(1);
  const pid = serverPid(said[0] ?? { directory: '' });
  for (const holder of holders) holder.process.kill('SIGTERM');
  await Promise.all(holders.map((holder) => holder.ended));
  expect(isTaken(pid)).toBe(false);
});
