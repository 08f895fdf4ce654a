/**
 * Whether two areas share people. The rule is the same for sums (which would count people twice), for shares
 * of a total and for verdicts. An area is expanded, through groups of groups, to the countries and cities in
 * it. Two areas overlap if they have one of these in common, or if a city of one lies in a country of the
 * other. The codes for everybody (`_T`, `_Z`) overlap with everything.
 *
 * @example a group of groups and a country in it: true; a city and a group of its country: true
 * @example two cities of one country: false
 */
import type { Area } from './catalogue.ts';
import { ALL, NONE } from './observation.ts';

/** The properties of an area that overlap depends on. */
export type NestedArea = Pick<Area, 'members' | 'within'> & Partial<Pick<Area, 'kind'>>;
export type AreasByCode = ReadonlyMap<string, NestedArea>;

/** What an area covers. */
export interface AreaExtent {
  readonly code: string;
  /** Everybody, wherever they are. */
  readonly isEverything: boolean;
  /** The countries and cities that it expands to; an unknown code stays as it is. */
  readonly places: ReadonlySet<string>;
  /** The countries, and other larger places, around its places. */
  readonly countries: ReadonlySet<string>;
}

/**
 * Every code below an area: its members, their members, and so on; `HND+SLV` has two. Circular memberships do
 * not loop.
 */
export function codesBelow(code: string, areas: AreasByCode): ReadonlySet<string> {
  const below = new Set<string>();
  const open = [code];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const member of membersOf(next, areas)) {
      if (member === code || below.has(member)) continue;
      below.add(member);
      open.push(member);
    }
  }
  return below;
}

function membersOf(code: string, areas: AreasByCode): readonly string[] {
  const members = areas.get(code)?.members ?? [];
  if (members.length > 0) return members.map((member) => member.area);
  return code.includes('+') ? code.split('+') : [];
}

/** The larger places around a place, from the nearest to its country. A place that lies in itself does not loop. */
export function aroundOf(place: string, areas: AreasByCode): string[] {
  const around: string[] = [];
  for (
    let at = areas.get(place)?.within;
    at !== undefined && !around.includes(at);
    at = areas.get(at)?.within
  )
    around.push(at);
  return around;
}

export function extentOf(code: string, areas: AreasByCode): AreaExtent {
  const kind = areas.get(code)?.kind;
  const isEverything = code === ALL || code === NONE || kind === 'all' || kind === 'none';
  const places = [code, ...codesBelow(code, areas)].filter((place) => membersOf(place, areas).length === 0);
  const countries = places.flatMap((place) => aroundOf(place, areas));
  return { code, isEverything, places: new Set(places), countries: new Set(countries) };
}

/** Whether two areas share people. */
export const extentsOverlap = (a: AreaExtent, b: AreaExtent): boolean =>
  a.code === b.code ||
  a.isEverything ||
  b.isEverything ||
  meet(a.places, b.places) ||
  meet(a.countries, b.places) ||
  meet(b.countries, a.places);

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  for (const code of few) if (many.has(code)) return true;
  return false;
}

/**
 * Whether any two of these codes overlap, or whether one overlaps with itself (a group of a country and its
 * city).
 */
export function anyOverlap(codes: readonly string[], areas: AreasByCode): boolean {
  const extents = [...new Set(codes)].map((code) => extentOf(code, areas));
  if (extents.length > 1 && extents.some((extent) => extent.isEverything)) return true;
  // Gives the same result as `extentsOverlap` for every pair, without comparing all pairs.
  const places = extents.flatMap((extent) => [...extent.places]);
  const distinct = new Set(places);
  return distinct.size < places.length || extents.some((extent) => meet(extent.countries, distinct));
}
