import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalLine, canonicalRow, compareCanonicalRows, rowKey } from '#stats/model/canonical-row.ts';
import type { Observation } from '#stats/model/observation.ts';
import {
  compareProductVersions,
  formatProductVersion,
  parseProductVersion,
  parseVersion,
} from '#stats/model/release.ts';

describe('numbers of releases', () => {
  const part = fc.integer({ min: 0, max: 999_999 });
  const version = fc.record({ major: part, minor: part, patch: part });

  test('a number and its text undo each other', () => {
    fc.assert(
      fc.property(version, (version) => {
        expect(parseProductVersion(formatProductVersion(version))).toEqual(version);
      }),
    );
  });

  test('1.10.0 comes after 1.9.0, and 2.0.0 after both', () => {
    const sorted = ['2.0.0', '1.10.0', '1.9.12', '1.9.2']
      .map(parseProductVersion)
      .filter((version) => version !== null)
      .sort(compareProductVersions)
      .map(formatProductVersion);
    expect(sorted).toEqual(['1.9.2', '1.9.12', '1.10.0', '2.0.0']);
  });

  test.each([
    '',
    '1',
    '1.0',
    '1.0.0.0',
    'v1.0.0',
    '01.0.0',
    '1.0.x',
    '1.0.0-beta',
    '^1.0.0',
    'latest',
    '1.0.0 ',
    '-1.0.0',
    '1.0.1234567',
  ])('%j is no release', (text) => expect(parseVersion(text)).toBeNull());
});

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

describe('the row that a release keeps', () => {
  test.each([
    ['a point', { qualifier: 'exact', value: 68, low: null, high: null }, false, '68', '', '', 'none'],
    [
      'less than 2',
      { qualifier: 'less-than', value: null, low: null, high: 2 },
      false,
      '',
      '0',
      '2',
      'stated',
    ],
    [
      'less than 2, signed',
      { qualifier: 'less-than', value: null, low: null, high: 2 },
      true,
      '',
      '-Infinity',
      '2',
      'stated',
    ],
    [
      'nearly 10',
      { qualifier: 'nearly', value: null, low: null, high: 10 },
      false,
      '',
      '-Infinity',
      '10',
      'stated',
    ],
    [
      'more than 4',
      { qualifier: 'more-than', value: null, low: 4, high: null },
      false,
      '',
      '4',
      'Infinity',
      'stated',
    ],
  ] as const)('%s is written with its ends', (_, stated, signed, value, low, high, kind) => {
    const row = canonicalRow({ ...base, stated }, signed);
    expect(row).toMatchObject({ value, low, high, interval_kind: kind });
  });

  test('an unknown start is -infinity, an open end infinity', () => {
    const row = canonicalRow({ ...base, period: { basis: 'since', start: '2008-01-01', end: null } }, false);
    expect([row.period_start, row.period_end]).toEqual(['2008-01-01', 'infinity']);
  });

  test('commas, quotes and lines in a text are quoted, and nothing else is', () => {
    const row = canonicalRow({ ...base, locator: 'page 1, "note"\nline', printed: 'so it is' }, false);
    expect(canonicalLine(row)).toContain('"page 1, ""note""\nline",so it is,');
  });

  test('rows are in the order of their keys, whichever way they come', () => {
    const rows = ['SLV', 'GTM', 'HND', '_T'].map((area) => canonicalRow({ ...base, area }, false));
    const sorted = [...rows].sort(compareCanonicalRows);
    expect(sorted.map((row) => row.area)).toEqual(['GTM', 'HND', 'SLV', '_T']);
    expect([...rows].reverse().sort(compareCanonicalRows)).toEqual(sorted);
    expect(new Set(rows.map(rowKey)).size).toBe(4);
  });
});
