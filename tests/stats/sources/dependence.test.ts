/** Whether a conclusion depends on the source, compared with brute force on small sets. */
import { DEPENDENCE_RULE, DEPENDENCE_WORDS } from '#stats/wording/sources.ts';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { AreaPair } from '#stats/sources/dependence.ts';
import { changeDependence, dependenceOf, reversalOf, rankingDependence } from '#stats/sources/dependence.ts';
import type { Hedge } from '#stats/uncertainty/hedge.ts';
import { exactly, interval } from '#stats/uncertainty/interval.ts';
import type { Cell } from '#stats/model/observation.ts';
import { cellFrom } from '../transform/cells.ts';

const options = { chosen: 'a', signed: false, member: (cell: Cell) => cell.area } as const;
const table = (period: string, rows: Readonly<Record<string, Readonly<Record<string, string>>>>): Cell[] =>
  Object.entries(rows).flatMap(([source, figures]) =>
    Object.entries(figures).map(([area, text]) => cellFrom(period, text, { source, area })),
  );

describe('whether an order depends on the source', () => {
  it('is no, where every source has the same order: Honduras above El Salvador in 2014', () => {
    const cells = table('2014', { a: { HND: '68', SLV: '61.1' }, b: { HND: '65', SLV: '63.6' } });
    expect(rankingDependence(cells, options)).toEqual({
      verdict: 'no',
      turns: [],
      open: [],
      unchecked: [],
    });
  });

  it('is certain, where another source turns it round', () => {
    const cells = table('2014', { a: { HND: '68', SLV: '61.1' }, b: { HND: '65', SLV: '66' } });
    const found = rankingDependence(cells, options);
    expect(found.verdict).toBe('certain');
    expect(found.turns).toEqual([
      { source: 'b', question: ['HND', 'SLV'], flip: 'certain', chosen: [1], other: [-1] },
    ]);
  });

  it('is possible, where a hedge leaves it open', () => {
    const cells = table('2014', { a: { HND: '68', SLV: '61.1' }, b: { HND: '60..70', SLV: '63.6' } });
    expect(rankingDependence(cells, options)).toMatchObject({ verdict: 'possible', open: [] });
    const open = table('2014', { a: { HND: '60..70', SLV: '61' }, b: { HND: '68', SLV: '61' } });
    expect(rankingDependence(open, options)).toMatchObject({ verdict: 'possible', open: [['HND', 'SLV']] });
  });

  it('a tie is an answer of its own', () => {
    const cells = table('2014', { a: { HND: '68', SLV: '61' }, b: { HND: '65', SLV: '65' } });
    expect(rankingDependence(cells, options).verdict).toBe('certain');
  });

  it('a source that lacks a figure is not asked, and is named', () => {
    const cells = table('2014', { a: { HND: '68', SLV: '61' }, b: { HND: '65', SLV: '-' } });
    expect(rankingDependence(cells, options)).toMatchObject({
      verdict: 'unchecked',
      unchecked: [{ source: 'b', question: ['HND', 'SLV'] }],
    });
  });
});

describe('whether a rise or a fall depends on the source', () => {
  const change = (before: Cell[], after: Cell[]): ReturnType<typeof changeDependence> =>
    changeDependence(before, after, { ...options, breaks: [] });

  it('the fall of the homicide rate of Honduras from 2012 to 2014 stands in every vintage', () => {
    const before = table('2012', { a: { HND: '92' }, b: { HND: '84.3' }, c: { HND: '82.3' } });
    const after = table('2014', { a: { HND: '68' }, b: { HND: '66.9' }, c: { HND: '65' } });
    expect(change(before, after).verdict).toBe('no');
  });

  it('an open end leaves it open', () => {
    const before = table('2012', { a: { MEX: '18000' }, b: { MEX: '19000' } });
    const after = table('2014', { a: { MEX: 'more-than 20000' }, b: { MEX: 'more-than 15000' } });
    const found = change(before, after);
    expect(found.verdict).toBe('possible');
    expect(found.turns[0]).toMatchObject({ source: 'b', chosen: [1], other: [-1, 0, 1] });
  });

  it('a source that changed its way of counting in between is not asked', () => {
    const before = table('2012', { a: { HND: '92' }, b: { HND: '84' } });
    const after = table('2014', { a: { HND: '68' }, b: { HND: '90' } });
    const found = changeDependence(before, after, {
      ...options,
      breaks: [
        {
          id: 'x',
          indicator: 'homicides',
          source: 'b',
          kind: 'method',
          at: '2013-01-01',
          name: { en: 'a break', es: 'una ruptura' },
          text: { en: '', es: '' },
          cited: { text: { en: '', es: '' } },
        },
      ],
    });
    expect(found).toMatchObject({ verdict: 'unchecked', turns: [], unchecked: [{ source: 'b' }] });
  });
});

const hedges: fc.Arbitrary<Hedge> = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 2 }))
  .map(([low, width]) =>
    width === 0 ? exactly(low) : interval(low, low + width, null, new Set(['range'] as const)),
  );

/** Every value of a small interval, in halves: enough to reach all orders of intervals with integer ends. */
const drawsOf = ({ low, high }: Hedge): number[] =>
  Array.from({ length: (high - low) * 2 + 1 }, (_, i) => low + i / 2);

/** Every order that a source's figures allow, as the signs of all pairs. */
function ordersOf(figures: readonly Hedge[]): Set<string> {
  let draws: number[][] = [[]];
  for (const hedge of figures) draws = draws.flatMap((draw) => drawsOf(hedge).map((x) => [...draw, x]));
  return new Set(
    draws.map((values) =>
      values.flatMap((x, i) => values.slice(i + 1).map((y) => Math.sign(x - y))).join(' '),
    ),
  );
}

test('the order of three under two sources equals brute force over all that their figures allow', () => {
  const three = fc.array(hedges, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(three, three, (a, b) => {
      const pairs = ([source, figures]: readonly [string, readonly Hedge[]]): AreaPair[] =>
        figures.flatMap((first, i) =>
          figures.slice(i + 1).map((second, j) => ({
            source,
            question: [String(i), String(i + 1 + j)] as const,
            first,
            second,
          })),
        );
      const { verdict } = dependenceOf([...pairs(['a', a]), ...pairs(['b', b])], {
        chosen: 'a',
        sources: ['a', 'b'],
        floor: 0,
      });
      const [under, other] = [ordersOf(a), ordersOf(b)];
      const common = [...under].some((order) => other.has(order));
      const areCertain = under.size === 1 && other.size === 1;
      expect(verdict).toBe(!common ? 'certain' : areCertain ? 'no' : 'possible');
    }),
    { numRuns: 600 },
  );
});

test('every verdict and the rule of the method page have words in both languages', () => {
  expect(Object.keys(DEPENDENCE_WORDS)).toEqual(['no', 'spread', 'possible', 'certain', 'unchecked']);
  for (const text of [...Object.values(DEPENDENCE_WORDS), DEPENDENCE_RULE]) {
    expect(text.en).toMatch(/\.$/);
    expect(text.es).toMatch(/\.$/);
  }
  expect([reversalOf(new Set([1]), new Set([-1])), reversalOf(new Set([1]), new Set([0, 1]))]).toEqual([
    'certain',
    'possible',
  ]);
});
