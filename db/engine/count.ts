import { PREFERRED } from '../../stats/query/values.ts';
import { onlyRow } from '../checked-results.ts';
import type { Sql } from '../connect.ts';
import { TABLE_OF } from '../publish/rows.ts';
import type { ReleaseIndex } from '../releases.ts';
import { answerQuery } from './answer.ts';
import { planQuery } from './plan/plan.ts';
import { statementOf } from './sql/statement.ts';
import type { Query } from '../../stats/model/query.ts';

/**
 * The cells that a query would be answered with, counted by the same statement without its columns. Where two
 * axes are combined, cells that are reached in two ways count twice: the answer is never longer. A transform
 * adds none and takes none away. Which source is preferred depends on the figures: then the answer is made.
 * @throws BadQuery when there is nothing to combine
 */
export async function countCells(sql: Sql, index: ReleaseIndex, query: Query): Promise<number> {
  const plain = { ...query, transform: null };
  if (query.source.includes(PREFERRED)) return (await answerQuery(sql, index, plain)).cells.length;
  const { text, parameters } = statementOf(planQuery(plain, index), index);
  const rows = await sql.unsafe<{ cells: number }[]>(
    `select count(*)::int as cells from (${text}) answer`,
    parameters as never[],
    { prepare: true },
  );
  return onlyRow(rows).cells;
}

/** The rows of an indicator that are in force in a release, whatever is asked. */
export async function countRows(sql: Sql, index: ReleaseIndex, indicator: string): Promise<number> {
  const measure = index.catalogue.indicators.find((one) => one.id === indicator)?.measure;
  if (!measure) return 0;
  const rows = await sql.unsafe<{ rows: number }[]>(
    `select count(*)::int as rows from series s
     join ${TABLE_OF[measure]} f on f.series_id = s.id and f.since_release <= $2 and f.until_release > $2
     where s.indicator_id = $1`,
    [index.indicators.idOf.get(indicator) ?? 0, index.id],
    { prepare: true },
  );
  return onlyRow(rows).rows;
}
