/** What a transform made cells from: the figures before it, their divisors or populations. */
import type { ReleaseIndex } from '#db/releases.ts';
import { dividesBy, inputsOf, type Input } from '#stats/evidence/inputs.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { Query } from '#stats/model/query.ts';
import { populationQuery, rowsQuery } from '#stats/query/widen.ts';
import { divisorFor } from '#stats/transform/apply.ts';
import type { AnswerPlans, DataQuery } from '../answer-plan.ts';

/** The terms of every cell of an answer. */
export interface FoundTerms {
  readonly inputsQuery: Query;
  readonly inputsAnswer: Comparison;
  readonly weightsAnswer: Comparison | null;
  readonly inputsOfCell: (cell: Cell) => readonly Input[];
}

export function termLoader(plans: AnswerPlans) {
  return async (
    question: DataQuery,
    answer: Comparison,
    { catalogue }: ReleaseIndex,
  ): Promise<FoundTerms> => {
    const { query } = question;
    const { transform } = query;
    const load = (other: Query): Promise<Comparison> => plans.loadComparison({ ...question, query: other });
    const inputsQuery = rowsQuery(query);
    const inputsAnswer = await load(inputsQuery);
    const people = populationQuery(query, answer.indicator, catalogue);
    const populations = people ? await load(people) : null;
    const over = transform && dividesBy(transform);
    const byOrigin = transform?.id === 'per-capita' && transform.of === 'origin';
    const divisorOf = over
      ? divisorFor(over, { indicator: answer.indicator, catalogue, divisors: answer.divisors })
      : (own: Cell): Cell | undefined =>
          populations?.cells.find(
            (population) =>
              population.area === (byOrigin ? own.counterpart : own.area) &&
              population.period.end?.slice(0, 4) === own.period.end?.slice(0, 4),
          );
    return {
      inputsQuery,
      inputsAnswer,
      weightsAnswer: populations,
      inputsOfCell: (cell) =>
        transform ? inputsOf(cell, transform, { before: inputsAnswer.cells, divisorOf }) : [],
    };
  };
}
