// Loads files into the sources, makes a release from the sources, and publishes it in the database: all of it
// or nothing.

import { basename, join } from 'node:path';
import { readAreaTable } from '#sources/aliases/areas.ts';
import { readCatalogue } from '#sources/metadata/catalogue.ts';
import type { Draft } from '#sources/draft/draft.ts';
import { placeSource, type Loaded, type Loading } from '#sources/draft/load.ts';
import { isClean } from '#sources/recipe/report.ts';
import { formatCounts, type Changes } from '#sources/draft/release.ts';
import { readShipped } from '#sources/metadata/ships.ts';
import type { Text } from '#stats/language.ts';
import { LIMITS } from '#stats/limits.ts';
import { UserError } from '../terminal/user-error.ts';
import { formatDuration, type Progress } from '../terminal/progress.ts';
import { newestVersion, readBothLines } from '../database/points.ts';
import { howToSee } from '../server/page-address.ts';
import { withDraft } from '../database/sources-lock.ts';
import { beforeCommit } from './before-commit.ts';
import { isKnown, remember } from './known.ts';
import type { DataLine } from './line.ts';
import { releaseNote } from './note.ts';
import { missingFiles, type FoundFile } from './raw-files.ts';
import { publishDraft } from './publish-draft.ts';
import { readFile, tellReport } from './read.ts';
import { rejectsTo } from './rejects.ts';

export interface IngestWish {
  /** What the files are loaded into. */
  readonly line: DataLine;
  readonly found: readonly FoundFile[];
  /** Sources without a file, one per line. */
  readonly missing: readonly string[];
  /** The date of the release. */
  readonly date: string;
  readonly vintage?: string;
  readonly note?: Text;
  readonly whole: boolean;
  readonly dryRun: boolean;
  readonly release: boolean;
  readonly rejects?: string;
  readonly samples: number;
  /** The complete report of each file, or a line. */
  readonly told: 'whole' | 'short';
  readonly progress: Progress;
  readonly stop: AbortSignal;
}

/** Reads, drafts, publishes. @returns the exit code */
export async function ingest(wish: IngestWish): Promise<number> {
  const known = wish.vintage === undefined ? await knownAmong(wish) : new Set<FoundFile>();
  for (const { source, file } of known)
    console.log(`${source.recipe.source}: ${basename(file)} is loaded already, nothing to read.`);
  for (const line of wish.missing) console.log(`skipped     ${line}`);
  const fresh = wish.found.filter((file) => !known.has(file));
  if (fresh.length === 0) {
    console.log('Nothing changed: no release is made.');
    return 0;
  }
  return withDraft(wish.line.home, wish.dryRun, (draft) => load({ ...wish, found: fresh }, draft));
}

async function knownAmong({ line, found, whole }: IngestWish): Promise<ReadonlySet<FoundFile>> {
  const known = new Set<FoundFile>();
  for (const file of found)
    if (file.vintage === undefined && (await isKnown(line, file, whole))) known.add(file);
  return known;
}

async function load(wish: IngestWish, draft: Draft): Promise<number> {
  const { line, progress, stop } = wish;
  const { root, home } = line;
  const readings = await readAll(wish, draft);
  if (!readings) return 1;
  stop.throwIfAborted();
  if (!wish.release && !wish.dryRun) {
    draft.commit();
    console.log(
      `Written: ${readings.map(({ loading }) => `${home.name}/${loading.recipe.source}`).join(', ')}. npm run release makes a release of it.`,
    );
    return 0;
  }
  const drafted = await progress.step(
    'release',
    () =>
      line.draftRelease({
        draft,
        note: wish.note ?? releaseNote(readings, draft),
        date: wish.date,
        correction: false,
      }),
    (made) => (made ? `${made.shown}: ${formatCounts(made.counts)}` : 'nothing changed'),
  );
  if (drafted) tellChanges(drafted);
  const lines = line.isOwn ? [] : beforeCommit(readings, draft);
  if (lines.length > 0) console.log(['Before you commit, look at:', ...lines].join('\n  '));
  if (wish.dryRun) {
    console.log('Dry run: nothing was written.');
    return 0;
  }
  if (!drafted) {
    draft.commit();
    await remember(line, wish.whole, readings);
    console.log(`Nothing changed since ${line.last()?.version ?? 'the beginning'}: no release is made.`);
    return 0;
  }
  const before = newestVersion(readBothLines(root));
  await publishDraft({ root, draft, drafted, progress, stop });
  await remember(line, wish.whole, readings);
  console.log(
    `Release ${drafted.shown} is in the database and in ${home.name}/releases${line.isOwn ? '.' : ': commit it with its sources.'}`,
  );
  if (before !== '') console.log(`What was revised: npm run diff -- ${before} ${drafted.shown}`);
  for (const address of addressesOf(readings)) console.log(`See it: ${howToSee(root, address)}`);
  return 0;
}

