/**
 * The columns of a published row, as PostgreSQL writes them into a line of CSV. The text is byte for byte
 * what `app/_downloads` writes for the same cell; tests compare the two over every release and over random
 * worlds. In the expressions `f` is a row of an indicator table and `s` is its series.
 */
import type { Indicator } from '../../../stats/model/catalogue.ts';
import { CAUTIONS, FEW_CASES, type Caution } from '../../../stats/comparability/few-cases.ts';
import type { Language } from '../../../stats/language.ts';
import { SHORT_NUMBER } from '../../../stats/number.ts';
import { BASIS_RULES, type Basis } from '../../../stats/time/period.ts';

/** The columns that differ between the rows of a series, by their names in the file. */
export const ROW_COLUMNS = [
  'Year',
  'period',
  'period_start',
  'period_end',
  'value',
  'low',
  'high',
  'low_inclusive',
  'high_inclusive',
  'qualifier',
  'interval_kind',
  'numerator',
  'denominator',
  'gap',
  'edition',
  'locator',
  'attributed_to',
  'printed',
  'note',
  'status',
] as const;
export type RowColumn = (typeof ROW_COLUMNS)[number];

/**
 * PostgreSQL patterns for text that a spreadsheet would read as a formula, and for text that needs quotes.
 */
const FORMULA = `^''*[\\u00ad\\u200b-\\u200f\\u2060\\ufeff]*[=+@\\t\\r\\n＝＋－＠-]`;
const QUOTED = `[",\\r\\n]`;

/** A text as a CSV cell; null becomes an empty cell. */
const textCell = (x: string): string =>
  `case when ${x} is null then '' when ${x} ~ '${QUOTED}|${FORMULA}' then (
    select case when g.x ~ '${QUOTED}' then '"' || replace(g.x, '"', '""') || '"' else g.x end
    from (select case when ${x} ~ '${FORMULA}' then '''' || ${x} else ${x} end as x) g) else ${x} end`;

/**
 * `SHORT_NUMBER` of `stats`. Other numbers with at most `SHORT_TEXT` characters also have at most twelve
 * digits.
 */
const SHORT = `'${SHORT_NUMBER.toExponential().replace('+', '')}'::float8`;
const SHORT_TEXT = 13;
/** PostgreSQL writes smaller numbers with an exponent. */
const SMALL = "'1e-4'::float8";

/** Numbers that `stats` has already formatted, as two arrays of the statement. */
export interface UnroundableNumbers {
  readonly numbers: string;
  readonly texts: string;
}

/**
 * A number with at most twelve significant digits and no exponent. Null if SQL cannot round it as `stats`
 * does and it is not in `unroundable`. PostgreSQL and JavaScript write the same shortest digits, so rounding
 * that text is correct, with two exceptions. If the thirteenth and last digit is a 5, the exact binary value
 * decides which way to round. And the shortest texts of very large numbers may differ. Very small numbers are
 * also left to `stats`, because they are rare.
 * @example 0.1 + 0.2 is written 0.3; 1.5e-7 is one of the unroundable numbers
 */
const numberCell = (x: string, unroundable: UnroundableNumbers): string =>
  `case when ${x} is null then '' when abs(${x}) < ${SHORT} and ${x} = trunc(${x}) then ${x}::int8::text
    when abs(${x}) >= ${SMALL} and abs(${x}) < ${SHORT} then (select case when length(t.t) <= ${SHORT_TEXT} then t.t
        when right(t.t, 1) = '5' and length(t.t) - strpos(t.t, '.') = ${decimals(x)} + 1 then ${lookedUp(x, unroundable)}
        else trim_scale(round(t.t::numeric, ${decimals(x)}))::text end
      from (select ${x}::text as t offset 0) t)
    else ${lookedUp(x, unroundable)} end`;

/** The number of decimals that give a number of this size twelve digits; its text is `t.t`. */
const decimals = (x: string): string =>
  `case when abs(${x}) >= 1 then 13 - strpos(ltrim(t.t, '-'), '.') when abs(${x}) >= '0.1'::float8 then 12
    when abs(${x}) >= '0.01'::float8 then 13 when abs(${x}) >= '0.001'::float8 then 14 else 15 end`;

