// `npm run verify -- FILE`: which release and address a downloaded file is, what in it was altered, and what has
// been revised since. It needs no database and no network: the committed releases say what was published.

import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readReleases, committedRows, type CommittedRelease } from '#sources/releases/committed.ts';
import { linesInForce } from '#sources/releases/merge.ts';
import { readDownload, type Download } from '#sources/releases/download.ts';
import { alteredIn, keyOfTold, type VerifyReport } from '#sources/releases/verify.ts';
import { rowKey, type CanonicalRow } from '#stats/model/canonical-row.ts';
import { UserError } from '../terminal/user-error.ts';
import { fromHere } from '../terminal/cwd-path.ts';

const USAGE = `npm run verify -- FILE

FILE is a CSV or JSON file that was downloaded from a Cotejo. Says which release and address it is, which of its
figures are not what that release says, and which have been revised since. Figures that were computed (sums, means,
transforms) are counted and not checked: the address gives them again.
The exit code is 1 when something was altered.`;

const MOST = 20;

/** The rows of an indicator in force after a release, by their keys. */
async function rowsAfter(
  releases: readonly CommittedRelease[],
  indicator: string,
): Promise<Map<string, CanonicalRow>> {
  const own = new Map<string, CanonicalRow>();
  for (const row of await committedRows(linesInForce(releases)))
    if (row.indicator === indicator) own.set(rowKey(row), row);
  return own;
}

function only(values: readonly string[], what: string): string {
  const [one, ...more] = [...new Set(values)];
  if (one === undefined) throw new UserError('The file holds no row: there is nothing to verify.');
  if (more.length > 0)
    throw new UserError(
      `The rows name several ${what}s (${[one, ...more].join(', ')}): rows of several files were put together.`,
    );
  return one;
}

export async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [named, ...more] = positionals;
  if (named === undefined || more.length > 0) throw new UserError(`Give one file.\n\n${USAGE}`);
  if (!existsSync(fromHere(named))) throw new UserError(`${named}: there is no such file.`);
  let download: Download;
  try {
    download = readDownload(readFileSync(fromHere(named), 'utf8'));
  } catch (error) {
    throw new UserError(`${named}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { rows } = download;
  const [version, id] = [
    only(
      rows.map((one) => one.release),
      'release',
    ),
    only(
      rows.map((one) => one.indicator),
      'indicator',
    ),
  ];
  const releases = readReleases(process.cwd());
  const at = releases.findIndex((one) => one.version === version);
  if (at < 0) {
    throw new UserError(
      `The file says release ${version}, which this checkout does not have; it has ${releases.map((one) => one.version).join(', ')}.`,
    );
  }
  const indicator = releases[at]?.catalogue.indicators.find((one) => one.id === id);
  if (!indicator) throw new UserError(`Release ${version} has no indicator ${id}.`);
  const published = await rowsAfter(releases.slice(0, at + 1), id);
  const now = await rowsAfter(releases, id);
  const checked = rows.filter((one) => one.computed === '' && one.transform === '');
  console.log(`release     ${version} of ${releases[at]?.date ?? ''}, indicator ${id}`);
  console.log(
    `address     ${download.address ?? `part of /data/${version}/${id}.csv: ${checked.length} of its ${published.size} published rows`}`,
  );
  const altered: string[] = [];
  const revised: string[] = [];
  for (const row of checked) tell(row, altered, revised);
  function tell(row: VerifyReport, wrong: string[], later: string[]): void {
    const key = keyOfTold(row);
    const said = key === null ? undefined : published.get(key);
    const name = `line ${row.line}: ${row.area} ${row.period} (${row.source})`;
    if (!said) return void wrong.push(`${name}: release ${version} has no such row`);
    for (const { column, found, expected } of alteredIn(row, said, indicator!.signed))
      wrong.push(`${name}: ${column} is ${found || 'empty'} and was published as ${expected || 'empty'}`);
    const newest = now.get(key ?? '');
    if (!newest) later.push(`${name}: is no longer there`);
    else
      for (const { column, found, expected } of alteredIn(row, newest, indicator!.signed, 'figure'))
        if (!wrong.some((one) => one.startsWith(`${name}: ${column} `)))
          later.push(`${name}: ${column} ${found || 'empty'} is ${expected || 'empty'} now`);
  }
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
  const latest = releases.at(-1)?.version ?? version;
  if (latest === version) console.log(`since       ${version} is the newest release here`);
  else
    console.log(
      `since       ${revised.length === 0 ? `nothing of it has been revised up to ${latest}` : `${revised.length} figures have been revised up to ${latest}`}`,
    );
  for (const line of revised.slice(0, MOST)) console.log(`  ${line}`);
  return altered.length === 0 ? 0 : 1;
}
