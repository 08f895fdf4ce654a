/**
 * Reasons that concern people and areas: which breakdown is covered, people of which origin, whether one area
 * lies within another.
 */
import { EVERYBODY } from '../wording/comparability.ts';
import { parseDimensionKey } from '../model/dimension-key.ts';
import { unique } from '../text.ts';
import type { Text } from '../language.ts';
import { extentsOverlap } from '../model/area-overlap.ts';
import { ALL, NONE } from '../model/observation.ts';
import type { Reason } from './reasons.ts';
import { reason } from './reasons.ts';
import type { Subject, SubjectArea } from './subject.ts';

const anyone = (area: SubjectArea): boolean => area.code === ALL || area.code === NONE;

const codesByDimension = (breakdown: string): Map<string, string> =>
  new Map(parseDimensionKey(breakdown).map(({ dimension, code }) => [dimension, code]));

/** Parts of a declared part scheme need no note; a part and its whole, or other parts, do. */
function scope(subjects: readonly Subject[]): Reason[] {
  const tuples = unique(subjects.map(({ key }) => key.breakdown));
  if (tuples.length < 2) return [];
  const separate = subjects.every(({ indicator }) =>
    indicator.parts.some(
      ({ axis, codes }) => axis === 'breakdown' && tuples.every((tuple) => codes.includes(tuple)),
    ),
  );
  const dimensions = unique(tuples.flatMap((tuple) => [...codesByDimension(tuple).keys()]));
  const differing = dimensions.filter(
    (dimension) => unique(tuples.map((tuple) => codesByDimension(tuple).get(dimension) ?? ALL)).length > 1,
  );
  const names = tuples.map((tuple) => {
    const known = subjects.find(({ key }) => key.breakdown === tuple)?.part;
    return known ?? { en: tuple, es: tuple };
  });
  return separate || differing.length === 0 ? [] : [reason('scope', tuples, names)];
}

/** Areas that share people with another area in the list. */
function overlapping(areas: readonly SubjectArea[]): string[] {
  const found = new Set<string>();
  areas.forEach((a, i) => {
    for (const b of areas.slice(i + 1)) {
      if (extentsOverlap(a.extent, b.extent)) for (const area of [a, b]) found.add(area.code);
    }
  });
  return [...found];
}

const distinct = (areas: readonly SubjectArea[]): SubjectArea[] => [
  ...new Map(areas.map((area) => [anyone(area) ? ALL : area.code, area])).values(),
];

/**
 * Comparing several areas, or several origins, is normal. If both vary, some two of the series differ in
 * both.
 */
function areaReasons(subjects: readonly Subject[]): Reason[] {
  const areas = distinct(subjects.map(({ area }) => area));
  const origins = distinct(subjects.map(({ counterpart }) => counterpart));
  const remainder = origins.some(({ kind }) => kind === 'other' || kind === 'unknown');
  const apart = origins.length > 1 && (areas.length > 1 || remainder);
  // Origins can only overlap within one area. Most areas have the same origins, so each set is checked once.
  const sets = new Map(
    areas.map(({ code }) => {
      const own = distinct(
        subjects.filter((subject) => subject.area.code === code).map(({ counterpart }) => counterpart),
      );
      return [own.map((area) => area.code).join(' '), own];
    }),
  );
  const shared = unique([...overlapping(areas), ...[...sets.values()].flatMap(overlapping)]);
  const codes = origins.map((area) => area.code);
  const all = [...areas, ...origins, ...subjects.map(({ counterpart }) => counterpart)];
  const nameOf = (code: string): Text => {
    if (code === ALL || code === NONE) return EVERYBODY;
    return all.find((area) => area.code === code)?.name ?? { en: code, es: code };
  };
  return [
    ...(apart ? [reason('origin', codes, codes.map(nameOf))] : []),
    ...(shared.length > 0 ? [reason('overlap', shared, shared.map(nameOf))] : []),
  ];
}

function coverage(subjects: readonly Subject[]): Reason[] {
  const short = subjects.filter(({ cells }) =>
    cells.some((cell) => cell.coverage !== null && cell.coverage.present < cell.coverage.expected),
  );
  return short.length > 0 ? [reason('coverage', unique(short.map(({ area }) => area.code)))] : [];
}

/** All reasons that concern areas and people, for a set of series. */
export const peopleReasons = (subjects: readonly Subject[]): Reason[] => [
  ...scope(subjects),
  ...areaReasons(subjects),
  ...coverage(subjects),
];
