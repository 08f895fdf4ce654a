// `npm run verify -- FILE`: the release and address of a downloaded file, which cells were altered, and which
// have been revised since. It needs no database and no network: the committed releases contain what was
// published.

import { existsSync, readFileSync } from 'node:fs';
import { rowOfLine } from '#sources/releases/lines.ts';
import { linesInForce, type Step } from '#sources/releases/merge.ts';
import { readDownload, type Download } from '#sources/releases/download.ts';
import { alteredIn, keyOfTold, type VerifyReport } from '#sources/releases/verify.ts';
import { rowKey, type CanonicalRow } from '#stats/model/canonical-row.ts';
import { findPoint, newestVersion, readBothLines } from '../database/points.ts';
import { defineCommand, type CommandLine } from '../terminal/command.ts';
import { UserError } from '../terminal/user-error.ts';
import { fromHere } from '../terminal/cwd-path.ts';

const USAGE = `npm run verify -- FILE

FILE is a CSV or JSON file that was downloaded from a Cotejo. Says which release and address it is, which of its
figures are not what that release says, and which have been revised since. Figures that were computed (sums, means,
transforms) are counted and not checked: the address gives them again.
The exit code is 1 when something was altered.`;

const MOST = 20;

/** The rows of an indicator in force after a release, by their keys. */
async function rowsAfter(releases: readonly Step[], indicator: string): Promise<Map<string, CanonicalRow>> {
  const own = new Map<string, CanonicalRow>();
  for await (const batch of linesInForce(releases)) {
    for (const line of batch) {
      // A line begins with its indicator, whose id is never quoted.
      if (!line.startsWith(`${indicator},`)) continue;
      const row = rowOfLine(line);
      own.set(rowKey(row), row);
    }
  }
  return own;
}

function only(values: readonly string[], what: string): string {
  const [value, ...more] = [...new Set(values)];
  if (value === undefined) throw new UserError('The file has no rows, so there is nothing to verify.');
  if (more.length > 0)
    throw new UserError(
      `The rows have more than one ${what} (${[value, ...more].join(', ')}): rows of several files were joined.`,
    );
  return value;
}

const options = {} as const;

/** Reads the file that is named. @throws UserError */
function read({ positionals }: CommandLine<typeof options>): Download {
  const [named, ...more] = positionals;
  if (named === undefined || more.length > 0) throw new UserError(`Give one file.\n\n${USAGE}`);
  if (!existsSync(fromHere(named))) throw new UserError(`${named}: file not found.`);
  try {
    return readDownload(readFileSync(fromHere(named), 'utf8'));
  } catch (error) {
    throw new UserError(`${named}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * The committed releases up to that of a file, all releases, and the indicator in that release.
 * @throws UserError
 */
function findPublished(rows: Download['rows']) {
  const version = only(
    rows.map((row) => row.release),
    'release',
  );
  const id = only(
    rows.map((row) => row.indicator),
    'indicator',
  );
  const lines = readBothLines(process.cwd());
  const point = findPoint(lines, version);
  const indicator = point.catalogue.indicators.find((known) => known.id === id);
  if (!indicator) throw new UserError(`Release ${version} has no indicator ${id}.`);
  const withOwn = version.includes('+');
  const latest = withOwn ? newestVersion(lines) : (lines.product.at(-1)?.version ?? version);
  const { date, steps } = point;
  return { version, date, indicator, upTo: steps, releases: findPoint(lines, latest).steps, latest };
}

type RowsByKey = ReadonlyMap<string, CanonicalRow>;

/** The differences from the release of a file, and the revisions since, one per line. */
function compareRows(
  checked: readonly VerifyReport[],
  { version, signed }: { readonly version: string; readonly signed: boolean },
  published: RowsByKey,
  now: RowsByKey,
): { altered: string[]; revised: string[] } {
  const altered: string[] = [];
  const revised: string[] = [];
  for (const row of checked) {
    const key = keyOfTold(row);
    const original = key === null ? undefined : published.get(key);
    const name = `line ${row.line}: ${row.area} ${row.period} (${row.source})`;
    if (!original) {
      altered.push(`${name}: release ${version} has no such row`);
      continue;
    }
    for (const { column, found, expected } of alteredIn(row, original, signed))
      altered.push(`${name}: ${column} is ${found || 'empty'} and was published as ${expected || 'empty'}`);
    const newest = now.get(key ?? '');
    if (!newest) revised.push(`${name}: is no longer there`);
    else
      for (const { column, found, expected } of alteredIn(row, newest, signed, 'figure'))
        if (!altered.some((finding) => finding.startsWith(`${name}: ${column} `)))
          revised.push(`${name}: ${column} ${found || 'empty'} is ${expected || 'empty'} now`);
  }
  return { altered, revised };
}

async function run(line: CommandLine<typeof options>): Promise<number> {
  const download = read(line);
  const { rows } = download;
  const { version, date, indicator, releases, upTo, latest } = findPublished(rows);
  const published = await rowsAfter(upTo, indicator.id);
  const now = latest === version ? published : await rowsAfter(releases, indicator.id);
  const checked = rows.filter((row) => row.computed === '' && row.transform === '');
  console.log(`release     ${version} of ${date}, indicator ${indicator.id}`);
  console.log(
    `address     ${download.address ?? `part of /data/${version}/${indicator.id}.csv: ${checked.length} of its ${published.size} published rows`}`,
  );
  const { signed } = indicator;
  const { altered, revised } = compareRows(checked, { version, signed }, published, now);
  console.log(
    `altered     ${altered.length === 0 ? `nothing: ${checked.length} rows are as they were published` : `${altered.length} cells`}`,
  );
  for (const line of altered.slice(0, MOST)) console.log(`  ${line}`);
  if (altered.length > MOST) console.log(`  ... and ${altered.length - MOST} more`);
  const computed = rows.length - checked.length;
  if (computed > 0)
    console.log(
      `computed    ${computed} rows were computed and are not checked here; their address gives them again`,
    );
  if (latest === version) console.log(`since       ${version} is the newest release here`);
  else
    console.log(
      `since       ${revised.length === 0 ? `nothing of it has been revised up to ${latest}` : `${revised.length} figures have been revised up to ${latest}`}`,
    );
  for (const line of revised.slice(0, MOST)) console.log(`  ${line}`);
  return altered.length === 0 ? 0 : 1;
}

export const main = defineCommand({ name: 'verify', usage: USAGE, options, positionals: true, run });
