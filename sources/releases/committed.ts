/**
 * The committed releases: `1.0.0.json` holds number, date, note, content hash and the catalogue as it was;
 * `1.0.0/added.csv` the rows that came in, `1.0.0/closed.csv` the rows that went out of force (a revised row
 * is in both). A large one is packed, `added.csv.gz`. A fresh clone replays them in order and ends up with
 * the same bytes.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { CanonicalRow } from '#stats/canonical.ts';
import { CANONICAL_COLUMNS, CANONICAL_HEADER, canonicalLine, compareRows, rowKey } from '#stats/canonical.ts';
import type { Catalogue, Release } from '#stats/catalogue.ts';
import { compareVersions, parseVersion } from '#stats/release.ts';

export interface CommittedRelease extends Release {
  readonly catalogue: Catalogue;
  /** Reads the rows that came in; sorted by natural key. */
  readonly added: () => readonly CanonicalRow[];
  /** Reads the rows that went out of force, as they stood. */
  readonly closed: () => readonly CanonicalRow[];
}

const FOLDER = 'sources/releases';

/** Rows of more bytes than this are packed: nobody reads them in a diff. */
const PACKED_FROM = 500_000;

/** The bytes of a file of rows, packed or not; null where there is none. */
function bytesOf(path: string): Buffer | null {
  if (existsSync(path)) return readFileSync(path);
  return existsSync(`${path}.gz`) ? gunzipSync(readFileSync(`${path}.gz`)) : null;
}

/** The same text always gives the same bytes: no time, and no name of the system that packed it. */
function pack(text: string): Buffer {
  const packed = gzipSync(text, { level: 9 });
  packed.fill(0, 4, 8);
  packed[9] = 255;
  return packed;
}

function readRows(path: string): CanonicalRow[] {
  const bytes = bytesOf(path);
  if (!bytes) return [];
  const [header, ...lines]: string[][] = parse(bytes, { bom: true });
  const expected = CANONICAL_COLUMNS.join(',');
  if (header?.join(',') !== expected) throw new Error(`${path}: line 1: the columns must be ${expected}`);
  return lines.map(
    (cells) => Object.fromEntries(CANONICAL_COLUMNS.map((name, i) => [name, cells[i] ?? ''])) as CanonicalRow,
  );
}

/** Every committed release, oldest first. Rows are read only when asked for. */
export function readReleases(root: string): CommittedRelease[] {
  const folder = join(root, FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const version = name.endsWith('.json') ? parseVersion(name.slice(0, -5)) : null;
      return version ? [{ version, path: join(folder, name) }] : [];
    })
    .sort((a, b) => compareVersions(a.version, b.version))
    .map(({ path }) => {
      const release = JSON.parse(readFileSync(path, 'utf8')) as Release & { catalogue: Catalogue };
      const rows = path.slice(0, -'.json'.length);
      return {
        ...release,
        added: () => readRows(join(rows, 'added.csv')),
        closed: () => readRows(join(rows, 'closed.csv')),
      };
    });
}

/** The rows in force after the last of `releases`, sorted by natural key. */
export function rowsInForce(releases: readonly CommittedRelease[]): CanonicalRow[] {
  const rows = new Map<string, CanonicalRow>();
  for (const release of releases) {
    for (const row of release.closed()) rows.delete(rowKey(row));
    for (const row of release.added()) rows.set(rowKey(row), row);
  }
  return [...rows.values()].sort(compareRows);
}

/** SHA-256 over rows as canonical CSV; they must be sorted by natural key. */
export function hashRows(rows: Iterable<CanonicalRow>): string {
  const hash = createHash('sha256').update(CANONICAL_HEADER);
  for (const row of rows) hash.update(canonicalLine(row));
  return hash.digest('hex');
}

/** Writes the files of a new release. */
export function writeRelease(
  root: string,
  release: Release & { catalogue: Catalogue },
  rows: { added: readonly CanonicalRow[]; closed: readonly CanonicalRow[] },
): void {
  const folder = join(root, FOLDER, release.version);
  mkdirSync(folder, { recursive: true });
  for (const kind of ['added', 'closed'] as const) {
    const path = join(folder, `${kind}.csv`);
    // What an earlier attempt left must not be read as part of this one.
    for (const old of [path, `${path}.gz`]) rmSync(old, { force: true });
    if (rows[kind].length === 0) continue;
    const text = CANONICAL_HEADER + rows[kind].map(canonicalLine).join('');
    if (text.length > PACKED_FROM) writeFileSync(`${path}.gz`, pack(text));
    else writeFileSync(path, text);
  }
  writeFileSync(`${folder}.json`, `${JSON.stringify(release, null, 1)}\n`);
}
