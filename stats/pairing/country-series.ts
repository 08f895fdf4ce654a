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
export const yearsWithFigures = (series: readonly SeriesWithYears[]): number[] =>
  unique(series.flatMap(({ years }) => years)).sort((a, b) => b - a);

/** A year is nearly as full as the fullest from this share of its countries on. */
const NEARLY = 0.8;

/** A year, and how many countries have a figure in it. */
export interface FullYear {
  readonly year: number;
  readonly countries: number;
}

/** The latest year that has nearly as many countries as the fullest; null without any. */
export function fullestYear(series: readonly SeriesWithYears[]): FullYear | null {
  const areas = new Map<number, Set<string>>();
  for (const { area, years } of series)
    for (const year of years) areas.set(year, (areas.get(year) ?? new Set()).add(area));
  const counts = [...areas].map(([year, own]) => ({ year, countries: own.size }));
  const most = Math.max(0, ...counts.map(({ countries }) => countries));
  const full = counts.filter(({ countries }) => countries >= NEARLY * most);
  return full.sort((a, b) => b.year - a.year)[0] ?? null;
}
