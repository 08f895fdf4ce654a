/** Members and parts combined to one figure, compared with the oracle's rules. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toFigureOrGap, isCombinable, total, type Summand } from '#stats/aggregate/combine.ts';
import { floorOf, hedgeOf } from '#stats/uncertainty/hedge.ts';
import { combined, NO_ZEROS } from '../../oracle/rules/groups.ts';
import { anyStated } from './figures.ts';

const MEMBERS = ['AAA', 'BBB', 'CCC', 'DDD'];

const part = fc.record({
  stated: anyStated,
  kind: fc.constantFrom('stated' as const, 'stated' as const, 'stated' as const, 'rounding' as const),
  numerator: fc.option(fc.constantFrom(0, 3, 7), { freq: 5 }),
  denominator: fc.option(fc.constantFrom(9, 30), { freq: 5 }),
  whole: fc.constantFrom('x', 'y'),
  // Often none, so that some cases have no member with a population.
  weight: fc.option(fc.constantFrom(1, 10, 300), { freq: 2 }),
});

const asked = fc.record({
  measure: fc.constantFrom('count' as const, 'estimate' as const, 'rate' as const, 'share' as const),
  present: fc.subarray(MEMBERS),
  parts: fc.tuple(part, part, part, part),
  coverage: fc.constantFrom(1, 1, 0.75, 0.5, 0.6, 0),
  people: fc.constantFrom(null, null, 1, 200_000),
  of: fc.constantFrom({}, {}, { coverageOf: 'population' as const }),
  refused: fc.constantFrom(null, null, null, null, 'overlap' as const, 'not-additive' as const),
  weightable: fc.boolean(),
  per: fc.constantFrom(undefined, 1000),
  shared: fc.boolean(),
  signed: fc.boolean(),
  plain: fc.boolean(),
});

// Long because its property is.
test('a group, a part or a gap: as the rules of the method page say', () => {
  const met = new Set<string>();
  // Long because the product and the oracle get the same case in different shapes.
  fc.assert(
    fc.property(
      asked,
      ({
        measure,
        present,
        parts,
        people,
        refused,
        weightable,
        per,
        shared,
        signed,
        plain,
        coverage,
        of,
      }) => {
        const own = parts.slice(0, present.length).map((summand, i): Summand => ({
          member: present[i] ?? '',
          hedge: hedgeOf(summand.stated, floorOf(signed)),
          intervalKind:
            summand.stated.low === null && summand.stated.high === null
              ? 'none'
              : plain
                ? 'stated'
                : summand.kind,
          numerator: summand.numerator,
          denominator: summand.denominator,
          whole: summand.whole,
          weight: summand.weight,
        }));
        // The population of the members present, and of those missing.
        const known = new Map(
          MEMBERS.flatMap((member): [string, number][] => {
            const found = own.find((summand) => summand.member === member);
            const weight = found ? found.weight : people;
            return measure !== 'rate' || weight === null ? [] : [[member, weight]];
          }),
        );
        const all = [...known.values()].reduce((sum, weight) => sum + weight, 0);
        const is = toFigureOrGap(measure, shared ? total(measure, own, true) : total(measure, own), {
          members: MEMBERS,
          weight: all === 0 ? null : all,
          unknown: MEMBERS.filter((member) => !known.has(member)),
          coverage,
          ...of,
          refused,
          weightable,
          floor: floorOf(signed),
          ...(per && { per }),
        });
        const should = combined(
          own.map(({ hedge, intervalKind, weight, whole = '', ...summand }) => ({
            ...summand,
            whole,
            figure: { low: hedge.low, high: hedge.high, centre: hedge.central, words: hedge.words },
            kind: intervalKind,
            people: weight,
          })),
          {
            indicator: { measure, signed, ...(per && { per }) },
            members: MEMBERS,
            present: own.map((summand) => summand.member),
            people: known,
            coverage,
            ...of,
            refused,
            weighable: weightable,
            sharedDenominator: shared,
            zeros: NO_ZEROS,
          },
        );
        met.add(is.gap?.code ?? is.computed);
        expect(is).toEqual(should);
      },
    ),
    { numRuns: 6000 },
  );
  for (const kind of 'sum weighted-mean ratio-of-sums members-missing no-weight no-parts not-additive overlap'.split(
    ' ',
  ))
    expect([...met]).toContain(kind);
});

test('three of four members are enough at 0.75 and not at 0.76, and by default all are needed', () => {
  const one = (member: string): Summand => ({
    member,
    hedge: hedgeOf({ qualifier: 'exact', value: 1, low: null, high: null }, 0),
    intervalKind: 'none',
    numerator: null,
    denominator: null,
    weight: null,
  });
  const at = (coverage: number): string | null =>
    toFigureOrGap('count', total('count', MEMBERS.slice(0, 3).map(one)), {
      members: MEMBERS,
      weight: null,
      coverage,
      refused: null,
      weightable: true,
      floor: 0,
    }).gap?.code ?? null;
  expect([at(0.75), at(0.76), at(1)]).toEqual([null, 'members-missing', 'members-missing']);
});

test('what is not declared additive is not added, but rates and shares go by their parts', () => {
  expect(isCombinable({ measure: 'count', additive: 'none' })).toBe(false);
  expect(isCombinable({ measure: 'estimate', additive: 'none' })).toBe(false);
  expect(isCombinable({ measure: 'count', additive: 'stock' })).toBe(true);
  expect(isCombinable({ measure: 'estimate', additive: 'flow' })).toBe(true);
  expect(isCombinable({ measure: 'rate', additive: 'none' })).toBe(true);
  expect(isCombinable({ measure: 'share', additive: 'none' })).toBe(true);
});
