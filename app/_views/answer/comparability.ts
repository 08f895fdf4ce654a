/**
 * Whether the series of an answer can be compared, in words. `stats/comparability` decides the verdict and
 * the reasons; here they become a glyph and sentences.
 */
import { VERDICT_WORDS } from '#stats/wording/comparability.ts';
import { type Comparability as Judged, type Verdict as Code } from '#stats/comparability/verdict.ts';
import { verdictOn } from '#stats/comparability/notice.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Language } from '#stats/language.ts';
import { COMPUTATION_WORDS } from '#stats/format/labels.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { VerdictKind } from '../page/Verdict.tsx';

export interface ComparabilityText {
  readonly kind: VerdictKind;
  readonly words: string;
  readonly reasons: readonly string[];
}

const KINDS: Readonly<Record<Code, VerdictKind>> = {
  comparable: 'holds',
  'comparable-with-notes': 'notes',
  'not-comparable': 'fails',
};

/** A verdict in words; a verdict without reasons states why the series are comparable. */
export function comparabilityWords({ verdict, reasons }: Judged, language: Language): ComparabilityText {
  return {
    kind: KINDS[verdict],
    words: VERDICT_WORDS[verdict][language],
    reasons:
      reasons.length > 0
        ? reasons.map((reason) => reason.text[language])
        : [wordsIn(language).margin.nothingDiffers],
  };
}

/**
 * The verdict on an answer; null where nothing is compared.
 * @example comparabilityOf(shares of petitions and of cases closed).kind === 'fails'
 */
export function comparabilityTextOf(comparison: Comparison): ComparabilityText | null {
  const { language, cells } = comparison;
  const judged = verdictOn(comparison);
  if (!judged) return null;
  const said = comparabilityWords(judged, language);
  const how = [...new Set(cells.flatMap((cell) => (cell.stated && cell.computed) || []))]
    .map((code) => COMPUTATION_WORDS[code][language])
    .join(', ');
  // How the table marks computed figures.
  return how === ''
    ? said
    : { ...said, reasons: [...said.reasons, wordsIn(language).margin.computed({ how })] };
}
