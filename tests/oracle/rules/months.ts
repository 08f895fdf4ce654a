/**
 * Months and years (method page). A year is the sum of its twelve months, for figures that may be added over
 * time. If a month has no figure it is named, and its year has none. A month that is not in a table counts as
 * zero only if the source omits zeros from a table that it published.
 */
import type { Basis, Cell, Catalogue, Gap, Indicator, Note, Period, Question, BookRow } from '../book.ts';
import { collected, distinct, keptWith, leastSure, SUBJECT_OF } from '../book.ts';
import { added, behind, exactly, leastOf, settled, statedAs, twelve, each } from './figures.ts';
import { kindsOf, pointOf, ratioOf, spanOf, WITHOUT_FIGURE, withZeros, type Ingredient } from './groups.ts';
import {
  nameOf,
  periodNamed,
  periodsFrom,
  SPANS,
  stepAmong,
  stepsIn,
  yearAround,
  type SpanBasis,
} from './periods.ts';

/** What a source states about the months of its table. */
export interface Table {
  /** Months in which a missing row means zero. */
  readonly zeroMonths: ReadonlySet<string>;
  readonly provisionalMonths: ReadonlySet<string>;
  readonly months: readonly Period[];
  readonly rounding: number;
}

const tables = keptWith(({ tabulations = [] }: Catalogue) => {
  const monthly = tabulations.filter((table) => table.basis === 'month');
  return new Map(
    [...collected(monthly, (table) => `${table.indicator} ${table.source}`)].map(
      ([name, all]): [string, Table] => {
        const months = (only: (table: (typeof all)[number]) => boolean): Period[] =>
          all.filter(only).flatMap((table) => periodsFrom(table.from, table.to));
        return [
          name,
          {
            zeroMonths: new Set(months((table) => table.absent === 'zero').map(nameOf)),
            provisionalMonths: new Set(months((table) => table.provisional).map(nameOf)),
            months: months(() => true),
            rounding: Math.max(0, ...all.map((table) => table.rounding ?? 0)),
          },
        ];
      },
    ),
  );
});

const NO_TABLE: Table = { zeroMonths: new Set(), provisionalMonths: new Set(), months: [], rounding: 0 };
export const tableOf = (catalogue: Catalogue, indicator: string, source: string): Table =>
  tables(catalogue).get(`${indicator} ${source}`) ?? NO_TABLE;

export const PROVISIONAL: Note = {
  mandatory: true,
  text: {
    en: 'Provisional: the source says that some of these months may still change.',
    es: 'Provisional: la fuente advierte que algunos de estos meses aún pueden cambiar.',
  },
};

/** The single interval of a question, such as `2014-10/2015-04`; null for a range of periods. */
export function intervalAsked({ time }: Pick<Question, 'time'>): Period | null {
  const period = time.from === time.to ? periodNamed(time.from) : null;
  return period?.basis === 'interval' ? period : null;
}

/**
 * Years, half years and quarters that months can be added up to: for flows, and for shares through their parts. Rates are not added
 * over time.
 */
export function yearsOfMonths({ bases, measure, additive }: Indicator): readonly SpanBasis[] {
  const flows = measure === 'share' || (measure !== 'rate' && measure !== 'level' && additive === 'flow');
  const step = stepAmong(bases);
  if (!flows || step === undefined) return [];
  // A fiscal year begins in October, which no half year does.
  if (step === 'half-year') return ['calendar-year'];
  return SPANS.filter((span) => span !== step);
}

/**
 * The bases whose periods are made from months: years, if the question does not name months too, or one
 * interval.
 */
export function basesOfMonths(question: Question, indicator: Indicator): readonly Basis[] {
  const step = stepAmong(indicator.bases);
  if (step === undefined || indicator.measure === 'rate' || indicator.measure === 'level') return [];
  const interval = intervalAsked(question);
  if (interval) return stepsIn(step, interval).length > 0 ? ['interval'] : [];
  if (question.basis.includes(step)) return [];
  return yearsOfMonths(indicator).filter((basis) => question.basis.includes(basis));
}

