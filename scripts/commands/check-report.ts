// `npm run check-report -- FILE`: which figures of a report have been revised since it was written.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { BadQuery } from '#stats/problem.ts';
import { releaseAsOf } from '#stats/query/as-of.ts';
import { countFigures, figuresHash, revisedSince, rowsOf, type RevisedRow } from '../report/figures.ts';
import { formatLock, readReportLock, type LockEntry } from '../report/lock.ts';
import { shownBy, type ShownAddress } from '../report/question.ts';
import { readReport } from '../report/read-report.ts';
import { fromHere } from '../terminal/cwd-path.ts';
import { defineCommand, type CommandLine } from '../terminal/command.ts';
import { UserError } from '../terminal/user-error.ts';

const USAGE = `npm run check-report -- FILE [--site URL] [--lock FILE] [--to RELEASE]

FILE is a report: HTML, Markdown or Word (.docx). Finds the addresses of a Cotejo in it, asks the site for the same
figures in the newest release, and lists those that have been revised since or are no longer there.
  --site   the site to ask, such as http://127.0.0.1:3000 (default: the one that each address names); addresses of
           other sites are then asked there too
  --lock   the file with what the report showed (default: FILE.lock.json). The first check writes it; later checks say
           when an address no longer gives what it gave then
  --to     the release to compare with (default: the newest)
The exit code is 1 when figures have been revised, or an address gives others than it gave; 2 when an address could
not be checked.`;

const MOST = 20;

const options = { site: { type: 'string' }, lock: { type: 'string' }, to: { type: 'string' } } as const;
type Line = CommandLine<typeof options>;

interface Wish {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly lock: string;
  readonly site: string | undefined;
  readonly to: string | undefined;
}

/** @throws UserError */
function read({ values, positionals }: Line): Wish {
  const [named, ...more] = positionals;
  if (named === undefined || more.length > 0) throw new UserError(`Give one file.\n\n${USAGE}`);
  const path = fromHere(named);
  if (!existsSync(path)) throw new UserError(`${named}: file not found.`);
  const { site, lock, to } = values;
  if (site !== undefined && !URL.canParse(site))
    throw new UserError(`--site ${site} is no address; expected one like http://127.0.0.1:3000.`);
  return {
    name: basename(path),
    bytes: readFileSync(path),
    lock: lock === undefined ? `${path}.lock.json` : fromHere(lock),
    site: site === undefined ? undefined : new URL(site).origin,
    to,
  };
}

/** A document of a site; a text that says why there is none. */
async function ask(site: string, path: string): Promise<{ document: unknown } | { problem: string }> {
  const answer = await fetch(site + path, { redirect: 'follow' }).catch(() => null);
  if (!answer) return { problem: `no server answers at ${site}` };
  const text = await answer.text();
  try {
    const document: unknown = JSON.parse(text);
    if (answer.ok) return { document };
    const { detail } = document as { detail?: string };
    return { problem: `${answer.status}: ${detail ?? path}` };
  } catch {
    return { problem: `${answer.status}: ${path} is no document of a Cotejo` };
  }
}

/** The rows of an address in a release. */
async function rowsIn(shown: ShownAddress, site: string, release: string) {
  const rows = [];
  for (const path of shown.dataIn(release)) {
    const answer = await ask(site, path);
    if ('problem' in answer) return answer;
    rows.push(...rowsOf(answer.document));
  }
  return { rows };
}

type Finding =
  | { readonly kind: 'unchecked'; readonly why: string }
  | {
      readonly kind: 'checked';
      readonly entry: LockEntry;
      readonly newest: string;
      readonly revised: readonly RevisedRow[];
      readonly isAltered: boolean;
    };

interface SiteRelease {
  readonly version: string;
  readonly date: string;
}

/** The releases of each site, asked once; none of a site that does not answer. */
function releasesOf(known: KnownReleases, site: string): Promise<readonly SiteRelease[]> {
  const asked =
    known.get(site) ??
    ask(site, '/data/releases.json').then((answer) => {
      if ('problem' in answer) return [];
      const list = answer.document as { releases?: SiteRelease[] } | SiteRelease[];
      return Array.isArray(list) ? list : (list.releases ?? []);
    });
  known.set(site, asked);
  return asked;
}

type KnownReleases = Map<string, Promise<readonly SiteRelease[]>>;

