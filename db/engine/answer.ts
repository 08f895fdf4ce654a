/** Runs a query's one statement, and makes of its rows the cells of the answer, in their order. */
import type { Area } from '../../stats/catalogue.ts';
import type { Cell } from '../../stats/observation.ts';
import type { Query } from '../../stats/query.ts';
import type { Sql } from '../connect.ts';
import type { ReleaseIndex } from '../releases.ts';
import { cellsOf } from './cells.ts';
import { orderCells } from './order.ts';
import type { Plan } from './plan.ts';
import { areasByCode, planQuery } from './plan.ts';
import { statementOf } from './statement.ts';
import { joinedStatement, readingOf, shownCells } from './transformed.ts';
import { isOfPeople, type Sent } from './wire.ts';

/** The cells of an answer, and areas that exist only in it (`SLV+HND`, several asked for together). */
export interface EngineAnswer {
  readonly cells: readonly Cell[];
  readonly combinedAreas: readonly Area[];
}

/**
 * Answers a query in one round trip: rows that a transform needs beside those shown, and populations, come in the
 * same statement. @throws BadQuery when there is nothing to combine
 */
export async function answerQuery(sql: Sql, index: ReleaseIndex, query: Query): Promise<EngineAnswer> {
  const reading = readingOf(query, index);
  const plan = planQuery(reading.rows, index);
  const people = reading.people && planQuery(reading.people, index);
  const { text, parameters } = people ? joinedStatement(plan, people, index) : statementOf(plan, index);
  const found = await sql.unsafe(text, parameters as never[], { prepare: true }).values();
  const rows = found as unknown as Sent[];
  const cells = cellsOf(people ? rows.filter((row) => !isOfPeople(row)) : rows, plan, index);
  const populations = people ? cellsOf(rows.filter(isOfPeople), people, index) : [];
  const shown = shownCells(cells, populations, query, index);
  return { cells: orderCells(shown, query, index.catalogue), combinedAreas: areasOf(plan, index) };
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
