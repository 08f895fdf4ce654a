/**
 * Releases: the numbered states of the data. Rows of other tables carry a validity range
 * [since_release, until_release) in release ids, so a release is never copied and a published row is never
 * changed, only closed. Ids are in the order of publication; releases are linear.
 */
import { sql } from 'drizzle-orm';
import {
  check,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Catalogue } from '../../stats/model/catalogue.ts';

export const releases = pgTable(
  'releases',
  {
    id: integer('id').generatedAlwaysAsIdentity(),
    major: integer('major').notNull(),
    minor: integer('minor').notNull(),
    patch: integer('patch').notNull(),
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
    check('releases_version_is_not_negative', sql`least(${t.major}, ${t.minor}, ${t.patch}) >= 0`),
    check(
      'releases_published_are_complete',
      sql`${t.publishedAt} is null or (${t.contentHash} is not null and ${t.catalogue} is not null)`,
    ),
    check('releases_hash_is_sha256', sql`${t.contentHash} ~ '^[0-9a-f]{64}$'`),
  ],
);
