/**
 * Publishes releases in a database, each in one transaction, all or nothing. The rows that are read back from
 * the tables must have the content hash of the committed release; otherwise nothing is published.
 */
import type { Catalogue, Release } from '../../stats/model/catalogue.ts';
import { OWN_PREFIX } from '../../stats/model/own-catalogue.ts';
import { joinVersions, parseOwnVersion, parseProductVersion } from '../../stats/model/release.ts';
import { onlyRow } from '../checked-results.ts';
import { connect, type Sql } from '../connect.ts';
import { underLock } from '../migrate.ts';
import { FIRST_OWN, ownReleaseId } from '../schema/validity.ts';
import type { Statements } from './catalogue.ts';
import { writeCatalogue } from './catalogue.ts';
import { changedSums } from './changed-sums.ts';
import { hashInForce } from './in-force.ts';
import type { Difference, OwnPublication, Publication } from './publication.ts';
import { missingOwn, missingReleases } from './published.ts';

import { ROLLUP_THRESHOLD, writeRollups, type RollupThreshold } from './rollups.ts';
import { addRows, closeRows, stage, writeSeries } from './rows.ts';
import { writeIndicatorViews } from './views.ts';

export type { OwnPublication, Publication };

/** Publishes the releases of the product alone, as {@link publishLines} does. */
export const publishAll = (
  product: readonly Publication[],
  report: (step: string) => void,
  settle?: () => void,
  worth?: RollupThreshold,
): Promise<{ version: string; replayed: number }> =>
  publishLines({ product, own: [] }, report, settle, worth);

/** The releases of both lines, each in order. */
export interface Lines {
  readonly product: readonly Publication[];
  readonly own: readonly OwnPublication[];
}

/**
 * Publishes the unpublished releases in order, first the product's. `settle` is called when the newest is in the
 * tables, before the commit, and puts in place everything that belongs to it; if it throws, nothing is published.
 * @returns the newest version, and how many were replayed
 * @throws Error when a published release differs from the committed one, or a content hash does not match
 */
