// Rounds of `kill -9`: of every process, while the site serves, starts, publishes, is updated or loads a file.
// After each round the site must be well again with nobody but a supervisor to start it, and give the same
// answers.

import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DrillAnswer, Site } from './site.ts';
import { isStillRunning, pinned } from './state.ts';
import { inSeconds, quantile, type Trial } from './trial.ts';

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

/** What was killed and when, and what must succeed once the site is well again. */
interface Killed {
  readonly killed: string;
  readonly at: number;
  readonly afterwards?: () => Promise<void>;
}

/** One round: brings the site to a moment, and kills a process. */
type Round = (site: Site, round: number) => Promise<Killed>;

/** Kills the launcher, the first process of PostgreSQL, or another one of it. */
function killOneOf(site: Site, choice: number): Killed {
  const [first, ...others] = site.backends();
  const other = others[choice % Math.max(1, others.length)];
  const victims: readonly (readonly [string, number | undefined])[] = [
    ['PostgreSQL', first],
    ['the site', site.isRunning ? site.launcher : undefined],
    ['a backend', other],
  ];
  const present = [...victims.slice(choice % 3), ...victims].find(
    ([, pid]) => pid !== undefined && isStillRunning(pid),
  );
  if (present?.[1] !== undefined) process.kill(present[1], 'SIGKILL');
  return { killed: present?.[0] ?? 'nothing', at: Date.now() };
}

const serving: Round = async (site, round) => {
  const stop = traffic(site);
  await sleep(Math.random() * 400);
  const killed = killOneOf(site, round);
  await sleep(400);
  // While the site itself is away there is nobody to answer.
  const wrong = (await stop()).filter(
    ({ status }) => status !== 200 && status !== 503 && !(status === 0 && killed.killed === 'the site'),
  );
  if (wrong.length > 0) throw new Error(`${wrong.length} answers were neither 200 nor 503`);
  return killed;
};

const starting: Round = async (site, round) => {
  await site.end('SIGTERM');
  site.begin();
  await sleep(100 + Math.random() * 1_400);
  return killOneOf(site, round);
};

/** An empty database is filled. Nothing was served before, so the site is up when all releases are there. */
const filling: Round = async (site, round) => {
  await site.end('SIGTERM');
  await succeed(site, ['reset']);
  site.begin();
  await sleep(500 + Math.random() * 4_000);
  return killOneOf(site, round);
};

/** Brings the site to a database with the oldest release alone; then the newer ones are in the checkout again. */
async function withOldestRelease(site: Site): Promise<void> {
  const releases = join(site.root, 'sources/releases');
  const aside = join(site.root, 'aside');
  const newer = readdirSync(releases).filter((name) => /^\d/.test(name) && !name.startsWith('1.0.0'));
  const moved = [
    ...newer.map((name) => [join(releases, name), join(aside, name)] as const),
    // Own data was released beside a newer release.
    ...(existsSync(join(site.root, 'own')) ? [[join(site.root, 'own'), join(aside, 'own')] as const] : []),
  ];
  await site.end('SIGTERM');
  mkdirSync(aside, { recursive: true });
  moved.forEach(([from, to]) => renameSync(from, to));
  try {
    await succeed(site, ['reset']);
    await site.start();
  } finally {
    moved.forEach(([from, to]) => renameSync(to, from));
  }
}

/** Newer releases are published by another process while the site serves. */
const publishing: Round = async (site, round) => {
  await withOldestRelease(site);
  const { child, ended } = site.run(['replay']);
  await sleep(300 + Math.random() * 6_000);
  const isPublishing = child.exitCode === null;
  const killed =
    round % 2 === 0 && isPublishing && child.kill('SIGKILL')
      ? { killed: 'the publication', at: Date.now() }
      : killOneOf(site, round);
  return {
    ...killed,
    afterwards: async () => {
      await ended;
      await succeed(site, ['replay']);
    },
  };
};

/** A site with the oldest release starts again after an update, and publishes the newer ones while it serves. */
const updating: Round = async (site, round) => {
  await withOldestRelease(site);
  await site.end('SIGTERM');
  site.begin();
  await sleep(300 + Math.random() * 6_000);
  return killOneOf(site, round);
};

const RECIPE = `source: drill
file: drill.csv
title: Lamps that a drill counted
format: { type: csv }
area: Country
period: Year
figures:
  - { indicator: street-lamps, measure: count, value: Lamps }
`;

