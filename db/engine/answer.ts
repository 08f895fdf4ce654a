/** Runs the SQL statement of a query and turns its rows into the cells of the answer, in order. */
import type { Area } from '../../stats/model/catalogue.ts';
import { smallAreas, withCautions } from '../../stats/comparability/few-cases.ts';
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
import { namedNotes } from '../../stats/format/notes.ts';
import { LIMITS } from '../../stats/limits.ts';
import { otherSourcesQuery } from '../../stats/query/widen.ts';

/**
 * The cells of an answer, and the areas that exist only in it (such as `SLV+HND`, two countries combined).
 */
export interface EngineAnswer {
  readonly cells: readonly Cell[];
  readonly combinedAreas: readonly Area[];
  /**
   * What the sources that are not shown publish about the same series. Null if it was not requested, or if
   * there are too many rows to compare.
   */
  readonly elsewhere: readonly Cell[] | null;
  /** The cells that the shown cells were divided by, for a ratio. */
  readonly divisors?: readonly Cell[];
}

/**
 * The most rows of other sources that are read for a verdict: enough for an answer that can still be drawn.
 */
const MOST_ELSEWHERE = 4 * LIMITS.drawnCells;

/** A query and all the plans that are needed to answer it, made once. */
export interface PlannedQuery {
  readonly query: Query;
  /**
   * The rows to read. A transform may need more years than are shown, and a preferred source needs all
   * sources.
   */
  readonly rows: Plan;
  /** The populations, if a transform needs them. */
  readonly people: Plan | null;
  /** The cells that may be divisors, for a ratio. */
  readonly divisors: Plan | null;
  /** The rows to show, before any transform. */
  readonly shown: Plan;
  /** The rows of sources that are not shown, if a verdict needs them. */
  readonly elsewhere: Plan | null;
}

/** Plans a query without running a statement. @throws BadQuery when there is nothing to combine */
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
 * Answers several planned queries in one round trip, as one statement. With `wantsElsewhere`, the answers
 * include what the sources that are not shown publish.
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
    // For preferred sources, the other sources have already been read to decide which one is preferred.
    const isShown =
      query.transform === null && shown.cells.length < read.length ? new Set(shown.cells) : null;
    const dropped = isShown ? read.filter((cell) => !isShown.has(cell)) : [];
    const said = elsewhere && !isTooMuch ? cellsOf(others, elsewhere, index) : dropped;
    const whole = withGaps(shown.cells, { ...plan, query }, index, () => onFileIn(encoded, rows, index));
    return {
      cells: orderCells(withNotesForReaders(whole, index), query, index.catalogue),
      ...(shown.divisors && { divisors: withNotesForReaders(shown.divisors, index) }),
      combinedAreas: areasOf(rows, index),
      elsewhere: wantsElsewhere && !isTooMuch ? said : null,
    };
  });
}

/**
 * The cells with their notes as readers see them: with the names of members, and with cautions. Made last, so that no
 * transform carries the caution on a figure to what is made of it.
 */
function withNotesForReaders(cells: readonly Cell[], { catalogue }: ReleaseIndex): readonly Cell[] {
  const names = { areas: areasByCode(catalogue), dimensions: catalogue.dimensions };
  const named = cells.map((cell) => {
    const notes = namedNotes(cell.notes, cell, names);
    return notes === cell.notes ? cell : { ...cell, notes };
  });
  const indicator = catalogue.indicators.find(({ id }) => id === cells[0]?.indicator);
  return indicator ? withCautions(named, indicator, smallAreas(catalogue.areas)) : named;
}

const plansOf = (planned: readonly PlannedQuery[], wantsElsewhere = false): Plan[] =>
  planned.flatMap(({ rows, people, divisors, elsewhere }) =>
    [rows, people, divisors, wantsElsewhere ? elsewhere : null].filter((plan) => plan !== null),
  );

/**
 * The single statement that answers several queries.
 * @throws BadQuery when one of them has nothing to combine
 */
export const statementOfQueries = (queries: readonly Query[], index: ReleaseIndex): Statement =>
  joinedStatement(plansOf(queries.map((query) => planAnswer(query, index))), index);

/**
 * Answers several queries in one round trip, as one statement. It also reads the additional rows and
 * populations that their transforms need.
 * @throws BadQuery when one of them has nothing to combine
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

/** The combined areas of a plan, as areas of this answer. */
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
