/**
 * Gaps for the codes that a query names but that have no cell, so that no code is dropped silently. The gap
 * names the last period on file, if there is one.
 */
import type { Indicator } from '../../../stats/model/catalogue.ts';
import { ALL, NONE, WITHOUT_FIGURE, type Cell, type SeriesKey } from '../../../stats/model/observation.ts';
import type { Query } from '../../../stats/model/query.ts';
import {
  calendarYear,
  comparePeriods,
  fiscalYear,
  formatPeriod,
  isPartOfYear,
  parsePeriod,
  periodAround,
  YEAR_BASES,
  type Basis,
  type Period,
} from '../../../stats/time/period.ts';
import { boundsOf } from '../../../stats/time/time-range.ts';
import type { ReleaseIndex } from '../../releases.ts';
import { NAMED_AXES, namedCodes, seriesOfGaps, type Unanswered } from '../plan/named.ts';
import type { Plan } from '../plan/plan.ts';
import { AT, type EncodedRow } from '../sql/row-encoding.ts';
import { rowReader } from './row-reader.ts';

/** A period on file, and the series that has it. */
export interface LastOnFile {
  readonly key: SeriesKey;
  readonly period: Period;
}

/** What is on file for the codes that a plan names, from the rows of kind `on-file`. */
export function onFileIn(rows: readonly EncodedRow[], plan: Plan, index: ReleaseIndex): LastOnFile[] {
  const read = rowReader(plan, index);
  return rows
    .filter((row) => row[AT.group_key].startsWith('on-file '))
    .map(read)
    .map(({ groupKey: { key }, period }) => ({ key, period }));
}

const lastDay = ({ start, end }: Period): string => end ?? start ?? '';

/** The cells, with a gap for each named code that has no cell. */
export function withGaps(
  cells: readonly Cell[],
  plan: Plan,
  index: ReleaseIndex,
  onFile: () => readonly LastOnFile[],
): readonly Cell[] {
  const last = new Map<SeriesKey, Period>();
  const series = seriesOfGaps(plan, cells, (missing) => {
    const latest = lastOf(missing, onFile(), plan.indicator);
    if (!latest) return nowhere(missing, cells, plan);
    last.set(latest.key, latest.period);
    return latest.key;
  });
  if (series.length === 0) return cells;
  const period = periodOfGaps(plan.query, cells, index.release.date);
  return [...cells, ...series.map((key) => gapCell(key, period, last.get(key), plan.query))];
}

const gapCell = (key: SeriesKey, period: Period, last: Period | undefined, { transform }: Query): Cell => ({
  indicator: key.indicator,
  source: key.source,
  area: key.area,
  counterpart: key.counterpart,
  breakdown: key.breakdown,
  definition: key.definition,
  basis: period.basis,
  period,
  periodStatus: 'stated',
  ...WITHOUT_FIGURE,
  gap: { code: 'not-on-file', missing: [] },
  coverage: null,
  computed: null,
  editions: [],
  attributedTo: null,
  locator: null,
  printed: null,
  notes: [],
  ...(transform && { transform: transform.id }),
  ...(last && { lastOnFile: formatPeriod(last) }),
});

/** The last period on file of a code. If several end on the same day: by order of sources, then of codes. */
const lastOf = (
  { axis, code }: Unanswered,
  onFile: readonly LastOnFile[],
  { sources }: Indicator,
): LastOnFile | undefined =>
  onFile
    .filter(({ key }) => key[axis] === code)
    .sort(
      (a, b) =>
        -byText(lastDay(a.period), lastDay(b.period)) ||
        sources.indexOf(a.key.source) - sources.indexOf(b.key.source) ||
        byText(codesOf(a.key), codesOf(b.key)),
    )[0];

const codesOf = ({ area, counterpart, breakdown, definition, basis }: SeriesKey): string =>
  [area, counterpart, breakdown, definition, basis].join(' ');
const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/**
 * The series of a gap for a code with nothing on file. Each axis has the first named code, otherwise the code
 * that all cells share, otherwise the total.
 */
function nowhere({ axis, code }: Unanswered, cells: readonly Cell[], plan: Plan): SeriesKey {
  const named = namedCodes(plan);
  const { indicator } = plan;
  const usual = {
    area: ALL,
    counterpart: NONE,
    breakdown: ALL,
    definition: indicator.definitions[0]?.code ?? 'main',
    source: indicator.sources[0] ?? '',
  };
  const codes = NAMED_AXES.map((other) => {
    const shared = new Set(cells.map((cell) => cell[other]));
    const only = shared.size === 1 ? [...shared][0] : undefined;
    return [other, named[other][0] ?? only ?? usual[other]];
  });
  const key = Object.fromEntries(codes) as Omit<SeriesKey, 'indicator' | 'basis'>;
  return { indicator: indicator.id, basis: plan.query.basis[0] ?? 'unstated', ...key, [axis]: code };
}

/**
 * The last period of the query. If its time is open-ended: the last period in the answer, otherwise that of
 * the release date.
 */
function periodOfGaps({ time, basis }: Query, cells: readonly Cell[], date: string): Period {
  const asked = parsePeriod(time.to);
  if (asked && (basis.includes(asked.basis) || asked.basis === 'interval')) return asked;
  const { end } = boundsOf(time);
  const latest = cells.map(({ period }) => period).sort((a, b) => comparePeriods(b, a))[0];
  return end === null && latest ? latest : periodAt(end ?? date, basis);
}

/** The period that contains a day, in the first basis that repeats; if there is none, the calendar year. */
function periodAt(day: string, bases: readonly Basis[]): Period {
  const basis = bases.find((code) => isPartOfYear(code) || YEAR_BASES.includes(code)) ?? 'calendar-year';
  const year = Number(day.slice(0, 4));
  // A day of the transition quarter is in no fiscal year, so the last one before it is used.
  return periodAround(day, basis) ?? (basis === 'us-fiscal-year' ? fiscalYear(year) : calendarYear(year));
}
