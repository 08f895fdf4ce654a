/** The rule about which areas share people, by itself; sums, shares and verdicts use it. */
import { describe, expect, it, test } from 'vitest';
import { readCatalogue } from '#sources/metadata/catalogue.ts';
import {
  anyOverlap,
  codesBelow,
  extentOf,
  extentsOverlap,
  type NestedArea,
} from '#stats/model/area-overlap.ts';

const group = (...members: string[]): NestedArea => ({
  kind: 'group',
  members: members.map((area) => ({ area })),
});
const AREAS = new Map<string, NestedArea>([
  ['_T', { kind: 'all' }],
  ['HND', { kind: 'country' }],
  ['SLV', { kind: 'country' }],
  ['MEX', { kind: 'country' }],
  ['HNSAP', { kind: 'city', within: 'HND' }],
  ['HNTGU', { kind: 'city', within: 'HND' }],
  ['cortes', { kind: 'department', within: 'HND' }],
  ['choloma', { kind: 'municipality', within: 'cortes' }],
  ['villanueva', { kind: 'municipality', within: 'cortes' }],
  ['inner', group('HND', 'SLV')],
  ['outer', group('inner', 'MEX')],
  ['beside', group('HND')],
  ['cities', group('HNSAP')],
  ['mixed', group('HND', 'HNSAP')],
  ['circle', group('round')],
  ['round', group('circle', 'HND')],
]);

test.each([
  ['a country and itself', 'HND', 'HND', true],
  ['two countries', 'HND', 'SLV', false],
  ['a city and its country', 'HNSAP', 'HND', true],
  ['a city and another country', 'HNSAP', 'SLV', false],
  ['two cities of one country', 'HNSAP', 'HNTGU', false],
  ['a municipality and its department', 'choloma', 'cortes', true],
  ['a municipality and its country', 'HND', 'choloma', true],
  ['two municipalities of one department', 'choloma', 'villanueva', false],
  ['a municipality and a group of its country', 'choloma', 'outer', true],
  ['a group and its member', 'inner', 'HND', true],
  ['a group of groups and a country two levels down', 'outer', 'HND', true],
  ['a group of groups and the group in it', 'outer', 'inner', true],
  ['two groups with a country in common', 'outer', 'beside', true],
  ['a group of groups and a city two levels down', 'outer', 'HNTGU', true],
  ['a group of cities and their country', 'cities', 'HND', true],
  ['a group of cities and another city of the country', 'cities', 'HNTGU', false],
  ['a sum that was asked for and one of its parts', 'HND+SLV', 'SLV', true],
  ['a sum that was asked for and a country outside', 'HND+SLV', 'MEX', false],
  ['everybody and a country', '_T', 'MEX', true],
  ['a code that no catalogue has and a country', 'XXX', 'HND', false],
  ['groups that hold one another and a country in them', 'circle', 'HND', true],
])('%s: %s and %s overlap: %s', (_, a, b, overlap) => {
  const [first, second] = [extentOf(a, AREAS), extentOf(b, AREAS)];
  expect(extentsOverlap(first, second)).toBe(overlap);
  expect(extentsOverlap(second, first)).toBe(overlap);
  if (a !== b) expect(anyOverlap([a, b], AREAS)).toBe(overlap);
});

describe('the areas of a sum', () => {
  it('are refused where one of them holds a country and its city', () => {
    expect(anyOverlap(['mixed'], AREAS)).toBe(true);
    expect(anyOverlap(['inner'], AREAS)).toBe(false);
  });

  it('by the short way and pair by pair are judged alike, over all pairs of the catalogue', () => {
    const { areas } = readCatalogue('sources');
    const byCode = new Map(areas.map((area) => [area.code, area]));
    const sample = areas.filter((area, i) => area.kind !== 'country' || i % 9 === 0);
    const judged = new Set<boolean>();
    for (const [i, a] of sample.entries()) {
      for (const b of sample.slice(i + 1)) {
        const pairwise = extentsOverlap(extentOf(a.code, byCode), extentOf(b.code, byCode));
        expect(anyOverlap([a.code, b.code], byCode), `${a.code} ${b.code}`).toBe(pairwise);
        judged.add(pairwise);
      }
    }
    expect(judged.size).toBe(2);
  });
});

test('what lies below a group of groups is every level', () => {
  expect([...codesBelow('outer', AREAS)].sort()).toEqual(['HND', 'MEX', 'SLV', 'inner']);
});
