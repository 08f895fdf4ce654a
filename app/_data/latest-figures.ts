/**
 * The latest figure of every area and every origin of an indicator, and how it has changed in ten years: what
 * the lists of a page show beside each name. They are those of the question with which the page opens, each
 * from its preferred source.
 */
import type { Indicator } from '#stats/model/catalogue.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { ALL, NONE, type Cell } from '#stats/model/observation.ts';
import type { Query } from '#stats/model/query.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import { PREFERRED } from '#stats/query/values.ts';
import { formatPeriod, YEAR_BASES, yearOf } from '#stats/time/period.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import type { AnswerPlans } from './answer-plan.ts';
import type { CatalogueData } from './catalogue.ts';
import type { Counted, DimensionsData } from './dimensions.ts';
import { memoizeAsync } from './memoize-async.ts';

export interface LatestFigure {
  readonly cell: Cell;
  /** The latest figure less that of ten years before; null if there is no such figure of the same source. */
  readonly change: number | null;
}

export interface LatestFigures {
  readonly areas: ReadonlyMap<string, LatestFigure>;
  readonly origins: ReadonlyMap<string, LatestFigure>;
}

/** Years between the two figures of a change. */
const CHANGE_YEARS = 10;
/** Longer lists go without figures: they would cost more than the page. */
const MOST_CELLS = 2_000;
/** Indicators of releases whose figures are kept. */
const MOST_KEPT = 500;

export interface LatestFiguresData {
  /** @throws Error if the release or the indicator does not exist: check the catalogue first */
  loadLatestFigures(version: string, indicator: string): Promise<LatestFigures>;
}

const has = (counted: readonly Counted[], code: string): boolean =>
  counted.some((entry) => entry.code === code);

export function latestFiguresData(
  plans: AnswerPlans,
  { loadCatalogue }: CatalogueData,
  { loadDimensions }: DimensionsData,
): LatestFiguresData {
  const load = async (version: string, query: Query): Promise<Comparison | null> => {
    const plan = await plans.planAnswer({ version, language: 'en', query });
    return (await plan.hasMoreThan(MOST_CELLS)) ? null : plan.comparison();
  };
  const figures = async (
    version: string,
    query: Query | null,
    codeOf: (cell: Cell) => string,
  ): Promise<Map<string, LatestFigure>> => {
    const latest = query && firstOfEach(await load(version, query), codeOf);
    if (!query || !latest) return new Map();
    const year = tenYearsBefore([...latest.values()]);
    const earlier =
      year === null
        ? null
        : firstOfEach(await load(version, { ...query, time: { from: year, to: year } }), codeOf);
    return new Map(
      [...latest].map(([code, cell]) => [code, { cell, change: changeOf(cell, earlier?.get(code)) }]),
    );
  };
  return {
    loadLatestFigures: memoizeAsync(
      async (version: string, id: string) => {
        const catalogue = await loadCatalogue(version);
        const indicator = catalogue?.indicators.find((candidate) => candidate.id === id);
        if (!catalogue || !indicator) throw new Error(`release ${version} has no indicator ${id}`);
        const onFile = await loadDimensions(version, id);
        const opening = parseQuery(parseParameters(indicator.opening ?? ''), indicator, catalogue);
        const base = { ...opening, ...usualFilters(opening, indicator, onFile) };
        const origins = onFile.origins.filter(({ code }) => code !== NONE);
        const everyArea =
          origins.length === 0
            ? { ...base, origin: [] }
            : has(origins, ALL)
              ? { ...base, origin: [ALL] }
              : null;
        const everyOrigin = onFile.areas.length === 1 || base.country.length === 1 ? base : null;
        const [areas, ofOrigins] = await Promise.all([
          figures(
            version,
            onFile.areas.length < 2 ? null : everyArea && { ...everyArea, country: [], group: [] },
            ({ area }) => area,
          ),
          figures(
            version,
            origins.length < 2 ? null : everyOrigin && { ...everyOrigin, origin: [] },
            ({ counterpart }) => counterpart,
          ),
        ]);
        return { areas, origins: ofOrigins };
      },
      { max: MOST_KEPT },
    ),
  };
}

/** One reading of the indicator: the latest period, the preferred source, the total, one definition. */
function usualFilters(
  opening: Query,
  indicator: Indicator,
  onFile: { readonly breakdowns: readonly Counted[] },
): Pick<Query, 'time' | 'source' | 'breakdown' | 'definition' | 'transform'> {
  const [definition] = indicator.definitions;
  return {
    time: { from: 'latest', to: 'latest' },
    source: indicator.sources.length > 1 ? [PREFERRED] : [],
    breakdown: opening.breakdown.length > 0 ? opening.breakdown : has(onFile.breakdowns, ALL) ? [ALL] : [],
    definition: opening.definition.length > 0 ? opening.definition : definition ? [definition.code] : [],
    transform: null,
  };
}

/** The first figure of each code. */
function firstOfEach(
  comparison: Comparison | null,
  codeOf: (cell: Cell) => string,
): ReadonlyMap<string, Cell> | null {
  if (!comparison) return null;
  const cells = comparison.cells.filter((cell) => cell.stated !== null);
  return new Map(cells.toReversed().map((cell) => [codeOf(cell), cell]));
}

/** The year ten years before the one that most of the figures are of, as the address writes it. */
function tenYearsBefore(cells: readonly Cell[]): string | null {
  const counts = new Map<string, number>();
  for (const { period } of cells) {
    if (!YEAR_BASES.includes(period.basis)) continue;
    const text = formatPeriod(period);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  const year = /^(FY)?(\d{4})$/.exec(most ?? '');
  return year ? `${year[1] ?? ''}${Number(year[2]) - CHANGE_YEARS}` : null;
}

function changeOf(latest: Cell, earlier: Cell | undefined): number | null {
  if (!latest.stated || !earlier?.stated || latest.source !== earlier.source) return null;
  if (latest.definition !== earlier.definition) return null;
  if ((yearOf(latest.period) ?? 0) - (yearOf(earlier.period) ?? 0) !== CHANGE_YEARS) return null;
  return printedEnd(latest.stated) - printedEnd(earlier.stated);
}
