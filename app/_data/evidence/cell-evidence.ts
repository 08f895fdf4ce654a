/**
 * The evidence of a computed figure: the rule, the cells that went in with their values and weights, and the
 * sum done again from them by `stats/aggregate`, apart from the SQL that made the answer.
 */
import type { Plan, Target } from '#db/engine/plan/plan.ts';
import { weightKey } from '#db/fallback-weights.ts';
import type { ReleaseIndex } from '#db/releases.ts';
import { toFigureOrGap, total, type Summand } from '#stats/aggregate/combine.ts';
import { MOST_INPUTS, type CellEvidence } from '#stats/evidence/evidence.ts';
import { dividesBy, inputsOf, type Input } from '#stats/evidence/inputs.ts';
import { hedgeOfCell } from '#stats/model/cell.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { cellId } from '#stats/model/observation-id.ts';
import { isCombinable } from '#stats/aggregate/combine.ts';
import { ALL, NONE, type Cell } from '#stats/model/observation.ts';
import type { Query } from '#stats/model/query.ts';
import { printedEnd, floorOf, type Stated } from '#stats/uncertainty/hedge.ts';
import { defaultQuery } from '#stats/query/query.ts';
import { populationQuery, rowsQuery } from '#stats/query/widen.ts';
import { weightOf } from '#stats/query/weight.ts';
import { stepOf } from '#stats/query/time-bases.ts';
import { stepsIn } from '#stats/time/months.ts';
import { formatPeriod } from '#stats/time/period.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { divisorFor } from '#stats/transform/apply.ts';
import type { AnswerPlans, DataQuery } from '../answer-plan.ts';
import { findIndex, type CatalogueData } from '../catalogue.ts';

export interface CellEvidenceData {
  /** The evidence of the cell with this id in the answer to a question; null if it has no such cell. */
  loadCellEvidence(question: DataQuery, cell: string): Promise<CellEvidence | null>;
}

const AXES_APART = ['area', 'origin', 'breakdown', 'source'] as const;

/** The members of a code that a plan combines, on the first day of a period; itself if it combines none. */
function codesOf(axis: Plan['areas'], code: string, day: string | null): string[] {
  const targets = axis?.filter((target): target is Target => target.combined && target.code === code) ?? [];
  const codes = targets.flatMap(({ members }) =>
    members
      .filter(
        ({ from, to }) =>
          day === null || ((from === '-infinity' || from <= day) && (to === 'infinity' || day < to)),
      )
      .map((member) => member.code),
  );
  return codes.length > 0 ? [...new Set(codes)] : [code];
}

/** The question for the members of a combined cell, each on its own. */
function membersQuery(query: Query, cell: Cell, plan: Plan): Query {
  const day = cell.period.start;
  const time = formatPeriod(cell.period);
  return {
    indicator: query.indicator,
    country: codesOf(plan.areas, cell.area, day),
    group: [],
    origin: codesOf(plan.origins, cell.counterpart, day),
    breakdown: codesOf(plan.breakdowns, cell.breakdown, day),
    definition: [cell.definition],
    source: [cell.source],
    basis: [cell.basis],
    time: { from: time, to: time },
    by: AXES_APART,
    coverage: query.coverage,
    transform: null,
  };
}

/** The same question for the months of the cell's period, or for what else it is added up from. */
function monthsQuery(query: Query, cell: Cell, { indicators }: Catalogue): Query | null {
  const indicator = indicators.find(({ id }) => id === query.indicator);
  const step = (indicator && stepOf(indicator)) ?? 'month';
  const months = stepsIn(step, cell.period);
  const [from, to] = [months[0], months.at(-1)];
  if (from === undefined || to === undefined || cell.basis === step) return null;
  return { ...query, basis: [step], time: { from, to } };
}

/** Published figures, as the members of a sum. */
const published = ({ cells }: Comparison): Cell[] =>
  cells.filter((cell) => cell.computed === null && cell.stated !== null);

const memberName = ({ area, counterpart, breakdown, period }: Cell): string =>
  [area, counterpart, breakdown, formatPeriod(period)].join(' | ');

/** The figure computed again. Zeros that a source leaves out have no cell, so a sum of months may differ. */
function computedAgain(
  cell: Cell,
  inputs: readonly Input[],
  { indicator }: Comparison,
): CellEvidence['again'] {
  if (inputs.length === 0 || inputs.length > MOST_INPUTS) return null;
  const parts = inputs.map(({ cell: input, weight }): Summand => ({
    member: memberName(input),
    hedge: hedgeOfCell({ ...input, stated: input.stated! }, floorOf(indicator.signed)),
    intervalKind: input.intervalKind,
    numerator: input.numerator,
    denominator: input.denominator,
    whole: `${input.area} ${input.counterpart}`,
    weight: weight?.stated ? printedEnd(weight.stated) : null,
  }));
  const shared = indicator.parts.some(
    ({ denominator, codes }) =>
      denominator === 'shared' && inputs.every((input) => codes.includes(input.cell.breakdown)),
  );
  const { stated } = toFigureOrGap(indicator.measure, total(indicator.measure, parts, shared), {
    members: parts.map(({ member }) => member),
    weight: parts.reduce((sum, { weight }) => sum + (weight ?? 0), 0),
    coverage: Number.MIN_VALUE,
    refused: isCombinable(indicator) ? null : 'not-additive',
    weightable: inputs.some(({ weight }) => weight !== undefined),
    ...(indicator.per !== undefined && { per: indicator.per }),
    floor: floorOf(indicator.signed),
  });
  return { stated, agrees: agrees(stated, cell.stated) };
}

