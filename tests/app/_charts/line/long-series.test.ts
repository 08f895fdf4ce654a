/** Months, many lines and minimums are drawn as what they are. */
import { describe, expect, it } from 'vitest';
import { chartModel, kindsFor } from '#app/_charts/chart.ts';
import { lineTimeAxis } from '#app/_charts/panel/time-axis.ts';
import type { ChartModel } from '#app/_charts/model/chart.ts';
import { both, chartCell, chartComparison, indicator, type Print } from '../making.ts';

const ENCOUNTERS = indicator(
  'border-encounters',
  'count',
  both('Encounters', 'Encuentros'),
  both('Encounters', 'Encuentros'),
  { bases: ['month'] },
);
const monthOf = (i: number): string =>
  `${2019 + Math.floor((9 + i) / 12)}-${String(((9 + i) % 12) + 1).padStart(2, '0')}`;
const months = (origin: string, count: number, amount: (i: number) => Print) =>
  Array.from({ length: count }, (_, i) =>
    chartCell(ENCOUNTERS, 'USA', monthOf(i), amount(i), { counterpart: origin, source: 'usbp-2019' }),
  );
const draw = (cells: Parameters<typeof chartComparison>[1]): ChartModel =>
  chartModel(chartComparison(ENCOUNTERS, cells), { width: 720, language: 'en' });
const textsOf = ({ labels }: ChartModel): string[] =>
  labels.flatMap((shape) => (shape.as === 'text' ? [shape.runs.map(({ text }) => text).join('')] : []));

describe('months', () => {
  const FOUR = ['HND', 'SLV', 'GTM', 'MEX'].flatMap((origin, k) =>
    months(origin, 62, (i) => 1000 * (k + 1) + 10 * i),
  );

  it('of four nationalities are four lines, no higher than a page', () => {
    const model = draw(FOUR);
    expect(model.kind).toBe('line');
    expect(model.plots.map(({ points }) => points.length)).toEqual([62, 62, 62, 62]);
    expect(model.height).toBeLessThan(600);
  });

  it('of one series are bars up to 24, then a line', () => {
    const kindOf = (count: number) =>
      kindsFor(
        chartComparison(
          ENCOUNTERS,
          months('HND', count, (i) => 100 + i),
        ),
      )[0];
    expect(kindOf(24)).toBe('bars');
    expect(kindOf(25)).toBe('line');
  });

  it('break the line where one is missing', () => {
    const cells = months('HND', 40, (i) => (i === 20 ? null : 100 + i));
    const strokes = draw(cells).marks.filter(({ periods }) => periods.length > 1);
    expect(strokes.map(({ periods }) => periods.length)).toEqual([20, 19]);
  });

  it('are named by their years, and by their own names where few are shown', () => {
    const axis = (first: number, last: number): string[] =>
      lineTimeAxis({ basis: 'month', first, last, narrow: false, language: 'en' }, [0, 600]).ticks.map(
        ({ label }) => label,
      );
    const october2019 = 2019 * 12 + 9;
    expect(axis(october2019, october2019 + 61).filter((name) => /^\d/.test(name))).toEqual([
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
    ]);
    expect(axis(october2019, october2019 + 5)).toEqual(['Oct 2019', 'Nov', 'Dec', '2020', 'Feb', 'Mar']);
  });
});

describe('minimums', () => {
  it('of most months are a dashed line with a tick of the same height above each', () => {
    const model = draw(months('HND', 30, (i) => ['at-least', 10 + (i % 7) * 20]));
    const [mark] = model.marks.filter(({ periods }) => periods.length > 1);
    expect(mark?.values.every((value) => value === '')).toBe(true);
    const [line, ...ticks] = mark?.shapes ?? [];
    expect(line).toMatchObject({ as: 'path', dash: '5 3' });
    const heights = ticks.flatMap((shape) => {
      const found = shape.as === 'path' ? /^M[-\d.]+ ([-\d.]+)L[-\d.]+ ([-\d.]+)$/.exec(shape.d) : null;
      return found ? [Math.round(Number(found[1]) - Number(found[2]))] : [];
    });
    expect(new Set(heights)).toEqual(new Set([9]));
    expect(heights).toHaveLength(30);
  });
});

describe('many lines', () => {
  const countries = Array.from({ length: 20 }, (_, i) => `X${String.fromCharCode(65 + i)}Z`);
  const rows = [...countries, 'HND'].flatMap((area, i) =>
    [2020, 2021, 2022].map((year) =>
      chartCell(ENCOUNTERS, area, String(year), 10 * (i + 1) + year - 2020, { source: 'usbp-2019' }),
    ),
  );

  it('have labels for those with a colour and the three highest, and list the names of the others', () => {
    const texts = textsOf(draw(rows));
    const ends = texts.filter((text) => /^(X.Z|Honduras) \d/.test(text));
    expect(ends.map((text) => text.slice(0, 3)).sort()).toEqual(['Hon', 'XRZ', 'XSZ', 'XTZ']);
    const listed = texts.slice(texts.findIndex((text) => text.startsWith('In grey: '))).join(' ');
    for (const area of countries.slice(0, 17)) expect(listed).toContain(area);
  });

  it('that have no room in the list are counted', () => {
    const many = Array.from({ length: 150 }, (_, i) => `Y${i}`).flatMap((area, i) =>
      [2020, 2021, 2022].map((year) =>
        chartCell(ENCOUNTERS, area, String(year), i + 1, { source: 'usbp-2019' }),
      ),
    );
    expect(textsOf(draw(many)).some((text) => /; and 1\d\d more$/.test(text))).toBe(true);
  });
});

describe('definitions', () => {
  it('have an axis each, also as rows', () => {
    const cells = ['person', 'case'].flatMap((definition) =>
      [1, 2].map((day) =>
        chartCell(ENCOUNTERS, 'USA', `2019-01-0${day}`, 100 * day, { definition, source: 'usbp-2019' }),
      ),
    );
    const model = draw(cells);
    expect(model.kind).toBe('number-line');
    expect(model.panels).toHaveLength(2);
  });
});
