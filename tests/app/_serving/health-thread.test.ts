/** The thread that answers for the health of a server whose own thread is busy. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { PUBLISHING } from '#db/publishing.ts';
import { openHealthThread } from '#app/_serving/threads/health-thread.ts';
import { findFreePort } from '#scripts/server/port.ts';
import { LATEST } from '../../setup/releases.ts';
import { testDatabase } from '../../setup/database.ts';

await testDatabase();
const port = await findFreePort();
const thread = await openHealthThread({ host: '127.0.0.1', healthPort: port });
afterAll(() => thread?.close());
const ask = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`);

describe('at a port of its own', () => {
  test('it answers while the thread of the server computes', async () => {
    expect((await ask('/healthz')).status).toBe(200);
    const asker = `
      const times = [];
      for (let i = 0; i < 10; i += 1) {
        const { status } = await fetch('http://127.0.0.1:${port}/healthz');
        times.push([status, Date.now()]);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      console.log(JSON.stringify(times));`;
    const asking = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', asker]);
    const until = Date.now() + 3_000;
    while (Date.now() < until);
    const times = JSON.parse((await asking).stdout) as [number, number][];
    expect(times.map(([status]) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(Math.max(...times.map(([, at]) => at))).toBeLessThan(until);
  });

  test('it says what health says, also of a release that is being published', async () => {
    expect(await (await ask('/healthz')).json()).toMatchObject({ ready: true, release: LATEST });
    process.env[PUBLISHING] = '9.0.0';
    try {
      expect(await (await ask('/healthz')).json()).toMatchObject({ ready: true, publishing: '9.0.0' });
    } finally {
      delete process.env[PUBLISHING];
    }
  });

  test('it has nothing else', async () => {
    expect((await ask('/livez')).status).toBe(200);
    expect((await ask(`/data/${LATEST}/gini-index.csv`)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`, { method: 'POST' })).status).toBe(405);
  });

  test('it is alive and not ready while the server closes', async () => {
    expect((await ask('/readyz')).status).toBe(200);
    thread?.closing();
    expect((await ask('/readyz')).status).toBe(503);
    expect((await ask('/livez')).status).toBe(200);
  });
});

test('a port that is taken is named', async () => {
  await expect(openHealthThread({ host: '127.0.0.1', healthPort: port })).rejects.toThrow(
    `HEALTH_PORT=${port}`,
  );
});
