// `npm run sources`: the sources, their editions, and whether each is loaded (has its table) or waits for its
// publisher's file; `npm run sources -- ID` tells all of one.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCard, type Card } from '#sources/card.ts';
import { suggest } from '#sources/nearest.ts';
import { readRecipe } from '#sources/recipe/recipe.ts';
import { readStaying } from '#sources/ships.ts';
import { Complaint } from './complaint.ts';

const USAGE = `npm run sources [-- ID]

Lists the sources: id, edition, whether the licence lets us pass the figures on, and whether the table of the
source is here (loaded) or waits for its publisher's file. With an ID, tells all of one source: title,
publisher, licence, file, recipe, what it expects, and why nothing of it ships where that is so.`;

const ROOT = 'sources';

/** Whether the table is here; as short as a column needs it. */
function stateOf(dir: string): string {
  if (existsSync(join(dir, 'rows.csv.gz'))) return 'loaded, packed';
  const table = join(dir, 'observations.csv');
  if (!existsSync(table)) return 'not loaded';
  const rows = readFileSync(table, 'utf8').trimEnd().split('\n').length - 1;
  return `loaded, ${rows} rows`;
}

const idsOf = (root: string): string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'card.yaml')))
    .map((entry) => entry.name)
    .sort();

/** One line a source, within eighty columns. */
function list(ids: readonly string[]): void {
  const cards = ids.map((id) => readCard(join(ROOT, id)));
  const rows = cards.map(({ source, edition }) => [
    source.id,
    edition.vintage,
    source.redistribute,
    stateOf(join(ROOT, source.id)),
  ]);
  const all = [['source', 'edition', 'licence', 'table'], ...rows];
  const widths = [0, 1, 2].map((i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  for (const row of all) console.log(row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '));
  const waiting = rows.filter((row) => row[3] === 'not loaded').length;
  console.log(`\n${ids.length} sources: ${ids.length - waiting} loaded, ${waiting} wait for their file.`);
  console.log('licence: whether the figures may be passed on.\nnpm run sources -- ID tells all of one.');
}

/** A text in lines of at most eighty columns, under one another. */
function say(name: string, text: string): void {
  const room = 80 - 12;
  let line = '';
  let label = name;
  const put = (): void => {
    console.log(`${label.padEnd(12)}${line}`);
    label = '';
    line = '';
  };
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) put();
    line = line === '' ? word : `${line} ${word}`;
  }
  put();
}

function tell({ source, edition }: Card, stays: string | undefined): void {
  const dir = join(ROOT, source.id);
  say('source', source.id);
  say('title', source.title.en);
  say('publisher', source.publisher);
  if (source.url !== undefined) say('address', source.url);
  say('kind', `${source.kind}, ${source.form}`);
  say('edition', `${edition.vintage}, read on ${edition.accessed}`);
  say('licence', `${source.licence.name}; passed on: ${source.redistribute}`);
  say('', source.redistributeReason);
  if (source.note) say('note', source.note.en);
  if (existsSync(join(dir, 'recipe.yaml'))) {
    const { file, figures, expect } = readRecipe(join(dir, 'recipe.yaml'));
    const { values, sums, adds, across, none } = expect;
    say('file', file);
    say('sha256', edition.sha256);
    say('figures', [...new Set(figures.map((figure) => figure.indicator))].join(', '));
    const checks = [values, sums, adds, across, none].reduce((n, one) => n + one.length, 0);
    say('expects', `${checks} known values and totals, beside the counts of rows and periods`);
  } else say('file', 'none: its figures were read from a text');
  say('table', stateOf(dir));
  if (stays !== undefined) say('', `Nothing of it ships. ${stays}`);
}

export function main(argv: string[]): number {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const ids = idsOf(ROOT);
  const [named, ...more] = positionals;
  if (more.length > 0) throw new Complaint(`Give one source, or none.\n\n${USAGE}`);
  if (named === undefined) list(ids);
  else if (ids.includes(named)) tell(readCard(join(ROOT, named)), readStaying(ROOT).get(named));
  else {
    const hint = suggest(named, ids, 'npm run sources lists them.');
    throw new Complaint(`${named}: there is no such source; ${hint}`);
  }
  return 0;
}
