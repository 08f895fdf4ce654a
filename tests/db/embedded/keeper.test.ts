import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isTaken } from '#db/embedded/running-process.ts';
import { leaseEmbedded } from '#db/embedded/lease.ts';
import { selectOnce, lease, PACKAGES, scratchCheckout, serverPid, startHolder, until } from './scratch.ts';

const answers = (url: string): Promise<boolean> =>
  selectOnce(url, 'select 1').then(
    () => true,
    () => false,
  );

test('a server that is killed is started again within five seconds, as often as it is killed', async () => {
  const options = { root: scratchCheckout(), name: 'pg18', packageRoot: PACKAGES } as const;
  const held = await leaseEmbedded({ ...options, report: () => undefined });
  const said: string[] = [];
  held.keep({ report: (line) => said.push(line), giveUp: (error) => said.push(`gave up: ${error.message}`) });
  await selectOnce(held.owner, 'create table kept as select 1 as n');
  for (let round = 0; round < 2; round += 1) {
    const pid = serverPid(held);
    process.kill(pid, 'SIGKILL');
    const since = Date.now();
    expect(await until(() => !isTaken(pid))).toBe(true);
    expect(await until(() => answers(held.owner), 5_000)).toBe(true);
    expect(Date.now() - since).toBeLessThan(5_000);
    expect(await selectOnce(held.owner, 'select n from kept')).toEqual([{ n: 1 }]);
    // Healthy again: failures are counted from one again.
    await until(() => false, 5_600);
  }
  const pid = serverPid(held);
  await held.release();
  expect(isTaken(pid)).toBe(false);
  expect(said.filter((line) => line.startsWith('gave up'))).toEqual([]);
  expect(said.filter((line) => line.includes('starting it again'))).toHaveLength(2);
});

test('a server that cannot be started again is given up after three tries, with the reason', async () => {
  const held = await lease(scratchCheckout());
  const said: string[] = [];
  const gaveUp = new Promise<Error>((giveUp) => held.keep({ report: (line) => said.push(line), giveUp }));
  const global = join(held.directory, 'data/global');
  renameSync(global, `${global}.lost`);
  process.kill(serverPid(held), 'SIGKILL');
  expect((await gaveUp).message).toMatch(/PostgreSQL did not start: .*global/);
  expect(said.filter((line) => line.includes('starting it again'))).toHaveLength(3);
  await held.release();
});

test('a watchdog that is killed is set again, and still stops the server after us', async () => {
  const root = scratchCheckout();
  const holder = startHolder(root);
  const { directory } = await holder.said;
  const watchdog = () =>
    (JSON.parse(readFileSync(join(directory, 'watchdog.json'), 'utf8')) as { pid: number }).pid;
  const first = watchdog();
  process.kill(first, 'SIGKILL');
  expect(await until(() => !isTaken(first))).toBe(true);
  // Another command joins, and finds no watchdog.
  const joined = await lease(root);
  expect(watchdog()).not.toBe(first);
  const said: string[] = [];
  joined.keep({ report: (line) => said.push(line), giveUp: (error) => said.push(error.message) });
  const second = watchdog();
  process.kill(second, 'SIGKILL');
  expect(await until(() => watchdog() !== second)).toBe(true);
  expect(said).toEqual(['the watchdog of PostgreSQL had ended: set again']);
  await joined.release();
  const pid = serverPid({ directory });
  holder.process.kill('SIGKILL');
  await holder.ended;
  expect(await until(() => !isTaken(pid), 6_000)).toBe(true);
  expect(readdirSync(join(root, '.cotejo/leases/pg18-test'))).toEqual([]);
});
