/**
 * One observation through all releases: every state of its row, the oldest first, each with the releases in
 * which it is in force. Only published releases are read.
 */
import { storedPeriod } from '../stats/time/stored-period.ts';
import type { StoredGap } from '../stats/model/gap.ts';
import type { Measure } from '../stats/model/measure.ts';
import type { FoundFigure, ObservationState } from '../stats/evidence/evidence.ts';
import type { IntervalKind, SeriesKey } from '../stats/model/observation.ts';
import type { ObservationKey } from '../stats/model/observation-id.ts';
import type { Basis, PeriodStatus } from '../stats/time/period.ts';
import { floorOf, type Qualifier } from '../stats/uncertainty/hedge.ts';
import { statedOfStored } from '../stats/uncertainty/stored-figure.ts';
import type { Sql } from './connect.ts';
import { hasParts, TABLE_OF } from './schema/tables.ts';
import { FIRST_OWN } from './schema/validity.ts';

interface Row {
  since: string;
  until: string | null;
  period_start: string;
  period_end: string;
  period_status: PeriodStatus;
  of_basis: Basis | null;
  qualifier: Qualifier;
  value: number | null;
  low: number | null;
  high: number | null;
  interval_kind: IntervalKind;
  numerator: number | null;
  denominator: number | null;
  gap: StoredGap | null;
  edition: string;
  attributed_to: string | null;
  locator: string | null;
  printed: string | null;
  note_en: string | null;
  note_es: string | null;
  mandatory: boolean | null;
}

const productVersion = (release: string): string =>
  `${release}.major || '.' || ${release}.minor || '.' || ${release}.patch`;

/** The number of a release; own data has that of the product beside it, `1.4.0+house.3`. */
const versionOf = (release: string): string =>
  `case when ${release}.id > ${FIRST_OWN} then (select ${productVersion('p')} from releases p where p.id = ${release}.beside_release)
    || '+' || (${release}.publisher ->> 'id') || '.' || (${release}.id - ${FIRST_OWN}) else ${productVersion(release)} end`;

const selectOf = (measure: Measure, also = ''): string => `
  select ${also} ${versionOf('r')} as since, case when u.id is not null then ${versionOf('u')} end as until,
    f.period_start::text, f.period_end::text, f.period_status, f.of_basis, f.qualifier, f.value, f.low, f.high,
    f.interval_kind, ${hasParts(measure) ? 'f.numerator, f.denominator' : 'null::float8 as numerator, null::float8 as denominator'},
    f.gap, e.slug as edition, f.attributed_to, f.locator, f.printed, n.en as note_en, n.es as note_es, n.mandatory
  from ${TABLE_OF[measure]} f
    join series s on s.id = f.series_id
    join indicators i on i.id = s.indicator_id
    join sources o on o.id = s.source_id
    join areas a on a.id = s.area_id
    join areas c on c.id = s.counterpart_id
    join breakdowns b on b.id = s.breakdown_id
    join editions e on e.id = f.edition_id
    join releases r on r.id = f.since_release and r.published_at is not null
    left join releases u on u.id = f.until_release and u.published_at is not null
    left join notes n on n.id = f.note_id`;

const statementOf = (measure: Measure): string => `${selectOf(measure)}
  where i.slug = $1 and o.slug = $2 and a.code = $3 and c.code = $4 and b.code = $5 and s.definition = $6
    and s.basis = $7::basis and case when s.basis = 'us-fiscal-year' then extract(year from f.period_end) = extract(year from $9::date)
      else f.period_start = $8::date and f.period_end = $9::date end
  order by f.since_release`;

/** Every state of an observation; empty if no release has it. A fiscal year is found by its name. */
export async function readObservation(
  sql: Sql,
  { measure, signed }: { readonly measure: Measure; readonly signed: boolean },
  { indicator, source, area, counterpart, breakdown, definition, basis, period }: ObservationKey,
): Promise<ObservationState[]> {
  const rows = await sql.unsafe<Row[]>(
    statementOf(measure),
    [
      ...[indicator, source, area, counterpart, breakdown, definition, basis],
      period.start ?? '-infinity',
      period.end ?? 'infinity',
    ],
    { prepare: true },
  );
  return rows.map((row) => stateOf(row, basis, floorOf(signed)));
}

function stateOf(row: Row, basis: Basis, floor: number): ObservationState {
  const { value, low, high, gap } = row;
  const isGap = gap !== null;
  const figure = statedOfStored({ words: new Set([row.qualifier]), value, low, high, isGap }, floor);
  return {
    since: row.since,
    until: row.until,
    period: storedPeriod(basis, row.period_start, row.period_end),
    periodStatus: row.period_status,
    ofBasis: row.of_basis,
    ...figure,
    intervalKind: row.interval_kind,
    numerator: row.numerator,
    denominator: row.denominator,
    gap,
    edition: row.edition,
    attributedTo: row.attributed_to,
    locator: row.locator,
    printed: row.printed,
    note:
      row.note_en === null || row.note_es === null
        ? null
        : { text: { en: row.note_en, es: row.note_es }, mandatory: row.mandatory === true },
  };
}

/** A figure in one of the files of its source, whatever release has it. */
interface VintageColumns extends Row {
  source: string;
}

/**
 * Every figure of every source and file about one subject, in all published releases: the same indicator, area,
 * origin, breakdown, definition and basis.
 */
export async function readVintages(
  sql: Sql,
  { measure, signed }: { readonly measure: Measure; readonly signed: boolean },
  { indicator, area, counterpart, breakdown, definition, basis }: Omit<SeriesKey, 'source'>,
): Promise<readonly (ObservationState & { readonly source: string })[]> {
  const rows = await sql.unsafe<VintageColumns[]>(
    `${selectOf(measure, 'o.slug as source,')}
  where i.slug = $1 and a.code = $2 and c.code = $3 and b.code = $4 and s.definition = $5 and s.basis = $6::basis
  order by f.since_release, o.slug, f.period_start`,
    [indicator, area, counterpart, breakdown, definition, basis],
    { prepare: true },
  );
  return rows.map((row) => ({ ...stateOf(row, basis, floorOf(signed)), source: row.source }));
}

/** Rows that are found by a number; more would be no answer. */
const MOST_MATCHES = 200;

interface FoundColumns extends Row, Omit<SeriesKey, 'indicator' | 'area'> {}

/**
 * The figures of an indicator and an area whose value lies between two numbers, in all published releases and
 * files, the periods in order.
 */
export async function readMatches(
  sql: Sql,
  {
    id: indicator,
    measure,
    signed,
  }: { readonly id: string; readonly measure: Measure; readonly signed: boolean },
  area: string,
  [low, high]: readonly [number, number],
): Promise<FoundFigure[]> {
  const rows = await sql.unsafe<FoundColumns[]>(
    `${selectOf(measure, 'o.slug as source, c.code as counterpart, b.code as breakdown, s.definition, s.basis,')}
  where i.slug = $1 and a.code = $2 and (f.value between $3 and $4 or f.low between $3 and $4 or f.high between $3 and $4)
  order by f.period_start, o.slug, f.since_release limit ${MOST_MATCHES}`,
    [indicator, area, low, high],
    { prepare: true },
  );
  return rows.map((row) => ({
    indicator,
    area,
    source: row.source,
    counterpart: row.counterpart,
    breakdown: row.breakdown,
    definition: row.definition,
    basis: row.basis,
    state: stateOf(row, row.basis, floorOf(signed)),
  }));
}
