/**
 * The years for which every series of a release has figures: what can be compared, and what is on file, before anything
 * is read. Gaps do not count. Periods that are no year have the year of their last day.
 */
import type { SeriesKey } from '../stats/model/observation.ts';
import type { Sql } from './connect.ts';
import type { ReleaseIndex } from './releases.ts';
import { TABLE_OF } from './schema/tables.ts';
import { inForce, ownLast, pointParameters } from './schema/validity.ts';

/** A series with the years in which it has figures, in order. */
export interface SeriesYears extends SeriesKey {
  readonly years: readonly number[];
  /** For months: the years of which all twelve are on file. */
  readonly wholeYears: readonly number[];
}

/** Every series with figures, in one statement. */
export async function readYearsOnFile(sql: Sql, index: ReleaseIndex): Promise<SeriesYears[]> {
  const { release, values } = pointParameters(index.point, 0);
  const rows = Object.values(TABLE_OF)
    .map(
      (table) =>
        `select f.series_id, f.period_end from ${table} f where f.gap is null and ${inForce('f', release)} and isfinite(f.period_end)`,
    )
    .join(' union all ');
  const series = await sql.unsafe<SeriesYears[]>(
    `select i.slug as indicator, a.code as area, c.code as counterpart, b.code as breakdown, s.definition, o.slug as source,
       s.basis, t.years, coalesce(t.whole, '{}') as "wholeYears"
     from (select series_id, array_agg(year order by year) as years, array_agg(year order by year) filter (where n = 12) as whole
       from (select series_id, extract(year from period_end)::int as year, count(*) as n from (${rows}) u group by 1, 2) v
       group by 1) t
     join series s on s.id = t.series_id
     join indicators i on i.id = s.indicator_id join areas a on a.id = s.area_id join areas c on c.id = s.counterpart_id
     join breakdowns b on b.id = s.breakdown_id join sources o on o.id = s.source_id order by ${ownLast('o')}, s.id`,
    [...values],
    { prepare: true },
  );
  const known = new Set(index.catalogue.indicators.map(({ id }) => id));
  return series.filter(({ indicator }) => known.has(indicator));
}
