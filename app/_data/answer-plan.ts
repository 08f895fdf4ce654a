/**
 * Plans a question against a release, once: the bytes that identify its answer, its length, its figures, and
 * its lines if PostgreSQL writes them. Planning runs no statement once the release is in memory.
 */
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import { createHash } from 'node:crypto';
import { answerPlanned, planAnswer, type PlannedQuery } from '#db/engine/answer.ts';
import { countPlanned, countRows, hasGaps, type RowCounts } from '#db/engine/count.ts';
import type { LineForm } from '#db/engine/csv/statement.ts';
import { isAsPublished, isLongerThan, publishedLines } from '#db/engine/csv/stream.ts';
import type { ReleaseIndex } from '#db/releases.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { JudgedComparison } from '#stats/sources/several-sources.ts';
import type { Language } from '#stats/language.ts';
import { memoizeByObject } from '#stats/memoize.ts';
import { NotFound, notFound } from '#stats/problem.ts';
import type { Query } from '#stats/model/query.ts';
import { findIndex, type CatalogueData } from './catalogue.ts';
import { comparisonOf } from './comparison.ts';
import { memoizeAsync } from './memoize-async.ts';
import type { Reader } from './pool.ts';
import { mostGaps, questionWeight, rowsTouched } from './weight.ts';

/** A parsed question: release, language and query. */
export interface DataQuery {
  readonly version: string;
  readonly language: Language;
  readonly query: Query;
}

export interface AnswerPlan {
  readonly index: ReleaseIndex;
  readonly planned: PlannedQuery;
  /** Whether the answer is simply all published rows. */
  readonly isPublished: boolean;
  /**
   * The approximate cost of the answer; see `weight.ts`. Runs no statement that `upperBound` does not run.
   */
  weight(): Promise<number>;
  /**
   * The most cells that the answer can have. Runs one statement for each indicator of a release, then uses
   * the cache.
   */
  upperBound(): Promise<number>;
  /** The cells of the answer, from one statement. */
  count(): Promise<number>;
  /** Whether the answer has more cells; usually known without a statement. */
  hasMoreThan(most: number): Promise<boolean>;
  /** Whether something is named that has no cell, so that the answer is more than the rows on file. */
  hasGaps(): Promise<boolean>;
  /** The answer, from one statement. */
  comparison(): Promise<Comparison>;
  /**
   * The answer together with what every source on file publishes about the same series, from one statement.
   */
  judgedComparison(): Promise<JudgedComparison>;
  /** The answer without its cells, with the areas and sources of the whole catalogue. */
  readonly empty: Comparison;
  /** The lines of an answer that `isPublished`, written by PostgreSQL in chunks. */
  lines(form: LineForm): AsyncIterable<Uint8Array>;
}

/** Most indicators of releases whose row counts are kept. */
const MOST_COUNTED = 10_000;

const hashOf = memoizeByObject((catalogue: Catalogue) =>
  createHash('sha256').update(JSON.stringify(catalogue)).digest('hex'),
);

/**
 * What the answers of a release depend on besides the question: its rows and the catalogue frozen with them.
 */
export const releaseSeal = ({ release, catalogue }: ReleaseIndex): string =>
  `${release.contentHash} ${hashOf(catalogue)}`;

export interface AnswerPlans {
  /** @throws NotFound for release or indicator, BadQuery if there is nothing to combine */
  planAnswer(question: DataQuery): Promise<AnswerPlan>;
  /**
   * The answers to several plans of one release, from one statement. `isJudged` adds what the other sources
   * publish.
   */
  loadTogether(plans: readonly AnswerPlan[], isJudged: boolean): Promise<JudgedComparison[]>;
  /** The answer to a question, for callers that do not need its plan. @throws as `planAnswer` */
  loadComparison(question: DataQuery): Promise<Comparison>;
}

/** Most targets that a row may be a part of: itself, its totals, and every requested group. */
const targetsOfRow = ({ group, origin }: Query): number => (2 + group.length) * (2 + origin.length) * 2;

interface PlanSource {
  readonly reader: Reader;
  readonly loadRowCounts: (version: string, indicator: string) => Promise<RowCounts>;
  readonly loadTogether: AnswerPlans['loadTogether'];
}

/** @throws NotFound for an indicator that the release does not have, BadQuery if there is nothing to combine */
function planOf(
  index: ReleaseIndex,
  { language, query }: DataQuery,
  { reader, loadRowCounts, loadTogether }: PlanSource,
): AnswerPlan {
  const { catalogue, release } = index;
  const indicator = catalogue.indicators.find(({ id }) => id === query.indicator);
  if (!indicator) throw new NotFound(notFound(NOT_FOUND_NAMES.indicator, query.indicator, []));
  const planned = planAnswer(query, index);
  const { shown } = planned;
  const isPublished = isAsPublished(query, shown, index);
  const rowCounts = (): Promise<RowCounts> => loadRowCounts(release.version, indicator.id);
  // A published row is one cell; any other row may be a part of every target.
  const upperBound = async (): Promise<number> => {
    const counts = await rowCounts();
    return isPublished
      ? counts.all
      : rowsTouched(shown, counts) * targetsOfRow(query) + mostGaps(shown, counts);
  };
  const count = async (): Promise<number> => countPlanned((await reader()).sql, index, planned);
  const plan: AnswerPlan = {
    index,
    planned,
    isPublished,
    weight: async () => questionWeight(planned, index, await rowCounts(), isPublished),
    upperBound,
    count,
    hasMoreThan: async (most) => {
      if ((await upperBound()) <= most) return false;
      if (isPublished) return isLongerThan((await reader()).sql, shown, index, most);
      return (await count()) > most;
    },
    hasGaps: async () => hasGaps((await reader()).sql, index, planned),
    comparison: async () => (await loadTogether([plan], false))[0]!,
    judgedComparison: async () => (await loadTogether([plan], true))[0]!,
    empty: {
      release,
      language,
      query,
      indicator,
      areas: catalogue.areas,
      dimensions: [],
      sources: catalogue.sources,
      editions: [],
      breaks: [],
      cells: [],
    },
    lines: async function* (form) {
      yield* publishedLines((await reader('heavy')).sql, shown, index, form);
    },
  };
  return plan;
}

export function answerPlans(reader: Reader, catalogues: CatalogueData): AnswerPlans {
  const loadRowCounts = memoizeAsync(
    async (version: string, indicator: string) =>
      countRows((await reader()).sql, await findIndex(catalogues, version), indicator),
    { max: MOST_COUNTED },
  );

  async function loadTogether(plans: readonly AnswerPlan[], isJudged: boolean): Promise<JudgedComparison[]> {
    const [first] = plans;
    if (!first) return [];
    const planned = plans.map((plan) => plan.planned);
    const answers = await answerPlanned((await reader()).sql, first.index, planned, isJudged);
    return plans.flatMap(({ empty, index }, i) => {
      const answer = answers[i];
      return answer ? [comparisonOf(empty, index.catalogue, answer, isJudged)] : [];
    });
  }

  const planQuestion = async (question: DataQuery): Promise<AnswerPlan> =>
    planOf(await findIndex(catalogues, question.version), question, { reader, loadRowCounts, loadTogether });

  return {
    planAnswer: planQuestion,
    loadTogether,
    loadComparison: async (question) => (await planQuestion(question)).comparison(),
  };
}
