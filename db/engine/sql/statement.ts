/**
 * A plan as one SQL statement. Series are resolved first (few), then index ranges of one indicator table are
 * read, and members are combined before anything leaves Postgres. Published rows and combined ones come in
 * one result with the same columns; what combined sums mean is decided in `stats/aggregate/combine.ts`.
 */
import { onlyEnd } from '../../../stats/time/time-range.ts';
import { YEAR_BASES, type Basis } from '../../../stats/time/period.ts';
import { TABLE_OF } from '../../publish/rows.ts';
import type { ReleaseIndex } from '../../releases.ts';
import { combinedRows } from './members.ts';
import { hasParts, kindBit, rowsInForceSql, type Shared } from './result-columns.ts';
import { axesFilter, binder, seriesFilter, timeFilter } from './where.ts';
import { combines, type Plan } from '../plan/plan.ts';
import { rolledMonths, rolledRows, rolledTargets, type Rolled } from './rollup.ts';
import { summedBases, type SummedBasis } from '../plan/periods.ts';
import { summedRows } from './months.ts';
import { groupKeySql, encodeRows } from '../decode/row-encoding.ts';

export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/** Where no branch has anything to say. */
const NOTHING = 'select where false';

/** `before` are the parameters of a statement that this one becomes a part of: they come first, and its own after them. */
export function statementOf(plan: Plan, index: ReleaseIndex, before: unknown[] = []): Statement {
  const { bind, parameters } = binder(before);
  const release = bind(index.id, 'int');
  const summed = summedBases(plan, index.catalogue);
  const shared = { plan, index, bind, release };
  // Bound where a branch needs them: a parameter that no branch names has no type.
  const of = (bases: readonly Basis[]): Shared => ({
    ...shared,
    filter: seriesFilter(plan, index, bind, bases),
    time: timeFilter(plan, bind),
  });
  // Members of a period that may be made of months are combined where the months are added up.
  const rest = plan.query.basis.filter((basis) => !summed.some((one) => one.basis === basis));
  const combined = rest.length > 0 && combines(plan);
  const published = everyAxisHasSingles(plan);
  const asked = published ? of(plan.query.basis) : null;
  const rolled = rolledTargets(plan, index);
  const branches = [
    asked ? publishedRows(asked) : '',
    combined && rolled ? rolledRows(shared, rolled, rest, false) : '',
    combined && !rolled ? combinedRows(asked && summed.length === 0 ? asked : of(rest)) : '',
    ...summedBranches(shared, summed, rolled),
  ].filter(Boolean);
  const only = onlyEnd(plan.query.time);
  const rows = branches.length > 0 ? encodeRows(branches.join('\nunion all\n')) : NOTHING;
  const text = only
    ? `with r as (${rows}) select * from r
where period_end = (select coalesce(${only === 'latest' ? 'max' : 'min'}(period_end) filter (where isfinite(period_end)), 'infinity') from r)`
    : rows;
  return { text, parameters };
}

/** Several plans as one statement; where there is more than one, `part` tells whose a row is. */
export function joinedStatement(plans: readonly Plan[], index: ReleaseIndex): Statement {
  const parameters: unknown[] = [];
  const texts = plans.map((plan) => statementOf(plan, index, parameters).text);
  const parts = texts.flatMap((text, i) =>
    text === NOTHING ? [] : [`select answer.*, ${i} as part from (${text}) answer`],
  );
  const text = texts.length === 1 ? texts[0] : parts.join('\nunion all\n');
  return { text: text || NOTHING, parameters };
}

/** Periods made of months: as they were added up when the release was published, or now. */
function summedBranches(
  shared: Omit<Shared, 'filter' | 'time'>,
  summed: readonly SummedBasis[],
  rolled: Rolled | null,
): string[] {
  if (summed.length === 0) return [];
  const { plan, index } = shared;
  const bases = summed.map((one) => one.basis);
  const isCombining = combines(plan);
  const months = rolledMonths(plan, index);
  const alone = everyAxisHasSingles(plan);
  // No interval is rolled up: there are too many of them. And years all are, or none is.
  const isRolled =
    bases.every((basis) => YEAR_BASES.includes(basis)) && (!isCombining || rolled) && (!alone || months);
  if (!isRolled) return [summedRows(shared, summed)];
  return [
    isCombining && rolled ? rolledRows(shared, rolled, bases, true) : '',
    alone && months ? rolledRows(shared, months, bases, true) : '',
  ];
}

const everyAxisHasSingles = (plan: Plan): boolean =>
  [plan.areas, plan.origins, plan.breakdowns].every(
    (axis) => axis === null || axis.some((one) => !one.combined),
  );

/** Rows as their sources published them. */
function publishedRows({ plan, bind, release, filter, time }: Shared): string {
  const parts = hasParts(plan)
    ? 'f.numerator, f.denominator'
    : 'null::float8 as numerator, null::float8 as denominator';
  return `(with s as materialized (select s.*, ${groupKeySql('published', ['s.area_id', 's.counterpart_id', 's.breakdown_id', 's.basis'])} as place
  from series s where ${filter}${axesFilter(plan, bind)})
select s.place, s.area_id as area, s.counterpart_id as origin, s.breakdown_id as breakdown, s.source_id, s.basis, s.definition,
  f.period_start, f.period_end, f.period_status, hedge_bit(f.qualifier) as words, f.value, f.low, f.high,
  ${kindBit('f.interval_kind')} as kinds, ${parts}, f.gap::text as gap,
  array[f.edition_id] as editions, f.attributed_to, f.locator, f.printed,
  case when n.id is not null then jsonb_build_array(jsonb_build_object('en', n.en, 'es', n.es, 'mandatory', n.mandatory)) end as notes,
  1 as count, null::int[] as areas, null::int[] as origins, null::int[] as breakdowns, null::int[] as unweighted,
  null::float8 as weight, null::float8 as weight_expected, null::jsonb as span
from s ${rowsInForceSql(TABLE_OF[plan.indicator.measure], 'f', release, time)}
left join notes n on n.id = f.note_id)`;
}
