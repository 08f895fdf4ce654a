/**
 * Two indicators on two axes: every point is at its values, every interval has its length, and no label
 * overlaps another.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextShape } from '#app/_charts/model/shape.ts';
import { placeNames } from '#app/_charts/scatter/point-labels.ts';
import { linearScale } from '#app/_charts/scales/linear.ts';
import { scatterModel } from '#app/_charts/scatter/chart.ts';
import { boxesMeet, textBox } from '#app/_charts/text/metrics.ts';
import { pairsOf, type PairHalf } from '#stats/pairing/pairs.ts';
import { HOMICIDE } from '../answers.ts';
import { chartComparison, both, chartCell, indicator, type Print } from '../making.ts';

const GINI = indicator(
  'gini-index',
  'estimate',
  both('Gini index', 'Índice de Gini'),
  both('Index, 0 to 100'),
  {
    additive: 'none',
    decimals: 1,
  },
);
type Rows = readonly (readonly [area: string, rate: Print, gini: Print])[];
const halves = (rows: Rows): readonly [PairHalf, PairHalf] => [
  {
    place: 'area',
    comparison: chartComparison(
      HOMICIDE,
      rows.map(([area, rate]) => chartCell(HOMICIDE, area, '2014', rate, { source: 'unodc-2025' })),
    ),
  },
  {
    place: 'area',
    comparison: chartComparison(
      GINI,
      rows.map(([area, , gini]) => chartCell(GINI, area, '2014', gini, { source: 'world-bank-population' })),
    ),
  },
];
const draw = (rows: Rows, width = 792, language: 'en' | 'es' = 'en') => {
  const two = halves(rows);
  return scatterModel(two, pairsOf(two), { width, language });
};
const ROWS: Rows = [
  ['HND', 65, 49.9],
  ['SLV', ['range', 62, 64], 41.6],
  ['CRI', ['at-least', 10], 48.6],
  ['CAN', 1.5, 33.2],
];

describe('a scatter plot', () => {
  it('has each point where its two numbers are', () => {
    const { marks, panels } = draw(ROWS);
    const [panel] = panels;
    const [x, y] = [linearScale(panel!.x), linearScale(panel!.y)];
    const dot = marks[0]!.shapes.find((shape) => shape.as === 'circle');
    expect(dot?.as === 'circle' && dot.x).toBeCloseTo(x(49.9), 1);
    expect(dot?.as === 'circle' && dot.y).toBeCloseTo(y(65), 1);
    expect(marks.map((entry) => [entry.series, ...entry.values])).toEqual([
      ['HND', '65', '49.9'],
      ['SLV', '', '41.6'],
      ['CRI', '', '48.6'],
      ['CAN', '1.5', '33.2'],
    ]);
  });

  it('draws an interval as long as it is, without a middle; an open end as an arrow at a ring', () => {
    const { marks, panels, legend } = draw(ROWS);
    const y = linearScale(panels[0]!.y);
    const arm = marks[1]!.shapes.find((shape) => shape.as === 'path');
    const ends = /^M\S+ (\S+)L\S+ (\S+)$/
      .exec(arm?.as === 'path' ? arm.d : '')
      ?.slice(1)
      .map(Number);
    expect(ends?.[0]).toBeCloseTo(y(62), 1);
    expect(ends?.[1]).toBeCloseTo(y(64), 1);
    expect(marks[1]!.shapes.some((shape) => shape.as === 'circle')).toBe(false);
    const ring = marks[2]!.shapes.find((shape) => shape.as === 'circle');
    expect(ring?.as === 'circle' && ring.fill).toBe('paper');
    expect(legend.map((entry) => entry.id)).toEqual(['cross', 'open-cross']);
  });

  it('says what a reader would see: who is highest and lowest, where an axis begins, every pair', () => {
    const { heading, alternative, notices } = draw(ROWS.filter(([area]) => area !== 'CRI'));
    expect(heading.title).toBe(
      'Homicide rate: highest in Honduras, 65 (Gini index: 49.9); lowest in Canada, 1.5 (33.2)',
    );
    expect(heading.subtitle).toBe('The 3 places with both figures for 2014.');
    expect(notices).toEqual(['The horizontal axis starts at 32.5, not at zero.']);
    for (const told of [...notices, 'El Salvador: 62 to 64; 41.6.']) expect(alternative).toContain(told);
    // "At least 10" may exceed any other figure, so no area is called the highest.
    const open = draw(ROWS);
    expect(open.heading.title).toBe('Homicide rate and Gini index');
    expect(open.alternative).toContain('Costa Rica: at least 10; 48.6.');
    const spanish = draw(ROWS.slice(0, 2), 343, 'es').heading.title;
    expect(spanish).toContain(
      'máximo en Honduras, 65 (índice de Gini: 49,9); mínimo en El Salvador, de 62 a 64 (41,6)',
    );
  });

  it('has words where there is nothing to draw', () => {
    const { heading, marks } = draw([['HND', 65, null]]);
    expect(marks).toEqual([]);
    expect(heading.title).toBe('The two indicators have no figures for the same place and period');
  });
});

const within = { left: 0, right: 400, top: 0, bottom: 300 };
const dots = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 400 }),
    y: fc.integer({ min: 0, max: 300 }),
    r: fc.constantFrom(4.5, 6),
    name: fc.constantFrom('Honduras', 'El Salvador', 'República Dominicana', 'Perú', 'Estados Unidos'),
    colour: fc.constant('others' as const),
    main: fc.boolean(),
  }),
  { maxLength: 40 },
);

it('no name stands on another, on a point or outside the plot', () => {
  fc.assert(
    fc.property(dots, (points) => {
      const names: TextShape[] = placeNames(points, within);
      const boxes = names.map(textBox);
      boxes.forEach((box, i) => {
        expect(boxes.slice(i + 1).some((other) => boxesMeet(box, other))).toBe(false);
        expect(box.left >= 0 && box.right <= 400 && box.top >= 0 && box.bottom <= 300).toBe(true);
        for (const { x, y, r } of points) {
          expect(boxesMeet(box, { left: x - r, right: x + r, top: y - r, bottom: y + r })).toBe(false);
        }
      });
      // A single point with room around it always has a label.
      const [only] = points;
      if (only && only.x > 150 && only.x < 250) expect(placeNames([only], within)).toHaveLength(1);
    }),
    { numRuns: 300 },
  );
});
