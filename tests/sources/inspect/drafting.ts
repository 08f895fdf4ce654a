/** Drafts a recipe for a file as `npm run inspect` does, edits its lines, and reads the file by it. */
import type { Observation } from '#stats/model/observation.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { draftRecipe } from '#sources/inspect/draft/draft.ts';
import { lookAt, type Look } from '#sources/inspect/look.ts';
import { formatFault } from '#sources/recipe/rows/fault.ts';
import type { RecipeReport } from '#sources/recipe/report.ts';
import { readByRecipe } from '#sources/recipe/run.ts';
import { parseRecipe } from '#sources/recipe/schema/recipe.ts';
import { sourcesCatalogue, table } from '../recipe/read.ts';

type Edit = readonly [from: string, to: string];

export interface Drafted {
  readonly look: Look;
  readonly draft: string;
  readonly report: RecipeReport;
  readonly faults: readonly string[];
  /** `indicator area period value`, with the hedge if there is one, and the note. */
  readonly figures: readonly string[];
  readonly observations: readonly Observation[];
}

function sayFigure(o: Observation): string {
  const { stated, gap, note } = o;
  const ends =
    stated && (stated.low ?? stated.high) !== null ? ` [${stated.low ?? ''}..${stated.high ?? ''}]` : '';
  const word = stated && stated.qualifier !== 'exact' ? ` ${stated.qualifier}` : '';
  const number = stated
    ? `${word}${stated.value === null ? '' : ` ${stated.value}`}${ends}`
    : ` ${gap ?? ''}`;
  const parts = [
    o.counterpart === '_Z' ? '' : ` ${o.counterpart}`,
    o.breakdown === '_T' ? '' : ` ${o.breakdown}`,
  ];
  return `${o.indicator} ${o.area}${parts.join('')} ${formatPeriod(o.period)}${number}${note ? ` (${note.text.en})` : ''}`;
}

export async function draftFor(
  path: string,
  { sheet, edits = [] }: { sheet?: string; edits?: readonly Edit[] } = {},
): Promise<Drafted> {
  const look = await lookAt(path, table, { sheet });
  const { text: draft } = draftRecipe(look, path, sourcesCatalogue, table);
  let text = draft;
  for (const [from, to] of edits) {
    if (text.split(from).length !== 2) throw new Error(`the draft does not have once: ${from}\n${text}`);
    text = text.replace(from, to);
  }
  const recipe = parseRecipe(text, 'draft.yaml');
  const reading = readByRecipe({
    recipe,
    path,
    table,
    catalogue: sourcesCatalogue,
    edition: 'draft@2026',
    sha256: null,
  });
  const observations: Observation[] = [];
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) observations.push(...step.value);
  const report = step.value;
  return {
    look,
    draft,
    report,
    faults: report.faults.map((fault) => formatFault(fault, report.file, report.sheet)),
    figures: observations.map(sayFigure),
    observations,
  };
}
