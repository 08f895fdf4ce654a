/**
 * The changes between two releases, from the validity ranges of rows: one statement that reads only the rows
 * that were retired or added between the two.
 */
import { storedPeriod } from '../stats/time/stored-period.ts';
import { floorOf, type Qualifier } from '../stats/uncertainty/hedge.ts';
import { statedOfStored } from '../stats/uncertainty/stored-figure.ts';
import type { StoredGap } from '../stats/model/gap.ts';
import { MEASURES, type Measure } from '../stats/model/measure.ts';
import type { Basis } from '../stats/time/period.ts';
import {
  NO_REVISION,
  type RevisedFigure,
  type Revision,
  type RevisionCounts,
  type RevisionKind,
} from '../stats/evidence/revision.ts';
import type { Sql } from './connect.ts';
import { hasParts, TABLE_OF } from './schema/tables.ts';
import { bindPoint, inForce, ownLast, type ReleasePoint } from './schema/validity.ts';
import type { ReleaseIndex } from './releases.ts';

/** The columns of a figure; two rows with the same values in them state the same figure. */
const FIGURE = ['of_basis', 'period_status', 'qualifier', 'value', 'low', 'high', 'interval_kind', 'gap'];
const SHOWN = [
  'qualifier',
  'value',
  'low',
  'high',
  'gap',
  'numerator',
  'denominator',
  'edition_id',
  'period_start',
  'period_end',
];

const figureOf = (measure: Measure): readonly string[] =>
  hasParts(measure) ? [...FIGURE, 'numerator', 'denominator'] : FIGURE;

/** Collects the parameters of a statement. */
function collected() {
  const parameters: (number | string | null)[] = [];
  const bind = (value: number | string | null, type: 'int' | 'text'): string =>
    `$${parameters.push(value)}::${type}`;
  return { bind, parameters };
}

type Points = readonly [from: ReleasePoint<string>, to: ReleasePoint<string>];

/** Rows of a table that differ between two releases, in both states. */
function changed(measure: Measure, where: string, [from, to]: Points): string {
  const figure = (side: string): string =>
    `(${['period_start', 'period_end', ...figureOf(measure)]
      .map((column) => `${side}.${column}`)
      .join(', ')})`;
  // A fiscal year is named for the year in which it ends, whatever its days.
  const named = (column: string): string =>
    `case when f.basis = 'us-fiscal-year' then date_trunc('year', f.period_end::timestamp)::date else f.${column} end`;
  const table = `select f.*, ${named('period_start')} as named_start, ${named('period_end')} as named_end from ${TABLE_OF[measure]} f ${where}`;
  const shown = SHOWN.map((column) => {
    const absent = !hasParts(measure) && (column === 'numerator' || column === 'denominator');
    const of = (side: string): string => (absent ? 'null::float8' : `${side}.${column}`);
    return `${of('was')} as was_${column}, ${of('now')} as is_${column}`;
  });
  return `
    select series_id, coalesce(now.period_start, was.period_start) as period_start,
      coalesce(now.period_end, was.period_end) as period_end, ${shown.join(', ')},
      case when was.since_release is null then 'added' when now.since_release is null then 'removed'
        when ${figure('was')} is distinct from ${figure('now')} then 'revised' else 'confirmed' end as kind
    from (${table} ${inForce('f', from)} and not (${inForce('f', to)})) was
    full join (${table} ${inForce('f', to)} and not (${inForce('f', from)})) now
      using (series_id, named_start, named_end)`;
}

/** Days are read as text, because unknown ones are infinite. */
const shownColumn = (name: string): string => (name.includes('period') ? `v.${name}::text` : `v.${name}`);

interface Row {
  area: string;
  counterpart: string;
  breakdown: string;
  definition: string;
  source: string;
  basis: Basis;
  period_start: string;
  period_end: string;
  kind: RevisionKind;
  [column: `${'was' | 'is'}_${string}`]: unknown;
}

/**
 * The rows of an indicator that changed from one release to a later one: removed and revised rows first, then
 * in the order of series and periods. At most `most`; with `area`, only rows of that area or origin.
 */
