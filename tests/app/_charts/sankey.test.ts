/** The bands of a flow: at most twelve, and together all of it. */
import { describe, expect, it } from 'vitest';
import { chartModel, kindsFor } from '#app/_charts/chart.ts';
import { bandsOf, sankeyCells, totalOf } from '#app/_charts/sankey/bands.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import type { Cell } from '#stats/model/observation.ts';
import { CHILDREN_BY_YEAR } from './answers.ts';
import { MANY_FLOWS } from './gallery.ts';
import { chartCell, chartComparison } from './making.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const amounts = (cells: readonly Cell[]): number[] =>
  cells.flatMap(({ stated }) => (stated ? [printedEnd(stated)] : []));

const flows = (pairs: readonly (readonly [area: string, origin: string, amount: number])[]) =>
  chartComparison(
    CHILDREN_BY_YEAR.indicator,
    pairs.map(([area, counterpart, amount]) =>
      chartCell(CHILDREN_BY_YEAR.indicator, area, 'FY2014', amount, {
        counterpart,
        breakdown: '_T',
        source: 'usbp-2019',
      }),
    ),
  );

describe('many pairs', () => {
  const cells = sankeyCells(MANY_FLOWS)!;
  const bands = bandsOf(cells);

  it('are at most twelve bands: the nine largest, and the others added up by destination', () => {
    expect(cells).toHaveLength(18);
    expect(bands).toHaveLength(12);
    expect(bands.slice(0, 9).every(({ cells: own }) => own.length === 1)).toBe(true);
    expect(bands.slice(9).every(({ origin }) => origin === null)).toBe(true);
    expect(bands.map(({ amount }) => amount).slice(0, 9)).toEqual(
      amounts(cells)
        .sort((a, b) => b - a)
        .slice(0, 9),
    );
  });

  it('are all in the bands, each once', () => {
    const drawn = bands.flatMap(({ cells: own }) => own);
    expect(new Set(drawn).size).toBe(cells.length);
    expect(sum(bands.map(({ amount }) => amount))).toBe(sum(amounts(cells)));
  });

  it('keep a hedge in the sum: at least 40 and exact numbers are together at least their sum', () => {
    const hedged = bands.filter(({ cells: own }) =>
      own.some(({ stated }) => stated?.qualifier === 'at-least'),
    );
    expect(hedged).toHaveLength(1);
    expect(hedged[0]!.origin).toBe(null);
    expect(hedged[0]!.stated).toMatchObject({ qualifier: 'at-least', value: null, high: null });
    expect(hedged[0]!.stated.low).toBe(sum(amounts(hedged[0]!.cells)));
    expect(totalOf(bands)?.qualifier).toBe('at-least');
  });

  it('say below the drawing that the others are added up, and in the tip of how many', () => {
    const model = chartModel(MANY_FLOWS, { width: 800, language: 'en', kind: 'sankey' });
    const words = model.labels.flatMap((shape) =>
      shape.as === 'text' ? [shape.runs.map(({ text }) => text).join('')] : [],
    );
    expect(words.join(' ')).toContain('The other 9 pairs are added up as “all others” by Cotejo');
    expect(
      model.stops
        .flatMap(({ readings }) => readings)
        .map(({ note }) => note)
        .join(' '),
    ).toMatch(/Sum of \d pairs, calculated by Cotejo/);
    expect(model.marks).toHaveLength(12);
  });
});

it('a single pair stands for itself, and is not called others', () => {
  const few = sankeyCells(
    flows([1, 2, 3, 4, 5].flatMap((n) => [['USA', `A${n}`, n] as const, ['MEX', `A${n}`, n] as const])),
  )!;
  expect(bandsOf(few)).toHaveLength(10);
  expect(bandsOf(few).every(({ origin }) => origin !== null)).toBe(true);
});

it('flows that count someone twice are not offered: a city beside its country, or a group beside its member', () => {
  const twice = flows([
    ['SLV', 'HND', 5],
    ['SVSAL', 'HND', 3],
    ['SLV', 'GTM', 5],
    ['SVSAL', 'GTM', 3],
  ]);
  expect(sankeyCells(twice)).toBe(null);
  expect(kindsFor(twice)).toContain('flow-matrix');
  expect(kindsFor(twice)).not.toContain('sankey');
});
