/**
 * Origins in rows, destinations in columns, the count of each pair as a number on its shade. Where there are
 * too many, the largest are drawn and the other pairs are named below. Nothing is added up.
 */
import { levelOf } from '../model/level.ts';
import { rollup } from 'd3-array';
import { figureText } from '#stats/format/figure.ts';
import { formatNumber } from '#stats/number.ts';
import type { Cell } from '#stats/model/observation.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';
import { hedgeCorner } from '../marks/hedge-corner.ts';
import { line, rect, textShape } from '../marks/shapes.ts';
import type { FocusPoint, Mark } from '../model/chart.ts';
import type { Shape, TextShape } from '../model/shape.ts';
import type { Sign } from '../model/sign.ts';
import { headingLabels } from '../panel/heading.ts';
import { markOf, readingOf, type ChartContext, type DrawPanel } from '../panel/layout.ts';
import { leftOutHeight, leftOutLabels, namesLeftOut } from '../panel/left-out.ts';
import { shadeKey } from '../panel/shade-key.ts';
import { axisTitle } from '../scales/linear.ts';
import { shadeScale, textOnShade, type ShadeScale } from '../scales/shades.ts';
import { fitText, textWidth } from '../text/metrics.ts';

const MOST = 10;
const ROW = 26;
const NUMBER = 12;

interface Matrix {
  readonly context: ChartContext;
  readonly origins: readonly string[];
  readonly places: readonly string[];
  readonly byPair: ReadonlyMap<string, Cell>;
  readonly shades: ShadeScale;
  readonly left: number;
  readonly top: number;
  readonly column: number;
}

const pairKey = (origin: string, place: string): string => `${origin} | ${place}`;

export const flowMatrix: DrawPanel = (context, cells, top, heading) => {
  const { width, language, measured, names } = context;
  const above = headingLabels(heading, { top, width });
  const shades = shadeScale((context.among ?? cells).map(levelOf));
  const key = shadeKey(context, shades, above.bottom + 22);
  const narrow = width < 480;
  const matrix = matrixOf(context, cells, shades, above.bottom + 22 + key.height + 34, narrow ? 4 : MOST);
  const { origins, places } = matrix;
  const bottom = matrix.top + origins.length * ROW;
  const missing = cells
    .filter(({ area, counterpart }) => !origins.includes(counterpart) || !places.includes(area))
    .map((cell) => `${names.part(cell, 'counterpart')} → ${names.part(cell, 'area')}`);
  const rest = namesLeftOut(missing, CHART_WORDS[language].notDrawn, width, language);
  const drawn = origins.map((origin, i) => drawOrigin(matrix, origin, matrix.top + i * ROW));
  return {
    bottom: bottom + 8 + leftOutHeight(rest),
    panels: [
      {
        ...({ pointer: 'point', hairline: false, heading } as const),
        x: { domain: [0, 1], range: [matrix.left, width], ticks: [] },
        y: { domain: [0, 1], range: [matrix.top, bottom], ticks: [] },
      },
    ],
    ground: [
      ...key.shapes.filter(({ as }) => as !== 'text'),
      line(0, matrix.top - 1, width, matrix.top - 1, { stroke: 'rule', width: 1 }),
    ],
    marks: drawn.flatMap(({ marks }) => marks),
    labels: [
      ...above.labels,
      textShape(0, above.bottom + 11, fitText(axisTitle(measured, 0, language), width, 12.5), 'note'),
      ...key.shapes.filter(({ as }) => as === 'text'),
      ...columnNames(matrix, cells),
      ...drawn.flatMap(({ labels }) => labels),
      ...leftOutLabels(rest, bottom),
    ],
    plots: [],
    stops: origins.flatMap((origin, i) => stopsOf(matrix, origin, matrix.top + i * ROW)),
    signs: new Set<Sign>(drawn.flatMap(({ signs }) => signs)),
  };
};

/**
 * The codes with the greatest sums, the greatest first. While periods are played the sums are those of all of them,
 * so that rows and columns keep their order.
 */
