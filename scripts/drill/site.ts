// The drill's own site: a copy of this checkout with its build, a separate embedded database and a free local
// port. The checkout's own site and database are not touched.

import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../server/port.ts';

const COPIED = ['.next', '.cotejo/build', 'app', 'claims', 'db', 'drizzle', 'scripts', 'sources', 'stats'];
const FILES = ['server.ts', 'next.config.js', 'tsconfig.json', 'package.json', 'package-lock.json'];

export interface DrillAnswer {
  /** 0 where the connection ended without an answer. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  readonly ms: number;
}

/** One site. */
export class Site {
  private child: ChildProcess | null = null;
  private ended: Promise<number | null> = Promise.resolve(null);
  said = '';

  private constructor(
    readonly root: string,
    readonly port: number,
    /** Of the thread that answers for its health alone. */
    readonly healthPort: number,
  ) {}

  /** Makes the copy. Call `remove` in the end. */
  static async copyOf(checkout: string): Promise<Site> {
    const root = mkdtempSync(join(tmpdir(), 'cotejo-drill-'));
    // The database's user must pass through it.
    chmodSync(root, 0o755);
    for (const path of [...COPIED, ...FILES]) {
      if (existsSync(join(checkout, path)))
        cpSync(join(checkout, path), join(root, path), { recursive: true });
    }
    symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'));
    return new Site(root, await findFreePort(), await findFreePort());
  }

  /** Runs a command of the checkout in a process of its own. */
  run(words: readonly string[]): { readonly child: ChildProcess; readonly ended: Promise<number | null> } {
    const {
      npm_lifecycle_event: _event,
      DATABASE_URL: _url,
      DATABASE_URL_READER: _reader,
      ...env
    } = process.env;
    const child = spawn(process.execPath, ['scripts/run.mjs', ...words], {
      cwd: this.root,
      env: {
        ...env,
        INIT_CWD: this.root,
        HOST: '127.0.0.1',
        PORT: String(this.port),
        HEALTH_PORT: String(this.healthPort),
        PUBLIC_ORIGIN: '',
        STOP_SECONDS: '10',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (this.said += String(chunk)));
    return { child, ended: new Promise((resolve) => child.once('exit', (code) => resolve(code))) };
  }

  /** Begins to start it as `npm start` does. */
  begin(): void {
    ({ child: this.child, ended: this.ended } = this.run(['start']));
  }

  get isRunning(): boolean {
    return this.child !== null && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Starts it and returns when it answers. */
  async start(patienceMs = 60_000): Promise<number> {
    const since = Date.now();
    this.begin();
    while ((await this.get('/healthz')).status !== 200) {
      if (!this.isRunning || Date.now() - since > patienceMs) {
        throw new Error(`the site did not start:\n${this.said.slice(-2000)}`);
      }
      await sleep(100);
    }
    return Date.now() - since;
  }

  get launcher(): number {
    return this.child?.pid ?? 0;
  }

  /** Sends the launcher a signal and waits until it is gone. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.child?.kill(signal);
    return this.ended;
  }

  get database(): string {
    return join(this.root, '.cotejo/pg18');
  }

  /** The PostgreSQL processes of this site, the first of them the one that started the others; none where it is down. */
  backends(): number[] {
    const file = join(this.database, 'data/postmaster.pid');
    if (!existsSync(file)) return [];
    const first = Number(readFileSync(file, 'utf8').split('\n')[0]);
    const data = join(this.database, 'data');
    const others = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isIn(name, data));
    return [first, ...others.map(Number).filter((pid) => pid !== first)];
  }

  watchdog(): number {
    return (JSON.parse(readFileSync(join(this.database, 'watchdog.json'), 'utf8')) as { pid: number }).pid;
  }

  get(
    path: string,
    timeoutMs = 90_000,
    whenSent: () => void = () => undefined,
    port = this.port,
  ): Promise<DrillAnswer> {
    const since = performance.now();
    return new Promise((resolve) => {
      const over = (status = 0, headers: DrillAnswer['headers'] = {}, body = Buffer.alloc(0)): void =>
        resolve({ status, headers, body, ms: performance.now() - since });
      const asked = request({ host: '127.0.0.1', port, path, agent: false, timeout: timeoutMs }, (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () => over(res.statusCode ?? 0, res.headers, Buffer.concat(chunks)));
        res.on('error', () => over());
      });
      asked.on('finish', whenSent);
      asked.on('timeout', () => asked.destroy());
      asked.on('error', () => over());
      asked.end();
    });
  }

  /** Asks for its health where nothing else is asked for. */
  health(): Promise<DrillAnswer> {
    return this.get('/healthz', undefined, undefined, this.healthPort);
  }

  /** How long it takes until the site is healthy; null if it is not within the time. */
  async well(withinMs: number): Promise<number | null> {
    for (const since = Date.now(); Date.now() - since < withinMs; await sleep(50)) {
      if ((await this.get('/healthz', 3_000)).status === 200) return Date.now() - since;
    }
    return null;
  }

  async remove(): Promise<void> {
    if (this.isRunning) await this.end('SIGTERM');
    await this.run(['stop']).ended;
    rmSync(this.root, { recursive: true, force: true });
  }
}

function isIn(pid: string, directory: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === directory;
  } catch {
    return false;
  }
}
