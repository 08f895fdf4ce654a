// The failures that the drill causes in a site, and what must be true afterwards.

import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { mutatedFiles } from './files/files.ts';
import { kills } from './kills.ts';
import { fuzz, overload, slow, wrongRows } from './loads.ts';
import type { DrillAnswer } from './site.ts';
import { isStillRunning, pinned } from './state.ts';
import { soak } from './soak.ts';
import { inSeconds, type Trial } from './trial.ts';

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
  while (isStillRunning(postmaster) && Date.now() - since < 10_000) await sleep(50);
  const gone = !isStillRunning(postmaster);
  const figures = `PostgreSQL ${gone ? `ended after ${inSeconds(Date.now() - since)}` : 'goes on'}`;
  const started = await site.start();
  const same = (await pinned(site)) === before;
  return {
    trial: 'kill of the site',
    figures: `${figures}; started by hand in ${inSeconds(started)}, ${same ? 'same' : 'different'} answers`,
    isWell: gone && same,
  };
};

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
  for (const pid of frozen) if (isStillRunning(pid)) process.kill(pid, 'SIGCONT');
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
  // A request counts as sent once the system has accepted it; only those requests must be answered.
  await Promise.all(sent);
  const since = Date.now();
  const ended = site.end('SIGTERM');
  const all = await Promise.all(asked);
  const code = await ended;
  const reset = all.filter(({ status }) => status === 0).length;
  const left = isStillRunning(site.launcher);
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
  kills,
  freeze,
  wrongRows,
  overload,
  soak,
  fuzz,
  mutatedFiles,
  slow,
  killLauncher,
  terminate,
];
