// `npm run drill`: what a site must survive, done to one of the drill's own on this machine, and told as a table.
// `-- --short` is for every change; without it each trial is long. Linux alone: it looks into /proc.

import { messageOf, UserError } from '../terminal/user-error.ts';
import { Site } from '../drill/site.ts';
import type { Extent, TrialOutcome } from '../drill/trial.ts';
import { TRIALS } from '../drill/trials.ts';
import { hashBuildInputs, isFresh } from '../build/stale.ts';

const LONG: Extent = { kills: 50, overloadSeconds: 300, fuzzed: 20_000, slowClients: 300 };
const SHORT: Extent = { kills: 2, overloadSeconds: 8, fuzzed: 300, slowClients: 30 };
/** One trial that does not come back ends the drill. */
const LONGEST_MS = { short: 150_000, long: 1_200_000 };

/** `npm run drill`. */
export async function main(argv: string[], stop: AbortSignal): Promise<number> {
  const isShort = argv.includes('--short');
  const unknown = argv.find((word) => word !== '--short');
  if (unknown !== undefined)
    throw new UserError(`${unknown} is not understood: npm run drill, or npm run drill -- --short.`);
  if (process.platform !== 'linux')
    throw new UserError('The drill runs on Linux alone: it looks into /proc.');
  const root = process.cwd();
  if (!isFresh(root, hashBuildInputs(root)))
    throw new UserError('There is no fresh build here: npm run build, then npm run drill.');
  const site = await Site.copyOf(root);
  const outcomes: TrialOutcome[] = [];
  try {
    console.log(`site        ${site.root}, started in ${((await site.start()) / 1000).toFixed(1)} s`);
    for (const trial of TRIALS) {
      stop.throwIfAborted();
      const outcome = await inTime(
        trial(site, isShort ? SHORT : LONG),
        isShort ? LONGEST_MS.short : LONGEST_MS.long,
      ).catch((error: unknown): TrialOutcome => ({
        trial: 'a trial broke off',
        figures: messageOf(error),
        isWell: false,
      }));
      outcomes.push(outcome);
      console.log(
        `${outcome.isWell ? 'well' : 'NOT WELL'}`.padEnd(12) + `${outcome.trial}: ${outcome.figures}`,
      );
    }
  } finally {
    await site.remove();
  }
  const bad = outcomes.filter(({ isWell }) => !isWell).length;
  console.log(`\n${outcomes.length - bad} of ${outcomes.length} trials well`);
  return bad === 0 ? 0 : 1;
}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(new Error(`not done after ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(clock);
  }
}
