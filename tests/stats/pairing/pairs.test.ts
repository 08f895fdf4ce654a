/** Two indicators side by side: which figures are paired, and which never are. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { pairsOf, UNPAIRED, type PairHalf } from '#stats/pairing/pairs.ts';
import { ranksOf, rankCorrelation } from '#stats/pairing/rank-correlation.ts';
import { pairComparability } from '#stats/pairing/comparability.ts';
import type { Cell } from '#stats/model/observation.ts';
import { HOMICIDE } from '../../app/_charts/answers.ts';
import { chartComparison, both, chartCell, indicator } from '../../app/_charts/making.ts';

const GINI = indicator('gini-index', 'estimate', both('Gini index', 'Índice de Gini'), both('Index'), {
  additive: 'none',
});
const ENCOUNTERS = indicator('border-encounters', 'count', both('Encounters'), both('Encounters'), {
  counterpartRole: both('Nationality'),
  bases: ['us-fiscal-year', 'month'],
});
const half = (of: typeof GINI, cells: readonly Cell[], place: PairHalf['place'] = 'area'): PairHalf => ({
  comparison: chartComparison(of, cells),
  place,
});
const rates = (...rows: readonly (readonly [string, string, number | null])[]): PairHalf =>
  half(
    HOMICIDE,
    rows.map(([area, period, rate]) => chartCell(HOMICIDE, area, period, rate, { source: 'unodc-2025' })),
  );
const ginis = (...rows: readonly (readonly [string, string, number])[]): PairHalf =>
  half(
    GINI,
    rows.map(([area, period, value]) =>
      chartCell(GINI, area, period, value, { source: 'world-bank-population' }),
    ),
  );
const pairTexts = (found: ReturnType<typeof pairsOf>): string[] =>
  found.pairs.map(({ place, cells: [a, b] }) => `${place} ${a.stated?.value} ${b.stated?.value}`);
const left = (found: ReturnType<typeof pairsOf>): string[] =>
  found.leftOut.map((omitted) => `${omitted.side} ${omitted.place} ${omitted.period} ${omitted.why}`);

describe('pairs of two indicators', () => {
  it('are of one place and one period; who has no partner is named', () => {
    const found = pairsOf([
      rates(['HND', '2014', 65], ['SLV', '2014', 63.6], ['HND', '2013', 72.4], ['GTM', '2014', null]),
      ginis(['HND', '2014', 49.9], ['CRI', '2014', 48.6], ['SLV', '2013', 43.4]),
    ]);
    expect(pairTexts(found)).toEqual(['HND 65 49.9']);
    expect(left(found)).toEqual([
      '0 SLV 2014 no-other',
      '0 HND 2013 no-other',
      '1 CRI 2014 no-other',
      '1 SLV 2013 no-other',
    ]);
    expect(found.alignment).toMatchObject({ kind: 'same', bases: [['calendar-year'], ['calendar-year']] });
  });

  it('lay a fiscal year beside the calendar year in which it ends, and say so', () => {
    const encounters = half(
      ENCOUNTERS,
      [chartCell(ENCOUNTERS, 'USA', 'FY2014', 91_000, { counterpart: 'HND', source: 'usbp-2019' })],
      'origin',
    );
    const found = pairsOf([rates(['HND', '2014', 65], ['HND', '2013', 72]), encounters]);
    expect(pairTexts(found)).toEqual(['HND 65 91000']);
    expect(found.alignment.kind).toBe('fiscal-with-calendar');
    expect(found.alignment.text.en).toContain('nine months');
    const verdict = pairComparability([rates(['HND', '2014', 65]), encounters], found.pairs);
    expect(verdict.reasons.map((reason) => reason.code)).not.toContain('unit');
  });

  it('never join a month, a span or a yearly level to a year', () => {
    for (const period of ['2014-10', '2014-10/2015-04', 'annual@2014', '2014-05-01', '../2014-12-31']) {
      const paired = pairsOf([
        rates(['HND', '2014', 65]),
        ginis(['HND', period === 'annual@2014' ? 'annual@2014-05' : period, 5]),
      ]);
      expect(paired.pairs).toEqual([]);
      expect(paired.alignment.kind).toBe('none');
      expect(left(paired)[0]).toBe('0 HND 2014 basis');
    }
  });

  it('say why a figure of either side has none', () => {
    const why = (rate: string, ...periods: string[]): string[] =>
      left(
        pairsOf([rates(['HND', rate, 65]), ginis(...periods.map((period) => ['HND', period, 5] as const))]),
      );
    // Only periods of another kind are there: months beside a year.
    expect(why('2014', '2014-10')).toEqual(['0 HND 2014 basis', '1 HND 2014-10 basis']);
    // Of the same kind, or both of them years, there are other periods.
    expect(why('2014', '2013')).toEqual(['0 HND 2014 no-other', '1 HND 2013 no-other']);
    expect(why('2014', 'FY2013')).toEqual(['0 HND 2014 no-other', '1 HND FY2013 no-other']);
    expect(why('2014-10', '2014-11')).toEqual(['0 HND 2014-10 no-other', '1 HND 2014-11 no-other']);
    expect(why('2014', '2013', '2014-10')).toEqual([
      '0 HND 2014 no-other',
      '1 HND 2013 no-other',
      '1 HND 2014-10 basis',
    ]);
    const turned = pairsOf([rates(['HND', '2013', 65], ['HND', '2014-10', 66]), ginis(['HND', '2014', 5])]);
    expect(left(turned)).toEqual(['0 HND 2013 no-other', '0 HND 2014-10 basis', '1 HND 2014 no-other']);
    // Without a place in time nothing is paired, not even with its like.
    expect(why('annual@2014-05', 'annual@2014-05')).toEqual([
      '0 HND annual@2014-05 basis',
      '1 HND annual@2014-05 basis',
    ]);
    expect(why('annual@2014-05', 'annual@2014-06')[0]).toBe('0 HND annual@2014-05 basis');
    // The other side does not have the place at all.
    expect(left(pairsOf([rates(['SLV', '2014', 65]), ginis(['HND', '2014-10', 5])]))[0]).toBe(
      '0 SLV 2014 no-other',
    );
  });

  it('name the kinds of period that were paired, or that there are', () => {
    const same = pairsOf([
      rates(['HND', '2014', 65], ['HND', '2014-10', 5]),
      ginis(['HND', '2014', 49]),
    ]).alignment;
    expect(same).toMatchObject({ kind: 'same', bases: [['calendar-year'], ['calendar-year']] });
    expect(same.text).toEqual({
      en: 'Both cover the same period: calendar year.',
      es: 'Ambos abarcan el mismo periodo: año calendario.',
    });
    const mixed = pairsOf([
      rates(['HND', '2014', 65], ['SLV', '2014', 63]),
      ginis(['HND', '2014', 49], ['SLV', 'FY2014', 43]),
    ]).alignment;
    expect(mixed).toMatchObject({
      kind: 'fiscal-with-calendar',
      bases: [['calendar-year'], ['calendar-year', 'us-fiscal-year']],
    });
    const none = pairsOf([rates(['HND', '2014', 65], ['HND', '2014-10', 5]), ginis(['SLV', 'FY2014', 43])]);
    expect(none.alignment).toMatchObject({
      kind: 'none',
      bases: [['calendar-year', 'month'], ['us-fiscal-year']],
    });
    const months = pairsOf([
      rates(['HND', '2014', 65], ['HND', '2014-10', 5]),
      ginis(['HND', '2014', 49], ['HND', '2014-10', 3]),
    ]).alignment.text;
    expect(months.en).toContain('calendar year, month');
    expect(months.es).toContain('año calendario, mes');
  });

  it('do not choose between two figures of one place', () => {
    const two = half(GINI, [
      chartCell(GINI, 'HND', '2014', 49, { definition: 'a' }),
      chartCell(GINI, 'HND', '2014', 50, { definition: 'b' }),
    ]);
    const found = pairsOf([rates(['HND', '2014', 65]), two]);
    expect(found.pairs).toEqual([]);
    expect(new Set(found.leftOut.map((omitted) => omitted.why))).toEqual(new Set(['several']));
  });

  it('and what is left out are together all figures, each once', () => {
    const areas = fc.constantFrom('HND', 'SLV', 'GTM');
    const periods = fc.constantFrom('2013', '2014', 'FY2014', '2014-10', 'annual@2014-05');
    const rows = fc.uniqueArray(fc.tuple(areas, periods), { selector: (row) => row.join(), maxLength: 8 });
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const sides = [
          rates(...a.map(([area, period]) => [area, period, 1] as const)),
          ginis(...b.map(([area, period]) => [area, period, 2] as const)),
        ] as const;
        const found = pairsOf(sides);
        const whys = found.leftOut.map((omitted) => omitted.why);
        expect(whys.every((why) => UNPAIRED.includes(why))).toBe(true);
        expect(found.pairs.length * 2 + found.leftOut.length).toBe(a.length + b.length);
        // In reverse order, the same figures are paired.
        expect(pairsOf([sides[1], sides[0]]).pairs).toHaveLength(found.pairs.length);
        const years = new Set(['2013', '2014', 'FY2014']);
        for (const { cells } of found.pairs) {
          const [x, y] = cells.map((cell) => cell.period);
          const whole = cells.every((cell) => ['calendar-year', 'us-fiscal-year'].includes(cell.basis));
          expect(whole ? x!.end?.slice(0, 4) === y!.end?.slice(0, 4) : x!.start === y!.start).toBe(true);
          expect(whole || cells[0].basis === 'month').toBe(true);
          expect(years.size).toBe(3);
        }
      }),
      { numRuns: 400 },
    );
  });
});

test('different units and sources are what two axes are for; a break of one side is a note', () => {
  const sides = [
    rates(['HND', '2014', 65], ['SLV', '2014', 63]),
    ginis(['HND', '2014', 50], ['SLV', '2014', 42]),
  ] as const;
  const { pairs } = pairsOf(sides);
  expect(pairComparability(sides, pairs)).toEqual({ verdict: 'comparable', reasons: [] });
  const assumed = { ...sides[0].comparison.cells[0]!, periodStatus: 'assumed' as const };
  const doubtful = [half(HOMICIDE, [assumed]), sides[1]] as const;
  const found = pairComparability(doubtful, pairsOf(doubtful).pairs);
  expect(found.verdict).toBe('comparable-with-notes');
  expect(found.reasons.map((reason) => reason.code)).toEqual(['assumed-period']);
});

describe('the rank correlation', () => {
  it.each([
    [
      [
        [1, 10],
        [2, 20],
        [3, 15],
      ],
      0.5,
    ],
    [
      [
        [1, 1],
        [2, 2],
        [3, 3],
        [4, 9],
      ],
      1,
    ],
    [
      [
        [1, 4],
        [2, 3],
        [3, 2],
      ],
      -1,
    ],
    // Ties share the mean of their ranks: 1, 2.5, 2.5, 4 against 1, 2, 3, 4.
    [
      [
        [1, 1],
        [5, 2],
        [5, 3],
        [9, 4],
      ],
      0.948683,
    ],
  ] as const)('of %j is %d', (pairs, r) => {
    expect(rankCorrelation(pairs)).toBeCloseTo(r, 6);
  });

  it('is none where one side does not vary', () => {
    expect(
      rankCorrelation([
        [1, 1],
        [1, 2],
      ]),
    ).toBeNull();
    expect(ranksOf([10, 30, 30])).toEqual([1, 2.5, 2.5]);
  });

  it('looks at order only, and is the same turned round', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 })), {
      minLength: 2,
    });
    fc.assert(
      fc.property(pairs, (all) => {
        const r = rankCorrelation(all);
        const cubed = rankCorrelation(all.map(([x, y]) => [x ** 3, y] as const));
        const turned = rankCorrelation(all.map(([x, y]) => [y, x] as const));
        if (r === null) expect([cubed, turned]).toEqual([null, null]);
        else {
          expect(cubed).toBeCloseTo(r, 9);
          expect(turned).toBeCloseTo(r, 9);
          expect(Math.abs(r)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});