/** The months of one series, summed over a span; null if the source published none of them. */
export function sumOfMonths(
  rows: readonly BookRow[],
  span: Period,
  indicator: Indicator,
  table: Table,
): Cell | null {
  const names = stepsIn(stepAmong(indicator.bases) ?? 'month', span);
  const byName = new Map(rows.map((row) => [nameOf(row.period), row]));
  const present = names.flatMap((name) => byName.get(name) ?? []);
  const zeros = names.filter((name) => !byName.has(name) && table.zeroMonths.has(name));
  const [first] = present.length > 0 ? present : rows;
  if (!first || present.length + zeros.length === 0) return null;
  const figured = present.filter((row) => row.stated && !row.gap);
  const have = new Set([...figured.map((row) => nameOf(row.period)), ...zeros]);
  const notes = present.flatMap((row) => row.note ?? []);
  const isProvisional = names.some((name) => table.provisionalMonths.has(name));
  const missing = names.filter((name) => !have.has(name));
  return {
    ...SUBJECT_OF(first),
    basis: span.basis,
    period: span,
    periodStatus: leastSure(present.map((row) => row.periodStatus)),
    ...monthsAsFigure(figured, zeros.length, missing, indicator, table),
    coverage: { present: names.length - missing.length, expected: names.length, weight: null },
    editions: [...new Set(present.map((row) => row.edition))].sort(),
    attributedTo: null,
    locator: null,
    printed: null,
    notes: distinct([...notes, ...(isProvisional ? [PROVISIONAL] : [])]),
  };
}

/** The months of a series as terms of a sum. */
const ingredient = (row: BookRow, indicator: Indicator): Ingredient => ({
  member: nameOf(row.period),
  figure: behind(row.stated ?? { qualifier: 'exact', value: 0, low: null, high: null }, leastOf(indicator)),
  kind: row.intervalKind,
  numerator: row.numerator,
  denominator: row.denominator,
  whole: nameOf(row.period),
  people: null,
});

function monthsAsFigure(
  rows: readonly BookRow[],
  zeroCount: number,
  missing: readonly string[],
  indicator: Indicator,
  table: Table,
): Pick<Cell, keyof typeof WITHOUT_FIGURE | 'computed' | 'gap'> {
  const { measure, additive } = indicator;
  const gap = (code: Gap['code'], of: readonly string[] = []) =>
    ({ ...WITHOUT_FIGURE, computed: 'sum', gap: { code, missing: of } }) as const;
  const goesByParts = measure === 'rate' || measure === 'share';
  if (!goesByParts && additive !== 'flow') return gap('not-additive');
  if (missing.length > 0) return gap('period-missing', missing);
  const parts = rows.map((row) => ingredient(row, indicator));
  const found = measure === 'share' ? ratioOf(parts, false) : null;
  const ratio = found && found.denominator > 0 ? found : null;
  if (goesByParts && !ratio) return gap('no-parts');
  const zeros = { count: zeroCount, rounding: zeroCount > 0 ? table.rounding : 0 };
  const kinds = kindsOf(
    parts.map((member) => member.kind),
    zeros,
  );
  if (!ratio && kinds.length > 1) return gap('not-additive', [...kinds].sort());
  const sum = added([
    ...parts.map((ingredient) => ingredient.figure),
    ...Array.from({ length: zeroCount }, () => exactly(0)),
  ]);
  const figure =
    ratio && kinds.length > 0
      ? spanOf(parts, ratio)
      : ratio
        ? pointOf(
            ratio,
            1,
            parts.some((ingredient) => ingredient.figure.words.has('about')),
          )
        : withZeros(sum, zeros);
  const least = leastOf(indicator);
  const said = saysSomething(figure.low, figure.high, least)
    ? statedAs(settled(each(figure, twelve)), least, kinds[0] ?? 'stated')
    : null;
  if (!said) return gap('undetermined');
  return {
    ...said,
    computed: ratio ? 'ratio-of-sums' : 'sum',
    numerator: ratio && twelve(ratio.numerator),
    denominator: ratio && twelve(ratio.denominator),
    gap: null,
  };
}

/** Whether a figure excludes any value that the measure could have. */
export const saysSomething = (low: number, high: number, least: number, most = Infinity): boolean =>
  low > least || high < most || low === high;

/** Every year of a basis in which the source published a month of the series, summed. */
export function yearsOf(
  rows: readonly BookRow[],
  basis: SpanBasis,
  indicator: Indicator,
  table: Table,
): Cell[] {
  const starts = [...rows.map((row) => row.period), ...table.months].flatMap(({ start }) => start ?? []);
  const years = new Map(
    starts.flatMap((day) => yearAround(day, basis) ?? []).map((year) => [nameOf(year), year]),
  );
  return [...years.values()].flatMap((year) => sumOfMonths(rows, year, indicator, table) ?? []);
}
