/**
 * Observations as a table of our own, `observations.csv`: what a recipe read, in our columns and in the
 * order of the natural key, so that `npm run release` compiles it like any other source.
 */
import { quote } from '#stats/csv.ts';
import { plainNumber, significant } from '#stats/number.ts';
import type { Observation } from '#stats/model/observation.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { CELL_COLUMNS, type Cells } from '../table/cells.ts';
import { compareObservations } from '../compile/compile.ts';

const number = (value: number | null | undefined): string => (value == null ? '' : plainNumber(value));

/** A row of our table; `readRow` reads it back to the same observation. */
function cellsOf(o: Observation): Cells {
  const { stated, numerator, denominator } = o;
  const parts = numerator !== null && denominator !== null && denominator > 0;
  // The value of a ratio follows from its parts and is not said twice.
  const follows = parts && stated?.value === significant(numerator / denominator);
  return {
    figure: '',
    indicator: o.indicator,
    area: o.area,
    counterpart: o.counterpart,
    breakdown: o.breakdown,
    definition: o.definition,
    period: formatPeriod(o.period),
    of_basis: o.ofBasis ?? '',
    period_status: o.periodStatus,
    qualifier: stated?.qualifier ?? '',
    value: follows ? '' : number(stated?.value),
    low: number(stated?.low),
    high: number(stated?.high),
    interval_kind: o.intervalKind,
    numerator: number(numerator),
    denominator: number(denominator),
    gap: o.gap ?? '',
    attributed_to: o.attributedTo ?? '',
    locator: o.locator ?? '',
    printed: o.printed ?? '',
    note: o.note?.text.en ?? '',
    note_es: o.note?.text.es ?? '',
    note_mandatory: o.note?.mandatory ? 'yes' : '',
  };
}

/** The whole table as text, with its header. */
export function formatTable(observations: readonly Observation[]): string {
  const lines = [...observations].sort(compareObservations).map((o) => {
    const cells = cellsOf(o);
    return CELL_COLUMNS.map((column) => quote(cells[column])).join(',');
  });
  return [CELL_COLUMNS.join(','), ...lines, ''].join('\n');
}
