// What is done to a site in the drill, and what must then be true.

import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fuzz, overload, slow, wrongRows } from './loads.ts';
import type { DrillAnswer, Site } from './site.ts';
import { inSeconds, quantile, type Trial } from './trial.ts';

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

/** Questions that nobody asked before, one after another, until told to stop. */
function traffic(site: Site): () => Promise<DrillAnswer[]> {
  const all: DrillAnswer[] = [];
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
  const sent: Promise<void>[] = [];
  const asked = Array.from({ length: 12 }, (_, i) => {
    const path = i % 2 ? `/method?n=${i}` : `/data/1.1.0/homicide-rate.json?coverage=0.${7000 + i}`;
    let got: Promise<DrillAnswer> = Promise.resolve() as never;
    sent.push(
      new Promise((resolve) => {
        got = site.get(path, undefined, resolve);
      }),
    );
    return got;
  });
  // Sent is what the system has taken from us: only that must be answered.
  await Promise.all(sent);
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
