/**
 * Writes the rows of rollups: into a temporary table first, then exchanged for those in force. Their columns
 * are declared in `db/engine/sql/result-columns.ts`.
 */
import type { Plan } from '../engine/plan/plan.ts';
import { SUM_COLUMNS, type SumColumn } from '../engine/sql/result-columns.ts';
import type { ReleaseIndex, RollupAxis } from '../releases.ts';
import type { rollupRows } from '../schema/rollups.ts';
import { STILL_IN_FORCE } from '../schema/validity.ts';
import type { Statements } from './catalogue.ts';

/** The columns of `rollup_rows`, by their names in the database. */
type TableColumns = (typeof rollupRows)['_']['columns'];
type RollupColumn = TableColumns[keyof TableColumns]['_']['name'];

/**
 * The columns that identify a sum, without the release, then its values. The compiler checks that the table
 * has them all.
 */
const KEY = [
  'rollup_id',
  'source_id',
  'basis',
  'of_months',
  'area_id',
  'counterpart_id',
  'breakdown_id',
  'definition',
  'period_start',
  'period_end',
] as const satisfies readonly RollupColumn[];
const VALUES: readonly (SumColumn & RollupColumn)[] = SUM_COLUMNS;

/** The temporary tables: new rows, and the rollups of this release. They end with the transaction. */
export async function createRollupTables(sql: Statements): Promise<void> {
  await sql.unsafe(
    `create temp table new_rollup_rows (like rollup_rows including defaults including generated) on commit drop`,
  );
  await sql.unsafe(
    `create temp table rollup_targets (indicator_id int, axis text, code text, id int) on commit drop`,
  );
}

/** Rollups of this release, with the id of each rollup that is already in force. */
export async function claimRollups(
  sql: Statements,
  plan: Plan,
  axis: RollupAxis,
  codes: readonly string[],
  index: ReleaseIndex,
): Promise<void> {
  const indicator = index.indicators.idOf.get(plan.indicator.id) ?? 0;
  await sql.unsafe(
    `insert into rollups (indicator_id, axis, code, since_release)
     select $1, $2, n.code, $4 from unnest($3::text[]) as n(code)
     where not exists (select from rollups o where (o.indicator_id, o.axis, o.code, o.until_release) = ($1, $2, n.code, ${STILL_IN_FORCE}))`,
    [indicator, axis, codes as string[], index.point.product],
  );
  await sql.unsafe(
    `insert into rollup_targets select o.indicator_id, o.axis, o.code, o.id from rollups o
     where (o.indicator_id, o.axis, o.until_release) = ($1, $2, ${STILL_IN_FORCE}) and o.code = any($3)`,
    [indicator, axis, codes as string[]],
  );
}

/** The kind of rows in a branch: sums over an axis, in the order of its codes. */
interface RollupsOfBranch {
  readonly plan: Plan;
  readonly axis: RollupAxis;
  readonly codes: readonly string[];
  readonly index: ReleaseIndex;
  readonly ofMonths: boolean;
}

/** Rows of a branch, under the rollup of their target. */
export async function storeRows(
  sql: Statements,
  rows: string,
  values: unknown[],
  { plan, axis, codes, index, ofMonths }: RollupsOfBranch,
): Promise<void> {
  // The code on the summed axis is the rollup's own.
  const keyOn = (name: RollupAxis): string => (name === axis ? '0' : `q.${name}`);
  const code = axis === 'months' ? `''` : `($${values.push(codes)}::text[])[q.${axis} + 1]`;
  const indicator = `$${values.push(index.indicators.idOf.get(plan.indicator.id) ?? 0)}::int`;
  const key: Record<(typeof KEY)[number], string> = {
    rollup_id: 't.id',
    source_id: 'q.source_id',
    basis: 'q.basis',
    of_months: String(ofMonths),
    area_id: keyOn('area'),
    counterpart_id: keyOn('origin'),
    breakdown_id: keyOn('breakdown'),
    definition: 'q.definition',
    period_start: 'q.period_start',
    period_end: 'q.period_end',
  };
  await sql.unsafe(
    `insert into new_rollup_rows (${[...KEY, 'since_release', ...VALUES].join(', ')})
     select ${KEY.map((name) => key[name]).join(', ')}, ${index.point.product}, ${VALUES.map(storedValue).join(', ')}
     from (${rows}) q join rollup_targets t on t.indicator_id = ${indicator} and t.axis = '${axis}' and t.code = ${code}`,
    values as never[],
  );
}

/** A value in the form in which a rollup stores it: sets are stored in a fixed order. */
function storedValue(name: SumColumn): string {
  if (name === 'editions') return 'array(select distinct unnest(q.editions) order by 1)';
  if (name === 'unweighted')
    return '(select array_agg(distinct area order by area) from unnest(q.unweighted) area)';
  return `q.${name}`;
}

/** Whose rollups were made again: every one of some indicators, and those of some groups. */
interface RemadeRollups {
  readonly indicators: readonly number[];
  readonly groups: readonly string[];
}

/**
 * Closes rows that changed and inserts new rows, of the rollups that were made again.
 * @returns how many rows were added
 */
export async function exchangeRollups(
  sql: Statements,
  release: number,
  { indicators, groups }: RemadeRollups,
): Promise<number> {
  const remade = `select id from rollups where indicator_id = any($1) or (axis in ('area', 'origin') and code = any($2))`;
  const columns = (alias: string, names: readonly string[]): string =>
    names.map((name) => `${alias}.${name}`).join(', ');
  const same = `(${columns('n', KEY)}) = (${columns('o', KEY)}) and (${columns('n', VALUES)}) is not distinct from (${columns('o', VALUES)})`;
  await sql.unsafe(`analyze new_rollup_rows`);
  await sql.unsafe(
    `update rollup_rows o set until_release = ${release}
     where o.until_release = ${STILL_IN_FORCE} and o.rollup_id in (${remade})
       and not exists (select from new_rollup_rows n where ${same})`,
    [indicators as number[], groups as string[]],
  );
  await sql.unsafe(
    `update rollups o set until_release = ${release}
     where o.until_release = ${STILL_IN_FORCE} and o.since_release < ${release} and o.id in (${remade})
       and not exists (select from rollup_targets t where t.id = o.id)`,
    [indicators as number[], groups as string[]],
  );
  // In the order in which they are read.
  const { count } = await sql.unsafe(
    `insert into rollup_rows (${[...KEY, 'since_release', ...VALUES].join(', ')})
     select ${columns('n', KEY)}, ${release}, ${columns('n', VALUES)} from new_rollup_rows n
     where not exists (select from rollup_rows o where o.until_release = ${STILL_IN_FORCE} and ${same})
     order by ${columns('n', KEY)}`,
  );
  await sql.unsafe(`drop table new_rollup_rows; drop table rollup_targets`);
  if (count > 0) await sql.unsafe(`analyze rollups; analyze rollup_rows`);
  return count;
}
