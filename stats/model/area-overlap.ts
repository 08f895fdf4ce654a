/**
 * Do two areas share people? The one rule, for sums (which would count somebody twice), for shares of a total and
 * for verdicts: an area comes down to the countries and cities that lie in it, through groups of groups; two areas
 * overlap where they have one of these in common, or where a city of one lies in a country of the other. What
 * stands for everybody (`_T`, `_Z`) overlaps with everything.
 *
 * @example a group of groups and a country in it: true; a city and a group of its country: true
 * @example two cities of one country: false
 */
import type { Area } from './catalogue.ts';
import { ALL, NONE } from './observation.ts';

/** An area, as far as overlap depends on it. */
export type NestedArea = Pick<Area, 'members' | 'within'> & Partial<Pick<Area, 'kind'>>;
export type AreasByCode = ReadonlyMap<string, NestedArea>;

/** What an area covers. */
export interface AreaExtent {
  readonly code: string;
  /** Everybody, wherever they are. */
  readonly isEverything: boolean;
  /** The countries and cities that it comes down to; a code that is not known stands for itself. */
  readonly places: ReadonlySet<string>;
  /** The countries that its cities lie in. */
  readonly countries: ReadonlySet<string>;
}

/** Every code below an area: its members, theirs, and so on; `HND+SLV` has its two. A circle ends where it began. */
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

export function extentOf(code: string, areas: AreasByCode): AreaExtent {
  const kind = areas.get(code)?.kind;
  const isEverything = code === ALL || code === NONE || kind === 'all' || kind === 'none';
  const places = [code, ...codesBelow(code, areas)].filter((place) => membersOf(place, areas).length === 0);
  const countries = places.flatMap((place) => areas.get(place)?.within ?? []);
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

/** Whether any two of these codes overlap, or one of them with itself: a group of a country and its city. */
export function anyOverlap(codes: readonly string[], areas: AreasByCode): boolean {
  const extents = [...new Set(codes)].map((code) => extentOf(code, areas));
  if (extents.length > 1 && extents.some((extent) => extent.isEverything)) return true;
  // The same as each pair by `extentsOverlap`, without going through all pairs.
  const places = extents.flatMap((extent) => [...extent.places]);
  const distinct = new Set(places);
  return distinct.size < places.length || extents.some((extent) => meet(extent.countries, distinct));
}
