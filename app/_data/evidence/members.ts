/**
 * The members that computed cells were made from, with the populations that weight their rates. All cells of a
 * series are looked up at once; each has the members of its own day.
 */
import { group } from 'd3-array';
import type { Plan, Target } from '#db/engine/plan/plan.ts';
import { weightKey } from '#db/fallback-weights.ts';
import type { ReleaseIndex } from '#db/releases.ts';
import type { Input } from '#stats/evidence/inputs.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { ALL, NONE, type Cell } from '#stats/model/observation.ts';
import type { Query } from '#stats/model/query.ts';
import { defaultQuery } from '#stats/query/query.ts';
import { weightOf } from '#stats/query/weight.ts';
import { stepOf } from '#stats/query/time-bases.ts';
import { stepsIn } from '#stats/time/months.ts';
import { comparePeriods, formatPeriod, YEAR_BASES, type PartOfYear } from '#stats/time/period.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import type { AnswerPlan, AnswerPlans, DataQuery } from '../answer-plan.ts';

/** The members of a cell. */
export interface FoundMembers {
  /** The question that they answer, its answer, and that of their weights. */
  readonly inputsQuery: Query;
  readonly inputsAnswer: Comparison;
  readonly weightsAnswer: Comparison | null;
  readonly inputs: readonly Input[];
}

const AXES_APART = ['area', 'origin', 'breakdown', 'source'] as const;
type CodesByAxis = Readonly<Record<'areas' | 'origins' | 'breakdowns', readonly string[]>>;

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

const codesOfCell = (cell: Cell, plan: Plan): CodesByAxis => ({
  areas: codesOf(plan.areas, cell.area, cell.period.start),
  origins: codesOf(plan.origins, cell.counterpart, cell.period.start),
  breakdowns: codesOf(plan.breakdowns, cell.breakdown, cell.period.start),
});

/** The question for all members of cells of one series, each on its own. */
function membersQuery(
  query: Query,
  cells: readonly [Cell, ...Cell[]],
  codes: ReadonlyMap<Cell, CodesByAxis>,
): Query {
  const [cell] = cells;
  const all = (axis: keyof CodesByAxis): string[] => [
    ...new Set(cells.flatMap((own) => codes.get(own)?.[axis] ?? [])),
  ];
  const periods = cells.map(({ period }) => period).sort(comparePeriods);
  return {
    indicator: query.indicator,
    country: all('areas'),
    group: [],
    origin: all('origins'),
    breakdown: all('breakdowns'),
    definition: [cell.definition],
    source: [cell.source],
    basis: [cell.basis],
    time: {
      from: formatPeriod(periods[0] ?? cell.period),
      to: formatPeriod(periods.at(-1) ?? cell.period),
    },
    by: AXES_APART,
    coverage: query.coverage,
    transform: null,
  };
}

/** What the periods of an indicator are added up from: months, or the quarters or half years that it declares. */
const stepIn = (query: Query, { indicators }: Catalogue): PartOfYear => {
  const indicator = indicators.find(({ id }) => id === query.indicator);
  return (indicator && stepOf(indicator)) ?? 'month';
};

/** The same question for the steps of cells without members of their own basis; null without steps. */
function stepsQuery(query: Query, step: PartOfYear, cells: readonly Cell[]): Query | null {
  const steps = cells
    .filter(({ basis }) => basis !== step)
    .flatMap(({ period }) => stepsIn(step, period))
    .sort();
  const [from, to] = [steps[0], steps.at(-1)];
  return from === undefined || to === undefined ? null : { ...query, basis: [step], time: { from, to } };
}

/** Published figures, the members of sums, by the text of their period; each with its place in the answer. */
type MembersByPeriod = ReadonlyMap<string, readonly { readonly member: Cell; readonly at: number }[]>;

const published = ({ cells }: Comparison): MembersByPeriod =>
  group(
    cells
      .filter((cell) => cell.computed === null && cell.stated !== null)
      .map((member, at) => ({ member, at })),
    ({ member }) => formatPeriod(member.period),
  );

/** The members of some periods that have these codes, in the order of the answer. */
const membersIn = (members: MembersByPeriod, periods: readonly string[], codes: CodesByAxis): Cell[] =>
  periods
    .flatMap((period) => members.get(period) ?? [])
    .filter(({ member }) => isAmong(member, codes))
    .sort((a, b) => a.at - b.at)
    .map(({ member }) => member);

const isAmong = (member: Cell, codes: CodesByAxis): boolean =>
  codes.areas.includes(member.area) &&
  codes.origins.includes(member.counterpart) &&
  codes.breakdowns.includes(member.breakdown);