/** Whether two figures are the same but for the last bits of a float sum. */
function agrees(a: Stated | null, b: Stated | null): boolean {
  if (!a || !b) return a === b;
  const close = (x: number | null, y: number | null): boolean =>
    x === null || y === null ? x === y : Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x));
  return (
    a.qualifier === b.qualifier && close(a.value, b.value) && close(a.low, b.low) && close(a.high, b.high)
  );
}

/** Long because its steps share the loads that they are made from. */
export function cellEvidenceData(catalogues: CatalogueData, plans: AnswerPlans): CellEvidenceData {
  const load = (question: DataQuery, query: Query): Promise<Comparison> =>
    plans.loadComparison({ ...question, query });

  /** The populations that weight the members' rates, each of one source: that of the weight, or its fallback. */
  async function weightsOf(question: DataQuery, cell: Cell, members: readonly Cell[], index: ReleaseIndex) {
    const indicator = index.catalogue.indicators.find(({ id }) => id === cell.indicator);
    const weight =
      indicator && cell.computed === 'weighted-mean' ? weightOf(indicator, question.query) : null;
    const people = weight && index.catalogue.indicators.find(({ id }) => id === weight.indicator);
    const year = cell.period.end?.slice(0, 4);
    if (!weight || !people || year === undefined) return null;
    const elsewhere = index.fallbackAreas.get(weightKey(weight));
    const answer = await load(question, {
      ...defaultQuery(people),
      country: [...new Set(members.map(({ area }) => area))],
      source: [weight.source, ...(elsewhere && weight.fallback ? [weight.fallback] : [])],
      basis: ['calendar-year'],
      time: { from: year, to: year },
    });
    const sourceOf = (area: string): string | undefined =>
      elsewhere?.has(area) ? weight.fallback : weight.source;
    return { ...answer, cells: answer.cells.filter(({ area, source }) => source === sourceOf(area)) };
  }

  /** The members of a combined cell. */
  async function membersOf(
    question: DataQuery,
    cell: Cell,
    index: ReleaseIndex,
  ): Promise<Omit<CellEvidence, 'comparison' | 'cell'>> {
    const { planned } = await plans.planAnswer({
      ...question,
      query: { ...question.query, transform: null },
    });
    const query = membersQuery(question.query, cell, planned.shown);
    const months = monthsQuery(query, cell, index.catalogue);
    let [inputsQuery, inputsAnswer] = [query, await load(question, query)];
    let cells = published(inputsAnswer).filter((member) => formatPeriod(member.period) === query.time.from);
    const isOfMonths = cells.length === 0 && months !== null;
    if (isOfMonths) {
      [inputsQuery, inputsAnswer] = [months, await load(question, months)];
      cells = published(inputsAnswer);
    }
    const weightsAnswer = await weightsOf(question, cell, cells, index);
    const populations = new Map(
      weightsAnswer?.cells
        .filter(({ counterpart, breakdown }) => [ALL, NONE].includes(counterpart) && breakdown === ALL)
        .map((population) => [population.area, population]),
    );
    const inputs = cells.map((member): Input => {
      const weight = populations.get(member.area);
      return { role: isOfMonths ? 'month' : 'member', cell: member, ...(weight && { weight }) };
    });
    return {
      inputsQuery,
      inputsAnswer,
      weightsAnswer,
      inputs: inputs.slice(0, MOST_INPUTS),
      count: inputs.length,
      again: computedAgain(cell, inputs, inputsAnswer),
    };
  }

  /** What a transform made a cell from. */
  async function termsOf(
    question: DataQuery,
    { cells: _, ...answer }: Comparison,
    cell: Cell,
    { catalogue }: ReleaseIndex,
  ): Promise<Omit<CellEvidence, 'comparison' | 'cell'>> {
    const { query } = question;
    const { transform } = query;
    const inputsQuery = rowsQuery(query);
    const inputsAnswer = await load(question, inputsQuery);
    const people = populationQuery(query, answer.indicator, catalogue);
    const populations = people ? await load(question, people) : null;
    const over = transform && dividesBy(transform);
    const divisorOf = over
      ? divisorFor(over, { indicator: answer.indicator, catalogue, divisors: answer.divisors })
      : (own: Cell): Cell | undefined =>
          populations?.cells.find(
            (population) =>
              population.area ===
                (transform?.id === 'per-capita' && transform.of === 'origin' ? own.counterpart : own.area) &&
              population.period.end?.slice(0, 4) === own.period.end?.slice(0, 4),
          );
    const inputs = transform ? inputsOf(cell, transform, { before: inputsAnswer.cells, divisorOf }) : [];
    return {
      inputsQuery,
      inputsAnswer,
      weightsAnswer: populations,
      inputs: inputs.slice(0, MOST_INPUTS),
      count: inputs.length,
      again: null,
    };
  }

  return {
    loadCellEvidence: async (question, id) => {
      const index = await findIndex(catalogues, question.version);
      const comparison = await load(question, question.query);
      const cell = comparison.cells.find(
        (candidate) => candidate.stated !== null && cellId(candidate) === id,
      );
      if (!cell) return null;
      const terms =
        question.query.transform === null
          ? await membersOf(question, cell, index)
          : await termsOf(question, comparison, cell, index);
      return { comparison, cell, ...terms };
    },
  };
}
