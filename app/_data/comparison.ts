/** The answer to a planned query, with only the part of the catalogue that its cells use. */
import { dimensionsOfKey } from '#stats/model/dimension-key.ts';
import type { EngineAnswer } from '#db/engine/answer.ts';
import { areasByCode } from '#db/engine/plan/plan.ts';
import { memoize } from '#stats/memoize.ts';
import type { Area, Catalogue } from '#stats/model/catalogue.ts';
import { codesBelow } from '#stats/model/area-overlap.ts';
import { concerns } from '#stats/model/break.ts';
import { breaksOf } from '#stats/transform/group-breaks.ts';
import { DOUBTS } from '#claims/doubts.ts';
import type { Comparison, FigureDoubt } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { Divisor } from '#stats/model/divisor.ts';
import type { Query } from '#stats/model/query.ts';
import { severalSources } from '#stats/sources/disagreement.ts';
import type { JudgedComparison, SeveralSources } from '#stats/sources/several-sources.ts';
import { divisorIndicator, divisorOf } from '#stats/query/divisor.ts';

/** Turns the engine's answer into a comparison. */
export function comparisonOf(
  question: Pick<Comparison, 'release' | 'language' | 'query' | 'indicator'>,
  catalogue: Catalogue,
  { cells, combinedAreas, elsewhere, divisors = [] }: EngineAnswer,
  isJudged: boolean,
): JudgedComparison {
  const { release, language, query, indicator } = question;
  const over = divisorOf(query);
  const divisor = over ? divisorIndicator(over, indicator, catalogue) : indicator;
  const all = [...cells, ...divisors];
  return {
    release,
    language,
    query,
    indicator,
    areas: areasOf(all, catalogue, combinedAreas, query),
    ...referred(all, catalogue, over),
    breaks: concerning(all, catalogue),
    cells,
    ...(isJudged && { dependence: dependenceOf({ query, indicator, cells, elsewhere }, catalogue) }),
    ...(over && { divisors }),
    ...doubtsAbout(indicator.id),
    ...(divisor.id !== indicator.id && { divisor }),
  };
}

/** The doubts about figures of an indicator, with what an answer says of them. */
const doubtsAbout = memoize((indicator: string): Pick<Comparison, 'doubts'> => {
  const doubts = DOUBTS.filter(({ figures }) => figures.some((id) => id.startsWith(`${indicator}~`)));
  return doubts.length > 0
    ? { doubts: doubts.map(({ id, title, figures }): FigureDoubt => ({ id, title, figures })) }
    : {};
});

/**
 * Null if the other sources have too many rows to compare: a verdict on only some of them would be
 * misleading.
 */
function dependenceOf(
  {
    elsewhere,
    ...answer
  }: Pick<Comparison, 'query' | 'indicator' | 'cells'> & Pick<EngineAnswer, 'elsewhere'>,
  catalogue: Catalogue,
): SeveralSources | null {
  if (!elsewhere) return null;
  const breaks = concerning([...answer.cells, ...elsewhere], catalogue);
  return severalSources({ ...answer, breaks, sources: catalogue.sources }, elsewhere);
}

/** The areas that the cells or the query name, and the members of the groups among them. */
function areasOf(
  cells: readonly Cell[],
  catalogue: Catalogue,
  combined: readonly Area[],
  query: Query,
): Area[] {
  const byCode = areasByCode(catalogue);
  const { area = [], origin = [] } = divisorOf(query) ?? {};
  const wanted = new Set([...query.country, ...query.group, ...query.origin].concat(area, origin));
  for (const cell of cells) wanted.add(cell.area).add(cell.counterpart);
  const groups = [...wanted].flatMap((code) => byCode.get(code) ?? []);
  const together = combined.filter((area) => wanted.has(area.code));
  const known =
    together.length === 0
      ? byCode
      : new Map([...byCode, ...together.map((area): [string, Area] => [area.code, area])]);
  for (const { code } of [...groups, ...together])
    for (const below of codesBelow(code, known)) wanted.add(below);
  return [...catalogue.areas.filter((area) => wanted.has(area.code)), ...together];
}

/** The breaks of the series of these cells, and of the series that went into computed cells. */
const concerning = (cells: readonly Cell[], catalogue: Catalogue): Comparison['breaks'] =>
  breaksOf(catalogue)
    .filter(({ indicator }) => cells.some((cell) => cell.indicator === indicator))
    .filter((seriesBreak) => cells.some((cell) => concerns(seriesBreak, cell)));

/** Dimensions, sources and editions that cells name. */
function referred(
  cells: readonly Cell[],
  catalogue: Catalogue,
  over: Divisor | null,
): Pick<Comparison, 'dimensions' | 'sources' | 'editions'> {
  const breakdowns = new Set<string>(over?.breakdown === undefined ? [] : [over.breakdown]);
  const named = new Set<string>();
  const sourcesOfCells = new Set<string>(over?.source === undefined ? [] : [over.source]);
  for (const cell of cells) {
    breakdowns.add(cell.breakdown);
    sourcesOfCells.add(cell.source);
    for (const edition of cell.editions) named.add(edition);
  }
  const dimensions = new Set([...breakdowns].flatMap(dimensionsOfKey));
  const editions = catalogue.editions.filter((edition) => named.has(edition.id));
  const sources = new Set([...editions.map((edition) => edition.source), ...sourcesOfCells]);
  return {
    dimensions: catalogue.dimensions.filter(({ id }) => dimensions.has(id)),
    sources: catalogue.sources.filter(({ id }) => sources.has(id)),
    editions,
  };
}
