// `npm run fetch -- PUBLISHER WHAT` and `npm run fetch -- SOURCE`: fetches an answer or a file from a publisher
// over the network and keeps it as it arrived, with its hash, date and address; a recipe then reads it. No other
// command of Cotejo needs the network.

import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readAreaTable } from '#sources/aliases/areas.ts';
import { wallClock } from '#sources/fetch/clock.ts';
import { FetchFault } from '#sources/fetch/fault.ts';
import { fetchEdition, type Errand } from '#sources/fetch/fetch.ts';
import { downloadsIn, downloadsOf, wayOf, type ListedDownload } from '#sources/fetch/file/download-list.ts';
import { listPublishers, PUBLISHERS } from '#sources/fetch/publishers/publishers.ts';
import { tellOn } from '#sources/fetch/report.ts';
import { areaCodes, baseOf, pageRowsOf, yearOfWish } from '#sources/fetch/wish.ts';
import { fetchDownloads, type Settings } from '../fetch/downloads.ts';
import { defineCommand, type CommandLine } from '../terminal/command.ts';
import { UserError } from '../terminal/user-error.ts';
import { fromHere } from '../terminal/cwd-path.ts';

const MB = 1024 * 1024;

const USAGE = `npm run fetch -- SOURCE ... [options]
npm run fetch -- --all [options]
npm run fetch -- PUBLISHER WHAT [options]

Fetches the newest file of a source, or of all whose ids begin with a word (ohss, cbp), from the address on its
card; --all fetches every one that has an address. A file that is unchanged is not sent again. PUBLISHER WHAT asks
an API for any of its data, page by page. Answers are kept as they came, with SHA-256, date and address beside them.
  --all           every source that can be fetched; goes on when one fails
  --address       the address of the file, for one source whose page does not lead to it
  --from, --to    years; both ends count
  --area          areas, for the World Bank: HND,SLV or names (default: all)
  --origin        where people come from, for UNHCR (default: each)
  --asylum        where they ask for asylum, for UNHCR (default: each)
  --out           a file, or a folder (default: .cotejo/fetched)
  --resume        goes on from the pages that an interrupted fetch has kept
  --base          another server to ask: a mirror, or a server of yours; for a source it is asked for BASE/host/path
  --page-rows     rows of one answer (fewer, where large answers fail)
  --timeout       seconds for one answer (default 60)
  --pause         seconds between two questions (default 0.5)
Without arguments: the publishers, and the sources. The exit code is 1 when the file could not be had whole.
docs/fetch.md goes the whole way, from the question to observations.`;

const options = {
  all: { type: 'boolean', default: false },
  address: { type: 'string' },
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

/** The sources that the words mean, or all; null if the words are a publisher and its data. */
function downloadsFor({ values, positionals }: Line): ListedDownload[] | null {
  const [first] = positionals;
  if (PUBLISHERS.some(({ id }) => id === first)) {
    if (values.all) throw new UserError('--all takes no publisher: leave out one of them.');
    return null;
  }
  const all = downloadsIn('sources');
  const ids = PUBLISHERS.map(({ id }) => id);
  if (values.all && first !== undefined)
    throw new UserError('--all fetches every source: leave out the names.');
  const wanted = values.all ? all : [...new Set(positionals.flatMap((word) => downloadsOf(all, word, ids)))];
  refuseQueryOptions(values);
  return values.address === undefined ? wanted : [atAddress(wanted, values.address)];
}

function refuseQueryOptions(values: Line['values']): void {
  const given = (['from', 'to', 'area', 'origin', 'asylum'] as const).find(
    (name) => values[name] !== undefined,
  );
  if (given !== undefined)
    throw new UserError(`--${given} is only for PUBLISHER WHAT: a source is always fetched whole.`);
}

function atAddress(wanted: readonly ListedDownload[], text: string): ListedDownload {
  const [download, ...more] = wanted;
  if (!download || more.length > 0) throw new UserError('--address is for one source: name it.');
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new UserError(`--address ${text} is not an address: write it with https:// in front.`);
  return { ...download, from: { address: text } };
}

/** The request on the command line. */
function errandOf({ values, positionals }: Line, settings: Settings): Omit<Errand, 'tell'> {
  const [id, what, ...more] = positionals;
  const publisher = PUBLISHERS.find((publisher) => publisher.id === id);
  if (!publisher) throw new UserError(`unknown publisher "${id ?? ''}"; npm run fetch lists them.`);
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
  return { question, ...settings };
}

/** What is the same for every request of this run. */
function settingsOf({ values }: Line, stop: AbortSignal): Settings {
  const web = {
    userAgent: `Cotejo/${version()} (statistics dashboard; npm run fetch) Node.js/${process.versions.node}`,
    timeoutMs: secondsOf(values.timeout, '--timeout', 60),
    mostBytes: 50 * MB,
    stop,
  };
  // `.cotejo` is not part of the checkout, so fetched files are neither committed nor formatted by accident.
  const out = values.out === undefined ? `${join(process.cwd(), '.cotejo', 'fetched')}/` : outOf(values.out);
  const pauseMs = secondsOf(values.pause, '--pause', 0.5);
  return { out, resume: values.resume, web, clock: wallClock, pauseMs, mostBytes: 200 * MB };
}

/** The slash at the end marks a folder; making a path absolute would remove it. */
const outOf = (text: string): string => (/[\\/]$/.test(text) ? `${fromHere(text)}/` : fromHere(text));

const shown = (path: string): string => {
  const near = relative(process.env['INIT_CWD'] ?? process.cwd(), path);
  return near.startsWith('..') ? path : near;
};

/** Fetches what an API answers. */
async function fetchAnswer(errand: Omit<Errand, 'tell'>): Promise<number> {
  const tell = tellOn(process.stderr, errand.question.name, () => performance.now());
  try {
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
  } finally {
    tell.end();
  }
}

function list(): number {
  const downloads = downloadsIn('sources');
  const line = (download: ListedDownload): string =>
    `${download.sources.join(', ')}\n           ${wayOf(download)}`;
  console.log([...listPublishers(), '', 'Sources, from the addresses on their cards:'].join('\n'));
  for (const download of downloads.filter(({ from }) => from !== null)) console.log(line(download));
  console.log('\nSources without an address of a file: open the page, and save the file.');
  for (const download of downloads.filter(({ from }) => from === null)) console.log(line(download));
  console.log('\nnpm run fetch -- --help shows every option.');
  return 0;
}

async function run(line: Line, stop: AbortSignal): Promise<number> {
  if (line.positionals.length === 0 && !line.values.all) return list();
  try {
    const settings = settingsOf(line, stop);
    const downloads = downloadsFor(line);
    if (downloads === null) return await fetchAnswer(errandOf(line, settings));
    const pageRows = pageRowsOf(line.values['page-rows']);
    return await fetchDownloads(downloads, {
      ...settings,
      mirror: baseOf(line.values.base),
      pageRows,
      shown,
    });
  } catch (error) {
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
