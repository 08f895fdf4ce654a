/**
 * Claims checked against a release: the figures of their terms are looked up by their questions, the
 * arithmetic is done, and the same is tried with every other source that has all the figures.
 */
import { CLAIMS } from '#claims/claims.ts';
import { checkClaim, readExpressions } from '#stats/claims/check.ts';
import type {
  CheckedClaim,
  CheckedSource,
  CheckedTerm,
  CheckOutcome,
  Claim,
  ClaimCheck,
  ClaimResult,
} from '#stats/claims/claim.ts';
import { termQuestion } from '#stats/claims/parameters.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { Language } from '#stats/language.ts';
import { LIMITS } from '#stats/limits.ts';
import { BadQuery, NotFound, notFound, tooMany } from '#stats/problem.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { FEWER, NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import type { AnswerPlans } from '../answer-plan.ts';
import { findIndex, findIndicator, type CatalogueData } from '../catalogue.ts';
import { memoizeAsync } from '../memoize-async.ts';

export interface ClaimsData {
  /** Every claim on file, checked against a release; with `indicator`, only those with a term of it. */
  loadClaims(version: string, language: Language, indicator?: string): Promise<readonly ClaimResult[]>;
  /** One of them. @throws NotFound for an id that is not on file */
  loadClaim(version: string, language: Language, id: string): Promise<ClaimResult>;
  /**
   * Checks a claim of the reader's own. @throws BadQuery for a question, an expression or a relation that
   * cannot be read
   */
  checkClaim(version: string, language: Language, check: ClaimCheck): Promise<CheckedClaim>;
}

/** Claims, each in one release, whose results are kept: those of forty releases. */
const MOST_KEPT = 40 * CLAIMS.length;

/** The language in which claims are checked: verdicts are the same in all, and words are chosen when shown. */
const CHECKED_IN: Language = 'en';

/** The figures of a term, those as published before those that Cotejo computed. */
interface TermFigures {
  readonly name: string;
  readonly question: string;
  readonly answer: Comparison | null;
  /** By source. */
  readonly bySource: ReadonlyMap<string, Cell>;
  /** The source that the question names; null if it names none. */
  readonly named: string | null;
  readonly isAmbiguous: boolean;
}

/** The one figure of each source; a source with several figures has none. */
function figuresBySource(cells: readonly Cell[]): { bySource: Map<string, Cell>; isAmbiguous: boolean } {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells)
    if (cell.stated) groups.set(cell.source, [...(groups.get(cell.source) ?? []), cell]);
  const bySource = new Map<string, Cell>();
  let isAmbiguous = false;
  for (const [source, all] of groups) {
    const published = all.filter(({ computed }) => computed === null);
    const candidates = published.length > 0 ? published : all;
    const [first] = candidates;
    if (candidates.length === 1 && first) bySource.set(source, first);
    else isAmbiguous = true;
  }
  return { bySource, isAmbiguous };
}

