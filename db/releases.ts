/**
 * Published releases, each with its frozen catalogue and the keys of its codes. A release never changes, so
 * the data may be cached for ever. Only published releases are read, never the draft.
 */
import { readFallbackAreas } from './fallback-weights.ts';
import type { Catalogue, Release } from '../stats/model/catalogue.ts';
import { ALL, NONE } from '../stats/model/observation.ts';
import { formatVersion, parseVersion } from '../stats/model/release.ts';
import type { Sql } from './connect.ts';
import { TABLE_OF } from './schema/tables.ts';
import { inForce } from './schema/validity.ts';

/** Codes to keys and back, for one kind of thing. */
export interface Codes {
  readonly idOf: ReadonlyMap<string, number>;
  readonly codeOf: ReadonlyMap<number, string>;
}

/** Whether an indicator has rows in a release of all (or of no) origins, and of the total of its breakdowns. */
export interface RollupTotals {
  readonly origin: boolean;
  readonly breakdown: boolean;
}

/** A release as the engine needs it. */
export interface ReleaseIndex {
  readonly id: number;
  readonly release: Release;
  readonly catalogue: Catalogue;
  readonly areas: Codes;
  readonly indicators: Codes;
  readonly sources: Codes;
  readonly editions: Codes;
  readonly breakdowns: Codes;
  /** The areas that take their population from the fallback of a weight, by `weightKey`. */
  readonly fallbackAreas: ReadonlyMap<string, ReadonlySet<string>>;
  /** For each indicator, whether a total over origins and a total over breakdowns are on file. */
  readonly totals: ReadonlyMap<string, RollupTotals>;
  /** Sums made when the release was published, by `rollupKey`. */
  readonly rollups: ReadonlyMap<string, number>;
  /** The codes that tables of months name on each axis, by `monthTableKey`. */
  readonly monthCodes: ReadonlyMap<string, MonthCodes>;
}

/** The codes that a table of months names, whether or not they are asked for. */
export interface MonthCodes {
  readonly areas: ReadonlySet<string>;
  readonly origins: ReadonlySet<string>;
  readonly breakdowns: ReadonlySet<string>;
}

/** A table of months as a text. @example monthTableKey('population', 'world-bank', 'main') */
export const monthTableKey = (indicator: string, source: string, definition: string): string =>
  `${indicator} ${source} ${definition}`;

/** The axes of a rollup: one that is summed, or the months of single series. */
export type RollupAxis = 'area' | 'origin' | 'breakdown' | 'months';

/** The subject of a rollup as a text. @example rollupKey('population', 'area', 'northern-triangle') */
export const rollupKey = (indicator: string, axis: RollupAxis, code: string): string =>
  `${indicator} ${axis} ${code}`;

interface ReleaseRow {
  major: number;
  minor: number;
  patch: number;
  date: string;
  note_en: string;
  note_es: string;
  content_hash: string;
}

const toRelease = (row: ReleaseRow): Release => ({
  version: formatVersion(row),
  date: row.date,
  note: { en: row.note_en, es: row.note_es },
  contentHash: row.content_hash,
});

/** Every published release, oldest first. */
export async function readPublished(sql: Sql): Promise<Release[]> {
  const rows = await sql<ReleaseRow[]>`
    select major, minor, patch, released_on::text as date, note_en, note_es, content_hash
    from releases where published_at is not null order by id`;
  return rows.map(toRelease);
}

/** A published release with its keys; null if there is no release with that number. */
export async function readReleaseIndex(sql: Sql, version: string): Promise<ReleaseIndex | null> {
  const v = parseVersion(version);
  if (!v) return null;
  const [row] = await sql.unsafe<IndexRow[]>(
    `select ${INDEX_COLUMNS}
     from releases r where published_at is not null and major = $1 and minor = $2 and patch = $3`,
    [v.major, v.minor, v.patch],
  );
  return row ? toIndex(row, row.catalogue, await readFallbackAreas(sql, row.catalogue, row.id)) : null;
}

/**
 * The release that is being published, for code that works on its rows before publication: it has no rollups
 * yet.
 */
