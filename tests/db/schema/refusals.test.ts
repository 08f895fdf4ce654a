import { describe, expect, test } from 'vitest';
import { TABLE_OF } from '#db/schema/tables.ts';
import { MEASURES } from '#stats/model/measure.ts';
import { testDatabase } from '../../setup/database.ts';
import { DRAFT, DRAFT_ID, expectRefusal, insertion, databaseRefusal, publishLevel } from '../refusing.ts';

const { sql } = await testDatabase();
await publishLevel(sql);

type Row = Readonly<Record<string, string | number | null>>;

const RANGE = { value: null, qualifier: 'range', interval_kind: 'stated' };
/** An interval in days, so that the rules of ends can be tested without those of the calendar. */
const year = (start: string, end: string): Row => ({ period_start: start, period_end: end });

/**
 * What each of the five tables must refuse: the constraint without the table's name, the reason, and the row.
 */
const REFUSED: readonly (readonly [rule: string, because: string, row: Row])[] = [
  [
    'series_is_of_this_kind',
    'a month in a series of years',
    { basis: 'month', ...year('2050-01-01', '2050-01-31') },
  ],
  ['series_is_of_this_kind', 'a series that is not there', { series_id: 999_999 }],
  ['since_fk', 'a release that is not there', { since_release: 999_999 }],
  ['edition_fk', 'an edition that is not there', { edition_id: 999_999 }],
  ['note_fk', 'a note that is not there', { note_id: 999_999 }],
  ['are_in_force_a_while', 'a row that goes before it comes', { until_release: DRAFT_ID }],
  ['part_of_a_year_is_an_interval', 'a year that is part of a year', { of_basis: 'us-fiscal-year' }],
  ['period_is_of_our_era', 'a year before our era', year('0044-01-01 BC', '0044-12-31 BC')],
  ['period_is_of_our_era', 'a year of five digits', year('12014-01-01', '12014-12-31')],
  ['period_fits_its_basis', 'a year that begins in May', year('2050-05-01', '2051-04-30')],
  ['period_fits_its_basis', 'a year of eleven months', year('2050-01-01', '2050-11-30')],
  ['period_fits_its_basis', 'a year without dates', year('-infinity', '-infinity')],
  ['period_fits_its_basis', 'a year that never ends', year('2050-01-01', 'infinity')],
  [
    'period_fits_its_basis',
    'a fiscal year of the calendar',
    { basis: 'us-fiscal-year', ...year('2050-01-01', '2050-12-31') },
  ],
  [
    'period_fits_its_basis',
    'a fiscal year from July that is not before FY1977',
    { basis: 'us-fiscal-year', ...year('1976-07-01', '1977-06-30') },
  ],
  [
    'period_fits_its_basis',
    'a fiscal year without dates',
    { basis: 'us-fiscal-year', ...year('-infinity', '-infinity') },
  ],
  [
    'period_fits_its_basis',
    'a month from the second on',
    { basis: 'month', ...year('2050-01-02', '2050-02-01') },
  ],
  [
    'period_fits_its_basis',
    'a February without its leap day',
    { basis: 'month', ...year('2048-02-01', '2048-02-28') },
  ],
  [
    'period_fits_its_basis',
    'a quarter that begins in February',
    { basis: 'quarter', ...year('2050-02-01', '2050-04-30') },
  ],
  [
    'period_fits_its_basis',
    'a half year of five months',
    { basis: 'half-year', ...year('2050-07-01', '2050-11-30') },
  ],
  ['period_fits_its_basis', 'a month without dates', { basis: 'month', ...year('infinity', 'infinity') }],
  ['period_fits_its_basis', 'a day of two days', { basis: 'day', ...year('2050-01-01', '2050-01-02') }],
  ['period_fits_its_basis', 'a day without a date', { basis: 'day', ...year('infinity', 'infinity') }],
  [
    'period_fits_its_basis',
    'a since that has ended',
    { basis: 'since', ...year('2050-01-01', '2050-01-02') },
  ],
  ['period_fits_its_basis', 'a since without a start', { basis: 'since', ...year('-infinity', 'infinity') }],
  [
    'period_fits_its_basis',
    'a total with a start',
    { basis: 'cumulative', ...year('2050-01-01', '2050-01-02') },
  ],
  [
    'period_fits_its_basis',
    'a total without an end',
    { basis: 'cumulative', ...year('-infinity', 'infinity') },
  ],
  [
    'period_fits_its_basis',
    'an interval that ends before it starts',
    { basis: 'interval', ...year('2050-01-02', '2050-01-01') },
  ],
  [
    'period_fits_its_basis',
    'an interval without an end',
    { basis: 'interval', ...year('2050-01-02', 'infinity') },
  ],
  [
    'period_fits_its_basis',
    'a level said over three weeks',
    { basis: 'annual-level', ...year('2050-01-01', '2050-01-21') },
  ],
  [
    'period_fits_its_basis',
    'an unstated period without a date',
    { basis: 'unstated', ...year('-infinity', '2050-01-21') },
  ],
  ['is_a_figure_or_a_gap', 'neither a figure nor a gap', { value: null, qualifier: 'about' }],
  ['is_a_figure_or_a_gap', 'a figure and a gap', { gap: 'not-published' }],
  ['is_a_figure_or_a_gap', 'a suppressed cell with its value', { gap: 'suppressed' }],
  [
    'is_a_figure_or_a_gap',
    'a withdrawn figure with its ends',
    { ...RANGE, gap: 'withdrawn', low: 0.1, high: 0.2 },
  ],
  ['ends_are_ordered', 'a low end above the high', { ...RANGE, low: 0.4, high: 0.3 }],
  ['ends_are_ordered', 'a value outside its ends', { low: 0.6, high: 0.7, interval_kind: 'confidence-95' }],
  ['ends_are_ordered', 'a low end without a high', { low: 0.1, interval_kind: 'stated' }],
  ['ends_are_ordered', 'ends without a kind', { low: 0.1, high: 0.9 }],
  ['ends_are_ordered', 'a kind without ends', { interval_kind: 'stated' }],
  ['ends_fit_the_qualifier', 'exactly a range', { ...RANGE, qualifier: 'exact', low: 0.1, high: 0.2 }],
  ['ends_fit_the_qualifier', 'about more than', { ...RANGE, qualifier: 'about', low: 0.1, high: Infinity }],
  ['ends_fit_the_qualifier', 'more than a value', { qualifier: 'more-than' }],
  [
    'ends_fit_the_qualifier',
    'more than, with an end',
    { ...RANGE, qualifier: 'more-than', low: 0.1, high: 0.2 },
  ],
  [
    'ends_fit_the_qualifier',
    'at least, with an end',
    { ...RANGE, qualifier: 'at-least', low: 0.1, high: 0.2 },
  ],
  [
    'ends_fit_the_qualifier',
    'just over, with an end',
    { ...RANGE, qualifier: 'just-over', low: 0.1, high: 0.2 },
  ],
  [
    'ends_fit_the_qualifier',
    'less than, from 0.1 on',
    { ...RANGE, qualifier: 'less-than', low: 0.1, high: 0.2 },
  ],
  [
    'ends_fit_the_qualifier',
    'at most, without an end',
    { ...RANGE, qualifier: 'at-most', low: 0, high: Infinity },
  ],
  ['ends_fit_the_qualifier', 'nearly, from 0 on', { ...RANGE, qualifier: 'nearly', low: 0, high: 0.2 }],
  ['ends_fit_the_qualifier', 'a range that is open', { ...RANGE, low: 0.1, high: Infinity }],
];

