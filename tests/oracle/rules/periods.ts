/** Periods (ruling 18): their names, their months, and the period a year before. Days compare as texts. */
import { keptWith, type Basis, type Period } from '../book.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const four = (n: number): string => String(n).padStart(4, '0');
const lastDay = (year: number, month: number): string =>
  `${four(year)}-${two(month)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;

const calendarYear = (year: number): Period => ({
  basis: 'calendar-year',
  start: `${four(year)}-01-01`,
  end: `${four(year)}-12-31`,
});

/** October to September, named for the year in which it ends; July to June before FY1977. */
const fiscalYear = (year: number): Period => {
  const [start, end] = year >= 1977 ? ['10-01', '09-30'] : ['07-01', '06-30'];
  return { basis: 'us-fiscal-year', start: `${four(year - 1)}-${start}`, end: `${four(year)}-${end}` };
};

/** Months are counted from year 0, so that they can be added. */
const countOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthAt = (count: number): Period => {
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  return { basis: 'month', start: `${four(year)}-${two(month)}-01`, end: lastDay(year, month) };
};

/** So many months from one on: a quarter or a half year. */
const partAt = (months: 3 | 6, count: number): Period => ({
  basis: months === 3 ? 'quarter' : 'half-year',
  start: monthAt(count).start,
  end: monthAt(count + months - 1).end,
});

/** A year, a month, a day, or an interval of months, as a URL writes it; null for anything else. */
export function periodNamed(text: string): Period | null {
  const part = /^(\d{4})-([QS])(\d)$/.exec(text);
  if (part) {
    const months = part[2] === 'Q' ? 3 : 6;
    return partAt(months, Number(part[1]) * 12 + (Number(part[3]) - 1) * months);
  }
  const year = /^(FY)?(\d{4})$/.exec(text);
  if (year) return year[1] ? fiscalYear(Number(year[2])) : calendarYear(Number(year[2]));
  if (/^\d{4}-\d{2}$/.test(text)) return monthAt(countOf(text));
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { basis: 'day', start: text, end: text };
  const ends = /^(\d{4}-\d{2})\/(\d{4}-\d{2})$/.exec(text);
  const [first, last] = ends ? [monthAt(countOf(ends[1] ?? '')), monthAt(countOf(ends[2] ?? ''))] : [];
  return first && last ? { basis: 'interval', start: first.start, end: last.end } : null;
}

const startsMonth = (day: string): boolean => day.endsWith('-01');
const endsMonth = (day: string): boolean => monthAt(countOf(day)).end === day;

/** The name of a period: `2014`, `FY2014`, `2014-10`, `2014-10/2015-04`, `annual@2015-11`. */
export const nameOf = keptWith(({ basis, start, end }: Period): string => {
  const whole = start !== null && end !== null && startsMonth(start) && endsMonth(end);
  const oneMonth = whole && start.slice(0, 7) === end.slice(0, 7) ? start.slice(0, 7) : null;
  switch (basis) {
    case 'calendar-year':
      return (end ?? '').slice(0, 4);
    case 'us-fiscal-year':
      return `FY${(end ?? '').slice(0, 4)}`;
    case 'month':
      return (start ?? '').slice(0, 7);
    case 'quarter':
      return `${(start ?? '').slice(0, 4)}-Q${Math.floor((countOf(start ?? '') % 12) / 3) + 1}`;
    case 'half-year':
      return `${(start ?? '').slice(0, 4)}-S${Math.floor((countOf(start ?? '') % 12) / 6) + 1}`;
    case 'day':
      return start ?? '..';
    case 'annual-level':
      return `annual@${oneMonth ?? end}`;
    case 'unstated':
      return `unstated@${oneMonth ?? end}`;
    case 'interval':
      return whole ? `${start.slice(0, 7)}/${end.slice(0, 7)}` : `${start ?? '..'}/${end ?? '..'}`;
    case 'since':
    case 'cumulative':
      return `${start ?? '..'}/${end ?? '..'}`;
  }
});

/** The months of a span, by name; empty if it does not begin and end with whole months. */
export function monthsIn({ start, end }: Period): string[] {
  if (start === null || end === null || !startsMonth(start) || !endsMonth(end)) return [];
  const [first, last] = [countOf(start), countOf(end)];
  return Array.from({ length: last - first + 1 }, (_, i) => nameOf(monthAt(first + i)));
}

/** What years are added up from: months, or quarters or half years where there are no months. */
const STEPS = ['month', 'quarter', 'half-year'] as const;
export type Step = (typeof STEPS)[number];
export const stepAmong = (bases: readonly Basis[]): Step | undefined =>
  STEPS.find((step) => bases.includes(step));

/** The months, quarters or half years of a span, by name; empty if it is not made up of whole ones. */
export function stepsIn(step: Step, span: Period): string[] {
  const months = monthsIn(span);
  if (step === 'month') return months;
  const length = step === 'quarter' ? 3 : 6;
  if (months.length % length !== 0 || countOf(span.start ?? '') % length !== 0) return [];
  return months.flatMap((month, i) => (i % length === 0 ? nameOf(partAt(length, countOf(month))) : []));
}

const isYear = (basis: Basis): boolean => basis === 'calendar-year' || basis === 'us-fiscal-year';

/** What months are added up to. */
export const SPANS = ['calendar-year', 'us-fiscal-year', 'quarter', 'half-year'] as const;
export type SpanBasis = (typeof SPANS)[number];
export const isSpan = (basis: Basis): basis is SpanBasis => SPANS.some((span) => span === basis);

/**
 * The year of a basis that contains a day; null from July to September 1976, which no fiscal year contains.
 */
export function yearAround(day: string, basis: SpanBasis): Period | null {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  if (basis === 'calendar-year') return calendarYear(year);
  if (basis === 'quarter') return partAt(3, countOf(day) - (countOf(day) % 3));
  if (basis === 'half-year') return partAt(6, countOf(day) - (countOf(day) % 6));
  if (day >= '1976-07-01' && day <= '1976-09-30') return null;
  return fiscalYear(month >= (day < '1976-07-01' ? 7 : 10) ? year + 1 : year);
}

/** The period a number of steps before: years for years, months for months; null for other bases. */
export function stepsBefore({ basis, start, end }: Period, steps: number): Period | null {
  if (start === null || end === null) return null;
  if (basis === 'month') return monthAt(countOf(start) - steps);
  if (basis === 'quarter') return partAt(3, countOf(start) - 3 * steps);
  if (basis === 'half-year') return partAt(6, countOf(start) - 6 * steps);
  const year = Number(end.slice(0, 4)) - steps;
  if (!isYear(basis) || year < 2) return null;
  return basis === 'calendar-year' ? calendarYear(year) : fiscalYear(year);
}

/** The same period of the year before; null if the basis does not repeat every year. */
export const yearBefore = (period: Period): Period | null =>
  stepsBefore(period, { month: 12, quarter: 4, 'half-year': 2 }[period.basis as 'month'] ?? 1);

/** Every period from one to another of its basis, as a tabulation names them. */
export function periodsFrom(from: string, to: string): Period[] {
  const [first, last] = [periodNamed(from), periodNamed(to)];
  if (!first || !last) return [];
  if (first.basis === 'month')
    return monthsIn({ basis: 'interval', start: first.start, end: last.end }).flatMap(
      (name) => periodNamed(name) ?? [],
    );
  const [a, b] = [first, last].map(({ end }) => Number((end ?? '').slice(0, 4))) as [number, number];
  const make = first.basis === 'calendar-year' ? calendarYear : fiscalYear;
  return Array.from({ length: Math.max(0, b - a + 1) }, (_, i) => make(a + i));
}
