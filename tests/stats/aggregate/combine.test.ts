import { describe, expect, test } from 'vitest';
import type { Expectation, Summand } from '#stats/aggregate/combine.ts';
import { toFigureOrGap, isCombinable, total } from '#stats/aggregate/combine.ts';
import type { Stated } from '#stats/uncertainty/hedge.ts';
import { hedgeOf } from '#stats/uncertainty/hedge.ts';
import type { Measure } from '#stats/model/measure.ts';

const point = (value: number): Stated => ({ qualifier: 'exact', value, low: null, high: null });
const moreThan = (low: number): Stated => ({ qualifier: 'more-than', value: null, low, high: null });
const lessThan = (high: number): Stated => ({ qualifier: 'less-than', value: null, low: null, high });

const part = (member: string, stated: Stated, more: Partial<Summand> = {}): Summand => ({
  member,
  hedge: hedgeOf(stated, 0),
  intervalKind: stated.value === null ? 'stated' : 'none',
  numerator: null,
  denominator: null,
  weight: null,
  ...more,
});
const ofWhole = (member: string, numerator: number, denominator: number, whole?: string): Summand =>
  part(member, point(numerator / denominator), { numerator, denominator, ...(whole ? { whole } : {}) });

const TRIANGLE = ['SLV', 'HND', 'GTM'];
const expected = (members: readonly string[], more: Partial<Expectation> = {}): Expectation => ({
  members,
  weight: null,
  coverage: 1,
  refused: null,
  weightable: true,
  floor: 0,
  ...more,
});
const combine = (measure: Measure, parts: readonly Summand[], expectation: Expectation, shared = false) =>
  toFigureOrGap(measure, total(measure, parts, shared), expectation);

/** Rates of 2014 from the report of November 2015, populations of the World Bank. */
const rates = [
  part('SLV', point(61.1), { weight: 6_162_955 }),
  part('HND', point(68), { weight: 9_063_122 }),
  part('GTM', point(31), { weight: 15_681_725 }),
];
const people = 6_162_955 + 9_063_122 + 15_681_725;

describe('shares of disguised numbers', () => {
  /** Between 1 and 9 of some 164, printed 5; a point of 30 in 300. */
  const disguised = part(
    'HND',
    { qualifier: 'exact', value: null, low: 1 / 160, high: 9 / 164 },
    { numerator: 5, denominator: 164, intervalKind: 'disclosure' },
  );
  const whole = ofWhole('SLV', 30, 300);

  test('make an interval of the share of their group', () => {
    const cell = combine('share', [disguised, whole], expected(['HND', 'SLV']));
    expect(cell.stated).toEqual({
      qualifier: 'range',
      value: null,
      low: Number(((164 / 160 + 30) / 464).toPrecision(12)),
      high: Number((39 / 464).toPrecision(12)),
    });
    expect(cell).toMatchObject({ intervalKind: 'disclosure', numerator: 35, denominator: 464, gap: null });
  });

  test('alone they are what they were', () => {
    const { stated } = combine('share', [disguised], expected(['HND']));
    expect([stated?.low, stated?.high]).toEqual([0.00625, Number((9 / 164).toPrecision(12))]);
  });

  test('shares that are points make a point', () => {
    const { stated } = combine('share', [whole, ofWhole('GTM', 10, 100)], expected(['SLV', 'GTM']));
    expect(stated).toEqual(point(0.1));
  });
});

