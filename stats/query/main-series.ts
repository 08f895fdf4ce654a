/**
 * Which of the series on file for an area stands for its indicator, where there is room for only one: on the page of
 * the area. It is the series that the indicator's headline names, as far as the area has it, and never a mixture:
 *
 *   definition, breakdown and basis of the headline (else of the opening query) before others
 *   totals before parts, all origins before single ones
 *   the country that the headline names, then the one with the most figures
 *   the headline's source, then the sources in their order
 */
import { unique } from '../text.ts';
import type { Indicator } from '../model/catalogue.ts';
import { ALL, NONE, type SeriesKey } from '../model/observation.ts';
import { encodeValue, parseParameters } from '../query-string.ts';
import { YEAR_BASES } from '../time/period.ts';
import type { PlaceAxis } from './several.ts';

/** A series with the number of its figures. */
export interface CountedSeries extends SeriesKey {
  readonly figures: number;
}

type Described = Pick<Indicator, 'headline' | 'opening' | 'bases' | 'sources'>;

/** The values that the headline names, else the opening query. */
function namedBy({ headline, opening }: Described): (name: string) => readonly string[] {
  const [first, second] = [headline, opening].map((text) => parseParameters(text ?? ''));
  return (name) => (first?.get(name) ?? second?.get(name))?.split('~') ?? [];
}

const isTotal = (counterpart: string): boolean => counterpart === ALL || counterpart === NONE;

/** How far a series is from the headline: lists of numbers, compared from left to right. */
function distance(series: CountedSeries, indicator: Described, axis: PlaceAxis): readonly number[] {
  const named = namedBy(indicator);
  const misses = (name: string, code: string): number =>
    named(name).length > 0 && !named(name).includes(code) ? 1 : 0;
  const { bases, sources } = indicator;
  return [
    misses('definition', series.definition),
    misses('breakdown', series.breakdown),
    series.breakdown === ALL || named('breakdown').includes(series.breakdown) ? 0 : 1,
    axis === 'area' && !isTotal(series.counterpart) ? 1 : 0,
    misses('basis', series.basis),
    YEAR_BASES.includes(series.basis) ? 0 : 1,
    bases.indexOf(series.basis),
    axis === 'origin' ? misses('country', series.area) : 0,
    misses('source', series.source),
    axis === 'origin' ? -series.figures : 0,
    sources.indexOf(series.source),
    -series.figures,
  ];
}

/**
 * The series that stands for an indicator; null if there is none.
 * @example of Honduras' homicide rates by five sources: the one of the source that the catalogue's headline names
 */
export function mainSeries<Series extends CountedSeries>(
  all: readonly Series[],
  indicator: Described,
  axis: PlaceAxis,
): Series | null {
  let best: { readonly series: Series; readonly far: readonly number[] } | null = null;
  for (const series of all) {
    const far = distance(series, indicator, axis);
    const at = best ? far.findIndex((value, i) => value !== best?.far[i]) : 0;
    if (!best || (at >= 0 && (far[at] ?? 0) < (best.far[at] ?? 0))) best = { series, far };
  }
  return best?.series ?? null;
}

/** The part of a series that a query shares with the same series of other areas. */
export type SeriesOfPeers = Omit<SeriesKey, 'indicator'>;

/**
 * The query string of a series for some areas on an axis; with no areas, for all that have it.
 * @example seriesSearch(homicide rate of HND, 'area', ['HND'], catalogue) -> 'basis=calendar-year&country=HND&source=...'
 */
export function seriesSearch(
  series: SeriesOfPeers,
  indicator: Pick<Indicator, 'counterpartRole' | 'definitions'>,
  axis: PlaceAxis,
  areas: readonly { readonly code: string; readonly kind: string }[],
  time?: string,
): string {
  const codes = (isGroup: boolean): string[] =>
    unique(areas.filter(({ kind }) => (kind === 'group') === isGroup).map(({ code }) => code));
  const values: readonly (readonly [string, readonly string[]])[] = [
    ['basis', [series.basis]],
    ['breakdown', [series.breakdown]],
    ['country', axis === 'area' ? codes(false) : [series.area]],
    ['definition', indicator.definitions.length > 0 ? [series.definition] : []],
    ['group', axis === 'area' ? codes(true) : []],
    [
      'origin',
      axis === 'origin'
        ? areas.map(({ code }) => code)
        : indicator.counterpartRole
          ? [series.counterpart]
          : [],
    ],
    ['source', [series.source]],
    ['time', time === undefined ? [] : [time]],
  ];
  return values
    .filter(([, own]) => own.length > 0)
    .map(([name, own]) => `${name}=${encodeValue(own.join('~'))}`)
    .join('&');
}
