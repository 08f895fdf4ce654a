// `npm run sources`: the sources, their editions, and whether each is loaded (has its table) or waits for its
// publisher's file.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCard } from '#sources/metadata/card.ts';
import { readRecipe } from '#sources/recipe/schema/recipe.ts';
import { defineCommand } from '../terminal/command.ts';

const USAGE = `npm run sources [-- --help]

Lists the sources: id, edition, whether the source may be passed on, whether it is loaded, and for those with
a recipe the publisher's file that it reads.`;

function stateOf(dir: string): string {
  const table = join(dir, 'observations.csv');
  if (!existsSync(table)) return 'not loaded';
  const rows = readFileSync(table, 'utf8').trimEnd().split('\n').length - 1;
  return `loaded, ${rows} rows`;
}

function run(): number {
  const root = 'sources';
  const rows = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'card.yaml')))
    .map((entry) => {
      const dir = join(root, entry.name);
      const { source, edition } = readCard(dir);
      const recipe = join(dir, 'recipe.yaml');
      const file = existsSync(recipe) ? readRecipe(recipe).file : 'read from a text';
      return [source.id, edition.vintage, `redistribute: ${source.redistribute}`, stateOf(dir), file];
    })
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  const widths = [0, 1, 2, 3].map((i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  for (const row of rows) console.log(row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '));
  return 0;
}

export const main = defineCommand({ name: 'sources', usage: USAGE, options: {}, run });
