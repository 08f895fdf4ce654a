import { describe, expect, test } from 'vitest';
import { barsPath } from '#app/_controls/availability.ts';
import { countsOf, numbersOf, peersOf, rangesOf } from '#app/_controls/listed.ts';
import type { Area } from '#stats/model/catalogue.ts';
import { HOMICIDE } from '../_charts/answers.ts';
import { chartCell } from '../_charts/making.ts';

describe('the periods of places', () => {
  test('are written as ranges and read back', () => {
    expect(rangesOf([0, 1, 2, 5, 7, 8])).toBe('0-2,5,7-8');
    expect(numbersOf('0-2,5,7-8')).toEqual([0, 1, 2, 5, 7, 8]);
    expect([rangesOf([]), numbersOf('')]).toEqual(['', []]);
  });

  test('are counted: how many of the chosen have figures', () => {
    expect(countsOf(['0-2', '1', '2'], 4)).toEqual([1, 2, 2, 0]);
  });

  test('are drawn as bars of which the highest is all of the chosen', () => {
    expect(barsPath([2, 1], 2, () => true)).toBe('M0 40V0H198V40M200 40V20H398V40');
    expect(barsPath([2, 1], 2, (i) => i === 1)).toBe('M200 40V20H398V40');
    expect(barsPath([0, 0], 0, () => true)).toBe('');
  });
});

describe('peers', () => {
  const name = (text: string) => ({ en: text, es: text });
  const group = (code: string, members: readonly string[]): Area => ({
    code,
    kind: 'group',
    name: name(code),
    members: members.map((area) => ({ area })),
  });
  const people = { A: 10, B: 9, C: 20, D: 4, E: 100, F: 11 };
  const population = new Map(
    Object.entries(people).map(([code, value]) => [code, chartCell(HOMICIDE, code, '2014', value)]),
  );
  const areas = [
    group('m49-001', ['A', 'B', 'C', 'D', 'E', 'F']),
    group('m49-013', ['A', 'B', 'C', 'D', 'E']),
  ];
  const all = new Set(Object.keys(people));

  test('are of the smallest region with enough figures, nearest in population by ratio first', () => {
    expect(peersOf({ areas }, 'A', all, population)).toEqual({
      region: name('m49-013'),
      codes: ['B', 'C', 'D', 'E'],
    });
  });

  test('are of a larger region where the smaller has too few figures', () => {
    const fewer = new Set(['A', 'B', 'C', 'D', 'F']);
    expect(peersOf({ areas }, 'A', fewer, population)?.codes).toEqual(['F', 'B', 'C', 'D']);
  });

  test('are none without a population', () => {
    expect(peersOf({ areas }, 'A', all, new Map())).toBeNull();
  });
});
