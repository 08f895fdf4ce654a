/**
 * The current catalogue: the meaning of codes and how they may be combined. Pinned answers take their names
 * from the snapshot in `releases`; these tables give keys to series, and names to users of psql.
 */
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { additivity, areaKind, measure } from './codes.ts';
import { STILL_IN_FORCE } from './validity.ts';
import { releases } from './releases.ts';

export const areas = pgTable(
  'areas',
  {
    id: integer('id').generatedAlwaysAsIdentity(),
    code: text('code').notNull(),
    kind: areaKind('kind').notNull(),
    nameEn: text('name_en').notNull(),
    nameEs: text('name_es').notNull(),
    /** The country or larger place around a place: a sum over both would count people twice. */
    withinId: integer('within_id'),
  },
  (t) => [
    primaryKey({ name: 'areas_pk', columns: [t.id] }),
    unique('areas_code_is_unique').on(t.code),
    foreignKey({ name: 'areas_within_fk', columns: [t.withinId], foreignColumns: [t.id] }),
    // Kinds as texts: a migration cannot use a word in the transaction that adds it to its enumeration.
    check(
      'areas_only_places_lie_within',
      sql`(${t.kind}::text in ('city', 'state', 'department', 'municipality', 'region')) = (${t.withinId} is not null)`,
    ),
  ],
);

/** Membership has two times: true in the world (valid_from to valid_to, half open), and known since a release. */
export const areaMembers = pgTable(
  'area_members',
  {
    groupId: integer('group_id').notNull(),
    memberId: integer('member_id').notNull(),
    validFrom: date('valid_from').notNull().default('-infinity'),
    validTo: date('valid_to').notNull().default('infinity'),
    sinceRelease: integer('since_release').notNull(),
    untilRelease: integer('until_release').notNull().default(STILL_IN_FORCE),
  },
  (t) => [
    primaryKey({ name: 'area_members_pk', columns: [t.groupId, t.memberId, t.validFrom, t.untilRelease] }),
    foreignKey({ name: 'area_members_group_fk', columns: [t.groupId], foreignColumns: [areas.id] }),
    foreignKey({ name: 'area_members_member_fk', columns: [t.memberId], foreignColumns: [areas.id] }),
    foreignKey({ name: 'area_members_since_fk', columns: [t.sinceRelease], foreignColumns: [releases.id] }),
    check('area_members_last_a_while', sql`${t.validTo} > ${t.validFrom}`),
    check('area_members_are_in_force_a_while', sql`${t.untilRelease} > ${t.sinceRelease}`),
    check('area_members_are_others', sql`${t.groupId} <> ${t.memberId}`),
  ],
);

export const indicators = pgTable(
  'indicators',
  {
    id: integer('id').generatedAlwaysAsIdentity(),
    slug: text('slug').notNull(),
    measure: measure('measure').notNull(),
    additivity: additivity('additivity').notNull(),
    signed: boolean('signed').notNull(),
    /** For rates: the number of people in the denominator. */
    per: integer('per'),
    unit: text('unit').notNull(),
    titleEn: text('title_en').notNull(),
    titleEs: text('title_es').notNull(),
  },
  (t) => [
    primaryKey({ name: 'indicators_pk', columns: [t.id] }),
    unique('indicators_slug_is_unique').on(t.slug),
    // Repeated in series and rows, so that a homicide rate cannot be stored among the counts.
    unique('indicators_id_with_measure').on(t.id, t.measure),
    // Short enough to name a view: Postgres truncates names at 63 characters.
    check(
      'indicators_slug_is_kebab',
      sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(${t.slug}) <= 60`,
    ),
    check('indicators_rates_say_per_how_many', sql`(${t.measure} = 'rate') = (${t.per} is not null)`),
  ],
);

/** The values of `source=`. */
export const sources = pgTable(
  'sources',
  {
    id: integer('id').generatedAlwaysAsIdentity(),
    slug: text('slug').notNull(),
    kind: text('kind').notNull(),
    publisher: text('publisher').notNull(),
    /** For a compiled source: `publisher` counted, `producer` compiled the file. */
    producer: text('producer'),
    compiler: text('compiler'),
    titleEn: text('title_en').notNull(),
    titleEs: text('title_es').notNull(),
    licence: text('licence').notNull(),
  },
  (t) => [
    primaryKey({ name: 'sources_pk', columns: [t.id] }),
    unique('sources_slug_is_unique').on(t.slug),
    check('sources_kind_is_known', sql`${t.kind} in ('primary', 'compiled', 'secondary')`),
    check(
      'sources_compiled_name_producer_and_compiler',
      sql`(${t.kind} = 'compiled') = (${t.producer} is not null) and (${t.kind} = 'compiled') = (${t.compiler} is not null)`,
    ),
  ],
);

/**
 * The file that a row was read from. A newer file of the same source is a new edition, and its changes appear
 * as revisions.
 */
export const editions = pgTable(
  'editions',
  {
    id: integer('id').generatedAlwaysAsIdentity(),
    slug: text('slug').notNull(),
    sourceId: integer('source_id').notNull(),
    vintage: text('vintage').notNull(),
    accessed: date('accessed').notNull(),
    sha256: text('sha256').notNull(),
  },
  (t) => [
    primaryKey({ name: 'editions_pk', columns: [t.id] }),
    unique('editions_slug_is_unique').on(t.slug),
    unique('editions_file_is_unique').on(t.sourceId, t.sha256),
    foreignKey({ name: 'editions_source_fk', columns: [t.sourceId], foreignColumns: [sources.id] }),
    check('editions_hash_is_sha256', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
  ],
);

/** A breakdown is a tuple of codes, written `border=southwest;demographic=uac`; `_T` is the total. */
export const breakdowns = pgTable(
  'breakdowns',
  { id: integer('id').generatedAlwaysAsIdentity(), code: text('code').notNull() },
  (t) => [
    primaryKey({ name: 'breakdowns_pk', columns: [t.id] }),
    unique('breakdowns_code_is_unique').on(t.code),
  ],
);

export const breakdownCodes = pgTable(
  'breakdown_codes',
  {
    breakdownId: integer('breakdown_id').notNull(),
    dimension: text('dimension').notNull(),
    code: text('code').notNull(),
  },
  (t) => [
    primaryKey({ name: 'breakdown_codes_pk', columns: [t.breakdownId, t.dimension] }),
    foreignKey({
      name: 'breakdown_codes_breakdown_fk',
      columns: [t.breakdownId],
      foreignColumns: [breakdowns.id],
    }),
  ],
);

/** Notes on single figures. A note never changes: it is pinned with its rows. */
export const notes = pgTable(
  'notes',
  {
    id: integer('id').generatedAlwaysAsIdentity(),
    en: text('en').notNull(),
    es: text('es').notNull(),
    /** Must be shown wherever its number is shown. */
    mandatory: boolean('mandatory').notNull(),
  },
  (t) => [
    primaryKey({ name: 'notes_pk', columns: [t.id] }),
    unique('notes_text_is_unique').on(t.en, t.es, t.mandatory),
  ],
);
