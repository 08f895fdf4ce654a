/**
 * Published releases, each with its catalogue as it was frozen and the keys behind its codes. A release never
 * changes, so what is read here may be kept for ever. Only published releases are seen: never the draft.
 */
import type { Catalogue, Release } from '../stats/catalogue.ts';
import { formatVersion, parseVersion } from '../stats/release.ts';
import type { Sql } from './connect.ts';

/** Codes to keys and back, for one kind of thing. */
export interface Codes {
  readonly idOf: ReadonlyMap<string, number>;
  readonly codeOf: ReadonlyMap<number, string>;
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
}

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

/** One published release with its keys, in one round trip; null where there is none of that number. */
export async function readReleaseIndex(sql: Sql, version: string): Promise<ReleaseIndex | null> {
  const v = parseVersion(version);
  if (!v) return null;
  const codes = (table: string, column: string): string =>
    `(select coalesce(jsonb_object_agg(${column}, id), '{}') from ${table})`;
  const [row] = await sql.unsafe<
    (ReleaseRow & { id: number; catalogue: Catalogue } & Record<string, Record<string, number>>)[]
  >(
    `select id, major, minor, patch, released_on::text as date, note_en, note_es, content_hash, catalogue,
       ${codes('areas', 'code')} as areas, ${codes('indicators', 'slug')} as indicators, ${codes('sources', 'slug')} as sources,
       ${codes('editions', 'slug')} as editions, ${codes('breakdowns', 'code')} as breakdowns
     from releases where published_at is not null and major = $1 and minor = $2 and patch = $3`,
    [v.major, v.minor, v.patch],
  );
  if (!row) return null;
  const both = (ids: Record<string, number> | undefined): Codes => {
    const entries = Object.entries(ids ?? {});
    return { idOf: new Map(entries), codeOf: new Map(entries.map(([code, id]) => [id, code])) };
  };
  return {
    id: row.id,
    release: toRelease(row),
    catalogue: row.catalogue,
    areas: both(row['areas']),
    indicators: both(row['indicators']),
    sources: both(row['sources']),
    editions: both(row['editions']),
    breakdowns: both(row['breakdowns']),
  };
}
