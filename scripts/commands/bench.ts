// `npm run bench`: how fast the product answers, compared with a bare handler that runs the same statement,
// on synthetic data in separate databases. It prints medians and ratios, and asserts nothing.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openServer, placeOf, type BenchDatabase } from '../bench/database.ts';
import { measureData } from '../bench/data.ts';
import { filesOf, measureCsv } from '../bench/csv.ts';
import { measureEmbed, measureGrowth, measureTouched } from '../bench/faces.ts';
import { host, type Host } from '../bench/host.ts';
import { measureIngest } from '../bench/ingest.ts';
import { measurePages, measureScript, measureStart } from '../bench/pages.ts';
import { print, type Finding } from '../bench/table.ts';
import { bundleServer } from '../build/bundle.ts';
import { defineCommand, type CommandLine } from '../terminal/command.ts';
import { UserError } from '../terminal/user-error.ts';
import { showProgress, type Progress } from '../terminal/progress.ts';
import { hashBuildInputs, isFresh } from '../build/stale.ts';

const USAGE = `npm run bench -- [ingest] [--rows 1e5|1e6|1e7] [--rounds N] [--million] [--json]

Measures the product beside a bare server on synthetic data, and prints medians, ratios and goals.
  --rows      rows stored (default 1e6; the growth is measured from 1e5)
  --rounds    rounds, at least 5 to be believed (default 5)
  --million   a CSV of most of what is stored too, or of a million rows at 1e7
  --json      the same for machines
  ingest      a load of a million rows beside COPY, instead (--rows, --rounds, --json)
The default takes some seven minutes; a database of 1e7 rows takes several minutes to make, once.`;

const SIZES = ['1e5', '1e6', '1e7'];
const LEAST_ROWS = 100_000;

/** Goals that are measured elsewhere. */
const ELSEWHERE: readonly Finding[] = [
  { what: 'validated ingest', figure: 'not measured', note: 'npm run bench -- ingest measures it' },
];

const options = {
  rows: { type: 'string' },
  rounds: { type: 'string' },
  million: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

interface BenchWish {
  readonly rows: number;
  readonly rounds: number;
  readonly million: boolean;
  readonly json: boolean;
}

function read({ values }: CommandLine<typeof options>): BenchWish {
  const { rows: size = '1e6', rounds: count = '5' } = values;
  if (!SIZES.includes(size)) throw new UserError(`--rows must be one of ${SIZES.join(', ')}.`);
  const rounds = Number(count);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new UserError('--rounds must be a whole number, 1 or more.');
  return { rows: Number(size), rounds, million: values.million, json: values.json };
}

async function run(line: CommandLine<typeof options>, stop: AbortSignal): Promise<number> {
  const [what, ...more] = line.positionals;
  if (more.length > 0 || (what !== undefined && what !== 'ingest'))
    throw new UserError(`The only argument of bench is ingest.\n\n${USAGE}`);
  if (what === 'ingest') return measureIngest(line.values, stop);
  const { rows, rounds, million, json } = read(line);
  const root = process.cwd();
  const progress = showProgress(json ? process.stderr : process.stdout);
  const server = await progress.step(
    'database',
    (report) => openServer(root, report),
    () => 'ready',
  );
  try {
    const small = await placeOf(server, root, LEAST_ROWS, progress);
    const place = rows === LEAST_ROWS ? small : await placeOf(server, root, rows, progress);
    stop.throwIfAborted();
    const findings = await measure({ root, small, place, rounds, million, progress });
    print(findings, { rows, rounds, json });
  } finally {
    await server.close();
  }
  return 0;
}

interface Bench {
  readonly root: string;
  readonly small: BenchDatabase;
  readonly place: BenchDatabase;
  readonly rounds: number;
  readonly million: boolean;
  readonly progress: Progress;
}

async function measure({ root, small, place, rounds, million, progress }: Bench): Promise<Finding[]> {
  const bundle = join(root, '.cotejo/bench/server.mjs');
  mkdirSync(join(root, '.cotejo/bench'), { recursive: true });
  await bundleServer(root, bundle);
  const built = isFresh(root, hashBuildInputs(root));
  const hosts: Host[] = [];
  const open = async (...what: Parameters<typeof host>): Promise<Host> => {
    const opened = await host(...what);
    hosts.push(opened);
    return opened;
  };
  try {
    const bare = await open('bare', place.env);
    const product = await open('product', place.env, [bundle, ...(built ? ['pages'] : [])]);
    const among = { bare, product, rounds, progress };
    const findings = [...(await measureData(among)), ...(await measureEmbed(among))];
    if (small !== place) {
      const other = await open('product', small.env, [bundle]);
      findings.push(...(await measureGrowth(among, other, [small, place])));
    }
    findings.push(...(await measureTouched(among, place)));
    // A fresh process, so that the measured memory is that of the file.
    for (const file of filesOf(place.rows, million)) {
      const anew = await open('product', place.env, [bundle]);
      findings.push(...(await measureCsv(anew, place, { file, rounds, progress })));
    }
    if (built) {
      findings.push(...(await measurePages(product, rounds, progress)), ...(await measureScript(product)));
      findings.push(...(await measureStart(root, rounds, progress)));
    } else
      findings.push({ what: 'pages, script, start', figure: 'not measured', note: 'npm run build first' });
    return [...findings, ...ELSEWHERE];
  } finally {
    await Promise.all(hosts.map((host) => host.close()));
  }
}

export const main = defineCommand({ name: 'bench', usage: USAGE, options, positionals: true, run });
