/**
 * Loads a publisher's file into a draft of the sources: the file is read by its recipe and checked, its table
 * and card are put in place, and the catalogue gets the entries it needs. Nothing takes effect before the
 * draft is committed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { decimalsOf, significant } from '#stats/number.ts';
import { parseDocument } from 'yaml';
import type { AreaTable } from '../aliases/areas.ts';
import type { Draft } from './draft.ts';
import { joinCatalogue } from './join-catalogue.ts';
import { BeforeRelease } from '../recipe/expect/before-release.ts';
import { draftCard } from '../recipe/draft-card.ts';
import type { RecipeFault } from '../recipe/rows/fault.ts';
import type { RecipeReport } from '../recipe/report.ts';
import { readByRecipe } from '../recipe/run.ts';
import { readsMany } from '../recipe/source-files.ts';
import type { RecipeSource } from '../recipe/schema/source.ts';
import type { Recipe } from '../recipe/schema/shape.ts';
import type { Shipped } from '../metadata/ships.ts';
import { TableDraft } from './table.ts';

export interface Loading extends RecipeSource {
  readonly draft: Draft;
  /** The publisher's file. */
  readonly file: string;
  /** Further files of the source, where it has several. */
  readonly more?: readonly string[] | undefined;
  readonly hash: string;
  readonly table: AreaTable;
  readonly catalogue: Catalogue;
  /** Which of the file's observations are kept; all if absent. */
  readonly keeps?: Shipped['keeps'];
  /** The publication date of the file, if the card does not have it. */
  readonly vintage?: string;
  readonly today: string;
  readonly onFault?: (fault: RecipeFault) => void;
  readonly onProgress?: (done: number, of: number) => void;
}

export interface Loaded {
  readonly report: RecipeReport;
  /** Rows of the table; fewer than in the report if `keeps` leaves some out. */
  readonly rows: number;
  readonly table: TableDraft;
  /** Entries that the catalogue lacks, one per line. */
  readonly needs: readonly string[];
  readonly before: BeforeRelease;
  /** The decimals of the figures of each indicator that is not in the catalogue. */
  readonly decimals: ReadonlyMap<string, number>;
}

/** The edition of the rows. */
const editionOf = ({
  recipe,
  card,
  vintage,
  today,
}: Pick<Loading, 'recipe' | 'card' | 'vintage' | 'today'>): string =>
  vintage === undefined && card ? card.edition.id : `${recipe.source}@${vintage ?? today}`;

/** Whether an indicator may be negative; for an indicator that is not on file, the recipe decides. */
const signedIn =
  ({ indicators }: Catalogue, recipe: Recipe) =>
  (id: string): boolean =>
    indicators.find((indicator) => indicator.id === id)?.signed ??
    recipe.figures.some((figure) => figure.indicator === id && figure.signed === true);

/** Reads the file. {@link placeSource} then puts the result into the draft. */
export async function loadSource(loading: Loading): Promise<Loaded> {
  const { draft, recipe, card, file, catalogue, keeps } = loading;
  const table = new TableDraft(draft, recipe.source, signedIn(catalogue, recipe));
  const before = new BeforeRelease(catalogue);
  const reading = readByRecipe({
    recipe,
    path: file,
    more: loading.more,
    table: loading.table,
    catalogue,
    edition: editionOf(loading),
    disclosure: card?.source.disclosure,
    newer: loading.vintage !== undefined && card !== null,
    sha256: loading.vintage === undefined ? (card?.edition.sha256 ?? null) : loading.hash,
    ...(loading.onFault && { onFault: loading.onFault }),
    ...(loading.onProgress && { onProgress: loading.onProgress }),
  });
  const decimals = new Map<string, number>();
  const known = new Set(catalogue.indicators.map(({ id }) => id));
  const shares = new Set(recipe.figures.flatMap((f) => (f.measure === 'share' ? f.indicator : [])));
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) {
    const kept = keeps ? step.value.filter(keeps) : step.value;
    for (const observation of kept) {
      before.see(observation);
      const { indicator, stated } = observation;
      if (known.has(indicator) || stated?.value == null) continue;
      // Readers see a share in percent.
      const shown = shares.has(indicator) ? significant(stated.value * 100) : stated.value;
      const most = decimals.get(indicator) ?? 0;
      decimals.set(indicator, Math.max(most, decimalsOf(shown, shares.has(indicator) ? 1 : 3)));
    }
    const writing = table.add(kept);
    if (writing) await writing;
  }
  return { report: step.value, rows: table.count, table, needs: before.lines(), before, decimals };
}

export interface Placed {
  /** Whether the card is new and must be filled in. */
  readonly newCard: boolean;
  /** Entries that were added to the catalogue, one per line. */
  readonly joined: readonly string[];
  /** Entries that only the user can add to the catalogue. */
  readonly lacks: readonly string[];
}

/** Puts table, recipe and card into the draft, and adds missing catalogue entries where possible. */
export async function placeSource(
  loading: Loading,
  { table, before, decimals, report }: Loaded,
): Promise<Placed> {
  const { draft, catalogue, recipe, path, card, hash, vintage, today } = loading;
  await table.finish();
  const sourceKind = card?.source.kind ?? 'primary';
  const joining = joinCatalogue({
    draft,
    catalogue,
    recipe,
    table: loading.table,
    before,
    decimals,
    newAreas: report.newAreas,
    sourceKind,
  });
  const [cardPath, recipePath] = [`${recipe.source}/card.yaml`, `${recipe.source}/recipe.yaml`];
  const { text: written = readFileSync(path, 'utf8') } = loading;
  if (!existsSync(draft.at(recipePath)) || readFileSync(draft.at(recipePath), 'utf8') !== written)
    draft.write(recipePath, written);
  const newCard = !existsSync(draft.at(cardPath));
  if (newCard) draft.write(cardPath, loading.cardText ?? draftCard(recipe, hash, today, vintage));
  if (readsMany(recipe)) {
    const names = [loading.file, ...(loading.more ?? [])].map((file) => basename(file)).toSorted();
    draft.write(cardPath, withFiles(readFileSync(draft.at(cardPath), 'utf8'), names));
  }
  if (vintage !== undefined && (!newCard || loading.cardText !== undefined)) {
    const text = readFileSync(draft.at(cardPath), 'utf8');
    draft.write(cardPath, withEdition(text, vintage, today, hash));
  }
  return { newCard: newCard && loading.cardText === undefined, ...joining };
}

/** The card with the names of all files of its edition. */
function withFiles(text: string, names: readonly string[]): string {
  const document = parseDocument(text);
  document.setIn(['edition', 'files'], document.createNode(names, { flow: true }));
  return document.toString({ lineWidth: 0 });
}

/** The card with another edition; the rest of its text stays as written. */
function withEdition(text: string, vintage: string, accessed: string, sha256: string): string {
  const document = parseDocument(text);
  document.setIn(['edition', 'vintage'], vintage);
  document.setIn(['edition', 'accessed'], accessed);
  document.setIn(['edition', 'sha256'], sha256);
  // What was said of the file before says nothing of this one.
  document.deleteIn(['edition', 'revision']);
  return document.toString({ lineWidth: 0 });
}
