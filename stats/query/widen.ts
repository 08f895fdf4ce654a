/**
 * What a transform reads beyond what is shown: earlier years, a base year, populations. The query is widened
 * to the rows that are needed, and what it did not ask for is dropped after the transform.
 */
import { DEFAULT_COVERAGE } from '../default-coverage.ts';
import type { Area, Catalogue, Indicator } from '../model/catalogue.ts';
import type { Axis } from '../model/measure.ts';
import { memoize } from '../memoize.ts';
import { ALL, NONE, seriesKey, type Cell } from '../model/observation.ts';
import type { Period } from '../time/period.ts';
import { calendarYear, formatPeriod, parsePeriod } from '../time/period.ts';
import { yearsBefore } from '../time/months.ts';
import { PREFERRED } from './values.ts';
import type { OnlyEnd, TimeSpan } from '../time/time-range.ts';
import { ALL_TIME, boundsOf, lastDayOfFiscalYears, onlyEnd } from '../time/time-range.ts';
import type { Query, TransformSpec } from '../model/query.ts';

/** Years before the first period that is shown. */
function yearsBack(transform: TransformSpec): number {
  switch (transform.id) {
    case 'change':
    case 'change-percent':
      return 1;
    case 'rolling-mean':
      return transform.length - 1;
    case 'per-capita':
    case 'index':
    case 'share-of-total':
    case 'rank':
    case 'ratio':
    case 'share-of':
      return 0;
  }
}

/** Whether a transform reads periods other than those shown. */
export const readsOtherTimes = (transform: TransformSpec | null): boolean =>
  transform !== null && (transform.id === 'index' || yearsBack(transform) > 0);

/**
 * The same day some years earlier; null before the calendar begins. All periods that repeat begin on the
 * first of a month. Fiscal years begin in July or in October, so whole years are counted for them.
 */
function startYearsBefore(text: string, day: string, years: number): string | null {
  const period = parsePeriod(text);
  if (period?.basis === 'us-fiscal-year') return yearsBefore(period, years)?.start ?? null;
  const year = Number(day.slice(0, 4)) - years;
  return year < 1 ? null : `${String(year).padStart(4, '0')}${day.slice(4)}`;
}

/** The time whose rows are read. If only the first or last period on file is shown, all periods are read. */
function widened(time: TimeSpan, transform: TransformSpec): TimeSpan {
  if (onlyEnd(time)) return ALL_TIME;
  const { start } = boundsOf(time);
  const base = transform.id === 'index' ? parsePeriod(transform.base) : null;
  const starts = [
    start && startYearsBefore(time.from, start, yearsBack(transform)),
    ...(base ? [base.start] : []),
  ];
  const basesTime = transform.id === 'index' ? { from: transform.base, to: transform.base } : null;
  const ends = [lastDayOfFiscalYears(time), ...(basesTime ? [lastDayOfFiscalYears(basesTime)] : [])];
  return {
    from: starts.includes(null) ? 'earliest' : (starts.sort()[0] ?? 'earliest'),
    to: ends.includes(null) ? 'latest' : (ends.sort().at(-1) ?? 'latest'),
  };
}

/**
 * The query for the rows of another query: without its transform, and with every source that may be
 * preferred.
 */
export function rowsQuery(query: Query): Query {
  const { transform, time, source } = query;
  return {
    ...query,
    transform: null,
    source: source.includes(PREFERRED) ? [] : source,
    time: transform && readsOtherTimes(transform) ? widened(time, transform) : time,
  };
}

/**
 * The query for the figures of other sources, to compare with those shown; null if all are read anyway, or if
 * a transform leaves nothing to compare. The last period of one source may not be the last of another, so all
 * periods are read if only the first or last one is shown.
 */
export function otherSourcesQuery(query: Query, indicator: Indicator): Query | null {
  const { transform, source, time } = query;
  if (transform !== null || source.length === 0 || source.includes(PREFERRED)) return null;
  const others = indicator.sources.filter((id) => !source.includes(id));
  return others.length === 0 ? null : { ...query, source: others, time: onlyEnd(time) ? ALL_TIME : time };
}

/** The line of time that a cell is in. A group that was both published and computed has two. */
const lineOf = (cell: Cell): string => `${seriesKey(cell)} | ${cell.computed !== null}`;

