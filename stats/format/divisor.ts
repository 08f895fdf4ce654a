/**
 * The divisor of a ratio in words: `times Mexico’s`, `veces la de México`, `of the total`, `del total`. Names
 * come from the answer; a code without a name is shown as it is.
 */
import type { Area, Dimension, Indicator, Source } from '../model/catalogue.ts';
import { DIVISOR_PARTS, type Divisor, type DivisorPart } from '../model/divisor.ts';
import type { Language, Text } from '../language.ts';
import { ALL } from '../model/observation.ts';
import { parsePeriod } from '../time/period.ts';
import { breakdownCodeNames } from './dimensions.ts';
import { formatPeriodWords } from './period.ts';

/** The parts of an answer that names are taken from. */
export interface DivisorNames {
  readonly areas?: readonly Area[];
  readonly dimensions?: readonly Dimension[];
  readonly sources?: readonly Source[];
  readonly indicator?: Partial<Pick<Indicator, 'definitions'>>;
  /** The indicator of the divisor, if it is a different one. */
  readonly divisor?: Pick<Indicator, 'title' | 'definitions'> | undefined;
}

const TOTAL: Text = { en: 'the total', es: 'el total' };

/** `Mexico’s`, `the United States’`. */
const possessive = (name: string): string => (name.endsWith('s') ? `${name}’` : `${name}’s`);

/** The words for each part of the divisor. */
function partWords(over: Divisor, names: DivisorNames, language: Language): string[] {
  const area = (code: string): string =>
    code === ALL
      ? TOTAL[language]
      : (names.areas?.find((entry) => entry.code === code)?.name[language] ?? code);
  const { definitions = [] } = names.divisor ?? names.indicator ?? {};
  const words: Readonly<Record<DivisorPart, (code: string) => string>> = {
    area,
    origin: area,
    breakdown: (code) =>
      code === ALL
        ? TOTAL[language]
        : breakdownCodeNames(code, names.dimensions ?? [], language).join(', ') || code,
    definition: (code) => definitions.find((entry) => entry.code === code)?.name[language] ?? code,
    indicator: (code) => names.divisor?.title[language] ?? code,
    source: (code) => names.sources?.find((entry) => entry.id === code)?.shortTitle[language] ?? code,
    time: (code) => {
      const period = parsePeriod(code);
      return period ? formatPeriodWords(period, 'stated', language) : code;
    },
  };
  return DIVISOR_PARTS.flatMap((part) => {
    const code = over[part];
    return code === undefined ? [] : [words[part](code)];
  });
}

/** The divisor in the possessive: `Mexico’s`, `that of 2013`, `the total`. */
function divisorWords(over: Divisor, names: DivisorNames, language: Language): string {
  const all = partWords(over, names, language);
  const [first = '', ...more] = all;
  if (more.length === 0 && first === TOTAL[language]) return first;
  if (more.length === 0 && over.area !== undefined && language === 'en') return possessive(first);
  const words = all.join(', ');
  if (language === 'en') return `that of ${words}`;
  return words.startsWith('año') ? `la del ${words}` : `la de ${words}`;
}

/**
 * The words after the number of a ratio.
 * @example '2.84' + 'times Mexico’s', '2,84' + 'veces la de México'
 */
export const timesWords = (over: Divisor, names: DivisorNames, language: Language): string =>
  `${language === 'en' ? 'times' : 'veces'} ${divisorWords(over, names, language)}`;

/** The words after the number of a share. @example '91.4%' + 'of the total', '91,4%' + 'del total' */
export const overWords = (over: Divisor, names: DivisorNames, language: Language): string =>
  language === 'en'
    ? `of ${divisorWords(over, names, language)}`
    : `de ${divisorWords(over, names, language)}`.replace(/^de el /, 'del ');
