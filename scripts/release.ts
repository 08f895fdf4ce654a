// `npm run release -- --note "what is new" --note-es "qué hay de nuevo"`: writes the next committed release
// from the sources. It needs no database: what is in force is read from the releases that are committed.

import { parseArgs } from 'node:util';
import { compileSources } from '#sources/compile.ts';
import { hashRows, readReleases, rowsInForce, writeRelease } from '#sources/releases/committed.ts';
import { diffRows, goneFrom, isEmpty, nextVersion } from '#sources/releases/next.ts';
import { canonicalRow, compareRows } from '#stats/canonical.ts';
import { parsePeriod } from '#stats/period.ts';
import { Complaint } from './complaint.ts';

const USAGE = `npm run release -- --note "..." --note-es "..." [--date YYYY-MM-DD] [--correction] [--dry-run]

Compiles the sources, compares them with the last release, and writes the next one to sources/releases/.
  --note, --note-es   what changed, in one sentence, in both languages
  --date              the day the release bears (default: today, UTC)
  --correction        the changes correct our own mistakes (a patch), not the sources
  --dry-run           says what would change and writes nothing`;

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      note: { type: 'string' },
      'note-es': { type: 'string' },
      date: { type: 'string' },
      correction: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const root = process.cwd();
  const { catalogue, observations } = compileSources(`${root}/sources`);
  const signed = new Map(catalogue.indicators.map((one) => [one.id, one.signed]));
  const rows = observations
    .map((one) => canonicalRow(one, signed.get(one.indicator) ?? false))
    .sort(compareRows);
  const releases = readReleases(root);
  const last = releases.at(-1);
  const diff = diffRows(rowsInForce(releases), rows);
  const sameCatalogue = last !== undefined && JSON.stringify(last.catalogue) === JSON.stringify(catalogue);
  if (isEmpty(diff) && sameCatalogue) {
    console.log(`Nothing changed since ${last.version}: no release is made.`);
    return 0;
  }
  const gone = last ? goneFrom(last.catalogue, catalogue) : [];
  const version = nextVersion(last?.version, diff, values.correction, gone);
  console.log(
    `${version}: ${diff.added.length} added, ${diff.revised.length} revised, ${diff.removed.length} removed.`,
  );
  if (gone.length > 0) console.log(`No longer there: ${gone.join(', ')}.`);
  if (values['dry-run']) return 0;
  const { note, 'note-es': noteEs } = values;
  if (!note || !noteEs) throw new Complaint('A release says what changed: give --note and --note-es.');
  const date = values.date ?? new Date().toISOString().slice(0, 10);
  if (parsePeriod(date)?.basis !== 'day')
    throw new Complaint(`--date ${date} is not a day: write YYYY-MM-DD.`);
  const release = { version, date, note: { en: note, es: noteEs }, contentHash: hashRows(rows), catalogue };
  writeRelease(root, release, {
    added: [...diff.added, ...diff.revised.map((one) => one.is)].sort(compareRows),
    closed: [...diff.removed, ...diff.revised.map((one) => one.was)].sort(compareRows),
  });
  console.log(`Written to sources/releases/${version}.json. Read it, then commit it.`);
  return 0;
}
