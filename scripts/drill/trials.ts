// What is done to a site in the drill, and what must then be true.

import { createHash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Got, Site } from './site.ts';

/** How one trial came out. */
export interface Outcome {
  readonly trial: string;
  readonly figures: string;
  readonly isWell: boolean;
}

/** How much of each: a short drill for every change, a long one before a version. */
export interface Extent {
  readonly kills: number;
  readonly overloadSeconds: number;
  readonly fuzzed: number;
  readonly slowClients: number;
}

export type Trial = (site: Site, extent: Extent) => Promise<Outcome>;

const PINNED = [
  '/data/1.0.0/homicide-rate.csv',
  '/data/1.1.0/gini-index.json?country=HND~SLV',
  '/data/1.1.0/border-apprehensions.csv?group=americas',
  '/data/1.1.0/homicide-rate.json?transform=rank',
  '/data/1.1.0/population.csv?count',
  '/embed/1.1.0/caravan-size',
];

/** The hash of what pinned addresses say. */
async function pinned(site: Site): Promise<string> {
  const hash = createHash('sha256');
  for (const path of PINNED) {
    const { status, body } = await site.get(path);
    if (status !== 200) return `${path} is ${status}`;
    hash.update(body);
  }
  return hash.digest('hex').slice(0, 12);
}

const quantile = (numbers: readonly number[], part: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))] ?? 0;
const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Questions that nobody asked before, one after another, until told to stop. */
function traffic(site: Site): () => Promise<Got[]> {
  const all: Got[] = [];
  let over = false;
  const asking = (async () => {
    for (let i = 1000; !over; i += 1) all.push(await site.get(`/data/1.1.0/gini-index.csv?coverage=0.${i}`));
  })();
  return async () => {
    over = true;
    await asking;
    return all;
  };
}

const killDatabase: Trial = async (site, { kills }) => {
  const before = await pinned(site);
  const times: number[] = [];
  let [different, stuck, wrong] = [0, 0, 0];
  for (let round = 0; round < kills; round += 1) {
    const stop = traffic(site);
    await sleep(Math.random() * 400);
    const [first = 0, ...others] = site.backends();
    // Its first process in half of the rounds, one of the others in the rest.
    process.kill(round % 2 === 0 ? first : (others[round % others.length] ?? first), 'SIGKILL');
    await sleep(400);
    const time = await site.well(30_000);
    if (time === null) stuck += 1;
    else times.push(time + 400);
    wrong += (await stop()).filter(({ status }) => status !== 200 && status !== 503).length;
    if ((await pinned(site)) !== before) different += 1;
    await sleep(5_200);
  }
  return {
    trial: `${kills} kills of PostgreSQL under questions`,
    figures: `${different} different answers, ${stuck} stuck, ${wrong} neither 200 nor 503; well again after ${inSeconds(quantile(times, 0.5))}, at most ${inSeconds(Math.max(0, ...times))}`,
    isWell: different + stuck + wrong === 0,
  };
};

const killWatchdog: Trial = async (site) => {
  const first = site.watchdog();
  process.kill(first, 'SIGKILL');
  const since = Date.now();
  while (site.watchdog() === first && Date.now() - since < 5_000) await sleep(50);
  const isWell = site.watchdog() !== first;
  return {
    trial: 'kill of the watchdog',
    figures: isWell ? `set again after ${inSeconds(Date.now() - since)}` : 'not set again',
    isWell,
  };
};

const killLauncher: Trial = async (site) => {
  const before = await pinned(site);
  const [postmaster = 0] = site.backends();
  await site.end('SIGKILL');
  const since = Date.now();
  while (isAlive(postmaster) && Date.now() - since < 10_000) await sleep(50);
  const gone = !isAlive(postmaster);
  const figures = `PostgreSQL ${gone ? `ended after ${inSeconds(Date.now() - since)}` : 'goes on'}`;
  const started = await site.start();
  const same = (await pinned(site)) === before;
  return {
    trial: 'kill of the site',
    figures: `${figures}; started by hand in ${inSeconds(started)}, ${same ? 'same' : 'different'} answers`,
    isWell: gone && same,
  };
};

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const freeze: Trial = async (site) => {
  const frozen = site.backends();
  for (const pid of frozen) process.kill(pid, 'SIGSTOP');
  const asked = Array.from({ length: 20 }, (_, i) =>
    site.get(
      i % 2
        ? `/data/1.1.0/gini-index.csv?coverage=0.${3000 + i}`
        : `/indicators/gini-index?country=HND&coverage=0.${3000 + i}`,
    ),
  );
  const health = await site.get('/healthz');
  const all = await Promise.all(asked);
  for (const pid of frozen) if (isAlive(pid)) process.kill(pid, 'SIGCONT');
  const time = await site.well(10_000);
  const slowest = Math.max(...all.map(({ ms }) => ms));
  const wrong = all.filter(({ status }) => status !== 503).length;
  return {
    trial: 'PostgreSQL frozen, 20 questions and pages',
    figures: `${all.length - wrong} are 503, the last after ${inSeconds(slowest)}; health ${health.status} after ${inSeconds(health.ms)}; well again after ${time === null ? 'never' : inSeconds(time)}`,
    isWell: wrong === 0 && slowest < 12_000 && health.status === 503 && time !== null,
  };
};

