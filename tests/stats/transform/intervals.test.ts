/**
 * The true result always lies within the interval: random admissible values of every figure in a transform.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Hedge, Stated } from '#stats/uncertainty/hedge.ts';
import { QUALIFIERS, addHedges, hedgeOf, scaleHedge } from '#stats/uncertainty/hedge.ts';
import { difference, quotient, shifted } from '#stats/uncertainty/interval.ts';
import { signsOf } from '#stats/uncertainty/order.ts';
import { partOfSum } from '#stats/transform/share-of-total.ts';
import { hedgeOfCell, toStated } from '#stats/model/cell.ts';

/** Any figure that a source may print for something that cannot be negative. */
const figures: fc.Arbitrary<Stated> = fc
  .tuple(fc.constantFrom(...QUALIFIERS), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 }))
  .map(([qualifier, n, width]): Stated => {
    switch (qualifier) {
      case 'exact':
      case 'about':
        return { qualifier, value: n, low: null, high: null };
      case 'more-than':
      case 'at-least':
      case 'just-over':
        return { qualifier, value: null, low: n, high: null };
      case 'less-than':
      case 'at-most':
      case 'nearly':
        return { qualifier, value: null, low: null, high: n + 1 };
      case 'range':
        return { qualifier, value: null, low: n, high: n + width };
    }
  });
const hedges = figures.map((stated) => hedgeOf(stated, 0));

const FAR = 1e12;
const least = (hedge: Hedge): number => Math.max(hedge.low, 0);
const greatest = (hedge: Hedge): number => Math.min(hedge.high, FAR);
/** A true value that a hedge allows: `at` runs from 0, the least, to 1, the greatest. */
const draw = (hedge: Hedge, at: number): number => least(hedge) + (greatest(hedge) - least(hedge)) * at;
const fractions = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });

/** The least and greatest values of a formula over the ends of its figures. */
function reach(terms: readonly Hedge[], formula: (values: readonly number[]) => number): [number, number] {
  let all: number[][] = [[]];
  for (const term of terms) {
    // Just above 0 if a figure may be 0, to avoid a division by 0.
    const ends = greatest(term) > 0 ? [Math.max(least(term), 1e-9), greatest(term)] : [0];
    all = all.flatMap((values) => ends.map((end) => [...values, end]));
  }
  const results = all.map(formula).filter(Number.isFinite);
  return [Math.min(...results), Math.max(...results)];
}

const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
const inside = (value: number, { low, high }: Hedge): boolean =>
  (value >= low || near(value, low)) && (value <= high || near(value, high));
const unknown = (hedge: Hedge): boolean => hedge.words.has('nearly') || hedge.words.has('just-over');

interface Formula {
  readonly of: (values: readonly number[]) => number;
  readonly as: (terms: readonly Hedge[]) => Hedge | null;
}
const at = <T>(list: readonly T[], i: number): T => list[i] as T;
const FORMULAS: Readonly<Record<string, Formula>> = {
  'index, per capita': {
    of: (v) => (at(v, 0) / at(v, 1)) * 100,
    as: (t) => quotient(at(t, 0), at(t, 1), 100),
  },
  'change in the unit': {
    of: (v) => at(v, 0) - at(v, 1),
    as: (t) => difference(at(t, 0), at(t, 1)),
  },
  'change in percent': {
    of: (v) => ((at(v, 0) - at(v, 1)) / at(v, 1)) * 100,
    as: (t) => {
      const ratio = quotient(at(t, 0), at(t, 1), 100);
      return ratio && shifted(ratio, -100);
    },
  },
  'share of total': {
    of: (v) => at(v, 0) / v.reduce((a, b) => a + b, 0),
    as: (t) => partOfSum(at(t, 0), t.slice(1)),
  },
  'mean of a window': {
    of: (v) => v.reduce((a, b) => a + b, 0) / v.length,
    as: (t) => scaleHedge(addHedges(t), 1 / t.length),
  },
};

