import { describe, expect, test } from 'vitest';
import { hasTimeline, timelineModel } from '#app/_charts/timeline/chart.ts';
import type { TextShape } from '#app/_charts/model/shape.ts';
import { boxesMeet, textBox } from '#app/_charts/text/metrics.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { PairHalf } from '#stats/pairing/pairs.ts';
import { CARAVAN_SIZES, CHILDREN_2014, HOMICIDE, RANSOM } from './answers.ts';
import { chartCell, chartComparison } from './making.ts';

const half = (comparison: Comparison): PairHalf => ({ comparison, place: 'area' });
const years = (code: string, from: number, values: readonly number[]) =>
  values.map((value, i) => chartCell(HOMICIDE, code, String(from + i), value));

const RISING = chartComparison(HOMICIDE, years('HND', 2004, [30, 40, 50, 60]));
const FALLING = chartComparison(HOMICIDE, years('SLV', 2006, [60, 50, 30, 20]));
const CHILDREN = { ...CHILDREN_2014.indicator, additive: 'flow' as const };
const COUNTS = chartComparison(
  CHILDREN,
  [40, 60].map((value, i) => chartCell(CHILDREN, 'USA', `FY${2006 + i}`, value)),
);

const texts = (model: ReturnType<typeof timelineModel>): TextShape[] =>
  model.labels.filter((label): label is TextShape => label.as === 'text');
const words = (model: ReturnType<typeof timelineModel>): string[] =>
  texts(model).map(({ runs }) => runs.map(({ text }) => text).join(''));

describe('two indicators over one time axis', () => {
  const model = timelineModel([half(RISING), half(FALLING)], { width: 800, language: 'en' });

  test('have a panel each, with one axis of months and each its own scale', () => {
    expect(model.panels).toHaveLength(2);
    expect(model.panels[0]?.x).toEqual(model.panels[1]?.x);
    // From January of the first year to the January after the last.
    expect(model.panels[0]?.x.domain).toEqual([2004 * 12, 2010 * 12]);
    expect(model.panels[0]?.y.domain[0]).toBe(0);
  });

  test('say what each did between the first and the last year that both have', () => {
    expect(model.heading.title).toBe('Homicide rate highest in 2007, 60; homicide rate highest in 2006, 60');
    const long = chartComparison(HOMICIDE, years('SLV', 2004, [60, 50, 30, 20]));
    const both = timelineModel([half(RISING), half(long)], { width: 800, language: 'en' });
    expect(both.heading.title).toBe('2004 to 2007: homicide rate rose by 100%; homicide rate fell by 67%');
  });

  test('say where nothing is on file', () => {
    expect(words(model)).toContain('nothing on file after 2007');
    expect(words(model)).toContain('nothing on file before 2006');
  });

  test('have a stop of the keyboard for every figure, in the panel that it is in', () => {
    expect(model.stops.map(({ panel }) => panel)).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    expect(model.stops[0]?.readings[0]?.figure).toBe('30');
  });

  test.each([800, 343])('keep their words apart at %i pixels', (width) => {
    const drawn = timelineModel([half(RISING), half(COUNTS)], { width, language: 'es' });
    const boxes = texts(drawn).map((text) => ({ text, box: textBox(text) }));
    const met = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => boxesMeet(a.box, b.box))
        .map((b) => [a.text.runs[0]?.text, b.text.runs[0]?.text]),
    );
    expect(met).toEqual([]);
    for (const { box } of boxes) expect(box.right).toBeLessThanOrEqual(width + 1);
  });
});

test('counts of fiscal years are bars over the months that they count, a quarter of a year before the calendar year', () => {
  const model = timelineModel([half(RISING), half(COUNTS)], { width: 800, language: 'en' });
  const bar = model.marks.find(({ periods }) => periods[0] === 'FY2006')?.shapes[0];
  const { domain, range } = model.panels[0]!.x;
  const month = (at: number) =>
    range[0] + ((at - domain[0]) / (domain[1] - domain[0])) * (range[1] - range[0]);
  expect(bar).toMatchObject({ as: 'rect' });
  expect((bar as { x: number }).x).toBeCloseTo(month(2005 * 12 + 9) + 2, 0);
});

test('a hedge that is no single number keeps its mark, apart from the line', () => {
  const open = chartCell(HOMICIDE, 'HND', '2008', ['more-than', 70]);
  const comparison = chartComparison(HOMICIDE, [...RISING.cells, open]);
  const model = timelineModel([half(comparison), half(FALLING)], { width: 800, language: 'en' });
  expect(model.legend.map(({ id }) => id)).toContain('more-than');
});

test('what has no place on a time axis is not drawn, and the page is told so', () => {
  expect(hasTimeline([half(RANSOM)])).toBe(false);
  expect(hasTimeline([half(RANSOM), half(RISING)])).toBe(true);
  expect(hasTimeline([half(CARAVAN_SIZES)])).toBe(false);
});
