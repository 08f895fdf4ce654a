/** Circles as large as populations: their area is the figure, not their radius. */
import { expect, it } from 'vitest';
import { radiusOf, type DotSizes } from '#app/_charts/scatter/point.ts';
import { CHILDREN_BY_YEAR } from '../answers.ts';
import { chartCell } from '../making.ts';

const population = (amount: number) => chartCell(CHILDREN_BY_YEAR.indicator, 'HND', 'FY2014', amount);
const SIZES: DotSizes = {
  indicator: CHILDREN_BY_YEAR.indicator,
  cells: new Map(),
  sources: new Map(),
  greatest: 100_000_000,
};

it('a place with a quarter of the people has half of the radius', () => {
  const [whole, quarter] = [100_000_000, 25_000_000].map((n) => radiusOf('others', population(n), SIZES));
  expect(quarter! * 2).toBe(whole);
});

it('the smallest can still be touched, and a place without a figure is as small', () => {
  expect(radiusOf('others', population(100), SIZES)).toBe(3);
  expect(radiusOf('hnd', null, SIZES)).toBe(3);
});

it('without sizes a place of its own colour is larger than one in grey', () => {
  expect(radiusOf('hnd', population(1), null)).toBeGreaterThan(radiusOf('others', population(1), null));
});
