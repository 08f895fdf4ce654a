/** The content of the compiled sources: known totals, complete series, one order. */
import { describe, expect, it } from 'vitest';
import { compareObservations, compileSources } from '#sources/compile/compile.ts';
import { outsideTabulations } from '#sources/metadata/tabulations.ts';
import type { Observation } from '#stats/model/observation.ts';
import { formatPeriod, parsePeriod } from '#stats/time/period.ts';
import { periodsOf } from '#stats/aggregate/tabulation.ts';

const { catalogue, observations } = compileSources('sources');
const NORTHERN_TRIANGLE = ['GTM', 'HND', 'SLV'];

const find = (wanted: Partial<Observation>, period: string): Observation[] =>
  observations.filter(
    (o) =>
      formatPeriod(o.period) === period &&
      Object.entries(wanted).every(([field, value]) => o[field as keyof Observation] === value),
  );
const sum = (numbers: readonly (number | null | undefined)[]): number =>
  numbers.reduce<number>((total, n) => total + (n ?? NaN), 0);

describe('the compiled sources', () => {
  it('weigh the homicide rates of the Northern Triangle in 2014 to 47.85, not to their mean of 53.37', () => {
    const cells = NORTHERN_TRIANGLE.map((area) => {
      const rate = find({ indicator: 'homicide-rate', source: 'migrant-crisis-2015', area }, '2014')[0]
        ?.stated?.value;
      const people = find({ indicator: 'population', area }, '2014')[0]?.stated?.value;
      return { rate: rate ?? NaN, people: people ?? NaN };
    });
    expect(cells.map((c) => c.rate)).toEqual([31, 68, 61.1]);
    const weighted = sum(cells.map((c) => c.rate * c.people)) / sum(cells.map((c) => c.people));
    expect(weighted).toBeCloseTo(47.85, 2);
    expect(sum(cells.map((c) => c.rate)) / 3).toBeCloseTo(53.37, 2);
  });

  it.each([
    ['of-decided-on-merits', 4452, 0.142],
    ['of-all-closed', 9826, 0.064],
  ])(
    'count 633 grants by US courts in 2014 over the denominator %s: %i',
    (definition, denominator, share) => {
      const cells = find({ indicator: 'asylum-grant-share', definition }, '2014').filter((c) =>
        NORTHERN_TRIANGLE.includes(c.counterpart),
      );
      expect(cells.map((c) => c.counterpart)).toEqual(NORTHERN_TRIANGLE);
      expect(sum(cells.map((c) => c.numerator))).toBe(633);
      expect(sum(cells.map((c) => c.denominator))).toBe(denominator);
      expect(633 / denominator).toBeCloseTo(share, 3);
    },
  );

  it('hold the population of 216 countries and territories, each known one in every year from 1960 to 2024', () => {
    const population = observations.filter((o) => o.source === 'world-bank-population');
    expect(population).toHaveLength(14_010);
    expect(new Set(population.map((o) => o.area)).size).toBe(216);
    const years = Array.from({ length: 2024 - 1960 + 1 }, (_, i) => String(1960 + i));
    for (const country of ['GTM', 'HND', 'MEX', 'SLV', 'USA']) {
      const own = population.filter((o) => o.area === country).map((o) => formatPeriod(o.period));
      expect(own.sort(), country).toEqual(years);
    }
    expect(find({ indicator: 'population', area: 'MEX' }, '2014')[0]?.stated?.value).toBe(119784261);
  });

  it('hold every indicator of the catalogue, and every breakdown that a sum may run over', () => {
    const used = new Set(observations.map((o) => o.indicator));
    expect(catalogue.indicators.map((i) => i.id)).toEqual([...used].sort());
    for (const indicator of catalogue.indicators) {
      for (const [axis, code] of indicator.parts.flatMap((p) =>
        p.codes.map((code) => [p.axis, code] as const),
      )) {
        const of = (o: Observation): string => (axis === 'breakdown' ? o.breakdown : o.counterpart);
        expect(observations.some((o) => o.indicator === indicator.id && of(o) === code)).toBe(true);
      }
    }
  });

  it('hold the first and the last period of every tabulation, and no period outside', () => {
    const tables = catalogue.tabulations ?? [];
    const kinds = new Set(tables.map(({ indicator, source, basis }) => `${indicator} ${source} ${basis}`));
    expect(kinds.size).toBeGreaterThan(20);
    for (const kind of kinds) {
      const of = (table: { indicator: string; source: string; basis: string }): boolean =>
        `${table.indicator} ${table.source} ${table.basis}` === kind;
      const tabulated = tables.filter(of).flatMap((tabulation) => periodsOf(tabulation).map(formatPeriod));
      const held = new Set(observations.filter(of).map((observation) => formatPeriod(observation.period)));
      expect(held.has(tabulated.at(0) ?? ''), kind).toBe(true);
      expect(held.has(tabulated.at(-1) ?? ''), kind).toBe(true);
      expect(
        [...held].filter((period) => !tabulated.includes(period)),
        kind,
      ).toEqual([]);
    }
  });

  it('are refused where a figure lies outside what its source published', () => {
    const [table] = catalogue.tabulations ?? [];
    const less = { ...catalogue, tabulations: [{ ...table!, from: '2013-11' }] };
    expect(outsideTabulations('catalogue', less, observations)).toEqual([
      'catalogue/tabulations.yaml: border-encounters, ohss-encounters-citizenship, month: there is a figure for 2013-10, which is outside what it says was published; correct from or to',
    ]);
  });

  it('are in the order of the natural key, each key once', () => {
    const steps = observations.slice(1).map((o, i) => compareObservations(observations[i] ?? o, o));
    expect(steps.every((step) => step < 0)).toBe(true);
  });

  it('put an unknown start before every day and an open end after', () => {
    const first = observations[0];
    if (!first) throw new Error('nothing compiled');
    const at = (period: string): Observation => {
      const parsed = parsePeriod(period);
      if (!parsed) throw new Error(period);
      return { ...first, basis: 'day', period: parsed };
    };
    expect(compareObservations(at('../2015-10-15'), at('1066-10-14'))).toBe(-1);
    expect(compareObservations(at('2008-01-01'), at('2008-01-01/..'))).toBe(-1);
  });

  it('come out the same when compiled again', () => {
    expect(JSON.stringify(compileSources('sources'))).toBe(JSON.stringify({ catalogue, observations }));
  });

  it('never prefer a secondary source over a primary one', () => {
    for (const { sources } of catalogue.indicators) {
      const kinds = sources.map((id) => catalogue.sources.find((s) => s.id === id)?.kind);
      const first = kinds.indexOf('secondary');
      if (first >= 0) expect(new Set(kinds.slice(first))).toEqual(new Set(['secondary']));
    }
  });
});
