/**
 * Compares what is published in a database with the committed releases of each line, and finds those that are missing.
 * A published release never changes: where the two differ, nothing is published.
 */
import { formatProductVersion, parseOwnVersion } from '../../stats/model/release.ts';
import type { Sql } from '../connect.ts';
import { FIRST_OWN } from '../schema/validity.ts';
import type { OwnPublication, Publication } from './publication.ts';

interface PublishedRow {
  id: number;
  major: number;
  minor: number;
  patch: number;
  content_hash: string;
}

const UNCHANGED = 'A published release never changes';

/** The product's releases that are not published yet. @throws Error if a published one differs */
export async function missingReleases(
  sql: Sql,
  releases: readonly Publication[],
): Promise<readonly Publication[]> {
  const rows = await sql<PublishedRow[]>`
    select id, major, minor, patch, content_hash from releases
    where published_at is not null and id <= ${FIRST_OWN} order by id`;
  for (const [i, row] of rows.entries()) {
    const version = formatProductVersion(row);
    const committed = releases[i];
    if (committed?.version !== version) {
      throw new Error(
        `the database holds release ${version}, which this checkout ${committed ? `has as ${committed.version}` : 'does not have'}: update the checkout, or npm run reset`,
      );
    }
    if (committed.contentHash !== row.content_hash) {
      throw new Error(
        `release ${version} differs: the database has content hash ${row.content_hash.slice(0, 12)}…, the checkout ${committed.contentHash.slice(0, 12)}…. ${UNCHANGED}; npm run reset loads the checkout's`,
      );
    }
    if (!(await isSame(sql, row.id, committed))) {
      throw new Error(
        `release ${version} differs: its catalogue, date or note in sources/releases/${version}.json is not the one that was published. ${UNCHANGED}; npm run reset loads the checkout's`,
      );
    }
  }
  return releases.slice(rows.length);
}

/** Releases of own data that are not published yet. @throws Error if a published one differs or is gone */
export async function missingOwn(
  sql: Sql,
  releases: readonly OwnPublication[],
): Promise<readonly OwnPublication[]> {
  const rows = await sql<{ id: number; publisher: { id: string }; content_hash: string }[]>`
    select id, publisher, content_hash from releases where published_at is not null and id > ${FIRST_OWN} order by id`;
  for (const { id, publisher, content_hash } of rows) {
    const number = id - FIRST_OWN;
    const name = `${publisher.id}.${number}`;
    const committed = releases.find(({ version }) => parseOwnVersion(version)?.number === number);
    if (!committed) {
      throw new Error(
        `the database holds your release ${name}, which the folder of your data does not have. Is COTEJO_DATA right? If the release is gone on purpose: npm run reset, then start again`,
      );
    }
    if (
      committed.contentHash !== content_hash ||
      committed.version !== name ||
      !(await isSame(sql, id, committed))
    ) {
      throw new Error(
        `your release ${name} differs from the one that was published in this database. ${UNCHANGED}; if the folder of your data is right, npm run reset loads it again`,
      );
    }
  }
  const published = new Set(rows.map(({ id }) => id - FIRST_OWN));
  return releases.filter(({ version }) => !published.has(parseOwnVersion(version)?.number ?? 0));
}

/** Whether catalogue, date and note are those that were published. */
async function isSame(
  sql: Sql,
  id: number,
  { catalogue, date, note }: Pick<Publication, 'catalogue' | 'date' | 'note'>,
): Promise<boolean> {
  const [same] = await sql`
    select from releases where id = ${id}
      and catalogue = ${sql.json(catalogue as never)} and (released_on, note_en, note_es) = (${date}, ${note.en}, ${note.es})`;
  return same !== undefined;
}
