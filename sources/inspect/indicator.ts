/**
 * Guesses the indicator of a column: the catalogue's indicator whose words its title shares, otherwise a new
 * name.
 */
import { kebab } from '../recipe/values/column-reader.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import type { Measure } from '#stats/model/measure.ts';

export interface Guess {
  readonly indicator: string;
  /** Null if the catalogue has the indicator. */
  readonly measure: Measure | null;
}

const IDLE = new Set([
  'rate',
  'count',
  'number',
  'total',
  'per',
  'population',
  'the',
  'and',
  'by',
  'of',
  'in',
  'share',
  'value',
  'percent',
  'data',
  'country',
  'people',
  'both',
  'sexe',
  'all',
  'age',
  'territory',
  'year',
  'year',
]);

/** A name may have one word that the indicator does not have: *intentional* homicides. */
const MOST_OTHER_WORDS = 1;

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^a-z]+/)
      .map((word) => word.replace(/s$/, ''))
      .filter((word) => word.length > 2),
  );

function measureOf(name: string): Measure {
  const text = name.replaceAll('_', ' ');
  if (/\brate\b|per 100|por (cada )?(100|cien|mil)|tasa/i.test(text)) return 'rate';
  if (/share|percent|%|proportion|porcentaje/i.test(text)) return 'share';
  if (/estimate/i.test(text)) return 'estimate';
  return 'count';
}

export const slugOf = (text: string): string =>
  kebab(text)
    .slice(0, 48)
    .replace(/^-|-$/g, '')
    .replace(/^(?=\d)/, 'figure-') || 'value';

/**
 * @param own the words of the column, @param around titles and the file's name
 */
export function guessIndicator(
  own: string,
  around: string,
  { indicators }: Pick<Catalogue, 'indicators'>,
): Guess {
  const measure = measureOf(/rate|count|share|percent|number/i.test(own) ? own : `${own} ${around}`);
  const words = wordsOf(`${own} ${around}`);
  const ofOwn = [...wordsOf(own)].filter((word) => !IDLE.has(word));
  let best: { id: string; score: number } | null = null;
  for (const { id, measure: its } of indicators) {
    if (its !== measure) continue;
    const names = [...wordsOf(id)];
    const telling = names.filter((word) => !IDLE.has(word) || names.length === 1);
    // "Robbery-related homicide" is a part of all homicides, and no other name for them.
    if (ofOwn.filter((word) => !names.includes(word)).length > MOST_OTHER_WORDS) continue;
    const score = telling.filter((word) => words.has(word)).length / Math.max(1, telling.length);
    if (score > 0.6 && (!best || score > best.score)) best = { id, score };
  }
  return best ? { indicator: best.id, measure: null } : { indicator: slugOf(own), measure };
}

/** A separate name for a figure whose guess is already taken. */
export const nameAnew = (own: string, taken: string): Guess => {
  const slug = slugOf(own);
  return { indicator: slug === taken ? `${slug}-2` : slug, measure: measureOf(own) };
};