function largest(
  { among }: ChartContext,
  cells: readonly Cell[],
  codeOf: (cell: Cell) => string,
  most: number,
): string[] {
  const own = new Set(cells.map(codeOf));
  const sums = rollup(among ?? cells, (of) => of.reduce((sum, cell) => sum + levelOf(cell), 0), codeOf);
  return [...sums]
    .filter(([code]) => own.has(code))
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([code]) => code);
}

function matrixOf(
  context: ChartContext,
  cells: readonly Cell[],
  shades: ShadeScale,
  top: number,
  most: number,
): Matrix {
  const { width, names } = context;
  const origins = largest(context, cells, ({ counterpart }) => counterpart, 2 * MOST);
  const places = largest(context, cells, ({ area }) => area, most);
  const widest = Math.max(...cells.map((cell) => textWidth(names.part(cell, 'counterpart'), 13, 600)));
  const left = Math.min(widest + 14, width * 0.34);
  const byPair = new Map(cells.map((cell) => [pairKey(cell.counterpart, cell.area), cell]));
  const column = Math.min((width - left) / Math.max(1, places.length), 130);
  return { context, origins, places, byPair, shades, left, top, column };
}

function columnNames({ context, places, left, top, column }: Matrix, cells: readonly Cell[]): TextShape[] {
  return places.flatMap((place, i) => {
    const cell = cells.find(({ area }) => area === place);
    const name = cell ? fitText(context.names.part(cell, 'area'), column - 6, 12.5, 600) : place;
    return [textShape(left + (i + 0.5) * column, top - 9, name, 'strong', { anchor: 'middle', size: 12.5 })];
  });
}

function drawOrigin(
  { context, places, byPair, shades, left, column }: Matrix,
  origin: string,
  top: number,
): {
  readonly marks: readonly Mark[];
  readonly labels: readonly TextShape[];
  readonly signs: readonly Sign[];
} {
  const marks: Mark[] = [];
  const signs = new Set<Sign>();
  const labels: TextShape[] = [];
  for (const [i, place] of places.entries()) {
    const cell = byPair.get(pairKey(origin, place));
    if (!cell) continue;
    if (labels.length === 0) {
      const name = fitText(context.names.part(cell, 'counterpart'), left - 10, 13, 600);
      labels.push(textShape(0, top + 17, name, 'strong'));
    }
    const x = left + i * column;
    const fill = shades.shadeOf(levelOf(cell));
    const shapes: Shape[] = [rect(x + 0.5, top + 0.5, column - 1, ROW - 1, { fill })];
    if (cell.stated && cell.stated.qualifier !== 'exact') {
      signs.add('hedged');
      shapes.push(hedgeCorner(x + column - 0.5, top + 0.5, fill));
    }
    marks.push(markOf([cell], context.seriesId(cell), shapes));
    const setting = { anchor: 'middle', size: NUMBER, colour: textOnShade(fill) } as const;
    labels.push(textShape(x + column / 2, top + 17, numberIn(context, cell, column), 'note', setting));
  }
  return { marks, labels, signs: [...signs] };
}

/** The number with all its digits if they fit, else without the hedge that the corner marks. */
function numberIn({ comparison, language }: ChartContext, cell: Cell, room: number): string {
  const whole = figureText(cell, comparison.indicator, language);
  if (textWidth(whole, NUMBER) + 6 <= room) return whole;
  return fitText(formatNumber(levelOf(cell), language, comparison.indicator.decimals), room - 4, NUMBER);
}

const stopsOf = (
  { context, places, byPair, left, column }: Matrix,
  origin: string,
  top: number,
): FocusPoint[] =>
  places.flatMap((place, i): FocusPoint[] => {
    const cell = byPair.get(pairKey(origin, place));
    const at = { x: left + (i + 0.5) * column, y: top + ROW / 2 };
    const box = { x: left + i * column, y: top, w: column, h: ROW };
    return cell ? [{ ...at, panel: 0, readings: [readingOf(cell, context, { ...at, box }, '')] }] : [];
  });
