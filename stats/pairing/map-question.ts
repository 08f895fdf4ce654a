/** The question that a map answers: a figure of each country of a group, or of the world, in the latest full year. */
import type { Area, Catalogue, Indicator } from '../model/catalogue.ts';
import { seriesSearch } from '../query/main-series.ts';
import { countrySeries, fullestYear } from './country-series.ts';
import type { SeriesWithYears } from './partners.ts';

export interface MapQuestion {
  /** The query string of its figures, without the kind of chart. */
  readonly search: string;
  readonly year: number;
  readonly countries: number;
}

export interface MapExtent {
  /** The group whose countries are asked for; null for the world. */
  readonly group: Pick<Area, 'members'> | null;
  /** Whether a map has the outline of an area. */
  readonly isOnMap: (area: string) => boolean;
}

/** Fewer countries than this are no picture of a continent. */
const FEWEST = 5;

/**
 * Null where no year has figures of several countries, and for figures below zero, which have no shade.
 * @example mapQuestion(homicide rates on file, indicator, catalogue, { group: the Americas, isOnMap })
 */
export function mapQuestion(
  onFile: readonly SeriesWithYears[],
  indicator: Indicator,
  { areas }: Pick<Catalogue, 'areas'>,
  { group, isOnMap }: MapExtent,
): MapQuestion | null {
  if (indicator.signed) return null;
  const members = group?.members?.map(({ area }) => area);
  const isWanted = (area: string): boolean => isOnMap(area) && (members?.includes(area) ?? true);
  const found = countrySeries(onFile, indicator, isWanted);
  if (!found) return null;
  const own = found.alike.filter(({ source }) => source === found.main.source);
  const full = fullestYear(own);
  if (full === null || full.countries < FEWEST) return null;
  const { year, countries } = full;
  const codes = new Set(own.map(({ area }) => area));
  const time = found.main.basis === 'us-fiscal-year' ? `FY${year}` : String(year);
  return {
    search: seriesSearch(
      found.main,
      indicator,
      'area',
      members ? areas.filter(({ code }) => codes.has(code)) : [],
      time,
    ),
    ...{ year, countries },
  };
}
