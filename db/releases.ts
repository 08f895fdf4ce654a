/**
 * Published releases, each with its frozen catalogue and the keys of its codes. A release never changes, so
 * the data may be cached for ever. Only published releases are read, never the draft.
 */
import { createHash } from 'node:crypto';
import { readFallbackAreas } from './fallback-weights.ts';
import type { Catalogue, SitePublisher, Release } from '../stats/model/catalogue.ts';
import { ALL, NONE } from '../stats/model/observation.ts';
import { combineCatalogues, isOwn, type OwnCatalogue } from '../stats/model/own-catalogue.ts';
import {
  formatOwnVersion,
  formatProductVersion,
  joinVersions,
  parseVersion,
} from '../stats/model/release.ts';
import type { Sql } from './connect.ts';
import { TABLE_OF } from './schema/tables.ts';
import { FIRST_OWN, inForce, ownReleaseId, type ReleasePoint } from './schema/validity.ts';

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
  readonly point: ReleasePoint<number>;
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
  id: number;
  date: string;
  note_en: string;
  note_es: string;
  content_hash: string;
}

interface ProductRow extends ReleaseRow {
  major: number;
  minor: number;
  patch: number;
}

interface OwnRow extends ReleaseRow {
  publisher: SitePublisher;
  /** The release of the product that it was made beside. */
  beside: number;
}

const COLUMNS = (r: string): string =>
  `${r}.id, ${r}.released_on::text as date, ${r}.note_en, ${r}.note_es, ${r}.content_hash`;
const PRODUCT_COLUMNS = `${COLUMNS('r')}, r.major, r.minor, r.patch`;
const ownColumns = (h: string): string => `${COLUMNS(h)}, ${h}.publisher, ${h}.beside_release as beside`;

/** A site's release from its two points: it has the date and the note of the later one. */
function toRelease(product: ProductRow, own: OwnRow | null): Release {
  const later = own && own.date >= product.date ? own : product;
  return {
    version: joinVersions(
      formatProductVersion(product),
      own && formatOwnVersion({ publisher: own.publisher.id, number: own.id - FIRST_OWN }),
    ),
    date: later.date,
    note: { en: later.note_en, es: later.note_es },
    contentHash: own ? hashOfBoth(product.content_hash, own.content_hash) : product.content_hash,
    ...(own && { publisher: own.publisher }),
  };
}

/** The content hash of a release with own data: SHA-256 over the hashes of its two points. */
const hashOfBoth = (product: string, own: string): string =>
  createHash('sha256').update(`${product}\n${own}\n`).digest('hex');

/**
 * Every published release of the site, oldest first: each release of either line makes one, with the newest of the
 * other line at that time. A release of own data names the release of the product that it was made beside.
 */
export async function readPublished(sql: Sql): Promise<Release[]> {
  const products = await sql.unsafe<ProductRow[]>(
    `select ${PRODUCT_COLUMNS} from releases r where r.published_at is not null and r.id <= ${FIRST_OWN} order by r.id`,
  );
  const own = await sql.unsafe<OwnRow[]>(
    `select ${ownColumns('r')} from releases r where r.published_at is not null and r.id > ${FIRST_OWN} order by r.id`,
  );
  const releases: Release[] = [];
  let before: OwnRow | null = null;
  let next = 0;
  for (const [i, product] of products.entries()) {
    const isLast = i === products.length - 1;
    releases.push(toRelease(product, before));
    for (let row = own[next]; row && (isLast || row.beside <= product.id); row = own[++next]) {
      releases.push(toRelease(product, row));
      before = row;
    }
  }
  return releases;
}

/** A published release with its keys; null if there is no release with that number. */
export async function readReleaseIndex(sql: Sql, text: string): Promise<ReleaseIndex | null> {
  const version = parseVersion(text);
  if (!version) return null;
  const { product, own } = version;
  const [row] = await sql.unsafe<IndexRow[]>(
    `select ${indexColumns(own !== null)}
     from releases r ${own ? 'join releases h on h.published_at is not null and h.id = $4' : ''}
     where r.published_at is not null and r.major = $1 and r.minor = $2 and r.patch = $3`,
    [product.major, product.minor, product.patch, ...(own ? [ownReleaseId(own.number)] : [])],
  );
  if (!row || (own && row.own?.publisher.id !== own.publisher)) return null;
  const catalogue = row.own ? combineCatalogues(row.catalogue, row.own_catalogue) : row.catalogue;
  return toIndex(row, catalogue, await readFallbackAreas(sql, catalogue, pointOf(row)));
}

