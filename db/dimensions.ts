/** The data on file for an indicator in a release: every series with its number of rows and its span. */
import type { Basis } from '../stats/time/period.ts';
import type { Sql } from './connect.ts';
import { TABLE_OF } from './schema/tables.ts';
import { inForce, ownLast, pointParameters } from './schema/validity.ts';
import type { ReleaseIndex } from './releases.ts';

export interface SeriesOnFile {
  readonly area: string;
  readonly counterpart: string;
  readonly breakdown: string;
  readonly definition: string;
  readonly source: string;
  readonly basis: Basis;
  readonly rows: number;
  /** First and last days of the periods, in order; `-infinity` and `infinity` where unknown or open. */
  readonly starts: readonly string[];
  readonly ends: readonly string[];
}

/** Every series of an indicator that has rows in force, in the order of its key. */
export async function readSeriesOnFile(
  sql: Sql,
  index: ReleaseIndex,
  indicator: string,
): Promise<SeriesOnFile[]> {
  const measure = index.catalogue.indicators.find((entry) => entry.id === indicator)?.measure;
  if (!measure) return [];
  const { release, values } = pointParameters(index.point, 1);
  return sql.unsafe<SeriesOnFile[]>(
    `select a.code as area, c.code as counterpart, b.code as breakdown, s.definition, o.slug as source, s.basis,
       count(*)::int as rows, array_agg(f.period_start::text order by f.period_end, f.period_start) as starts,
       array_agg(f.period_end::text order by f.period_end, f.period_start) as ends
     from series s join ${TABLE_OF[measure]} f on f.series_id = s.id and ${inForce('f', release)}
     join areas a on a.id = s.area_id join areas c on c.id = s.counterpart_id join breakdowns b on b.id = s.breakdown_id
     join sources o on o.id = s.source_id
     where s.indicator_id = $1 group by s.id, a.code, c.code, b.code, o.slug order by ${ownLast('o')}, s.id`,
    [index.indicators.idOf.get(indicator) ?? 0, ...values],
    { prepare: true },
  );
}
