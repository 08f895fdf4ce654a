/**
 * Publishes releases in a database, each in one transaction, all or nothing. The rows that are read back from
 * the tables must have the content hash of the committed release; otherwise nothing is published.
 */
import type { Catalogue, Release } from '../../stats/model/catalogue.ts';
import { formatVersion, parseVersion } from '../../stats/model/release.ts';
import { onlyRow } from '../checked-results.ts';
import type { Sql } from '../connect.ts';
import { connect } from '../connect.ts';
import { underLock } from '../migrate.ts';
import type { Statements } from './catalogue.ts';
import { writeCatalogue } from './catalogue.ts';
import { changedIndicators } from './changed-indicators.ts';
import { hashInForce } from './in-force.ts';
import { ROLLUP_THRESHOLD, writeRollups, type RollupThreshold } from './rollups.ts';
import { addRows, closeRows, stage, writeSeries, type Rows } from './rows.ts';
import { writeIndicatorViews } from './views.ts';

/** A release with the rows it adds and closes. */
export interface Publication extends Release {
  readonly catalogue: Catalogue;
  readonly added: () => Rows;
  readonly closed: () => Rows;
}

/**
 * Publishes the unpublished releases in order. `settle` is called when the newest is in the tables, before
 * the commit, and puts in place everything that belongs to it; if it throws, nothing is published.
 * @returns the newest version, and how many were replayed
 * @throws Error when a published release differs from the committed one, or a content hash does not match
 */
export async function publishAll(
  releases: readonly Publication[],
  report: (step: string) => void,
  settle: () => void = () => undefined,
  worth: RollupThreshold = ROLLUP_THRESHOLD,
): Promise<{ version: string; replayed: number }> {
  const newest = releases.at(-1);
  if (!newest) throw new Error('no committed release to load');
  const { sql, schema } = await connect({ as: 'owner', max: 1 });
  try {
    return await underLock(sql, async () => {
      const missing = await checkPublished(sql, releases);
      for (const release of missing) {
        report(release.version);
        await sql.begin(async (transaction) => {
          await publish(transaction as unknown as Statements, schema, release, worth);
          if (release === newest) settle();
        });
      }
      return { version: newest.version, replayed: missing.length };
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Compares the published releases with the committed ones and returns those that are missing. */
async function checkPublished(sql: Sql, releases: readonly Publication[]): Promise<readonly Publication[]> {
  const rows = await sql<{ major: number; minor: number; patch: number; content_hash: string }[]>`
    select major, minor, patch, content_hash from releases where published_at is not null order by id`;
  for (const [i, row] of rows.entries()) {
    const version = formatVersion(row);
    const committed = releases[i];
    if (committed?.version !== version) {
      throw new Error(
        `the database holds release ${version}, which this checkout ${committed ? `has as ${committed.version}` : 'does not have'}: update the checkout, or npm run reset`,
      );
    }
    if (committed.contentHash !== row.content_hash) {
      throw new Error(
        `release ${version} differs: the database has content hash ${row.content_hash.slice(0, 12)}…, the checkout ${committed.contentHash.slice(0, 12)}…. A published release never changes; npm run reset loads the checkout's`,
      );
    }
    const { catalogue, date, note } = committed;
    const [same] = await sql`
      select from releases where (major, minor, patch) = (${row.major}, ${row.minor}, ${row.patch})
        and catalogue = ${sql.json(catalogue as never)} and (released_on, note_en, note_es) = (${date}, ${note.en}, ${note.es})`;
    if (!same) {
      throw new Error(
        `release ${version} differs: its catalogue, date or note in sources/releases/${version}.json is not the one that was published. A published release never changes; npm run reset loads the checkout's`,
      );
    }
  }
  return releases.slice(rows.length);
}

async function publish(
  sql: Statements,
  schema: string,
  release: Publication,
  worth: RollupThreshold,
): Promise<void> {
  const version = parseVersion(release.version);
  if (!version) throw new Error(`${release.version} is not a release number`);
  const drafts = await sql<{ id: number }[]>`
    insert into releases (major, minor, patch, released_on, note_en, note_es)
    values (${version.major}, ${version.minor}, ${version.patch}, ${release.date}, ${release.note.en}, ${release.note.es})
    returning id`;
  const { id } = onlyRow(drafts);
  await writeCatalogue(sql, release.catalogue, id);
  const closed = await stage(sql, 'closed', release.closed());
  const added = await stage(sql, 'added', release.added());
  await writeSeries(sql);
  // The planner estimates one row for a join over seven columns and chooses nested loops: minutes instead of
  // seconds for a hundred thousand rows.
  await sql`set local enable_nestloop = off`;
  await closeRows(sql, id, closed);
  await addRows(sql, id, added);
  const hash = await hashInForce(sql, id);
  await sql`set local enable_nestloop = on`;
  if (hash !== release.contentHash) {
    throw new Error(
      `release ${release.version}: the rows give content hash ${hash.slice(0, 12)}…, but it was committed with ${release.contentHash.slice(0, 12)}…. Nothing was loaded; restore sources/releases from git`,
    );
  }
  await writeRollups(sql, release.catalogue, {
    threshold: worth,
    changed: await changedIndicators(sql, release.catalogue),
  });
  await sql`
    update releases set published_at = now(), content_hash = ${hash}, catalogue = ${sql.json(release.catalogue as never)}
    where id = ${id}`;
  await writeIndicatorViews(sql, schema, release.catalogue);
}
