/** The answer to a query, with just the part of the catalogue that its cells speak of. */
import { answerQuery } from '#db/engine/answer.ts';
import type { Area, Catalogue } from '#stats/catalogue.ts';
import type { Comparison } from '#stats/comparison.ts';
import type { Language } from '#stats/language.ts';
import type { Cell } from '#stats/observation.ts';
import { NotFound, notFound } from '#stats/problem.ts';
import type { Query } from '#stats/query.ts';
import { loadIndex } from './catalogue.ts';
import { reader } from './pool.ts';

/**
 * One SQL statement, one round trip.
 * @throws NotFound unknown release or indicator; BadQuery where the query asks to combine nothing
 */
export async function loadComparison(request: {
  version: string;
  language: Language;
  query: Query;
}): Promise<Comparison> {
  const { version, language, query } = request;
  const index = await loadIndex(version);
  if (!index) throw new NotFound(notFound({ en: 'release', es: 'la edición' }, version, []));
  const indicator = index.catalogue.indicators.find((one) => one.id === query.indicator);
  if (!indicator) throw new NotFound(notFound({ en: 'indicator', es: 'el indicador' }, query.indicator, []));
  const { sql } = await reader();
  const { cells, combinedAreas } = await answerQuery(sql, index, query);
  const areas = areasOf(cells, index.catalogue, combinedAreas, query);
  return {
    release: index.release,
    language,
    query,
    indicator,
    areas,
    ...referred(cells, index.catalogue),
    cells,
  };
}

/** The areas that cells name or that were asked for, and the members of those that are groups. */
function areasOf(
  cells: readonly Cell[],
  catalogue: Catalogue,
  combined: readonly Area[],
  query: Query,
): Area[] {
  const known = [...catalogue.areas, ...combined];
  const byCode = new Map(known.map((area) => [area.code, area]));
  const wanted = new Set([...query.country, ...query.group, ...query.origin]);
  for (const cell of cells) wanted.add(cell.area).add(cell.counterpart);
  for (const code of [...wanted])
    for (const member of byCode.get(code)?.members ?? []) wanted.add(member.area);
  return known.filter((area) => wanted.has(area.code));
}

/** Dimensions, sources and editions that cells name. */
function referred(
  cells: readonly Cell[],
  catalogue: Catalogue,
): Pick<Comparison, 'dimensions' | 'sources' | 'editions'> {
  const dimensions = new Set(
    cells.flatMap((cell) => cell.breakdown.split(/[;+]/).map((part) => part.split('=')[0])),
  );
  const named = new Set(cells.flatMap((cell) => cell.editions));
  const editions = catalogue.editions.filter((edition) => named.has(edition.id));
  const sources = new Set([
    ...editions.map((edition) => edition.source),
    ...cells.map((cell) => cell.source),
  ]);
  return {
    dimensions: catalogue.dimensions.filter((one) => dimensions.has(one.id)),
    sources: catalogue.sources.filter((one) => sources.has(one.id)),
    editions,
  };
}