export async function readDraftIndex(sql: Sql, catalogue: Catalogue): Promise<ReleaseIndex> {
  const [row] = await sql.unsafe<IndexRow[]>(
    `select ${INDEX_COLUMNS} from releases r where published_at is null`,
  );
  if (!row) throw new Error('no release is being published');
  return toIndex(row, catalogue, await readFallbackAreas(sql, catalogue, row.id));
}

type IndexRow = ReleaseRow & {
  id: number;
  catalogue: Catalogue;
  totals: Record<string, RollupTotals> | null;
  month_tables: readonly MonthTableRow[];
} & Record<string, Record<string, number>>;

interface MonthTableRow {
  readonly key: string;
  readonly areas: readonly number[];
  readonly origins: readonly number[];
  readonly breakdowns: readonly number[];
}

const codes = (table: string, column: string): string =>
  `(select coalesce(jsonb_object_agg(${column}, id), '{}') from ${table})`;

/** Whether a series `s` has rows in force: series are of all releases, rows say of which. */
const HAS_ROWS = `case s.measure ${Object.entries(TABLE_OF)
  .map(
    ([measure, table]) =>
      `when '${measure}' then exists (select from ${table} f where f.series_id = s.id and ${inForce('f', 'r.id')})`,
  )
  .join(' ')} end`;

/** Whether an indicator `i` has series with rows in force. */
const hasSeries = (join: string): string =>
  `exists (select from series s ${join} where s.indicator_id = i.id and ${HAS_ROWS})`;

const MONTH_TABLES = `select i.slug || ' ' || d.slug || ' ' || s.definition as key, array_agg(distinct s.area_id) as areas,
      array_agg(distinct s.counterpart_id) as origins, array_agg(distinct s.breakdown_id) as breakdowns
    from series s join indicators i on i.id = s.indicator_id join sources d on d.id = s.source_id
    where s.basis = 'month' and ${HAS_ROWS} group by 1`;

const INDEX_COLUMNS = `id, major, minor, patch, released_on::text as date, note_en, note_es, content_hash, catalogue,
  ${codes('areas', 'code')} as areas, ${codes('indicators', 'slug')} as indicators, ${codes('sources', 'slug')} as sources,
  ${codes('editions', 'slug')} as editions, ${codes('breakdowns', 'code')} as breakdowns,
  (select jsonb_object_agg(i.slug, jsonb_build_object(
      'origin', ${hasSeries(`join areas o on o.id = s.counterpart_id and o.code in ('${ALL}', '${NONE}')`)},
      'breakdown', ${hasSeries(`join breakdowns b on b.id = s.breakdown_id and b.code = '${ALL}'`)}))
    from indicators i where ${hasSeries('')}) as totals,
  (select coalesce(jsonb_object_agg(i.slug || ' ' || u.axis || ' ' || u.code, u.id), '{}') from rollups u
    join indicators i on i.id = u.indicator_id where ${inForce('u', 'r.id')}) as rollups,
  (select coalesce(jsonb_agg(t), '[]') from (${MONTH_TABLES}) t) as month_tables`;

function toIndex(
  row: IndexRow,
  catalogue: Catalogue,
  fallbackAreas: ReleaseIndex['fallbackAreas'],
): ReleaseIndex {
  const both = (ids: Record<string, number> | undefined): Codes => {
    const entries = Object.entries(ids ?? {});
    return { idOf: new Map(entries), codeOf: new Map(entries.map(([code, id]) => [id, code])) };
  };
  const [areas, breakdowns] = [both(row['areas']), both(row['breakdowns'])];
  const named = (ids: readonly number[], { codeOf }: Codes): ReadonlySet<string> =>
    new Set(ids.map((id) => codeOf.get(id) ?? ''));
  const monthCodes = row.month_tables.map((table): [string, MonthCodes] => [
    table.key,
    {
      areas: named(table.areas, areas),
      origins: named(table.origins, areas),
      breakdowns: named(table.breakdowns, breakdowns),
    },
  ]);
  return {
    id: row.id,
    release: toRelease(row),
    catalogue,
    areas,
    indicators: both(row['indicators']),
    sources: both(row['sources']),
    editions: both(row['editions']),
    breakdowns,
    fallbackAreas,
    monthCodes: new Map(monthCodes),
    totals: new Map(Object.entries(row.totals ?? {})),
    rollups: new Map(Object.entries(row['rollups'] ?? {})),
  };
}
