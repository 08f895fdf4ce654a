/** A drawing with fewer bytes, and a part of a drawing. */
import { describe, expect, test } from 'vitest';
import { simplify } from '#app/_charts/svg/simplify.ts';
import { subsetOf } from '#app/_charts/subset.ts';
import { circle, line, rect, textShape } from '#app/_charts/marks/shapes.ts';
import { CARAVAN_SIZES, CHILDREN_BY_YEAR, POPULATION } from '../answers.ts';

describe('joined shapes', () => {
  const red = { fill: 'slv' } as const;

  test('of one look are one path, in their order', () => {
    const grid = { stroke: 'grid', width: 1 } as const;
    expect(
      simplify([
        rect(0, 0, 4, 2, red),
        rect(10, 0, 4, 2, red),
        line(0, 9, 9, 9, grid),
        rect(20, 0, 4, 2, red),
      ]),
    ).toEqual([
      { as: 'path', d: 'M0 0h4v2h-4zM10 0h4v2h-4z', fill: 'slv' },
      { as: 'path', d: 'M0 9L9 9', fill: 'none', ...grid },
      { as: 'path', d: 'M20 0h4v2h-4z', fill: 'slv' },
    ]);
  });

  test('words part them and stay as they are', () => {
    const words = textShape(1, 2, 'a', 'note');
    expect(simplify([rect(0, 0, 1, 1, red), words, rect(2, 0, 1, 1, red)])).toHaveLength(3);
    expect(simplify([words])).toEqual([words]);
  });

  test('a dot in a ring of paper is as large as it was, without the ring', () => {
    expect(simplify([circle(5, 5, 4.5, { fill: 'mex', stroke: 'paper', width: 1 })])).toEqual([
      { as: 'path', d: 'M5 5z', fill: 'none', stroke: 'mex', width: 8, round: true },
    ]);
  });

  test('a hollow dot keeps its outline', () => {
    expect(simplify([circle(5, 5, 2, { fill: 'paper', stroke: 'mex', width: 1 })])).toEqual([
      { as: 'path', d: 'M3 5a2 2 0 0 1 4 0a2 2 0 0 1 -4 0z', fill: 'paper', stroke: 'mex', width: 1 },
    ]);
  });
});

describe('a part of an answer', () => {
  test('is the latest rows of a number line, under as few headings as possible', () => {
    const { cells } = CARAVAN_SIZES;
    expect(subsetOf(CARAVAN_SIZES, 'number-line', 0.5)).toEqual(cells.slice(0, 3));
    expect(subsetOf(CARAVAN_SIZES, 'number-line', 0.01)).toEqual(cells.slice(2, 3));
  });

  test('is whole series of a line chart, those with a colour first, then the highest', () => {
    const areas = (cells: ReturnType<typeof subsetOf>) => [...new Set(cells.map(({ area }) => area))];
    expect(areas(subsetOf(POPULATION, 'line', 0.5))).toEqual(['GTM', 'northern-triangle']);
    const group = (series: { readonly computed: boolean }) => (series.computed ? 'group' : 'others');
    expect(areas(subsetOf(POPULATION, 'line', 0.25, group))).toEqual(['northern-triangle']);
  });

  test('has every place that was asked for before a second source of any', () => {
    const again = POPULATION.cells.map((cell) => ({ ...cell, source: 'another' }));
    const areaOf = ({ area }: { readonly area: string }): string => area;
    const cells = [...POPULATION.cells, ...again].sort((a, b) => areaOf(a).localeCompare(areaOf(b)));
    const half = subsetOf({ cells }, 'line', 0.5, () => 'hnd');
    expect(new Set(half.map(areaOf))).toEqual(new Set(cells.map(areaOf)));
    expect(half).toHaveLength(POPULATION.cells.length);
  });

  test('is the last periods of a series that is too long by itself', () => {
    expect(subsetOf(CHILDREN_BY_YEAR, 'bars', 0.3)).toEqual(CHILDREN_BY_YEAR.cells.slice(-3));
  });
});
