/**
 * The rows in force in a release, read back from the tables as canonical CSV and hashed: the proof that what is
 * loaded is what was committed. The server writes the lines itself (COPY), in our form, so that a million rows
 * are read in seconds and none of them is held.
 */
import { createHash } from 'node:crypto';
import { CANONICAL_HEADER } from '../../stats/model/canonical-row.ts';
import type { Measure } from '../../stats/model/measure.ts';
import { MEASURES } from '../../stats/model/measure.ts';
import type { Statements } from './catalogue.ts';
import { hasParts, TABLE_OF } from '../schema/tables.ts';
import { inForce } from '../schema/validity.ts';

/**
 * A number as JavaScript writes it, which canonical text does. Both write the shortest digits that read back to the
 * same number; they differ in where the exponent begins and in how it looks, and from some 4e15 on in which of two
 * equally short texts they take. Those are few: `large` lists them as JavaScript writes them.
 */
export function numberText(column: string, large: readonly string[]): string {
  const listed = large.map((text) => `when ${column} = '${text}'::float8 then '${text}'`).join(' ');
  return `case
    when ${column} = 0 then '0' ${listed}
    when abs(${column}) < 1e-6 then regexp_replace(${column}::text, 'e([-+])0', 'e\\1')
    when abs(${column}) < 1e-4 or (abs(${column}) > 1e14 and abs(${column}) < 'Infinity') then ${column}::text::numeric::text
    else ${column}::text end`;
}

/** From here on the two may write different digits. */
const LARGE = 1e15;

/** The large numbers of a release, each once, as JavaScript writes them. */
async function largeNumbers(sql: Statements, release: number): Promise<string[]> {
  const found = await sql.unsafe<{ v: number }[]>(
    MEASURES.map(
      (measure) => `select distinct v from (${branch(measure, release)}) f
        cross join lateral (values (f.value), (f.low), (f.high), (f.numerator), (f.denominator)) as n(v)
        where abs(v) >= ${LARGE} and abs(v) < 'Infinity'`,
    ).join(' union '),
  );
  return found.map(({ v }) => String(v));
}

/** The columns of one indicator table, as they are. */
const branch = (measure: Measure, release: number): string => `
  select f.series_id, f.period_start, f.period_end, f.of_basis, f.period_status, f.qualifier, f.value, f.low, f.high,
    f.interval_kind, ${hasParts(measure) ? 'f.numerator, f.denominator' : 'null::float8 as numerator, null::float8 as denominator'},
    f.gap, f.edition_id, f.attributed_to, f.locator, f.printed, f.note_id
  from ${TABLE_OF[measure]} f where ${inForce('f', release)}`;

/** The statement that gives the canonical rows of a release in order. */
function canonicalRows(release: number, large: readonly string[]): string {
  const number = (name: string): string => `${numberText(`f.${name}`, large)} as ${name}`;
  // Series are few and are put in order once; rows then sort by a number and two days.
  return `
    select s.indicator, s.source, s.area, s.counterpart, s.breakdown, s.definition, s.basis,
      f.period_start::text, f.period_end::text, f.of_basis, f.period_status, f.qualifier,
      ${number('value')}, ${number('low')}, ${number('high')}, f.interval_kind, ${number('numerator')}, ${number('denominator')},
      f.gap, e.slug as edition, f.attributed_to, f.locator, f.printed, t.en as note_en, t.es as note_es, t.mandatory::text as note_mandatory
    from (${MEASURES.map((measure) => branch(measure, release)).join(' union all ')}) f
    join (
      select s.id, i.slug as indicator, o.slug as source, a.code as area, c.code as counterpart, b.code as breakdown, s.definition, s.basis,
        row_number() over (order by i.slug collate "C", o.slug collate "C", a.code collate "C", c.code collate "C", b.code collate "C",
          s.definition collate "C", s.basis::text collate "C") as place
      from series s join indicators i on i.id = s.indicator_id join sources o on o.id = s.source_id
      join areas a on a.id = s.area_id join areas c on c.id = s.counterpart_id join breakdowns b on b.id = s.breakdown_id
    ) s on s.id = f.series_id
    join editions e on e.id = f.edition_id left join notes t on t.id = f.note_id
    order by s.place, f.period_start, f.period_end`;
}

/** SHA-256 over the rows in force in `release`, read back from the tables as canonical CSV. */
export async function hashInForce(sql: Statements, release: number): Promise<string> {
  const hash = createHash('sha256').update(CANONICAL_HEADER);
  const rows = canonicalRows(release, await largeNumbers(sql, release));
  const copy = await sql.unsafe(`copy (${rows}) to stdout (format csv)`).readable();
  for await (const bytes of copy) hash.update(bytes as Buffer);
  // The driver pauses while its stream is full and only a read resumes it, but after the last chunk nothing reads.
  copy._read(0);
  return hash.digest('hex');
}
