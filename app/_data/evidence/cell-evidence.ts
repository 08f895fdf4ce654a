/**
 * The evidence of a computed figure: the rule, the cells that went in with their values and weights, and the
 * sum done again from them by `stats/aggregate`, apart from the SQL that made the answer.
 */
import { toFigureOrGap, total, type Summand } from '#stats/aggregate/combine.ts';
import { MOST_INPUTS, type CellEvidence, type CellParts } from '#stats/evidence/evidence.ts';
import type { Input } from '#stats/evidence/inputs.ts';
import { hedgeOfCell } from '#stats/model/cell.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { cellId } from '#stats/model/observation-id.ts';
import { isCombinable } from '#stats/aggregate/combine.ts';
import { seriesKey, type Cell } from '#stats/model/observation.ts';
import { printedEnd, floorOf, type Stated } from '#stats/uncertainty/hedge.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { group } from 'd3-array';
import { BadQuery, tooMany } from '#stats/problem.ts';
import { FEWER } from '#stats/wording/problems.ts';
import type { AnswerPlans, DataQuery } from '../answer-plan.ts';
import { memberLoader } from './members.ts';
import { termLoader } from './terms.ts';

/** Most parts of the computed figures of one answer. */
const MOST_PARTS = 100_000;

export interface CellEvidenceData {
  /** The evidence of the cell with this id in the answer to a question; null if it has no such cell. */
  loadCellEvidence(question: DataQuery, cell: string): Promise<CellEvidence | null>;
  /**
   * What every computed figure of an answer was made from, in the order of the answer.
   * @throws BadQuery for more parts than one file may have
   */
  loadParts(question: DataQuery, answer: Comparison): Promise<readonly CellParts[]>;
}

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

/** Whether a figure was computed by Cotejo. */
const isComputed = (cell: Cell): boolean =>
  cell.stated !== null && (cell.computed !== null || cell.transform !== undefined);

export function cellEvidenceData(plans: AnswerPlans): CellEvidenceData {
  const { membersOf } = memberLoader(plans);
  const termsOf = termLoader(plans);

  return {
    loadCellEvidence: async (question, id) => {
      const plan = await plans.planAnswer(question);
      const comparison = await plan.comparison();
      const cell = comparison.cells.find(
        (candidate) => candidate.stated !== null && cellId(candidate) === id,
      );
      if (!cell) return null;
      if (question.query.transform !== null) {
        const { inputsOfCell, ...found } = await termsOf(question, comparison, plan.index);
        const inputs = inputsOfCell(cell);
        const shown = inputs.slice(0, MOST_INPUTS);
        return { comparison, cell, ...found, inputs: shown, count: inputs.length, again: null };
      }
      const { inputs, ...found } = (await membersOf(question, plan, [cell])).get(cell)!;
      const again = computedAgain(cell, inputs, found.inputsAnswer);
      const shown = inputs.slice(0, MOST_INPUTS);
      return { comparison, cell, ...found, inputs: shown, count: inputs.length, again };
    },

    loadParts: async (question, answer) => {
      const plan = await plans.planAnswer(question);
      const computed = answer.cells.filter(isComputed);
      let count = 0;
      const counted = (parts: CellParts): CellParts => {
        count += parts.inputs.length;
        if (count > MOST_PARTS) throw new BadQuery(tooMany('parts', MOST_PARTS, FEWER));
        return parts;
      };
      if (question.query.transform !== null) {
        const { inputsOfCell, inputsAnswer, weightsAnswer } = await termsOf(question, answer, plan.index);
        return computed.map((cell) =>
          counted({ cell, inputs: inputsOfCell(cell), inputsAnswer, weightsAnswer }),
        );
      }
      const series = group(computed, seriesKey);
      const parts = new Map<Cell, CellParts>();
      for (const cells of series.values()) {
        for (const [cell, { inputs, inputsAnswer, weightsAnswer }] of await membersOf(question, plan, cells))
          parts.set(cell, counted({ cell, inputs, inputsAnswer, weightsAnswer }));
      }
      return computed.flatMap((cell) => parts.get(cell) ?? []);
    },
  };
}