const NUMBERS = [
  ['are_plain_numbers', 'a value that is no number', { value: NaN }],
  ['are_plain_numbers', 'an infinite value', { value: Infinity }],
  ['are_plain_numbers', 'a sum that would overflow', { value: 1e31 }],
  ['are_plain_numbers', 'a high end that is no number', { low: 0.1, high: NaN, interval_kind: 'stated' }],
] as const;
const NOT_NEGATIVE = [
  ['are_not_negative', 'less than nothing', { value: -1 }],
  ['are_not_negative', 'a low end below 0', { ...RANGE, low: -1, high: 0.2 }],
] as const;
const PARTS = [
  ['parts_give_the_value', 'a numerator alone', { numerator: 1 }],
  ['parts_give_the_value', 'a whole of nothing', { numerator: 0, denominator: 0 }],
  ['parts_give_the_value', 'a part below 0', { numerator: -1, denominator: 2 }],
  ['parts_give_the_value', 'a whole without end', { numerator: 1, denominator: Infinity }],
  ['parts_give_the_value', 'a whole that is no number', { numerator: 1, denominator: NaN }],
] as const;
const SHARES = [
  ['lie_between_0_and_1', 'more than the whole', { value: 1.5 }],
  ['lie_between_0_and_1', 'a value that is no number', { value: NaN }],
  ['lie_between_0_and_1', 'a high end that is no number', { low: 0.1, high: NaN, interval_kind: 'stated' }],
  ['parts_give_the_value', 'parts that give another value', { numerator: 1, denominator: 3 }],
] as const;

