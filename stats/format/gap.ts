/** A gap in words, the same in every format. */
import type { Language, Text } from '../language.ts';
import type { Cell } from '../model/observation.ts';
import { parsePeriod } from '../time/period.ts';
import { STORED_GAPS } from '../model/gap.ts';
import { GAP_WORDS } from './labels.ts';
import { formatPeriodWords } from './period.ts';

const LAST: Text = { en: 'last', es: 'última' };

/**
 * Why a cell has no figure; empty if it has one.
 * @example gapReason(El Salvador in 2023, 'en') === 'no figure available (last: 2022)'
 * @example the change of a year whose year before is suppressed: 'suppressed by the source (2012)'
 */
export function gapReason({ gap, lastOnFile }: Pick<Cell, 'gap' | 'lastOnFile'>, language: Language): string {
  if (!gap) return '';
  const words = GAP_WORDS[gap.code].words[language];
  // What is made of several periods has the reason of the one that its source left empty.
  const isStored = STORED_GAPS.some((code) => code === gap.code);
  if (isStored && gap.missing.length > 0) {
    const named = gap.missing.map((name) => {
      const missing = parsePeriod(name);
      return missing ? formatPeriodWords(missing, 'stated', language) : name;
    });
    return `${words} (${named.join(', ')})`;
  }
  if (lastOnFile === undefined) return words;
  const period = parsePeriod(lastOnFile);
  return `${words} (${LAST[language]}: ${period ? formatPeriodWords(period, 'stated', language) : lastOnFile})`;
}
