/**
 * The one series of a side that a comparison over time shows for a place. What the reader names is kept as far as it is
 * on file together; what he changed last goes first. So no choice of controls ends in nothing.
 */
import type { Indicator } from '../model/catalogue.ts';
import type { SeriesKey } from '../model/observation.ts';
import { mainSeries } from './main-series.ts';
import type { PlaceAxis } from './several.ts';

/** What a side may name besides its indicator and its place, in the order in which it counts. */
export const SIDE_CHOICES = ['origin', 'country', 'breakdown', 'definition', 'basis', 'source'] as const;
export type SideChoice = (typeof SIDE_CHOICES)[number];

/** The code of a series on a choice. */
export const codeOfChoice = (series: SeriesKey, choice: SideChoice): string =>
  choice === 'origin' ? series.counterpart : choice === 'country' ? series.area : series[choice];

/** The choices of a side on an axis: the origin is chosen by area, the country by origin. */
export const choicesOn = (axis: PlaceAxis): readonly SideChoice[] =>
  SIDE_CHOICES.filter((choice) => choice !== (axis === 'area' ? 'country' : 'origin'));

export interface SideWish {
  readonly axis: PlaceAxis;
  /** Null for whatever place the main series has. */
  readonly place: string | null;
  readonly wanted: Partial<Readonly<Record<SideChoice, string>>>;
  /** The choices that were changed last. */
  readonly changed?: readonly SideChoice[];
}

type Counted = SeriesKey & { readonly years: readonly number[] };

/**
 * The series nearest to a wish; null if the indicator has none for the place.
 * @example a source that does not have the breakdown: the breakdown, unless the source was changed last
 */
export function settleSide<Series extends Counted>(
  onFile: readonly Series[],
  indicator: Indicator,
  { axis, place, wanted, changed = [] }: SideWish,
): Series | null {
  let left = onFile.filter(
    (series) => place === null || (axis === 'area' ? series.area : series.counterpart) === place,
  );
  const order = [...changed, ...choicesOn(axis).filter((choice) => !changed.includes(choice))];
  for (const choice of order) {
    const code = wanted[choice];
    const matching = code === undefined ? [] : left.filter((series) => codeOfChoice(series, choice) === code);
    if (matching.length > 0) left = matching;
  }
  const counted = left.map((series) => ({ ...series, figures: series.years.length }));
  return mainSeries(counted, indicator, axis);
}
