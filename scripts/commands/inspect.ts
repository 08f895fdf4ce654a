// `npm run inspect -- FILE`: inspects an unknown file, prints its findings, and drafts a recipe.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { readAreaTable } from '#sources/aliases/areas.ts';
import { ownRecipeText } from '#sources/draft/own-source.ts';
import { draftRecipe } from '#sources/inspect/draft/draft.ts';
import { formatLook, lookAt } from '#sources/inspect/look.ts';
import { parseRecipe } from '#sources/recipe/schema/recipe.ts';
import { ownId } from '#stats/model/own-catalogue.ts';
import { findOwnHome } from '../database/own-folder.ts';
import { catalogueBeside } from '../ingest/line.ts';
import { namedFiles } from '../ingest/named-files.ts';
import { droppedLines, refusedLines, tryRecipe } from '../ingest/trial.ts';
import { defineCommand, type CommandLine } from '../terminal/command.ts';
import { UserError, messageOf } from '../terminal/user-error.ts';
import { fromHere } from '../terminal/cwd-path.ts';

const USAGE = `npm run inspect -- FILE [FILE ...] [--sheet NAME] [--inside NAME] [--out RECIPE] [--force]

Looks at a file (CSV and its kin, .xlsx, .xls, .ods, JSON, JSON lines, JSON-stat, PC-Axis, Parquet; also in a .gz or
.zip): encoding, delimiter, header, columns of years, the probable column of areas, cells that are no numbers. Drafts a
recipe and tries it. Several files are one source (deaths-2013.csv deaths-2014.csv): the draft is made of the first,
and tried on all.
  --sheet   the sheet of a workbook (default: the fullest)
  --inside  the table of a .zip that has several
  --out     where to write the draft (default: own/own-ID/recipe.yaml, with your own data)
  --force   writes over a recipe that is there`;

const options = {
  sheet: { type: 'string' },
  inside: { type: 'string' },
  out: { type: 'string' },
  force: { type: 'boolean', default: false },
} as const;

async function run({ values, positionals }: CommandLine<typeof options>): Promise<number> {
  const { first: file, more, name: pattern } = namedFiles(positionals, USAGE);
  const named = positionals[0] ?? '';
  const root = join(process.cwd(), 'sources');
  const home = findOwnHome(process.cwd());
  const { product, combined: catalogue } = catalogueBeside(process.cwd(), home.folder);
  const areas = readAreaTable(root);
  const look = await lookAt(file, areas, { sheet: values.sheet, inside: values.inside }).catch(
    (error: unknown) => {
      throw new UserError(`${named}: ${messageOf(error)}`);
    },
  );
  for (const line of formatLook(look)) console.log(line);
  const draft = draftRecipe(look, pattern, catalogue, areas, [file, ...more]);
  const { hasNumbers } = draft;
  if (!hasNumbers) {
    throw new UserError(
      `${named}: no column of numbers was found, so there is nothing to draft. Did you mean another sheet (--sheet)?`,
    );
  }
  const id = ownId(draft.id);
  const text = ownRecipeText(draft.text, product);
  const out = values.out === undefined ? join(home.folder, id, 'recipe.yaml') : fromHere(values.out);
  if (existsSync(out) && !values.force) {
    throw new UserError(
      `${relative(process.cwd(), out)} already exists: give --out, or --force to overwrite it.`,
    );
  }
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, text);
  const edits = text.split('\n').filter((line) => line.includes('# edit:')).length;
  console.log(`draft       ${relative(process.cwd(), out)}, ${edits} lines to look at`);

  const recipe = parseRecipe(text, out);
  const { report, preview } = await tryRecipe(recipe, [file, ...more], areas, catalogue);
  const { observations, areas: count, first, last, faultCount } = report;
  console.log(
    `tried       ${observations} observations, ${count} areas, ${first} to ${last}; ${faultCount} refused`,
  );
  for (const line of preview.spanLines()) console.log(`found       ${line.trim()}`);
  for (const line of droppedLines(report)) console.log(line);
  for (const line of refusedLines(report)) console.log(line);
  return 0;
}

export const main = defineCommand({ name: 'inspect', usage: USAGE, options, positionals: true, run });
