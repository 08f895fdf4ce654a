/**
 * A branch that finds the last period on file of the codes that a query names: a reader who gets no figure
 * for 2023 learns that there is one for 2022. One row per combination of the named codes, or several if
 * several series end on the same day.
 */
import { stepOf } from '../../../stats/query/time-bases.ts';
import { boundsOf } from '../../../stats/time/time-range.ts';
import type { Basis } from '../../../stats/time/period.ts';
import { TABLE_OF } from '../../schema/tables.ts';
import { inForce } from '../../schema/validity.ts';
import { namesCodes } from '../plan/named.ts';
import { joinAxes } from './axis.ts';
import type { BranchContext } from './branch.ts';
import { withCtes } from './fragment.ts';
import { absent, columnsOf, selectList } from './result-columns.ts';
import { groupKeySql } from './row-encoding.ts';
import { seriesFilter } from './where.ts';

/** The day on which a row's period ends, or starts if it has no end. */
const day = (alias: string): string =>
  `case when isfinite(${alias}.period_end) then ${alias}.period_end else ${alias}.period_start end`;

/** The columns of the answer; a row only names its series and the period. */
const COLUMNS = selectList({
  group_key: groupKeySql('on-file', ['s.area_target', 's.origin_target', 's.breakdown_target', 's.basis']),
  area: 's.area_target',
  origin: 's.origin_target',
  breakdown: 's.breakdown_target',
  ...columnsOf('s', ['source_id', 'basis', 'definition', 'period_start', 'period_end', 'period_status']),
  ...absent('value', 'low', 'high', 'numerator', 'denominator', 'notes', 'areas', 'origins', 'breakdowns'),
  ...absent('unweighted', 'weight', 'weight_expected', 'span', 'gap', 'attributed_to', 'locator', 'printed'),
  words: '0',
  kinds: '0',
  editions: `'{}'::int[]`,
  count: '0',
});

/** Empty if no codes are named, or if the time has no bounds: the answer then contains everything on file. */
export function lastOnFileBranch(
  { plan, index, bind, release }: BranchContext,
  ofMonths: readonly Basis[],
): string {
  const { query, indicator } = plan;
  const bounds = Object.values(boundsOf(query.time));
  if (!namesCodes(query) || bounds.every((bound) => bound === null)) return '';
  const axes = joinAxes(plan, bind);
  const steps: readonly Basis[] = ofMonths.length > 0 ? [stepOf(indicator) ?? 'month'] : [];
  const bases = [...new Set([...query.basis, ...steps])];
  const targets = `${axes.area.target} as area_target, ${axes.origin.target} as origin_target, ${axes.breakdown.target} as breakdown_target`;
  const named = [
    ...(query.country.length + query.group.length > 0 ? ['s.area_target'] : []),
    ...(query.origin.length > 0 ? ['s.origin_target'] : []),
    ...(query.breakdown.length > 0 ? ['s.breakdown_target'] : []),
    ...(query.definition.length > 0 ? ['s.definition'] : []),
    ...(query.source.length > 0 ? ['s.source_id'] : []),
  ];
  return withCtes(
    [
      {
        name: 'named_series',
        query: `select s.id, s.source_id, s.basis, s.definition, ${targets}
from series s${axes.all.map((axis) => axis.join).join('')} where ${seriesFilter(plan, index, bind, bases)}`,
        materialized: true,
      },
      {
        name: 'last_rows',
        query: `select s.*, f.period_start, f.period_end, f.period_status,
  rank() over (partition by ${named.join(', ')} order by ${day('f')} desc) as place
from named_series s cross join lateral (
  select f.period_start, f.period_end, f.period_status from ${TABLE_OF[indicator.measure]} f
  where f.series_id = s.id and ${inForce('f', release)} and f.gap is null order by ${day('f')} desc limit 1) f`,
      },
    ],
    `select ${COLUMNS}
from last_rows s where s.place = 1`,
  );
}