/** Long because its steps share the loads that they are made from. */
export function claimsData(catalogues: CatalogueData, { planAnswer }: AnswerPlans): ClaimsData {
  async function loadTerm(
    version: string,
    language: Language,
    [name, question]: readonly [string, string],
  ): Promise<TermFigures> {
    const { indicator: id, search, code } = termQuestion(question);
    const { catalogue } = await findIndex(catalogues, version);
    const indicator = findIndicator(catalogue, id);
    const query = parseQuery(parseParameters(search), indicator, catalogue);
    const named = query.source.length === 1 ? (query.source[0] ?? null) : null;
    const plan = await planAnswer({ version, language, query: { ...query, source: [] } });
    if (await plan.hasMoreThan(LIMITS.drawnCells))
      throw new BadQuery(tooMany(name, LIMITS.drawnCells, FEWER));
    const answer = await plan.comparison();
    const ofCode = answer.cells.filter(
      (cell) => code === null || [cell.area, cell.counterpart].includes(code),
    );
    // A question about a year also finds its months, where an indicator has both.
    const ofPeriod = ofCode.filter(({ period }) => formatPeriod(period) === query.time.from);
    const cells = query.time.from === query.time.to && ofPeriod.length > 0 ? ofPeriod : ofCode;
    return { name, question, answer, named, ...figuresBySource(cells) };
  }

  /** The terms of a check with one figure each, of the named sources or of `source` where it has one. */
  function termsOf(check: ClaimCheck, figures: readonly TermFigures[], source: string | null): CheckedTerm[] {
    const asked = figures.map(({ name, question, bySource, named }): CheckedTerm => {
      const [only] = bySource.size === 1 ? bySource.values() : [];
      const own = named === null ? (only ?? null) : (bySource.get(named) ?? null);
      const cell = source === null ? own : (bySource.get(source) ?? own);
      return { name, question, cell, given: null };
    });
    const given = Object.entries(check.given ?? {}).map(([name, number]): CheckedTerm => ({
      name,
      question: null,
      cell: null,
      given: number,
    }));
    return [...asked, ...given];
  }

  async function outcomeOf(version: string, language: Language, check: ClaimCheck): Promise<CheckedClaim> {
    readExpressions(check);
    const figures = await Promise.all(
      Object.entries(check.terms).map((term) => loadTerm(version, language, term)),
    );
    const signed = figures.some(({ answer }) => answer?.indicator.signed);
    const decide = (terms: readonly CheckedTerm[]): CheckOutcome => checkClaim(check, terms, signed);
    const terms = termsOf(check, figures, null);
    const isAmbiguous = figures.some(
      ({ named, bySource, isAmbiguous: some }) => some || (named === null && bySource.size > 1),
    );
    const outcome = decide(terms);
    const reason = outcome.reason === 'no-figure' && isAmbiguous ? 'several-figures' : outcome.reason;
    return {
      check,
      terms,
      answers: figures.flatMap(({ answer }) => answer ?? []),
      outcome: { ...outcome, reason },
      sources: otherSources(check, figures, terms).map(({ source, terms: others }) => ({
        source,
        terms: others,
        outcome: decide(others),
      })),
    };
  }

  /** The check with another source for every term that it has figures of, if it changes a term. */
  function otherSources(
    check: ClaimCheck,
    figures: readonly TermFigures[],
    own: readonly CheckedTerm[],
  ): Omit<CheckedSource, 'outcome'>[] {
    const sources = [...new Set(figures.flatMap(({ bySource }) => [...bySource.keys()]))];
    return sources.flatMap((source) => {
      if (!figures.every(({ bySource }) => bySource.has(source))) return [];
      const terms = termsOf(check, figures, source);
      const isOwn = terms.every(({ cell }, i) => cell === own[i]?.cell);
      return isOwn ? [] : [{ source, terms }];
    });
  }

  /** The outcome, or that a release does not have the data: a claim on file may be younger than a release. */
  async function outcomeIn(version: string, language: Language, check: ClaimCheck): Promise<CheckedClaim> {
    try {
      return await outcomeOf(version, language, check);
    } catch (error) {
      if (!(error instanceof BadQuery)) throw error;
      return { check, terms: [], answers: [], outcome: NO_DATA, sources: [] };
    }
  }

  const checkedIn = async (version: string, check: ClaimCheck | null): Promise<CheckedClaim> =>
    check
      ? outcomeIn(version, CHECKED_IN, check)
      : { check, terms: [], answers: [], outcome: NO_DATA, sources: [] };

  /** Claims are kept one by one: the page of a figure needs only those with its indicator. */
  const loadKept = memoizeAsync(
    async (version: string, id: string): Promise<ClaimResult> => {
      const claim = claimOf(id);
      return {
        claim,
        checked: await checkedIn(version, claim.check),
        alternatives: await Promise.all(
          (claim.alternatives ?? []).map((alternative) => checkedIn(version, alternative.check)),
        ),
      };
    },
    { max: MOST_KEPT },
  );

  const loadClaims: ClaimsData['loadClaims'] = async (version, language, indicator) => {
    const claims = CLAIMS.filter((claim) => indicator === undefined || isAbout(claim, indicator));
    const results = await Promise.all(claims.map(({ id }) => loadKept(version, id)));
    return results.map((result) => resultIn(result, language));
  };

  const loadClaim: ClaimsData['loadClaim'] = async (version, language, id) =>
    resultIn(await loadKept(version, claimOf(id).id), language);

  return { loadClaims, loadClaim, checkClaim: outcomeOf };
}

const NO_DATA: CheckOutcome = { verdict: 'cannot-be-checked', reason: 'no-data', result: null };

/** @throws NotFound with the ids on file */
function claimOf(id: string): Claim {
  const claim = CLAIMS.find((candidate) => candidate.id === id);
  if (claim) return claim;
  const known = CLAIMS.map((candidate) => candidate.id);
  throw new NotFound(notFound(NOT_FOUND_NAMES.claim, id, known));
}

/** Whether a term of a claim asks for an indicator. */
const isAbout = ({ check }: Claim, indicator: string): boolean =>
  Object.values(check?.terms ?? {}).some((question) => termQuestion(question).indicator === indicator);

/** The same result with its answers in another language. */
function resultIn({ claim, checked, alternatives }: ClaimResult, language: Language): ClaimResult {
  const worded = (own: CheckedClaim): CheckedClaim => ({
    ...own,
    answers: own.answers.map((answer) => ({ ...answer, language })),
  });
  return { claim, checked: worded(checked), alternatives: alternatives.map(worded) };
}
