/**
 * Rollups: sums of many rows, made when a release is published and read instead of the rows. `rollups` states
 * what was summed (the members of a group, the parts of a partition, the months of a year) and in which
 * releases it is valid; `rollup_rows` has the result of the statement for each period. A row stays in force
 * in a release that does not change it, as observations do.
 */
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { indicators } from './catalogue.ts';
import { basis, periodStatus } from './codes.ts';
import { STILL_IN_FORCE } from './validity.ts';
import { releases } from './releases.ts';

export const rollups = pgTable(
  'rollups',
  {
    id: integer('id').generatedAlwaysAsIdentity(),
    indicatorId: integer('indicator_id').notNull(),
    /** The summed axis; `months` for years of single series. */
    axis: text('axis').notNull(),
    /** The group, or the codes of a partition joined by a plus sign; empty for months. */
    code: text('code').notNull(),
    sinceRelease: integer('since_release').notNull(),
    untilRelease: integer('until_release').notNull().default(STILL_IN_FORCE),
  },
  (t) => [
    primaryKey({ name: 'rollups_pk', columns: [t.id] }),
    unique('rollups_are_made_once').on(t.indicatorId, t.axis, t.code, t.untilRelease),
    foreignKey({ name: 'rollups_indicator_fk', columns: [t.indicatorId], foreignColumns: [indicators.id] }),
    foreignKey({ name: 'rollups_since_fk', columns: [t.sinceRelease], foreignColumns: [releases.id] }),
    check('rollups_axis_is_known', sql`${t.axis} in ('area', 'origin', 'breakdown', 'months')`),
    check('rollups_are_in_force_a_while', sql`${t.untilRelease} > ${t.sinceRelease}`),
  ],
);

export const rollupRows = pgTable(
  'rollup_rows',
  {
    rollupId: integer('rollup_id').notNull(),
    /** 0 on the summed axis. */
    areaId: integer('area_id').notNull(),
    counterpartId: integer('counterpart_id').notNull(),
    breakdownId: integer('breakdown_id').notNull(),
    sourceId: integer('source_id').notNull(),
    basis: basis('basis').notNull(),
    definition: text('definition').notNull(),
    /** The six columns above as one text, which is the form that an answer needs. */
    place: text('place').notNull().generatedAlwaysAs(
      sql.raw(
        // A cast of an enumeration is not immutable to Postgres; the function of the migrations says that it is.
        `area_id::text || ' ' || counterpart_id::text || ' ' || breakdown_id::text || ' ' || source_id::text || ' ' || basis_text(basis) || ' ' || definition`,
      ),
    ),
    periodStart: date('period_start').notNull(),
    periodEnd: date('period_end').notNull(),
    /**
     * Whether months were used for its period: such years are separate from years with only printed figures.
     */
    ofMonths: boolean('of_months').notNull(),
    sinceRelease: integer('since_release').notNull(),
    untilRelease: integer('until_release').notNull().default(STILL_IN_FORCE),
    periodStatus: periodStatus('period_status').notNull(),
    words: integer('words').notNull(),
    value: doublePrecision('value'),
    low: doublePrecision('low'),
    high: doublePrecision('high'),
    kinds: integer('kinds').notNull(),
    numerator: doublePrecision('numerator'),
    denominator: doublePrecision('denominator'),
    editions: integer('editions').array().notNull(),
    notes: jsonb('notes'),
    count: integer('count').notNull(),
    areas: integer('areas').array(),
    origins: integer('origins').array(),
    breakdowns: integer('breakdowns').array(),
    unweighted: integer('unweighted').array(),
    weight: doublePrecision('weight'),
    weightExpected: doublePrecision('weight_expected'),
    span: jsonb('span'),
  },
  (t) => [
    // Ordered by the subject of the sum; questions narrow the rest of the key.
    primaryKey({
      name: 'rollup_rows_pk',
      columns: [
        t.rollupId,
        t.sourceId,
        t.basis,
        t.ofMonths,
        t.areaId,
        t.counterpartId,
        t.breakdownId,
        t.definition,
        t.periodStart,
        t.periodEnd,
        t.untilRelease,
      ],
    }),
    foreignKey({ name: 'rollup_rows_rollup_fk', columns: [t.rollupId], foreignColumns: [rollups.id] }),
    foreignKey({ name: 'rollup_rows_since_fk', columns: [t.sinceRelease], foreignColumns: [releases.id] }),
    check('rollup_rows_are_in_force_a_while', sql`${t.untilRelease} > ${t.sinceRelease}`),
  ],
);
