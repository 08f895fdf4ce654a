/**
 * The committed releases: `1.0.0.json` contains number, date, note, content hash and the catalogue at that
 * time; `1.0.0/added.csv` the added rows, `1.0.0/closed.csv` the retired rows (a revised row is in both). A
 * large file is packed, `added.csv.gz`. A fresh clone replays the releases in order and gets the same bytes.
 */
import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { CANONICAL_HEADER, canonicalLine, type CanonicalRow } from '#stats/model/canonical-row.ts';
import type { Catalogue, SitePublisher, Release } from '#stats/model/catalogue.ts';
import type { OwnCatalogue } from '#stats/model/own-catalogue.ts';
import {
  compareProductVersions,
  parseOwnVersion,
  parseProductVersion,
  type OwnVersion,
  type ProductVersion,
} from '#stats/model/release.ts';
import { readLines, rowOfLine, type ReleaseLines } from './lines.ts';
import type { Step } from './merge.ts';

export interface CommittedRelease extends Release, Step {
  readonly catalogue: Catalogue;
}

/** A release of own data, `house.3`, made beside a release of the product. */
export interface OwnRelease extends Release, Step {
  readonly catalogue: OwnCatalogue;
  readonly publisher: SitePublisher;
  readonly beside: string;
}

/** All rows of a list at once: for lists that are known to be small. */
export async function committedRows(lines: ReleaseLines): Promise<CanonicalRow[]> {
  const rows: CanonicalRow[] = [];
  for await (const batch of lines) for (const line of batch) rows.push(rowOfLine(line));
  return rows;
}

const FOLDER = 'sources/releases';

/** The releases of the folder, in the order of their numbers. Rows are read on demand. */
function releasesIn<T, V>(
  folder: string,
  parse: (name: string) => V | null,
  compare: (a: V, b: V) => number,
): (T & Step)[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const version = name.endsWith('.json') ? parse(name.slice(0, -5)) : null;
      return version === null ? [] : [{ version, path: join(folder, name) }];
    })
    .sort((a, b) => compare(a.version, b.version))
    .map(({ path }) => {
      const release = JSON.parse(readFileSync(path, 'utf8')) as T & { version: string };
      const rows = path.slice(0, -'.json'.length);
      return { ...release, read: (kind) => readLines(join(rows, `${kind}.csv`)) };
    });
}

/** Every committed release of the product, oldest first. */
export const readReleases = (root: string): CommittedRelease[] =>
  releasesIn<Release & { catalogue: Catalogue }, ProductVersion>(
    join(root, FOLDER),
    parseProductVersion,
    compareProductVersions,
  );

/** Every release of own data in its folder, oldest first. @throws Error if two have one number */
export function readOwnReleases(folder: string): OwnRelease[] {
  const releases = releasesIn<Omit<OwnRelease, 'read'>, OwnVersion>(
    join(folder, 'releases'),
    parseOwnVersion,
    (a, b) => a.number - b.number,
  );
  for (const [i, { version }] of releases.entries()) {
    if (parseOwnVersion(version)?.number === i + 1) continue;
    throw new Error(
      `${join(folder, 'releases')}: ${version} is release ${i + 1} in order. Own releases are numbered 1, 2, 3 without gaps or doubles: keep the one that was published first, then npm run release`,
    );
  }
  return releases;
}

/**
 * The content hash of a state: SHA-256 over its rows as canonical CSV. Every line must be passed in order.
 */
export class ContentHash {
  private readonly hash: Hash = createHash('sha256').update(CANONICAL_HEADER);
  private waiting = '';

  see(line: string): void {
    this.waiting += line;
    if (this.waiting.length < 1 << 16) return;
    this.hash.update(this.waiting);
    this.waiting = '';
  }

  finish(): string {
    return this.hash.update(this.waiting).digest('hex');
  }
}

/** Files with more bytes than this are packed, because nobody reads them in a diff. */
const PACKED_FROM = 500_000;
/** Above this size, strong compression takes longer than loading. */
const LARGE_FROM = 32_000_000;

/** Resolves when a stream that was full can be written to again. */
export const drained = async (stream: Writable): Promise<void> => {
  await once(stream, 'drain');
};

/** A file of rows in progress: `add` lines in order, then `finish`. Without lines, no file is left. */
export class RowsFile {
  private readonly file;
  private waiting: string[] = [];
  count = 0;

  /** `path` without `.gz`, which is added if the file is packed. */
  constructor(private readonly path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.file = createWriteStream(`${path}.part`);
    this.file.write(CANONICAL_HEADER);
  }

  /** Returns a promise if the disk is slower. */
  add(line: string): Promise<void> | undefined {
    this.count++;
    this.waiting.push(line);
    if (this.waiting.length < 500) return undefined;
    const text = this.waiting.join('');
    this.waiting = [];
    if (this.file.write(text)) return undefined;
    return drained(this.file);
  }

  /** The name of the finished file, packed if it is large or must be; null if there were no lines. */
  async finish(packed = false): Promise<string | null> {
    const part = `${this.path}.part`;
    await new Promise<void>((done, fail) => {
      this.file.once('error', fail).end(this.waiting.join(''), done);
    });
    if (this.count === 0) {
      await rm(part);
      return null;
    }
    const { size } = await stat(part);
    if (!packed && size <= PACKED_FROM) {
      renameSync(part, this.path);
      return this.path;
    }
    await pack(part, `${this.path}.gz`, size > LARGE_FROM ? 1 : 9);
    await rm(part);
    return `${this.path}.gz`;
  }
}

/** The same text always gives the same bytes: the time and the name of the operating system are left out. */
async function pack(from: string, to: string, level: number): Promise<void> {
  const text = await open(from);
  await pipeline(
    text.createReadStream({ highWaterMark: 1 << 16 }),
    createGzip({ level }),
    createWriteStream(to),
  );
  const file = await open(to, 'r+');
  try {
    await file.write(Buffer.from([0, 0, 0, 0]), 0, 4, 4);
    await file.write(Buffer.from([255]), 0, 1, 9);
  } finally {
    await file.close();
  }
}

/** SHA-256 over rows as canonical CSV; they must be sorted by natural key. */
export function hashRows(rows: Iterable<CanonicalRow>): string {
  const hash = new ContentHash();
  for (const row of rows) hash.see(canonicalLine(row));
  return hash.finish();
}
