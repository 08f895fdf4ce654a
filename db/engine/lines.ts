/**
 * A long answer of published rows as lines of text that PostgreSQL writes itself: no row becomes an object here.
 * It is read piece by piece, each a short statement over the next series in the order of the answer. A published
 * release never changes, so the pieces are of one state of the data without a transaction around them; whoever
 * reads slowly or hangs up holds no connection, and each piece has the whole time of a statement for itself.
 */
import { plainNumber } from '../../stats/number.ts';
import type { Language } from '../../stats/language.ts';
import type { SeriesKey } from '../../stats/observation.ts';
import type { Basis } from '../../stats/period.ts';
import type { Query } from '../../stats/query.ts';
import { PREFERRED } from '../../stats/query-values.ts';
import { onlyEnd } from '../../stats/time.ts';
import type { Sql } from '../connect.ts';
import { TABLE_OF } from '../publish/rows.ts';
import type { ReleaseIndex } from '../releases.ts';
import { hasParts, inForce } from './columns.ts';
import { axesFilter, seriesFilter, timeFilter, type Bind } from './filter.ts';
import { hardNumbers, lineCells, type RowColumn } from './line-text.ts';
import { comparePlaces, placesIn } from './order.ts';
import { planQuery, type Plan } from './plan.ts';
import { codeOf } from './row.ts';
import { summedBases } from './spans.ts';

/** What a line is made of, from its beginning to its end: every text as it stands in the file. */
export type LinePart =
  /** The same in every line. */
  | { readonly text: string }
  /** The same in every line of a series: which of its texts. */
  | { readonly series: number }
  | { readonly row: RowColumn };

export interface LineForm {
  readonly language: Language;
  readonly parts: readonly LinePart[];
  /** The texts of a series. */
  readonly textsOf: (series: SeriesKey) => readonly string[];
  readonly editionText: (edition: string) => string;
}

/** A piece is about as long as this: below it a round trip weighs more, above it only memory grows. */
const PIECE_BYTES = 256 * 1024;
/** The first piece is short, so that the reader sees something soon. */
const FIRST_SERIES = 16;
const MOST_SERIES = 2_000;
/** Pieces that are made while an earlier one is sent. */
const AHEAD = 2;
/** Series that are held at a time. */
const SERIES_HELD = 10_000;

/**
 * The plan of a query whose answer is the rows as they were published, all of them: nothing combined, summed,
 * chosen among sources or transformed. Null for every other. @throws BadQuery when there is nothing to combine
 */
export function publishedPlan(query: Query, index: ReleaseIndex): Plan | null {
  if (query.transform || query.source.includes(PREFERRED) || onlyEnd(query.time)) return null;
  const plan = planQuery(query, index);
  const combines = [plan.areas, plan.origins, plan.breakdowns].some((axis) =>
    axis?.some((one) => one.combined),
  );
  return combines || summedBases(plan, index.catalogue).length > 0 ? null : plan;
}

/** Parameters of a statement as they are bound. */
function binder(): { readonly bind: Bind; readonly parameters: never[] } {
  const parameters: unknown[] = [];
  const bind: Bind = (value, cast) => `$${parameters.push(value)}::${cast}`;
  return { bind, parameters: parameters as never[] };
}

/** Whether the answer of a published plan has more than `most` cells; looks at no more of them than that. */
export async function isLongerThan(
  sql: Sql,
  plan: Plan,
  index: ReleaseIndex,
  most: number,
): Promise<boolean> {
  const { bind, parameters } = binder();
  const release = bind(index.id, 'int');
  const [row] = await sql.unsafe<{ rows: number }[]>(
    `select count(*)::int as rows from (select from series s
       join ${TABLE_OF[plan.indicator.measure]} f on f.series_id = s.id and ${inForce('f', release)}${timeFilter(plan, bind)}
       where ${seriesFilter(plan, index, bind)}${axesFilter(plan, bind)} limit ${bind(most + 1, 'int')}) counted`,
    parameters,
    { prepare: true },
  );
  return (row?.rows ?? 0) > most;
}

interface Series {
  readonly id: number;
  readonly key: SeriesKey;
}