describe('rates', () => {
  test("a group's rate is weighted by population: 47.85, not the plain mean of 53.37", () => {
    const cell = combine('rate', rates, expected(TRIANGLE, { weight: people }));
    expect(cell.stated?.value).toBeCloseTo(47.85, 2);
    expect(cell).toMatchObject({
      computed: 'weighted-mean',
      gap: null,
      coverage: { present: 3, expected: 3, weight: 1 },
    });
    expect((61.1 + 68 + 31) / 3).toBeCloseTo(53.37, 2);
  });

  test('a missing member is never zero: there is a gap that names it', () => {
    const cell = combine('rate', rates.slice(0, 2), expected(TRIANGLE, { weight: people }));
    expect(cell).toMatchObject({ stated: null, gap: { code: 'members-missing', missing: ['GTM'] } });
    expect(cell.coverage).toEqual({ present: 2, expected: 3, weight: expect.closeTo(0.4926, 4) as number });
  });

  test('with two thirds of the members enough, two of three are a figure with its coverage', () => {
    const cell = combine('rate', rates.slice(0, 2), expected(TRIANGLE, { weight: people, coverage: 2 / 3 }));
    expect(cell.stated?.value).toBeCloseTo(65.2, 1);
    expect(cell.coverage).toMatchObject({ present: 2, expected: 3 });
  });

  test('no coverage is low enough for no members at all', () => {
    expect(combine('rate', [], expected(TRIANGLE, { coverage: 0.0001 })).gap?.code).toBe('members-missing');
  });

  test('a member without a population counts as missing: what is stated of the people is a bound', () => {
    const parts = [...rates.slice(0, 2), part('GTM', point(31))];
    const asked = { weight: 15, unknown: ['GTM'] };
    expect(combine('rate', parts, expected(TRIANGLE, asked)).gap).toEqual({
      code: 'members-missing',
      missing: ['GTM'],
    });
    const cell = combine('rate', parts, expected(TRIANGLE, { ...asked, coverage: 0.6 }));
    expect(cell.stated?.value).toBeCloseTo(65.2, 1);
    expect(cell.coverage).toMatchObject({ present: 2, expected: 3, weightBound: 'at-most' });
  });

  test('only where nobody has a population is there no weight', () => {
    const parts = TRIANGLE.map((member) => part(member, point(31)));
    expect(combine('rate', parts, expected(TRIANGLE, { unknown: TRIANGLE })).gap).toEqual({
      code: 'no-weight',
      missing: TRIANGLE,
    });
  });

  test('enough people are enough, however few members; and what is very small may be missing', () => {
    const parts = [part('CAN', point(2), { weight: 9995 })];
    const two = (over: object) =>
      combine('rate', parts, expected(['CAN', 'SPM'], { weight: 10_000, ...over }));
    expect(two({}).stated?.value).toBe(2);
    expect(two({ weight: 10_010 }).gap?.code).toBe('members-missing');
    expect(two({ weight: 10_010, coverage: 0.99, coverageOf: 'population' }).stated?.value).toBe(2);
    expect(two({ weight: 10_010, coverage: 0.999, coverageOf: 'population' }).gap?.missing).toEqual(['SPM']);
    // A member without a population on file cannot be called small.
    expect(two({ weight: 9995, unknown: ['SPM'] }).gap?.code).toBe('members-missing');
  });

  test('less than 2 beside a point makes a range, open at its upper end', () => {
    const parts = [part('CAN', lessThan(2), { weight: 1 }), part('USA', point(4), { weight: 3 })];
    const cell = combine('rate', parts, expected(['CAN', 'USA'], { weight: 4 }));
    expect(cell.stated).toEqual({ qualifier: 'range', value: null, low: 3, high: 3.5 });
    expect([cell.lowInclusive, cell.highInclusive]).toEqual([true, false]);
  });

  test('where deaths and populations are published the ratio of sums is used, in the same unit', () => {
    const parts = [
      part('SLV', point(60), { numerator: 6, denominator: 10_000, weight: 99 }),
      part('HND', point(80), { numerator: 16, denominator: 20_000, weight: 1 }),
    ];
    const cell = combine('rate', parts, expected(['SLV', 'HND'], { weight: 100, per: 100_000 }));
    expect(cell).toMatchObject({ computed: 'ratio-of-sums', numerator: 22, denominator: 30_000 });
    expect(cell.stated).toEqual(point(73.3333333333));
  });

  test('parts on some members only are not mixed with weights: all are weighted', () => {
    const parts = [
      part('SLV', point(60), { numerator: 6, denominator: 10_000, weight: 1 }),
      part('HND', point(80), { weight: 3 }),
    ];
    const cell = combine('rate', parts, expected(['SLV', 'HND'], { weight: 4, per: 100_000 }));
    expect(cell).toMatchObject({ computed: 'weighted-mean', numerator: null, stated: point(75) });
  });

  test('rates of parts of one area have one population, so they cannot be weighted', () => {
    const cell = combine('rate', rates, expected(TRIANGLE, { weight: people, weightable: false }));
    expect(cell.gap?.code).toBe('no-parts');
    expect(cell.coverage.weight).toBeNull();
  });
});