/** Cells of one series whose periods are a span of time are looked up together, others one by one. */
function batchesOf(cells: readonly Cell[]): (readonly [Cell, ...Cell[]])[] {
  const [first, ...rest] = cells;
  if (!first) return [];
  const isSpan = YEAR_BASES.includes(first.basis) || first.basis === 'month';
  return isSpan ? [[first, ...rest]] : cells.map((cell) => [cell] as const);
}

/** Long because its steps share the loads that they are made from. */
export function memberLoader(plans: AnswerPlans) {
  const load = (question: DataQuery, query: Query): Promise<Comparison> =>
    plans.loadComparison({ ...question, query });

  /** The populations of members in the years of cells, each of one source: that of the weight, or its fallback. */
  async function weightsOf(
    question: DataQuery,
    cells: readonly [Cell, ...Cell[]],
    members: readonly Cell[],
    index: ReleaseIndex,
  ): Promise<Comparison | null> {
    const [cell] = cells;
    const indicator = index.catalogue.indicators.find(({ id }) => id === cell.indicator);
    const weight =
      indicator && cell.computed === 'weighted-mean' ? weightOf(indicator, question.query) : null;
    const people = weight && index.catalogue.indicators.find(({ id }) => id === weight.indicator);
    const years = cells.flatMap(({ period }) => period.end?.slice(0, 4) ?? []).sort();
    const [from, to] = [years[0], years.at(-1)];
    if (!weight || !people || from === undefined || to === undefined) return null;
    const elsewhere = index.fallbackAreas.get(weightKey(weight));
    const answer = await load(question, {
      ...defaultQuery(people),
      country: [...new Set(members.map(({ area }) => area))],
      source: [weight.source, ...(elsewhere && weight.fallback ? [weight.fallback] : [])],
      basis: ['calendar-year'],
      time: { from, to },
    });
    const sourceOf = (area: string): string | undefined =>
      elsewhere?.has(area) ? weight.fallback : weight.source;
    return { ...answer, cells: answer.cells.filter(({ area, source }) => source === sourceOf(area)) };
  }

  async function membersOfBatch(
    question: DataQuery,
    cells: readonly [Cell, ...Cell[]],
    plan: Plan,
    index: ReleaseIndex,
  ): Promise<(readonly [Cell, FoundMembers])[]> {
    const codes = new Map(cells.map((cell) => [cell, codesOfCell(cell, plan)]));
    const query = membersQuery(question.query, cells, codes);
    const yearly = await load(question, query);
    const ownOf = (cell: Cell, members: MembersByPeriod, periods: readonly string[]): Cell[] =>
      membersIn(members, periods, codes.get(cell)!);
    const whole = published(yearly);
    const found = new Map(cells.map((cell) => [cell, ownOf(cell, whole, [formatPeriod(cell.period)])]));
    const without = cells.filter((cell) => found.get(cell)?.length === 0);
    const step = stepIn(query, index.catalogue);
    const months = stepsQuery(query, step, without);
    const monthly = months && (await load(question, months));
    if (monthly) {
      const ofMonths = published(monthly);
      for (const cell of without) found.set(cell, ownOf(cell, ofMonths, stepsIn(step, cell.period)));
    }
    const weightsAnswer = await weightsOf(question, cells, [...found.values()].flat(), index);
    const populations = new Map(
      weightsAnswer?.cells
        .filter(({ counterpart, breakdown }) => [ALL, NONE].includes(counterpart) && breakdown === ALL)
        .map((population) => [`${population.area} ${formatPeriod(population.period)}`, population]),
    );
    return cells.map((cell) => {
      const isOfMonths = monthly !== null && without.includes(cell);
      const inputs = (found.get(cell) ?? []).map((member): Input => {
        const weight = populations.get(`${member.area} ${cell.period.end?.slice(0, 4)}`);
        return { role: isOfMonths ? 'month' : 'member', cell: member, ...(weight && { weight }) };
      });
      const [inputsQuery, inputsAnswer] = isOfMonths ? [months!, monthly] : [query, yearly];
      return [cell, { inputsQuery, inputsAnswer, weightsAnswer, inputs }] as const;
    });
  }

  /** The members of combined cells of one series, in the answer to a question without a transform. */
  async function membersOf(
    question: DataQuery,
    { index, planned }: AnswerPlan,
    cells: readonly Cell[],
  ): Promise<ReadonlyMap<Cell, FoundMembers>> {
    const found = await Promise.all(
      batchesOf(cells).map((batch) => membersOfBatch(question, batch, planned.shown, index)),
    );
    return new Map(found.flat());
  }

  return { membersOf };
}
