/**
 * What can be asked of an indicator in a release: the codes on each axis with how many rows have them. Kept
 * per release and indicator, because a release never changes.
 */
import type { SeriesOnFile } from '#db/dimensions.ts';
import { readSeriesOnFile } from '#db/dimensions.ts';
import { comparePeriods, formatPeriod } from '#stats/period.ts';
import type { Period } from '#stats/period.ts';
import { forEverybody } from './asking.ts';
import { loadIndex } from './catalogue.ts';
import { reader } from './pool.ts';

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

const kept = new Map<string, Promise<Dimensions>>();

/** @throws Error where the release or the indicator is not there: ask the catalogue first */
export function loadDimensions(version: string, indicator: string): Promise<Dimensions> {
  const key = `${version} ${indicator}`;
  const known = kept.get(key);
  if (known) return known;
  const dimensions = forEverybody(() => read(version, indicator));
  kept.set(key, dimensions);
  dimensions.catch(() => kept.delete(key));
  return dimensions;
}

async function read(version: string, indicator: string): Promise<Dimensions> {
  const index = await loadIndex(version);
  if (!index?.indicators.idOf.has(indicator))
    throw new Error(`release ${version} has no indicator ${indicator}`);
  const { sql } = await reader();
  return countCodes(await readSeriesOnFile(sql, index, indicator));
}

function countCodes(series: readonly SeriesOnFile[]): Dimensions {
  const count = (code: (one: SeriesOnFile) => string): Counted[] => {
    const counts = new Map<string, number>();
    for (const one of series) counts.set(code(one), (counts.get(code(one)) ?? 0) + one.rows);
    return [...counts].map(([text, rows]) => ({ code: text, count: rows }));
  };
  return {
    areas: count((one) => one.area),
    origins: count((one) => one.counterpart),
    breakdowns: count((one) => one.breakdown),
    definitions: count((one) => one.definition),
    sources: count((one) => one.source),
    bases: count((one) => one.basis),
    periods: countPeriods(series),
  };
}

function countPeriods(series: readonly SeriesOnFile[]): Counted[] {
  const counts = new Map<string, { period: Period; count: number }>();
  for (const one of series) {
    one.starts.forEach((start, i) => {
      const end = one.ends[i] ?? 'infinity';
      const period = {
        basis: one.basis,
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
