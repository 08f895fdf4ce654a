/**
 * Gaps for what a question names and has no cell of: somebody asked, so somebody is answered. A gap says which period
 * is the last on file, where there is one.
 */
import type { Indicator } from '../../../stats/model/catalogue.ts';
import { ALL, NONE, WITHOUT_FIGURE, type Cell, type SeriesKey } from '../../../stats/model/observation.ts';
import type { Query } from '../../../stats/model/query.ts';
import {
  calendarYear,
  comparePeriods,
  fiscalYear,
  fiscalYearAt,
  formatPeriod,
  parsePeriod,
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

/** A period that is on file, of the series that has it. */
export interface LastOnFile {
  readonly key: SeriesKey;
  readonly period: Period;
}

/** What is on file of the codes that a plan names, from the rows that say so. */
export function onFileIn(rows: readonly EncodedRow[], plan: Plan, index: ReleaseIndex): LastOnFile[] {
  const read = rowReader(plan, index);
  return rows
    .filter((row) => row[AT.group_key].startsWith('on-file '))
    .map(read)
    .map(({ groupKey: { key }, period }) => ({ key, period }));
}

const lastDay = ({ start, end }: Period): string => end ?? start ?? '';

/** The cells with a gap for each code that is named and has none. */
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

/** The last that is on file of a code: of those that end on one day the first source, then the first by its codes. */
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

/** Where a gap stands of which nothing is on file: at what is named first, else at what all cells share, else at the total. */
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

/** The last period that is asked for; where the question has no end, the last in the answer, else the release's own. */
function periodOfGaps({ time, basis }: Query, cells: readonly Cell[], date: string): Period {
  const asked = parsePeriod(time.to);
  if (asked && (basis.includes(asked.basis) || asked.basis === 'interval')) return asked;
  const { end } = boundsOf(time);
  const latest = cells.map(({ period }) => period).sort((a, b) => comparePeriods(b, a))[0];
  return end === null && latest ? latest : periodAt(end ?? date, basis);
}

/** The period of the first basis that repeats in which a day lies; of none, the calendar year. */
function periodAt(day: string, bases: readonly Basis[]): Period {
  const basis = bases.find((code) => code === 'month' || YEAR_BASES.includes(code));
  const year = Number(day.slice(0, 4));
  if (basis === 'month') return parsePeriod(day.slice(0, 7)) ?? calendarYear(year);
  // A day of the transition quarter is in no fiscal year: the last before it is meant.
  return basis === 'us-fiscal-year' ? fiscalYear(fiscalYearAt(day) ?? year) : calendarYear(year);
}
