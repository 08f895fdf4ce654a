/**
 * Numbers as text. Pinned answers must not depend on the ICU of a Node version, so grouping and decimals are
 * written here (docs/rules.md#pinned-text-needs-no-icu): 68,541.5 in English; 68 541,5 in Spanish, grouped
 * from five digits with a narrow no-break space. Data files always use the plain form of `plainNumber`.
 */
import type { Language } from './language.ts';

/** U+2212, the minus sign that is as wide as a plus. */
const MINUS = '\u2212';
const NARROW_SPACE = '\u202f';

/**
 * Rounds to twelve significant digits. Every computed number is rounded before it is written or shown,
 * because sums of floats depend on the order of rows and pinned bytes must not.
 * @example significant(0.1 + 0.2) === 0.3
 */
export const significant = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < SHORT_NUMBER ? value : Number(value.toPrecision(12));

/** Integers below this have at most twelve digits. */
export const SHORT_NUMBER = 1e12;

/**
 * The text of `significant(value)`, as JSON writes a number. Most numbers are short already, and checking the
 * length of their text is faster than rounding.
 * @example significantText(0.1 + 0.2) === '0.3'
 */
export function significantText(value: number): string {
  const text = String(value);
  return text.length <= 12 ? text : String(significant(value));
}

/**
 * The shortest decimal text without an exponent, for CSV and hashes. Parsing it gives the same number.
 * @example plainNumber(1.5e-7) === '0.00000015'
 */
export function plainNumber(value: number): string {
  const [mantissa, exponent] = significantText(value).split('e');
  if (exponent === undefined) return mantissa!;
  const sign = mantissa!.startsWith('-') ? '-' : '';
  const digits = mantissa!.replace(/[-.]/g, '');
  const point = 1 + Number(exponent);
  if (exponent.startsWith('-')) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  // There are at most twelve digits, and exponents only start at 21, so the point always comes after the last
  // digit.
  return sign + digits.padEnd(point, '0');
}

/**
 * A number formatted for readers of a language.
 * @example formatNumber(68541, 'en') === '68,541'
 * @example formatNumber(4600.5, 'es', 1) === '4600,5'
 */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  const size = Math.abs(value);
  // From 1e21 on `toFixed` writes an exponent.
  const [written, fraction] = (size < 1e21 ? size.toFixed(decimals) : plainNumber(size)).split('.');
  const whole = written!;
  const separator = language === 'en' ? ',' : whole.length > 4 ? NARROW_SPACE : '';
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, separator);
  const text = fraction === undefined ? grouped : grouped + (language === 'en' ? '.' : ',') + fraction;
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

/** The decimals that a number was written with, at most `most`. @example decimalsOf(21.5, 3) === 1 */
export function decimalsOf(value: number, most: number): number {
  const [, fraction = ''] = plainNumber(value).split('.');
  return Math.min(fraction.length, most);
}
