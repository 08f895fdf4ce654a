// Reads a file by a draft and says what came of it, before anything is loaded.

import type { AreaTable } from '#sources/aliases/areas.ts';
import { formatFaultGroup } from '#sources/recipe/rows/fault.ts';
import type { RecipeReport } from '#sources/recipe/report.ts';
import { readByRecipe } from '#sources/recipe/run.ts';
import type { Recipe } from '#sources/recipe/schema/shape.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { Preview } from './preview.ts';

const MOST_FAULTS = 10;

interface Trial {
  readonly report: RecipeReport;
  readonly preview: Preview;
}

export async function tryRecipe(
  recipe: Recipe,
  [path = '', ...more]: readonly string[],
  table: AreaTable,
  catalogue: Catalogue,
): Promise<Trial> {
  const preview = new Preview();
  const edition = `${recipe.source}@undated`;
  const reading = readByRecipe({ recipe, path, more, table, catalogue, edition, sha256: null });
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) preview.see(step.value);
  return { report: step.value, preview };
}

const MOST_NAMES = 20;

/** The columns that are not read. */
function unreadLine({ unread }: RecipeReport): string[] {
  if (unread.length === 0) return [];
  const names = unread.slice(0, MOST_NAMES).map((name) => JSON.stringify(name));
  const more = unread.length > names.length ? ` and ${unread.length - names.length} more` : '';
  return [`not read    ${names.join(', ')}${more}`];
}

/** What was left out: rows by the reason, with the texts that tell them, and columns. */
export const droppedLines = (report: RecipeReport): string[] => [
  ...[...report.dropped]
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => {
      const texts = report.droppedTexts.get(reason) ?? [];
      return `left out    ${count} rows, ${reason}: ${texts.map((text) => JSON.stringify(text)).join(', ')}`;
    }),
  ...unreadLine(report),
];

/** What was refused, each text once. */
export function refusedLines({ faultCount, faultGroups, sheet, file }: RecipeReport): string[] {
  const shown = faultGroups.slice(0, MOST_FAULTS);
  const told = shown.reduce((sum, { count }) => sum + count, 0);
  return [
    ...shown.map((group) => `  ${formatFaultGroup(group, file, sheet)}`),
    ...(faultCount > told ? [`  ... and ${faultCount - told} more`] : []),
  ];
}
