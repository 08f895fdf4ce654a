/**
 * A period is a span of days together with a basis, because a US fiscal year (named for the year in which it
 * ends), a calendar year and seven months of a year are different things. Its text form can be parsed and
 * formatted without loss (docs/rules.md#text-of-a-period):
 *
 *   2014                    calendar-year      2014-10                 month
 *   FY2014                  us-fiscal-year     2018-10-19              day
 *   2014-Q3                 quarter            2014-S1                 half-year (SDMX: semester)
 *   2014-10/2015-04         interval of whole months
 *   2009-06-28/2011-06-28   interval           2008-01-01/..           since
 *   ../2015-10-15           cumulative (start unknown)
 *   annual@2015-11          annual-level: a yearly level, stated in November 2015, year not given
 *   unstated@2018-10-20     unstated: stated on that day, period not given
 *
 * For the last two, start and end are when the statement was made, not when the events happened.
 */
import { lastDayOfMonth, yearText } from './calendar.ts';

export const BASES = [
  'calendar-year',
  'us-fiscal-year',
  'month',
  'day',
  'interval',
  'since',
  'cumulative',
  'annual-level',
  'unstated',
  'quarter',
  'half-year',
] as const;
export type Basis = (typeof BASES)[number];

/** The rules of a basis for combining and comparing its periods. */
export interface BasisRule {
  /**
   * Periods of a basis with a cycle follow one another without a gap, so they can share an axis and be
   * compared in turn.
   */
  readonly cycle: 'year' | 'half-year' | 'quarter' | 'month' | null;
  /** Whether its dates tell when the events happened; otherwise they tell when the statement was made. */
  readonly isDated: boolean;
  /** The unit in which its periods are counted for the limits of a request. */
  readonly countedAs: 'day' | 'month' | 'quarter' | 'half-year' | 'year';
}

/** A new basis does not compile until its rule is added here. */
export const BASIS_RULES: Readonly<Record<Basis, BasisRule>> = {
  'calendar-year': { cycle: 'year', isDated: true, countedAs: 'year' },
  'us-fiscal-year': { cycle: 'year', isDated: true, countedAs: 'year' },
  month: { cycle: 'month', isDated: true, countedAs: 'month' },
  day: { cycle: null, isDated: true, countedAs: 'day' },
  interval: { cycle: null, isDated: true, countedAs: 'year' },
  since: { cycle: null, isDated: true, countedAs: 'year' },
  cumulative: { cycle: null, isDated: true, countedAs: 'year' },
  'annual-level': { cycle: null, isDated: false, countedAs: 'year' },
  unstated: { cycle: null, isDated: false, countedAs: 'year' },
  quarter: { cycle: 'quarter', isDated: true, countedAs: 'quarter' },
  'half-year': { cycle: 'half-year', isDated: true, countedAs: 'half-year' },
};

/** The bases of equal parts of a calendar year, and the number of months in each. */
export const PARTS_OF_YEAR = { month: 1, quarter: 3, 'half-year': 6 } as const satisfies Partial<
  Record<Basis, number>
>;
export type PartOfYear = keyof typeof PARTS_OF_YEAR;

export const isPartOfYear = (basis: Basis): basis is PartOfYear => Object.hasOwn(PARTS_OF_YEAR, basis);

/** The bases of years. */
export const YEAR_BASES: readonly Basis[] = BASES.filter((basis) => BASIS_RULES[basis].cycle === 'year');

/** Whether a period has a place in time. For the others only the day of the statement is known. */
export const isDated = ({ basis }: Pick<Period, 'basis'>): boolean => BASIS_RULES[basis].isDated;

/**
 * How certain the period is (docs/rules.md#period-status): printed beside the figure, read from its context,
 * or assumed.
 */
export const PERIOD_STATUSES = ['stated', 'inferred', 'assumed'] as const;
export type PeriodStatus = (typeof PERIOD_STATUSES)[number];

