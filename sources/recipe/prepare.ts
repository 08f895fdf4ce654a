/** What a run of a recipe needs, and everything that is prepared once the header of a file is known. */
import type { Catalogue, Disclosure } from '#stats/model/catalogue.ts';
import type { AreaTable } from '../aliases/areas.ts';
import { withPlaces } from '../aliases/places.ts';
import { printedTotals } from './expect/printed-totals.ts';
import { Snapshots } from './expect/snapshots.ts';
import type { RecipeFault } from './rows/fault.ts';
import { Filters } from './rows/filters.ts';
import type { Layout } from './rows/layout.ts';
import type { HeaderColumns, SourceRow } from './rows/row.ts';
import type { Recipe } from './schema/shape.ts';
import type { NewArea } from './values/area-role.ts';
import { cellReader } from './values/cell.ts';
import type { ColumnCheck } from './values/column-reader.ts';
import { figureFrom, isAddedUp, measureOf } from './values/figure.ts';

export interface RecipeRun {
  readonly recipe: Recipe;
  /** The path of the file on this machine; it is never written anywhere. */
  readonly path: string;
  /** Further files of the same source. */
  readonly more?: readonly string[] | undefined;
  readonly table: AreaTable;
  readonly catalogue: Pick<Catalogue, 'indicators' | 'areas' | 'dimensions'>;
  readonly edition: string;
  /** The SHA-256 on the card; null without a card. */
  readonly sha256: string | null;
  /** The file is newer than the edition that the expectations are about ({@link Expecting}). */
  readonly newer?: boolean;
  /** How the source disguises small numbers, from its card. */
  readonly disclosure?: Disclosure | undefined;
  readonly onFault?: (fault: RecipeFault, sheet: string | null) => void;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Everything that is prepared once the header is known. */
export function prepare(run: RecipeRun, columns: HeaderColumns, layout: Layout, sheet: string | null) {
  const { recipe, catalogue, edition, disclosure } = run;
  const table = withPlaces(run.table, catalogue.areas);
  const checks: ColumnCheck[] = [];
  const newAreas = new Map<string, NewArea>();
  const read = cellReader(recipe);
  const placeInFile = (row: SourceRow, at: number): number | null => layout.placeInFile(row, at);
  const nameInFile = (row: SourceRow, at: number): string => layout.nameInFile(row, at);
  const places = { placeInFile, nameInFile };
  const found = { checks, newAreas };
  const context = {
    recipe,
    columns,
    table,
    catalogue,
    edition,
    sheet,
    read,
    disclosure,
    ...places,
    ...found,
  };
  const prepared = {
    filters: new Filters(recipe.filters, columns),
    figures: recipe.figures.map((figure) => figureFrom(figure, context)),
    /** Indicators whose figures may be added up. */
    added: new Set(
      recipe.figures
        .filter((figure) => isAddedUp(measureOf(figure, { catalogue }).measure, figure))
        .map((figure) => figure.indicator),
    ),
    totals: printedTotals(recipe.expect, columns, read),
    snapshots: recipe.latest ? new Snapshots(recipe.latest, columns) : null,
    ...found,
  };
  const problems = [...columns.problems, ...layout.hiddenAmong(columns.read)];
  if (problems.length > 0) throw new SyntaxError(problems.join('\n'));
  const added = [
    recipe.unpivot?.name ?? [],
    recipe.fromFileName?.name ?? [],
    recipe.sections?.name ?? [],
  ].flat();
  const unread = columns.names.filter(
    (name, at) => !columns.read.has(at) && !added.includes(name) && !/^column \d+$/.test(name),
  );
  return { ...prepared, unread, read: [...columns.read] };
}

export type Prepared = ReturnType<typeof prepare>;
