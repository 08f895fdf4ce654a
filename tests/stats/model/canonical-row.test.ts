/** The row that a release keeps of a figure: every column, its key and its order. */
import { describe, expect, test } from 'vitest';
import {
  CANONICAL_COLUMNS,
  CANONICAL_HEADER,
  canonicalLine,
  canonicalRow,
  compareCanonicalRows,
  rowKey,
} from '#stats/model/canonical-row.ts';
import type { Observation } from '#stats/model/observation.ts';
import type { Stated } from '#stats/uncertainty/hedge.ts';
import { fiscalYear, parsePeriod, type Period } from '#stats/time/period.ts';

const base: Observation = {
  indicator: 'homicide-rate',
  source: 'a-source',
  area: 'HND',
  counterpart: '_Z',
  breakdown: '_T',
  definition: 'main',
  basis: 'calendar-year',
  period: { basis: 'calendar-year', start: '2014-01-01', end: '2014-12-31' },
  periodStatus: 'stated',
  ofBasis: null,
  edition: 'a-source@2015',
  stated: { qualifier: 'exact', value: 68, low: null, high: null },
  intervalKind: 'none',
  numerator: null,
  denominator: null,
  gap: null,
  attributedTo: null,
  locator: null,
  printed: null,
  note: null,
};
const row = (more: Partial<Observation>, signed = false) => canonicalRow({ ...base, ...more }, signed);

describe('the row of a figure', () => {
  test('has every text that its source gives', () => {
    expect(
      row({
        period: { basis: 'annual-level', start: '2015-11-01', end: '2015-11-30' },
        basis: 'annual-level',
        periodStatus: 'inferred',
        ofBasis: 'us-fiscal-year',
        stated: { qualifier: 'about', value: 0.25, low: null, high: null },
        numerator: 1,
        denominator: 4,
        attributedTo: 'The Institute',
        locator: 'page 3',
        printed: 'about a quarter',
        note: { text: { en: 'Early.', es: 'Temprano.' }, mandatory: true },
      }),
    ).toEqual({
      indicator: 'homicide-rate',
      source: 'a-source',
      area: 'HND',
      counterpart: '_Z',
      breakdown: '_T',
      definition: 'main',
      basis: 'annual-level',
      period_start: '2015-11-01',
      period_end: '2015-11-30',
      of_basis: 'us-fiscal-year',
      period_status: 'inferred',
      qualifier: 'about',
      value: '0.25',
      low: '',
      high: '',
      interval_kind: 'none',
      numerator: '1',
      denominator: '4',
      gap: '',
      edition: 'a-source@2015',
      attributed_to: 'The Institute',
      locator: 'page 3',
      printed: 'about a quarter',
      note_en: 'Early.',
      note_es: 'Temprano.',
      note_mandatory: 'true',
    });
  });

  test('leaves empty what its source does not give', () => {
    const given = Object.entries(row({})).filter(([, text]) => text !== '');
    expect(given.map(([column]) => column)).toEqual([
      'indicator',
      'source',
      'area',
      'counterpart',
      'breakdown',
      'definition',
      'basis',
      'period_start',
      'period_end',
      'period_status',
      'qualifier',
      'value',
      'interval_kind',
      'edition',
    ]);
  });

  test('of a gap has the reason and no number', () => {
    expect(row({ stated: null, gap: 'suppressed' })).toMatchObject({
      qualifier: 'exact',
      value: '',
      low: '',
      high: '',
      interval_kind: 'none',
      gap: 'suppressed',
    });
  });

  test.each<[string, Stated, Observation['intervalKind'], string]>([
    [
      'a rounded value',
      { qualifier: 'exact', value: 70, low: 65, high: 75 },
      'rounding',
      '70 65 75 rounding',
    ],
    [
      'a value with an end below',
      { qualifier: 'exact', value: 70, low: 65, high: null },
      'none',
      '70 65 70 stated',
    ],
    [
      'a value with an end above',
      { qualifier: 'exact', value: 70, low: null, high: 75 },
      'none',
      '70 70 75 stated',
    ],
    ['a range', { qualifier: 'range', value: null, low: 4, high: 5 }, 'confidence-95', ' 4 5 confidence-95'],
    ['at most 5', { qualifier: 'at-most', value: null, low: null, high: 5 }, 'none', ' 0 5 stated'],
    ['zero', { qualifier: 'exact', value: 0, low: null, high: null }, 'none', '0   none'],
  ])('%s has its ends and their kind', (_, stated, intervalKind, text) => {
    const { value, low, high, interval_kind: kind } = row({ stated, intervalKind });
    expect([value, low, high, kind].join(' ')).toBe(text);
  });

  test('has the least end that its measure allows, and an unknown one under nearly', () => {
    const low = (stated: Stated, signed: boolean): string => row({ stated }, signed).low;
    const lessThan: Stated = { qualifier: 'less-than', value: null, low: null, high: 2 };
    expect(low(lessThan, false)).toBe('0');
    expect(low(lessThan, true)).toBe('-Infinity');
    expect(low({ ...lessThan, qualifier: 'nearly' }, false)).toBe('-Infinity');
    expect(row({ stated: { qualifier: 'more-than', value: null, low: 4, high: null } }).high).toBe(
      'Infinity',
    );
  });

  test('quotes commas, quotes and lines of a text, and nothing else', () => {
    expect(canonicalLine(row({ locator: 'page 1, "note"\nline', printed: 'so it is' }))).toContain(
      ',"page 1, ""note""\nline",so it is,',
    );
  });

  test('has infinite days where a period has no start or no end', () => {
    const days = (text: string): string[] => {
      const { period_start: start, period_end: end } = row({ period: parsePeriod(text) as Period });
      return [start, end];
    };
    expect(days('../2015-10-15')).toEqual(['-infinity', '2015-10-15']);
    expect(days('2008-01-01/..')).toEqual(['2008-01-01', 'infinity']);
  });

  test('is one line in the order of the columns', () => {
    expect(CANONICAL_HEADER).toBe(`${CANONICAL_COLUMNS.join(',')}\n`);
    expect(canonicalLine(row({}))).toBe(
      'homicide-rate,a-source,HND,_Z,_T,main,calendar-year,2014-01-01,2014-12-31,,stated,exact,68,,,none,,,,a-source@2015,,,,,,\n',
    );
  });
});