/** The least certain of several. @example leastSure(['stated', 'assumed']) === 'assumed' */
export const leastSure = (statuses: readonly PeriodStatus[]): PeriodStatus =>
  statuses.reduce(
    (a, b) => (PERIOD_STATUSES.indexOf(b) > PERIOD_STATUSES.indexOf(a) ? b : a),
    PERIOD_STATUSES[0],
  );

export interface Period {
  readonly basis: Basis;
  /** First day, ISO 8601; null if the start is unknown. */
  readonly start: string | null;
  /** Last day, ISO 8601, inclusive; null while the period is open. */
  readonly end: string | null;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^(\d{4})-(\d{2})$/;
const YEAR = /^\d{4}$/;

const PART = /^(\d{4})-([QS])([1-4])$/;

const isDay = (text: string): boolean => {
  const match = DAY.exec(text);
  if (!match) return false;
  // Neither the calendar of Postgres nor ours has a year 0.
  if (match[1] === '0000') return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
};

/** The first and last day of a day or a whole month; null for anything else. */
function span(text: string): { start: string; end: string } | null {
  if (isDay(text)) return { start: text, end: text };
  const match = MONTH.exec(text);
  if (!match) return null;
  const [year, month] = [Number(match[1]), Number(match[2])];
  if (year < 1 || month < 1 || month > 12) return null;
  return { start: `${text}-01`, end: lastDayOfMonth(text) };
}

export const calendarYear = (year: number): Period => ({
  basis: 'calendar-year',
  start: `${yearText(year)}-01-01`,
  end: `${yearText(year)}-12-31`,
});

/**
 * The first US fiscal year from October to September; earlier ones run from July to June
 * (docs/rules.md#fiscal-years).
 */
const FIRST_FROM_OCTOBER = 1977;

/** A quarter or a half of a calendar year, by its number. @example partOfYear('quarter', 2014, 3) is July to September */
export function partOfYear(basis: 'quarter' | 'half-year', year: number, part: number): Period | null {
  const months = PARTS_OF_YEAR[basis];
  if (year < 1 || part < 1 || part > 12 / months) return null;
  const [first, last] = [(part - 1) * months + 1, part * months].map(
    (month) => `${yearText(year)}-${String(month).padStart(2, '0')}`,
  ) as [string, string];
  return { basis, start: `${first}-01`, end: lastDayOfMonth(last) };
}

/** The US fiscal year that ends in `year`. @example fiscalYear(1976) ends on 30 June, fiscalYear(1977) on 30 September */
export const fiscalYear = (year: number): Period => ({
  basis: 'us-fiscal-year',
  start: `${yearText(year - 1)}-${year < FIRST_FROM_OCTOBER ? '07' : '10'}-01`,
  end: `${yearText(year)}-${year < FIRST_FROM_OCTOBER ? '06-30' : '09-30'}`,
});

/** The year of the US fiscal year that contains a day; null in the transition quarter, which is in none. */
export function fiscalYearAt(day: string): number | null {
  const year = Number(day.slice(0, 4));
  const inYear = (candidate: number): boolean => {
    const { start, end } = fiscalYear(candidate);
    return (start ?? '') <= day && day <= (end ?? '');
  };
  return [year, year + 1].find(inYear) ?? null;
}

/**
 * Parses the text form of a period; null if it is not one.
 * @example parsePeriod('FY2014')?.start === '2013-10-01'
 */
export function parsePeriod(text: string): Period | null {
  if (YEAR.test(text)) return Number(text) > 0 ? calendarYear(Number(text)) : null;
  // FY0001 would begin in a year that does not exist.
  if (/^FY\d{4}$/.test(text)) return Number(text.slice(2)) > 1 ? fiscalYear(Number(text.slice(2))) : null;
  const single = span(text);
  if (single) return { basis: MONTH.test(text) ? 'month' : 'day', ...single };
  const part = PART.exec(text);
  if (part) return partOfYear(part[2] === 'Q' ? 'quarter' : 'half-year', Number(part[1]), Number(part[3]));
  const match = /^(annual|unstated)@(.+)$/.exec(text);
  if (match) {
    const when = span(match[2] ?? '');
    return when && { basis: match[1] === 'annual' ? 'annual-level' : 'unstated', ...when };
  }
  const [from, to, more] = text.split('/');
  if (from === undefined || to === undefined || more !== undefined) return null;
  if (from === '..') return isDay(to) ? { basis: 'cumulative', start: null, end: to } : null;
  if (to === '..') return isDay(from) ? { basis: 'since', start: from, end: null } : null;
  const [first, last] = [span(from), span(to)];
  if (!first || !last || first.start > last.end) return null;
  const interval: Period = { basis: 'interval', start: first.start, end: last.end };
  return formatPeriod(interval) === text ? interval : null;
}

/**
 * The period of a basis in which a day lies. Null in the transition quarter of 1976, which is in no US fiscal year, and
 * for bases whose periods a day alone does not give.
 * @example periodAround('2014-11-05', 'quarter') is October to December 2014
 */
export function periodAround(day: string, basis: Basis): Period | null {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  switch (basis) {
    case 'day':
      return parsePeriod(day);
    case 'month':
      return parsePeriod(day.slice(0, 7));
    case 'quarter':
    case 'half-year':
      return partOfYear(basis, year, Math.ceil(month / PARTS_OF_YEAR[basis]));
    case 'calendar-year':
      return year >= 1 ? calendarYear(year) : null;
    case 'us-fiscal-year': {
      const fiscal = fiscalYearAt(day);
      return fiscal === null ? null : fiscalYear(fiscal);
    }
    case 'interval':
    case 'since':
    case 'cumulative':
    case 'annual-level':
    case 'unstated':
      return null;
  }
}

const monthOf = (p: Period): string | null => {
  const month = p.start?.slice(0, 7) ?? '';
  const whole = span(month);
  return whole && whole.start === p.start && whole.end === p.end ? month : null;
};

/**
 * The text form of a period. Frozen, guarded by tests/stats/time/period.test.ts.
 * @example formatPeriod(fiscalYear(2014)) === 'FY2014'
 */
export function formatPeriod(p: Period): string {
  const start = p.start ?? '..';
  const end = p.end ?? '..';
  switch (p.basis) {
    case 'calendar-year':
      return end.slice(0, 4);
    case 'us-fiscal-year':
      return `FY${end.slice(0, 4)}`;
    case 'month':
      return start.slice(0, 7);
    case 'day':
      return start;
    case 'quarter':
      return `${start.slice(0, 4)}-Q${Number(end.slice(5, 7)) / 3}`;
    case 'half-year':
      return `${start.slice(0, 4)}-S${Number(end.slice(5, 7)) / 6}`;
    case 'annual-level':
      return `annual@${monthOf(p) ?? end}`;
    case 'unstated':
      return `unstated@${monthOf(p) ?? end}`;
    case 'since':
    case 'cumulative':
      return `${start}/${end}`;
    case 'interval': {
      const [first, last] = [span(start.slice(0, 7)), span(end.slice(0, 7))];
      const whole = first?.start === p.start && last?.end === p.end;
      return whole ? `${start.slice(0, 7)}/${end.slice(0, 7)}` : `${start}/${end}`;
    }
  }
}

/** The year for which a period of a year basis is named; null for every other basis. */
export const yearOf = (p: Period): number | null =>
  YEAR_BASES.includes(p.basis) && p.end ? Number(p.end.slice(0, 4)) : null;

/** Whether a period was over on a day; a projection goes on for years that are not. */
export const isOver = ({ end }: Pick<Period, 'end'>, day: string): boolean => end !== null && end <= day;

const beforeAll = '0000-00-00';
const afterAll = '9999-99-99';
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order in time: by end, then start; open ends come last, unknown starts first. */
export const comparePeriods = (a: Period, b: Period): number =>
  order(a.end ?? afterAll, b.end ?? afterAll) ||
  order(a.start ?? beforeAll, b.start ?? beforeAll) ||
  order(a.basis, b.basis);
