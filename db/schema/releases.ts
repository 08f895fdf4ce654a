/**
 * Releases: the numbered states of the data. Rows of other tables carry a validity range
 * [since_release, until_release) in release ids, so a release is never copied and a published row is never
 * changed, only closed. There are two lines, the product's and the site's own data, each linear, and ids are in the
 * order of publication within a line: those of own data begin at FIRST_OWN.
 */
import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Catalogue, SitePublisher } from '../../stats/model/catalogue.ts';

export const releases = pgTable(
  'releases',
  {
    id: integer('id').generatedAlwaysAsIdentity(),
    /** The number of a release of the product; null for own data, which is numbered by its id. */
    major: integer('major'),
    minor: integer('minor'),
    patch: integer('patch'),
    /** Who publishes own data: id, name, address. Null for the product. */
    publisher: jsonb('publisher').$type<SitePublisher>(),
    /** The release of the product that own data was released beside. */
    besideRelease: integer('beside_release'),
    releasedOn: date('released_on').notNull(),
    noteEn: text('note_en').notNull(),
    noteEs: text('note_es').notNull(),
    /** SHA-256 over the rows in force, as canonical CSV. */
    contentHash: text('content_hash'),
    /** Names, notes and groups at that time: they are part of the pinned bytes too. */
    catalogue: jsonb('catalogue').$type<Catalogue>(),
    /** Null for the draft. Never printed: pinned bytes must not depend on a clock. */
    publishedAt: timestamp('published_at', { withTimezone: true }),
  },
  (t) => [
    primaryKey({ name: 'releases_pk', columns: [t.id] }),
    unique('releases_version_is_unique').on(t.major, t.minor, t.patch),
    // There is only one draft at a time, so two ingests cannot both write.
    uniqueIndex('releases_one_draft')
      .on(sql`(true)`)
      .where(sql`${t.publishedAt} is null`),
    foreignKey({ name: 'releases_beside_fk', columns: [t.besideRelease], foreignColumns: [t.id] }),
    check('releases_version_is_not_negative', sql`least(${t.major}, ${t.minor}, ${t.patch}) >= 0`),
    check(
      'releases_are_of_one_line',
      sql`case when ${t.id} <= 1000000000 then num_nulls(${t.major}, ${t.minor}, ${t.patch}) = 0 and ${t.publisher} is null and ${t.besideRelease} is null
        else num_nonnulls(${t.major}, ${t.minor}, ${t.patch}) = 0 and ${t.publisher} ? 'id' and ${t.besideRelease} <= 1000000000 and ${t.besideRelease} is not null end`,
    ),
    check(
      'releases_published_are_complete',
      sql`${t.publishedAt} is null or (${t.contentHash} is not null and ${t.catalogue} is not null)`,
    ),
    check('releases_hash_is_sha256', sql`${t.contentHash} ~ '^[0-9a-f]{64}$'`),
  ],
);
