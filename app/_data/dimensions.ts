/**
 * What can be asked of an indicator in a release: the codes on each axis with how many rows have them. Kept
 * per release and indicator, because a release never changes.
 */
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

/** Indicators of releases whose codes are kept. */
const MOST_DIMENSIONS = 1_000;

export interface DimensionsData {
  /** @throws Error where the release or the indicator is not there: look into the catalogue first */
  loadDimensions(version: string, indicator: string): Promise<Dimensions>;
}

export const dimensionsData = (reader: Reader, { loadIndex }: CatalogueData): DimensionsData => ({
  loadDimensions: memoizeAsync(
    async (version: string, indicator: string) => {
      const index = await loadIndex(version);
      if (!index?.indicators.idOf.has(indicator))
        throw new Error(`release ${version} has no indicator ${indicator}`);
      return countCodes(await readSeriesOnFile((await reader()).sql, index, indicator));
    },
    { max: MOST_DIMENSIONS },
  ),
});

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

function countPeriods(series: readonly SeriesOnFile[]): Counted[] {
  const counts = new Map<string, { period: Period; count: number }>();
  for (const { basis, starts, ends } of series) {
    starts.forEach((start, i) => {
      const end = ends[i] ?? 'infinity';
      const period = {
        basis,
        start: start === '-infinity' ? null : start,
        end: end === 'infinity' ? null : end,
      };
      const text = formatPeriod(period);
      counts.set(text, { period, count: (counts.get(text)?.count ?? 0) + 1 });
    });
  }
  return [...counts.entries()]
    .sort(([, a], [, b]) => comparePeriods(a.period, b.period))
    .map(([code, { count }]) => ({ code, count }));
}
