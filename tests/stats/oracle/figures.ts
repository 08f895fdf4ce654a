/**
 * Random figures and cells for rules that are compared with the oracle's. They have few different numbers, so
 * that ends are often equal.
 */
import fc from 'fast-check';
import { behind, statedAs } from '../../oracle/rules/figures.ts';
import type { Cell, IntervalKind } from '#stats/model/observation.ts';
import { QUALIFIERS, type Stated } from '#stats/uncertainty/hedge.ts';
import type { Period } from '#stats/time/period.ts';

const small = fc.constantFrom(0, 1, 2, 3, 5, 8, 10);

/** Printed figures with every qualifier; a range may have equal ends. */
export const anyStated: fc.Arbitrary<Stated> = fc
  .tuple(fc.constantFrom(...QUALIFIERS), small, small, fc.boolean())
  .map(([qualifier, at, width, ends]): Stated => {
    switch (qualifier) {
      case 'exact':
      case 'about':
        return {
          qualifier,
          value: at,
          low: ends ? at - Math.min(at, width) : null,
          high: ends ? at + width : null,
        };
      case 'range':
        return { qualifier, value: null, low: at, high: at + width };
      case 'more-than':
      case 'at-least':
      case 'just-over':
        return { qualifier, value: null, low: at, high: null };
      case 'less-than':
      case 'at-most':
      case 'nearly':
        return { qualifier, value: null, low: null, high: at + 1 };
    }
  });

const KINDS: readonly IntervalKind[] = ['stated', 'stated', 'stated', 'rounding'];
const NOTES = [1, 2].map((n) => ({ text: { en: `note ${n}`, es: `nota ${n}` }, mandatory: true }));

/** The content of a cell besides its key. */
const content = fc.record({
  stated: fc.option(anyStated, { freq: 6 }),
  kind: fc.constantFrom(...KINDS),
  parts: fc.option(fc.tuple(small, fc.constantFrom(10, 20)), { freq: 3 }),
  gap: fc.constantFrom('suppressed' as const, 'not-published' as const),
  status: fc.constantFrom('stated' as const, 'stated' as const, 'inferred' as const, 'assumed' as const),
  note: fc.constantFrom<readonly (typeof NOTES)[number][]>([], [], NOTES.slice(0, 1), NOTES),
  edition: fc.constantFrom('a@1', 'b@1'),
  by: fc.constantFrom(null, 'a report'),
  coverage: fc.constantFrom(
    null,
    null,
    { present: 2, expected: 2, weight: null },
    { present: 1, expected: 2, weight: null },
  ),
});

/** A cell of an area in a period. */
export const drawnCell = (area: string, period: Period, counterpart = '_Z'): fc.Arbitrary<Cell> =>
  content.map(({ stated: said, kind, parts, gap, status, note, edition, by, coverage }): Cell => {
    const figure = said && statedAs(behind(said, 0), 0, kind);
    return {
      indicator: 'counted',
      source: 'a',
      area,
      counterpart,
      breakdown: '_T',
      definition: 'main',
      basis: period.basis,
      period,
      periodStatus: status,
      stated: figure?.stated ?? null,
      lowInclusive: figure?.lowInclusive ?? null,
      highInclusive: figure?.highInclusive ?? null,
      intervalKind: figure?.intervalKind ?? 'none',
      numerator: figure && parts ? parts[0] : null,
      denominator: figure && parts ? parts[1] : null,
      gap: figure ? null : { code: gap, missing: [] },
      coverage,
      computed: coverage ? 'sum' : null,
      editions: [edition],
      attributedTo: by,
      locator: 'page 1',
      printed: null,
      notes: note,
    };
  });

/** One series over some periods, a few of which are missing. */
export const drawnSeries = (periods: readonly Period[], area = 'HND'): fc.Arbitrary<Cell[]> =>
  fc
    .tuple(...periods.map((period) => fc.option(drawnCell(area, period), { freq: 8 })))
    .map((cells) => cells.filter((cell) => cell !== null));
