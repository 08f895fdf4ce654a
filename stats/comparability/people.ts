/**
 * Reasons that concern people and areas: which breakdown is covered, people of which origin, whether one area
 * lies within another.
 */
import { EVERYBODY } from '../wording/comparability.ts';
import { unique } from '../text.ts';
import type { Text } from '../language.ts';
import { extentsOverlap } from '../model/area-overlap.ts';
import { ALL, NONE } from '../model/observation.ts';
import type { Reason } from './reasons.ts';
import { reason } from './reasons.ts';
import type { Subject, SubjectArea } from './subject.ts';

/** Parts of a declared part scheme need no note; a part and its whole, or other parts, do. */
function scope(subjects: readonly Subject[]): Reason[] {
  const names = new Map(
    subjects.map(({ key, part }) => [key.breakdown, part ?? { en: key.breakdown, es: key.breakdown }]),
  );
  const tuples = [...names.keys()];
  const separate = subjects.every(({ indicator }) =>
    indicator.parts.some(
      ({ axis, codes }) => axis === 'breakdown' && tuples.every((tuple) => codes.includes(tuple)),
    ),
  );
  return separate || tuples.length < 2 ? [] : [reason('scope', tuples, [...names.values()])];
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

/** Each area once; a figure without an origin is about everybody, as is the total. */
const distinct = (areas: readonly SubjectArea[]): SubjectArea[] => [
  ...new Map(areas.map((area) => [area.code === NONE ? ALL : area.code, area])).values(),
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
  const names = new Map([...areas, ...origins].map(({ code, name }) => [code, name]));
  const nameOf = (code: string): Text => {
    if (code === ALL || code === NONE) return EVERYBODY;
    return names.get(code) ?? { en: code, es: code };
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
