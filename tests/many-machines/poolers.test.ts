/** PgBouncer in front of the database, with the file of `deploy/`. */
import type { ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeReader, poolSizes } from '#app/_data/pool.ts';
import { connect } from '#db/connect.ts';
import { grantReader, grantStatements } from '#db/reader/grant-reader.ts';
import { findFreePort } from '#scripts/server/port.ts';
import { serve } from '#server.ts';
import {
  Cluster,
  findProgram,
  makeFolder,
  needs,
  PROGRAMS,
  startUnprivileged,
  untilTrue,
} from '../setup/cluster.ts';
import { getFrom } from '../setup/get-from.ts';
import { callers, FIRST_RELEASE, makeOwner, publishFirst } from '../setup/published.ts';

const pgbouncer = findProgram('pgbouncer');
const ADDRESSES = [
  `/data/${FIRST_RELEASE}/homicide-rate.csv?csvType=full`,
  `/data/${FIRST_RELEASE}/homicide-rate.json?group=northern-triangle&time=2012..2014`,
  `/data/${FIRST_RELEASE}/population.json`,
  `/embed/${FIRST_RELEASE}/caravan-size`,
  `/data/${FIRST_RELEASE}/asylum-grant-share.csv?origin=northern-triangle`,
];

describe.skipIf(!PROGRAMS || !pgbouncer)(`a pooler ${needs('postgresql-15 and pgbouncer')}`, () => {
  let cluster: Cluster;
  let owner: string;
  let port: number;
  const started: ChildProcess[] = [];

  /** Starts PgBouncer with the file that we ship, at a port of its own. */
  async function startPooler(changes: Readonly<Record<string, string>> = {}): Promise<number> {
    const folder = await makeFolder();
    const own = await findFreePort();
    const shipped = readFileSync('deploy/pgbouncer.ini', 'utf8');
    const settings = {
      listen_addr: '127.0.0.1',
      listen_port: String(own),
      auth_file: join(folder, 'users.txt'),
      auth_type: 'trust',
      pidfile: join(folder, 'pid'),
      unix_socket_dir: folder,
      ...changes,
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
    const names = Object.keys(settings).join('|');
    const kept = shipped
      .replace(/^cotejo = .*$/m, `facts = host=127.0.0.1 port=${cluster.port} dbname=facts`)
      .replace(new RegExp(`^(?:${names}) *=.*\\n`, 'gm'), '');
    writeFileSync(join(folder, 'pgbouncer.ini'), `${kept.trimEnd()}\n${lines.join('\n')}\n`);
    writeFileSync(join(folder, 'users.txt'), '"web" ""\n"web_owner" ""\n"bare" ""\n');
    started.push(await startUnprivileged(pgbouncer ?? '', ['-q', join(folder, 'pgbouncer.ini')]));
    await untilTrue('the pooler listens', () =>
      import('node:net').then(
        ({ connect: open }) =>
          new Promise<boolean>((resolve) => {
            const socket = open(own, '127.0.0.1', () => resolve(true));
            socket.on('error', () => resolve(false)).on('connect', () => socket.destroy());
          }),
      ),
    );
    return own;
  }

  beforeAll(async () => {
    cluster = await Cluster.create();
    owner = await makeOwner(cluster);
    process.env['DATABASE_URL'] = owner;
    delete process.env['DATABASE_URL_READER'];
    await publishFirst(1);
    await cluster.statements(
      ['create role web login', 'create role bare login', 'grant cotejo_reader to bare'],
      'facts',
    );
    const { sql } = await connect({ as: 'owner', max: 1 });
    await cluster.statements(['alter role web_owner superuser']);
    await grantReader(sql, grantStatements('web', 'facts', 'cotejo'));
    await cluster.statements(['alter role web_owner nosuperuser']);
    await sql.end();
    port = await startPooler();
  }, 120_000);
  afterAll(async () => {
    await closeReader();
    for (const child of started) child.kill('SIGTERM');
    await cluster.remove();
  });

  const through = (user: string, at = port): string => `postgres://${user}@127.0.0.1:${at}/facts`;
  const refusal = (env: Readonly<Record<string, string>>, as: 'owner' | 'reader' = 'reader') =>
    connect({ as, env: { NODE_ENV: 'test', ...env } }).then(
      () => 'connected',
      (error: unknown) => (error as Error).message,
    );

  test('is refused in one line while nothing keeps its sessions from writing', async () => {
    expect(await refusal({ DATABASE_URL_READER: through('web') })).toMatch(/pooler.*DATABASE_POOLER/);
    const careless = await startPooler({
      ignore_startup_parameters:
        'search_path,role,statement_timeout,default_transaction_read_only,plan_cache_mode,cotejo.session',
    });
    expect(await refusal({ DATABASE_URL_READER: through('web', careless) })).toMatch(/drops the settings/);
    // The owner's login with the role: without the question the site took this for a reader that cannot write.
    expect(await refusal({ DATABASE_URL: through('web_owner', careless) })).toMatch(/pooler/);
    expect(await refusal({ DATABASE_URL_READER: through('bare'), DATABASE_POOLER: 'transaction' })).toBe(
      'DATABASE_URL_READER: bare lacks its settings (search_path is "$user", public, transactions are not read-only, statement_timeout is 0): npm run grant-reader -- bare',
    );
    expect(
      await refusal({ DATABASE_URL_READER: through('web_owner'), DATABASE_POOLER: 'transaction' }),
    ).toContain('web_owner may write to schema cotejo');
    expect(await refusal({ DATABASE_URL_READER: through('web'), DATABASE_POOLER: 'session' })).toContain(
      'DATABASE_POOLER=session is not known',
    );
  });

  test('is refused to the owner, whose locks belong to a session', async () => {
    const careless = await startPooler({
      ignore_startup_parameters: 'search_path,cotejo.session',
    });
    expect(await refusal({ DATABASE_URL: through('web_owner', careless) }, 'owner')).toContain(
      'the owner needs a session of its own',
    );
    expect(await refusal({ DATABASE_URL: through('web_owner') }, 'owner')).toContain('a pooler in between');
  });

  test('answers sixteen callers with the bytes of the server itself', async () => {
    async function answersWith(
      env: Readonly<Record<string, string>>,
      work: (address: string) => Promise<void>,
    ) {
      await closeReader();
      Object.assign(process.env, env);
      const site = await serve({ port: 0, host: '127.0.0.1' }, () =>
        Promise.resolve({ handle: () => Promise.resolve(), close: () => Promise.resolve() }),
      );
      const get = getFrom(new URL(site.address).port);
      await work(site.address);
      const bodies = await Promise.all(
        ADDRESSES.map(async (address) => (await get(address)).body.toString()),
      );
      await site.close();
      return bodies;
    }
    const direct = await answersWith({ DATABASE_URL_READER: cluster.url('web', 'facts') }, () =>
      Promise.resolve(),
    );
    expect(direct.every((body) => body.length > 200)).toBe(true);
    const pooled = await answersWith(
      { DATABASE_URL_READER: through('web'), DATABASE_POOLER: 'transaction' },
      async (address) => {
        const { stop } = callers(address, 16);
        await sleep(5_000);
        const all = await stop();
        expect(all.length).toBeGreaterThan(50);
        expect(all.filter(({ status }) => status !== 200).map(({ got }) => got.body.toString())).toEqual([]);
      },
    );
    delete process.env['DATABASE_POOLER'];
    expect(pooled).toEqual(direct);
  });
});

test('the connections of a process are together what DATABASE_POOL_MAX says', () => {
  for (const max of [5, 6, 10, 15, 40]) {
    const { light, heavy, health } = poolSizes({ NODE_ENV: 'test', DATABASE_POOL_MAX: String(max) });
    // The thread for heavy questions has as many heavy ones again, and its own for health.
    expect(light + 2 * heavy + 2 * health).toBe(max);
    expect(Math.min(light, heavy, health)).toBeGreaterThan(0);
  }
  for (const wrong of ['4', '-1', 'many', '1.5'])
    expect(() => poolSizes({ NODE_ENV: 'test', DATABASE_POOL_MAX: wrong })).toThrow('DATABASE_POOL_MAX');
});
