/** What the texts of a file say of the unit of its numbers: what is measured, and by what to multiply. */
import type { Measure } from '#stats/model/measure.ts';

/** People and events: a count. */
const COUNTED =
  /^(in )?(the )?(number|numbers|no\.?|n[uú]mero|count|counts|cases|casos|persons?|people|personas|habitantes|inhabitants|heads?|units?|unidades|an|nr|victims?|v[ií]ctimas|households|hogares)( of .*| de .*)?$/i;
const SHARE = /^(%|per ?cents?|percentages?|porcentajes?|por ciento)( of .*| de .*)?$/i;

const FACTORS: readonly (readonly [RegExp, number])[] = [
  [/(?<!\p{L})(thousands?|miles|mil|'?000s?)(?!\p{L})(?! (?:inhabitants|people|habitantes|personas))/iu, 1e3],
  [/(?<!\p{L})(millions?|millones|mill\.)(?!\p{L})/iu, 1e6],
  [/(?<!\p{L})(billions|miles de millones)(?!\p{L})/iu, 1e9],
];

/**
 * The factor that a unit has in its words; null if it has none, or is so many of something (`per thousand`).
 * @example factorOf('Miles de personas') === 1000
 */
export function factorOf(unit: string): number | null {
  if (/\b(per|por|cada)\b/i.test(unit)) return null;
  return FACTORS.findLast(([words]) => words.test(unit))?.[1] ?? null;
}

/** A unit without its factor. @example withoutFactor('Thousand persons') === 'persons' */
export const withoutFactor = (unit: string): string =>
  FACTORS.toReversed()
    .reduce((text, [words]) => text.replace(words, ''), unit)
    .replace(/^\s*(of|de|in|en)\s+/i, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The measure that a unit means; null if it says nothing of it. */
export function measureOfUnit(unit: string): Measure | null {
  const plain = withoutFactor(unit);
  if (plain === '' || COUNTED.test(plain)) return 'count';
  if (SHARE.test(plain)) return 'share';
  if (/\b(per|por( cada)?) (100|1 ?000|1[.,]000|mil|cien)/i.test(plain)) return 'rate';
  return null;
}
