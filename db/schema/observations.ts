/**
 * The five indicator tables, one per measure: rates (murder rates per 100,000), counts (apprehensions),
 * estimates (kidnapping estimates), shares (grant percentages), levels (a development index). Each has only the columns and checks that its
 * measure needs. The key (series, period, until) serves both reads and uniqueness: a row is in force in
 * release r if since_release <= r and until_release > r.
 */
import { sql } from 'drizzle-orm';
import type { PgTableExtraConfigValue, AnyPgColumn } from 'drizzle-orm/pg-core';
import {
  check,
  date,
  doublePrecision,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import { editions, notes } from './catalogue.ts';
import { basis, gap, intervalKind, measure, periodStatus, qualifier } from './codes.ts';
import { STILL_IN_FORCE } from './validity.ts';
import { releases } from './releases.ts';
import { series } from './series.ts';
import type { Measure } from '../../stats/model/measure.ts';

const columns = () => ({
  seriesId: integer('series_id').notNull(),
  periodStart: date('period_start').notNull(),
  periodEnd: date('period_end').notNull(),
  sinceRelease: integer('since_release').notNull(),
  untilRelease: integer('until_release').notNull().default(STILL_IN_FORCE),
  measure: measure('measure').notNull(),
  basis: basis('basis').notNull(),
  ofBasis: basis('of_basis'),
  periodStatus: periodStatus('period_status').notNull().default('stated'),
  qualifier: qualifier('qualifier').notNull().default('exact'),
  intervalKind: intervalKind('interval_kind').notNull().default('none'),
  gap: gap('gap'),
  value: doublePrecision('value'),
  /** Open ends are plus or minus infinity, never null: with null a sum would silently drop them. */
  low: doublePrecision('low'),
  high: doublePrecision('high'),
  editionId: integer('edition_id').notNull(),
  attributedTo: text('attributed_to'),
  locator: text('locator'),
  printed: text('printed'),
  noteId: integer('note_id'),
});

/** Rates and shares may have numerator and denominator; the ratio of sums is then exact. */
const parts = () => ({
  numerator: doublePrecision('numerator'),
  denominator: doublePrecision('denominator'),
});

const finite = (column: AnyPgColumn) => sql`(${column} > '-Infinity' and ${column} < 'Infinity')`;

type Columns = Record<keyof ReturnType<typeof columns>, AnyPgColumn>;

/** The ends of an interval are in order, and they are the ends that the qualifier requires. */
function endsAreSound(name: string, t: Columns): PgTableExtraConfigValue[] {
  return [
    check(
      `${name}_ends_are_ordered`,
      sql`(${t.low} is null) = (${t.high} is null) and (${t.low} is null) = (${t.intervalKind} = 'none')
        and (${t.low} is null or (${t.low} <= ${t.high} and ${t.low} < 'Infinity' and ${t.high} > '-Infinity'
        and (${t.value} is null or ${t.value} between ${t.low} and ${t.high})))`,
    ),
    check(
      `${name}_ends_fit_the_qualifier`,
      sql`${t.gap} is not null or case
        when ${t.qualifier} = 'exact' then ${t.value} is not null
        when ${t.qualifier} = 'about' then ${t.value} is not null or (${finite(t.low)} and ${finite(t.high)})
        when ${t.qualifier} in ('more-than', 'at-least', 'just-over')
          then ${t.value} is null and ${finite(t.low)} and ${t.high} = 'Infinity'
        when ${t.qualifier} in ('less-than', 'at-most')
          then ${t.value} is null and ${finite(t.high)} and ${t.low} in (0, '-Infinity')
        when ${t.qualifier} = 'nearly' then ${t.value} is null and ${finite(t.high)} and ${t.low} = '-Infinity'
        else ${t.value} is null and ${finite(t.low)} and ${finite(t.high)} end`,
    ),
  ];
}

/** The checks that every indicator table shares; `name` is the table's. */
function shared(name: string, kind: Measure, t: Columns): PgTableExtraConfigValue[] {
  return [
    primaryKey({ name: `${name}_pk`, columns: [t.seriesId, t.periodStart, t.periodEnd, t.untilRelease] }),
    foreignKey({
      name: `${name}_series_is_of_this_kind`,
      columns: [t.seriesId, t.measure, t.basis],
      foreignColumns: [series.id, series.measure, series.basis],
    }),
    foreignKey({ name: `${name}_since_fk`, columns: [t.sinceRelease], foreignColumns: [releases.id] }),
    foreignKey({ name: `${name}_edition_fk`, columns: [t.editionId], foreignColumns: [editions.id] }),
    foreignKey({ name: `${name}_note_fk`, columns: [t.noteId], foreignColumns: [notes.id] }),
    check(
      `${name}_are_${kind}s`,
      sql`${t.measure}${sql.raw(`${kind === 'level' ? '::text' : ''} = '${kind}'`)}`,
    ),
    check(`${name}_are_in_force_a_while`, sql`${t.untilRelease} > ${t.sinceRelease}`),
    // Aligned periods with a unique start cannot overlap. Fiscal years before FY1977 end in June, but in
    // September in releases before 1.2.0.
    check(
      `${name}_period_fits_its_basis`,
      sql`case ${t.basis}::text
        when 'calendar-year' then isfinite(${t.periodStart}) and extract(doy from ${t.periodStart}) = 1
          and ${t.periodEnd} = (${t.periodStart} + interval '1 year - 1 day')::date
        when 'us-fiscal-year' then isfinite(${t.periodStart}) and extract(day from ${t.periodStart}) = 1
          and ${t.periodEnd} = (${t.periodStart} + interval '1 year - 1 day')::date
          and (extract(month from ${t.periodStart}) = 10 or (extract(month from ${t.periodStart}) = 7 and ${t.periodEnd} < '1976-07-01'))
        when 'month' then isfinite(${t.periodStart}) and extract(day from ${t.periodStart}) = 1
          and ${t.periodEnd} = (${t.periodStart} + interval '1 month - 1 day')::date
        when 'quarter' then isfinite(${t.periodStart}) and extract(day from ${t.periodStart}) = 1
          and extract(month from ${t.periodStart}) in (1, 4, 7, 10) and ${t.periodEnd} = (${t.periodStart} + interval '3 months - 1 day')::date
        when 'half-year' then isfinite(${t.periodStart}) and extract(day from ${t.periodStart}) = 1
          and extract(month from ${t.periodStart}) in (1, 7) and ${t.periodEnd} = (${t.periodStart} + interval '6 months - 1 day')::date
        when 'day' then ${t.periodEnd} = ${t.periodStart} and isfinite(${t.periodStart})
        when 'since' then isfinite(${t.periodStart}) and ${t.periodEnd} = 'infinity'
        when 'cumulative' then isfinite(${t.periodEnd}) and ${t.periodStart} = '-infinity'
        when 'interval' then ${t.periodEnd} >= ${t.periodStart} and isfinite(${t.periodStart}) and isfinite(${t.periodEnd})
        else isfinite(${t.periodStart}) and (${t.periodEnd} = ${t.periodStart} or (extract(day from ${t.periodStart}) = 1
          and ${t.periodEnd} = (${t.periodStart} + interval '1 month - 1 day')::date)) end`,
    ),
    // The text form of a period has four digits for the year.
    check(
      `${name}_period_is_of_our_era`,
      sql`(${t.periodStart} = '-infinity' or ${t.periodStart} >= '0001-01-01')
        and (${t.periodEnd} = 'infinity' or ${t.periodEnd} <= '9999-12-31')`,
    ),
    check(`${name}_part_of_a_year_is_an_interval`, sql`${t.ofBasis} is null or ${t.basis} = 'interval'`),
    // A gap is an answer: a row has either a gap or a figure. A suppressed cell may keep its ends.
    check(
      `${name}_is_a_figure_or_a_gap`,
      sql`case when ${t.gap} is null then ${t.value} is not null or ${t.low} is not null
        when ${t.gap} = 'suppressed' then ${t.value} is null else num_nonnulls(${t.value}, ${t.low}, ${t.high}) = 0 end`,
    ),
    ...endsAreSound(name, t),
  ];
}

/** Not NaN, and far from overflow: a sum over all areas, weighted by population, must be a finite number. */
const numbersArePlain = (name: string, t: Columns): PgTableExtraConfigValue =>
  check(
    `${name}_are_plain_numbers`,
    sql`(${t.value} is null or ${t.value} between -1e30 and 1e30)
      and (${t.low} is null or ${t.low} = '-Infinity' or ${t.low} between -1e30 and 1e30)
      and (${t.high} is null or ${t.high} = 'Infinity' or ${t.high} between -1e30 and 1e30)`,
  );

const notNegative = (name: string, t: Columns): PgTableExtraConfigValue =>
  check(
    `${name}_are_not_negative`,
    sql`(${t.value} is null or ${t.value} >= 0) and (${t.low} is null or ${t.low} >= 0 or ${t.low} = '-Infinity')
    and (${t.high} is null or ${t.high} >= 0)`,
  );

const partsAgree = (
  name: string,
  per: string,
  t: Columns & { numerator: AnyPgColumn; denominator: AnyPgColumn },
) =>
  check(
    `${name}_parts_give_the_value`,
    sql`(${t.numerator} is null) = (${t.denominator} is null) and (${t.numerator} is null or (${t.numerator} between 0 and 1e30
      and ${t.denominator} > 0 and ${t.denominator} <= 1e30 ${sql.raw(per)}))`,
  );

export const rates = pgTable('rates', { ...columns(), ...parts() }, (t) => [
  ...shared('rates', 'rate', t),
  numbersArePlain('rates', t),
  notNegative('rates', t),
  partsAgree('rates', '', t),
]);

/** A net flow, such as net migration, may be negative: the sign is checked for each indicator, where its source is read. */
export const counts = pgTable('counts', columns(), (t) => [
  ...shared('counts', 'count', t),
  numbersArePlain('counts', t),
]);

/** Changes in percent may be negative: the sign is checked for each indicator, where its source is read. */
export const estimates = pgTable('estimates', columns(), (t) => [
  ...shared('estimates', 'estimate', t),
  numbersArePlain('estimates', t),
]);

/** A temperature or a balance may be negative. */
export const levels = pgTable('levels', columns(), (t) => [
  ...shared('levels', 'level', t),
  numbersArePlain('levels', t),
]);

export const shares = pgTable('shares', { ...columns(), ...parts() }, (t) => [
  ...shared('shares', 'share', t),
  notNegative('shares', t),
  check(
    'shares_lie_between_0_and_1',
    sql`(${t.value} is null or ${t.value} <= 1) and (${t.low} is null or ${t.low} <= 1) and (${t.high} is null or ${t.high} <= 1 or ${t.high} = 'Infinity')`,
  ),
  partsAgree(
    'shares',
    'and ("shares"."value" is null or abs("shares"."value" - "shares"."numerator" / "shares"."denominator") < 1e-9)',
    t,
  ),
]);
