import { LIMITS } from '../../stats/limits.ts';
import { PREFERRED } from '../../stats/query/values.ts';
import { onlyEnd } from '../../stats/time/time-range.ts';
import { onlyRow } from '../checked-results.ts';
import type { Sql } from '../connect.ts';
import { TABLE_OF } from '../schema/tables.ts';
import { bindPoint, inForce } from '../schema/validity.ts';
import type { ReleaseIndex } from '../releases.ts';
import { answerQuery, planAnswer, type PlannedQuery } from './answer.ts';
import { groupKeyReader } from './decode/group-key.ts';
import { isUnanswered, namesCodes } from './plan/named.ts';
import type { Plan } from './plan/plan.ts';
import { binder } from './sql/fragment.ts';
import { statementOf } from './sql/statement.ts';
import type { Query } from '../../stats/model/query.ts';

/**
 * The series of an answer and the number of cells of each. Runs the same statement, but counts its rows
 * instead of reading them.
 */
async function countSeries(sql: Sql, index: ReleaseIndex, plan: Plan) {
  const { text, parameters } = statementOf(plan, index);
  const rows = await sql.unsafe<{ group_key: string; cells: number }[]>(
    `select group_key, count(*)::int as cells from (${text}) answer group by group_key`,
    parameters as never[],
    { prepare: true },
  );
  const read = groupKeyReader(plan, index);
  return rows
    .map((row) => ({ ...read(row.group_key), cells: row.cells }))
    .filter(({ kind }) => kind !== 'on-file');
}

/** The number of rows of a plan. */
async function countRowsOf(sql: Sql, index: ReleaseIndex, plan: Plan): Promise<number> {
  const { text, parameters } = statementOf(plan, index);
  const rows = await sql.unsafe<{ cells: number }[]>(
    `select count(*)::int as cells from (${text}) answer`,
    parameters as never[],
    { prepare: true },
  );
  return onlyRow(rows).cells;
}

/**
 * The number of cells in the answer to a query. If two axes are combined, a cell that can be computed in two
 * ways is counted twice, so the answer is never longer than this number. A transform does not change it. The
 * preferred source, the latest common period and the gaps depend on the cells themselves: for these the whole
 * answer is computed, unless it is too long anyway.
 */
export async function countPlanned(
  sql: Sql,
  index: ReleaseIndex,
  { query, shown }: PlannedQuery,
): Promise<number> {
  const made = async (): Promise<number> =>
    (await answerQuery(sql, index, { ...query, transform: null })).cells.length;
  if (query.source.includes(PREFERRED) || onlyEnd(query.time) === 'latest-common') return made();
  if (!namesCodes(query)) return countRowsOf(sql, index, shown);
  const series = await countSeries(sql, index, shown);
  const cells = series.reduce((sum, entry) => sum + entry.cells, 0);
  const keys = series.map(({ key }) => key);
  return cells <= LIMITS.jsonCells && isUnanswered(shown, keys) ? made() : cells;
}

/** Whether a query names a code without cells: its answer then has gaps in addition to the rows on file. */
export async function hasGaps(sql: Sql, index: ReleaseIndex, { shown }: PlannedQuery): Promise<boolean> {
  if (!namesCodes(shown.query)) return false;
  const series = await countSeries(sql, index, shown);
  return isUnanswered(
    shown,
    series.map(({ key }) => key),
  );
}

/** The same for a query that has not been planned yet. @throws BadQuery when there is nothing to combine */
export const countCells = (sql: Sql, index: ReleaseIndex, query: Query): Promise<number> =>
  countPlanned(sql, index, planAnswer(query, index));

/** The rows of an indicator that are in force in a release: in all, and of each area, origin and year. */
export interface RowCounts {
  readonly all: number;
  /** By the keys of `ReleaseIndex.areas`. */
  readonly byArea: ReadonlyMap<number, number>;
  readonly byOrigin: ReadonlyMap<number, number>;
  /** By the year in which the period begins; 0 for a period without a beginning. */
  readonly byYear: ReadonlyMap<number, number>;
}

/** Counts the rows of an indicator that are in force in a release, regardless of any query. */
export async function countRows(sql: Sql, index: ReleaseIndex, indicator: string): Promise<RowCounts> {
  const measure = index.catalogue.indicators.find((entry) => entry.id === indicator)?.measure;
  if (!measure) return { all: 0, byArea: new Map(), byOrigin: new Map(), byYear: new Map() };
  const { bind, parameters } = binder();
  const id = bind(index.indicators.idOf.get(indicator) ?? 0, 'int');
  const counts = await sql.unsafe<{ axis: keyof typeof by; code: number; rows: number }[]>(
    `select count(*)::int as rows,
       case when grouping(s.area_id) = 0 then 'area' when grouping(s.counterpart_id) = 0 then 'origin' else 'year' end as axis,
       coalesce(s.area_id, s.counterpart_id, nullif(extract(year from f.period_start), '-infinity'), 0)::int as code
     from series s join ${TABLE_OF[measure]} f on f.series_id = s.id and ${inForce('f', bindPoint(bind, index.point))}
     where s.indicator_id = ${id}
     group by grouping sets ((s.area_id), (s.counterpart_id), (extract(year from f.period_start)))`,
    parameters,
    { prepare: true },
  );
  const by = {
    area: new Map<number, number>(),
    origin: new Map<number, number>(),
    year: new Map<number, number>(),
  };
  for (const { axis, code, rows } of counts) by[axis].set(code, rows);
  return { all: sumOf(by.area.values()), byArea: by.area, byOrigin: by.origin, byYear: by.year };
}

const sumOf = (counts: Iterable<number>): number => [...counts].reduce((sum, rows) => sum + rows, 0);
