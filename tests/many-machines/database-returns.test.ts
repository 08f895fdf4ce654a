/** A database that was away is used again as soon as it is back. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { serve } from '#server.ts';
import { Cluster, needs, PROGRAMS } from '../setup/cluster.ts';
import { callers, makeOwner, publishFirst } from '../setup/published.ts';

describe.skipIf(!PROGRAMS)(`a database that was away ${needs('postgresql-15')}`, () => {
  let cluster: Cluster;
  let site: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    cluster = await Cluster.create();
    process.env['DATABASE_URL'] = await makeOwner(cluster);
    delete process.env['DATABASE_URL_READER'];
    await publishFirst(1);
    site = await serve({ port: 0, host: '127.0.0.1' }, () =>
      Promise.resolve({ handle: () => Promise.resolve(), close: () => Promise.resolve() }),
    );
  });
  afterAll(async () => {
    await site.close();
    await closeReader();
    await cluster.remove();
  });

  test('answers within a second of its return, and no request waits for two', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { answers, stop } = callers(site.address, 8);
    await sleep(1_000);
    expect(answers.map(({ status }) => status)).toContain(200);
    await cluster.stop('immediate');
    const left = Date.now();
    await sleep(4_000);
    await cluster.start();
    const back = Date.now();
    await sleep(1_500);
    const all = await stop();
    const whileAway = all.filter(({ sent, done }) => sent > left + 100 && done < left + 4_000);
    expect(new Set(whileAway.map(({ status }) => status))).toEqual(new Set([503]));
    expect(Math.max(...all.map(({ sent, done }) => done - sent))).toBeLessThan(2_000);
    const first = all.find(({ status, sent }) => status === 200 && sent > left + 4_000);
    expect((first?.done ?? Infinity) - back).toBeLessThan(1_000);
    // And it goes on: nobody is held up by a connection that still waits.
    expect(all.filter(({ status, sent }) => status === 200 && sent > back).length).toBeGreaterThan(40);
  });
});
