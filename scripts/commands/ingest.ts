// `npm run ingest -- FILE --recipe R`: reads a publisher's file by its recipe, checks it, writes the table of
// the source, makes the next release and publishes it in the database. All of it happens, or nothing. Without
// a file: the same for every source whose file is found.

import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sidecarBeside } from '#sources/fetch/file/fetched-files.ts';
import { findRecipe, recipeIds } from '#sources/recipe/schema/source.ts';
import type { Recipe } from '#sources/recipe/schema/shape.ts';
import { isFileOf, readsMany } from '#sources/recipe/source-files.ts';
import { defineCommand, type CommandLine } from '../terminal/command.ts';
import { UserError } from '../terminal/user-error.ts';
import { fromHere } from '../terminal/cwd-path.ts';
import { existingFile } from '../terminal/existing-file.ts';
import { dayOf } from '../ingest/day.ts';
import { ingest } from '../ingest/ingest.ts';
import { writeElsewhere } from '../ingest/elsewhere.ts';
import { ownLine, productLine, type DataLine } from '../ingest/line.ts';
import { findFiles, type FoundFile } from '../ingest/raw-files.ts';
import { showProgress } from '../terminal/progress.ts';

const USAGE = `npm run ingest -- FILE [FILE ...] [--recipe RECIPE] [options]
npm run ingest [-- --from FOLDER] [--source ID ...] [options]

Reads a publisher's file by its recipe and checks what the recipe expects. If everything holds, the table of the
source is written to your own data (the folder own, or COTEJO_DATA), the next release is made of what changed, and
the database gets it: all of it, or nothing. Own sources have ids that begin with own-; they stand beside the
product's figures and never replace them. A file that is loaded already makes no release. Without FILE, every source
with a recipe is loaded whose file is found under FOLDER (default: .cotejo/fetched), in one release. Of a file that
npm run fetch got, the recipe and the edition are known. Several files are one source if its recipe says file: with *.
  --recipe       a recipe file, its folder, or the id of one of our sources (npm run sources lists them)
  --edition      the day on which a newer file of a series was published, YYYY-MM-DD: its figures replace those of
                 the edition before, which stay in the releases that have them
  --note, --note-es   what the release brings, in one sentence (default: the source and the counts)
  --date         the day the release bears (default: today, UTC)
  --product      loads into the product's own sources instead: for those who maintain them
  --whole        with --product: all rows of the file, where sources/catalogue/ships.yaml keeps only a part
  --dry-run      reads, checks, says which release it would be; writes nothing
  --no-release   writes the table of the source and makes no release: npm run release does
  --out          the folder to write the table to instead, named as the source is; makes no release
  --rejects      writes every refused row with its reason to this file
  --samples      how many observations the report shows (default 5, at most 5)
No recipe yet? npm run inspect -- FILE drafts one. The exit code is 1 when anything is refused or fails; then
nothing was written. docs/load-your-own-file.md goes the whole way.`;

const options = {
  recipe: { type: 'string' },
  from: { type: 'string' },
  source: { type: 'string', multiple: true },
  edition: { type: 'string' },
  note: { type: 'string' },
  'note-es': { type: 'string' },
  date: { type: 'string' },
  product: { type: 'boolean', default: false },
  whole: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  'no-release': { type: 'boolean', default: false },
  out: { type: 'string' },
  rejects: { type: 'string' },
  samples: { type: 'string' },
} as const;

/** The sources as the line has them: own data has ids of its own. */
const beside = (line: DataLine, found: readonly FoundFile[]): FoundFile[] =>
  found.map(({ source, ...rest }) => ({ ...rest, source: line.sourceOf(source) }));

/** The recipe and the edition of a file: as given, or else from the sidecar of a file that was fetched. */
function recipeAndEdition(
  named: string | undefined,
  { recipe, edition }: { recipe?: string | undefined; edition?: string | undefined },
): { recipe?: string | undefined; edition?: string | undefined } {
  const sidecar =
    named === undefined || recipe !== undefined ? null : sidecarBeside(fromHere(named))?.sidecar;
  if (!sidecar) return { recipe, edition };
  return { recipe: sidecar.recipe ?? sidecar.sources[0], edition: edition ?? sidecar.edition.vintage };
}

/** @throws UserError unless the recipe reads several files, and these are among them */
function assertMany(recipe: Recipe, files: readonly string[]): void {
  if (!readsMany(recipe)) {
    throw new UserError(
      `The recipe of ${recipe.source} reads one file (${recipe.file}). For several, write * in file for the part of the name that changes, such as deaths-*.csv.`,
    );
  }
  const stranger = files.find((file) => !isFileOf(recipe, file));
  if (stranger !== undefined)
    throw new UserError(`${basename(stranger)}: the recipe of ${recipe.source} reads ${recipe.file}.`);
}

async function run({ values, positionals }: CommandLine<typeof options>, stop: AbortSignal): Promise<number> {
  const root = process.cwd();
  const home = join(root, 'sources');
  const [named, ...more] = positionals;
  const { recipe: word, edition } = recipeAndEdition(named, values);
  if (named !== undefined && word === undefined)
    throw new UserError(`Give one file and its recipe.\n\n${USAGE}`);
  if (
    named === undefined &&
    (values.recipe !== undefined || values.out !== undefined || values.edition !== undefined)
  )
    throw new UserError(`--recipe, --out and --edition can only be given with one file.\n\n${USAGE}`);
  if ((values.note === undefined) !== (values['note-es'] === undefined))
    throw new UserError('Give both --note and --note-es, or neither.');
  const samples = Math.min(5, Number(values.samples ?? 5) || 0);
  const line = values.product || values.out !== undefined ? productLine(root) : ownLine(root);
  const wish = {
    line,
    date: dayOf('--date', values.date),
    ...(edition !== undefined && { vintage: dayOf('--edition', edition) }),
    ...(values.note !== undefined &&
      values['note-es'] !== undefined && { note: { en: values.note, es: values['note-es'] } }),
    whole: values.whole,
    dryRun: values['dry-run'],
    release: !values['no-release'],
    ...(values.rejects !== undefined && { rejects: fromHere(values.rejects) }),
    samples,
    progress: showProgress(),
    stop,
  };
  if (named !== undefined) {
    const [file = '', ...others] = [named, ...more].map(existingFile);
    const recipe = word ?? '';
    const source = findRecipe(
      existsSync(fromHere(recipe)) ? fromHere(recipe) : recipe,
      line.home.folder,
      home,
    );
    if (others.length > 0) assertMany(source.recipe, [file, ...others]);
    if (values.out !== undefined)
      return writeElsewhere({ ...wish, file, more: others, source, out: fromHere(values.out) });
    return ingest({
      ...wish,
      found: beside(line, [{ source, file, ...(others.length > 0 && { more: others }) }]),
      missing: [],
      told: 'whole',
    });
  }
  const known = [...new Set([...recipeIds(line.home.folder), ...recipeIds(home)])];
  for (const id of values.source ?? [])
    if (!known.includes(id))
      throw new UserError(`--source ${id}: recipe not found; the recipes are ${known.join(', ')}.`);
  const folder = values.from === undefined ? join(root, '.cotejo/fetched') : fromHere(values.from);
  if (values.from !== undefined && !existsSync(folder))
    throw new UserError(`${values.from}: folder not found.`);
  const { found, missing } = findFiles([line.home.folder, home], folder, values.source ?? known);
  return ingest({ ...wish, found: beside(line, found), missing, told: 'short' });
}

export const main = defineCommand({ name: 'ingest', usage: USAGE, options, positionals: true, run });
