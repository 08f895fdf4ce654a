/** A map says which countries have no figure and which were not asked for, and names some without an overlap. */
import { describe, expect, it } from 'vitest';
import { chartModel } from '#app/_charts/chart.ts';
import { mapNames } from '#app/_charts/map/names.ts';
import { OUTLINES } from '#app/_charts/map/outlines.ts';
import type { TextShape } from '#app/_charts/model/shape.ts';
import { boxesMeet, textBox } from '#app/_charts/text/metrics.ts';
import { HOMICIDE } from '../answers.ts';
import { chartCell, chartComparison } from '../making.ts';

const CODES = ['HND', 'SLV', 'GTM', 'MEX', 'USA', 'CAN'];
const cells = CODES.map((area, i) => chartCell(HOMICIDE, area, '2014', 10 * i + 2, { source: 'unodc-2025' }));
const asked = (country: readonly string[]) => {
  const answer = chartComparison(HOMICIDE, cells);
  return { ...answer, query: { ...answer.query, country } };
};
const signs = (country: readonly string[]): string[] =>
  chartModel(asked(country), { width: 800, language: 'en', kind: 'map' }).legend.map(({ id }) => id);
const mapOfTwo = (width: number) =>
  chartModel(chartComparison(HOMICIDE, cells.slice(0, 2)), { width, language: 'en', kind: 'map' });

describe('a map', () => {
  it('hatches what has no value, and leaves blank what nobody asked for', () => {
    expect(signs([])).toEqual(['gap']);
    expect(signs(CODES)).toEqual(['not-asked']);
    expect(signs([...CODES, 'NIC'])).toEqual(['gap', 'not-asked']);
  });

  it('is drawn of two countries', () => expect(mapOfTwo(800).kind).toBe('map'));

  it('says of which year the last value is, where that of the year is missing', () => {
    const peru = chartCell(HOMICIDE, 'PER', '2014', null, {
      source: 'unodc-2025',
      gap: { code: 'not-on-file', missing: [] },
      lastOnFile: '2012',
    });
    const answer = chartComparison(HOMICIDE, [...cells, peru]);
    const { notices } = chartModel(answer, { width: 800, language: 'en', kind: 'map' });
    expect(notices.join(' ')).toMatch(/No value for 2014, with the year of the last: .*\(2012\)\./);
  });

  it.each([343, 800])('names countries at %s pixels, and no name meets another', (width) => {
    const { labels } = chartModel(asked(CODES), { width, language: 'en', kind: 'map' });
    const names = labels.filter((label): label is TextShape => label.as === 'text' && label.halo === true);
    expect(names.length).toBeGreaterThan(3);
    expect(names.map(({ runs }) => runs.map(({ text }) => text).join(''))).toContain('Canada 52');
    for (const [i, name] of names.entries())
      for (const other of names.slice(i + 1)) expect(boxesMeet(textBox(name), textBox(other))).toBe(false);
  });

  it('puts a name on the sea where there is room, with a line to its country', () => {
    const { americas } = OUTLINES;
    const [x = 0, y = 0] = americas.areas['SLV']?.middle ?? [];
    const shapes = mapNames([{ x, y, r: 2, runs: [{ text: 'El Salvador 61.1' }] }], {
      outlines: americas,
      scale: 1,
      top: 0,
      width: americas.width,
      circles: [],
    });
    const [label] = shapes.filter(({ as }) => as === 'text');
    // The Pacific is south-west of it.
    expect(label?.as === 'text' && [label.x < x, label.y > y]).toEqual([true, true]);
  });
});
