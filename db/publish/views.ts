/**
 * One plain view per indicator, with readable columns and only what is in force now: `indicator.homicide_rate`
 * is there for people who come with psql or a BI tool. With a DATABASE_SCHEMA of your own the views are in
 * `<schema>_indicator`, so that two installations can share a server.
 */
import { DEFAULT_SCHEMA, READER_ROLE } from '../connect.ts';
import type { Catalogue } from '../../stats/model/catalogue.ts';
import { hasParts } from '../schema/tables.ts';
import { STILL_IN_FORCE } from '../schema/validity.ts';
import type { Statements } from './catalogue.ts';

/** The schema of the views. @example viewSchema('cotejo') === 'indicator' */
export const viewSchema = (schema: string): string =>
  schema === DEFAULT_SCHEMA ? 'indicator' : `${schema}_indicator`;

export async function writeIndicatorViews(
  sql: Statements,
  schema: string,
  { indicators }: Catalogue,
): Promise<void> {
  const views = viewSchema(schema);
  await sql.unsafe(`create schema if not exists "${views}"`);
  for (const indicator of indicators) {
    const parts = hasParts(indicator.measure) ? 'numerator, denominator, ' : '';
    await sql.unsafe(
      `create or replace view "${views}"."${indicator.id.replaceAll('-', '_')}" as
       select area, area_name, counterpart, breakdown, definition, basis, period_start, period_end, period_status, qualifier,
         value, low, high, ${parts}gap, unit, source, edition, attributed_to, locator, printed, note
       from "${schema}".observations
       where indicator = '${indicator.id}' and measure = '${indicator.measure}' and until_release = ${STILL_IN_FORCE}`,
    );
  }
  const [reader] = await sql`select 1 from pg_roles where rolname = ${READER_ROLE}`;
  if (!reader) return;
  await sql.unsafe(`grant usage on schema "${views}" to ${READER_ROLE}`);
  await sql.unsafe(`grant select on all tables in schema "${views}" to ${READER_ROLE}`);
}
