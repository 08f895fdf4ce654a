/**
 * A row for each series and a column for each period: the shade of a cell is its amount. A corner marks a
 * figure that is not exact, a hatch a gap, and an empty cell means that nothing is on file.
 */
import { extent as numberExtent } from 'd3-array';
import { figureText } from '#stats/format/figure.ts';
import { gapReason } from '#stats/format/gap.ts';
import { seriesOf, type Series } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import { hedgeCorner } from '../marks/hedge-corner.ts';
import { rect, textShape } from '../marks/shapes.ts';
import type { FocusPoint, Mark } from '../model/chart.ts';
import type { Shape, TextShape } from '../model/shape.ts';
import type { Sign } from '../model/sign.ts';
import { headingLabels } from '../panel/heading.ts';
import { markOf, readingOf, type ChartContext, type DrawPanel } from '../panel/layout.ts';
import { shadeKey } from '../panel/shade-key.ts';
import type { ChartAxis } from '../scales/axis.ts';
import { axisTitle } from '../scales/linear.ts';
import { shadeScale, textOnShade, type ShadeScale } from '../scales/shades.ts';
import { positionOf } from '../scales/time-position.ts';
import { lineTimeAxis } from '../panel/time-axis.ts';
import { fitText, textWidth } from '../text/metrics.ts';

const NUMBER = 11.5;

interface Grid {
  readonly context: ChartContext;
  readonly rows: readonly Series[];
  readonly shades: ShadeScale;
  readonly first: number;
  readonly left: number;
  readonly top: number;
  readonly column: number;
  readonly row: number;
  /** Whether every number fits into its cell. */
  readonly isNumbered: boolean;
}

export const heatTable: DrawPanel = (context, cells, top, heading) => {
  const { width, language, measured } = context;
  const above = headingLabels(heading, { top, width });
  const shades = shadeScale(cells.flatMap(({ stated }) => (stated ? [printedEnd(stated)] : [])));
  const key = shadeKey(context, shades, above.bottom + 22);
  const [first = 0, last = 0] = numberExtent(cells, positionOf);
  const grid = gridOf(context, cells, shades, [first, last], above.bottom + 22 + key.height + 24);
  const { left, column, row, rows } = grid;
  const right = left + column * (last - first + 1);
  const bottom = grid.top + rows.length * row;
  const basis = cells[0]?.basis;
  const time = lineTimeAxis({ basis, first, last, narrow: width < 480, language }, [
    left + column / 2,
    Math.max(right - column / 2, left + column / 2 + 1),
  ]);
  const drawn = rows.map((series, i) => drawRow(grid, series, grid.top + i * row));
  return {
    bottom: bottom + 8,
    panels: [{ pointer: 'point', hairline: false, heading, x: time, y: rowsAxis(grid.top, bottom) }],
    ground: [
      ...key.shapes.filter((shape) => shape.as !== 'text'),
      ...drawn.flatMap(({ missing }) => missing),
    ],
    marks: drawn.flatMap(({ marks }) => marks),
    labels: [
      ...above.labels,
      textShape(0, above.bottom + 11, axisTitle(measured, 0, language), 'note'),
      ...key.shapes.filter((shape) => shape.as === 'text'),
      ...columnNames(grid, time),
      ...drawn.flatMap(({ labels }) => labels),
    ],
    plots: [],
    get stops() {
      return rows.flatMap((series, i) => stopsOf(grid, series, grid.top + i * row));
    },
    signs: new Set<Sign>(drawn.flatMap(({ signs }) => signs)),
  };
};

const rowsAxis = (top: number, bottom: number): ChartAxis => ({
  domain: [top, bottom],
  range: [top, bottom],
  ticks: [],
});

/** Rows in the order of their latest figures, the highest first. */
function gridOf(
  context: ChartContext,
  cells: readonly Cell[],
  shades: ShadeScale,
  [first, last]: readonly [number, number],
  top: number,
): Grid {
  const { width, names } = context;
  const all = seriesOf({ cells }).filter((series) => series.cells.some(({ stated }) => stated));
  const rows = all.toSorted((a, b) => latestOf(b) - latestOf(a));
  const widest = Math.max(0, ...rows.map((series) => textWidth(names.series(series), 13, 600)));
  const left = Math.ceil(Math.min(widest + 12, width * (width < 480 ? 0.36 : 0.32)));
  const column = (width - left) / (last - first + 1);
  const figures = cells.filter(({ stated }) => stated).map((cell) => numberIn(context, cell));
  const isNumbered = Math.max(...figures.map((text) => textWidth(text, NUMBER))) + 6 <= column;
  return { context, rows, shades, first, left, top, column: Math.min(column, 72), row: 24, isNumbered };
}