const lookedUp = (x: string, { numbers, texts }: UnroundableNumbers): string =>
  `(select h.written from unnest(${numbers}, ${texts}) h(number, written) where h.number = ${x} limit 1)`;

/**
 * An enum value as text. The usual value is compared first, because that is cheaper than looking up its name.
 */
const wordCell = (column: string, usual: string): string =>
  `case ${column} when '${usual}' then '${usual}' else ${column}::text end`;

const inYear = `left(f.period_end::text, 4)`;
const inMonth = (day: string): string => `left(${day}::text, 7)`;
const DAY_OR_MONTH = `case when f.period_start = f.period_end then f.period_end::text else ${inMonth('f.period_start')} end`;
const WHOLE_MONTHS = `extract(day from f.period_start) = 1 and extract(day from f.period_end + 1) = 1`;

/** The text of a period, as `formatPeriod` writes it. */
const PERIOD: Readonly<Record<Basis, string>> = {
  'calendar-year': inYear,
  'us-fiscal-year': `'FY' || ${inYear}`,
  month: inMonth('f.period_start'),
  day: 'f.period_start::text',
  interval: `case when ${WHOLE_MONTHS} then ${inMonth('f.period_start')} || '/' || ${inMonth('f.period_end')}
    else f.period_start::text || '/' || f.period_end::text end`,
  since: `f.period_start::text || '/..'`,
  cumulative: `'../' || f.period_end::text`,
  'annual-level': `'annual@' || ${DAY_OR_MONTH}`,
  unstated: `'unstated@' || ${DAY_OR_MONTH}`,
  quarter: `left(f.period_start::text, 4) || '-Q' || extract(quarter from f.period_start)`,
  'half-year': `left(f.period_start::text, 4) || '-S' || case when extract(month from f.period_start) = 1 then 1 else 2 end`,
};

const NAMED_BY_YEAR: readonly Basis[] = ['calendar-year', 'us-fiscal-year'];

/**
 * One expression if it is the same for all bases of the query, otherwise a choice by the basis of the row.
 */
function byBasis(bases: readonly Basis[], of: (basis: Basis) => string): string {
  const texts = new Set(bases.map(of));
  if (texts.size === 1) return [...texts][0] ?? `''`;
  return `case s.basis ${bases.map((basis) => `when '${basis}' then ${of(basis)}`).join(' ')} end`;
}

/** The row has a figure: it has no gap, and a value or an end of its range is known. */
const STATED = `f.gap is null and (f.value is not null or (f.low is not null and not (f.low = '-infinity' and f.high = 'infinity')))`;
/** Both ends only repeat the value. */
const POINT = 'f.value is not null and f.low = f.value and f.high = f.value';

/** The ends that are shown. `statedOf` omits the floor of a figure that is only bounded above. */
function shownEnds(signed: boolean): { readonly low: string; readonly high: string } {
  const floor = signed
    ? ''
    : ` or (f.value is null and f.high < 'infinity' and f.low = 0 and f.qualifier in ('less-than', 'at-most', 'nearly'))`;
  return {
    low: `not (f.low is null or f.low = '-infinity' or f.gap is not null or (${POINT})${floor})`,
    high: `not (f.high is null or f.high = 'infinity' or f.gap is not null or (${POINT}))`,
  };
}

const inclusive = (shown: string, strict: readonly string[]): string =>
  `case when f.low is null then '' when ${shown} then case when f.qualifier in (${strict.map((word) => `'${word}'`).join(', ')}) then 'false' else 'true' end else '' end`;

