// `npm run ingest -- FILE --recipe R`: reads a publisher's file by its recipe, checks it, tells what it did,
// and writes the table of the source. Nothing is written unless everything holds.

import {
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  writeFileSync,
  type WriteStream,
} from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readAreaTable } from '#sources/aliases/areas.ts';
import { readCatalogue } from '#sources/catalogue.ts';
import { BeforeRelease } from '#sources/recipe/before-release.ts';
import { draftCard } from '#sources/recipe/draft-card.ts';
import { formatFault } from '#sources/recipe/fault.ts';
import { formatTable } from '#sources/recipe/own-table.ts';
import { formatReport, isClean } from '#sources/recipe/report.ts';
import { readByRecipe } from '#sources/recipe/run.ts';
import { findRecipe } from '#sources/recipe/source.ts';
import type { Observation } from '#stats/observation.ts';
import { Complaint } from './complaint.ts';
import { fromHere } from './here.ts';
import { showMeter } from './meter.ts';

const USAGE = `npm run ingest -- FILE --recipe RECIPE [--dry-run] [--out DIR] [--rejects FILE]

Reads a publisher's file by its recipe, checks it against what the recipe expects, and reports.
  --recipe    a recipe file, its folder, or the id of one of our sources (npm run sources lists them)
  --dry-run   reads, checks and reports; writes nothing
  --out       the folder to write the table to (default: sources/ID); its name is the id of the source
  --rejects   writes every refused row with its reason to this file
  --samples   how many observations the report shows (default 5, at most 5)
No recipe yet? npm run inspect -- FILE drafts one. The exit code is 1 when anything is refused or fails.`;

const csv = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Writes refused rows as they come. */
function rejectsTo(path: string | undefined): WriteStream | null {
  if (path === undefined) return null;
  const stream = createWriteStream(path);
  stream.write('line,column,value,rule,advice\n');
  return stream;
}

export async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      recipe: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      out: { type: 'string' },
      rejects: { type: 'string' },
      samples: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [named, ...more] = positionals;
  if (named === undefined || more.length > 0 || values.recipe === undefined) {
    throw new Complaint(`Give one file and its recipe.\n\n${USAGE}`);
  }
  const file = fromHere(named);
  if (!existsSync(file)) throw new Complaint(`${named}: there is no such file.`);
  const root = join(process.cwd(), 'sources');
  const { recipe, card } = findRecipe(
    existsSync(fromHere(values.recipe)) ? fromHere(values.recipe) : values.recipe,
    root,
  );
  const catalogue = readCatalogue(root);
  const before = new BeforeRelease(catalogue);
  const rejects = rejectsTo(values.rejects === undefined ? undefined : fromHere(values.rejects));
  const meter = showMeter(basename(file));
  const samples = Math.min(5, Number(values.samples ?? 5) || 0);
  const reading = readByRecipe({
    recipe,
    path: file,
    table: readAreaTable(root),
    catalogue,
    edition: card?.edition.id ?? `${recipe.source}@undated`,
    sha256: card?.edition.sha256 ?? null,
    onProgress: meter.tell,
    onFault: (fault) =>
      rejects?.write(
        [String(fault.line ?? ''), fault.column ?? '', fault.value, fault.rule, fault.advice]
          .map(csv)
          .join(',') + '\n',
      ),
  });
  const kept: Observation[] = [];
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) {
    for (const observation of step.value) before.see(observation);
    if (!values['dry-run']) kept.push(...step.value);
  }
  meter.end();
  const report = step.value;
  if (rejects) await new Promise((done) => rejects.end(done));
  const clean = isClean(report);
  for (const line of formatReport({ ...report, sample: report.sample.slice(0, samples) })) console.log(line);
  if (!clean) {
    const failed = report.checks.filter((check) => !check.holds);
    for (const { name, detail } of failed) {
      const rule = `the expectation "${name}" does not hold: ${detail}`;
      const advice = 'look at the file; if it is right, correct expect in the recipe';
      console.error(
        formatFault(
          { line: null, at: null, column: null, value: '', rule, advice },
          report.file,
          report.sheet,
        ),
      );
    }
    console.error('Nothing was written.');
    return 1;
  }
  for (const line of before.lines()) console.log(`before a release: ${line}`);
  if (values['dry-run']) {
    console.log('Dry run: nothing was written.');
    return 0;
  }
  if (values.out === undefined && before.lines().length > 0) {
    throw new Complaint(
      'Nothing was written: a release could not hold it yet (see above). --out DIR writes it elsewhere.',
    );
  }
  const out = values.out === undefined ? join('sources', recipe.source) : fromHere(values.out);
  writeSource(out, recipe.source, formatTable(kept), () => draftCard(recipe, report.hash));
  console.log(
    `Written: ${join(out, 'observations.csv')} (${kept.length} rows). npm run release makes a release of it.`,
  );
  return 0;
}

/** The table, whole or not at all; and a card to fill in, where there is none. */
function writeSource(dir: string, id: string, table: string, card: () => string): void {
  if (basename(dir) !== id)
    throw new Complaint(`--out ${dir}: the folder must be named ${id}, as the source is.`);
  mkdirSync(dir, { recursive: true });
  const path = join(dir, 'observations.csv');
  writeFileSync(`${path}.part`, table);
  renameSync(`${path}.part`, path);
  if (existsSync(join(dir, 'card.yaml'))) return;
  writeFileSync(join(dir, 'card.yaml'), card());
  console.log(
    `Drafted: ${join(dir, 'card.yaml')}: say who published the file, when, and under which licence.`,
  );
}