const overload: Trial = async (site, { overloadSeconds }) => {
  const kinds: Record<'light' | 'health' | 'heavy' | 'page', Promise<Got>[]> = {
    light: [],
    health: [],
    heavy: [],
    page: [],
  };
  let i = 0;
  const next = (): string => `coverage=0.${1000 + ((i += 1) % 8999)}`;
  const clocks = [
    setInterval(() => kinds.light.push(site.get(`/data/1.1.0/gini-index.csv?country=HND&${next()}`)), 100),
    setInterval(() => kinds.health.push(site.get('/healthz')), 250),
    setInterval(
      () => kinds.heavy.push(site.get(`/data/1.1.0/border-encounters.json?group=americas&${next()}`)),
      500,
    ),
    setInterval(() => kinds.page.push(site.get(`/indicators/gini-index?country=HND~SLV&${next()}`)), 30),
  ];
  await sleep(overloadSeconds * 1000);
  clocks.forEach(clearInterval);
  const [light, health, heavy, page] = await Promise.all(
    [kinds.light, kinds.health, kinds.heavy, kinds.page].map((all) => Promise.all(all)),
  );
  const all = [...light!, ...health!, ...heavy!, ...page!];
  const wrong = all.filter(
    ({ status, headers }) => status !== 200 && !(status === 503 && headers['retry-after']),
  ).length;
  const time = await site.well(5_000);
  const p95 = (some: readonly Got[]): string =>
    `${Math.round(
      quantile(
        some.map(({ ms }) => ms),
        0.95,
      ),
    )} ms`;
  const served = (some: readonly Got[]): string =>
    `${some.filter(({ status }) => status === 200).length}/${some.length}`;
  return {
    trial: `overload for ${overloadSeconds} s: 2 heavy questions and 33 pages a second`,
    figures: `${wrong} neither 200 nor 503; light ${served(light!)} p95 ${p95(light!)}, health p95 ${p95(health!)}, heavy ${served(heavy!)}, pages ${served(page!)}; well again after ${time === null ? 'never' : inSeconds(time)}`,
    isWell: wrong === 0 && time !== null,
  };
};

const wrongRows: Trial = async (site) => {
  const count = async (i: number): Promise<string> => {
    const { status, body } = await site.get(`/data/1.1.0/gini-index.csv?count&coverage=0.${1000 + i}`);
    return status === 200 ? String((JSON.parse(body.toString()) as { count: number }).count) : String(status);
  };
  const right = await count(0);
  const heavy = Array.from({ length: 20 }, (_, i) =>
    site.get(`/data/1.1.0/border-encounters.json?group=americas&coverage=0.${5000 + i}`),
  );
  const counts: string[] = [];
  for (let i = 1; i <= 600; i += 10)
    counts.push(...(await Promise.all(Array.from({ length: 10 }, (_, n) => count(i + n)))));
  await Promise.all(heavy);
  const wrong = counts.filter((one) => one !== right && one !== '503').length;
  return {
    trial: '600 counts beside 20 heavy questions',
    figures: `${wrong} wrong, ${counts.filter((one) => one === '503').length} refused`,
    isWell: wrong === 0,
  };
};