describe('shares', () => {
  test("a group's share is a ratio of sums, not a mean of percentages", () => {
    const cell = combine('share', [ofWhole('HND', 1, 10), ofWhole('SLV', 90, 100)], expected(['HND', 'SLV']));
    expect(cell).toMatchObject({ numerator: 91, denominator: 110, computed: 'ratio-of-sums' });
    expect(cell.stated?.value).toBeCloseTo(0.827, 3);
  });

  test('3 of 32 states and 9 of the same 32 are 12 of 32, not 12 of 64', () => {
    const parts = [ofWhole('fully', 3, 32), ofWhole('partially', 9, 32)];
    const cell = combine('share', parts, expected(['fully', 'partially']), true);
    expect(cell).toMatchObject({ numerator: 12, denominator: 32, stated: point(0.375) });
  });

  test('the wholes of two countries add up, each taken once', () => {
    const parts = [ofWhole('MEX × fully', 3, 32, 'MEX'), ofWhole('MEX × partially', 9, 32, 'MEX')];
    const others = [ofWhole('CAN × fully', 1, 10, 'CAN'), ofWhole('CAN × partially', 1, 10, 'CAN')];
    const all = [...parts, ...others];
    const cell = combine('share', all, expected(all.map((summand) => summand.member)), true);
    expect(cell).toMatchObject({ numerator: 14, denominator: 42 });
  });

  test('parts that disagree on their whole are refused', () => {
    const parts = [ofWhole('fully', 3, 32), ofWhole('partially', 9, 31)];
    expect(combine('share', parts, expected(['fully', 'partially']), true).gap?.code).toBe('no-parts');
  });

  test('one bare percentage among shares with parts cannot be combined', () => {
    const parts = [ofWhole('HND', 1, 10), part('SLV', point(0.5))];
    expect(combine('share', parts, expected(['HND', 'SLV'])).gap?.code).toBe('no-parts');
  });
});

describe('counts and estimates', () => {
  test('more than 5 and less than 3 are more than 5, with no central value', () => {
    const cell = combine('count', [part('A', moreThan(5)), part('B', lessThan(3))], expected(['A', 'B']));
    expect(cell).toMatchObject({ stated: moreThan(5), lowInclusive: false, highInclusive: null });
  });

  test('more than 5 and nearly 3 say nothing together', () => {
    const nearly: Stated = { qualifier: 'nearly', value: null, low: null, high: 3 };
    expect(
      combine('count', [part('A', moreThan(5)), part('B', nearly)], expected(['A', 'B'])).gap?.code,
    ).toBe('not-additive');
  });

  test('intervals of different kinds are not added', () => {
    const range: Stated = { qualifier: 'range', value: null, low: 1, high: 9 };
    const parts = [part('A', range), part('B', range, { intervalKind: 'confidence-95' })];
    expect(combine('estimate', parts, expected(['A', 'B'])).gap?.code).toBe('not-additive');
  });

  test.each(['overlap', 'not-additive'] as const)(
    'members that may not be added are the gap %s',
    (refused) => {
      const cell = combine('count', [part('A', point(1))], expected(['A'], { refused }));
      expect(cell).toMatchObject({ stated: null, gap: { code: refused, missing: [] } });
    },
  );

  test('a price is not added, a flow and a stock are; rates and shares go by their parts', () => {
    expect(isCombinable({ measure: 'estimate', additive: 'none' })).toBe(false);
    expect(isCombinable({ measure: 'count', additive: 'stock' })).toBe(true);
    expect(isCombinable({ measure: 'share', additive: 'none' })).toBe(true);
  });

  test('sums are cut to twelve digits, so that 0.1 and 0.2 are 0.3', () => {
    expect(
      combine('count', [part('A', point(0.1)), part('B', point(0.2))], expected(['A', 'B'])).stated,
    ).toEqual(point(0.3));
  });
});

describe('levels', () => {
  const degrees = [part('A', point(-10), { weight: 1 }), part('B', point(20), { weight: 3 })];
  const weighed = expected(['A', 'B'], { weight: 4, floor: -Infinity });

  test('have the mean that their weights give, and never a sum', () => {
    // (1 x -10 + 3 x 20) / 4
    expect(combine('level', degrees, weighed)).toMatchObject({
      computed: 'weighted-mean',
      stated: point(12.5),
      numerator: null,
      denominator: null,
      coverage: { present: 2, expected: 2, weight: 1 },
    });
  });

  test('of origins or of parts have none', () => {
    const cell = combine('level', degrees, { ...weighed, weightable: false });
    expect(cell).toMatchObject({ stated: null, gap: { code: 'not-additive', missing: [] } });
  });

  test('without a weight on file have none', () => {
    const bare = degrees.map((level) => ({ ...level, weight: null }));
    expect(combine('level', bare, { ...weighed, weight: null }).gap).toEqual({
      code: 'no-weight',
      missing: ['A', 'B'],
    });
  });

  test('are combined only if their indicator declares a weight', () => {
    for (const additive of ['flow', 'stock', 'none'] as const) {
      expect(isCombinable({ measure: 'level', additive })).toBe(false);
      expect(isCombinable({ measure: 'level', additive, weight: { indicator: 'population' } })).toBe(true);
    }
    expect(isCombinable({ measure: 'rate', additive: 'none' })).toBe(true);
  });
});