/**
 * The release of the product that is being published, for code that works on its rows before publication: it has no
 * rollups yet.
 */
export async function readDraftIndex(sql: Sql, catalogue: Catalogue): Promise<ReleaseIndex> {
  const [row] = await sql.unsafe<IndexRow[]>(
    `select ${indexColumns(false)} from releases r where published_at is null`,
  );
  if (!row) throw new Error('no release is being published');
  return toIndex(row, catalogue, await readFallbackAreas(sql, catalogue, pointOf(row)));
}

type IndexRow = ProductRow & {
  catalogue: Catalogue;
  own: OwnRow | null;
  own_catalogue: OwnCatalogue;
  totals: Record<string, RollupTotals> | null;
  month_tables: readonly MonthTableRow[];
} & Record<string, Record<string, number>>;

const pointOf = ({ id, own }: IndexRow): ReleasePoint<number> => ({ product: id, own: own?.id ?? null });

interface MonthTableRow {
  readonly key: string;
  readonly areas: readonly number[];
  readonly origins: readonly number[];
  readonly breakdowns: readonly number[];
}

const codes = (table: string, column: string): string =>
  `(select coalesce(jsonb_object_agg(${column}, id), '{}') from ${table})`;

/** Whether a series `s` has rows in force: series are of all releases, rows say of which. */
const hasRows = (release: ReleasePoint<string>): string =>
  `case s.measure ${Object.entries(TABLE_OF)
    .map(
      ([measure, table]) =>
        `when '${measure}' then exists (select from ${table} f where f.series_id = s.id and ${inForce('f', release)})`,
    )
    .join(' ')} end`;

/** The columns of a release `r`, or of the release that it makes with the release of own data `h`. */
function indexColumns(withOwn: boolean): string {
  const release: ReleasePoint<string> = { product: 'r.id', own: withOwn ? 'h.id' : null };
  const inRelease = hasRows(release);
  const hasSeries = (join: string): string =>
    `exists (select from series s ${join} where s.indicator_id = i.id and ${inRelease})`;
  const own = `(select to_jsonb(o) from (select ${ownColumns('h')}) o) as own, h.catalogue as own_catalogue`;
  return `${PRODUCT_COLUMNS}, r.catalogue, ${withOwn ? own : 'null as own'},
  ${codes('areas', 'code')} as areas, ${codes('indicators', 'slug')} as indicators, ${codes('sources', 'slug')} as sources,
  ${codes('editions', 'slug')} as editions, ${codes('breakdowns', 'code')} as breakdowns,
  (select jsonb_object_agg(i.slug, jsonb_build_object(
      'origin', ${hasSeries(`join areas o on o.id = s.counterpart_id and o.code in ('${ALL}', '${NONE}')`)},
      'breakdown', ${hasSeries(`join breakdowns b on b.id = s.breakdown_id and b.code = '${ALL}'`)}))
    from indicators i where ${hasSeries('')}) as totals,
  (select coalesce(jsonb_object_agg(i.slug || ' ' || u.axis || ' ' || u.code, u.id), '{}') from rollups u
    join indicators i on i.id = u.indicator_id where ${inForce('u', 'r.id')}) as rollups,
  (select coalesce(jsonb_agg(t), '[]') from (
    select i.slug || ' ' || d.slug || ' ' || s.definition as key, array_agg(distinct s.area_id) as areas,
      array_agg(distinct s.counterpart_id) as origins, array_agg(distinct s.breakdown_id) as breakdowns
    from series s join indicators i on i.id = s.indicator_id join sources d on d.id = s.source_id
    where s.basis = 'month' and ${inRelease} group by 1) t) as month_tables`;
}

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
  const withOwn = new Set(
    catalogue.indicators.filter(({ sources }) => sources.some(isOwn)).map(({ id }) => id),
  );
  return {
    point: pointOf(row),
    release: toRelease(row, row.own),
    catalogue,
    areas,
    indicators: both(row['indicators']),
    sources: both(row['sources']),
    editions: both(row['editions']),
    breakdowns,
    fallbackAreas,
    monthCodes: new Map(monthCodes),
    totals: new Map(Object.entries(row.totals ?? {})),
    // Sums were made of the product's rows alone.
    rollups: new Map(
      Object.entries(row['rollups'] ?? {}).filter(([key]) => !withOwn.has(key.slice(0, key.indexOf(' ')))),
    ),
  };
}
