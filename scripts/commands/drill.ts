// `npm run drill`: failures that a site must survive, tried on a separate site on this machine, with the
// results as a table. `-- --short` is for every change; without it each trial is long; `-- --kills 50`,
// `--overload 300`, `--soak 3600` and `--files 10000` try one thing alone. Linux only, because it reads /proc.

import { parseArgs } from 'node:util';
import { messageOf, UserError } from '../terminal/user-error.ts';
import { Site } from '../drill/site.ts';
import { mutatedFiles } from '../drill/files/files.ts';
import { kills } from '../drill/kills.ts';
import { overload, slow } from '../drill/loads.ts';
import { soak } from '../drill/soak.ts';
import type { Extent, Trial, TrialOutcome } from '../drill/trial.ts';
import { TRIALS } from '../drill/trials.ts';
import { hashBuildInputs, isFresh } from '../build/stale.ts';

const LONG: Extent = {
  kills: 50,
  overloadSeconds: 300,
  soakSeconds: 3_600,
  fuzzed: 20_000,
  slowClients: 300,
  files: 10_000,
};
const SHORT: Extent = {
  kills: 2,
  overloadSeconds: 8,
  soakSeconds: 5,
  fuzzed: 300,
  slowClients: 0,
  files: 200,
};
/** A trial that takes longer than this ends the drill. */
const LONGEST_MS = { short: 150_000, long: 5_400_000 };

/** `npm run drill`. */
export async function main(argv: string[], stop: AbortSignal): Promise<number> {
  const { extent, trials } = readWords(argv);
  if (process.platform !== 'linux')
    throw new UserError('The drill runs only on Linux, because it reads /proc.');
  const root = process.cwd();
  if (!isFresh(root, hashBuildInputs(root)))
    throw new UserError('There is no up-to-date build. Run npm run build, then npm run drill.');
  const site = await Site.copyOf(root);
  const outcomes: TrialOutcome[] = [];
  try {
    console.log(`site        ${site.root}, started in ${((await site.start()) / 1000).toFixed(1)} s`);
    for (const trial of trials) {
      stop.throwIfAborted();
      const outcome = await inTime(
        trial(site, extent),
        extent === SHORT ? LONGEST_MS.short : LONGEST_MS.long,
        stop,
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

/** What is tried alone, with so many rounds, seconds or files. */
const ALONE: Readonly<Record<'kills' | 'overload' | 'soak' | 'files', readonly [keyof Extent, Trial]>> = {
  kills: ['kills', kills],
  overload: ['overloadSeconds', overload],
  soak: ['soakSeconds', soak],
  files: ['files', mutatedFiles],
};

/** What is tried, and for how long. @throws UserError for words that mean nothing */
function readWords(argv: readonly string[]): { readonly extent: Extent; readonly trials: readonly Trial[] } {
  const { short, ...numbers } = readOptions(argv);
  const alone = Object.entries(numbers).map(([name, text]) => {
    const [key, trial] = ALONE[name as keyof typeof ALONE];
    return { trial, extent: { [key]: countIn(`--${name}`, text) } };
  });
  if (alone.length > 0) {
    return {
      extent: Object.assign({}, LONG, ...alone.map(({ extent }) => extent)) as Extent,
      trials: alone.map(({ trial }) => trial),
    };
  }
  // Slow clients take longer than a minute to be let go, whatever else is short.
  return short
    ? { extent: SHORT, trials: TRIALS.filter((trial) => trial !== slow) }
    : { extent: LONG, trials: TRIALS };
}

function countIn(option: string, text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new UserError(`${option} ${text} is not a whole number from 1 to 999999.`);
}

function readOptions(argv: readonly string[]) {
  const number = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...argv],
      options: { short: { type: 'boolean' }, kills: number, overload: number, soak: number, files: number },
    }).values;
  } catch (error) {
    throw new UserError(
      `${messageOf(error)}: npm run drill alone, or with -- --short, --kills 50, --overload 300, --soak 3600 or --files 10000.`,
    );
  }
}

/** Waits for a trial, but not past its time, and not after Ctrl-C: the site must still be taken away. */
async function inTime<T>(work: Promise<T>, ms: number, stop: AbortSignal): Promise<T> {
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(new Error(`not done after ${ms / 1000} s`)), ms);
    stop.addEventListener('abort', () => reject(new Error('interrupted')), { once: true });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(clock);
  }
}
