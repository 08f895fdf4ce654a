/**
 * The `time=` of a query. `A..B` is a range of periods; `A/B` is a single period, an interval: the seven
 * months of `2014-10/2015-04` are one figure, as printed or as the sum of its months. A bare year belongs to
 * the query's basis: for fiscal years `2014` means October 2013 to September 2014, and is then written
 * `FY2014`. If a query has two year bases, a bare year is ambiguous and is refused with both forms
 * (docs/rules.md#bare-year).
 */
import { QUERY_PROBLEMS, UNITS_OF_LIMITS } from '../wording/problems.ts';
import { daysFrom, monthIndex, yearText } from './calendar.ts';
import type { Basis, BasisRule, Period } from './period.ts';
import { BASIS_RULES, PARTS_OF_YEAR, YEAR_BASES, isPartOfYear, parsePeriod, yearOf } from './period.ts';
import { LIMITS } from '../limits.ts';
import { BadQuery, malformed, tooMany } from '../problem.ts';

export interface TimeSpan {
  /** A period text, `earliest` or `latest`. */
  readonly from: string;
  readonly to: string;
}

export const ALL_TIME: TimeSpan = { from: 'earliest', to: 'latest' };

const FORMS = [
  '2014',
  'FY2014',
  '2014-10',
  '2018-10-19',
  '2000..2020',
  'earliest..latest',
  'latest',
  'latest-common',
  '2014-10/2015-04',
];

/**
 * The value of `time=` for a single period of all series: the last one in which every series has something on
 * file.
 */
const LATEST_COMMON = 'latest-common';

/** One end in canonical form: checked against the bases, with a bare year written as its basis writes it. */
function parseEnd(text: string, bases: readonly Basis[]): string {
  if (text === 'earliest' || text === 'latest') return text;
  const period = parsePeriod(text);
  if (
    !period ||
    !(YEAR_BASES.includes(period.basis) || isPartOfYear(period.basis) || period.basis === 'day')
  ) {
    throw new BadQuery(malformed('time', text, FORMS, QUERY_PROBLEMS.badTime(text.slice(0, 40))));
  }
  const years = bases.filter((basis) => YEAR_BASES.includes(basis));
  if (!YEAR_BASES.includes(period.basis) || years.length === 0) return text;
  if (period.basis === 'calendar-year' && years.length > 1) {
    throw new BadQuery(
      malformed(
        'time',
        text,
        [`basis=calendar-year&time=${text}`, `FY${text}`],
        QUERY_PROBLEMS.ambiguousYear(text),
      ),
    );
  }
  if (period.basis === 'calendar-year' && years[0] === 'us-fiscal-year') return `FY${text}`;
  if (!years.includes(period.basis)) {
    throw new BadQuery(
      malformed(
        'time',
        text,
        [text.slice(2), `basis=us-fiscal-year&time=${text}`],
        QUERY_PROBLEMS.fiscalYear(text),
      ),
    );
  }
  return text;
}

const LENGTHS = ['day', 'month', 'quarter', 'half-year', 'year'] as const satisfies BasisRule['countedAs'][];

/** The place of a basis in `LENGTHS`: 0 for days, 1 for months, up to years. */
const lengthOf = (basis: Basis): number => LENGTHS.indexOf(BASIS_RULES[basis].countedAs);

/**
 * The most periods that a span may contain (docs/rules.md#limits-of-a-request). They are as long as its ends
 * are written, so `2014-10..2015-04` is seven, but neither shorter nor longer than the bases of the query:
 * 2000..2020 of months alone has 252, 2013-10-01..2014-12-31 of years has two.
 */
