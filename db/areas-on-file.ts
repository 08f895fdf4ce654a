/**
 * What is on file for areas, over all indicators of a release: the series that have an area as their area or as their
 * counterpart, and how many indicators each area has on the two axes. Rows that are gaps do not count.
 */
import type { SeriesKey } from '../stats/model/observation.ts';
import type { Sql } from './connect.ts';
import type { ReleaseIndex } from './releases.ts';
import { TABLE_OF } from './schema/tables.ts';
import { inForce, ownLast, pointParameters, type ReleasePoint } from './schema/validity.ts';

/** A series with figures: how many, and the last day of the latest, `infinity` if it is open. */
export interface FiguresOnFile extends SeriesKey {
  readonly figures: number;
  readonly last: string;
}

/** An area with the number of indicators that have figures for it. */
export interface AreaCount {
  readonly code: string;
  /** With the area as their area: where it happened. */
  readonly asArea: number;
  /** With the area as their counterpart: where people come from. */
  readonly asOrigin: number;
}

/** The figures of a series `s` in force in a release, by the table of its measure. */
const figuresOf = (columns: string, release: ReleasePoint<string>): string =>
  Object.entries(TABLE_OF)
    .map(
      ([measure, table]) =>
        `select ${columns} from ${table} f where s.measure = '${measure}' and f.series_id = s.id and f.gap is null and ${inForce('f', release)}`,
    )
    .join(' union all ');

/** Every series with figures that has one of these areas on either axis, in one statement. */
export async function readFiguresOnFile(
  sql: Sql,
  index: ReleaseIndex,
  areas: readonly string[],
): Promise<FiguresOnFile[]> {
  const ids = areas.flatMap((code) => index.areas.idOf.get(code) ?? []);
  const { release, values } = pointParameters(index.point, 1);
  const series = await sql.unsafe<FiguresOnFile[]>(
    `select i.slug as indicator, a.code as area, c.code as counterpart, b.code as breakdown, s.definition, o.slug as source,
       s.basis, t.figures, t.last
     from series s
     cross join lateral (select count(*)::int as figures, max(u.period_end)::text as last
       from (${figuresOf('f.period_end', release)}) u) t
     join indicators i on i.id = s.indicator_id join areas a on a.id = s.area_id join areas c on c.id = s.counterpart_id
     join breakdowns b on b.id = s.breakdown_id join sources o on o.id = s.source_id
     where (s.area_id = any($1) or s.counterpart_id = any($1)) and t.figures > 0 order by ${ownLast('o')}, s.id`,
    [ids, ...values],
    { prepare: true },
  );
  // Codes of earlier releases may still have series.
  const known = new Set(index.catalogue.indicators.map(({ id }) => id));
  return series.filter(({ indicator }) => known.has(indicator));
}

/** The number of indicators of every area that has figures, in one statement. */
export async function readAreaCounts(sql: Sql, index: ReleaseIndex): Promise<AreaCount[]> {
  const ids = index.catalogue.indicators.flatMap(({ id }) => index.indicators.idOf.get(id) ?? []);
  const { release, values } = pointParameters(index.point, 1);
  return sql.unsafe<AreaCount[]>(
    `with with_figures as (select s.indicator_id, s.area_id, s.counterpart_id from series s
       where s.indicator_id = any($1) and exists (${figuresOf('1', release)})),
     on_axes as (select area_id as id, indicator_id as as_area, null::int as as_origin from with_figures
       union all select counterpart_id, null, indicator_id from with_figures)
     select a.code, count(distinct as_area)::int as "asArea", count(distinct as_origin)::int as "asOrigin"
     from on_axes join areas a on a.id = on_axes.id group by a.id, a.code order by a.id`,
    [ids, ...values],
    { prepare: true },
  );
}
