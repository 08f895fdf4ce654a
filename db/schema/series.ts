/**
 * A series is what one source says about one indicator for one area, counterpart, breakdown, definition and
 * basis: a line on a chart. `parts` are the only sets of codes a sum may run over; `tabulations` say which
 * periods a source published at all, as stretches, and whether absence from its table means zero.
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
import { areas, breakdowns, indicators, sources } from './catalogue.ts';
import { basis, measure } from './codes.ts';
import { STILL_IN_FORCE } from './validity.ts';
import { releases } from './releases.ts';

export const series = pgTable(
  'series',
  {
    id: integer('id').generatedAlwaysAsIdentity(),
    indicatorId: integer('indicator_id').notNull(),
    measure: measure('measure').notNull(),
    sourceId: integer('source_id').notNull(),
    basis: basis('basis').notNull(),
    areaId: integer('area_id').notNull(),
    /** Never null: `_T` all, `_Z` none. */
    counterpartId: integer('counterpart_id').notNull(),
    breakdownId: integer('breakdown_id').notNull(),
    /** A definition break starts a new series, else a change on the year would cross it silently. */
    definition: text('definition').notNull().default('main'),
  },
  (t) => [
    primaryKey({ name: 'series_pk', columns: [t.id] }),
    // Resolves a query to series: indicator first, then what is asked.
    unique('series_key_is_unique').on(
      t.indicatorId,
      t.sourceId,
      t.basis,
      t.areaId,
      t.counterpartId,
      t.breakdownId,
      t.definition,
    ),
    unique('series_id_with_kind').on(t.id, t.measure, t.basis),
    foreignKey({
      name: 'series_indicator_has_this_measure',
      columns: [t.indicatorId, t.measure],
      foreignColumns: [indicators.id, indicators.measure],
    }),
    foreignKey({ name: 'series_source_fk', columns: [t.sourceId], foreignColumns: [sources.id] }),
    foreignKey({ name: 'series_area_fk', columns: [t.areaId], foreignColumns: [areas.id] }),
    foreignKey({ name: 'series_counterpart_fk', columns: [t.counterpartId], foreignColumns: [areas.id] }),
    foreignKey({ name: 'series_breakdown_fk', columns: [t.breakdownId], foreignColumns: [breakdowns.id] }),
  ],
);

export const parts = pgTable(
  'parts',
  {
    indicatorId: integer('indicator_id').notNull(),
    scheme: text('scheme').notNull(),
    axis: text('axis').notNull(),
    code: text('code').notNull(),
    /** For shares: whether the parts have one denominator or each its own. */
    denominator: text('denominator'),
    sinceRelease: integer('since_release').notNull(),
    untilRelease: integer('until_release').notNull().default(STILL_IN_FORCE),
  },
  (t) => [
    primaryKey({ name: 'parts_pk', columns: [t.indicatorId, t.scheme, t.code, t.untilRelease] }),
    foreignKey({ name: 'parts_indicator_fk', columns: [t.indicatorId], foreignColumns: [indicators.id] }),
    foreignKey({ name: 'parts_since_fk', columns: [t.sinceRelease], foreignColumns: [releases.id] }),
    check('parts_axis_is_known', sql`${t.axis} in ('origin', 'breakdown')`),
    check('parts_denominator_is_known', sql`${t.denominator} in ('shared', 'split')`),
    check('parts_never_hold_the_total', sql`${t.code} <> '_T'`),
    check('parts_are_in_force_a_while', sql`${t.untilRelease} > ${t.sinceRelease}`),
  ],
);

export const tabulations = pgTable(
  'tabulations',
  {
    indicatorId: integer('indicator_id').notNull(),
    sourceId: integer('source_id').notNull(),
    basis: basis('basis').notNull(),
    periodStart: date('period_start').notNull(),
    periodEnd: date('period_end').notNull(),
    absentMeans: text('absent_means').notNull(),
    provisional: boolean('provisional').notNull().default(false),
    sinceRelease: integer('since_release').notNull(),
    untilRelease: integer('until_release').notNull().default(STILL_IN_FORCE),
  },
  (t) => [
    primaryKey({
      name: 'tabulations_pk',
      columns: [t.indicatorId, t.sourceId, t.basis, t.periodStart, t.periodEnd, t.untilRelease],
    }),
    foreignKey({
      name: 'tabulations_indicator_fk',
      columns: [t.indicatorId],
      foreignColumns: [indicators.id],
    }),
    foreignKey({ name: 'tabulations_source_fk', columns: [t.sourceId], foreignColumns: [sources.id] }),
    foreignKey({ name: 'tabulations_since_fk', columns: [t.sinceRelease], foreignColumns: [releases.id] }),
    check('tabulations_absence_is_known', sql`${t.absentMeans} in ('zero', 'not-published')`),
    check('tabulations_are_in_force_a_while', sql`${t.untilRelease} > ${t.sinceRelease}`),
  ],
);