export async function publishLines(
  { product, own }: Lines,
  report: (step: string) => void,
  settle: () => void = () => undefined,
  worth: RollupThreshold = ROLLUP_THRESHOLD,
): Promise<{ version: string; replayed: number }> {
  const version = newestOf({ product, own });
  const { sql, schema } = await connect({ as: 'owner', max: 1 });
  try {
    return await underLock(sql, async () => {
      const { ofProduct, ofOwn, anyPublished: isRead } = await missingOf(sql, { product, own });
      const missing = [
        ...ofProduct.map((release) => ({
          release,
          write: (tx: Statements) => publish({ sql: tx, schema, isRead }, release, worth),
        })),
        ...ofOwn.map((release) => ({
          release,
          write: (tx: Statements) => publishOwn({ sql: tx, schema, isRead }, release),
        })),
      ];
      for (const { release, write } of missing) {
        report(release.version);
        await sql.begin(async (transaction) => {
          // Sums and sorts of a whole release do not fit into the four megabytes that a session has.
          await transaction`set local work_mem = '128MB'`;
          await write(transaction as unknown as Statements);
          if (release === missing.at(-1)?.release) settle();
        });
      }
      return { version, replayed: missing.length };
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** What a database lacks of the committed releases. */
export interface Unpublished {
  /** The newest committed release. */
  readonly version: string;
  /** The releases of both lines that are not published yet. */
  readonly unpublished: readonly string[];
  readonly anyPublished: boolean;
}

/** Looks at what is published, and publishes nothing. @throws Error as {@link publishLines} does */
export async function findUnpublished({ product, own }: Lines): Promise<Unpublished> {
  const { sql } = await connect({ as: 'owner', max: 1 });
  try {
    const { ofProduct, ofOwn, anyPublished } = await missingOf(sql, { product, own });
    return {
      version: newestOf({ product, own }),
      unpublished: [...ofProduct, ...ofOwn].map(({ version }) => version),
      anyPublished,
    };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The releases of each line that are not published yet, and whether one of the product is. */
async function missingOf(sql: Sql, { product, own }: Lines) {
  const ofProduct = await missingReleases(sql, product);
  const ofOwn = await missingOwn(sql, own);
  return { ofProduct, ofOwn, anyPublished: ofProduct.length < product.length };
}

/** The newest point on both lines. @throws Error if there is none */
function newestOf({ product, own }: Lines): string {
  const newest = product.at(-1);
  if (!newest) throw new Error('no committed release to load');
  return joinVersions(newest.version, own.at(-1)?.version ?? null);
}

/** Where a release is written. */
interface Target {
  readonly sql: Statements;
  readonly schema: string;
  /** Whether somebody may be reading the releases before it. */
  readonly isRead: boolean;
}

async function publish(
  { sql, schema, isRead }: Target,
  release: Publication,
  worth: RollupThreshold,
): Promise<void> {
  const version = parseProductVersion(release.version);
  if (!version) throw new Error(`${release.version} is not a release number`);
  const drafts = await sql<{ id: number }[]>`
    insert into releases (major, minor, patch, released_on, note_en, note_es)
    values (${version.major}, ${version.minor}, ${version.patch}, ${release.date}, ${release.note.en}, ${release.note.es})
    returning id`;
  const { id } = onlyRow(drafts);
  await writeCatalogue(sql, release.catalogue, id);
  const hash = await writeRows(sql, release, { id, isRead });
  await writeRollups(sql, release.catalogue, {
    threshold: worth,
    changed: await changedSums(sql, release.catalogue),
  });
  await complete(sql, id, hash, release.catalogue);
  await writeIndicatorViews(sql, schema, release.catalogue);
}

async function publishOwn({ sql, schema, isRead }: Target, release: OwnPublication): Promise<void> {
  const version = parseOwnVersion(release.version);
  if (!version) throw new Error(`${release.version} is not the number of a release of own data`);
  const id = ownReleaseId(version.number);
  const beside = await productReleaseId(sql, release);
  await sql`
    insert into releases (id, publisher, beside_release, released_on, note_en, note_es)
    overriding system value values (${id}, ${sql.json(release.publisher as never)}, ${beside}, ${release.date},
      ${release.note.en}, ${release.note.es})`;
  await writeCatalogue(sql, release.catalogue, id);
  const hash = await writeRows(sql, release, { id, isRead });
  await complete(sql, id, hash, release.catalogue);
  await writeIndicatorViews(sql, schema, release.catalogue);
}

/** The product's release beside which own data was released. */
async function productReleaseId(sql: Statements, { version, beside }: OwnPublication): Promise<number> {
  const product = parseProductVersion(beside);
  const [row] = await sql<{ id: number }[]>`
    select id from releases where published_at is not null
      and (major, minor, patch) = (${product?.major ?? 0}, ${product?.minor ?? 0}, ${product?.patch ?? 0})`;
  if (row) return row.id;
  throw new Error(
    `own release ${version} was made beside release ${beside}, which this checkout does not have: update the checkout`,
  );
}

/** Writes the difference of a release. @returns the hash of the rows that are in force then */
async function writeRows(
  sql: Statements,
  release: Difference & Pick<Release, 'version' | 'contentHash'>,
  { id, isRead }: { readonly id: number } & Pick<Target, 'isRead'>,
): Promise<string> {
  const closed = await stage(sql, 'closed', release.closed());
  const added = await stage(sql, 'added', release.added());
  await refuseOtherLine(sql, id > FIRST_OWN);
  await writeSeries(sql);
  // The planner estimates one row for a join over seven columns and chooses nested loops: minutes instead of
  // seconds for a hundred thousand rows.
  await sql`set local enable_nestloop = off`;
  await closeRows(sql, id, closed);
  await addRows(sql, { id, isRead }, added);
  const hash = await hashInForce(sql, id);
  await sql`set local enable_nestloop = on`;
  if (hash !== release.contentHash) {
    throw new Error(
      `release ${release.version}: the rows give content hash ${hash.slice(0, 12)}…, but it was committed with ${release.contentHash.slice(0, 12)}…. Nothing was loaded; restore the folder of releases from git`,
    );
  }
  return hash;
}

/** Rows of own data belong to own sources, and no others do. @throws Error */
async function refuseOtherLine(sql: Statements, own: boolean): Promise<void> {
  const rows = await sql<{ source: string }[]>`
    select distinct source from (select source from added union all select source from closed) n
    where starts_with(source, ${OWN_PREFIX}) <> ${own} limit 1`;
  const [wrong] = rows;
  if (!wrong) return;
  throw new Error(
    own
      ? `${wrong.source} is a source of the product, not of your own data: the ids of own sources begin with ${OWN_PREFIX}`
      : `${wrong.source} is a source of own data: the ids of the product's sources do not begin with ${OWN_PREFIX}`,
  );
}

async function complete(sql: Statements, id: number, hash: string, catalogue: Catalogue): Promise<void> {
  await sql`
    update releases set published_at = now(), content_hash = ${hash}, catalogue = ${sql.json(catalogue as never)}
    where id = ${id}`;
}