/** The release that an address names, by its number or by a day; null if it follows the newest. */
function releaseNamed({ release, day }: ShownAddress, releases: readonly SiteRelease[]): string | null {
  return day === null ? release : releaseAsOf(releases, day).version;
}

async function check(
  shown: ShownAddress,
  wish: Wish,
  held: readonly LockEntry[],
  known: KnownReleases,
): Promise<Finding> {
  const site = wish.site ?? shown.site;
  const releases = await releasesOf(known, site);
  const newest = wish.to ?? releases.at(-1)?.version;
  if (newest === undefined) return { kind: 'unchecked', why: `${site} does not answer as a Cotejo` };
  let release: string | null;
  try {
    release = releaseNamed(shown, releases);
  } catch (error) {
    if (error instanceof BadQuery) return { kind: 'unchecked', why: error.message };
    throw error;
  }
  const own = await rowsIn(shown, site, release ?? newest);
  if ('problem' in own) return { kind: 'unchecked', why: own.problem };
  const now = await rowsIn(shown, site, newest);
  // A question that the newest release refuses has lost all its figures.
  const rows = 'problem' in now ? [] : now.rows;
  const { address } = shown;
  const entry = { address, release, figures: countFigures(own.rows), sha256: figuresHash(own.rows) };
  const before = held.find((locked) => locked.address === address);
  return {
    kind: 'checked',
    entry,
    newest,
    revised: release === null ? [] : revisedSince(own.rows, rows),
    isAltered: before !== undefined && before.sha256 !== entry.sha256,
  };
}

/** The lines about an address. */
function linesOf({ address }: ShownAddress, finding: Finding): string[] {
  if (finding.kind === 'unchecked') return [address, `  not checked: ${finding.why}`];
  const { revised, isAltered, newest, entry } = finding;
  const { release } = entry;
  const counted = `${entry.figures} figures`;
  const state =
    release === null
      ? `${counted}; it names no release, so it changes with each. Pin it: release=${newest}`
      : release === newest
        ? `${counted} of release ${release}; there is no later one to compare with`
        : revised.length === 0
          ? `${counted} of release ${release}, none revised up to ${newest}`
          : `${revised.length} of ${counted} of release ${release} revised up to ${newest}:`;
  const shown = revised.slice(0, MOST).map(({ name, was, is }) => `    ${name}: ${was} -> ${is}`);
  return [
    address,
    `  ${state}`,
    ...shown,
    ...(revised.length > MOST ? [`    ... and ${revised.length - MOST} more`] : []),
    ...(isAltered ? ['  its figures are not those that it gave when the report was locked'] : []),
  ];
}

async function run(line: Line): Promise<number> {
  const wish = read(line);
  const all = readReport(wish.bytes, wish.name).flatMap((address) => shownBy(address) ?? []);
  const held = readReportLock(wish.lock);
  if (all.length === 0) {
    console.log(`${wish.name}: no address of a Cotejo in it`);
    return 0;
  }
  const known: KnownReleases = new Map();
  const findings: Finding[] = [];
  for (const shown of all) {
    const finding = await check(shown, wish, held, known);
    findings.push(finding);
    for (const text of linesOf(shown, finding)) console.log(text);
  }
  const checked = findings.filter((finding) => finding.kind === 'checked');
  const revised = checked.reduce((sum, finding) => sum + finding.revised.length, 0);
  const altered = checked.filter(({ isAltered }) => isAltered).length;
  // What was locked first stays locked: a later check must not take over what changed.
  const locked = new Map([
    ...checked.map(({ entry }) => [entry.address, entry] as const),
    ...held.map((entry) => [entry.address, entry] as const),
  ]);
  const addresses = new Set(all.map(({ address }) => address));
  writeFileSync(wish.lock, formatLock([...locked.values()].filter(({ address }) => addresses.has(address))));
  const unchecked = findings.length - checked.length;
  console.log(
    `\n${wish.name}: ${all.length} addresses; ${revised} figures revised since${altered > 0 ? `; ${altered} addresses altered` : ''}${unchecked > 0 ? `; ${unchecked} not checked` : ''}. Lock: ${basename(wish.lock)}`,
  );
  if (revised > 0 || altered > 0) return 1;
  return unchecked > 0 ? 2 : 0;
}

export const main = defineCommand({ name: 'check-report', usage: USAGE, options, positionals: true, run });
