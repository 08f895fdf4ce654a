/** What each source has figures for in an indicator of a release: periods, areas, origins and breakdowns. */
import type { CoveredBasis } from '../stats/sources/missing.ts';
import type { Sql } from './connect.ts';
import { TABLE_OF } from './schema/tables.ts';
import { inForce, pointParameters } from './schema/validity.ts';
import type { ReleaseIndex } from './releases.ts';

/** The coverage of each source and basis. Rows that say why there is no figure do not count. */
export async function readCoverage(
  sql: Sql,
  index: ReleaseIndex,
  indicator: string,
): Promise<CoveredBasis[]> {
  const measure = index.catalogue.indicators.find((entry) => entry.id === indicator)?.measure;
  if (!measure) return [];
  const { release, values } = pointParameters(index.point, 1);
  return sql.unsafe<CoveredBasis[]>(
    `select o.slug as source, s.basis, array_agg(distinct a.code) as areas, array_agg(distinct c.code) as counterparts,
       array_agg(distinct b.code) as breakdowns,
       coalesce(array_agg(distinct f.period_start::text) filter (where isfinite(f.period_start)), '{}') as starts
     from series s join ${TABLE_OF[measure]} f on f.series_id = s.id and ${inForce('f', release)} and f.gap is null
     join areas a on a.id = s.area_id join areas c on c.id = s.counterpart_id join breakdowns b on b.id = s.breakdown_id
     join sources o on o.id = s.source_id
     where s.indicator_id = $1 group by o.slug, s.basis order by o.slug, s.basis`,
    [index.indicators.idOf.get(indicator) ?? 0, ...values],
    { prepare: true },
  );
}
