// `npm run sources`: the sources of the product and your own, their editions, and whether each is loaded (has its
// table) or needs its publisher's file. With `--indicators`: what is measured.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCard } from '#sources/metadata/card.ts';
import { readRecipe } from '#sources/recipe/schema/recipe.ts';
import { findOwnHome } from '../database/own-folder.ts';
import { catalogueBeside } from '../ingest/line.ts';
import { defineCommand, type CommandLine } from '../terminal/command.ts';

const USAGE = `npm run sources [-- --indicators]

Lists the sources, the product's and your own: id, edition, whether the source may be passed on, whether it is loaded,
and for those with a recipe the publisher's file that it reads.
  --indicators   lists the indicators instead: id, measure, unit, title`;

const options = { indicators: { type: 'boolean', default: false } } as const;

function stateOf(dir: string): string {
  if (existsSync(join(dir, 'rows.csv.gz'))) return 'loaded, packed';
  const table = join(dir, 'observations.csv');
  if (!existsSync(table)) return 'not loaded';
  const rows = readFileSync(table, 'utf8').trimEnd().split('\n').length - 1;
  return `loaded, ${rows} rows`;
}

/** The sources of a folder, a row each. */
const sourcesIn = (root: string): string[][] =>
  (existsSync(root) ? readdirSync(root, { withFileTypes: true }) : [])
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'card.yaml')))
    .map((entry) => {
      const dir = join(root, entry.name);
      const { source, edition } = readCard(dir);
      const recipe = join(dir, 'recipe.yaml');
      const file = existsSync(recipe) ? readRecipe(recipe).file : 'read from a text';
      return [source.id, edition.vintage, `redistribute: ${source.redistribute}`, stateOf(dir), file];
    });

function run({ values }: CommandLine<typeof options>): number {
  const { folder } = findOwnHome(process.cwd());
  const rows = values.indicators
    ? catalogueBeside(process.cwd(), folder).combined.indicators.map(({ id, measure, unit, title }) => [
        id,
        measure,
        unit.code,
        title.en,
      ])
    : [...sourcesIn('sources'), ...sourcesIn(folder)];
  rows.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  const widths = [0, 1, 2, 3].map((i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  for (const row of rows) console.log(row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '));
  return 0;
}

export const main = defineCommand({ name: 'sources', usage: USAGE, options, run });
