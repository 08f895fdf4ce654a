/**
 * A long answer of published rows, as lines of text that PostgreSQL writes itself, without a JavaScript
 * object per row. It is read in pieces; each piece is a short statement over the next series in the order of
 * the answer. Published releases never change, so the pieces are consistent without a transaction. A slow or
 * disconnected client holds no connection, and each piece has the full statement timeout.
 */
import type { SeriesKey } from '../../../stats/model/observation.ts';
import type { Basis } from '../../../stats/time/period.ts';
import { PREFERRED } from '../../../stats/query/values.ts';
import { onlyEnd } from '../../../stats/time/time-range.ts';
import { onlyRow } from '../../checked-results.ts';
import type { Sql } from '../../connect.ts';
import { TABLE_OF } from '../../schema/tables.ts';
import { bindPoint, inForce } from '../../schema/validity.ts';
import type { ReleaseIndex } from '../../releases.ts';
import { binder } from '../sql/fragment.ts';
import { axesFilter, rowsInForceSql, seriesFilter, timeFilter } from '../sql/where.ts';
import {
  unroundableNumbersIn,
  pieceStatements,
  type LineForm,
  type PieceStatements,
  type CsvSeries,
} from './statement.ts';
import { compareSortKeys, sortKeysIn } from '../decode/order.ts';
import { combines, planQuery, type Plan } from '../plan/plan.ts';
import { codeOf } from '../decode/group-key.ts';
import { summedBases } from '../plan/periods.ts';
import type { Statement } from '../sql/statement.ts';
import type { Query } from '../../../stats/model/query.ts';

/**
 * The approximate length of a piece. With shorter pieces round trips dominate; longer ones only need more
 * memory.
 */
const PIECE_BYTES = 256 * 1024;
/** The first piece is short, so that the first lines arrive soon. */
const FIRST_SERIES = 16;
const MOST_SERIES = 2_000;
/** The number of pieces that are read ahead while an earlier one is sent. */
const AHEAD = 2;
/** The most series that are in memory at once. */
const SERIES_IN_MEMORY = 10_000;

/**
 * Whether the answer to a query with this plan is all the rows as published: nothing combined, summed,
 * transformed or chosen among sources.
 */
export const isAsPublished = (query: Query, plan: Plan, { catalogue }: ReleaseIndex): boolean =>
  !query.transform &&
  !query.source.includes(PREFERRED) &&
  !onlyEnd(query.time) &&
  !combines(plan) &&
  summedBases(plan, catalogue).length === 0;

/** The plan of such a query; null for any other. @throws BadQuery when there is nothing to combine */
export function publishedPlan(query: Query, index: ReleaseIndex): Plan | null {
  const plan = planQuery(query, index);
  return isAsPublished(query, plan, index) ? plan : null;
}

/** Whether the answer of a published plan has more than `most` cells. Stops counting there. */
export async function isLongerThan(
  sql: Sql,
  plan: Plan,
  index: ReleaseIndex,
  most: number,
): Promise<boolean> {
  const { bind, parameters } = binder();
  const release = bindPoint(bind, index.point);
  const rows = await sql.unsafe<{ rows: number }[]>(
    `select count(*)::int as rows from (
       select from (select s.id from series s where ${seriesFilter(plan, index, bind)}${axesFilter(plan, bind)} offset 0) s
       ${rowsInForceSql(TABLE_OF[plan.indicator.measure], 'f', release, timeFilter(plan, bind)('f'))}
       limit ${bind(most + 1, 'int')}) counted`,
    parameters,
    { prepare: true },
  );
  return onlyRow(rows).rows > most;
}

/**
 * The series of a plan in the order of the answer, in batches: the areas are sorted first, then the series of
 * each area.
 */
async function* seriesInOrder(sql: Sql, plan: Plan, index: ReleaseIndex): AsyncGenerator<CsvSeries[]> {
  const { bind, parameters } = binder();
  const filter = `${seriesFilter(plan, index, bind)}${axesFilter(plan, bind)}`;
  const sortKeyOf = sortKeysIn(plan.query, index.catalogue);
  const keyFor = (key: SeriesKey) => sortKeyOf({ key, computed: false });
  const areas = await sql.unsafe<{ area: number; series: number }[]>(
    `select s.area_id as area, count(*)::int as series from series s where ${filter} group by s.area_id`,
    parameters,
    { prepare: true },
  );
  const anywhere: Omit<SeriesKey, 'area'> = {
    indicator: plan.indicator.id,
    source: '',
    counterpart: '',
    breakdown: '',
    definition: '',
    basis: 'unstated',
  };
  const inOrder = areas
    .map((area) => ({
      ...area,
      ...keyFor({ ...anywhere, area: codeOf(index.areas, area.area) }),
      id: area.area,
    }))
    .sort(compareSortKeys);
  const some = `select s.id, s.area_id, s.counterpart_id, s.breakdown_id, s.source_id, s.basis::text as basis, s.definition
    from series s where ${filter} and s.area_id = any($${parameters.length + 1}::int[])`;
  for (let at = 0; at < inOrder.length;) {
    const ids: number[] = [];
    for (let inMemory = 0; at < inOrder.length && (inMemory === 0 || inMemory < SERIES_IN_MEMORY); at += 1) {
      inMemory += inOrder[at]?.series ?? 0;
      ids.push(inOrder[at]?.id ?? 0);
    }
    const rows = await sql.unsafe<SeriesRow[]>(some, [...parameters, ids as never], { prepare: true });
    const series = rows.map((row) => {
      const key = keyOf(row, plan, index);
      return { id: row.id, sortKey: keyFor(key), key };
    });
    series.sort((a, b) => compareSortKeys(a.sortKey, b.sortKey));
    yield hasTwins(series) ? await withRows(sql, plan, index, series) : series;
  }
}

