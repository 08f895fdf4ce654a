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

/** A year, a month, a day, or an interval of months, as a URL writes it; null for anything else. */
export function periodNamed(text: string): Period | null {
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
      return `${(start ?? '').slice(0, 4)}-Q${Math.floor(countOf(start ?? '') % 12 / 3) + 1}`;
    case 'half-year':
      return `${(start ?? '').slice(0, 4)}-S${Math.floor(countOf(start ?? '') % 12 / 6) + 1}`;
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

const isYear = (basis: Basis): boolean => basis === 'calendar-year' || basis === 'us-fiscal-year';

/**
 * The year of a basis that contains a day; null from July to September 1976, which no fiscal year contains.
 */
export function yearAround(day: string, basis: 'calendar-year' | 'us-fiscal-year'): Period | null {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  if (basis === 'calendar-year') return calendarYear(year);
  if (day >= '1976-07-01' && day <= '1976-09-30') return null;
  return fiscalYear(month >= (day < '1976-07-01' ? 7 : 10) ? year + 1 : year);
}

/** The period a number of steps before: years for years, months for months; null for other bases. */
export function stepsBefore({ basis, start, end }: Period, steps: number): Period | null {
  if (start === null || end === null) return null;
  if (basis === 'month') return monthAt(countOf(start) - steps);
  const year = Number(end.slice(0, 4)) - steps;
  if (!isYear(basis) || year < 2) return null;
  return basis === 'calendar-year' ? calendarYear(year) : fiscalYear(year);
}

/** The same period of the year before; null if the basis does not repeat every year. */
export const yearBefore = (period: Period): Period | null =>
  stepsBefore(period, period.basis === 'month' ? 12 : 1);

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
