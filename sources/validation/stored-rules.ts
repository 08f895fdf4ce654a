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

type StoredRow = Pick<
  Observation,
  'stated' | 'intervalKind' | 'gap' | 'numerator' | 'denominator' | 'period' | 'ofBasis'
>;

/** Which ends a qualifier has: `true` must be there, `false` must not. */
function hedgeProblem({ qualifier, value, low, high }: Stated): string | null {
  const has = { value: value !== null, low: low !== null, high: high !== null };
  const fits = (of: Partial<typeof has>): boolean =>
    (Object.keys(of) as (keyof typeof has)[]).every((end) => has[end] === of[end]);
  switch (qualifier) {
    case 'exact':
      return has.value && has.low === has.high ? null : 'has no value, or one end alone';
    case 'about':
      return has.low === has.high && (has.value || has.low) ? null : 'has neither a value nor two ends';
    case 'more-than':
    case 'at-least':
    case 'just-over':
      return fits({ value: false, low: true, high: false })
        ? null
        : `is ${qualifier} a number that is not there`;
    case 'less-than':
    case 'at-most':
    case 'nearly':
      return fits({ value: false, high: true, low: false })
        ? null
        : `is ${qualifier} a number that is not there`;
    case 'range':
      return fits({ value: false, low: true, high: true }) ? null : 'is a range without its two ends';
  }
}

function numberProblem(measure: Measure, { stated }: StoredRow): string | null {
  const numbers = [stated?.low, stated?.value, stated?.high].filter((n): n is number => n != null);
  if (numbers.some((n) => !(Math.abs(n) <= GREATEST))) return 'is no finite number up to 1e30';
  if (numbers.some((n, i) => n < (numbers[i - 1] ?? -Infinity))) return 'does not lie between its ends';
  if (NEITHER_NEGATIVE.includes(measure) && numbers.some((n) => n < 0))
    return `is below 0, and a ${measure} is not`;
  return measure === 'share' && numbers.some((n) => n > 1) ? 'is more than 1, and a share is not' : null;
}

function partsProblem(measure: Measure, { numerator, denominator, stated }: StoredRow): string | null {
  if (numerator === null && denominator === null) return null;
  if (numerator === null || denominator === null) return 'has one part of two';
  if (measure !== 'rate' && measure !== 'share') return `has parts, and a ${measure} has none`;
  if (!(numerator >= 0 && numerator <= GREATEST && denominator > 0 && denominator <= GREATEST))
    return 'has parts that are no numbers from 0, or a whole of 0';
  const value = stated?.value ?? null;
  const differs = value !== null && Math.abs(value - numerator / denominator) >= SLACK;
  return measure === 'share' && differs ? 'is another number than its parts give' : null;
}

function periodProblem({ period, ofBasis }: StoredRow): string | null {
  if ([period.start, period.end].some((day) => day !== null && !/^(?!0000)\d{4}-/.test(day)))
    return 'is of a year before 1 or after 9999';
  return ofBasis !== null && period.basis !== 'interval' ? 'is part of a year and no interval' : null;
}

/**
 * What the database would refuse in a row; null if it takes it.
 * @example storedProblem('share', { ...row, stated: 1.2 }) === 'is more than 1, and a share is not'
 */
export function storedProblem(measure: Measure, row: StoredRow): string | null {
  const { stated, gap, intervalKind } = row;
  if ((stated === null) === (gap === null)) return 'has neither a number nor a reason, or both';
  if (stated !== null) {
    const hasEnds = stated.low !== null || stated.high !== null;
    if (hasEnds === (intervalKind === 'none'))
      return 'has ends without a kind of interval, or the other way about';
    const hedge = hedgeProblem(stated);
    if (hedge !== null) return hedge;
  }
  return numberProblem(measure, row) ?? partsProblem(measure, row) ?? periodProblem(row);
}
