/** Runs the one statement of a question, and makes of its rows the cells of the answer, in their order. */
import type { Area } from '../../stats/model/catalogue.ts';
import type { Cell } from '../../stats/model/observation.ts';
import type { Sql } from '../connect.ts';
import type { ReleaseIndex } from '../releases.ts';
import { cellsOf } from './decode/cells.ts';
import { orderCells } from './decode/order.ts';
import type { Plan } from './plan/plan.ts';
import { areasByCode, planQuery } from './plan/plan.ts';
import { joinedStatement } from './sql/statement.ts';
import { queriesToRead, shownCells } from './transforms.ts';
import { rowsByQuery, type EncodedRow } from './decode/row-encoding.ts';
import type { Query } from '../../stats/model/query.ts';

/** The cells of an answer, and areas that exist only in it (`SLV+HND`, several asked for together). */
export interface EngineAnswer {
  readonly cells: readonly Cell[];
  readonly combinedAreas: readonly Area[];
}

/** What is read for a query: its plan, and that of the populations where a transform needs them. */
interface Asked {
  readonly query: Query;
  readonly plans: readonly [rows: Plan, people?: Plan];
}

function askedBy(query: Query, index: ReleaseIndex): Asked {
  const { rows, people } = queriesToRead(query, index);
  const plan = planQuery(rows, index);
  return { query, plans: people ? [plan, planQuery(people, index)] : [plan] };
}

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
  const asked = queries.map((query) => askedBy(query, index));
  const plans = asked.flatMap((one) => one.plans.filter((plan) => plan !== undefined));
  const { text, parameters } = joinedStatement(plans, index);
  const found = await sql.unsafe(text, parameters as never[], { prepare: true }).values();
  const parts = rowsByQuery(found as unknown as EncodedRow[], plans.length).values();
  return asked.map(({ query, plans: [plan, people] }) => {
    const cells = cellsOf(parts.next().value ?? [], plan, index);
    const populations = people ? cellsOf(parts.next().value ?? [], people, index) : [];
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
        target.members.map((one) => known.get(one.code)?.name[language] ?? one.code).join(' + ');
      return {
        code: target.code,
        kind: 'group' as const,
        name: { en: names('en'), es: names('es') },
        members: target.members.map((one) => ({ area: one.code })),
      };
    });
}
