// `npm run drill`: failures that a site must survive, tried on a separate site on this machine, with the
// results as a table. `-- --short` is for every change; without it each trial is long; `-- --kills 50` kills
// alone, and `-- --files 10000` reads mutated files alone. Linux only, because it reads /proc.

import { parseArgs } from 'node:util';
import { messageOf, UserError } from '../terminal/user-error.ts';
import { Site } from '../drill/site.ts';
import { mutatedFiles } from '../drill/files/files.ts';
import { kills } from '../drill/kills.ts';
import { slow } from '../drill/loads.ts';
import type { Extent, Trial, TrialOutcome } from '../drill/trial.ts';
import { TRIALS } from '../drill/trials.ts';
import { hashBuildInputs, isFresh } from '../build/stale.ts';

const LONG: Extent = { kills: 50, overloadSeconds: 300, fuzzed: 20_000, slowClients: 300, files: 10_000 };
const SHORT: Extent = { kills: 2, overloadSeconds: 8, fuzzed: 300, slowClients: 0, files: 200 };
/** A trial that takes longer than this ends the drill. */
const LONGEST_MS = { short: 150_000, long: 3_600_000 };

/** `npm run drill`. */
export async function main(argv: string[], stop: AbortSignal): Promise<number> {
  const { extent, trials } = readWords(argv);
  if (process.platform !== 'linux')
    throw new UserError('The drill runs on Linux alone: it looks into /proc.');
  const root = process.cwd();
  if (!isFresh(root, hashBuildInputs(root)))
    throw new UserError('There is no fresh build here: npm run build, then npm run drill.');
  const site = await Site.copyOf(root);
  const outcomes: TrialOutcome[] = [];
  try {
    console.log(`site        ${site.root}, started in ${((await site.start()) / 1000).toFixed(1)} s`);
    for (const trial of trials) {
      stop.throwIfAborted();
      const outcome = await inTime(
        trial(site, extent),
        extent === SHORT ? LONGEST_MS.short : LONGEST_MS.long,
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

/** What is tried, and for how long. @throws UserError for words that mean nothing */
function readWords(argv: readonly string[]): { readonly extent: Extent; readonly trials: readonly Trial[] } {
  const { values } = readOptions(argv);
  if (values.files !== undefined)
    return { extent: { ...LONG, files: countIn('--files', values.files) }, trials: [mutatedFiles] };
  // Slow clients take longer than a minute to be let go, whatever else is short.
  if (values.kills === undefined && values.short)
    return { extent: SHORT, trials: TRIALS.filter((trial) => trial !== slow) };
  if (values.kills === undefined) return { extent: LONG, trials: TRIALS };
  return { extent: { ...LONG, kills: countIn('--kills', values.kills) }, trials: [kills] };
}

function countIn(option: string, text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new UserError(`${option} ${text} is not a whole number from 1 to 999999.`);
}

function readOptions(argv: readonly string[]) {
  try {
    const number = { type: 'string' } as const;
    return parseArgs({
      args: [...argv],
      options: { short: { type: 'boolean' }, kills: number, files: number },
    });
  } catch (error) {
    throw new UserError(
      `${messageOf(error)}: npm run drill, npm run drill -- --short, -- --kills 50 or -- --files 10000.`,
    );
  }
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
