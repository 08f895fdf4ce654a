/**
 * The files of `deploy/` at work: web processes as a container runs them, with a cache in front that goes on without
 * them. `.ci/run` builds first; elsewhere `npm run build`.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashBuildInputs, isFresh } from '#scripts/build/stale.ts';
import { findFreePort } from '#scripts/server/port.ts';
import { grantStatements } from '#db/reader/grant-reader.ts';
import {
  Cluster,
  findProgram,
  makeFolder,
  IS_QUIET,
  needs,
  PROGRAMS,
  runUnprivileged,
  startUnprivileged,
  untilTrue,
} from '../setup/cluster.ts';
import { getFrom, type Got } from '../setup/get-from.ts';
import { FIRST_RELEASE, makeOwner, publishFirst } from '../setup/published.ts';

const nginx = findProgram('nginx');
const isBuilt = isFresh('.', hashBuildInputs('.'));

/** A user who may write nothing there, as in the image with a read-only root; only root may choose one. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** What the Dockerfile copies into the image. */
function layersOf(dockerfile: string): readonly string[] {
  const last = dockerfile.slice(dockerfile.lastIndexOf('FROM '));
  return [...last.matchAll(/^COPY --from=build (.+)$/gm)].flatMap(([, words = '']) =>
    words
      .split(' ')
      .slice(0, -1)
      .map((path) => path.replace('/srv/cotejo/', '')),
  );
}