/** Whether a cell is the last, or the first, of its series, or belongs to the latest common period. */
function isAtEnd(cells: readonly Cell[], only: OnlyEnd): (cell: Cell) => boolean {
  const ends = new Map<string, string[]>();
  for (const cell of cells) {
    const line = ends.get(lineOf(cell));
    const end = cell.period.end ?? [];
    if (line) line.push(...[end].flat());
    else ends.set(lineOf(cell), [end].flat());
  }
  if (only === 'latest-common') {
    const [first = [], ...others] = [...ends.values()].map((line) => new Set(line));
    const common = [...first].filter((end) => others.every((line) => line.has(end))).sort();
    return ({ period }) => period.end !== null && period.end === common.at(-1);
  }
  const endOf = memoize((line: string): string | null => {
    const sorted = ends.get(line)?.sort() ?? [];
    return (only === 'latest' ? sorted.at(-1) : sorted[0]) ?? null;
  });
  return (cell) => cell.period.end === endOf(lineOf(cell));
}

/** Whether a cell is within the time of the query, by the same rule as for the rows that are read. */
export function isShown(cells: readonly Cell[], time: TimeSpan): (cell: Cell) => boolean {
  const only = onlyEnd(time);
  if (only) return isAtEnd(cells, only);
  const { start, end } = boundsOf(time);
  const fiscalEnd = lastDayOfFiscalYears(time);
  const endOf = ({ basis }: Period): string | null => (basis === 'us-fiscal-year' ? fiscalEnd : end);
  const first = ({ start: from, end: to }: Period): string => from ?? to ?? '';
  const last = ({ start: from, end: to }: Period): string => to ?? from ?? '';
  return ({ period }) =>
    (!start || first(period) >= start) && last(period) <= (endOf(period) ?? last(period));
}

/**
 * The population to divide by: an indicator and its source. Rates name theirs; other indicators use the
 * default.
 */
function peopleOf(indicator: Indicator, { indicators }: Catalogue): Indicator['weight'] {
  if (indicator.weight) return indicator.weight;
  const usual = indicators.find((indicator) => indicator.id === 'population');
  return usual?.sources[0] === undefined ? undefined : { indicator: usual.id, source: usual.sources[0] };
}

/** Calendar years, because populations have those. A fiscal year uses the one in which it ends. */
function yearsOf(time: TimeSpan): TimeSpan {
  if (onlyEnd(time)) return ALL_TIME;
  const { start, end } = boundsOf(time);
  const year = (day: string | null): string | null =>
    day && formatPeriod(calendarYear(Number(day.slice(0, 4))));
  return { from: year(start) ?? 'earliest', to: year(end) ?? 'latest' };
}

/** The query for the populations that per-capita figures need; null if none are needed or on file. */
export function populationQuery(query: Query, indicator: Indicator, catalogue: Catalogue): Query | null {
  const { transform } = query;
  const people = transform?.id === 'per-capita' ? peopleOf(indicator, catalogue) : undefined;
  if (transform?.id !== 'per-capita' || !people) return null;
  const kinds = new Map(catalogue.areas.map((area): [string, Area['kind']] => [area.code, area.kind]));
  const ofArea = transform.of === 'area';
  const named = ofArea ? [...query.country, ...query.group] : query.origin;
  const codes = named.filter((code) => code !== ALL && code !== NONE);
  // The query asks only for totals of all origins, and these have no population.
  if (named.length > 0 && codes.length === 0) return null;
  const country = codes.filter((code) => kinds.get(code) !== 'group');
  const apart = query.by.includes(ofArea ? 'area' : 'origin') || country.length < 2;
  const axes: readonly Axis[] = ['area', 'origin', 'breakdown', 'source'];
  return {
    indicator: people.indicator,
    country,
    group: codes.filter((code) => kinds.get(code) === 'group'),
    origin: [],
    breakdown: [],
    definition: [],
    source: [people.source],
    basis: ['calendar-year'],
    time: yearsOf(query.time),
    by: apart ? axes : axes.filter((axis) => axis !== 'area'),
    coverage: DEFAULT_COVERAGE,
    transform: null,
    ...(query.members && { members: query.members }),
  };
}
