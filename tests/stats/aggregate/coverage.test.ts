import { expect, test } from 'vitest';
import { COVERED_KINDS, coveredKind, coverageEnds, isOfMembers } from '#stats/aggregate/coverage.ts';
import type { Cell } from '#stats/model/observation.ts';

const NORTHERN = { code: 'northern-triangle', kind: 'group' as const };
const key = (area: string, counterpart: string, breakdown: string) => ({ area, counterpart, breakdown });

test.each([
  ['a group of areas', key('northern-triangle', '_Z', '_T'), 'members'],
  ['areas that were added up', key('HND+SLV', '_Z', '_T'), 'members'],
  ['a group of origins', key('USA', 'northern-triangle', 'border=southwest'), 'members'],
  ['parts of a figure', key('USA', '_T', 'stage=applied+stage=interviewed'), 'parts'],
  ['members of two groups', key('northern-triangle', 'HND+SLV', '_T'), 'parts'],
  ['one place over its months', key('USA', '_T', 'border=southwest'), 'months'],
])('%s', (_, of, kind) => {
  expect(coveredKind([NORTHERN], of)).toBe(kind);
});

test('years of a single place are made of what its indicator is published by', () => {
  const place = key('USA', '_T', '_T');
  expect(coveredKind([NORTHERN], place, 'month')).toBe('months');
  expect(coveredKind([NORTHERN], place, 'quarter')).toBe('quarters');
  expect(coveredKind([NORTHERN], place, 'half-year')).toBe('half-years');
  expect(coveredKind([NORTHERN], place, null)).toBe('months');
  expect(coveredKind([NORTHERN], key('HND+SLV', '_Z', '_T'), 'quarter')).toBe('members');
  expect(COVERED_KINDS.filter(isOfMembers)).toEqual(['members', 'parts']);
});

const of = (present: number, expected: number, computed = true, figure = true): Cell =>
  ({
    stated: figure ? { qualifier: 'exact', value: 1, low: null, high: null } : null,
    coverage: computed ? { present, expected, weight: null } : null,
  }) as Cell;

test('an area of the catalogue that is no group is one place, also beside groups', () => {
  const honduras = { code: 'HND', kind: 'country' as const };
  expect(coveredKind([NORTHERN, honduras], key('HND', '_Z', '_T'))).toBe('months');
  expect(coveredKind([honduras, NORTHERN], key('northern-triangle', '_Z', '_T'))).toBe('members');
});

test('a group and joined parts of it are parts; joined origins alone are members', () => {
  expect(coveredKind([NORTHERN], key('northern-triangle', '_Z', 'sex=f+sex=m'))).toBe('parts');
  expect(coveredKind([NORTHERN], key('USA', 'HND+SLV', '_T'))).toBe('members');
});

test('the ends of coverage are the least and the most of the figures, by share and not by number', () => {
  const cells = [of(6, 7), of(3, 3), of(1, 2), of(9, 12)];
  expect(coverageEnds(cells)).toEqual({
    fewest: { present: 1, expected: 2, weight: null },
    most: { present: 3, expected: 3, weight: null },
  });
});

test('gaps and published figures have no part in it; where nothing was computed there are no ends', () => {
  expect(coverageEnds([of(0, 9, true, false), of(5, 7), of(7, 7, false)])).toEqual({
    fewest: { present: 5, expected: 7, weight: null },
    most: { present: 5, expected: 7, weight: null },
  });
  expect(coverageEnds([of(7, 7, false), of(1, 7, true, false)])).toBeNull();
  expect(coverageEnds([])).toBeNull();
});
