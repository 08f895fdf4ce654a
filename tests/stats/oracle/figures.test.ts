/** Arithmetic of hedged figures, compared with the oracle's, which is written independently. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addHedges, floorOf, hedgeOf, scaleHedge, statedOf, type Hedge } from '#stats/uncertainty/hedge.ts';
import { hedgeOfCell, toStated } from '#stats/model/cell.ts';
import { difference, quotient, shifted } from '#stats/uncertainty/interval.ts';
import { signsOf } from '#stats/uncertainty/order.ts';
import * as oracle from '../../oracle/rules/figures.ts';
import { drawnCell, anyStated } from './figures.ts';

const RUNS = { numRuns: 3000 };
const floors = fc.constantFrom(0, -Infinity);
const asHedge = (figure: oracle.Figure | null): Hedge | null =>
  figure && { low: figure.low, high: figure.high, central: figure.centre, words: figure.words };

describe('figures with every word', () => {
  test('the interval behind a print, and the word for it', () => {
    fc.assert(
      fc.property(anyStated, floors, (text, floor) => {
        const hedge = hedgeOf(text, floor);
        expect(hedge).toEqual(asHedge(oracle.behind(text, floor)));
        expect(statedOf(hedge, floor)).toEqual(oracle.inWords(oracle.behind(text, floor), floor));
      }),
      RUNS,
    );
  });

  test('sums and weighted sums agree with the oracle', () => {
    fc.assert(
      fc.property(
        fc.array(anyStated, { maxLength: 4 }),
        floors,
        fc.constantFrom(1, 3),
        (all, floor, weight) => {
          const sum = scaleHedge(addHedges(all.map((print) => hedgeOf(print, floor))), weight);
          const should = oracle.each(
            oracle.added(all.map((stated) => oracle.behind(stated, floor))),
            (n) => n * weight,
          );
          expect(sum).toEqual(asHedge(should));
          expect(statedOf(sum, floor)).toEqual(oracle.inWords(should, floor));
        },
      ),
      RUNS,
    );
  });

  test('quotients and differences agree with the oracle', () => {
    fc.assert(
      fc.property(anyStated, anyStated, fc.constantFrom(1, 100), (a, b, factor) => {
        const [x, y] = [hedgeOf(a, 0), hedgeOf(b, 0)];
        const [p, q] = [oracle.behind(a, 0), oracle.behind(b, 0)];
        expect(quotient(x, y, factor)).toEqual(asHedge(oracle.divided(p, q, factor)));
        expect(difference(x, y)).toEqual(asHedge(oracle.less(p, q)));
        expect(shifted(x, -3)).toEqual(asHedge(oracle.settled(oracle.each(p, (n) => n - 3))));
      }),
      RUNS,
    );
  });

  test('what a cell of an answer says of its figure, to go on with', () => {
    const cells = drawnCell('HND', { basis: 'calendar-year', start: '2014-01-01', end: '2014-12-31' });
    fc.assert(
      fc.property(cells, floors, fc.boolean(), fc.boolean(), (cell, floor, low, high) => {
        if (!cell.stated) return;
        const one = {
          stated: cell.stated,
          lowInclusive: cell.lowInclusive === null ? null : low,
          highInclusive: cell.highInclusive === null ? null : high,
        };
        expect(hedgeOfCell(one, floor)).toEqual(asHedge(oracle.ofCell(one, floor)));
      }),
      RUNS,
    );
  });

  test('a figure that leaves everything open says nothing; the others are cut to twelve digits', () => {
    fc.assert(
      fc.property(anyStated, anyStated, floors, fc.constantFrom(1, Infinity), (a, b, floor, ceiling) => {
        const figure = oracle.divided(oracle.behind(a, 0), oracle.behind(b, 0), 1 / 3);
        const hedge = asHedge(figure);
        if (!figure || !hedge) return;
        const open = hedge.low <= floor && hedge.high >= ceiling && hedge.low !== hedge.high;
        const said = open
          ? null
          : oracle.statedAs(oracle.settled(oracle.each(figure, oracle.twelve)), floor, 'stated');
        const { intervalKind: _, ...should } = said ?? { intervalKind: null };
        expect(toStated(hedge, floor, ceiling)).toEqual(said && should);
      }),
      RUNS,
    );
  });

  test('comparisons of two figures agree with the oracle', () => {
    fc.assert(
      fc.property(anyStated, anyStated, floors, (a, b, floor) => {
        const signs = signsOf(hedgeOf(a, floor), hedgeOf(b, floor), floor);
        const is = signs.has(1) ? (signs.size === 1 ? 'surely' : 'maybe') : 'never';
        expect(is).toBe(oracle.isGreater(oracle.behind(a, floor), oracle.behind(b, floor), floor));
        // The same pair in reverse order.
        const turned = signsOf(hedgeOf(b, floor), hedgeOf(a, floor), floor);
        expect([...turned].map((sign) => -sign + 0).sort()).toEqual([...signs].sort());
      }),
      RUNS,
    );
  });
});

test('the floor of what may be negative is nothing, of all else 0', () => {
  expect([floorOf(true), floorOf(false)]).toEqual([-Infinity, 0]);
});

test('more than 5 is open above also where 5 stands as its value', () => {
  for (const qualifier of ['more-than', 'at-least', 'just-over'] as const)
    expect(hedgeOf({ qualifier, value: 5, low: null, high: null }, 0)).toMatchObject({
      low: 5,
      high: Infinity,
    });
});
