/**
 * The rules that the database has for a row, as the same rules in code, so that a file that breaks one is refused while
 * it is read, with its line, and not when it is published (`db/schema/observations.ts`).
 */
import type { Measure } from '#stats/model/measure.ts';
import type { Observation } from '#stats/model/observation.ts';
import type { Stated } from '#stats/uncertainty/hedge.ts';

/** Far from overflow: a sum over all areas, weighted by population, must be a finite number. */
const GREATEST = 1e30;
/** How far the printed value of a share may be from its parts. */
const SLACK = 1e-9;

const NEITHER_NEGATIVE: readonly Measure[] = ['rate', 'share'];

type StoredValue = Pick<Observation, 'stated' | 'intervalKind' | 'gap' | 'numerator' | 'denominator'>;
type StoredPeriod = Pick<Observation, 'period' | 'ofBasis'>;

// A million rows are checked, so none of these makes an object or a function for a row.

/** What is wrong with the ends that a qualifier has. */
function hedgeProblem({ qualifier, value, low, high }: Stated): string | null {
  switch (qualifier) {
    case 'exact':
      return value !== null && (low === null) === (high === null) ? null : 'has no value, or one end alone';
    case 'about':
      return (low === null) === (high === null) && (value !== null || low !== null)
        ? null
        : 'has neither a value nor two ends';
    case 'more-than':
    case 'at-least':
    case 'just-over':
      return value === null && low !== null && high === null
        ? null
        : `is ${qualifier} a number that is not there`;
    case 'less-than':
    case 'at-most':
    case 'nearly':
      return value === null && high !== null && low === null
        ? null
        : `is ${qualifier} a number that is not there`;
    case 'range':
      return value === null && low !== null && high !== null ? null : 'is a range without its two ends';
  }
}

/** Whether a number is infinite, not a number, or too great. */
const isBeyond = (n: number | null): boolean => n !== null && !(Math.abs(n) <= GREATEST);
const isAbove = (a: number | null, b: number | null): boolean => a !== null && b !== null && a > b;

function numberProblem(measure: Measure, { low, value, high }: Stated): string | null {
  if (isBeyond(low) || isBeyond(value) || isBeyond(high)) return 'is no finite number up to 1e30';
  if (isAbove(low, value) || isAbove(value, high) || isAbove(low, high))
    return 'does not lie between its ends';
  if (NEITHER_NEGATIVE.includes(measure) && (isAbove(0, low) || isAbove(0, value) || isAbove(0, high)))
    return `is below 0, and a ${measure} is not`;
  return measure === 'share' && (isAbove(low, 1) || isAbove(value, 1) || isAbove(high, 1))
    ? 'is more than 1, and a share is not'
    : null;
}

function partsProblem(measure: Measure, { numerator, denominator, stated }: StoredValue): string | null {
  if (numerator === null && denominator === null) return null;
  if (numerator === null || denominator === null) return 'has one part of two';
  if (measure !== 'rate' && measure !== 'share') return `has parts, and a ${measure} has none`;
  if (!(numerator >= 0 && numerator <= GREATEST && denominator > 0 && denominator <= GREATEST))
    return 'has parts that are no numbers from 0, or a whole of 0';
  const value = stated?.value ?? null;
  const differs = value !== null && Math.abs(value - numerator / denominator) >= SLACK;
  return measure === 'share' && differs ? 'is another number than its parts give' : null;
}

const isOtherYear = (day: string | null): boolean => day !== null && !/^(?!0000)\d{4}-/.test(day);

function periodProblem({ period, ofBasis }: StoredPeriod): string | null {
  if (isOtherYear(period.start) || isOtherYear(period.end)) return 'is of a year before 1 or after 9999';
  return ofBasis !== null && period.basis !== 'interval' ? 'is part of a year and no interval' : null;
}

/**
 * What the database would refuse in a row; null if it takes it. The value of a row and the series that it is of are
 * read apart, and are given apart.
 * @example storedProblem('share', valueOf(1.2), series) === 'is more than 1, and a share is not'
 */
export function storedProblem(measure: Measure, value: StoredValue, series: StoredPeriod): string | null {
  const { stated, gap, intervalKind } = value;
  if ((stated === null) === (gap === null)) return 'has neither a number nor a reason, or both';
  if (stated !== null) {
    const hasEnds = stated.low !== null || stated.high !== null;
    if (hasEnds === (intervalKind === 'none'))
      return 'has ends without a kind of interval, or the other way about';
    const problem = hedgeProblem(stated) ?? numberProblem(measure, stated);
    if (problem !== null) return problem;
  }
  return partsProblem(measure, value) ?? periodProblem(series);
}
