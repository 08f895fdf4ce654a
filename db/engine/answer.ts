/** Runs the one statement of a question, and makes of its rows the cells of the answer, in their order. */
import type { Area } from '../../stats/model/catalogue.ts';
import type { Cell } from '../../stats/model/observation.ts';
import type { Sql } from '../connect.ts';
import type { ReleaseIndex } from '../releases.ts';
import { cellsOf } from './decode/cells.ts';
import { orderCells } from './decode/order.ts';
import type { Plan } from './plan/plan.ts';
import { areasByCode, planQuery } from './plan/plan.ts';
import { joinedStatement, type Statement } from './sql/statement.ts';
import { queriesToRead, shownCells } from './transforms.ts';
import { rowsByQuery } from './decode/row-reader.ts';
import type { EncodedRow } from './sql/row-encoding.ts';
import type { Query } from '../../stats/model/query.ts';

/** The cells of an answer, and areas that exist only in it (`SLV+HND`, several asked for together). */
export interface EngineAnswer {
  readonly cells: readonly Cell[];
  readonly combinedAreas: readonly Area[];
}

/** A query with what is read for it: its plan, and that of the populations where a transform needs them. */
interface PlannedQuery {
  readonly query: Query;
  readonly plans: readonly [rows: Plan, people?: Plan];
}

/** The plans of a query. @throws BadQuery when there is nothing to combine */
function planWithPopulations(query: Query, index: ReleaseIndex): PlannedQuery {
  const { rows, people } = queriesToRead(query, index);
  const plan = planQuery(rows, index);
  return { query, plans: people ? [plan, planQuery(people, index)] : [plan] };
}

const plansOf = (planned: readonly PlannedQuery[]): Plan[] =>
  planned.flatMap(({ plans }) => plans.filter((plan) => plan !== undefined));

/** The one statement that answers several queries. @throws BadQuery when one has nothing to combine */
export const statementOfQueries = (queries: readonly Query[], index: ReleaseIndex): Statement =>
  joinedStatement(plansOf(queries.map((query) => planWithPopulations(query, index))), index);

/**
 * Answers several queries in one round trip, as one statement. Rows that a transform needs beside those shown, and
 * populations, come in it too. @throws BadQuery when one has nothing to combine
 * @example answerQueries(sql, index, [deaths, apprehensions]) -> the answers of both, in that order
 */
export async function answerQueries(
  sql: Sql,
  index: ReleaseIndex,
  queries: readonly Query[],
): Promise<EngineAnswer[]> {
  const planned = queries.map((query) => planWithPopulations(query, index));
  const plans = plansOf(planned);
  const { text, parameters } = joinedStatement(plans, index);
  const rows = await sql.unsafe(text, parameters as never[], { prepare: true }).values();
  const rowsOfPlans = rowsByQuery(rows as unknown as EncodedRow[], plans.length).values();
  return planned.map(({ query, plans: [plan, people] }) => {
    const cells = cellsOf(rowsOfPlans.next().value ?? [], plan, index);
    const populations = people ? cellsOf(rowsOfPlans.next().value ?? [], people, index) : [];
    const shown = shownCells(cells, populations, query, index);
    return { cells: orderCells(shown, query, index.catalogue), combinedAreas: areasOf(plan, index) };
  });
}

/** Answers one query. @throws BadQuery when there is nothing to combine */
export async function answerQuery(sql: Sql, index: ReleaseIndex, query: Query): Promise<EngineAnswer> {
  const [answer] = await answerQueries(sql, index, [query]);
  return answer!;
}

/** Areas that were asked for together, as areas of this answer. */
function areasOf(plan: Plan, index: ReleaseIndex): Area[] {
  const known = areasByCode(index.catalogue);
  return [...(plan.areas ?? []), ...(plan.origins ?? [])]
    .filter((target) => target.combined && !known.has(target.code))
    .map((target) => {
      const names = (language: 'en' | 'es'): string =>
        target.members.map((member) => known.get(member.code)?.name[language] ?? member.code).join(' + ');
      return {
        code: target.code,
        kind: 'group' as const,
        name: { en: names('en'), es: names('es') },
        members: target.members.map((member) => ({ area: member.code })),
      };
    });
}
