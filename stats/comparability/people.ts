/**
 * Reasons of whom and where: which part is covered, people of which origin, whether one lies inside the other.
 */
import { ALL, NONE } from '../observation.ts';
import type { Reason } from './reasons.ts';
import { reason } from './reasons.ts';
import type { Subject } from './subject.ts';

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
type Place = Subject['area'];

/** Whether two places share people: the same one, a city and its country, a group and its member. */
export function overlaps(a: Place, b: Place): boolean {
  if (a.code === b.code || a.code === ALL || b.code === ALL) return true;
  const inside = (place: Place): string[] => [
    place.code,
    ...(place.within === undefined ? [] : [place.within]),
    ...(place.members ?? []).map((member) => member.area),
  ];
  // A city lies in its country and so in the groups of it; two cities of one country do not overlap.
  const cities = a.within !== undefined && b.within !== undefined;
  return !cities && inside(a).some((code) => inside(b).includes(code));
}

/** `border=southwest;stage=applied` as its dimensions; the total has none. */
const dimensionsOf = (breakdown: string): Map<string, string> =>
  new Map(
    breakdown === ALL
      ? []
      : breakdown.split(';').map((pair): [string, string] => {
          const [dimension = '', code = ''] = pair.split('=');
          return [dimension, code];
        }),
  );

/** Parts that are declared to be separate need no note; a part and its whole, or other parts, do. */
function scope(subjects: readonly Subject[]): Reason[] {
  const tuples = unique(subjects.map(({ key }) => key.breakdown));
  if (tuples.length < 2) return [];
  const separate = subjects.every(({ indicator }) =>
    indicator.parts.some(
      ({ axis, codes }) => axis === 'breakdown' && tuples.every((tuple) => codes.includes(tuple)),
    ),
  );
  const dimensions = unique(tuples.flatMap((tuple) => [...dimensionsOf(tuple).keys()]));
  const differing = dimensions.filter(
    (dimension) => unique(tuples.map((tuple) => dimensionsOf(tuple).get(dimension) ?? ALL)).length > 1,
  );
  return separate || differing.length === 0 ? [] : [reason('scope', tuples)];
}

const anyone = (place: Place): boolean => place.code === ALL || place.code === NONE;
const same = (a: Place, b: Place): boolean => a.code === b.code || (anyone(a) && anyone(b));

const sharePeople = (a: Place, b: Place): boolean => anyone(a) || anyone(b) || overlaps(a, b);

interface Whom {
  readonly area: Place;
  readonly counterpart: Place;
}

/** Reasons of pairs of place and origin. Only pairs that differ are held against one another. */
function places(subjects: readonly Subject[]): Reason[] {
  const pairs = [
    ...new Map(
      subjects.map((one): [string, Whom] => [`${one.area.code} ${one.counterpart.code}`, one]),
    ).values(),
  ];
  const origins = new Set<string>();
  const within = new Set<string>();
  pairs.forEach((a, i) => {
    for (const b of pairs.slice(i + 1)) {
      const [sameArea, sameOrigin] = [a.area.code === b.area.code, same(a.counterpart, b.counterpart)];
      const remainder = [a, b].some(({ counterpart }) => ['other', 'unknown'].includes(counterpart.kind));
      if (!sameOrigin && (!sameArea || remainder)) {
        for (const one of [a, b]) origins.add(one.counterpart.code);
      }
      if (!sameArea && sameOrigin && overlaps(a.area, b.area)) {
        for (const one of [a, b]) within.add(one.area.code);
      }
      if (sameArea && !sameOrigin && sharePeople(a.counterpart, b.counterpart)) {
        for (const one of [a, b]) within.add(one.counterpart.code);
      }
    }
  });
  return [
    ...(origins.size > 0 ? [reason('origin', [...origins])] : []),
    ...(within.size > 0 ? [reason('overlap', [...within])] : []),
  ];
}

function coverage(subjects: readonly Subject[]): Reason[] {
  const short = subjects.filter(({ cells }) =>
    cells.some((cell) => cell.coverage !== null && cell.coverage.present < cell.coverage.expected),
  );
  return short.length > 0 ? [reason('coverage', unique(short.map(({ area }) => area.code)))] : [];
}

/** All reasons of place and people for a set of series. */
export const peopleReasons = (subjects: readonly Subject[]): Reason[] => [
  ...scope(subjects),
  ...places(subjects),
  ...coverage(subjects),
];
