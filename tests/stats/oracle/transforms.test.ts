/** Transforms compared with the oracle's rules: each on random cells, with and without a break. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Break } from '#stats/model/break.ts';
import { breaksOf } from '#stats/transform/group-breaks.ts';
import type { Cell } from '#stats/model/observation.ts';
import { parsePeriod, type Period } from '#stats/time/period.ts';
import { changeOnYear } from '#stats/transform/change.ts';
import { indexToBase } from '#stats/transform/index-to-base.ts';
import { perCapita } from '#stats/transform/per-capita.ts';
import { rank } from '#stats/transform/rank.ts';
import { rollingMean } from '#stats/transform/rolling-mean.ts';
import { shareOfTotal } from '#stats/transform/share-of-total.ts';
import type { Catalogue, Indicator } from '../../oracle/book.ts';
import * as oracle from '../../oracle/rules/transforms.ts';
import { drawnCell, drawnSeries } from './figures.ts';

const periods = (...names: string[]): Period[] => names.flatMap((name) => parsePeriod(name) ?? []);
const YEARS = periods('2012', '2013', '2014', '2015');
const FISCAL = periods('FY2012', 'FY2013', 'FY2014', 'FY2015');
const MONTHS = periods('2012-12', '2013-01', '2013-02', '2013-12', '2014-01', '2014-02');
const DAYS = periods('2013-01-01', '2014-01-01');
const series = fc.oneof(...[YEARS, FISCAL, MONTHS, DAYS].map((all) => drawnSeries(all)));
const RUNS = { numRuns: 1500 };

const area = (code: string, kind: string, members?: string[]) => ({
  code,
  kind,
  name: { en: code, es: code },
  ...(members && { members: members.map((code) => ({ area: code })) }),
});
const AREAS = [area('HND', 'country'), area('outer', 'group', ['inner']), area('inner', 'group', ['HND'])];
const breakAt = (at: string, more: Partial<Break> = {}): Break => ({
  id: 'changed',
  indicator: 'counted',
  kind: 'definition',
  name: { en: 'changed', es: 'cambió' },
  text: { en: 'changed', es: 'cambió' },
  cited: { text: { en: 'a report', es: 'un informe' } },
  at,
  ...more,
});
const BREAKS: readonly (readonly Break[])[] = [
  [],
  [],
  [breakAt('2014-01-01')],
  [breakAt('2013-10-01')],
  [breakAt('2013-01-01', { until: '2013-12-31' })],
  [breakAt('2014-01-01', { area: 'HND' })],
  [breakAt('2014-01-01', { area: 'SLV' })],
  [breakAt('2014-01-01', { source: 'b' }), breakAt('2015-01-01', { definition: 'main' })],
  [breakAt('2014-01-01', { indicator: 'another' })],
];
const book = fc.constantFrom(...BREAKS).map((breaks) => ({ areas: AREAS, breaks, indicators: [] }));
const whose = fc.constantFrom('HND', 'inner', 'outer', 'HND+SLV', 'SLV');
const indicator = (measure: Indicator['measure'], signed = false, per?: number): Indicator => ({
  id: 'counted',

  measure,
  signed,
  additive: 'flow',
  bases: [],
  definitions: [],
  sources: [],
  parts: [],
  ...(per && { per }),
});
const at = (cells: readonly Cell[], code: string): Cell[] => cells.map((cell) => ({ ...cell, area: code }));

/** With the members of notes in the oracle's form. */
const withWhose = <C extends Pick<Cell, 'notes'>>(cells: readonly C[]) =>
  cells.map((cell) => ({
    ...cell,
    notes: cell.notes.map(({ of, ...note }) =>
      of
        ? { ...note, whose: of.map(({ area, counterpart, breakdown }) => [area, counterpart, breakdown]) }
        : note,
    ),
  }));

/** As answers contain it: ties and unranked members can be seen from the other cells. */
const withoutNames = (cells: readonly Cell[]): Cell[] =>
  cells.map(({ rank: place, ...cell }) =>
    place ? { ...cell, rank: { best: place.best, worst: place.worst, of: place.of } } : cell,
  );

