/**
 * What can stand beside an indicator, before any figure is read: which places and years two indicators share on file.
 * A pair needs a common year; the place is the same one, or the same as a place and as an origin, or another one below
 * it on the same time axis.
 */
import type { Catalogue, Indicator } from '../model/catalogue.ts';
import type { SeriesKey } from '../model/observation.ts';
import { mainSeries } from '../query/main-series.ts';
import type { PlaceAxis, Side } from '../query/several.ts';
import { PREFERRED } from '../query/values.ts';
import { isDated, isPartOfYear, YEAR_BASES, type Basis } from '../time/period.ts';
import { unique } from '../text.ts';

/** A series with the years in which it has figures. */
export interface SeriesWithYears extends SeriesKey {
  readonly years: readonly number[];
  /** For months: the years of which all twelve are on file. */
  readonly wholeYears: readonly number[];
}

export type YearsOnFile = ReadonlyMap<string, readonly SeriesWithYears[]>;

/** The years that a side has for each place. */
export type YearsByPlace = ReadonlyMap<string, ReadonlySet<number>>;

/** Why nothing can be paired: no dated figure, days or spans only, or no common year. */
export const APART = ['undated', 'days', 'no-year'] as const;
export type Apart = (typeof APART)[number];

/** How a partner meets the first side. */
export interface Shared {
  readonly places: readonly string[];
  readonly years: readonly number[];
}

export interface Partner {
  readonly indicator: Indicator;
  /** `same`: of the same place; `origin`: of people from it; `other`: of another place; null if it cannot. */
  readonly how: 'same' | 'origin' | 'other' | null;
  readonly shared: Shared;
  /** The axis and, for another place, the place of the partner. */
  readonly place: PlaceAxis;
  readonly other: string | null;
  readonly why: Apart | null;
}

const isYears = (basis: Basis): boolean => YEAR_BASES.includes(basis) || isPartOfYear(basis);
const placeOn = (series: SeriesKey, axis: PlaceAxis): string =>
  axis === 'area' ? series.area : series.counterpart;
const allows = (named: readonly string[], code: string): boolean =>
  named.length === 0 || named.includes(code);

/** The series that a side asks for; months count as the years that are asked for. */
export function seriesOfSide(
  onFile: readonly SeriesWithYears[],
  { query, place }: Pick<Side, 'query' | 'place'>,
): SeriesWithYears[] {
  const sources = query.source.filter((source) => source !== PREFERRED);
  return onFile.filter(
    (series) =>
      (query.basis.includes(series.basis) || (isPartOfYear(series.basis) && query.basis.some(isYears))) &&
      allows(query.breakdown, series.breakdown) &&
      allows(query.definition, series.definition) &&
      allows(sources, series.source) &&
      (place === 'area'
        ? allows(query.origin, series.counterpart)
        : allows([...query.country, ...query.group], series.area)),
  );
}

/** Months count as the years that they fill. */
const wholeYearsOf = ({ basis, years, wholeYears }: SeriesWithYears): readonly number[] =>
  isPartOfYear(basis) ? wholeYears : years;

/** The years of each place of a side. */
export function yearsByPlace(series: readonly SeriesWithYears[], axis: PlaceAxis): YearsByPlace {
  const years = new Map<string, Set<number>>();
  for (const own of series) {
    if (!isYears(own.basis)) continue;
    const place = placeOn(own, axis);
    const set = years.get(place) ?? new Set<number>();
    for (const year of wholeYearsOf(own)) set.add(year);
    years.set(place, set);
  }
  return years;
}

const common = (a: ReadonlySet<number> = new Set(), b: ReadonlySet<number> = new Set()): number[] =>
  [...a].filter((year) => b.has(year));

/** The places with a year in common, and those years. */
export function sharedOf(a: YearsByPlace, b: YearsByPlace, only: readonly string[] = []): Shared {
  const places = [...a.keys()].filter(
    (place) => allows(only, place) && common(a.get(place), b.get(place)).length > 0,
  );
  const years = unique(places.flatMap((place) => common(a.get(place), b.get(place)))).sort((x, y) => x - y);
  return { places, years };
}

export interface PartnersQuestion {
  readonly catalogue: Catalogue;
  readonly onFile: YearsOnFile;
  readonly first: Side;
  /** The sides of every other indicator as it usually is, by area and by origin. */
  readonly sidesOf: (indicator: Indicator) => readonly Side[];
  /** The place that the question is about; null for all places. */
  readonly about: string | null;
}

/** What every other indicator shares with the first side, those that share most first. */
export function partnersOf({ catalogue, onFile, first, sidesOf, about }: PartnersQuestion): Partner[] {
  const own = yearsByPlace(seriesOfSide(onFile.get(first.indicator.id) ?? [], first), first.place);
  const ownYears = about === null ? new Set([...own.values()].flatMap((set) => [...set])) : own.get(about);
  return catalogue.indicators
    .filter(({ id }) => id !== first.indicator.id)
    .map((indicator): Partner => {
      const series = onFile.get(indicator.id) ?? [];
      const sides = sidesOf(indicator).map((side) => ({
        side,
        years: yearsByPlace(seriesOfSide(series, side), side.place),
      }));
      const meetings = sides.map(({ side, years }) => ({
        place: side.place,
        shared: sharedOf(own, years, about === null ? [] : [about]),
      }));
      const best = meetings.toSorted((a, b) => b.shared.years.length - a.shared.years.length)[0];
      if (best && best.shared.places.length > 0) {
        const how = best.place === first.place ? 'same' : 'origin';
        return { indicator, how, shared: best.shared, place: best.place, other: null, why: null };
      }
      return otherPlace(indicator, series, ownYears ?? new Set()) ?? apart(indicator, series);
    })
    .toSorted((a, b) => b.shared.years.length - a.shared.years.length);
}

/** The partner's own main series, below the first on the same years; null if they share no year. */
function otherPlace(
  indicator: Indicator,
  series: readonly SeriesWithYears[],
  ownYears: ReadonlySet<number>,
): Partner | null {
  // An area that the source does not know is nobody's place.
  const counted = series
    .filter(({ basis, area }) => isYears(basis) && !area.startsWith('_'))
    .map((own) => ({ ...own, figures: own.years.length }));
  const main = mainSeries(counted, indicator, 'area');
  const years = common(new Set(main ? wholeYearsOf(main) : []), ownYears).sort((a, b) => a - b);
  if (!main || years.length === 0) return null;
  return {
    indicator,
    how: 'other',
    shared: { places: [], years },
    place: 'area',
    other: main.area,
    why: null,
  };
}

function apart(indicator: Indicator, series: readonly SeriesWithYears[]): Partner {
  const bases = unique(series.map(({ basis }) => basis));
  const why: Apart =
    bases.length === 0 || !bases.some((basis) => isDated({ basis }))
      ? 'undated'
      : bases.some(isYears)
        ? 'no-year'
        : 'days';
  return { indicator, how: null, shared: { places: [], years: [] }, place: 'area', other: null, why };
}
