/**
 * Whether the series of an answer may be laid side by side, in a reader's words. What is judged, and why, is
 * `stats/comparability`; here a verdict becomes a glyph and its reasons sentences.
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

/** A verdict for a reader; one without reasons says what made it easy. */
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
  // How the table shows what is computed.
  return how === ''
    ? said
    : { ...said, reasons: [...said.reasons, wordsIn(language).margin.computed({ how })] };
}