test('changes, in the unit and in percent', () => {
  fc.assert(
    fc.property(
      series,
      whose,
      book,
      fc.boolean(),
      fc.boolean(),
      (cells, code, catalogue, percent, signed) => {
        const own = at(cells, code);
        const breaks = breaksOf(catalogue);
        expect(changeOnYear(own, { in: percent ? 'percent' : 'unit', signed, breaks })).toEqual(
          oracle.changes(own, percent, indicator('count', signed), catalogue as Catalogue),
        );
      },
    ),
    RUNS,
  );
});

test('an index agrees with the oracle', () => {
  fc.assert(
    fc.property(
      series,
      whose,
      book,
      fc.constantFrom('2013', 'FY2014', '2016'),
      (cells, code, catalogue, base) => {
        const own = at(cells, code);
        const [year] = periods(base);
        expect(indexToBase(own, year!, breaksOf(catalogue))).toEqual(
          oracle.indexed(own, base, catalogue as Catalogue),
        );
      },
    ),
    RUNS,
  );
});

test('rolling means agree with the oracle', () => {
  const measures = fc.constantFrom('count' as const, 'estimate' as const, 'rate' as const, 'share' as const);
  fc.assert(
    fc.property(
      series,
      book,
      measures,
      fc.constantFrom(2, 3),
      fc.boolean(),
      (cells, catalogue, measure, length, signed) => {
        const of = indicator(measure, signed, 1000);
        const breaks = breaksOf(catalogue);
        expect(rollingMean(cells, { measure, length, per: 1000, signed, breaks })).toEqual(
          oracle.rollingMeans(cells, length, of, catalogue as Catalogue),
        );
      },
    ),
    RUNS,
  );
});

const places = (period: Period, codes: readonly string[]): fc.Arbitrary<Cell[]> =>
  fc.tuple(...codes.map((code) => drawnCell(code, period, code)));

test('figures per capita of the area and of the origin agree with the oracle', () => {
  const cells = fc.oneof(
    ...[...YEARS.slice(0, 2), ...FISCAL.slice(0, 1), ...MONTHS.slice(0, 1)].map((period) =>
      places(period, ['HND', 'SLV', '_T', '_Z']),
    ),
  );
  const people = fc
    .tuple(...YEARS.slice(0, 2).map((year) => places(year, ['HND', 'SLV'])))
    .map((all) => all.flat());
  fc.assert(
    fc.property(
      cells,
      people,
      fc.constantFrom('area' as const, 'origin' as const),
      (own, populations, of) => {
        expect(perCapita(own, { of, populations, per: 100_000 })).toEqual(
          oracle.perCapita(own, of, populations),
        );
      },
    ),
    RUNS,
  );
});

test('ranks agree with the oracle', () => {
  fc.assert(
    fc.property(
      places(YEARS[0]!, ['AAA', 'BBB', 'CCC', 'DDD']),
      fc.boolean(),
      fc.integer({ min: 1, max: 4 }),
      (cells, signed, n) => {
        const own = cells.slice(0, n);
        expect(withWhose(withoutNames(rank(own, { signed, member: ({ area: code }) => code })))).toEqual(
          oracle.ranked(own, indicator('count', signed)),
        );
      },
    ),
    RUNS,
  );
});

test('shares of a total agree with the oracle', () => {
  const members = fc.constantFrom(['AAA', 'BBB', 'CCC'], ['AAA', 'BBB'], ['AAA', 'BBB', 'CCC', 'DDD']);
  fc.assert(
    fc.property(
      places(YEARS[0]!, ['AAA', 'BBB', 'CCC']),
      members,
      fc.boolean(),
      fc.integer({ min: 1, max: 3 }),
      (cells, all, overlap, n) => {
        const own = cells.slice(0, n);
        const member = ({ area: code }: { readonly area: string }): string => code;
        const asked = all.slice(0, n + (all.length > 3 ? 1 : 0));
        expect(withWhose(shareOfTotal(own, { members: asked, member, overlap: overlap && n > 2 }))).toEqual(
          oracle.shares(own, { members: asked, member, refused: overlap && n > 2 ? 'overlap' : null }),
        );
      },
    ),
    RUNS,
  );
});
