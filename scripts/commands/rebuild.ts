// `npm run rebuild -- FOLDER`: rebuilds every committed table from the publishers' own files in a folder, and
// checks whether it is byte-identical. Any user with the raw files can audit the dashboard's data.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readAreaTable } from '#sources/aliases/areas.ts';
import { makeAreas, readNameSources } from '#sources/aliases/make.ts';
import { readCatalogue } from '#sources/metadata/catalogue.ts';
import { productHome, type Draft } from '#sources/draft/draft.ts';
import { formatReport, isClean } from '#sources/recipe/report.ts';
import { findRecipe } from '#sources/recipe/schema/source.ts';
import { readShipped, readStaying, type Shipped } from '#sources/metadata/ships.ts';
import { defineCommand, type CommandLine } from '../terminal/command.ts';
import { UserError } from '../terminal/user-error.ts';
import { fromHere } from '../terminal/cwd-path.ts';
import { filesOfEdition, missingFiles } from '../ingest/raw-files.ts';
import { readFile } from '../ingest/read.ts';
import { rejectsTo } from '../ingest/rejects.ts';
import { withDraft } from '../database/sources-lock.ts';

const USAGE = `npm run rebuild -- FOLDER [--source ID ...] [--write]

Reads the publishers' files found anywhere under FOLDER by their recipes, checks all that the recipes expect,
takes what sources/catalogue/ships.yaml says, and compares the result with each committed table; and likewise the
table of names of areas with the files that sources/aliases/names.yaml lists.
  --source   only this source (may be repeated)
  --write    writes the tables that differ
The exit code is 1 when a file is missing, an expectation fails or a table differs.`;

const options = {
  source: { type: 'string', multiple: true },
  write: { type: 'boolean', default: false },
} as const;

async function run({ values, positionals }: CommandLine<typeof options>): Promise<number> {
  const [named, ...more] = positionals;
  if (named === undefined || more.length > 0) throw new UserError(`Give one folder.\n\n${USAGE}`);
  const folder = fromHere(named);
  if (!existsSync(folder)) throw new UserError(`${named}: folder not found.`);
  const root = join(process.cwd(), 'sources');
  const shipped = readShipped(root, readCatalogue(root).areas);
  const known = shipped.map((table) => table.source);
  for (const id of values.source ?? []) {
    if (!known.includes(id))
      throw new UserError(`--source ${id} is not in ships.yaml, which lists ${known.join(', ')}.`);
  }
  return withDraft(productHome(process.cwd()), !values.write, async (draft) => {
    let failures = 0;
    for (const table of shipped) {
      if (values.source && !values.source.includes(table.source)) continue;
      const said = await rebuild(root, draft, table, folder, values.write);
      if (!said.holds) failures += 1;
      console.log(`${table.source}: ${said.text}`);
    }
    if (!values.source) {
      const said = remakeAreas(root, folder);
      if (!said.holds) failures += 1;
      console.log(`names of areas: ${said.text}`);
      for (const [source, why] of readStaying(root)) console.log(`${source}: has no table here. ${why}`);
    }
    if (values.write) draft.commit();
    return failures === 0 ? 0 : 1;
  });
}

/**
 * Rebuilds the table of names from its own files; it is never written, because its rows are reviewed
 * individually.
 */
function remakeAreas(root: string, folder: string): { holds: boolean; text: string } {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = new Map<string, string>();
  for (const { name, sha256 } of readNameSources(root).flatMap((origin) => origin.files)) {
    const path = paths.find((path) => join('/', path).endsWith(join('/', name)));
    if (path === undefined) return { holds: false, text: `${name} is not in the folder` };
    const bytes = readFileSync(join(folder, path));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      return { holds: false, text: `${name} is not the file that names.yaml means` };
    }
    files.set(name, bytes.toString('utf8'));
  }
  const was = readFileSync(join(root, 'aliases', 'areas.csv'), 'utf8').replaceAll('\r\n', '\n');
  const holds = makeAreas(root, files) === was;
  return { holds, text: holds ? 'the same to the byte' : 'differs from sources/aliases/areas.csv' };
}

async function rebuild(
  home: string,
  draft: Draft,
  { source, keeps }: Shipped,
  folder: string,
  write: boolean,
): Promise<{ holds: boolean; text: string }> {
  const found = findRecipe(source, home);
  if (found.card?.source.redistribute === 'no')
    return { holds: false, text: 'its card forbids passing it on' };
  const files = filesOfEdition(folder, found);
  const gone = files.length === 0 ? [basename(found.recipe.file)] : missingFiles(found, files);
  const [file, ...more] = files;
  if (file === undefined || gone.length > 0)
    return { holds: false, text: `${gone.join(', ')} is not in the folder` };
  const { loaded } = await readFile(
    { source: found, file, more },
    {
      draft,
      table: readAreaTable(home),
      catalogue: readCatalogue(home),
      keeps,
      today: '',
      rejects: rejectsTo(undefined),
    },
  );
  const { report, rows, needs } = loaded;
  if (!isClean(report)) return { holds: false, text: ['', ...formatReport(report)].join('\n  ') };
  const own = join(home, source, 'observations.csv');
  const was = existsSync(own) ? readFileSync(own, 'utf8').replaceAll('\r\n', '\n') : null;
  const table = loaded.table.text ?? '';
  const size = `${rows} rows, ${Math.ceil(Buffer.byteLength(table) / 1000)} KB`;
  const lacks = needs.map((line) => `\n  before a release: ${line}`);
  if (was === table)
    return { holds: lacks.length === 0, text: `the same to the byte, ${size}${lacks.join('')}` };
  if (write) await loaded.table.finish();
  const what = was === null ? 'there is no table yet' : 'differs from the committed table';
  return { holds: write, text: `${write ? 'written' : what}, ${size}${lacks.join('')}` };
}

export const main = defineCommand({ name: 'rebuild', usage: USAGE, options, positionals: true, run });
