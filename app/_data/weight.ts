/**
 * Estimates the cost of a question before it runs, from data in memory: about how many rows are read and
 * cells written. It need not be exact, because it only decides in which queue a question waits.
 */
import type { PlannedQuery } from '#db/engine/answer.ts';
import type { RowCounts } from '#db/engine/count.ts';
import type { AxisPlan, Plan, Target } from '#db/engine/plan/plan.ts';
import { rollupsOfTargets } from '#db/engine/plan/rollup-choice.ts';
import type { ReleaseIndex } from '#db/releases.ts';
import { boundsOf, type TimeSpan } from '#stats/time/time-range.ts';

/**
 * A question of this weight or more is heavy. Measured on two cores: a thousand rows take about 20 to 100
 * milliseconds of this process and the same of the database, so this is about half a second of both.
 */
export const HEAVY = 5_000;

/** Computed answers of this weight or more are counted before they are made: they may be longer than is allowed. */
export const COUNTED_FIRST = 40_000;

/** A row that is combined costs about as much as three that are only read: it is grouped, and its hedge added up. */
const COMBINED = 3;

/** About the rows and cells of a question about an indicator with so many rows. */
export function questionWeight(
  { query, rows: plan }: PlannedQuery,
  index: ReleaseIndex,
  counts: RowCounts,
  isPublished: boolean,
): number {
  const read = weightOfPlan(plan, index, counts);
  if (isPublished) return read;
  // A transform also reads figures that it does not show.
  return read * (query.transform ? 1.5 : 1);
}

function weightOfPlan(plan: Plan, index: ReleaseIndex, counts: RowCounts): number {
  if (counts.all === 0) return 0;
  const isMade = rollupsOfTargets(plan, index) !== null;
  const shares = [
    weightOfAxis(plan.areas, counts.byArea, isMade) / counts.all,
    weightOfAxis(plan.origins, counts.byOrigin, isMade) / counts.all,
    plan.breakdowns?.some(isSummed) && !isMade ? COMBINED : 1,
    rowsWithin(plan.query.time, counts.byYear) / counts.all,
  ];
  return shares.reduce((weight, share) => weight * share, counts.all);
}

/** About the rows that the targets of an axis read; all rows if it has none. */
function weightOfAxis(targets: AxisPlan, rowsOf: ReadonlyMap<number, number>, isMade: boolean): number {
  if (targets === null) return sum([...rowsOf.values()]);
  return sum(
    targets.map((target) => {
      const rows = target.members.flatMap(({ id }) => rowsOf.get(id) ?? []);
      if (!isSummed(target)) return sum(rows);
      // A sum that was made at publishing has about as many rows as one of its members.
      return isMade ? Math.max(0, ...rows) : sum(rows) * COMBINED;
    }),
  );
}

/** The most rows of an indicator that a question can read: those of the areas, or of the origins, that it names. */
export const rowsTouched = ({ areas, origins }: Plan, counts: RowCounts): number =>
  Math.min(rowsOn(areas, counts.byArea, counts.all), rowsOn(origins, counts.byOrigin, counts.all));

function rowsOn(targets: AxisPlan, rowsOf: ReadonlyMap<number, number>, all: number): number {
  if (targets === null) return all;
  const members = new Set(targets.flatMap((target) => target.members.map(({ id }) => id)));
  return sum([...members].map((id) => rowsOf.get(id) ?? 0));
}

/** The most gaps of an answer: what is named together, in each year on file. */
export const mostGaps = ({ areas, origins, breakdowns, query }: Plan, { byYear }: RowCounts): number =>
  [areas?.length, origins?.length, breakdowns?.length, query.source.length, byYear.size].reduce<number>(
    (product, named) => product * Math.max(1, named ?? 1),
    1,
  );

/** The rows whose period begins in a year of a span. */
function rowsWithin(span: TimeSpan, byYear: RowCounts['byYear']): number {
  const { start, end } = boundsOf(span);
  const [first, last] = [
    start ? Number(start.slice(0, 4)) : -Infinity,
    end ? Number(end.slice(0, 4)) : Infinity,
  ];
  return sum([...byYear].flatMap(([year, rows]) => (year >= first && year <= last ? [rows] : [])));
}

const isSummed = ({ combined }: Target): boolean => combined;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
