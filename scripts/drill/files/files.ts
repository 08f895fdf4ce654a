// Mutated files are read in a thread with little memory: none may crash it, hold it up or fill it.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Format } from '#sources/formats/open.ts';
import { chanceOf, mutateText, mutateWorkbook } from './mutate.ts';
import { inSeconds, type Trial } from '../trial.ts';
import type { ReadOutcome, ReadTask } from './reader.ts';

/** Longer than this to read a file of some kilobytes is a hang. */
const HANG_MS = 5_000;
const MOST_MEGABYTES = 512;

/** A whole file that is changed, and how it is read. */
interface Original {
  readonly name: string;
  readonly bytes: Buffer;
  readonly format: Format;
}

const CSV = { type: 'csv', delimiter: ',', encoding: 'utf-8', quotes: true } as const satisfies Format;

/** The small files of publishers that the tests have. */
export function originals(root: string): readonly Original[] {
  const formats: readonly (readonly [RegExp, Format])[] = [
    [/\.xlsx$/, { type: 'xlsx' }],
    [/\.json$/, { type: 'json', path: '1' }],
    [/\.tsv$/, { ...CSV, delimiter: '\t' }],
    [/\.csv$/, CSV],
  ];
  return ['tests/sources/samples/files', 'tests/sources/golden'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).flatMap((entry) => {
      const format = formats.find(([ending]) => ending.test(entry.name))?.[1];
      if (!entry.isFile() || !format || entry.name === 'expected.csv') return [];
      return [{ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)), format }];
    }),
  );
}

export interface FileTally {
  read: number;
  refused: number;
  /** What did harm: the seed makes the file again. */
  readonly harm: { readonly seed: number; readonly name: string; readonly message: string }[];
  slowestMs: number;
}

/** Reads so many mutated files, of workbooks or of the other formats. */
export async function readMutated(
  files: readonly Original[],
  count: number,
  firstSeed: number,
): Promise<FileTally> {
  const tally: FileTally = { read: 0, refused: 0, harm: [], slowestMs: 0 };
  const folder = mkdtempSync(join(tmpdir(), 'cotejo-files-'));
  let thread = openReader();
  try {
    for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
      const original = files[seed % files.length]!;
      const path = join(folder, 'mutated');
      const mutate = original.format.type === 'xlsx' ? mutateWorkbook : mutateText;
      writeFileSync(path, mutate(original.bytes, chanceOf(seed)));
      const since = performance.now();
      const { kind, message } = await ask(thread, { path, format: original.format });
      tally.slowestMs = Math.max(tally.slowestMs, performance.now() - since);
      if (kind === 'read' || kind === 'refused') tally[kind] += 1;
      else {
        tally.harm.push({ seed, name: original.name, message });
        await thread.terminate();
        thread = openReader();
      }
    }
  } finally {
    await thread.terminate();
    rmSync(folder, { recursive: true, force: true });
  }
  return tally;
}

/** A trial without a site. */
export const mutatedFiles: Trial = async (_site, { files: count }) => {
  const all = originals(process.cwd());
  const [workbooks, texts] = [true, false].map((wanted) =>
    all.filter(({ format }) => (format.type === 'xlsx') === wanted),
  );
  const seed = Math.floor(Math.random() * 2 ** 31);
  const tallies = [
    await readMutated(workbooks!, count, seed),
    await readMutated(texts!, Math.ceil(count / 5), seed),
  ];
  const harm = tallies.flatMap((tally) => tally.harm);
  for (const { seed: bad, name, message } of harm.slice(0, 5))
    console.log(`seed ${bad}  ${name}: ${message}`);
  const sum = (of: (tally: FileTally) => number): number =>
    tallies.reduce((all, tally) => all + of(tally), 0);
  return {
    trial: `${count} mutated workbooks and ${Math.ceil(count / 5)} other files, from seed ${seed}`,
    figures: `${harm.length} crashed, hung or filled ${MOST_MEGABYTES} MB; ${sum(({ read }) => read)} read, ${sum(({ refused }) => refused)} refused; the slowest took ${inSeconds(Math.max(...tallies.map(({ slowestMs }) => slowestMs)))}`,
    isWell: harm.length === 0,
  };
};

function openReader(): Worker {
  const source = new URL('./reader.ts', import.meta.url).href;
  const loading = `import('tsx/esm/api').then(({ register }) => { register(); return import('${source}'); })`;
  return new Worker(loading, {
    eval: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
}

/** What the thread says of a file; that it ended or says nothing is harm. */
function ask(thread: Worker, task: ReadTask): Promise<ReadOutcome> {
  return new Promise((resolve) => {
    const settle = (outcome: ReadOutcome): void => {
      clearTimeout(clock);
      thread.off('message', settle).off('error', fail).off('exit', fail);
      resolve(outcome);
    };
    const fail = (error: unknown): void =>
      settle({
        kind: 'fault',
        message: `the thread ended: ${error instanceof Error ? error.message : String(error)}`,
      });
    // The first file also waits for the thread to load.
    const clock = setTimeout(() => settle({ kind: 'fault', message: 'a hang' }), HANG_MS);
    thread.on('message', settle).on('error', fail).on('exit', fail);
    thread.postMessage(task);
  });
}
