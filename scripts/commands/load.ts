// `npm run load -- FILE`: from a file to a page. It looks at the file, asks what only a person knows, shows the first
// rows as they will stand, and loads them into your own data.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readAreaTable, type AreaTable } from '#sources/aliases/areas.ts';
import { ownRecipeText } from '#sources/draft/own-source.ts';
import { draftRecipe } from '#sources/inspect/draft/draft.ts';
import { formatLook, lookAt, type Look } from '#sources/inspect/look.ts';
import type { OpenWish } from '#sources/inspect/open.ts';
import { draftCard } from '#sources/recipe/draft-card.ts';
import { hashFiles } from '#sources/recipe/source-files.ts';
import { parseRecipe } from '#sources/recipe/schema/recipe.ts';
import type { RecipeSource } from '#sources/recipe/schema/source.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { ownId } from '#stats/model/own-catalogue.ts';
import { askerFor, confirm, oneOf, type Asker } from '#scripts/ingest/questions/ask.ts';
import { dayOf } from '../ingest/day.ts';
import { ingest } from '../ingest/ingest.ts';
import { catalogueBeside, ownLine } from '../ingest/line.ts';
import { namedFiles } from '../ingest/named-files.ts';
import { askAll } from '#scripts/ingest/questions/questions.ts';
import { droppedLines, refusedLines, tryRecipe } from '../ingest/trial.ts';
import { defineCommand, type CommandLine } from '../terminal/command.ts';
import { showProgress } from '../terminal/progress.ts';
import { messageOf, UserError } from '../terminal/user-error.ts';

const USAGE = `npm run load -- FILE [FILE ...] [options]

From a file to a page: looks at the file, asks what only a person knows, shows the first rows as they will stand, and
loads them into your own data. Every question has a flag; with all flags it asks nothing. Several files, such as
deaths-2013.csv and deaths-2014.csv, are one source: it looks at the first, and reads all.
  --sheet       the sheet of a workbook (default: the fullest)
  --inside      the table of a .zip that has several
  --same        yes or no: the column is the indicator of the site that the draft takes it for
  --measure     count, rate, share, level or estimate
  --title, --title-es   what it is, in a few words, in English and Spanish
  --unit, --unit-es     of a level or an estimate: points, kilometres, or a currency (USD)
  --price-year  of an amount of money: the year of its prices (default: not stated)
  --per         of a rate: per how many people
                A file with several figures needs them for each: --title "Rate=Homicide rate" --title "Count=Homicides"
  --figures     of several figures, those that are meant: "Rate|Count" (default: all)
  --by          a column whose texts tell rows apart: "Sex=parts" (of one figure), "Item=figures" (each is one of its
                own), or "Item=only Maize" ("Item=only Maize|Beans")
  --area, --period      if no column has them: HND, 2014
  --file-year   yes or no: the year that the name of the file says is that of its figures
  --within      of places within a country: its code, such as HND; none if they are no places
  --kind        of places within a country: state, department, municipality, city or region
  --counterpart yes or no: a second column of areas is where people come from, or who gives
  --area-code   a name that is not known, with its code: "Korea, Rep=KOR", or "Northern region=leave out"
  --keep        of the names that are left out as sums, those that are wanted all the same: "World|Africa", or none;
                each then needs its --area-code
  --missing     what a text in place of a number means: not-published, suppressed, not-applicable, none (a true zero)
                or absent; for one text "n.d.=suppressed", for an empty cell "=absent"
  --period-as   what periods are that may be read in several ways: d/M/yyyy, us-fiscal-year, or the number of the month
                in which years of two numbers begin
  --number      what a number is that may be read in two ways: 11230 or 11.23
  --hidden      leave-out or read: rows and columns that the workbook hides
  --group       yes or no: rows of one name are added up
  --accept      yes: every other guess of the draft is right
  --publisher   who published the file
  --licence     its licence (default: not stated)
  --edition     the day on which it was published, YYYY-MM-DD
  --date        the day the release bears (default: today, UTC)
  --yes         yes: load it after showing the first rows
If a guess is wrong or a cell is refused, nothing is loaded: the draft is written, and you go on with it as
docs/load-your-own-file.md says.`;

const text = { type: 'string' } as const;
/** May be given for each figure: `--title "Rate=Homicide rate"`. */
const texts = { type: 'string', multiple: true } as const;
const options = {
  sheet: text,
  inside: text,
  same: texts,
  measure: texts,
  title: texts,
  'title-es': texts,
  unit: texts,
  'unit-es': texts,
  'price-year': texts,
  per: texts,
  figures: text,
  by: texts,
  area: text,
  'file-year': text,
  within: text,
  kind: text,
  counterpart: text,
  period: text,
  'area-code': texts,
  keep: texts,
  missing: texts,
  'period-as': text,
  number: text,
  hidden: text,
  group: text,
  accept: text,
  publisher: text,
  licence: text,
  edition: text,
  date: text,
  yes: { type: 'boolean', default: false },
} as const;