export interface LineOptions {
  readonly indicator: Indicator;
  readonly bases: readonly Basis[];
  readonly language: Language;
  /** Whether the table has numerators and denominators. */
  readonly parts: boolean;
  readonly unroundable: UnroundableNumbers;
  /** Whether a series is of an area of few people: an expression of its row `s`. */
  readonly fewPeople: string;
  /** Editions that the rows probably belong to: their keys, and the parameters with their names. */
  readonly editions: readonly { readonly id: string; readonly text: string }[];
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Why a row is to be read with caution, as `cautionOf` decides; null for most. */
function cautionText({ indicator: { measure }, language, fewPeople }: LineOptions): string | null {
  const text = (caution: Caution): string => quoted(CAUTIONS[caution].text[language]);
  if (measure === 'share')
    return `case when f.denominator < ${FEW_CASES} and ${STATED} then ${text('few-cases')} end`;
  if (measure !== 'rate') return null;
  return `case when f.numerator < ${FEW_CASES} and ${STATED} then ${text('few-cases')}
    when f.numerator is null and ${fewPeople} and ${STATED} then ${text('few-people')} end`;
}

/** The note that is stored with a row, and the caution on its figure. */
function noteCell(options: LineOptions): string {
  const note = `select n.${options.language} from notes n where n.id = f.note_id`;
  const stored = `case when f.note_id is null then '' else (select ${textCell('n.x')} from (${note}) n(x)) end`;
  const caution = cautionText(options);
  if (caution === null) return stored;
  const both = `select concat_ws(' | ', (${note}), ${caution}) offset 0`;
  return `case when (${caution}) is null then ${stored} else (select ${textCell('n.x')} from (${both}) n(x)) end`;
}

/** The SQL expression that writes each column of a row. */
export function lineCells(options: LineOptions): Readonly<Record<RowColumn, string>> {
  const { indicator, bases, parts, unroundable, editions } = options;
  const ends = shownEnds(indicator.signed);
  const likely = editions.map((entry) => `when ${entry.id} then ${entry.text}`).join(' ');
  const edition = `(select ${textCell('e.slug')} from editions e where e.id = f.edition_id)`;
  const end = (column: string, shown: string): string =>
    `case when f.low is null then '' when ${shown} then ${numberCell(column, unroundable)} else '' end`;
  return {
    Year: byBasis(bases, (basis) => (NAMED_BY_YEAR.includes(basis) ? `ltrim(${inYear}, '0')` : `''`)),
    period: byBasis(bases, (basis) => PERIOD[basis]),
    period_start: byBasis(bases, (basis) =>
      !BASIS_RULES[basis].isDated || basis === 'cumulative' ? `''` : 'f.period_start::text',
    ),
    period_end: byBasis(bases, (basis) =>
      !BASIS_RULES[basis].isDated || basis === 'since' ? `''` : 'f.period_end::text',
    ),
    value: `case when f.gap is not null then '' else ${numberCell('f.value', unroundable)} end`,
    low: end('f.low', ends.low),
    high: end('f.high', ends.high),
    low_inclusive: inclusive(ends.low, ['more-than', 'just-over']),
    high_inclusive: inclusive(ends.high, ['less-than', 'nearly']),
    qualifier: `case when ${STATED} then ${wordCell('f.qualifier', 'exact')} else '' end`,
    interval_kind: `case when ${STATED} then ${wordCell('f.interval_kind', 'none')} else 'none' end`,
    numerator: parts ? numberCell('f.numerator', unroundable) : `''`,
    denominator: parts ? numberCell('f.denominator', unroundable) : `''`,
    gap: `case when f.gap is null then '' else f.gap::text end`,
    edition: likely === '' ? edition : `case f.edition_id ${likely} else ${edition} end`,
    locator: textCell('f.locator'),
    attributed_to: textCell('f.attributed_to'),
    printed: textCell('f.printed'),
    note: noteCell(options),
    status: wordCell('f.period_status', 'stated'),
  };
}

/** A query for the numbers in these columns that `lineCells` cannot write by itself. */
export const unroundableNumbers = (columns: readonly string[]): string =>
  `select x.number from unnest(array[${columns.join(', ')}]) x(number) where x.number > '-infinity'
    and x.number < 'infinity' and (${numberCell('x.number', { numbers: `'{}'::float8[]`, texts: `'{}'::text[]` })}) is null`;