describe.each(Object.entries(FORMULAS))('%s', (_, { of, as }) => {
  const terms = fc.array(hedges, { minLength: 2, maxLength: 5 });

  test('the true result of any admissible draw lies inside', () => {
    fc.assert(
      fc.property(terms, fractions, (list, where) => {
        const hedge = as(list);
        const truth = of(list.map((hedge, i) => draw(hedge, at(where, i))));
        if (hedge && Number.isFinite(truth)) expect(inside(truth, hedge), `${truth}`).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test('an end that is known is reached, or approached as near as one likes', () => {
    fc.assert(
      fc.property(terms, (all) => {
        // A formula of two figures is not tested with a third.
        const list = of([1, 2, 3]) === of([1, 2, 4]) ? all.slice(0, 2) : all;
        const hedge = as(list);
        if (!hedge || list.some(unknown)) return;
        const [low, high] = reach(list, of);
        if (hedge.low > -Infinity) expect(near(hedge.low, low), `${hedge.low} ${low}`).toBe(true);
        else expect(low).toBeLessThan(-1e6);
        if (hedge.high < Infinity) expect(near(hedge.high, high), `${hedge.high} ${high}`).toBe(true);
        else expect(high).toBeGreaterThan(list.some((hedge) => hedge.high === Infinity) ? 0.9 : 1e6);
      }),
      { numRuns: 1500 },
    );
  });

  test('no end is not a number, an approximate figure makes an approximate result, ends are in order', () => {
    fc.assert(
      fc.property(terms, (list) => {
        const hedge = as(list);
        if (!hedge) return;
        expect([hedge.low, hedge.high, hedge.central ?? 0].some(Number.isNaN)).toBe(false);
        expect(hedge.low).toBeLessThanOrEqual(hedge.high);
        if (hedge.central !== null) expect(inside(hedge.central, hedge)).toBe(true);
        const figure = toStated(hedge, -Infinity, Infinity);
        const used = of([1, 2, 3]) === of([1, 2, 4]) ? list.slice(0, 2) : list;
        if (figure && used.some((hedge) => hedge.words.has('about')) && hedge.low < hedge.high) {
          expect(figure.stated.qualifier).toBe('about');
        }
      }),
      { numRuns: 1000 },
    );
  });
});

test('a cell read back as an interval is the interval it was settled from', () => {
  fc.assert(
    fc.property(hedges, (hedge) => {
      const figure = toStated(hedge, 0, Infinity);
      if (!figure) return;
      const back = hedgeOfCell(figure, 0);
      expect([back.low, back.high, back.central]).toEqual([hedge.low, hedge.high, hedge.central]);
      expect(toStated(back, 0, Infinity)).toEqual(figure);
    }),
  );
});

test('the sign of a difference: every sign that some draw has, and no other', () => {
  fc.assert(
    fc.property(hedges, hedges, fractions, (a, b, where) => {
      const signs = signsOf(a, b, 0);
      const inner = (hedge: Hedge, fraction: number): number => draw(hedge, 0.001 + 0.998 * fraction);
      const [x, y] = [inner(a, at(where, 0)), inner(b, at(where, 1))];
      expect(signs.has(Math.sign(x - y) as -1 | 0 | 1)).toBe(true);
      if (signs.has(1)) expect(greatest(a)).toBeGreaterThan(least(b));
      if (signs.has(-1)) expect(least(a)).toBeLessThan(greatest(b));
      if (signs.has(0)) expect(greatest(a) >= least(b) && greatest(b) >= least(a)).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

test.each([
  ['5', '5', '0'],
  ['5', '3', '1'],
  ['more-than 5', '5', '1'],
  ['at-least 5', '5', '0 1'],
  ['less-than 5', 'more-than 5', '-1'],
  ['at-most 5', 'at-least 5', '-1 0'],
  ['nearly 5', '5', '-1'],
  ['just-over 5', 'nearly 5', '1'],
])('%s against %s: %s', (a, b, expected) => {
  const read = (text: string): Hedge => {
    const [word = '', number = word] = text.split(' ');
    const n = Number(number);
    const qualifier = text.includes(' ') ? word : 'exact';
    const above = ['more-than', 'at-least', 'just-over'].includes(qualifier);
    const point = qualifier === 'exact';
    return hedgeOf(
      {
        qualifier: qualifier as Stated['qualifier'],
        value: point ? n : null,
        low: above ? n : null,
        high: point || above ? null : n,
      },
      0,
    );
  };
  expect([...signsOf(read(a), read(b), 0)].sort((x, y) => x - y).join(' ')).toBe(expected);
});
