/** Two sources of the same figure on one row: a hollow square and a dot, joined by their difference. */
import { figureText } from '#stats/format/figure.ts';
import type { Cell } from '#stats/model/observation.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import { intervalMark } from '../marks/interval-mark.ts';
import { circle, line, rect, textShape } from '../marks/shapes.ts';
import type { FocusPoint, Mark } from '../model/chart.ts';
import type { Shape, TextShape } from '../model/shape.ts';
import type { Sign } from '../model/sign.ts';
import { headingLabels } from '../panel/heading.ts';
import { markOf, readingOf, type ChartContext, type DrawPanel } from '../panel/layout.ts';
import type { Colour } from '../scales/colour.ts';
import type { ChartAxis } from '../scales/axis.ts';
import { extent } from '../scales/extent.ts';
import { amountAxis, axisTitle, linearScale } from '../scales/linear.ts';
import { fitText, textWidth } from '../text/metrics.ts';
import { twoSources } from './sources.ts';

const ROW = 34;
/** The names stand above the marks where there is no room beside them. */
const NARROW = 480;
const HEAD = 74;
/** The two sources stand one below the other. */
const STACKED_HEAD = 94;

interface DumbbellFrame {
  readonly context: ChartContext;
  readonly narrow: boolean;
  readonly left: number;
  readonly axis: ChartAxis;
  readonly top: number;
}

export const dumbbell: DrawPanel = (context, cells, top, heading) => {
  const found = twoSources(cells);
  const above = headingLabels(heading, { top, width: context.width });
  const pairs = [...(found?.pairs ?? [])].sort((a, b) => levelOf(b) - levelOf(a));
  const frame = frameOf(context, pairs.flat(), above.bottom);
  const { axis, left } = frame;
  const rows = pairs.map((pair, i) => drawPair(frame, pair, frame.top + i * rowHeight(frame)));
  const bottom = frame.top + pairs.length * rowHeight(frame);
  const to = linearScale(axis);
  const title = axisTitle(context.measured, axis.domain[1], context.language);
  const ticks = axis.ticks.map(({ value, label }) =>
    textShape(to(value), frame.top - 22, label, 'tick', { anchor: 'middle' }),
  );
  return {
    bottom,
    panels: [{ pointer: 'row', hairline: false, heading, x: axis, y: rowsAxis(frame.top, bottom) }],
    ground: axis.ticks.map(({ value }) =>
      line(to(value), frame.top - 14, to(value), bottom - 8, {
        stroke: value === context.measured.origin ? 'axis' : 'grid',
        width: 1,
      }),
    ),
    marks: rows.map(({ mark }) => mark),
    labels: [
      ...above.labels,
      textShape(frame.narrow ? 0 : left, frame.top - 40, title, 'note'),
      ...keyOf(context, pairs[0], above.bottom + 12),
      ...ticks,
      ...rows.flatMap(({ labels }) => labels),
    ],
    plots: [],
    stops: rows.map(({ stop }) => stop),
    signs: new Set<Sign>(rows.flatMap(({ signs }) => signs)),
  };
};

const levelOf = (pair: readonly [Cell, Cell]): number =>
  Math.max(...pair.map(({ stated }) => (stated ? printedEnd(stated) : 0)));

const rowHeight = ({ narrow }: DumbbellFrame): number => (narrow ? ROW + 16 : ROW);

const rowsAxis = (top: number, bottom: number): ChartAxis => ({
  domain: [top, bottom],
  range: [top, bottom],
  ticks: [],
});

function frameOf(context: ChartContext, cells: readonly Cell[], top: number): DumbbellFrame {
  const { width, measured, language } = context;
  const narrow = width < NARROW;
  const names = cells.map((cell) => textWidth(nameOf(context, cell), 13, 600));
  const left = narrow ? 44 : Math.min(Math.max(60, ...names) + 66, width * 0.4);
  const most = narrow ? 3 : 6;
  const axis = amountAxis(extent(cells, measured.origin), [left, width - 70], most, measured, language);
  return { context, narrow, left, axis, top: top + (narrow ? STACKED_HEAD : HEAD) };
}

const nameOf = ({ names }: ChartContext, cell: Cell): string => names.who(cell);

/** Which sign is which source, and the period of both. */
function keyOf(context: ChartContext, pair: readonly [Cell, Cell] | undefined, y: number): Shape[] {
  if (!pair) return [];
  const [first, second] = pair.map((cell) => context.names.part(cell, 'source')) as [string, string];
  const period = context.names.period(pair[0]);
  const stacked = context.width < NARROW;
  const x = stacked ? 0 : textWidth(first, 13, 600) + 44;
  const room = stacked ? context.width - 20 : Infinity;
  const below = stacked ? y + 18 : y;
  return [
    rect(1, y - 9, 8, 8, { fill: 'paper', stroke: 'ink-2', width: 1.8 }),
    textShape(16, y, fitText(first, room, 13, 600), 'strong'),
    circle(x + 5, below - 4.5, 4.6, { fill: 'ink-2' }),
    textShape(
      x + 16,
      below,
      [{ text: fitText(`${second}`, room, 13, 600) }, { text: `  ${period}`, weight: 400 }],
      'strong',
    ),
  ];
}

interface DrawnPair {
  readonly mark: Mark;
  readonly labels: readonly TextShape[];
  readonly stop: FocusPoint;
  readonly signs: readonly Sign[];
}

function drawPair(frame: DumbbellFrame, pair: readonly [Cell, Cell], top: number): DrawnPair {
  const { context, axis, narrow, left } = frame;
  const to = linearScale(axis);
  const across = top + (narrow ? 22 : 6);
  const [a, b] = pair;
  const own = context.colour(a);
  const colour: Colour = own === 'others' ? 'ink-2' : own;
  const [x, y] = pair.map(({ stated }) => to(stated ? printedEnd(stated) : 0)) as [number, number];
  const shapes = [
    line(x, across, y, across, { stroke: colour, width: 2, opacity: 0.45 }),
    ...pointOf(a, true),
    ...pointOf(b, false),
  ];
  function pointOf({ stated, periodStatus }: Cell, isFirst: boolean): readonly Shape[] {
    if (!stated) return [];
    if (isFirst && stated.value !== null && stated.low === null && stated.qualifier === 'exact')
      return [rect(x - 4, across - 4, 8, 8, { fill: 'paper', stroke: colour, width: 1.8 })];
    const look = { colour, computed: false, assumed: periodStatus === 'assumed' };
    return intervalMark(stated, { to, across, ends: axis.range, scale: 0.9 }, look).shapes;
  }
  const [low, high] = x <= y ? [a, b] : [b, a];
  const words = (cell: Cell): string => figureText(cell, context.comparison.indicator, context.language);
  const label = (at: number, cell: Cell, anchor: TextShape['anchor']): TextShape =>
    textShape(at, across + 4.5, words(cell), 'note', { anchor, size: 12.5, halo: true });
  const name = fitText(nameOf(context, a), narrow ? context.width : left - 62, 13, 600);
  const readings = pair.map((cell, i) => readingOf(cell, context, { x: i === 0 ? x : y, y: across }, ''));
  return {
    mark: markOf(pair, context.seriesId(a), shapes),
    labels: [
      textShape(0, narrow ? top + 4 : across + 4.5, name, 'strong'),
      label(Math.min(x, y) - 9, low, 'end'),
      label(Math.max(x, y) + 9, high, 'start'),
    ],
    stop: { x: (x + y) / 2, y: across, panel: 0, readings },
    signs: pair.flatMap(({ stated }) => (stated && stated.qualifier !== 'exact' ? [stated.qualifier] : [])),
  };
}
