/**
 * The cell that another cell is divided by. It has the same key as the divided cell, except for the parts
 * that the URL names: another area, period, origin, breakdown, definition, source or indicator.
 *
 * @example `ratio:area=MEX` divides each cell by that of Mexico with the same period, source and breakdown
 * @example `ratio:source=unodc~time=2012` divides by the figure of another source for 2012
 */
import { codesBelow } from './area-overlap.ts';
import type { Area } from './catalogue.ts';
import { parseDimensionKey, dimensionCodeText, summedDimensionKeys } from './dimension-key.ts';
import { ALL } from './observation.ts';

/** The parts of a divisor that a URL can name, in the order of its canonical text. */
export const DIVISOR_PARTS = [
  'area',
  'breakdown',
  'definition',
  'indicator',
  'origin',
  'source',
  'time',
] as const;
export type DivisorPart = (typeof DIVISOR_PARTS)[number];

/** At least one is present. `time` is the text of one period. */
export type Divisor = { readonly [Part in DivisorPart]?: string };

/** The axes on which a whole may contain its parts. */
export const WHOLE_AXES = ['area', 'breakdown', 'origin'] as const;
export type WholeAxes = Pick<Divisor, (typeof WHOLE_AXES)[number]>;

/** The canonical text. @example formatDivisor({ time: '2012', area: 'MEX' }) === 'area=MEX~time=2012' */
export const formatDivisor = (over: Divisor): string =>
  DIVISOR_PARTS.flatMap((part) => (over[part] === undefined ? [] : [`${part}=${over[part]}`])).join('~');

/**
 * Whether a breakdown lies within another one with fewer codes. `border=southwest;sector=a` lies within `_T`.
 */
export function isBreakdownWithin(breakdown: string, whole: string): boolean {
  const codes = (key: string): string[] => parseDimensionKey(key).map(dimensionCodeText);
  const wholes = summedDimensionKeys(whole).map(codes);
  return summedDimensionKeys(breakdown).every((key) => {
    const own = new Set(codes(key));
    return wholes.some((needed) => needed.every((code) => own.has(code)));
  });
}

/**
 * Whether an area lies within another on a day: a member of a group, a city in its country, anything in `_T`.
 * Without a day, past and future members count too.
 */
export function isAreaWithin(
  code: string,
  whole: string,
  areas: ReadonlyMap<string, Area>,
  day: string | null,
): boolean {
  if (code === whole || whole === ALL || areas.get(whole)?.kind === 'all') return true;
  const below = [...codesBelow(code, areas)];
  const places = below.length > 0 ? below.filter((place) => !areas.get(place)?.members?.length) : [code];
  return places.every((place) => isPlaceWithin(place, whole, areas, day, 8));
}

/** The same for one country or city. Groups may contain groups, up to `depth` levels. */
function isPlaceWithin(
  code: string,
  whole: string,
  areas: ReadonlyMap<string, Area>,
  day: string | null,
  depth: number,
): boolean {
  if (code === whole || areas.get(code)?.within === whole) return true;
  if (depth === 0) return false;
  return (areas.get(whole)?.members ?? [])
    .filter(({ from, to }) => day === null || ((from ?? '') <= day && (to === undefined || day < to)))
    .some((member) => isPlaceWithin(code, member.area, areas, day, depth - 1));
}