describe.skipIf(!PROGRAMS || !nginx || !isBuilt || !IS_QUIET)(
  `a deployment ${needs('postgresql-15, nginx, a build and MANY_MACHINES=quiet')}`,
  () => {
    let primary: Cluster;
    let standby: Cluster;
    let image: string;
    let front: number;
    /** When nginx had all of these, and what it had. */
    let filled = 0;
    let bodies: readonly string[] = [];
    const addresses = [
      '/',
      `/data/${FIRST_RELEASE}/homicide-rate.csv`,
      `/embed/${FIRST_RELEASE}/caravan-size`,
      '/data/latest/homicide-rate.csv',
      '/data/releases.json',
    ];
    const bodiesOf = (paths: readonly string[]): Promise<string[]> =>
      Promise.all(paths.map(async (path) => (await get(path)).body.toString()));
    const ports: number[] = [];
    const children: ChildProcess[] = [];
    const get = (path: string, port = front): Promise<Got> => getFrom(String(port))(path);

    /** The command of the Dockerfile, in a folder with its layers and nothing else that can be written to. */
    function startWeb(port: number, env: Readonly<Record<string, string>> = {}): ChildProcess {
      const { NODE_OPTIONS: _options, DATABASE_URL: _owner, ...rest } = process.env;
      const child = spawn(process.execPath, ['.cotejo/build/web.mjs'], {
        cwd: image,
        stdio: ['ignore', 'pipe', 'pipe'],
        ...nobody,
        env: {
          ...rest,
          HOST: '127.0.0.1',
          PORT: String(port),
          DATABASE_URL_READER: standby.url('web', 'facts'),
          METRICS: '1',
          LOG: 'json',
          TRUST_PROXY: '1',
          ...env,
        },
      });
      children.push(child);
      return child;
    }

    beforeAll(async () => {
      primary = await Cluster.create();
      process.env['DATABASE_URL'] = await makeOwner(primary);
      delete process.env['DATABASE_URL_READER'];
      await primary.statements(['create role web login']);
      standby = await primary.standby();
      image = mkdtempSync(join(tmpdir(), 'cotejo-image-'));
      for (const path of layersOf(readFileSync('deploy/Dockerfile', 'utf8'))) {
        mkdirSync(dirname(join(image, path)), { recursive: true });
        cpSync(path, join(image, path), { recursive: true, verbatimSymlinks: true });
      }
      execFileSync('sh', [resolve('deploy/trim.sh')], { cwd: image, stdio: 'pipe' });
      for (const folder of ['.cotejo', '.next', '.']) chmodSync(join(image, folder), 0o555);
      front = await findFreePort();
    }, 120_000);
    afterAll(async () => {
      // Not SIGKILL: the workers of nginx would outlive it.
      for (const child of children) child.kill('SIGTERM');
      await Promise.all([standby.remove(), primary.remove()]);
      rmSync(image, { recursive: true, force: true });
    });

    test('a web process waits for a release, at a standby and without the owner', async () => {
      const port = await findFreePort();
      ports.push(port);
      // A login may be the reader before there is anything to read.
      const child = startWeb(port);
      let log = '';
      child.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()));
      child.stdout?.on('data', (chunk: Buffer) => (log += chunk.toString()));
      await untilTrue('it lives', async () => (await get('/livez', port)).status === 200);
      const waiting = await get('/', port);
      expect([waiting.status, waiting.headers['retry-after']]).toEqual([503, '5']);
      expect((await get('/readyz', port)).status).toBe(503);
      expect(JSON.parse((await get('/healthz', port)).body.toString())).toMatchObject({
        ready: false,
        replica: true,
        warning: 'no release is published yet',
      });
      await publishFirst(1);
      await primary.statements(grantStatements('web', 'facts', 'cotejo'), 'facts');
      await untilTrue('it is ready', async () => (await get('/readyz', port)).status === 200);
      await untilTrue('the page is there', async () => (await get('/', port)).status === 200);
      const page = await get('/', port);
      expect(page.headers).toMatchObject({
        'x-data-version': FIRST_RELEASE,
        'cache-tag': 'latest',
        vary: 'Accept-Encoding',
      });
      const metrics = (await get('/metrics', port)).body.toString();
      expect(metrics).toContain(`cotejo_release{release="${FIRST_RELEASE}"} 1`);
      expect(metrics).toMatch(/^cotejo_requests_total\{kind="page",status="200"\} [12]$/m);
      expect(metrics).toContain('cotejo_replica_lag_seconds 0');
      const lines = log.split('\n').filter((line) => line.startsWith('{'));
      const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      const asked = logged.find(({ url, status }) => url === '/' && status === 503);
      expect(asked).toMatchObject({
        level: 'warn',
        method: 'GET',
        request: expect.stringMatching(/^[\w-]{36}$/),
      });
      expect(new Date(String(asked?.['time'])).getFullYear()).toBeGreaterThan(2024);
    });

    test('nginx goes on with what it has when every web process is dead', async () => {
      const second = await findFreePort();
      ports.push(second);
      startWeb(second);
      await untilTrue('the second is ready', async () => (await get('/readyz', second)).status === 200);
      const folder = await makeFolder();
      const shipped = readFileSync('deploy/nginx.conf', 'utf8');
      const file = join(folder, 'nginx.conf');
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((name) => `${name}_temp_path ${folder}/${name};`)
        .join(' ');
      writeFileSync(
        file,
        shipped
          .replace('server 127.0.0.1:3000', `server 127.0.0.1:${ports[0]}`)
          .replace('server 127.0.0.1:3001', `server 127.0.0.1:${ports[1]}`)
          .replace('listen 80;', `listen 127.0.0.1:${front};`)
          .replace('/run/nginx.pid', join(folder, 'pid'))
          .replace('/var/log/nginx/error.log', join(folder, 'error.log'))
          .replace('/var/cache/nginx/cotejo', join(folder, 'cache'))
          .replace('access_log off;', `access_log off; ${temporary}`),
      );
      await runUnprivileged(nginx ?? '', ['-t', '-c', file, '-e', join(folder, 'error.log')]);
      children.push(
        await startUnprivileged(nginx ?? '', [
          '-c',
          file,
          '-e',
          join(folder, 'error.log'),
          '-g',
          'daemon off;',
        ]),
      );
      await untilTrue('nginx listens', async () => (await get('/healthz')).status === 200);
      const before = await Promise.all(addresses.map((address) => get(address)));
      filled = Date.now();
      bodies = before.map(({ body }) => body.toString());
      expect(before.map(({ status }) => status)).toEqual([200, 200, 200, 302, 200]);
      for (const address of addresses) expect((await get(address)).headers['x-cache']).toBe('HIT');
      expect((await get('/metrics')).status).toBe(404);

      for (const child of children.slice(0, 2)) child.kill('SIGKILL');
      await untilTrue('both are dead', () =>
        get('/livez', ports[0]).then(
          () => false,
          () => true,
        ),
      );
      expect(await bodiesOf(addresses)).toEqual(bodies);
    });

    test('what is wrong with a reader is said in one line, within ten seconds', async () => {
      const refused = async (
        env: Readonly<Record<string, string>>,
      ): Promise<readonly [number | null, string]> => {
        const since = Date.now();
        const child = startWeb(await findFreePort(), env);
        let said = '';
        child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
        const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
        expect(Date.now() - since).toBeLessThan(15_000);
        return [code, said.trim()];
      };
      expect(await refused({ DATABASE_URL_READER: 'postgres://web@h:x/facts' })).toEqual([
        1,
        'DATABASE_URL_READER: the address has a host that cannot be read, h:x',
      ]);
      const [code, line] = await refused({ DATABASE_URL_READER: standby.url('web_owner', 'facts') });
      expect([code, line.split('\n').length]).toEqual([1, 1]);
      expect(line).toContain('web_owner may write to schema cotejo');
      expect(existsSync(join(image, 'scripts'))).toBe(false);
    });

    test('nginx sends what is stale as well while no web process answers', async () => {
      // A list is fresh for a minute.
      await sleep(Math.max(0, filled + 61_500 - Date.now()));
      for (const address of ['/data/latest/homicide-rate.csv', '/data/releases.json']) {
        const { status, headers } = await get(address);
        expect([address, status < 400, headers['x-cache']]).toEqual([address, true, 'STALE']);
      }
      expect(await bodiesOf(addresses)).toEqual(bodies);
    }, 90_000);
  },
);
