/** A rank in words: an ordinal or a range of ordinals, and the number of all ranks. */
import type { Language } from '../language.ts';
import type { RankRange } from '../model/observation.ts';

/** @example ordinal(3, 'en') === '3rd'; ordinal(3, 'es') === '3.º' */
export function ordinal(n: number, language: Language): string {
  if (language === 'es') return `${n}.º`;
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}

/**
 * A rank in words.
 * @example rankWords({ best: 3, worst: 5, of: 18 }, 'en') === '3rd to 5th of\u00a018'
 * @example rankWords({ best: 3, worst: 5, of: 18 }, 'es') === 'del 3.º al 5.º de\u00a018'
 */
export function rankWords({ best, worst, of }: RankRange, language: Language): string {
  const [first, last] = [ordinal(best, language), ordinal(worst, language)];
  // A no-break space keeps `of 18` on one line.
  const all = `${language === 'en' ? 'of' : 'de'}\u00a0${of}`;
  if (best === worst) return `${first} ${all}`;
  return language === 'en' ? `${first} to ${last} ${all}` : `del ${first} al ${last} ${all}`;
}
