/** A claim as a document, as a row, and as ClaimReview of schema.org. */
import { claimWordsIn } from '#app/_words/claims.ts';
import type { CheckedClaim, CheckedTerm, CheckOutcome, ClaimResult } from '#stats/claims/claim.ts';
import type { Language } from '#stats/language.ts';
import type { Catalogue, Release } from '#stats/model/catalogue.ts';
import { formatObservationId, isObservation } from '#stats/model/observation-id.ts';
import { formatPeriod } from '#stats/time/period.ts';
import type { EvidenceRow } from '../evidence/rows.ts';
import { claimSentence } from './sentence.ts';
import { relationText, stepText, termText, verdictWords } from './steps.ts';

const termDocument = (term: CheckedTerm, checked: CheckedClaim, language: Language): object => ({
  name: term.name,
  question: term.question,
  given: term.given && { value: term.given.value, text: term.given.text[language] },
  source: term.cell?.source ?? null,
  period: term.cell ? formatPeriod(term.cell.period) : null,
  figure: termText(term, checked, language),
  stated: term.cell?.stated ?? null,
  observation: term.cell && isObservation(term.cell) ? formatObservationId(term.cell) : null,
});

const outcomeDocument = (outcome: CheckOutcome, language: Language): object => ({
  verdict: outcome.verdict,
  reason: outcome.reason,
  verdict_text: verdictWords(outcome, language),
  result: outcome.result,
});

/** A check with its arithmetic and what other sources make of it. */
export const checkDocument = (checked: CheckedClaim, language: Language): object => ({
  ...outcomeDocument(checked.outcome, language),
  expression: checked.check?.expression ?? null,
  relation: checked.check?.relation ?? null,
  relation_text: checked.check && relationText(checked.check.relation, language),
  arithmetic: stepText(checked, checked.terms, checked.outcome, language),
  terms: checked.terms.map((term) => termDocument(term, checked, language)),
  other_sources: checked.sources.map(({ source, terms, outcome }) => ({
    source,
    ...outcomeDocument(outcome, language),
    arithmetic: stepText(checked, terms, outcome, language),
  })),
});

/** One claim with everything that its page says. */
export const claimDocument = (
  { claim, checked, alternatives }: ClaimResult,
  release: Release,
  language: Language,
): object => ({
  id: claim.id,
  document: claim.document,
  paragraph: claim.paragraph,
  kind: claim.kind,
  statement: claim.statement[language],
  printed: claim.printed[language],
  release: release.version,
  note: claim.note[language],
  sentence: claimSentence({ claim, checked }, release, language),
  ...checkDocument(checked, language),
  alternatives: alternatives.map((alternative, i) => ({
    name: claim.alternatives?.[i]?.name[language] ?? '',
    ...checkDocument(alternative, language),
  })),
});

/** One row for each claim. */
export const claimRow = (
  { claim, checked }: ClaimResult,
  release: Release,
  language: Language,
): EvidenceRow => ({
  id: claim.id,
  document: claim.document,
  paragraph: claim.paragraph,
  kind: claim.kind,
  statement: claim.statement[language],
  printed: claim.printed[language],
  verdict: checked.outcome.verdict,
  reason: checked.outcome.reason,
  arithmetic: stepText(checked, checked.terms, checked.outcome, language),
  value: checked.outcome.result?.value ?? null,
  low: checked.outcome.result?.low ?? null,
  high: checked.outcome.result?.high ?? null,
  expression: checked.check?.expression ?? null,
  relation: checked.check?.relation ?? null,
  note: claim.note[language],
  release: release.version,
});

const RATINGS = { fails: 1, 'cannot-be-checked': 2, 'holds-after-rounding': 3, holds: 4 } as const;

/** schema.org/ClaimReview: who said it, what, and our verdict on a scale of one to four. */
export function claimReview(
  { claim, checked }: ClaimResult,
  { sources }: Pick<Catalogue, 'sources'>,
  release: Release,
  { language, url }: { readonly language: Language; readonly url: string },
): object {
  const source = sources.find(({ id }) => id === claim.document);
  const words = claimWordsIn(language);
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url,
    datePublished: release.date,
    inLanguage: language,
    claimReviewed: claim.statement[language],
    author: { '@type': 'Organization', name: 'Cotejo' },
    itemReviewed: {
      '@type': 'Claim',
      ...(source && {
        datePublished: source.published,
        author: {
          '@type': source.author === undefined ? 'Organization' : 'Person',
          name: source.author ?? source.publisher,
        },
        appearance: {
          '@type': 'CreativeWork',
          name: source.title[language],
          ...(source.url && { url: source.url }),
        },
      }),
    },
    reviewRating: {
      '@type': 'Rating',
      ratingValue: RATINGS[checked.outcome.verdict],
      bestRating: RATINGS.holds,
      worstRating: RATINGS.fails,
      alternateName: words.verdicts[checked.outcome.verdict],
    },
  };
}
