/** A claim with its verdict as one sentence, for copying and embedding. */
import { claimWordsIn } from '#app/_words/claims.ts';
import type { CheckedClaim, ClaimResult } from '#stats/claims/claim.ts';
import type { Language } from '#stats/language.ts';
import type { Release } from '#stats/model/catalogue.ts';
import { relationText, stepText, verdictWords } from './steps.ts';

/** @example claimSentence(C06) // '“Guatemala City ...” Fails (Cotejo, release 1.5.0).' */
export const claimSentence = (
  { claim, checked }: Pick<ClaimResult, 'claim' | 'checked'>,
  { version }: Pick<Release, 'version'>,
  language: Language,
): string =>
  claimWordsIn(language).sentenceText({
    statement: claim.statement[language],
    verdict: verdictWords(checked.outcome, language),
    version,
  });

/** @example checkSentence(a / b) // '63.6 / 16.7 = 3.81; at least 3: Holds (Cotejo, 1.5.0).' */
export function checkSentence(
  checked: CheckedClaim,
  { version }: Pick<Release, 'version'>,
  language: Language,
): string {
  const step = stepText(checked, checked.terms, checked.outcome, language);
  const must = checked.check ? relationText(checked.check.relation, language) : '';
  return `${[step, must].filter(Boolean).join('; ')}: ${verdictWords(checked.outcome, language)} (Cotejo, ${version}).`;
}
