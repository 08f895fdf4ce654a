// `npm run fetch -- PUBLISHER WHAT`: asks a publisher over the network and keeps the answer as it came, with
// its hash, date and address; a recipe reads it then. Nothing else of Cotejo needs the network.

import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readAreaTable } from '#sources/aliases/areas.ts';
import { wallClock } from '#sources/fetch/clock.ts';
import { FetchFault } from '#sources/fetch/fault.ts';
import { fetchEdition, type Errand } from '#sources/fetch/fetch.ts';
import { listPublishers, PUBLISHERS } from '#sources/fetch/publishers/publishers.ts';
import { tellOn } from '#sources/fetch/report.ts';
import { areaCodes, baseOf, pageRowsOf, yearOfWish } from '#sources/fetch/wish.ts';
import { suggest } from '#sources/validation/nearest.ts';
import { defineCommand, type CommandLine } from '../terminal/command.ts';
import { UserError } from '../terminal/user-error.ts';
import { fromHere } from '../terminal/cwd-path.ts';

const MB = 1024 * 1024;

const USAGE = `npm run fetch -- PUBLISHER WHAT [options]

Asks a publisher, page by page, and keeps the answer as it came, with its SHA-256, date and address beside it.
  --from, --to    years; both ends count
  --area          areas, for the World Bank: HND,SLV or names (default: all)
  --origin        where people come from, for UNHCR (default: each)
  --asylum        where they ask for asylum, for UNHCR (default: each)
  --out           a file, or a folder (default: .cotejo/fetched)
  --resume        goes on from the pages that an interrupted fetch has kept
  --base          another address to ask: a mirror, or a server of yours
  --page-rows     rows of one answer (fewer, where large answers fail)
  --timeout       seconds for one answer (default 60)
  --pause         seconds between two questions (default 0.5)
Without arguments: the publishers. The exit code is 1 when the file could not be had whole.
docs/fetch.md goes the whole way, from the question to observations.`;

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  area: { type: 'string' },
  origin: { type: 'string' },
  asylum: { type: 'string' },
  out: { type: 'string' },
  base: { type: 'string' },
  'page-rows': { type: 'string' },
  timeout: { type: 'string' },
  pause: { type: 'string' },
  resume: { type: 'boolean', default: false },
} as const;

function secondsOf(text: string | undefined, option: string, otherwise: number): number {
  if (text === undefined) return otherwise * 1000;
  if (/^\d+(\.\d+)?$/.test(text) && Number(text) <= 3600) return Number(text) * 1000;
  throw new FetchFault(`${option} ${text} is not accepted`, 'write seconds, such as 2 or 0.5');
}

function version(): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  return version;
}

type Line = CommandLine<typeof options>;

/** What was asked on the command line, or nothing where only a list was wanted. */
function errandOf({ values, positionals }: Line, stop: AbortSignal): Omit<Errand, 'tell'> | null {
  const [id, what, ...more] = positionals;
  if (id === undefined) {
    console.log([...listPublishers(), '', 'npm run fetch -- --help shows every option.'].join('\n'));
    return null;
  }
  const publisher = PUBLISHERS.find((publisher) => publisher.id === id);
  if (!publisher) {
    const ids = PUBLISHERS.map((publisher) => publisher.id);
    throw new UserError(`unknown publisher "${id}"; ${suggest(id, ids, `take one of ${ids.join(', ')}`)}`);
  }
  if (what === undefined || more.length > 0) {
    throw new UserError(`name one thing to fetch; ${publisher.usage[0]}`);
  }
  const table = readAreaTable('sources');
  const question = publisher.question(
    {
      what,
      areas: areaCodes(values.area, table, '--area'),
      origins: areaCodes(values.origin, table, '--origin'),
      asylums: areaCodes(values.asylum, table, '--asylum'),
      from: yearOfWish(values.from, '--from'),
      to: yearOfWish(values.to, '--to'),
      pageRows: pageRowsOf(values['page-rows']),
      base: baseOf(values.base),
    },
    wallClock.now().getUTCFullYear(),
  );
  const web = {
    userAgent: `Cotejo/${version()} (statistics dashboard; npm run fetch) Node.js/${process.versions.node}`,
    timeoutMs: secondsOf(values.timeout, '--timeout', 60),
    mostBytes: 50 * MB,
    stop,
  };
  // `.cotejo` is no part of the checkout: what is fetched is neither committed nor formatted by accident.
  const out = values.out === undefined ? `${join(process.cwd(), '.cotejo', 'fetched')}/` : outOf(values.out);
  const pauseMs = secondsOf(values.pause, '--pause', 0.5);
  return { question, out, resume: values.resume, web, clock: wallClock, pauseMs, mostBytes: 200 * MB };
}

/** The slash at the end says that a folder is meant; making a path absolute would lose it. */
const outOf = (text: string): string => (/[\\/]$/.test(text) ? `${fromHere(text)}/` : fromHere(text));

const shown = (path: string): string => {
  const near = relative(process.env['INIT_CWD'] ?? process.cwd(), path);
  return near.startsWith('..') ? path : near;
};

async function run(line: Line, stop: AbortSignal): Promise<number> {
  let tell: ReturnType<typeof tellOn> | null = null;
  try {
    const errand = errandOf(line, stop);
    if (errand === null) return 0;
    tell = tellOn(process.stderr, errand.question.name, () => performance.now());
    const { file, sidecar, unchanged } = await fetchEdition({ ...errand, tell });
    tell.end();
    const { vintage, accessed, sha256 } = sidecar.edition;
    console.log(
      `${unchanged ? 'unchanged' : 'written'}   ${shown(file)} (${sidecar.rows} rows, ${sidecar.bytes} bytes)`,
    );
    console.log(`vintage     ${vintage}: ${sidecar.vintageFrom}`);
    console.log(`accessed    ${accessed}`);
    console.log(`sha256      ${sha256}`);
    const { recipe } = errand.question;
    const next =
      recipe === null
        ? `inspect -- ${shown(file)}`
        : `ingest -- ${shown(file)} --recipe ${recipe} --edition ${vintage} --dry-run`;
    console.log(`next        npm run ${next}`);
    return 0;
  } catch (error) {
    tell?.end();
    if (stop.aborted) {
      console.error(
        'Interrupted. What had arrived whole is kept: the same command with --resume goes on from there.',
      );
      return 130;
    }
    throw error instanceof FetchFault ? new UserError(error.message) : error;
  }
}

export const main = defineCommand({ name: 'fetch', usage: USAGE, options, positionals: true, run });
