/** One primary and two standbys: a web process reads from any of them, and never mixes what they have. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeReader, reader } from '#app/_data/pool.ts';
import { grantReader, grantStatements } from '#db/reader/grant-reader.ts';
import { connect } from '#db/connect.ts';
import { serve } from '#server.ts';
import { Cluster, IS_QUIET, needs, PROGRAMS, untilTrue } from '../setup/cluster.ts';
import { getFrom } from '../setup/get-from.ts';
import {
  callers,
  FIRST_RELEASE,
  makeOwner,
  newQuestion,
  publishFirst,
  SECOND_RELEASE,
} from '../setup/published.ts';

const noPages = () => Promise.resolve({ handle: () => Promise.resolve(), close: () => Promise.resolve() });

describe.skipIf(!PROGRAMS || !IS_QUIET)(
  `several readers ${needs('postgresql-15 and MANY_MACHINES=quiet')}`,
  () => {
    let primary: Cluster;
    let standbys: Cluster[];
    let site: Awaited<ReturnType<typeof serve>>;

    beforeAll(async () => {
      primary = await Cluster.create();
      process.env['DATABASE_URL'] = await makeOwner(primary);
      delete process.env['DATABASE_URL_READER'];
      await publishFirst(1);
      await primary.statements(['create role web login'], 'facts');
      const { sql } = await connect({ as: 'owner', max: 1 });
      await primary.statements(grantStatements('web', 'facts', 'cotejo'), 'facts');
      await expect(grantReader(sql, ['grant cotejo_reader to nobody_of_this_name'])).rejects.toThrow(
        'nobody_of',
      );
      await sql.end();
      standbys = [await primary.standby(), await primary.standby()];
      await useHosts(standbys);
    }, 120_000);
    afterAll(async () => {
      await closeReader();
      await Promise.all([...standbys, primary].map((cluster) => cluster.remove()));
    });

    /** From now on the site of this process reads from these. */
    async function useHosts(clusters: readonly Cluster[]): Promise<void> {
      await closeReader();
      const hosts = clusters.map(({ port }) => `127.0.0.1:${port}`).join(',');
      process.env['DATABASE_URL_READER'] = `postgres://web@${hosts}/facts?target_session_attrs=any`;
    }

    beforeEach(async () => {
      site = await serve({ port: 0, host: '127.0.0.1' }, noPages);
    });
    afterEach(async () => {
      await site.close();
      vi.restoreAllMocks();
    });

    test('a killed standby costs no answer', async () => {
      const { stop, answers } = callers(site.address, 8);
      await sleep(1_000);
      const { host, port } = (await reader()).sql.options as unknown as { host: string[]; port: number[] };
      expect(host).toEqual(['127.0.0.1']);
      const used = standbys.find((standby) => standby.port === port[0]) as Cluster;
      const before = answers.length;
      await used.stop('immediate');
      await sleep(1_500);
      const all = await stop();
      expect(all.length).toBeGreaterThan(before + 20);
      expect(all.filter(({ status }) => status !== 200).map(({ got }) => got.body.toString())).toEqual([]);
      const now = (await reader()).sql.options as unknown as { port: number[] };
      expect(now.port).not.toEqual(port);
      await used.start();
    });

    test('health says that it reads from a standby, and how far that is behind', async () => {
      const { body } = await getFrom(new URL(site.address).port)('/healthz');
      expect(JSON.parse(body.toString())).toEqual({
        ready: true,
        release: FIRST_RELEASE,
        readOnly: 'reader-url',
        replica: true,
        lagSeconds: 0,
      });
    });

    test('a release that a standby does not have yet is 503, never 404, and is answered once it is there', async () => {
      const get = getFrom(new URL(site.address).port);
      const [ahead, behind] = standbys as [Cluster, Cluster];
      await useHosts([behind]);
      // Only a standby that has replayed something since its start can tell for how long it has not.
      await primary.statements(['create table public.heartbeat ()'], 'facts');
      await untilTrue('the standby has replayed something', async () => {
        const [row] = await behind.statements(['select pg_last_xact_replay_timestamp() is not null as has']);
        return row?.['has'] === true;
      });
      await behind.statements(['select pg_wal_replay_pause()']);
      await publishFirst(2);
      const late = await get(newQuestion(SECOND_RELEASE));
      expect([late.status, late.headers['retry-after'], late.headers['cache-control']]).toEqual([
        503,
        '5',
        'no-store',
      ]);
      expect((await get(newQuestion('0.0.1'))).status).toBe(404);
      await untilTrue('health says how far it is behind', async () => {
        const { lagSeconds } = JSON.parse((await get('/healthz')).body.toString()) as { lagSeconds: number };
        return lagSeconds > 0;
      });

      // Another process that has both servers in its list uses the one that has the release it knows.
      await useHosts([ahead]);
      await untilTrue(
        'the other standby has it',
        async () => (await get(newQuestion(SECOND_RELEASE))).status === 200,
      );
      await useHosts([behind, ahead]);
      const mixed = callers(site.address, 4, () => newQuestion(SECOND_RELEASE));
      await sleep(500);
      await ahead.stop('immediate');
      vi.spyOn(console, 'error').mockImplementation(() => undefined);
      await sleep(500);
      await ahead.start();
      await sleep(1_000);
      const all = await mixed.stop();
      // With the only server that has the release away, nothing is answered from the one that lacks it.
      expect(new Set(all.map(({ status }) => status)).has(404)).toBe(false);
      const bodies = new Set(
        all.filter(({ status }) => status === 200).map(({ got }) => got.body.toString()),
      );
      expect(bodies.size).toBe(1);

      await behind.statements(['select pg_wal_replay_resume()']);
      await useHosts([behind]);
      await untilTrue(
        'it has replayed',
        async () => (await get(newQuestion(SECOND_RELEASE))).status === 200,
        6_000,
      );
    });

    test('with remote_apply publishing returns when every standby has the release', async () => {
      const names = standbys.map(({ port }) => `standby_${port}`).join(', ');
      await primary.statements([
        `alter system set synchronous_standby_names = 'ANY ${standbys.length} (${names})'`,
        `alter role web_owner set synchronous_commit = 'remote_apply'`,
        'select pg_reload_conf()',
      ]);
      const [, behind] = standbys as [Cluster, Cluster];
      await behind.statements(['select pg_wal_replay_pause()']);
      let isDone = false;
      const publishing = publishFirst(3).then(() => (isDone = true));
      await sleep(2_500);
      expect(isDone).toBe(false);
      await behind.statements(['select pg_wal_replay_resume()']);
      await publishing;
      for (const standby of standbys) {
        const rows = await standby.statements(
          ['select count(*)::int as n from cotejo.releases where published_at is not null'],
          'facts',
        );
        expect(rows).toEqual([{ n: 3 }]);
      }
    });
  },
);

describe('an address of several hosts', () => {
  test.each([
    ['postgres://web@127.0.0.1:1,127.0.0.1:2/facts', 'nothing listens there'],
    ['postgres://web@127.0.0.1:1,127.0.0.1:x/facts', 'DATABASE_URL_READER: the address has a host'],
    ['postgres://web@/facts?host=a,b,c&port=1,2', '3 hosts and 2 ports'],
  ])('%s is refused in one line', async (url, words) => {
    const error = await connect({ as: 'reader', env: { ...process.env, DATABASE_URL_READER: url } }).catch(
      (thrown: unknown) => thrown as Error,
    );
    expect((error as Error).message).toContain(words);
    expect((error as Error).message).toMatch(/^DATABASE_URL_READER: .*$/);
  });
});