const OWN: Record<string, readonly (readonly [string, string, Row])[]> = {
  rates: [...NUMBERS, ...NOT_NEGATIVE, ...PARTS],
  counts: NUMBERS,
  estimates: NUMBERS,
  levels: NUMBERS,
  shares: [...NOT_NEGATIVE, ...PARTS, ...SHARES],
};

/** What each table accepts: every qualifier and basis as a source may print them. */
const ACCEPTED: readonly (readonly [because: string, row: Row])[] = [
  ['a value', {}],
  ['a value with its interval', { low: 0.4, high: 0.6, interval_kind: 'confidence-95' }],
  ['about a value', { qualifier: 'about' }],
  ['about a range', { ...RANGE, qualifier: 'about', low: 0.4, high: 0.5 }],
  ['more than', { ...RANGE, qualifier: 'more-than', low: 0.2, high: Infinity }],
  ['less than', { ...RANGE, qualifier: 'less-than', low: 0, high: 0.2 }],
  ['nearly', { ...RANGE, qualifier: 'nearly', low: -Infinity, high: 0.2 }],
  ['a gap', { value: null, gap: 'not-published' }],
  [
    'a suppressed cell with its ends',
    { ...RANGE, gap: 'suppressed', interval_kind: 'suppression', low: 0.1, high: 0.9 },
  ],
];

for (const measure of MEASURES) {
  const table = TABLE_OF[measure];
  const [series] = await sql<{ id: number; source_id: number }[]>`
    select id, source_id from series where measure = ${measure} and basis = 'calendar-year' order by id limit 1`;
  const anySeries = series ?? (await makeSeries(measure));
  const base: Row = {
    series_id: anySeries.id,
    ...year('2050-01-01', '2050-12-31'),
    since_release: DRAFT_ID,
    measure,
    basis: 'calendar-year',
    value: 0.5,
    edition_id: '(select min(id) from editions)',
  };
  const write = (row: Row): string => insertion(table, { ...base, ...row });

  describe(table, () => {
    test.each([...REFUSED, ...(OWN[table] ?? [])])('%s refuses %s', async (rule, _, row) => {
      await expectRefusal(sql, [DRAFT, write(row)], `${table}_${rule}`);
    });

    test('the key refuses two open rows for one period', async () => {
      await expectRefusal(sql, [DRAFT, write({}), write({})], `${table}_pk`);
    });

    test(`only ${measure}s are kept here`, async () => {
      const other = measure === 'rate' ? 'count' : 'rate';
      await expectRefusal(sql, [DRAFT, write({ measure: other })], `${table}_are_${measure}s`);
    });

    test.each(ACCEPTED)('%s is accepted', async (_, row) => {
      expect(await databaseRefusal(sql, [DRAFT, write(row)])).toBeNull();
    });

    test('no constraint of the table is left untried', async () => {
      const named = await sql<{ conname: string }[]>`
        select conname from pg_constraint where conrelid = ${table}::regclass and contype <> 'n'`;
      const tried = [...REFUSED, ...(OWN[table] ?? [])].map(([rule]) => `${table}_${rule}`);
      expect([...new Set([...tried, `${table}_pk`, `${table}_are_${measure}s`])].sort()).toEqual(
        named.map((row) => row.conname).sort(),
      );
    });
  });
}

/** Release 1.0.0 has no series of years for some measures. */
async function makeSeries(measure: string): Promise<{ id: number; source_id: number }> {
  const [made] = await sql<{ id: number; source_id: number }[]>`
    insert into series (indicator_id, measure, source_id, basis, area_id, counterpart_id, breakdown_id, definition)
    select i.id, i.measure, s.id, 'calendar-year', a.id, a.id, b.id, 'a trial' from indicators i, sources s, areas a, breakdowns b
    where i.measure::text = ${measure} limit 1 returning id, source_id`;
  if (!made) throw new Error(`no indicator is a ${measure}`);
  return made;
}