/** A file is loaded and published while the site serves; afterwards its next edition must load. */
const ingesting: Round = async (site, round) => {
  const words = editionOf(site, 2 * round);
  const { child, ended } = site.run(words);
  await sleep(300 + Math.random() * 5_000);
  const isLoading = child.exitCode === null;
  const killed =
    round % 2 === 0 && isLoading && child.kill('SIGKILL')
      ? { killed: 'the load', at: Date.now() }
      : killOneOf(site, round);
  return {
    ...killed,
    afterwards: async () => {
      await ended;
      await succeed(site, editionOf(site, 2 * round + 1));
    },
  };
};

/** Writes an edition of the file, and gives the words that load it. */
function editionOf(site: Site, edition: number): readonly string[] {
  const [recipe, file] = [join(site.root, 'drill.yaml'), join(site.root, 'drill.csv')];
  writeFileSync(recipe, RECIPE);
  const rows = Array.from({ length: 200 }, (_, i) => `Honduras,${1800 + i},${i + edition}`);
  writeFileSync(file, `Country,Year,Lamps\n${rows.join('\n')}\n`);
  const day = new Date(Date.UTC(2020, 0, 1 + edition)).toISOString().slice(0, 10);
  return ['ingest', file, '--recipe', recipe, '--edition', day];
}

async function succeed(site: Site, words: readonly string[]): Promise<void> {
  const code = await site.run(words).ended;
  if (code !== 0) throw new Error(`${words[0]} ended with ${code}: ${site.said.slice(-600)}`);
}

const ROUNDS: Readonly<Record<string, Round>> = {
  serving,
  starting,
  publishing,
  updating,
  ingesting,
  filling,
};
const STUCK_MS = 60_000;
/** An empty database takes as long as all releases. */
const FILLING_MS = 240_000;

/**
 * How long after `at` the site is healthy, and says enough of itself. A supervisor starts it where it has ended.
 * @throws Error if that takes longer than the patience
 */
async function wellAgain(
  site: Site,
  at: number,
  patience: number,
  isEnough: (health: object) => boolean = () => true,
): Promise<number> {
  while (Date.now() - at < patience) {
    const { status, body } = await site.get('/healthz', 3_000);
    if (status === 200 && isEnough(JSON.parse(body.toString()) as object)) return Date.now() - at;
    if (!site.isRunning) site.begin();
    await sleep(50);
  }
  throw new Error(`stuck: ${site.said.slice(-600)}`);
}

/** Waits until the site has published every release of its checkout. */
const allPublished = (site: Site): Promise<number> =>
  wellAgain(site, Date.now(), FILLING_MS, (health) => !('publishing' in health));

/** What one kind of round came to. */
interface Tally {
  readonly times: number[];
  readonly faults: string[];
}

export const kills: Trial = async (site, { kills: rounds }) => {
  const before = await pinned(site);
  const tallies = new Map<string, Tally>();
  const names = Object.keys(ROUNDS);
  for (let round = 0; round < rounds; round += 1) {
    const name = names[round % names.length] ?? '';
    const tally = tallies.get(name) ?? { times: [], faults: [] };
    tallies.set(name, tally);
    let killed = 'nothing';
    try {
      const { killed: what, at, afterwards } = await ROUNDS[name]!(site, Math.floor(round / names.length));
      killed = what;
      const time = await wellAgain(site, at, name === 'filling' ? FILLING_MS : STUCK_MS);
      tally.times.push(time);
      await afterwards?.();
      await allPublished(site);
      const after = await pinned(site);
      if (after !== before) throw new Error(`other answers: ${after}`);
      if (site.backends().length === 0 || !isStillRunning(site.watchdog()))
        throw new Error('something is missing');
      console.log(`round ${round + 1}  ${name}, ${killed} killed: well again after ${inSeconds(time)}`);
    } catch (error) {
      tally.faults.push(
        `${name}, ${killed} killed: ${error instanceof Error ? error.message : String(error)}`,
      );
      console.log(`round ${round + 1}  ${tally.faults.at(-1)}`);
      await wellAgain(site, Date.now(), FILLING_MS);
    }
    // Three failures within moments would end the site, as they should.
    await sleep(5_200);
  }
  const faults = [...tallies.values()].flatMap((tally) => tally.faults);
  const words = [...tallies].map(
    ([name, { times }]) =>
      `${name} ${inSeconds(quantile(times, 0.5))} (at most ${inSeconds(Math.max(0, ...times))})`,
  );
  return {
    trial: `${rounds} kills`,
    figures: `${faults.length} with lost rows, other answers, or stuck; well again after ${words.join(', ')}`,
    isWell: faults.length === 0,
  };
};