type Readings = readonly { readonly loading: Loading; readonly loaded: Loaded }[];

/** Pages that show what was loaded; a few of them. Of more figures than a page draws, the latest of each series. */
const addressesOf = (readings: Readings): string[] =>
  [
    ...new Set(
      readings.flatMap(({ loading: { recipe }, loaded: { rows } }) => {
        const time = rows > LIMITS.drawnCells ? '&time=latest' : '';
        return recipe.figures.map(
          ({ indicator }) => `/indicators/${indicator}?source=${recipe.source}${time}`,
        );
      }),
    ),
  ].slice(0, 5);

/** Reads every file into the draft; null if any of them is refused. @throws Complaint */
async function readAll(wish: IngestWish, draft: Draft): Promise<Readings | null> {
  const { line, told } = wish;
  const home = join(line.root, 'sources');
  const table = readAreaTable(home);
  const shipped = line.isOwn ? [] : readShipped(home, readCatalogue(home).areas);
  const rejects = rejectsTo(wish.rejects);
  const readings: { loading: Loading; loaded: Loaded }[] = [];
  const lacking: string[] = [];
  let refused = 0;
  for (const file of wish.found) {
    const { recipe } = file.source;
    const vintage = file.vintage ?? wish.vintage;
    if (vintage !== undefined) assertNewEdition(file, vintage);
    const keeps = wish.whole ? undefined : shipped.find(({ source }) => source === recipe.source)?.keeps;
    const since = performance.now();
    const { loading, loaded } = await readFile(file, {
      draft,
      table,
      // Includes the entries that an earlier file of this run added.
      catalogue: line.catalogueIn(draft),
      today: wish.date,
      ...(keeps && { keeps }),
      ...(vintage !== undefined && { vintage }),
      rejects,
    });
    const { report } = loaded;
    const clean = isClean(report);
    if (told === 'whole' || !clean) tellReport(report, wish.samples);
    if (told === 'short') tellShortly(recipe.source, loaded, performance.now() - since);
    if (!clean) {
      refused++;
      continue;
    }
    if (keeps && told === 'whole')
      console.log(
        `  ships    ${loaded.rows} of ${report.observations} observations, by sources/catalogue/ships.yaml; --whole takes all`,
      );
    const { joined, lacks, newCard } = await placeSource(loading, loaded);
    for (const line of joined) console.log(`  added    ${line}`);
    lacking.push(...lacks);
    if (newCard)
      console.log(
        `  drafted  ${line.home.name}/${recipe.source}/card.yaml: say who published the file, when, and under which licence`,
      );
    readings.push({ loading, loaded });
  }
  await rejects.end();
  for (const line of lacking) console.error(`before a release: ${line}`);
  if (refused === 0 && lacking.length > 0 && wish.release && !wish.dryRun) {
    throw new UserError(
      'Nothing was written: it cannot be released yet (see above). --out DIR writes the table elsewhere.',
    );
  }
  if (refused > 0) console.error('Nothing was written.');
  return refused > 0 ? null : readings;
}

/** @throws Complaint for a publication, and for a day that already has an edition */
function assertNewEdition(
  { source: { card, cardText, recipe }, file, more = [] }: FoundFile,
  vintage: string,
): void {
  // A source that is new in own data has no edition there yet, whatever the product has.
  if (!card || cardText !== undefined) return;
  if (card.source.form === 'publication') {
    throw new UserError(
      `${recipe.source} is a publication, which has only one edition: give the new file its own card and recipe.`,
    );
  }
  const gone = missingFiles({ card }, [file, ...more]);
  if (gone.length > 0) {
    throw new UserError(
      `${recipe.source} was loaded from ${gone.join(', ')} too: give all its files. To take a file out, remove its name under files in ${recipe.source}/card.yaml.`,
    );
  }
  if (vintage <= card.edition.vintage) {
    throw new UserError(
      `--edition ${vintage}: the edition already loaded is of ${card.edition.vintage}; give a later date.`,
    );
  }
}

function tellShortly(source: string, { report, rows }: Loaded, ms: number): void {
  const held = report.checks.filter((check) => check.holds).length;
  const gaps = [...report.gaps.values()].reduce((sum, n) => sum + n, 0);
  const said = [
    `${report.rows} rows read`,
    `${rows} of ${report.observations} observations kept`,
    `${gaps} gaps`,
    `${held} of ${report.checks.length} checks hold`,
    formatDuration(ms),
    ...(report.faultCount > 0 ? [`${report.faultCount} faults`] : []),
  ];
  console.log(`${isClean(report) ? 'read' : 'REFUSED'}        ${source}: ${said.join(', ')}`);
}

function tellChanges({ bySource, gone }: Changes): void {
  for (const [source, counts] of bySource) console.log(`  ${source}: ${formatCounts(counts)}`);
  if (gone.length > 0) console.log(`No longer there: ${gone.join(', ')}.`);
}
