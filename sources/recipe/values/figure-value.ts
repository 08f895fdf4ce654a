/**
 * The number of a figure: the amounts of a row, checked against the measure of the figure, with the hedge and
 * the interval that the recipe gives them.
 */
import type { Stated } from '#stats/uncertainty/hedge.ts';
import type { Measure } from '#stats/model/measure.ts';
import type { IntervalKind, Observation } from '#stats/model/observation.ts';
import { amountRole, type Amount, type AmountOf, type AmountRules } from './amount.ts';
import { factorRole } from './factor.ts';
import { isPart, shareOf } from './share.ts';
import type { Read } from './cell.ts';
import type { SayCell } from './column-reader.ts';
import type { HeaderColumns, SourceRow } from '../rows/row.ts';
import type { FigureRecipe } from '../schema/shape.ts';
import { isQualifier, rounded, statedAs } from './stated.ts';

type ReadAmount = Amount | 'absent' | 'fault' | undefined;

/** The amounts of a figure in a row; those that the recipe does not name are undefined. */
interface Amounts {
  readonly value: ReadAmount;
  readonly low: ReadAmount;
  readonly high: ReadAmount;
  readonly numerator: ReadAmount;
  readonly denominator: ReadAmount;
}

/** The fields of an observation that come from its amounts. */
type FigureValue = Pick<Observation, 'stated' | 'intervalKind' | 'numerator' | 'denominator' | 'gap'>;

/** The rules of a figure, known before any row is read. */
export interface ValueRules {
  readonly figure: FigureRecipe;
  readonly measure: Measure;
  readonly signed: boolean;
  readonly qualifierOf: QualifierOf;
}

/**
 * Reads the amounts of a figure.
 * @throws SyntaxError if the recipe names only one of two that belong together
 */
export function amountsFrom(
  figure: FigureRecipe,
  columns: HeaderColumns,
  read: (text: string) => Read,
  { signed, disclosure }: Pick<AmountRules, 'signed' | 'disclosure'>,
): (row: SourceRow, say: SayCell) => Amounts {
  const factorOf = factorRole(figure.scale, columns);
  const amount = (role: FigureRecipe['value']): AmountOf | null =>
    role === undefined ? null : amountRole(role, columns, read, { factorOf, signed, disclosure });
  // "5 of 5" is a share of exactly 1, but the count may not be five: only the note tells this.
  const part = (role: FigureRecipe['value']): AmountOf | null =>
    role === undefined ? null : amountRole(role, columns, read, { signed, disclosure, mandatory: true });
  const valueOf = amount(figure.value);
  const lowOf = amount(figure.low);
  const highOf = amount(figure.high);
  const numeratorOf = part(figure.numerator);
  const denominatorOf = part(figure.denominator);
  if (
    !(valueOf ?? lowOf ?? numeratorOf) ||
    (numeratorOf === null) !== (denominatorOf === null) ||
    (lowOf === null) !== (highOf === null)
  ) {
    throw new SyntaxError(
      `${figure.indicator}: name value, or low and high, or numerator and denominator (both of a pair)`,
    );
  }
  return (row, say) => ({
    value: valueOf?.(row, say),
    low: lowOf?.(row, say),
    high: highOf?.(row, say),
    numerator: numeratorOf?.(row, say),
    denominator: denominatorOf?.(row, say),
  });
}

/** The amounts of a row; null if any of them is absent or has a fault. */
export function presentAmounts(amounts: Amounts, absent: () => void): readonly Amount[] | null {
  const { value, low, high, numerator, denominator } = amounts;
  const all = [value, low, high, numerator, denominator];
  if (all.includes('fault')) return null;
  if (all.includes('absent')) {
    absent();
    return null;
  }
  return all.filter((amount): amount is Amount => typeof amount === 'object');
}

/** Whether a number is possible for its measure; reports a fault if it is not. */
function isPossible({ figure, measure, signed }: ValueRules, row: SourceRow, amount: Amount, say: SayCell) {
  const { value } = amount;
  // `7-` is at most 7; among numbers below 0 it may be -7.
  if (signed && amount.qualifier === 'at-most' && (row.cells[amount.at] ?? '').trim().endsWith('-')) {
    say(row, amount.at, {
      rule: `may be at most a number, or that number below 0`,
      advice: 'write the sign before the number, or ≤, in the file',
    });
    return false;
  }
  if (value === null) return true;
  if (value < 0 && !signed) {
    say(row, amount.at, {
      rule: `is below 0, but ${figure.indicator} cannot be negative`,
      advice:
        'correct the file, or write signed: true for a new indicator that may be negative (a balance, a net flow)',
    });
    return false;
  }
  if (measure === 'share' && value > 1) {
    const advice = value <= 100 ? 'write scale: 0.01 for this figure in the recipe' : 'correct the file';
    say(row, amount.at, { rule: `is ${value}, but a share is between 0 and 1`, advice });
    return false;
  }
  return true;
}

const numberOf = (amount: ReadAmount): number | null => (typeof amount === 'object' ? amount.value : null);