describe('the key of a row', () => {
  const ofPeriod = (period: Period) => row({ period, basis: period.basis });

  test('is its series and its days', () => {
    expect(rowKey(row({ stated: null, gap: 'withdrawn', edition: 'a-source@2020' }))).toBe(rowKey(row({})));
    for (const more of [
      { indicator: 'homicides' },
      { source: 'b' },
      { area: 'SLV' },
      { counterpart: '_T' },
      { breakdown: 'sex=f' },
      { definition: 'other' },
    ])
      expect(rowKey(row(more))).not.toBe(rowKey(row({})));
    expect(rowKey(ofPeriod(parsePeriod('2015') as Period))).not.toBe(rowKey(row({})));
    expect(rowKey(ofPeriod({ basis: 'interval', start: '2014-02-01', end: '2014-12-31' }))).not.toBe(
      rowKey(ofPeriod({ basis: 'interval', start: '2014-03-01', end: '2014-12-31' })),
    );
  });

  test('keeps two series apart whose texts run together', () => {
    expect(rowKey(row({ source: 'a', area: 'bc' }))).not.toBe(rowKey(row({ source: 'ab', area: 'c' })));
    const fiscal = { period: fiscalYear(1970), basis: 'us-fiscal-year' } as const;
    expect(rowKey(row({ ...fiscal, source: 'a', area: 'bc' }))).not.toBe(
      rowKey(row({ ...fiscal, source: 'ab', area: 'c' })),
    );
  });

  test('of a fiscal year is the year in which it ends, whatever its days', () => {
    const october: Period = { basis: 'us-fiscal-year', start: '1969-10-01', end: '1970-09-30' };
    expect(rowKey(ofPeriod(fiscalYear(1970)))).toBe(rowKey(ofPeriod(october)));
    expect(rowKey(ofPeriod(fiscalYear(1971)))).not.toBe(rowKey(ofPeriod(fiscalYear(1970))));
    expect(rowKey({ ...ofPeriod(october), area: 'SLV' })).not.toBe(rowKey(ofPeriod(october)));
    // Calendar years have one span of days.
    expect(rowKey(ofPeriod({ ...october, basis: 'interval' }))).not.toBe(
      rowKey(ofPeriod({ ...fiscalYear(1970), basis: 'interval' })),
    );
  });
});

test('rows are in order of their keys, in code points, and what is no key does not count', () => {
  const of = (more: Partial<Observation>) => row(more);
  expect(compareCanonicalRows(of({ area: 'GTM' }), of({ area: 'HND' }))).toBe(-1);
  expect(compareCanonicalRows(of({ area: 'HND' }), of({ area: 'GTM' }))).toBe(1);
  expect(compareCanonicalRows(of({ area: 'Z' }), of({ area: 'a' }))).toBe(-1);
  expect(compareCanonicalRows(of({ indicator: 'a', area: 'Z' }), of({ indicator: 'b', area: 'A' }))).toBe(-1);
  expect(compareCanonicalRows(of({ edition: 'x' }), of({ edition: 'y' }))).toBe(0);
});
