/**
 * A publisher's file into a draft of the sources: read by its recipe, checked, its table and its card in their
 * places, and what the catalogue has to name beside it. Nothing is in place before the draft is committed.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { parseDocument } from 'yaml';
import type { AreaTable } from '../aliases/areas.ts';
import type { Draft } from './draft.ts';
import { joinCatalogue } from './join-catalogue.ts';
import { BeforeRelease } from '../recipe/expect/before-release.ts';
import { draftCard } from '../recipe/draft-card.ts';
import type { RecipeFault } from '../recipe/rows/fault.ts';
import type { RecipeReport } from '../recipe/report.ts';
import { readByRecipe } from '../recipe/run.ts';
import type { RecipeSource } from '../recipe/schema/source.ts';
import type { Recipe } from '../recipe/schema/shape.ts';
import type { Shipped } from '../metadata/ships.ts';
import { TableDraft } from './table.ts';

export interface Loading extends RecipeSource {
  readonly draft: Draft;
  /** The publisher's file. */
  readonly file: string;
  readonly hash: string;
  readonly table: AreaTable;
  readonly catalogue: Catalogue;
  /** Which of the file's observations are taken; all where absent. */
  readonly keeps?: Shipped['keeps'];
  /** The day on which the file was published, where the card does not have it. */
  readonly vintage?: string;
  readonly today: string;
  readonly onFault?: (fault: RecipeFault) => void;
  readonly onProgress?: (done: number, of: number) => void;
}

export interface Loaded {
  readonly report: RecipeReport;
  /** Rows of the table; fewer than the report's where `keeps` leaves some out. */
  readonly rows: number;
  readonly table: TableDraft;
  /** What the catalogue lacks, a line each. */
  readonly needs: readonly string[];
  readonly before: BeforeRelease;
}

/** The edition that rows are of. */
const editionOf = ({
  recipe,
  card,
  vintage,
  today,
}: Pick<Loading, 'recipe' | 'card' | 'vintage' | 'today'>): string =>
  vintage === undefined && card ? card.edition.id : `${recipe.source}@${vintage ?? today}`;

/** Whether an indicator may be negative; one that is not on file yet may be where its recipe says so. */
const signedIn =
  ({ indicators }: Catalogue, recipe: Recipe) =>
  (id: string): boolean =>
    indicators.find((indicator) => indicator.id === id)?.signed ??
    recipe.figures.some((figure) => figure.indicator === id && figure.signed === true);

/** Reads the file. What was read is in the draft once {@link placeSource} has put it there. */
export async function loadSource(loading: Loading): Promise<Loaded> {
  const { draft, recipe, card, file, catalogue, keeps } = loading;
  const table = new TableDraft(draft, recipe.source, signedIn(catalogue, recipe));
  const before = new BeforeRelease(catalogue);
  const reading = readByRecipe({
    recipe,
    path: file,
    table: loading.table,
    catalogue,
    edition: editionOf(loading),
    disclosure: card?.source.disclosure,
    sha256: loading.vintage === undefined ? (card?.edition.sha256 ?? null) : loading.hash,
    ...(loading.onFault && { onFault: loading.onFault }),
    ...(loading.onProgress && { onProgress: loading.onProgress }),
  });
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) {
    const kept = keeps ? step.value.filter(keeps) : step.value;
    for (const observation of kept) before.see(observation);
    const writing = table.add(kept);
    if (writing) await writing;
  }
  return { report: step.value, rows: table.count, table, needs: before.lines(), before };
}

export interface Placed {
  /** Whether the card is a new one, to be filled in. */
  readonly newCard: boolean;
  /** What was added to the catalogue, a line each. */
  readonly joined: readonly string[];
  /** What only a person can add to the catalogue. */
  readonly lacks: readonly string[];
}

/** Table, recipe and card take their places in the draft, and the catalogue gets what it lacks, where it can. */
export async function placeSource(loading: Loading, { table, before }: Loaded): Promise<Placed> {
  const { draft, catalogue, recipe, path, card, hash, vintage, today } = loading;
  await table.finish();
  const sourceKind = card?.source.kind ?? 'primary';
  const joining = joinCatalogue({ draft, catalogue, recipe, table: loading.table, before, sourceKind });
  const [cardPath, recipePath] = [`${recipe.source}/card.yaml`, `${recipe.source}/recipe.yaml`];
  const written = readFileSync(path, 'utf8');
  if (!existsSync(draft.at(recipePath)) || readFileSync(draft.at(recipePath), 'utf8') !== written)
    draft.write(recipePath, written);
  const newCard = !existsSync(draft.at(cardPath));
  if (newCard) draft.write(cardPath, draftCard(recipe, hash, today, vintage));
  else if (vintage !== undefined)
    draft.write(cardPath, withEdition(draft.at(cardPath), vintage, today, hash));
  return { newCard, ...joining };
}

/** The card with another edition; what people wrote beside it stays as it was. */
function withEdition(path: string, vintage: string, accessed: string, sha256: string): string {
  const document = parseDocument(readFileSync(path, 'utf8'));
  document.setIn(['edition', 'vintage'], vintage);
  document.setIn(['edition', 'accessed'], accessed);
  document.setIn(['edition', 'sha256'], sha256);
  return document.toString({ lineWidth: 0 });
}