/** The figure of a row from its amounts; null if a fault was reported. */
export function valueFrom(
  rules: ValueRules,
  row: SourceRow,
  amounts: Amounts,
  present: readonly Amount[],
  say: SayCell,
): FigureValue | null {
  const { value, low, high, numerator, denominator } = amounts;
  for (const amount of [value, low, high])
    if (typeof amount === 'object' && !isPossible(rules, row, amount, say)) return null;
  const gap = present.find((amount) => amount.gap !== null)?.gap ?? null;
  const [top, bottom] = [numberOf(numerator), numberOf(denominator)];
  const without = { stated: null, intervalKind: 'none', numerator: null, denominator: null } as const;
  if (gap !== null) return { ...without, gap };
  const isHedged = present.some(
    (amount) => (amount === numerator || amount === denominator) && amount.qualifier !== 'exact',
  );
  if (!isHedged && top !== null && bottom !== null && top > bottom) {
    const rule = `is more than its whole, ${bottom}`;
    if (typeof numerator === 'object')
      say(row, numerator.at, { rule, advice: 'correct the file, or the columns named in the recipe' });
    return null;
  }
  if (bottom === 0) return { ...without, gap: 'not-applicable' };
  const hedged = hedgedFrom(rules, row, amounts, present[0]?.at ?? 0, say);
  if (!hedged) return null;
  const { stated, intervalKind } = hedged;
  // The "5" in a printed "<5" is not a number of people. If a part has a hedge, only the ratio is kept.
  if (isHedged) return { stated, intervalKind, numerator: null, denominator: null, gap: null };
  return { stated, intervalKind, numerator: top, denominator: bottom, gap: null };
}

/** The number with its hedge and its ends; null if they contradict each other. */
function hedgedFrom(
  { figure, measure, signed, qualifierOf }: ValueRules,
  row: SourceRow,
  { value, low, high, numerator, denominator }: Amounts,
  at: number,
  say: SayCell,
): Pick<FigureValue, 'stated' | 'intervalKind'> | null {
  const qualifier = qualifierOf(row, say);
  if (qualifier === null) return null;
  const ofCell = typeof value === 'object' ? value.qualifier : 'exact';
  if (ofCell !== 'exact' && qualifier !== 'exact' && ofCell !== qualifier) {
    const rule = `is ${ofCell}, but the qualifier column has ${qualifier}`;
    say(row, at, { rule, advice: 'correct the file, or leave qualifier out of this figure in the recipe' });
    return null;
  }
  const word = qualifier === 'exact' ? ofCell : qualifier;
  const hasParts = typeof numerator === 'object' && typeof denominator === 'object';
  const point = numberOf(value);
  let stated: Stated | null = point === null ? null : statedAs(point, word);
  let intervalKind: IntervalKind = 'none';
  if (typeof value === 'object' && value.range) stated = { qualifier: 'range', value: null, ...value.range };
  if (stated === null && measure === 'share' && hasParts) {
    const share = shareOf(numerator, denominator, isPart(figure), word);
    ({ stated, intervalKind } = share);
    if (stated === null) {
      say(row, at, {
        rule: 'has hedges that leave both ends unknown',
        advice: 'leave the row out with a filter',
      });
      return null;
    }
  }
  if (stated?.value != null && typeof value === 'object' && value.disguised) {
    stated = { ...stated, ...value.disguised };
    intervalKind = 'disclosure';
  }
  const [from, to] = [numberOf(low), numberOf(high)];
  if (from !== null && to !== null) {
    if (from > to || (point !== null && (point < from || point > to))) {
      const rule = `does not lie between ${from} and ${to}`;
      say(row, at, {
        rule,
        advice: 'correct the file, or the columns named under low and high in the recipe',
      });
      return null;
    }
    stated = { qualifier: point === null ? 'range' : word, value: point, low: from, high: to };
    intervalKind = figure.intervalKind ?? 'stated';
  }
  if (stated && figure.rounding !== undefined) {
    if (stated.value !== null) intervalKind = 'rounding';
    stated = rounded(stated, figure.rounding, signed ? -Infinity : 0);
  }
  if (stated && intervalKind === 'none' && (stated.low !== null || stated.high !== null)) {
    const isHidden = typeof value === 'object' && value.hidden;
    intervalKind = isHidden ? 'suppression' : (figure.intervalKind ?? 'stated');
  }
  return { stated, intervalKind };
}

type QualifierOf = (row: SourceRow, say: SayCell) => Stated['qualifier'] | null;

/** The word that hedges a figure, from a column or the same for all rows. */
export function qualifierRole({ qualifier }: FigureRecipe, columns: HeaderColumns): QualifierOf {
  if (qualifier === undefined) return () => 'exact';
  if (typeof qualifier === 'object' && 'constant' in qualifier) {
    const { constant } = qualifier;
    return () => constant;
  }
  const { column, codes } =
    typeof qualifier === 'string' ? { column: qualifier, codes: undefined } : qualifier;
  const at = columns.find(column);
  return (row, say) => {
    const text = row.cells[at] ?? '';
    const word = codes?.[text] ?? (text === '' ? 'exact' : text);
    if (isQualifier(word)) return word;
    say(row, at, {
      rule: 'is not a qualifier',
      advice: 'give it one under codes of qualifier in the recipe',
    });
    return null;
  };
}