/** Reads the files by their recipe and shows how they will stand. @returns whether nothing is refused */
async function show(
  files: readonly string[],
  recipeText: string,
  path: string,
  catalogue: Catalogue,
): Promise<boolean> {
  const recipe = parseRecipe(recipeText, path);
  const table = readAreaTable(join(process.cwd(), 'sources'));
  const { report, preview } = await tryRecipe(recipe, files, table, catalogue);
  const names = new Map([
    ...table.areas.map(({ code, en }) => [code, en] as const),
    ...catalogue.areas.map(({ code, name }) => [code, name.en] as const),
    ...report.newAreas.map(({ code, name }) => [code, name] as const),
  ]);
  console.log('The first rows, as they will stand:');
  for (const line of preview.lines((code) => names.get(code) ?? code)) console.log(line);
  for (const line of droppedLines(report)) console.log(line);
  if (report.faultCount === 0) return true;
  console.log(`${report.faultCount} cells are refused:`);
  for (const line of refusedLines(report)) console.log(line);
  return false;
}

/** The draft that the person goes on with by hand. */
function leaveDraft(words: string, recipeText: string, id: string, folder: string): void {
  const out = join(folder, id, 'recipe.yaml');
  mkdirSync(join(folder, id), { recursive: true });
  writeFileSync(out, recipeText);
  console.log(`Nothing was loaded. Correct ${relative(process.cwd(), out)}, then:`);
  console.log(`npm run ingest -- ${words} --recipe ${id}`);
}

async function run({ values, positionals }: CommandLine<typeof options>, stop: AbortSignal): Promise<number> {
  const files = namedFiles(positionals, USAGE);
  const asker = askerFor(values);
  try {
    return await load({ files, values, stop, asker });
  } finally {
    asker.close();
  }
}

interface Load {
  readonly files: ReturnType<typeof namedFiles>;
  readonly values: CommandLine<typeof options>['values'];
  readonly stop: AbortSignal;
  readonly asker: Asker;
}

/** Looks at a file; of several sheets, at the one that a person chooses. */
async function lookAsked(
  { first, words }: Load['files'],
  { asker, areas, ...wish }: { asker: Asker; areas: AreaTable } & OpenWish,
): Promise<Look> {
  const lookIn = (sheet: string | undefined): Promise<Look> =>
    lookAt(first, areas, { ...wish, sheet }).catch((error: unknown) => {
      throw new UserError(`${words}: ${messageOf(error)}`);
    });
  const look = await lookIn(wish.sheet);
  const { sheets, sheet } = look.file;
  if (wish.sheet !== undefined || sheet === null || sheets.length < 2) return look;
  const names = sheets.map((name) => JSON.stringify(name)).join(', ');
  const chosen = await asker.ask({
    flag: 'sheet',
    text: `The workbook has the sheets ${names}. Which one (Enter: the one with most rows)?`,
    usual: sheet,
    check: oneOf(sheets),
  });
  return chosen === sheet ? look : lookIn(chosen);
}

// Long because each step needs what the steps before it found.
async function load({ files, values, stop, asker }: Load): Promise<number> {
  const { first: file, more, name, words: named } = files;
  const root = process.cwd();
  const line = ownLine(root);
  const { product, combined } = catalogueBeside(root, line.home.folder);
  const areas = readAreaTable(join(root, 'sources'));
  const look = await lookAsked(files, { asker, areas, sheet: values.sheet, inside: values.inside });
  for (const text of formatLook(look)) console.log(text);
  const draft = draftRecipe(look, name, combined, areas, [file, ...more]);
  if (!draft.hasNumbers)
    throw new UserError(`${named}: no column of numbers was found. Is another sheet meant (--sheet)?`);
  const id = ownId(draft.id);
  if (existsSync(join(line.home.folder, id, 'card.yaml'))) {
    throw new UserError(
      `${id} is loaded already. A newer edition of it: npm run ingest -- ${named} --recipe ${id} --edition YYYY-MM-DD. Another file: give it another name.`,
    );
  }
  const answers = await askAll(
    asker,
    { ...draft, own: ownRecipeText(draft.text, product), accepted: /^(y|s)/i.test(values.accept ?? '') },
    combined,
    areas,
  );
  const recipeText = ownRecipeText(answers.recipe, product);
  const folder = join(root, '.cotejo/load');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${id}.yaml`);
  writeFileSync(path, recipeText);
  const isClean = await show([file, ...more], recipeText, path, combined);
  for (const guess of answers.wrong) console.log(`To correct: ${guess}`);
  if (!isClean || answers.wrong.length > 0) {
    leaveDraft(named, recipeText, id, line.home.folder);
    return 1;
  }
  const wanted = values.yes || (await confirm(asker, { flag: 'yes', text: 'Load it? yes or no' }));
  asker.finish();
  if (!wanted) {
    console.log('Nothing was loaded.');
    return 0;
  }
  const date = dayOf('--date', values.date);
  const recipe = parseRecipe(recipeText, path);
  const cardText = draftCard(recipe, await hashFiles([file, ...more]), date, answers.published)
    .replace('publisher: not stated', `publisher: ${JSON.stringify(answers.publisher)}`)
    .replace('licence: { name: not stated }', `licence: { name: ${JSON.stringify(answers.licence)} }`);
  const source: RecipeSource = { recipe, path, text: recipeText, card: null, cardText };
  return ingest({
    line,
    found: [{ source, file, ...(more.length > 0 && { more }) }],
    missing: [],
    date,
    ...(answers.published !== undefined && { vintage: answers.published }),
    whole: false,
    dryRun: false,
    release: true,
    samples: 0,
    told: 'short',
    progress: showProgress(),
    stop,
  });
}

export const main = defineCommand({ name: 'load', usage: USAGE, options, positionals: true, run });
