/**
 * The step of the branch of months that finds the rows of each span: one per month, or a mark for a month of
 * zero.
 */
import { kindBit } from './aggregate.ts';
import { partsOfRow, type MonthsBranch } from './branch.ts';
import type { CommonTable } from './fragment.ts';
import { inForce } from '../../schema/validity.ts';
import { aliased } from './result-columns.ts';
import { endOf, mayLieInNone, startOf } from './spans.ts';
import { rowsInForceSql } from './where.ts';

/**
 * Whether a span is made from months, even from a single one. A published month is not, and neither is a span
 * that the source printed.
 */
export const isMadeOfMonths = (alias: string): string => `(${alias}.monthly and ${alias}.span <> 'month')`;

/** The columns that come from the member `s`. */
const MEMBER_COLUMNS = [
  'group_no',
  'combined',
  'needed',
  'monthly',
  'source_id',
  'span',
  'area_id',
  'counterpart_id',
  'breakdown_id',
  'shared',
  'size',
];

/** The columns that come from the row, in the order of both selects. */
const OWN_COLUMNS = [
  'span_start',
  'span_end',
  'month',
  'has_figure',
  'period_status',
  'word_bit',
  'kind_bit',
  'edition_id',
  'note_id',
  'value',
  'low',
  'high',
  'numerator',
  'denominator',
] as const;
type OwnColumn = (typeof OWN_COLUMNS)[number];

const monthRow = (columns: Readonly<Record<OwnColumn, string>>): string =>
  `select s.id as series_id, ${MEMBER_COLUMNS.map((name) => `s.${name}`).join(', ')},
  ${OWN_COLUMNS.map((name) => aliased(columns[name], name)).join(', ')}`;

export function monthRows(branch: MonthsBranch): CommonTable {
  const marks = branch.isSparse ? `\nunion all\n${zeroMarks(branch)}` : '';
  return { name: 'month_rows', query: `${publishedRows(branch)}${marks}` };
}

function publishedRows(branch: MonthsBranch): string {
  const { plan, table, release, bases, from, to } = branch;
  const [numerator, denominator] = partsOfRow(plan);
  const columns = monthRow({
    span_start: 'span_bounds.span_start',
    span_end: 'span_bounds.span_end',
    month: 'f.period_start',
    has_figure: `coalesce(f.low, f.value) is not null and (f.gap is null or not ${isMadeOfMonths('s')})`,
    period_status: 'f.period_status',
    word_bit: 'hedge_bit(f.qualifier)',
    kind_bit: kindBit('f.interval_kind'),
    edition_id: 'f.edition_id',
    note_id: 'f.note_id',
    value: 'f.value',
    low: 'coalesce(f.low, f.value)',
    high: 'coalesce(f.high, f.value)',
    numerator,
    denominator,
  });
  const inTime = `${from ? ` and f.period_start >= ${from}` : ''}${to ? ` and f.period_start <= ${to}` : ''}`;
  const [start, end] = ['span_bounds.span_start', 'span_bounds.span_end'];
  // A printed fiscal year has the days that its release gives, whatever the days of its months.
  const own = (column: string, ofMonths: string): string =>
    mayLieInNone(bases)
      ? `case when s.span = 'us-fiscal-year' and not s.monthly then ${column} else ${ofMonths} end`
      : ofMonths;
  return `${columns}
from members s ${rowsInForceSql(table, 'f', release, inTime)}
cross join lateral (select ${own('f.period_start', startOf('s.span', 'f.period_start', from, bases))} as span_start,
  ${own('f.period_end', endOf('s.span', 'f.period_start', to, bases))} as span_end) span_bounds
where ${mayLieInNone(bases) ? `${start} is not null and ` : ''}(${isMadeOfMonths('s')} or (f.period_start = ${start} and f.period_end = ${end}))${isWithin(branch, start, end)}
  and ${isNotPrinted(branch, start, end)}`;
}

/**
 * A month of zero has no row, so a span of zeros only would not be found. A series that has rows adds a mark
 * for it.
 */
function zeroMarks(branch: MonthsBranch): string {
  const { bases, to } = branch;
  const start = 'zero_months_per_span.span_start';
  const end = endOf('s.span', start, to, bases);
  const columns = monthRow({
    ...(Object.fromEntries(OWN_COLUMNS.map((name) => [name, 'null'])) as Record<OwnColumn, string>),
    span_start: start,
    span_end: end,
    has_figure: 'false',
  });
  return `${columns}
from members s
join zero_months_per_span on zero_months_per_span.source_id = s.source_id and zero_months_per_span.span = s.span
where s.monthly and (s.combined or ${isMadeOfMonths('s')})
  and s.has_rows${isWithin(branch, start, end)}
  and ${isNotPrinted(branch, start, end)}`;
}

/** A span must lie completely within the query's time. Members are those of its first day. */
const isWithin = ({ from, to, toFiscal, axes }: MonthsBranch, day: string, last: string): string => {
  const until = toFiscal ? `case when s.span = 'us-fiscal-year' then ${toFiscal} else ${to} end` : to;
  return `${from ? ` and ${day} >= ${from}` : ''}${until ? ` and ${last} <= ${until}` : ''}${axes.isMemberOn(day)}`;
};

/** The source did not print the span itself. */
const isNotPrinted = ({ table, release }: MonthsBranch, day: string, last: string): string =>
  `(s.printed_id is null or not exists (select from ${table} printed where printed.series_id = s.printed_id
    and ${inForce('printed', release)} and printed.period_start = ${day} and printed.period_end = ${last}))`;
