/**
 * The series of countries that may be set side by side: those like the main series of an indicator, by years. Groups
 * are left out, because they contain the others.
 */
import type { Indicator } from '../model/catalogue.ts';
import { mainSeries } from '../query/main-series.ts';
import { YEAR_BASES } from '../time/period.ts';
import { unique } from '../text.ts';
import type { SeriesWithYears } from './partners.ts';

export interface CountrySeries {
  readonly main: SeriesWithYears;
  /** Of the same part, definition, basis and origin as the main one, from every source. */
  readonly alike: readonly SeriesWithYears[];
  /** The sources that have some, in the order of the indicator. */
  readonly sources: readonly string[];
}

/** The series of the countries that `isWanted` keeps; null if there are none of years. */
export function countrySeries(
  series: readonly SeriesWithYears[],
  indicator: Indicator,
  isWanted: (area: string) => boolean,
): CountrySeries | null {
  const counted = series
    .filter(({ basis, area }) => YEAR_BASES.includes(basis) && isWanted(area))
    .map((own) => ({ ...own, figures: own.years.length }));
  const main = mainSeries(counted, indicator, 'area');
  if (!main) return null;
  const parts = ['breakdown', 'definition', 'basis', 'counterpart'] as const;
  const alike = counted.filter((own) => parts.every((part) => own[part] === main[part]));
  const sources = indicator.sources.filter((id) => alike.some((own) => own.source === id));
  return { main, alike, sources };
}

/** The years of some series, the latest first. */
export const yearsOf = (series: readonly SeriesWithYears[]): number[] =>
  unique(series.flatMap(({ years }) => years)).sort((a, b) => b - a);

/** How many countries have a figure in a year. */
export const countriesIn = (series: readonly SeriesWithYears[], year: number): number =>
  new Set(series.filter(({ years }) => years.includes(year)).map(({ area }) => area)).size;

/** A year is nearly as full as the fullest from this share of its countries on. */
const NEARLY = 0.8;

/** The latest year that has nearly as many countries as the fullest; null without any. */
export function fullestYear(series: readonly SeriesWithYears[]): number | null {
  const counts = yearsOf(series).map((year) => ({ year, count: countriesIn(series, year) }));
  const most = Math.max(0, ...counts.map(({ count }) => count));
  return counts.find(({ count }) => count >= NEARLY * most)?.year ?? null;
}