export async function readRevisions(
  sql: Sql,
  from: ReleaseIndex,
  to: ReleaseIndex,
  indicator: string,
  most: number,
  area: string | null = null,
): Promise<Revision[]> {
  const entry = from.catalogue.indicators.concat(to.catalogue.indicators).find(({ id }) => id === indicator);
  if (!entry) return [];
  const { bind, parameters } = collected();
  const points: Points = [bindPoint(bind, from.point), bindPoint(bind, to.point)];
  const id = bind(to.indicators.idOf.get(indicator) ?? from.indicators.idOf.get(indicator) ?? 0, 'int');
  const where = `join series s on s.id = f.series_id where s.indicator_id = ${id} and`;
  const named = bind(area, 'text');
  const rows = await sql.unsafe<Row[]>(
    `select a.code as area, c.code as counterpart, b.code as breakdown, s.definition, o.slug as source, s.basis,
       v.period_start::text, v.period_end::text, v.kind,
       ${SHOWN.flatMap((column) => ['was', 'is'].map((side) => shownColumn(`${side}_${column}`))).join(', ')}
     from (${changed(entry.measure, where, points)}) v
     join series s on s.id = v.series_id join areas a on a.id = s.area_id join areas c on c.id = s.counterpart_id
     join breakdowns b on b.id = s.breakdown_id join sources o on o.id = s.source_id
     where ${named} is null or a.code = ${named} or c.code = ${named}
     order by v.kind = 'confirmed', v.kind = 'added', ${ownLast('o')}, v.series_id, v.period_start, v.period_end
     limit ${bind(most, 'int')}`,
    parameters,
    { prepare: true },
  );
  const floor = floorOf(entry.signed);
  return rows.map((row) => ({
    kind: row.kind,
    indicator,
    source: row.source,
    area: row.area,
    counterpart: row.counterpart,
    breakdown: row.breakdown,
    definition: row.definition,
    basis: row.basis,
    period: storedPeriod(row.basis, row.period_start, row.period_end),
    was: row.kind === 'added' ? null : figureIn(row, 'was', from, floor),
    is: row.kind === 'removed' ? null : figureIn(row, 'is', to, floor),
  }));
}

function figureIn(row: Row, side: 'was' | 'is', index: ReleaseIndex, floor: number): RevisedFigure {
  const number = (column: string): number | null => row[`${side}_${column}`] as number | null;
  const [value, low, high] = [number('value'), number('low'), number('high')];
  const words = new Set([row[`${side}_qualifier`] as Qualifier]);
  const gap = row[`${side}_gap`] as StoredGap | null;
  return {
    stated: statedOfStored({ words, value, low, high, isGap: gap !== null }, floor).stated,
    gap,
    numerator: number('numerator'),
    denominator: number('denominator'),
    edition: index.editions.codeOf.get(number('edition_id') ?? 0) ?? '',
    period: storedPeriod(
      row.basis,
      row[`${side}_period_start`] as string,
      row[`${side}_period_end`] as string,
    ),
  };
}

/** How many rows changed from one release to a later one, in all indicators or in one. */
export async function countRevisions(
  sql: Sql,
  from: ReleaseIndex,
  to: ReleaseIndex,
  indicator: string | null = null,
): Promise<RevisionCounts> {
  const { bind, parameters } = collected();
  const points: Points = [bindPoint(bind, from.point), bindPoint(bind, to.point)];
  const entry = to.catalogue.indicators.concat(from.catalogue.indicators).find(({ id }) => id === indicator);
  const measures = indicator === null ? MEASURES : entry ? [entry.measure] : [];
  if (measures.length === 0) return NO_REVISION;
  const where = entry
    ? `join series s on s.id = f.series_id where s.indicator_id = ${bind(to.indicators.idOf.get(entry.id) ?? 0, 'int')} and`
    : 'where';
  const all = measures
    .map((measure) => `select kind from (${changed(measure, where, points)}) v`)
    .join(' union all ');
  const rows = await sql.unsafe<{ kind: RevisionKind; count: number }[]>(
    `select kind, count(*) as count from (${all}) v group by kind`,
    parameters,
    { prepare: true },
  );
  return { ...NO_REVISION, ...Object.fromEntries(rows.map(({ kind, count }) => [kind, count])) };
}

/** How many rows of each indicator changed from one release to a later one; with `area`, only rows of it. */
export async function countRevisionsByIndicator(
  sql: Sql,
  from: ReleaseIndex,
  to: ReleaseIndex,
  area: string | null = null,
): Promise<ReadonlyMap<string, RevisionCounts>> {
  const { bind, parameters } = collected();
  const points: Points = [bindPoint(bind, from.point), bindPoint(bind, to.point)];
  const named = bind(area, 'text');
  const all = MEASURES.map(
    (measure) => `select series_id, kind from (${changed(measure, 'where', points)}) v`,
  ).join(' union all ');
  const rows = await sql.unsafe<{ indicator: string; kind: RevisionKind; count: number }[]>(
    `select i.slug as indicator, v.kind, count(*)::int as count from (${all}) v
     join series s on s.id = v.series_id join indicators i on i.id = s.indicator_id
     join areas a on a.id = s.area_id join areas c on c.id = s.counterpart_id
     where ${named} is null or a.code = ${named} or c.code = ${named}
     group by 1, 2 order by 1`,
    parameters,
    { prepare: true },
  );
  const counts = new Map<string, RevisionCounts>();
  for (const { indicator, kind, count } of rows)
    counts.set(indicator, { ...NO_REVISION, ...counts.get(indicator), [kind]: count });
  return counts;
}
