/** While periods are played, the same number looks the same in each of them, in every kind that can be played. */
import { describe, expect, it } from 'vitest';
import { CHART_LAYOUTS } from '#app/_charts/chart-kinds.ts';
import { chartOf } from '#app/_charts/chart.ts';
import type { Mark } from '#app/_charts/model/chart.ts';
import type { ChartKind } from '#app/_charts/model/kind.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { parsePeriod } from '#stats/time/period.ts';
import { GALLERY } from './gallery.ts';

const PLAYED = (Object.keys(CHART_LAYOUTS) as ChartKind[]).filter(
  (kind) => CHART_LAYOUTS[kind].isOfOnePeriod,
);

/** The figure that does not change, and so must not change its look. */
const SAME = 2;

/** The same answer two years later: every other figure is twice as large. */
function later(comparison: Comparison): Comparison {
  const cells = comparison.cells.map((cell, i) => {
    const period = parsePeriod(cell.basis === 'us-fiscal-year' ? 'FY2016' : '2016')!;
    const value = cell.stated?.value;
    if (i === SAME || !cell.stated || value === null || value === undefined) return { ...cell, period };
    return { ...cell, period, stated: { ...cell.stated, value: value * 2 } };
  });
  return { ...comparison, cells };
}

/** How an amount is drawn: its shade, or how high its band is. */
function lookOf({ shapes: [shape] }: Mark): string | undefined {
  if (shape?.as !== 'path') return shape && 'fill' in shape ? shape.fill : undefined;
  const band = /^M\S+ (\S+?)C.*L\S+ (\S+?)C.* (\S+?)Z$/.exec(shape.d);
  return band ? (Number(band[3]) - Number(band[1])).toFixed(0) : shape.fill;
}

/** The mark of that figure. */
function sameMark(comparison: Comparison, kind: ChartKind, among?: Comparison['cells']): Mark {
  const model = chartOf(comparison, { language: 'en', kind, ...(among && { among }) })(800);
  const value = String(comparison.cells[SAME]!.stated!.value);
  const series = chartOf(GALLERY[kind].comparison, { language: 'en', kind })(800).marks;
  const own = series.find(({ values }) => values[0] === value)!.series;
  return model.marks.find((mark) => mark.series === own)!;
}

const cellsOf = (comparison: Comparison, kind: ChartKind): Comparison['cells'] =>
  CHART_LAYOUTS[kind].derive!(comparison).comparison.cells;

it('the kinds that are played are known', () => {
  expect(PLAYED).toEqual(['map', 'flow-matrix', 'sankey']);
});

describe.each(PLAYED)('%s', (kind) => {
  const { comparison } = GALLERY[kind];
  const next = later(comparison);
  const among = [...cellsOf(comparison, kind), ...cellsOf(next, kind)];

  it('has a scale of its own for each year where none is played', () => {
    expect(lookOf(sameMark(comparison, kind))).not.toBe(lookOf(sameMark(next, kind)));
  });

  it('has one scale for the years that are played', () => {
    expect(lookOf(sameMark(comparison, kind, among))).toBe(lookOf(sameMark(next, kind, among)));
  });
});
