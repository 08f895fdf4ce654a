/** Whether a whole contains a part: an area in a group or country, a breakdown in one with fewer codes. */
import { aroundOf, codesBelow } from '../model/area-overlap.ts';
import type { Area } from '../model/catalogue.ts';
import { parseDimensionKey, dimensionCodeText, summedDimensionKeys } from '../model/dimension-key.ts';
import { ALL } from '../model/observation.ts';

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
  return places.every((place) => anyWithin([place, ...aroundOf(place, areas)], whole, areas, day, 8));
}

/** The same for one place, with the larger places around it. Groups may contain groups, up to `depth` levels. */
function anyWithin(
  places: readonly string[],
  whole: string,
  areas: ReadonlyMap<string, Area>,
  day: string | null,
  depth: number,
): boolean {
  if (places.includes(whole)) return true;
  if (depth === 0) return false;
  return (areas.get(whole)?.members ?? [])
    .filter(({ from, to }) => day === null || ((from ?? '') <= day && (to === undefined || day < to)))
    .some((member) => anyWithin(places, member.area, areas, day, depth - 1));
}
