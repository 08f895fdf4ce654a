import { PREFERRED } from '../../stats/query/values.ts';
import { onlyRow } from '../checked-results.ts';
import type { Sql } from '../connect.ts';
import { TABLE_OF } from '../schema/tables.ts';
import { inForce } from '../schema/validity.ts';
import type { ReleaseIndex } from '../releases.ts';
import { answerQuery, planAnswer, type PlannedQuery } from './answer.ts';
import { statementOf } from './sql/statement.ts';
import type { Query } from '../../stats/model/query.ts';

/**
 * The cells that a query would be answered with, counted by the same statement without its columns. Where two
 * axes are combined, cells that are reached in two ways count twice: the answer is never longer. A transform
 * adds none and takes none away. Which source is preferred depends on the figures: then the answer is made.
 */
export async function countPlanned(
  sql: Sql,
  index: ReleaseIndex,
  { query, shown }: PlannedQuery,
): Promise<number> {
  if (query.source.includes(PREFERRED))
    return (await answerQuery(sql, index, { ...query, transform: null })).cells.length;
  const { text, parameters } = statementOf(shown, index);
  const rows = await sql.unsafe<{ cells: number }[]>(
    `select count(*)::int as cells from (${text}) answer`,
    parameters as never[],
    { prepare: true },
  );
  return onlyRow(rows).cells;
}

/** The same of a query that is not planned yet. @throws BadQuery when there is nothing to combine */
export const countCells = (sql: Sql, index: ReleaseIndex, query: Query): Promise<number> =>
  countPlanned(sql, index, planAnswer(query, index));

/** The rows of an indicator that are in force in a release, whatever is asked. */
export async function countRows(sql: Sql, index: ReleaseIndex, indicator: string): Promise<number> {
  const measure = index.catalogue.indicators.find((entry) => entry.id === indicator)?.measure;
  if (!measure) return 0;
  const rows = await sql.unsafe<{ rows: number }[]>(
    `select count(*)::int as rows from series s
     join ${TABLE_OF[measure]} f on f.series_id = s.id and ${inForce('f', '$2')}
     where s.indicator_id = $1`,
    [index.indicators.idOf.get(indicator) ?? 0, index.id],
    { prepare: true },
  );
  return onlyRow(rows).rows;
}
