/**
 * The parts of computed figures as rows: those of every download, with columns after them that say of which figure
 * a row is a part, in what role, and with what weight. Rows that are no part leave them empty.
 */
import { EXTRA_COLUMN_WORDS } from '#app/_words/columns.ts';
import type { CellParts } from '#stats/evidence/evidence.ts';
import type { Input, InputRole } from '#stats/evidence/inputs.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { cellId, formatObservationId, isObservation } from '#stats/model/observation-id.ts';
import type { Cell } from '#stats/model/observation.ts';
import { significant } from '#stats/number.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import { rowWriter, type DownloadRow } from './row.ts';

/** What is said of a part, in the order of the columns. */
export interface PartFields {
  /** The id of the computed figure in this answer. */
  readonly part_of: string | null;
  readonly part_role: InputRole | null;
  /** The population by which a rate was weighted. */
  readonly part_weight: number | null;
  /** The permanent id of that population. */
  readonly part_weight_id: string | null;
}

/** The names of the columns. */
export const PART_COLUMNS = Object.keys(EXTRA_COLUMN_WORDS).filter((name): name is keyof PartFields =>
  name.startsWith('part_'),
);

export const NO_PART: PartFields = {
  part_of: null,
  part_role: null,
  part_weight: null,
  part_weight_id: null,
};

export interface PartRow {
  readonly row: DownloadRow;
  readonly fields: PartFields;
}

const idOf = (cell: Cell): string => (isObservation(cell) ? formatObservationId(cell) : cellId(cell));

const fieldsOf = ({ role, weight }: Input, cell: Cell): PartFields => ({
  part_of: cellId(cell),
  part_role: role,
  part_weight: weight?.stated ? significant(printedEnd(weight.stated)) : null,
  part_weight_id: weight ? idOf(weight) : null,
});

/** The parts of each computed figure of an answer, as rows of the answers that they are from. */
export function partRows(
  comparison: Comparison,
  parts: readonly CellParts[],
): ReadonlyMap<Cell, readonly PartRow[]> {
  const { divisor } = comparison;
  const plain = { ...comparison, query: { ...comparison.query, transform: null } };
  const writers = new Map<Comparison, (cell: Cell) => DownloadRow>();
  const writerOf = (answer: Comparison): ((cell: Cell) => DownloadRow) => {
    const writer = writers.get(answer) ?? rowWriter(answer);
    writers.set(answer, writer);
    return writer;
  };
  const divisors = divisor ? { ...plain, indicator: divisor } : plain;
  return new Map(
    parts.map(({ cell, inputs, inputsAnswer, weightsAnswer }) => {
      const rows = inputs.map((input): PartRow => {
        const isOf = (answer: Comparison | null): answer is Comparison =>
          answer?.indicator.id === input.cell.indicator;
        const answer = [inputsAnswer, weightsAnswer, divisors].find(isOf) ?? inputsAnswer;
        return { row: writerOf(answer)(input.cell), fields: fieldsOf(input, cell) };
      });
      return [cell, rows] as const;
    }),
  );
}
