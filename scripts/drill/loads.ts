// Trials with many, simultaneous, malformed or slow requests.

import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DrillAnswer } from './site.ts';
import { inSeconds, quantile, type Trial } from './trial.ts';

export const overload: Trial = async (site, { overloadSeconds }) => {
  const kinds: Record<'light' | 'health' | 'ownPort' | 'heavy' | 'page', Promise<DrillAnswer>[]> = {
    light: [],
    health: [],
    ownPort: [],
    heavy: [],
    page: [],
  };
  let i = 0;
  const next = (): string => `coverage=0.${1000 + ((i += 1) % 8999)}`;
  const clocks = [
    setInterval(() => kinds.light.push(site.get(`/data/1.1.0/gini-index.csv?country=HND&${next()}`)), 100),
    setInterval(() => kinds.health.push(site.get('/healthz')), 250),
    setInterval(() => kinds.ownPort.push(site.health()), 250),
    setInterval(
      () => kinds.heavy.push(site.get(`/data/1.1.0/border-encounters.json?group=americas&${next()}`)),
      500,
    ),
    setInterval(() => kinds.page.push(site.get(`/indicators/gini-index?country=HND~SLV&${next()}`)), 30),
  ];
  await sleep(overloadSeconds * 1000);
  clocks.forEach(clearInterval);
  const [light, health, ownPort, heavy, page] = await Promise.all(
    [kinds.light, kinds.health, kinds.ownPort, kinds.heavy, kinds.page].map((all) => Promise.all(all)),
  );
  const all = [...light!, ...health!, ...ownPort!, ...heavy!, ...page!];
  const wrong = all.filter(
    ({ status, headers }) => status !== 200 && !(status === 503 && headers['retry-after']),
  ).length;
  const time = await site.well(5_000);
  const p95 = (some: readonly DrillAnswer[]): string =>
    `${Math.round(
      quantile(
        some.map(({ ms }) => ms),
        0.95,
      ),
    )} ms`;
  const served = (some: readonly DrillAnswer[]): string =>
    `${some.filter(({ status }) => status === 200).length}/${some.length}`;
  return {
    trial: `overload for ${overloadSeconds} s: 2 heavy questions and 33 pages a second`,
    figures: `${wrong} neither 200 nor 503; light ${served(light!)} p95 ${p95(light!)}, health p95 ${p95(health!)} (${p95(ownPort!)} at a port of its own), heavy ${served(heavy!)}, pages ${served(page!)}; well again after ${time === null ? 'never' : inSeconds(time)}`,
    isWell: wrong === 0 && time !== null,
  };
};

export const wrongRows: Trial = async (site) => {
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
  const wrong = counts.filter((count) => count !== right && count !== '503').length;
  return {
    trial: '600 counts beside 20 heavy questions',
    figures: `${wrong} wrong, ${counts.filter((count) => count === '503').length} refused`,
    isWell: wrong === 0,
  };
};

const NAMES = [
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
];
const VALUES = [
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
];
const PATHS = [
  '/data/1.1.0/gini-index.csv',
  '/data/1.0.0/homicide-rate.json',
  '/embed/1.1.0/homicide-rate',
  '/indicators/gini-index',
  '/data/latest/population.svg',
  '/compare',
];

const noise = (): string =>
  encodeURIComponent(
    String.fromCharCode(...Array.from({ length: 1 + Math.random() * 12 }, () => Math.random() * 0x2fff)),
  );
/** A random item of a list, or sometimes a malformed value. */
const any = (list: readonly string[]): string =>
  Math.random() < 0.12 ? noise() : (list[Math.floor(Math.random() * list.length)] ?? '');

function fuzzedPath(): string {
  const parts = Array.from({ length: Math.random() * 5 }, () => `${any(NAMES)}=${any(VALUES)}`);
  const path = any(PATHS);
  return `${path.startsWith('/') ? '' : '/'}${path}?${parts.join('&')}`.replace(/[^!-~]/g, '');
}

export const fuzz: Trial = async (site, { fuzzed }) => {
  const counts = new Map<string, number>();
  let left = fuzzed;
  const worker = async (): Promise<void> => {
    while ((left -= 1) >= 0) {
      const { status } = await site.get(fuzzedPath());
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

export const slow: Trial = async (site, { slowClients }) => {
  const sockets = Array.from({ length: slowClients }, (_, i): Socket => {
    const socket = connect({ port: site.port, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => undefined);
    // A third sends nothing, a third stops within its request, a third never reads its answer.
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
  // A write shows whether the server has closed a connection.
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