interface SortedSeries extends CsvSeries {
  readonly sortKey: Parameters<typeof compareSortKeys>[0];
}

/** Whether two series have the same sort key, so that their order is undefined. */
const hasTwins = (series: readonly SortedSeries[]): boolean =>
  series.some(({ sortKey }, i) => i > 0 && compareSortKeys(series[i - 1]?.sortKey ?? sortKey, sortKey) === 0);

/**
 * The series that have rows in this release: some series were added by later releases. If two of them had the
 * same sort key, their rows would have to be merged into one line of time. No release has such series; if one
 * did, nothing would be written.
 */
async function withRows(
  sql: Sql,
  plan: Plan,
  index: ReleaseIndex,
  series: readonly SortedSeries[],
): Promise<CsvSeries[]> {
  const { bind, parameters } = binder();
  const ids = bind(
    series.map((entry) => entry.id),
    'int[]',
  );
  const rows = await sql.unsafe<{ id: number }[]>(
    `select s.id from unnest(${ids}) as s(id) where exists (select from ${TABLE_OF[plan.indicator.measure]} f
       where f.series_id = s.id and ${inForce('f', bindPoint(bind, index.point))})`,
    parameters,
    { prepare: true },
  );
  const present = new Set(rows.map((row) => row.id));
  const left = series.filter((entry) => present.has(entry.id));
  if (hasTwins(left)) throw new Error(`two series of ${plan.indicator.id} stand at one place`);
  return left;
}

interface SeriesRow {
  readonly id: number;
  readonly area_id: number;
  readonly counterpart_id: number;
  readonly breakdown_id: number;
  readonly source_id: number;
  readonly basis: Basis;
  readonly definition: string;
}

const keyOf = (row: SeriesRow, plan: Plan, index: ReleaseIndex): SeriesKey => ({
  indicator: plan.indicator.id,
  source: codeOf(index.sources, row.source_id),
  area: codeOf(index.areas, row.area_id),
  counterpart: codeOf(index.areas, row.counterpart_id),
  breakdown: codeOf(index.breakdowns, row.breakdown_id),
  definition: row.definition,
  basis: row.basis,
});

/** Writes the lines of some series, in order. */
async function writePiece(
  sql: Sql,
  { joined, parametersFor }: PieceStatements,
  series: readonly CsvSeries[],
  readUnroundable: () => Statement,
): Promise<Uint8Array> {
  const run = (numbers: readonly number[]) =>
    sql.unsafe(joined, parametersFor(series, numbers), { prepare: true }).raw();
  const first = onlyRow(await run([]));
  if (isWhole(first)) return linesIn(first);
  const { text, parameters } = readUnroundable();
  const unroundable = await sql.unsafe<{ number: number }[]>(text, parameters as never[], { prepare: true });
  const again = onlyRow(await run(unroundable.map((row) => row.number)));
  if (!isWhole(again)) throw new Error('a row could not be written as a line');
  return linesIn(again);
}

const linesIn = ([lines]: readonly unknown[]): Uint8Array => (lines as Uint8Array | null) ?? EMPTY;
const EMPTY = new Uint8Array(0);

/** Whether every row of a piece could be written as a line. */
const isWhole = (row: readonly unknown[]): boolean => row[1] === null || String(row[1]) === '0';

/** The lines of a published plan, in the order of the answer. */
export async function* publishedLines(
  sql: Sql,
  plan: Plan,
  index: ReleaseIndex,
  form: LineForm,
): AsyncGenerator<Uint8Array, void> {
  const statements = pieceStatements(plan, index, form);
  const underWay: Promise<Uint8Array>[] = [];
  let size = FIRST_SERIES;
  const seriesInPieces: number[] = [];
  const take = async (): Promise<Uint8Array> => {
    const [bytes, series] = [(await underWay.shift()) ?? EMPTY, seriesInPieces.shift() ?? 1];
    const each = Math.max(1, bytes.byteLength / series);
    size = Math.max(1, Math.min(MOST_SERIES, Math.round(PIECE_BYTES / each)));
    return bytes;
  };
  for await (const series of seriesInOrder(sql, plan, index)) {
    for (let at = 0; at < series.length;) {
      const some = series.slice(at, at + size);
      at += some.length;
      const piece = writePiece(sql, statements, some, () => unroundableNumbersIn(plan, index, some));
      // If the client disconnects, nothing awaits this piece.
      piece.catch(() => undefined);
      underWay.push(piece);
      seriesInPieces.push(some.length);
      if (underWay.length < AHEAD) continue;
      const bytes = await take();
      if (bytes.byteLength > 0) yield bytes;
    }
  }
  while (underWay.length > 0) {
    const bytes = await take();
    if (bytes.byteLength > 0) yield bytes;
  }
}

/** The lines of an answer as a single statement, one per row. The pieces are benchmarked against it. */
export async function wholeStatement(
  sql: Sql,
  plan: Plan,
  index: ReleaseIndex,
  form: LineForm,
): Promise<Statement> {
  const all: CsvSeries[] = [];
  for await (const series of seriesInOrder(sql, plan, index)) all.push(...series);
  const { apart, parametersFor } = pieceStatements(plan, index, form);
  return { text: apart, parameters: parametersFor(all, []) };
}
