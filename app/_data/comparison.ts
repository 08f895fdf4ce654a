/** The answer to a query, with just the part of the catalogue that its cells speak of. */
import { dimensionsOfKey } from '#stats/model/dimension-key.ts';
import { answerQueries } from '#db/engine/answer.ts';
import { areasByCode } from '#db/engine/plan/plan.ts';
import type { Area, Catalogue } from '#stats/model/catalogue.ts';
import { codesBelow } from '#stats/model/area-overlap.ts';
import { concerns } from '#stats/model/break.ts';
import { breaksOf } from '#stats/model/group-breaks.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Language } from '#stats/language.ts';
import type { Cell } from '#stats/model/observation.ts';
import { NotFound, notFound } from '#stats/problem.ts';
import { loadIndex } from './catalogue.ts';
import { reader } from './pool.ts';
import type { Query } from '#stats/model/query.ts';

interface Asked {
  readonly version: string;
  readonly language: Language;
}

/**
 * The answers to several queries: one SQL statement, one round trip.
 * @throws NotFound unknown release or indicator; BadQuery where a query asks to combine nothing
 */
export async function loadComparisons(
  { version, language }: Asked,
  queries: readonly Query[],
): Promise<Comparison[]> {
  const index = await loadIndex(version);
  if (!index) throw new NotFound(notFound({ en: 'release', es: 'la edición' }, version, []));
  const { catalogue, release } = index;
  const asked = queries.map((query) => {
    const indicator = catalogue.indicators.find((one) => one.id === query.indicator);
    if (indicator) return { query, indicator };
    throw new NotFound(notFound({ en: 'indicator', es: 'el indicador' }, query.indicator, []));
  });
  const { sql } = await reader();
  const answers = await answerQueries(sql, index, queries);
  return asked.flatMap(({ query, indicator }, i) => {
    const answer = answers[i];
    if (!answer) return [];
    const { cells, combinedAreas } = answer;
    const areas = areasOf(cells, catalogue, combinedAreas, query);
    const rest = { ...referred(cells, catalogue), breaks: concerning(cells, catalogue), cells };
    return [{ release, language, query, indicator, areas, ...rest }];
  });
}

/** The answer to one query. @throws NotFound, BadQuery */
export async function loadComparison(request: Asked & { readonly query: Query }): Promise<Comparison> {
  const [comparison] = await loadComparisons(request, [request.query]);
  return comparison!;
}

/** The areas that cells name or that were asked for, and those that lie in them. */
function areasOf(
  cells: readonly Cell[],
  catalogue: Catalogue,
  combined: readonly Area[],
  query: Query,
): Area[] {
  const byCode = areasByCode(catalogue);
  const wanted = new Set([...query.country, ...query.group, ...query.origin]);
  for (const cell of cells) wanted.add(cell.area).add(cell.counterpart);
  const groups = [...wanted].flatMap((code) => byCode.get(code) ?? []);
  const together = combined.filter((area) => wanted.has(area.code));
  const known = new Map([...byCode, ...together.map((area): [string, Area] => [area.code, area])]);
  for (const { code } of [...groups, ...together])
    for (const below of codesBelow(code, known)) wanted.add(below);
  return [...catalogue.areas.filter((area) => wanted.has(area.code)), ...together];
}

/** The breaks of the series that cells belong to, and of those that went into them. */
const concerning = (cells: readonly Cell[], catalogue: Catalogue): Comparison['breaks'] =>
  breaksOf(catalogue)
    .filter((one) => one.indicator === cells[0]?.indicator)
    .filter((one) => cells.some((cell) => concerns(one, cell)));

/** Dimensions, sources and editions that cells name. */
function referred(
  cells: readonly Cell[],
  catalogue: Catalogue,
): Pick<Comparison, 'dimensions' | 'sources' | 'editions'> {
  const breakdowns = new Set<string>();
  const named = new Set<string>();
  const sourcesOfCells = new Set<string>();
  for (const cell of cells) {
    breakdowns.add(cell.breakdown);
    sourcesOfCells.add(cell.source);
    for (const edition of cell.editions) named.add(edition);
  }
  const dimensions = new Set([...breakdowns].flatMap(dimensionsOfKey));
  const editions = catalogue.editions.filter((edition) => named.has(edition.id));
  const sources = new Set([...editions.map((edition) => edition.source), ...sourcesOfCells]);
  return {
    dimensions: catalogue.dimensions.filter((one) => dimensions.has(one.id)),
    sources: catalogue.sources.filter((one) => sources.has(one.id)),
    editions,
  };
}
