/**
 * The arithmetic of a claim in words: the expression with its figures, what comes out, and what it must be.
 * @example '61.1 / 21.5 = 2.84'
 */
import { claimWordsIn } from '#app/_words/claims.ts';
import type { CheckedClaim, CheckedTerm, CheckedValue, CheckOutcome } from '#stats/claims/claim.ts';
import { figureText } from '#stats/format/figure.ts';
import { QUALIFIER_WORDS } from '#stats/format/labels.ts';
import type { Language } from '#stats/language.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { formatNumber, plainNumber } from '#stats/number.ts';

/** The answer that has the cell of a term. */
export const answerOfTerm = ({ cell }: CheckedTerm, { answers }: CheckedClaim): Comparison | undefined =>
  answers.find((answer) => cell !== null && answer.cells.includes(cell));

/** The figure of a term with its hedge; empty where there is none. */
export function termText(term: CheckedTerm, checked: CheckedClaim, language: Language): string {
  if (term.given) return resultNumber(term.given.value, language);
  const answer = answerOfTerm(term, checked);
  return term.cell && answer ? figureText(term.cell, answer.indicator, language) : '';
}

/** Enough digits to see what rounding would hide. */
function resultNumber(value: number, language: Language): string {
  const size = Math.abs(value);
  const most = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4;
  const decimals = Math.min(most, (plainNumber(value).split('.')[1] ?? '').length);
  return formatNumber(value, language, decimals);
}

/** A result with its hedge. @example 'at least 1,095'; '8,000 to 9,000' */
export function valueText(
  { value, low, high, lowInclusive, highInclusive, approximate }: CheckedValue,
  language: Language,
): string {
  const number = (end: number): string => resultNumber(end, language);
  const about = approximate ? `${QUALIFIER_WORDS.about[language]} ` : '';
  if (value !== null) return about + number(value);
  if (low !== null && high !== null)
    return `${QUALIFIER_WORDS.range[language]} ${number(low)} ${language === 'en' ? 'to' : 'a'} ${number(high)}`.trim();
  if (low !== null)
    return `${QUALIFIER_WORDS[lowInclusive ? 'at-least' : 'more-than'][language]} ${about}${number(low)}`;
  if (high !== null)
    return `${QUALIFIER_WORDS[highInclusive ? 'at-most' : 'less-than'][language]} ${about}${number(high)}`;
  return '';
}

/** A share that is turned into percent is shown as what it is made of. @example '510 / 13,847' */
function partsText(
  { name, cell }: CheckedTerm,
  check: CheckedClaim['check'],
  language: Language,
): string | null {
  if (check?.expression !== `${name} * 100` || !cell) return null;
  const { numerator, denominator } = cell;
  return numerator === null || denominator === null
    ? null
    : `${resultNumber(numerator, language)} / ${resultNumber(denominator, language)}`;
}

const SIGNS: Readonly<Record<string, string>> = { '*': '×', '-': '−' };

/** The expression with its figures in place of the names; empty if a figure is missing. */
export function stepText(
  checked: CheckedClaim,
  terms: readonly CheckedTerm[],
  outcome: CheckOutcome,
  language: Language,
): string {
  const { check } = checked;
  const texts = new Map(
    terms.map((term) => [term.name, partsText(term, check, language) ?? termText(term, checked, language)]),
  );
  if (!check || terms.length === 0 || [...texts.values()].includes('')) return '';
  const isOrder = check.relation === 'highest' || check.relation === 'lowest';
  const written = check.expression
    .replace(/[*-]/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/, /g, '; ')
    .replace(/[a-z]\w*/g, (name) => texts.get(name) ?? name);
  const result = outcome.result ? valueText(outcome.result, language) : '';
  return isOrder || result === '' || written === result ? written : `${written} = ${result}`;
}

/** What the result must be. @example 'at least 3' */
export function relationText(relation: string, language: Language): string {
  const { relations } = claimWordsIn(language);
  const [name = '', number = ''] = relation.split(':');
  const words = Object.entries(relations).find(([key]) => key === name)?.[1];
  const value = Number(number);
  const decimals = (number.split('.')[1] ?? '').length;
  return words ? words({ n: number === '' ? '' : formatNumber(value, language, decimals) }) : relation;
}

/** A verdict in words, with the reason why it cannot be given. */
export function verdictWords({ verdict, reason }: CheckOutcome, language: Language): string {
  const words = claimWordsIn(language);
  return reason === null
    ? words.verdicts[verdict]
    : words.because({ verdict: words.verdicts[verdict], reason: words.reasons[reason] });
}