const fuzz: Trial = async (site, { fuzzed }) => {
  const some = (list: readonly string[]): string => list[Math.floor(Math.random() * list.length)] ?? '';
  const noise = (): string =>
    encodeURIComponent(
      String.fromCharCode(...Array.from({ length: 1 + Math.random() * 12 }, () => Math.random() * 0x2fff)),
    );
  const names = [
    'country',
    'group',
    'origin',
    'time',
    'transform',
    'source',
    'by',
    'coverage',
    'release',
    'count',
    'lang',
    noise(),
  ];
  const values = [
    'HND',
    'HND~SLV',
    'americas',
    'all',
    '2014',
    '2010..2020',
    'rank',
    '0.5',
    '1.0.0',
    '_Z',
    '%00',
    '%',
    '',
    "'",
    noise(),
  ];
  const paths = [
    '/data/1.1.0/gini-index.csv',
    '/data/1.0.0/homicide-rate.json',
    '/embed/1.1.0/homicide-rate',
    '/indicators/gini-index',
    '/data/latest/population.svg',
    '/compare',
    `/${noise()}`,
  ];
  const counts = new Map<string, number>();
  let left = fuzzed;
  const worker = async (): Promise<void> => {
    while ((left -= 1) >= 0) {
      const query = Array.from({ length: Math.random() * 5 }, () => `${some(names)}=${some(values)}`).join(
        '&',
      );
      const { status } = await site.get(`${some(paths)}?${query}`.replace(/[^!-~]/g, ''));
      const kind = status === 503 ? '503' : `${String(status)[0]}xx`;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  const wrong = (counts.get('5xx') ?? 0) + (counts.get('0xx') ?? 0);
  return {
    trial: `${fuzzed} fuzzed requests`,
    figures: `${wrong} failures; ${[...counts].map(([kind, n]) => `${kind} ${n}`).join(', ')}`,
    isWell: wrong === 0,
  };
};

const slow: Trial = async (site, { slowClients }) => {
  const sockets = Array.from({ length: slowClients }, (_, i): Socket => {
    const socket = connect({ port: site.port, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => undefined);
    // A third says nothing, a third stops within its request, a third never reads its answer.
    if (i % 3 === 1) socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-');
    if (i % 3 === 2) {
      socket.write('GET /data/1.1.0/population.json HTTP/1.1\r\nHost: x\r\n\r\n');
      socket.pause();
    }
    return socket;
  });
  await sleep(1_000);
  const { ms } = await site.get('/data/1.1.0/gini-index.csv?country=HND');
  const since = Date.now();
  const open = (): number =>
    sockets.filter((socket) => !socket.destroyed && !socket.readableEnded && socket.readableLength < 1)
      .length;
  // What the server has ended is seen by writing to it.
  while (Date.now() - since < 75_000 && open() > 0) {
    await sleep(2_000);
    if (Date.now() - since > 68_000) for (const socket of sockets) socket.resume();
  }
  const left = open();
  for (const socket of sockets) socket.destroy();
  return {
    trial: `${slowClients} slow clients`,
    figures: `${left} still open after ${inSeconds(Date.now() - since)}; others answered in ${Math.round(ms)} ms`,
    isWell: left === 0 && ms < 2_000,
  };
};

const upgrade: Trial = async (site) => {
  const said = await new Promise<string>((resolve) => {
    const socket = connect(site.port, '127.0.0.1', () =>
      socket.write(
        'GET /method HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAA\r\n\r\n',
      ),
    );
    let text = '';
    socket
      .on('data', (chunk) => (text += String(chunk)))
      .on('close', () => resolve(text))
      .on('error', () => resolve(text));
    setTimeout(() => socket.destroy(), 10_000).unref();
  });
  return {
    trial: 'a client that would rather speak HTTP/2',
    figures: said.split('\r\n')[0] || 'no answer',
    isWell: said.startsWith('HTTP/1.1 200'),
  };
};

const terminate: Trial = async (site) => {
  const asked = Array.from({ length: 12 }, (_, i) =>
    site.get(i % 2 ? `/method?n=${i}` : `/data/1.1.0/homicide-rate.json?coverage=0.${7000 + i}`),
  );
  await sleep(30);
  const since = Date.now();
  const ended = site.end('SIGTERM');
  const all = await Promise.all(asked);
  const code = await ended;
  const reset = all.filter(({ status }) => status === 0).length;
  const left = isAlive(site.launcher);
  return {
    trial: 'SIGTERM with 12 requests under way',
    figures: `${reset} reset; ended with ${code} after ${inSeconds(Date.now() - since)}`,
    isWell: reset === 0 && !left,
  };
};

/** In this order: the last one ends the site. */
export const TRIALS: readonly Trial[] = [
  upgrade,
  killWatchdog,
  killDatabase,
  freeze,
  wrongRows,
  overload,
  fuzz,
  slow,
  killLauncher,
  terminate,
];
