/**
 * The rows of a JSON download as text, identical to `JSON.stringify` of the row (a test compares them). This
 * code exists because rows make up most of the cost of a long answer, and most of a row is the same for its
 * series or its period: that part is written once.
 */
import { isOfSeries, type Comparison } from '#stats/model/comparison.ts';
import { significantText } from '#stats/number.ts';
import type { Gap } from '#stats/model/gap.ts';
import type { Cell } from '#stats/model/observation.ts';
import { memoize } from '#stats/memoize.ts';
import type { Period } from '#stats/time/period.ts';
import { rowWriter, type DownloadRow } from './row.ts';

const quoted: (value: unknown) => string = JSON.stringify;

const number = (value: number | null | undefined): string =>
  value === null || value === undefined || !Number.isFinite(value) ? 'null' : significantText(value);

/** The text that all rows of a series share, around the cells that differ. */
function textOfSeries(row: DownloadRow) {
  const { Entity, Code, indicator, measure, unit, counterpart, breakdown, definition, basis } = row;
  const { source, release, compiled_by } = row;
  const named = { indicator, measure, unit, counterpart, breakdown, definition };
  return {
    begin: `{"Entity":${quoted(Entity)},"Code":${quoted(Code)},"Year":`,
    named: `,${quoted(named).slice(1, -1)},"period":`,
    basis: `,"basis":${quoted(basis)},"value":`,
    source: `,"source":${quoted(source)},"edition":`,
    release: `,"release":${quoted(release)},"transform":`,
    compiled: `,"compiled_by":${quoted(compiled_by)}`,
  };
}

/** The text that all rows of a period share. */
const textOfPeriod = ({ Year, period, period_start, period_end }: DownloadRow) => ({
  year: quoted(Year),
  period: `${quoted(period)},"period_start":${quoted(period_start)},"period_end":${quoted(period_end)}`,
});

/** A gap; many have one list of what is missing. */
const gapText = (gap: Gap | null, shared: (missing: readonly string[]) => string): string =>
  gap === null ? 'null' : `{"code":"${gap.code}","missing":${shared(gap.missing)}}`;

const own = (text: string | null): string => (text === null ? 'null' : quoted(text));

/** The text of each row of a comparison. */
export function jsonRowWriter(comparison: Comparison): (cell: Cell) => string {
  const toRow = rowWriter(comparison);
  const { releaseOf } = comparison;
  const isOfRelease = (a: Cell, b: Cell): boolean => !releaseOf || releaseOf.get(a) === releaseOf.get(b);
  // Words and lists that many rows share.
  const shared = memoize((value: string | readonly string[] | null) => quoted(value));
  const periods = new Map<Period, ReturnType<typeof textOfPeriod>>();
  let series: { readonly of: Cell; readonly text: ReturnType<typeof textOfSeries> } | null = null;
  return (cell) => {
    if (!series || !isOfSeries(series.of, cell) || !isOfRelease(series.of, cell))
      series = { of: cell, text: textOfSeries(toRow(cell)) };
    let period = periods.get(cell.period);
    if (!period) periods.set(cell.period, (period = textOfPeriod(toRow(cell))));
    const { begin, named, basis, source, release, compiled } = series.text;
    const { stated, coverage, rank } = cell;
    const members = coverage ? `{"present":${coverage.present},"expected":${coverage.expected}}` : 'null';
    const notes = cell.notes.length > 0 ? quoted(cell.notes) : '[]';
    return (
      `${begin}${period.year}${named}${period.period}${basis}${number(stated?.value)},"low":${number(stated?.low)},"high":${number(stated?.high)}` +
      `,"low_inclusive":${cell.lowInclusive},"high_inclusive":${cell.highInclusive},"qualifier":${shared(stated?.qualifier ?? null)}` +
      `,"interval_kind":${shared(cell.intervalKind)},"numerator":${number(cell.numerator)},"denominator":${number(cell.denominator)}` +
      `,"gap":${gapText(cell.gap, shared)},"coverage_members":${members},"coverage_weight":${number(coverage?.weight)}` +
      `,"computed":${shared(cell.computed)}${source}${shared(cell.editions)},"locator":${own(cell.locator)}` +
      `,"attributed_to":${own(cell.attributedTo)},"printed":${own(cell.printed)},"note":${notes},"status":${shared(cell.periodStatus)}` +
      `${release}${shared(cell.transform ?? null)},"rank_low":${number(rank?.best)},"rank_high":${number(rank?.worst)},"rank_of":${number(rank?.of)},"last_on_file":${own(cell.lastOnFile ?? null)}${compiled}` +
      `,"coverage_weight_bound":${shared(coverage?.weightBound ?? null)}}`
    );
  };
}
