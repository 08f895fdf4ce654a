/**
 * The codes that a query can ask for in an indicator of a release, on each axis, with the number of rows that
 * have them. Cached per release and indicator, because a release never changes.
 */
import { storedPeriod } from '#stats/time/stored-period.ts';
import type { SeriesOnFile } from '#db/dimensions.ts';
import { readSeriesOnFile } from '#db/dimensions.ts';
import { comparePeriods, formatPeriod } from '#stats/time/period.ts';
import type { Period } from '#stats/time/period.ts';
import type { CatalogueData } from './catalogue.ts';
import { memoizeAsync } from './memoize-async.ts';
import type { Reader } from './pool.ts';

export interface Counted {
  readonly code: string;
  readonly count: number;
}

export interface Dimensions {
  readonly areas: readonly Counted[];
  readonly origins: readonly Counted[];
  readonly breakdowns: readonly Counted[];
  readonly definitions: readonly Counted[];
  readonly sources: readonly Counted[];
  readonly bases: readonly Counted[];
  /** Period texts in order of time. */
  readonly periods: readonly Counted[];
}

/** The periods with figures of each area and of each origin, as indices of `Dimensions.periods`. */
export interface PeriodsOnFile {
  readonly areas: ReadonlyMap<string, readonly number[]>;
  readonly origins: ReadonlyMap<string, readonly number[]>;
}

/** Indicators of releases whose codes are kept. */
const MOST_DIMENSIONS = 1_000;

export interface DimensionsData {
  /**
   * @throws Error if the release or the indicator does not exist: check the catalogue first
   */
  loadDimensions(version: string, indicator: string): Promise<Dimensions>;
  /** @throws Error as `loadDimensions` */
  loadPeriodsOnFile(version: string, indicator: string): Promise<PeriodsOnFile>;
}

export function dimensionsData(reader: Reader, { loadIndex }: CatalogueData): DimensionsData {
  const load = memoizeAsync(
    async (version: string, indicator: string) => {
      const index = await loadIndex(version);
      if (!index?.indicators.idOf.has(indicator))
        throw new Error(`release ${version} has no indicator ${indicator}`);
      const series = await readSeriesOnFile((await reader()).sql, index, indicator);
      const dimensions = countCodes(series);
      const periodsOnFile: PeriodsOnFile = {
        areas: periodsOf(series, dimensions.periods, ({ area }) => area),
        origins: periodsOf(series, dimensions.periods, ({ counterpart }) => counterpart),
      };
      return { dimensions, periodsOnFile };
    },
    { max: MOST_DIMENSIONS },
  );
  return {
    loadDimensions: async (version, indicator) => (await load(version, indicator)).dimensions,
    loadPeriodsOnFile: async (version, indicator) => (await load(version, indicator)).periodsOnFile,
  };
}

function countCodes(series: readonly SeriesOnFile[]): Dimensions {
  const count = (code: (onFile: SeriesOnFile) => string): Counted[] => {
    const counts = new Map<string, number>();
    for (const onFile of series) counts.set(code(onFile), (counts.get(code(onFile)) ?? 0) + onFile.rows);
    return [...counts].map(([text, rows]) => ({ code: text, count: rows }));
  };
  return {
    areas: count((onFile) => onFile.area),
    origins: count((onFile) => onFile.counterpart),
    breakdowns: count((onFile) => onFile.breakdown),
    definitions: count((onFile) => onFile.definition),
    sources: count((onFile) => onFile.source),
    bases: count((onFile) => onFile.basis),
    periods: countPeriods(series),
  };
}

/** The text of the period of a row. */
function periodText({ basis, starts, ends }: SeriesOnFile, row: number): { period: Period; text: string } {
  const period = storedPeriod(basis, starts[row] ?? '-infinity', ends[row] ?? 'infinity');
  return { period, text: formatPeriod(period) };
}

function periodsOf(
  series: readonly SeriesOnFile[],
  periods: readonly Counted[],
  codeOf: (onFile: SeriesOnFile) => string,
): Map<string, number[]> {
  const indexOf = new Map(periods.map(({ code }, i) => [code, i]));
  const found = new Map<string, Set<number>>();
  for (const onFile of series) {
    const own = found.get(codeOf(onFile)) ?? new Set();
    found.set(codeOf(onFile), own);
    onFile.starts.forEach((_, row) => own.add(indexOf.get(periodText(onFile, row).text) ?? 0));
  }
  return new Map([...found].map(([code, own]) => [code, [...own].sort((a, b) => a - b)]));
}

function countPeriods(series: readonly SeriesOnFile[]): Counted[] {
  const counts = new Map<string, { period: Period; count: number }>();
  for (const onFile of series) {
    onFile.starts.forEach((_, row) => {
      const { period, text } = periodText(onFile, row);
      counts.set(text, { period, count: (counts.get(text)?.count ?? 0) + 1 });
    });
  }
  return [...counts.entries()]
    .sort(([, a], [, b]) => comparePeriods(a.period, b.period))
    .map(([code, { count }]) => ({ code, count }));
}
