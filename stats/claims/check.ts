/**
 * Decides a claim from the figures of its terms. Every number that the hedges allow must agree, as in
 * `verdict.ts`; what the figures leave open, mix or lack cannot be checked, with the reason.
 */
import { hedgeOfCell } from '../model/cell.ts';
import type { Cell } from '../model/observation.ts';
import { significant } from '../number.ts';
import { BadQuery, malformed } from '../problem.ts';
import type { Text } from '../language.ts';
import { YEAR_BASES } from '../time/period.ts';
import { floorOf, highIsStrict, lowIsStrict, type Hedge } from '../uncertainty/hedge.ts';
import { exactly } from '../uncertainty/interval.ts';
import { signsOf } from '../uncertainty/order.ts';
import type { CheckedTerm, CheckedValue, CheckOutcome, CheckReason, ClaimCheck } from './claim.ts';
import { namesIn, parseExpressions, valueOf, type Expression } from './expression.ts';
import { parseRelation } from './relation.ts';
import { judgeHedge, type ClaimVerdict } from './verdict.ts';

/** Orders in which the first of a list may stand. */
export const ORDERS = ['highest', 'lowest'] as const;
export type Order = (typeof ORDERS)[number];

const isOrder = (relation: string): relation is Order => ORDERS.some((order) => order === relation);

const EXPRESSION_WORDS: Text = {
  en: 'An expression joins the names of the terms with + - * / ( ) and max( ), each name once: (a / b - 1) * 100. An order is a list: a, b, c.',
  es: 'Una expresión une los nombres de los términos con + - * / ( ) y max( ), cada nombre una vez: (a / b - 1) * 100. Un orden es una lista: a, b, c.',
};

const without = (reason: CheckReason): CheckOutcome => ({
  verdict: 'cannot-be-checked',
  reason,
  result: null,
});

/** The hedge of a term, with what its measure allows. */
function hedgeOfTerm({ cell, given }: CheckedTerm, signed: boolean): Hedge | null {
  if (given) return exactly(given.value);
  return cell?.stated ? hedgeOfCell({ ...cell, stated: cell.stated }, floorOf(signed)) : null;
}

/** Whether years of two kinds meet in one sum. */
function mixesBases(terms: readonly CheckedTerm[]): boolean {
  const years = terms.flatMap(({ cell }) => (cell && YEAR_BASES.includes(cell.basis) ? [cell] : []));
  const sameThing = new Map<string, Set<Cell['basis']>>();
  for (const { indicator, basis } of years)
    sameThing.set(indicator, new Set([...(sameThing.get(indicator) ?? []), basis]));
  return [...sameThing.values()].some((bases) => bases.size > 1);
}

/** @throws BadQuery for an expression that cannot be read, or that names a term that is not there */
export function readExpressions({ expression, terms, given = {} }: ClaimCheck): readonly Expression[] {
  const known = [...Object.keys(terms), ...Object.keys(given)];
  const parsed = parseExpressions(expression);
  if (parsed?.flatMap(namesIn).every((name) => known.includes(name))) return parsed;
  throw new BadQuery(
    malformed('expression', expression, ['a / b', '(a / b - 1) * 100', 'a, b'], EXPRESSION_WORDS),
  );
}

/**
 * The outcome of a check. `signed` says whether the figures may be negative.
 * @throws BadQuery for an expression or a relation that cannot be read
 */
export function checkClaim(check: ClaimCheck, terms: readonly CheckedTerm[], signed: boolean): CheckOutcome {
  const expressions = readExpressions(check);
  const stated = isOrder(check.relation) ? null : parseRelation(check.relation);
  const figures = new Map<string, Hedge>();
  for (const term of terms) {
    const hedge = hedgeOfTerm(term, signed);
    if (!hedge) return without('no-figure');
    figures.set(term.name, hedge);
  }
  if (mixesBases(terms)) return without('mixed-bases');
  const values = expressions.map((expression) => valueOf(expression, figures));
  const refused = values.find((value) => typeof value === 'string');
  if (refused !== undefined) return without(refused);
  const [first, ...others] = values as [Hedge, ...Hedge[]];
  if (isOrder(check.relation)) return orderOf(check.relation, first, others, signed);
  if (!stated) return without('undetermined');
  // A change may be below zero, whatever its figures are.
  const judged = judgeHedge(first, stated, -Infinity);
  return outcomeOf(judged.verdict, {
    value: first.central === null ? null : significant(first.central),
    low: first.low === -Infinity ? null : significant(first.low),
    high: first.high === Infinity ? null : significant(first.high),
    lowInclusive: judged.lowInclusive,
    highInclusive: judged.highInclusive,
    approximate: judged.approximate,
  });
}

const outcomeOf = (verdict: ClaimVerdict, result: CheckedValue | null): CheckOutcome =>
  verdict === 'undetermined'
    ? { verdict: 'cannot-be-checked', reason: 'undetermined', result }
    : { verdict, reason: null, result };

/** Whether the first of several figures is certainly the highest or the lowest. */
function orderOf(order: Order, first: Hedge, others: readonly Hedge[], signed: boolean): CheckOutcome {
  const wanted = order === 'highest' ? 1 : -1;
  const signs = others.map((other) => signsOf(first, other, floorOf(signed)));
  const result: CheckedValue = {
    value: first.central,
    low: first.low === -Infinity ? null : first.low,
    high: first.high === Infinity ? null : first.high,
    lowInclusive: !lowIsStrict(first.words),
    highInclusive: !highIsStrict(first.words),
    approximate: first.words.has('about'),
  };
  if (signs.length > 0 && signs.every((some) => some.size === 1 && some.has(wanted)))
    return outcomeOf('holds', result);
  if (signs.some((some) => !some.has(wanted))) return outcomeOf('fails', result);
  return outcomeOf('undetermined', result);
}
