// Varied legal questions for a long time. What grows with every new form of question shows here: PostgreSQL keeps
// a plan of each, in every session.

import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Site } from './site.ts';
import { quantile, type Trial } from './trial.ts';

const MOST_POSTGRES_MB = 300;
const EVERY_MS = 1000 / 15;

const INDICATORS = [
  'homicide-rate',
  'population',
  'gini-index',
  'asylum-applications',
  'border-apprehensions',
  'homicides',
];
const COUNTRIES = ['HND', 'SLV', 'GTM', 'MEX', 'USA', 'NIC', 'CRI', 'PAN', 'COL', 'BRA'];
const AXES = ['', 'by=area', 'by=area~origin', 'by=area~origin~source', 'source=all', 'source=preferred'];
const TRANSFORMS = [
  '',
  'transform=rank',
  'transform=change',
  'transform=change-percent',
  'transform=per-capita',
];
const GROUPS = ['', 'group=northern-triangle', 'group=central-america-7', 'group=northern-triangle~americas'];
const TIMES = ['', 'time=latest', 'time=2010..2015', 'time=earliest', 'time=2014'];
const FORMATS = ['.csv', '.json', '.svg'];

const pick = (items: readonly string[]): string => items[Math.floor(Math.random() * items.length)] ?? '';

function question(): string {
  const countries = COUNTRIES.filter(() => Math.random() < 0.25).join('~');
  const parts = [
    countries && Math.random() < 0.6 ? `country=${countries}` : pick(GROUPS),
    pick(AXES),
    pick(TRANSFORMS),
    pick(TIMES),
    `coverage=0.${1000 + Math.floor(Math.random() * 8999)}`,
  ].filter(Boolean);
  const [id, search] = [pick(INDICATORS), parts.join('&')];
  return Math.random() < 0.3 ? `/indicators/${id}?${search}` : `/data/1.1.0/${id}${pick(FORMATS)}?${search}`;
}

/** Memory of PostgreSQL's processes, what they share counted once; MB. */
function postgresMegabytes(site: Site): number {
  const ofProcess = (pid: number): number => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      return 0;
    }
  };
  return site.backends().reduce((sum, pid) => sum + ofProcess(pid), 0) / 1024;
}

function siteMegabytes(site: Site): number {
  const status = readFileSync(`/proc/${site.launcher}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
}

export const soak: Trial = async (site, { soakSeconds }) => {
  const statuses = new Map<number, number>();
  const times: number[] = [];
  const [postgres, node]: [number[], number[]] = [[], []];
  const begun: Promise<void>[] = [];
  const since = Date.now();
  for (let asked = 0; Date.now() - since < soakSeconds * 1000; asked += 1) {
    begun.push(
      site.get(question()).then(({ status, ms }) => {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        times.push(ms);
      }),
    );
    if (asked % 45 === 0) {
      postgres.push(postgresMegabytes(site));
      node.push(siteMegabytes(site));
    }
    await sleep(Math.max(0, since + (asked + 1) * EVERY_MS - Date.now()));
  }
  await Promise.all(begun);
  const wrong = [...statuses].filter(([status]) => status === 0 || (status >= 500 && status !== 503));
  const most = Math.max(...postgres);
  const told = (all: readonly number[]): string =>
    `${Math.round(all[0] ?? 0)} MB, ${Math.round(quantile(all, 0.5))} in the middle, ${Math.round(all.at(-1) ?? 0)} at the end, ${Math.round(Math.max(...all))} at most`;
  return {
    trial: `${begun.length} varied questions in ${soakSeconds} s`,
    figures: `${[...statuses].map(([status, n]) => `${status} ${n}`).join(', ')}; p95 ${Math.round(quantile(times, 0.95))} ms; PostgreSQL ${told(postgres)}; the site ${told(node)}`,
    isWell: wrong.length === 0 && most < MOST_POSTGRES_MB,
  };
};
