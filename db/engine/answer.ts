/** Runs the one statement of a question, and makes of its rows the cells of the answer, in their order. */
import type { Area } from '../../stats/model/catalogue.ts';
import type { Cell } from '../../stats/model/observation.ts';
import type { Sql } from '../connect.ts';
import type { ReleaseIndex } from '../releases.ts';
import { cellsOf } from './decode/cells.ts';
import { onFileIn, withGaps } from './decode/not-on-file.ts';
import { orderCells } from './decode/order.ts';
import type { Plan } from './plan/plan.ts';
import { areasByCode, planQuery } from './plan/plan.ts';
import { joinedStatement, type Statement } from './sql/statement.ts';
import { queriesToRead, shownCells } from './transforms.ts';
import { rowsByQuery } from './decode/row-reader.ts';
import type { EncodedRow } from './sql/row-encoding.ts';
import type { Query } from '../../stats/model/query.ts';
import { LIMITS } from '../../stats/limits.ts';
import { otherSourcesQuery } from '../../stats/query/widen.ts';

/** The cells of an answer, and areas that exist only in it (`SLV+HND`, several asked for together). */
export interface EngineAnswer {
  readonly cells: readonly Cell[];
  readonly combinedAreas: readonly Area[];
  /**
   * What sources that are not shown say, of the same things and more; null where it was not asked, or is too much
   * to be looked at.
   */
  readonly elsewhere: readonly Cell[] | null;
  /** The cells that the shown ones were divided by, for a ratio. */
  readonly divisors?: readonly Cell[];
}

/** Rows of other sources that are read for a verdict, for an answer of as many cells as are drawn. */
const MOST_ELSEWHERE = 4 * LIMITS.drawnCells;

/** A query with everything that is to be read for it, planned once. */
export interface PlannedQuery {
  readonly query: Query;
  /** The rows that are read: a transform may need more years than are shown, a preferred source all sources. */
  readonly rows: Plan;
  /** The populations, where a transform needs them. */
  readonly people: Plan | null;
  /** The cells that may divide, for a ratio. */
  readonly divisors: Plan | null;
  /** The rows that are shown, as they are before any transform. */
  readonly shown: Plan;
  /** The rows of sources that are not shown, where a verdict needs them. */
  readonly elsewhere: Plan | null;
}

/** Plans a query; runs no statement. @throws BadQuery when there is nothing to combine */
export function planAnswer(query: Query, index: ReleaseIndex): PlannedQuery {
  const { rows, people, divisors } = queriesToRead(query, index);
  const plan = planQuery(rows, index);
  const others = otherSourcesQuery(query, plan.indicator);
  const readsWhatItShows = rows.time === query.time && rows.source === query.source;
  return {
    query,
    rows: plan,
    people: people && planQuery(people, index),
    divisors: divisors && planQuery(divisors, index),
    shown: readsWhatItShows ? plan : planQuery({ ...query, transform: null }, index),
    elsewhere: others && { ...planQuery(others, index), mostRows: MOST_ELSEWHERE },
  };
}

/**
 * Answers several planned queries in one round trip, as one statement; with what sources that are not shown say, where
 * that is wanted.
 */
export async function answerPlanned(
  sql: Sql,
  index: ReleaseIndex,
  planned: readonly PlannedQuery[],
  wantsElsewhere = false,
): Promise<EngineAnswer[]> {
  const plans = plansOf(planned, wantsElsewhere);
  const { text, parameters } = joinedStatement(plans, index);
  const found = await sql.unsafe(text, parameters as never[], { prepare: true }).values();
  const parts = rowsByQuery(found as unknown as EncodedRow[], plans.length).values();
  return planned.map(({ query, rows, people, divisors, shown: plan, elsewhere }) => {
    const encoded = parts.next().value ?? [];
    const read = cellsOf(encoded, rows, index);
    const readBeside = (beside: Plan | null): Cell[] =>
      beside ? cellsOf(parts.next().value ?? [], beside, index) : [];
    const beside = { populations: readBeside(people), divisors: readBeside(divisors) };
    const others = wantsElsewhere && elsewhere ? (parts.next().value ?? []) : [];
    const isTooMuch = others.length >= MOST_ELSEWHERE;
    const shown = shownCells(read, beside, query, index);
    // Of preferred sources the others were read to know which is preferred.
    const isShown = query.transform === null && shown.cells.length < read.length ? new Set(shown.cells) : null;
    const dropped = isShown ? read.filter((cell) => !isShown.has(cell)) : [];
    const said = elsewhere && !isTooMuch ? cellsOf(others, elsewhere, index) : dropped;
    const whole = withGaps(shown.cells, { ...plan, query }, index, () => onFileIn(encoded, rows, index));
    return {
      ...shown,
      cells: orderCells(whole, query, index.catalogue),
      combinedAreas: areasOf(rows, index),
      elsewhere: wantsElsewhere && !isTooMuch ? said : null,
    };
  });
}

const plansOf = (planned: readonly PlannedQuery[], wantsElsewhere = false): Plan[] =>
  planned.flatMap(({ rows, people, divisors, elsewhere }) =>
    [rows, people, divisors, wantsElsewhere ? elsewhere : null].filter((plan) => plan !== null),
  );

/** The one statement that answers several queries. @throws BadQuery when one has nothing to combine */
export const statementOfQueries = (queries: readonly Query[], index: ReleaseIndex): Statement =>
  joinedStatement(plansOf(queries.map((query) => planAnswer(query, index))), index);

/**
 * Answers several queries in one round trip, as one statement. Rows that a transform needs beside those shown, and
 * populations, come in it too. @throws BadQuery when one has nothing to combine
 * @example answerQueries(sql, index, [deaths, apprehensions]) -> the answers of both, in that order
 */
export const answerQueries = (
  sql: Sql,
  index: ReleaseIndex,
  queries: readonly Query[],
): Promise<EngineAnswer[]> =>
  answerPlanned(
    sql,
    index,
    queries.map((query) => planAnswer(query, index)),
  );

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
    .filter((target, i, all) => all.findIndex(({ code }) => code === target.code) === i)
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
