/**
 * Reasons that concern time: the lengths of the periods, their calendars, their months, and whether they
 * overlap.
 */
import { unique } from '../text.ts';
import type { Text } from '../language.ts';
import { memoizeByObject } from '../memoize.ts';
import { daysFrom } from '../time/calendar.ts';
import { formatPeriod, isDated } from '../time/period.ts';
import type { Period } from '../time/period.ts';
import { BASIS_WORDS } from '../format/labels.ts';
import type { Break } from '../model/break.ts';
import { concerns, separates } from '../model/break.ts';
import type { Reason } from './reasons.ts';
import { reason } from './reasons.ts';
import type { Subject } from './subject.ts';
import { monthsOf } from '../time/months.ts';

/**
 * The length of a period, as far as it is known. A total up to a date is only as long as a total up to the
 * same date.
 * @example lengthOf(FY2014) === 'year'; lengthOf(2014-10/2015-04) === '7 months'
 */
export function lengthOf(period: Period): string {
  switch (period.basis) {
    case 'calendar-year':
    case 'us-fiscal-year':
    case 'annual-level':
      return 'year';
    case 'month':
      return '1 months';
    case 'quarter':
      return '3 months';
    case 'half-year':
      return '6 months';
    case 'day':
      return '1 days';
    case 'since':
    case 'cumulative':
      return formatPeriod(period);
    case 'unstated':
      return 'unknown';
    case 'interval': {
      const months = monthsOf(period).length;
      if (months > 0) return months === 12 ? 'year' : `${months} months`;
      return `${daysFrom(period.start ?? '', period.end ?? '')} days`;
    }
  }
}

/**
 * Whether a longer period has a greater figure: true for flows and changes, not for stocks, prices and
 * shares.
 */
const lengthMatters = ({ indicator }: Subject): boolean =>
  (indicator.additive === 'flow' && indicator.measure !== 'share') ||
  (indicator.additive === 'none' && indicator.signed && indicator.measure !== 'level');

/** The lengths of a series' periods. Several reasons use them, so they are computed once. */
const lengthsOf = memoizeByObject(({ cells }: Subject): readonly string[] => {
  const found = new Set<string>();
  for (const { period } of cells) found.add(lengthOf(period));
  return [...found].sort();
});

function length(subjects: readonly Subject[]): Reason[] {
  const held = subjects.filter(lengthMatters);
  const sets = unique(held.map((subject) => lengthsOf(subject).join(' | ')));
  const all = unique(held.flatMap(lengthsOf));
  // Two totals up to the same date are equally long. Two figures of unknown length may differ.
  if (sets.length < 2 && !(held.length > 1 && all.includes('unknown'))) return [];
  const partial = all.includes('year') && all.every((length) => length === 'year' || / months$/.test(length));
  return [reason(partial ? 'partial-year' : 'time-length', all)];
}

/** Spans of equal length that are parts of a year but consist of different months. */
function season(subjects: readonly Subject[]): Reason[] {
  const spans = new Set<string>();
  for (const { cells } of subjects) {
    for (const { period } of cells) {
      if (period.basis !== 'interval') continue;
      const count = monthsOf(period).length;
      if (count > 0 && count < 12)
        spans.add(`${period.start?.slice(5, 7) ?? ''}-${period.end?.slice(5, 7) ?? ''}`);
    }
  }
  const months = [...spans];
  if (months.length < 2) return [];
  const lengths = unique(subjects.flatMap(lengthsOf));
  return lengths.length === 1 ? [reason('season', months)] : [];
}

function basis(subjects: readonly Subject[]): Reason[] {
  const found = new Set<Period['basis']>();
  for (const { cells } of subjects) for (const { period } of cells) found.add(period.basis);
  const bases = [...found];
  if (bases.length < 2) return [];
  const names: Text[] = bases.map((basis) => BASIS_WORDS[basis]);
  return [reason('time-basis', bases, names)];
}

const isUndated = (period: Period): boolean => !isDated(period);

function placing(subjects: readonly Subject[]): Reason[] {
  if (subjects.length < 2) return [];
  const unplaced = subjects.flatMap(({ cells }) => cells.map(({ period }) => period).filter(isUndated));
  if (unplaced.length > 0) return [reason('unplaced', unique(unplaced.map(formatPeriod)))];
  const overlap = (a: Period, b: Period): boolean =>
    (a.start ?? '') <= (b.end ?? '9999') && (b.start ?? '') <= (a.end ?? '9999');
  const [first, ...others] = subjects;
  const meet = others.every(({ cells }) =>
    cells.some((a) => first?.cells.some((b) => overlap(a.period, b.period))),
  );
  if (meet) return [];
  return [
    reason('dates', unique(subjects.flatMap(({ cells }) => cells.map((cell) => formatPeriod(cell.period))))),
  ];
}

/**
 * Breaks between any two periods of the series that they concern. A break that concerns both an area and its
 * group is listed once.
 */
export function crossed(
  subjects: readonly Pick<Subject, 'key' | 'cells'>[],
  breaks: readonly Break[],
): Break[] {
  const found = breaks.filter((seriesBreak) => {
    const touched = subjects.filter(({ key }) => concerns(seriesBreak, key));
    const periods = new Map(
      touched.flatMap(({ cells }) =>
        cells.flatMap(({ period, stated }) => (stated ? [[formatPeriod(period), period]] : [])),
      ),
    );
    const list = [...periods.values()];
    return list.some((a, i) => list.slice(i + 1).some((b) => separates(seriesBreak, a, b)));
  });
  return [
    ...new Map(found.toReversed().map((seriesBreak) => [seriesBreak.id, seriesBreak])).values(),
  ].toReversed();
}

function broken(subjects: readonly Subject[], breaks: readonly Break[]): Reason[] {
  const found = crossed(subjects, breaks);
  if (found.length === 0) return [];
  return [
    reason(
      'break',
      found.map((seriesBreak) => seriesBreak.id),
      found.map((seriesBreak) => seriesBreak.text),
    ),
  ];
}

function assumed(subjects: readonly Subject[]): Reason[] {
  const areas = new Set<string>();
  for (const { cells } of subjects) {
    for (const cell of cells) if (cell.periodStatus === 'assumed') areas.add(cell.area);
  }
  return areas.size > 0 ? [reason('assumed-period', [...areas])] : [];
}

/** All reasons that concern time, for a set of series. */
export const timeReasons = (subjects: readonly Subject[], breaks: readonly Break[]): Reason[] => [
  ...length(subjects),
  ...basis(subjects),
  ...season(subjects),
  ...placing(subjects),
  ...broken(subjects, breaks),
  ...assumed(subjects),
];