function latestOf({ cells }: Series): number {
  const stated = cells.filter((cell) => cell.stated).toSorted((a, b) => positionOf(b) - positionOf(a));
  return stated[0]?.stated ? printedEnd(stated[0].stated) : -Infinity;
}

/** The number alone: the corner of the cell says that it is not exact. */
function numberIn({ comparison, language }: ChartContext, cell: Cell): string {
  const stated = cell.stated && {
    ...{ qualifier: 'exact' as const, value: printedEnd(cell.stated), low: null, high: null },
  };
  return figureText({ ...cell, stated }, comparison.indicator, language);
}

/** Names that would leave the frame at either side are set from its edge inwards. */
function columnNames({ context, top, column, left, first }: Grid, time: ChartAxis): TextShape[] {
  return time.ticks.map(({ value, label }) => {
    const half = textWidth(label, 12.5) / 2;
    const x = left + (value - first + 0.5) * column;
    const inside = Math.min(Math.max(x, left + half), context.width - half);
    return textShape(inside, top - 8, label, 'tick', { anchor: 'middle' });
  });
}

/** The periods between the first and the last cell of a series that have none. */
function missingPositions({ cells }: Series): number[] {
  const present = new Set(cells.map(positionOf));
  const [from, to] = [Math.min(...present), Math.max(...present)];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).filter(
    (position) => !present.has(position),
  );
}

/** Whether the shade alone would say more than the figure does. */
function isHedged({ stated }: Cell, { shadeOf }: ShadeScale): boolean {
  if (!stated) return false;
  const { low, high, value, qualifier } = stated;
  if (low !== null && high !== null) return value === null || shadeOf(low) !== shadeOf(high);
  return qualifier !== 'exact';
}

function drawRow(
  grid: Grid,
  series: Series,
  top: number,
): {
  readonly marks: readonly Mark[];
  /** Periods between its figures that are not on file. */
  readonly missing: readonly Shape[];
  readonly labels: readonly TextShape[];
  readonly signs: readonly Sign[];
} {
  const { context, shades, left, column, row, first, isNumbered } = grid;
  const name = fitText(context.names.series(series), left - 10, 13, 600);
  const labels: TextShape[] = [textShape(0, top + 16, name, 'strong')];
  const signs = new Set<Sign>();
  const marks = series.cells.map((cell): Mark => {
    const x = left + (positionOf(cell) - first) * column;
    const box = [x + 0.5, top + 0.5, column - 1, row - 1] as const;
    if (!cell.stated) {
      signs.add('gap');
      return markOf([cell], context.seriesId(cell), [
        rect(...box, { fill: 'hatch', stroke: 'rule', width: 0.5 }),
      ]);
    }
    const fill = shades.shadeOf(printedEnd(cell.stated));
    const shapes: Shape[] = [rect(...box, { fill })];
    if (isHedged(cell, shades)) {
      signs.add('hedged');
      shapes.push(hedgeCorner(x + column - 0.5, top + 0.5, fill));
    }
    if (isNumbered) {
      const words = numberIn(context, cell);
      const setting = { anchor: 'middle', size: NUMBER, colour: textOnShade(fill) } as const;
      labels.push(textShape(x + column / 2, top + 16, words, 'note', setting));
    }
    return markOf([cell], context.seriesId(cell), shapes);
  });
  const missing = missingPositions(series).map((position) => {
    const x = left + (position - first) * column;
    return rect(x + 0.5, top + 0.5, column - 1, row - 1, { fill: 'hatch', stroke: 'rule', width: 0.5 });
  });
  if (missing.length > 0) signs.add('gap');
  return { marks, missing, labels, signs: [...signs] };
}

const stopsOf = ({ context, left, column, row, first }: Grid, series: Series, top: number): FocusPoint[] =>
  series.cells.map((cell): FocusPoint => {
    const x = left + (positionOf(cell) - first) * column;
    const at = { x: x + column / 2, y: top + row / 2 };
    const box = { x, y: top, w: column, h: row };
    const gap = cell.gap ? gapReason(cell, context.language) : '';
    return { ...at, panel: 0, readings: [readingOf(cell, context, cell.stated && { ...at, box }, gap)] };
  });