function periodsIn(span: TimeSpan, bases: readonly Basis[]): number {
  const { start, end } = boundsOf(span);
  if (!start || !end) return 1;
  const lengths = bases.map(lengthOf);
  const written = Math.min(
    ...[span.from, span.to].map((text) => lengthOf(parsePeriod(text)?.basis ?? 'calendar-year')),
  );
  const length = Math.min(Math.max(written, Math.min(...lengths)), Math.max(...lengths));
  const months = monthIndex(end) - monthIndex(start) + 1;
  if (intervalOf(span)) return months;
  const name = LENGTHS[length] ?? 'year';
  if (name === 'day') return daysFrom(start, end);
  return name === 'year'
    ? Number(end.slice(0, 4)) - Number(start.slice(0, 4)) + 1
    : Math.ceil(months / PARTS_OF_YEAR[name]);
}

/**
 * Parses `2014`, `2000..2020`, `..`, `2015..`, `earliest..latest`, `latest`, and `2014-10/2015-04` as one
 * interval.
 * @throws BadQuery malformed, ends in the wrong order, a span over the limit
 * @example parseTime('2014', ['us-fiscal-year']) -> { from: 'FY2014', to: 'FY2014' }
 */
export function parseTime(text: string, bases: readonly Basis[]): TimeSpan {
  if (text === LATEST_COMMON) return { from: text, to: text };
  if (intervalOf({ from: text, to: text })) return withinLimit({ from: text, to: text }, bases);
  const [first = '', second, more] = text.split('..');
  if (more !== undefined) parseEnd(text, bases);
  const from = parseEnd(first === '' && second !== undefined ? 'earliest' : first, bases);
  const to = second === undefined ? from : parseEnd(second === '' ? 'latest' : second, bases);
  const span = { from, to };
  const { start, end } = boundsOf(span);
  if (
    (start && end && start > end) ||
    (from === 'latest' && to !== 'latest') ||
    (to === 'earliest' && from !== to)
  ) {
    throw new BadQuery(malformed('time', text, [`${to}..${from}`], QUERY_PROBLEMS.endsBeforeStart(from, to)));
  }
  return withinLimit(span, bases);
}

function withinLimit(span: TimeSpan, bases: readonly Basis[]): TimeSpan {
  if (periodsIn(span, bases) <= LIMITS.periods) return span;
  throw new BadQuery(tooMany('time', LIMITS.periods, UNITS_OF_LIMITS.periods));
}

/** The single interval of a query; null for a range of periods. @example intervalOf 2014-10/2015-04 */
export function intervalOf({ from, to }: TimeSpan): Period | null {
  const period = from === to ? parsePeriod(from) : null;
  return period?.basis === 'interval' ? period : null;
}

/** The canonical text. @example formatTime({ from: 'FY2014', to: 'FY2014' }) === 'FY2014' */
export const formatTime = ({ from, to }: TimeSpan): string => (from === to ? from : `${from}..${to}`);

/** First and last day of a span; null if not bounded. */
export const boundsOf = ({ from, to }: TimeSpan): { start: string | null; end: string | null } => ({
  start: parsePeriod(from)?.start ?? null,
  end: parsePeriod(to)?.end ?? null,
});

/**
 * The last day that fiscal years of a span may have on file. A fiscal year is named for the year in which it
 * ends, whatever its days: in releases before 1.2.0 those before FY1977 end in September
 * (docs/rules.md#fiscal-years). No other fiscal year ends between the two days.
 */
export function lastDayOfFiscalYears({ to }: TimeSpan): string | null {
  const period = parsePeriod(to);
  const year = period?.basis === 'us-fiscal-year' ? yearOf(period) : null;
  return year === null ? (period?.end ?? null) : `${yearText(year)}-09-30`;
}

/**
 * The single end of what is on file that a query asks for: that of each series, or the last period that all
 * have in common.
 */
export type OnlyEnd = 'earliest' | 'latest' | 'latest-common';

export const onlyEnd = ({ from, to }: TimeSpan): OnlyEnd | null =>
  from === to && (from === 'earliest' || from === 'latest' || from === LATEST_COMMON) ? from : null;
