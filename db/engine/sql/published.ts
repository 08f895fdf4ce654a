/** The branch of rows as their sources published them. */
import { TABLE_OF } from '../../schema/tables.ts';
import { kindBit, singleNote } from './aggregate.ts';
import type { BoundConditions, BranchContext } from './branch.ts';
import { partsOfRow } from './branch.ts';
import { withCtes } from './fragment.ts';
import { absent, selectList } from './result-columns.ts';
import { groupKeySql } from './row-encoding.ts';
import { axesFilter, rowsInForceSql } from './where.ts';

export function publishedBranch({ plan, bind, release }: BranchContext, conditions: BoundConditions): string {
  const groupKey = groupKeySql('published', ['s.area_id', 's.counterpart_id', 's.breakdown_id', 's.basis']);
  const { measure } = plan.indicator;
  const [numerator, denominator] = partsOfRow(plan);
  const columns = selectList({
    group_key: 's.group_key',
    area: 's.area_id',
    origin: 's.counterpart_id',
    breakdown: 's.breakdown_id',
    source_id: 's.source_id',
    basis: 's.basis',
    definition: 's.definition',
    period_start: 'f.period_start',
    period_end: 'f.period_end',
    period_status: 'f.period_status',
    words: 'hedge_bit(f.qualifier)',
    value: 'f.value',
    low: 'f.low',
    high: 'f.high',
    kinds: kindBit('f.interval_kind'),
    numerator,
    denominator,
    editions: 'array[f.edition_id]',
    notes: singleNote,
    count: '1',
    ...absent('areas', 'origins', 'breakdowns', 'unweighted', 'weight', 'weight_expected', 'span'),
    gap: 'f.gap::text',
    attributed_to: 'f.attributed_to',
    locator: 'f.locator',
    printed: 'f.printed',
  });
  const series = `select s.*, ${groupKey} as group_key from series s where ${conditions.series}${axesFilter(plan, bind)}`;
  return withCtes(
    [{ name: 'wanted_series', query: series, materialized: true }],
    `select ${columns}
from wanted_series s ${rowsInForceSql(TABLE_OF[measure], 'f', release, conditions.time('f'))}
left join notes n on n.id = f.note_id`,
  );
}