/** The series of a plan in the order of the answer, some at a time: areas are ordered first, then what is in them. */
async function* seriesInOrder(sql: Sql, plan: Plan, index: ReleaseIndex): AsyncGenerator<Series[]> {
  const { bind, parameters } = binder();
  const filter = `${seriesFilter(plan, index, bind)}${axesFilter(plan, bind)}`;
  const placeOf = placesIn(plan.query, index.catalogue);
  const placed = (key: SeriesKey) => placeOf({ key, computed: false });
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
    .map((one) => ({ ...one, ...placed({ ...anywhere, area: codeOf(index.areas, one.area) }), id: one.area }))
    .sort(comparePlaces);
  const some = `select s.id, s.area_id, s.counterpart_id, s.breakdown_id, s.source_id, s.basis::text as basis, s.definition
    from series s where ${filter} and s.area_id = any($${parameters.length + 1}::int[])`;
  for (let at = 0; at < inOrder.length;) {
    const ids: number[] = [];
    for (let held = 0; at < inOrder.length && (held === 0 || held < SERIES_HELD); at += 1) {
      held += inOrder[at]?.series ?? 0;
      ids.push(inOrder[at]?.id ?? 0);
    }
    const rows = await sql.unsafe<SeriesRow[]>(some, [...parameters, ids as never], { prepare: true });
    const series = rows.map((row) => {
      const key = keyOf(row, plan, index);
      return { id: row.id, place: placed(key), key };
    });
    yield series.sort((a, b) => comparePlaces(a.place, b.place));
  }
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

/** Editions that are named in the statement; the names of others are looked up row by row. */
const MOST_NAMED = 16;

/** The statements of an answer, whose last parameters are some of its series. */
interface PieceStatements {
  /** Lines of those series as one text, and how many of their rows have none. */
  readonly joined: string;
  /** The same lines, a row each. */
  readonly apart: string;
  parametersFor(series: readonly Series[], hard: readonly number[]): never[];
}

function pieceStatements(plan: Plan, index: ReleaseIndex, form: LineForm): PieceStatements {
  const { bind, parameters } = binder();
  const release = bind(index.id, 'int');
  const time = timeFilter(plan, bind);
  const table = TABLE_OF[plan.indicator.measure];
  const parts = hasParts(plan);
  const editions = likelyEditions(plan, index).map((id) => ({
    id: bind(index.editions.idOf.get(id), 'int'),
    text: bind(form.editionText(id), 'text'),
  }));
  const texts = form.parts.map((part) => ('text' in part ? bind(part.text, 'text') : ''));
  // What follows is bound anew for each piece.
  const next = (n: number, cast: string): string => `$${parameters.length + n}::${cast}`;
  const hard = { numbers: next(1, 'float8[]'), texts: next(2, 'text[]') };
  const cells = lineCells({
    indicator: plan.indicator,
    bases: plan.query.basis,
    language: form.language,
    parts,
    hard,
    editions,
  });
  const line = form.parts
    .map((part, i) =>
      'text' in part ? texts[i] : 'row' in part ? `(${cells[part.row]})` : `s.t${part.series}`,
    )
    .join('\n|| ');
  const kinds = form.parts.flatMap((part) => ('series' in part ? [part.series] : []));
  const columns = ['id', 'basis', ...kinds.map((kind) => `t${kind}`)];
  const given = columns.map((name, i) => next(3 + i, name === 'id' ? 'int[]' : 'text[]')).join(', ');
  const series = `unnest(${given}) with ordinality as s(${columns.join(', ')}, n)`;
  const inSeries = `f.series_id = s.id and ${inForce('f', release)}${time}`;
  const lines = `select ${line} as line from ${table} f where ${inSeries} order by f.period_end, f.period_start`;
  return {
    joined: `select string_agg(x.lines, '' order by s.n), sum(x.missing) from ${series}
cross join lateral (select string_agg(l.line, '') as lines, count(*) - count(l.line) as missing from (${lines}) l) x`,
    apart: `select l.line from ${series} cross join lateral (${lines}) l`,
    parametersFor: (some, known) => {
      const written = some.map(({ key }) => form.textsOf(key));
      return [
        ...parameters,
        known,
        known.map(plainNumber),
        some.map((one) => one.id),
        some.map((one) => one.key.basis),
        ...kinds.map((kind) => written.map((one) => one[kind] ?? '')),
      ] as never[];
    },
  };
}

/** The numbers in the rows of some series that `stats` has to write. */
async function readHardNumbers(
  sql: Sql,
  plan: Plan,
  index: ReleaseIndex,
  series: readonly Series[],
): Promise<readonly number[]> {
  const { bind, parameters } = binder();
  const columns = ['f.value', 'f.low', 'f.high', ...(hasParts(plan) ? ['f.numerator', 'f.denominator'] : [])];
  const ids = bind(
    series.map((one) => one.id),
    'int[]',
  );
  const found = await sql.unsafe<{ number: number }[]>(
    `select distinct h.number from ${TABLE_OF[plan.indicator.measure]} f cross join lateral (${hardNumbers(columns)}) h
     where f.series_id = any(${ids}) and ${inForce('f', bind(index.id, 'int'))}${timeFilter(plan, bind)}`,
    parameters,
    { prepare: true },
  );
  return found.map((one) => one.number);
}

/** The newest editions of the sources that are asked for. */
function likelyEditions({ query, indicator }: Plan, { catalogue, editions }: ReleaseIndex): string[] {
  const sources = new Set(query.source.length > 0 ? query.source : indicator.sources);
  return catalogue.editions
    .filter((one) => sources.has(one.source) && editions.idOf.has(one.id))
    .map((one) => one.id)
    .slice(-MOST_NAMED);
}

/** Writes the lines of some series, in their order. */
async function writePiece(
  sql: Sql,
  { joined, parametersFor }: PieceStatements,
  series: readonly Series[],
  findHard: () => Promise<readonly number[]>,
): Promise<Uint8Array> {
  const ask = (hard: readonly number[]) =>
    sql.unsafe(joined, parametersFor(series, hard), { prepare: true }).raw();
  const [first] = await ask([]);
  if (first && isWhole(first)) return linesIn(first);
  const [again] = await ask(await findHard());
  if (!again || !isWhole(again)) throw new Error('a row could not be written as a line');
  return linesIn(again);
}

const linesIn = ([lines]: readonly unknown[]): Uint8Array => (lines as Uint8Array | null) ?? EMPTY;
const EMPTY = new Uint8Array(0);

/** Whether every row of a piece became a line. */
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
  const asked: number[] = [];
  const take = async (): Promise<Uint8Array> => {
    const [bytes, series] = [(await underWay.shift()) ?? EMPTY, asked.shift() ?? 1];
    const each = Math.max(1, bytes.byteLength / series);
    size = Math.max(1, Math.min(MOST_SERIES, Math.round(PIECE_BYTES / each)));
    return bytes;
  };
  for await (const series of seriesInOrder(sql, plan, index)) {
    for (let at = 0; at < series.length;) {
      const some = series.slice(at, at + size);
      at += some.length;
      const piece = writePiece(sql, statements, some, () => readHardNumbers(sql, plan, index, some));
      // Whoever stops reading never asks for it.
      piece.catch(() => undefined);
      underWay.push(piece);
      asked.push(some.length);
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
