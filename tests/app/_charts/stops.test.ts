/** What a reader sees and hears at a focus point of a line, a row or a scatter point. */
import { describe, expect, it } from 'vitest';
import { chartModel, chartOf } from '#app/_charts/chart.ts';
import {
  nearestFocusPoint,
  nearestSeries,
  seriesAfter,
  seriesPath,
} from '#app/_charts/interactive/recharts-props.ts';
import { sentenceOf, sharedOrigin } from '#app/_charts/interactive/tooltip-text.ts';
import { placeNames, type NamedPoint } from '#app/_charts/scatter/point-labels.ts';
import { scatterModel } from '#app/_charts/scatter/chart.ts';
import { pairsOf, type PairHalf } from '#stats/pairing/pairs.ts';
import * as answers from './answers.ts';
import { HOMICIDE } from './answers.ts';
import { HOMICIDE_LINES } from './homicide-lines.ts';
import { chartComparison, chartCell, type Print } from './making.ts';

const half = (rows: readonly (readonly [string, Print])[], source: string): PairHalf => ({
  place: 'area',
  comparison: chartComparison(
    HOMICIDE,
    rows.map(([area, print]) => chartCell(HOMICIDE, area, '2014', print, { source })),
  ),
});
const HALVES = [
  half(
    [
      ['HND', 65],
      ['SLV', ['more-than', 62]],
    ],
    'unodc-2025',
  ),
  half(
    [
      ['HND', 49.9],
      ['SLV', 41.6],
    ],
    'world-bank-population',
  ),
] as const;

describe('a stop', () => {
  it('names a source that all its readings share once, and without the place in it', () => {
    const { stops } = chartModel(HOMICIDE_LINES, { width: 792, language: 'en' });
    const stop = stops.find(({ readings }) => readings.length > 1)!;
    const origin = sharedOrigin(stop)!;
    expect(origin).toBe(stop.readings[0]!.from);
    expect(sentenceOf(stop).split(origin)).toHaveLength(2);
  });

  it('of one figure says the place in the source as well', () => {
    const [first] = chartModel(answers.CARAVAN_SIZES, { width: 792, language: 'en' }).stops;
    expect(sentenceOf(first!)).toContain(': more than 4,000. WSWS, 20 October 2018, paragraph\u00a02. ');
  });

  it('at a point says place and year, then both figures with their hedges and sources', () => {
    const model = scatterModel(HALVES, pairsOf(HALVES), { width: 792, language: 'en' });
    expect(model.stops.map((stop) => stop.name)).toEqual(['El Salvador', 'Honduras']);
    expect(sentenceOf(model.stops[0]!)).toMatch(
      /^El Salvador, 2014\. .*: more than 62\.?0?\. .+; .*: 41\.6\. .+$/,
    );
  });

  it('is the nearest point, and none where the pointer is far from all', () => {
    const model = scatterModel(HALVES, pairsOf(HALVES), { width: 343, language: 'es' });
    model.stops.forEach(({ x, y }, i) => expect(nearestFocusPoint(model, x + 9, y - 9)).toBe(i));
    expect(nearestFocusPoint(model, 0, 0)).toBeNull();
  });
});

describe('the series of a stop', () => {
  const model = chartModel(HOMICIDE_LINES, { width: 792, language: 'en', kind: 'line' });
  const stop = model.stops.find(({ readings }) => readings.filter(({ at }) => at).length > 3)!;
  const drawn = stop.readings.filter(({ at }) => at !== null);

  it('stand in the order of their marks, gaps last', () => {
    const heights = drawn.map(({ at }) => at!.y);
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    expect(stop.readings.slice(0, drawn.length)).toEqual(drawn);
  });

  it('are found by a pointer near their mark, and by no pointer far from all', () => {
    for (const { series, at } of [drawn[0]!, drawn.at(-1)!]) expect(nearestSeries(stop, at!.y)).toBe(series);
    expect(nearestSeries(stop, -500)).toBeNull();
  });

  it('are walked through with the keys, and the last one stays', () => {
    const [first, second] = drawn.map(({ series }) => series);
    expect(seriesAfter(stop, null, 1)).toBe(first);
    expect(seriesAfter(stop, first!, 1)).toBe(second);
    expect(seriesAfter(stop, first!, -1)).toBe(first);
    expect(seriesAfter({ ...stop, readings: stop.readings.slice(0, 1) }, null, 1)).toBeNull();
  });

  it('are a line that breaks where a period has no mark', () => {
    const series = drawn[0]!.series;
    const marks = model.stops.map(
      ({ readings }) => readings.find((reading) => reading.series === series)?.at,
    );
    const breaks = marks.filter((at, i) => at && !marks[i - 1]).length;
    expect(seriesPath(model, 0, series).match(/M/g)).toHaveLength(breaks);
  });
});

describe('a chart', () => {
  it('laid out for two widths is the chart of each width', () => {
    for (const comparison of [HOMICIDE_LINES, answers.CARAVAN_SIZES]) {
      const chart = chartOf(comparison, { language: 'es' });
      for (const width of [800, 343])
        expect(chart(width)).toEqual(chartModel(comparison, { width, language: 'es' }));
    }
  });
});

describe('the name of a point', () => {
  const dot = (x: number, y: number, name: string, main = false): NamedPoint => ({
    ...{ x, y, r: main ? 6 : 4.5, name, main },
    colour: main ? 'usa' : 'others',
  });
  // As on a phone: the first only has room at the upper left, which is just above the second.
  const POINTS = [dot(100, 100, 'Perú'), dot(80, 107, 'Estados Unidos', true)];
  const within = { left: 60, right: 102, top: 80, bottom: 104 };

  it('is left out where it would stand nearer to the point of another than is wanted', () => {
    const names = (apart?: number) => placeNames(POINTS, within, apart).map(({ runs }) => runs[0]?.text);
    expect(names()).toEqual(['Perú']);
    expect(names(5)).toEqual([]);
  });
});
