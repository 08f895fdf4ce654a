/** Two dates side by side, joined by a line for each series that has a figure for both. */
import { figureText } from '#stats/format/figure.ts';
import type { Cell } from '#stats/model/observation.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';
import { circle, line, path, textShape, through, twinStroke } from '../marks/shapes.ts';
import type { FocusPoint, Mark } from '../model/chart.ts';
import type { Shape, TextRun, TextShape } from '../model/shape.ts';
import type { Sign } from '../model/sign.ts';
import { headingLabels } from '../panel/heading.ts';
import { markOf, readingOf, type ChartContext, type DrawPanel, type PanelLayout } from '../panel/layout.ts';
import { leftOutHeight, leftOutLabels, namesLeftOut } from '../panel/left-out.ts';
import { spreadHeights } from '../panel/spread.ts';
import { isOfGroup } from '../scales/colour.ts';
import { extent } from '../scales/extent.ts';
import { amountAxis, axisTitle, linearScale } from '../scales/linear.ts';
import { fitText, runsWidth, textWidth } from '../text/metrics.ts';
import { twoDates, type TwoDates } from './dates.ts';

const ROW = 18;
const LEADER = 14;
const SIZE = 13;

/** Where the two dates are, and the heights of a figure. */
interface SlopeFrame {
  readonly context: ChartContext;
  readonly dates: TwoDates;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly base: number;
  readonly to: (value: number) => number;
  readonly narrow: boolean;
}

const valueOf = ({ stated }: Cell): number => stated?.value ?? 0;

export const slopeChart: DrawPanel = (context, cells, top, heading) => {
  const dates = twoDates(cells);
  const above = headingLabels(heading, { top, width: context.width });
  if (!dates) return { ...EMPTY, bottom: above.bottom, labels: above.labels };
  const { measured, language, width, names } = context;
  const narrow = width < 480;
  const both = dates.pairs.flat();
  const plotTop = above.bottom + 52;
  const usual = narrow ? 260 : 340;
  const base = plotTop + Math.max(context.plot ?? usual, dates.pairs.length * ROW + 30);
  const reach = extent(both, measured.origin);
  const axis = amountAxis(reach, [base, plotTop], 5, measured, language);
  const column = labelColumn(context, dates, narrow);
  const [left, right] = [narrow ? column.value : column.whole, width - column.whole];
  const frame: SlopeFrame = {
    context,
    dates,
    left,
    right,
    top: plotTop,
    base,
    to: linearScale(axis),
    narrow,
  };
  const drawn = new Set(dates.pairs.map(([a]) => names.series(seriesOfCell(a))));
  const others = cells.filter(({ stated }) => stated).map((cell) => names.series(seriesOfCell(cell)));
  const missing = others.filter((name) => !drawn.has(name));
  const rest = namesLeftOut(missing, CHART_WORDS[language].oneDateOnly, width, language);
  const marks = dates.pairs.map((pair) => slope(frame, pair));
  const title = textShape(0, above.bottom + 11, axisTitle(measured, axis.domain[1], language), 'note');
  return {
    bottom: base + 16 + leftOutHeight(rest),
    panels: [{ pointer: 'point', hairline: false, heading, x: timeAxis(frame), y: axis }],
    ground: [left, right].map((x) => line(x, plotTop, x, base, { stroke: 'axis', width: 1 })),
    marks,
    labels: [
      ...above.labels,
      title,
      ...dateLabels(frame),
      ...endNames(frame),
      ...leftOutLabels(rest, base + 8),
    ],
    plots: [],
    stops: stopsOf(frame),
    signs: signsOf(frame),
  };
};

const EMPTY: Omit<PanelLayout, 'bottom' | 'labels'> = {
  panels: [],
  ground: [],
  marks: [],
  plots: [],
  stops: [],
  signs: new Set(),
};

const seriesOfCell = (cell: Cell): { readonly key: Cell; readonly computed: boolean } => ({
  key: cell,
  computed: cell.computed !== null,
});

const timeAxis = ({ left, right, dates }: SlopeFrame): PanelLayout['panels'][number]['x'] => ({
  domain: [dates.from, dates.to],
  range: [left, right],
  ticks: [],
});

/** The width of a label with its name, and of a number alone. */
function labelColumn(
  context: ChartContext,
  dates: TwoDates,
  narrow: boolean,
): { whole: number; value: number } {
  const wide = (runs: readonly TextRun[]): number => runsWidth(runs, 'lab', SIZE);
  const most = context.width * (narrow ? 0.42 : 0.34);
  const whole = Math.max(...dates.pairs.flat().map((cell) => wide(runsOf(context, cell, Infinity, true))));
  const value = Math.max(...dates.pairs.map(([cell]) => wide(runsOf(context, cell, Infinity, false))));
  return { whole: Math.min(whole, most) + LEADER + 6, value: value + LEADER + 6 };
}

/** The name, cut where there is no room, and the figure with its hedge. */
function runsOf(context: ChartContext, cell: Cell, room: number, isNamed: boolean): TextRun[] {
  const figure = figureText(cell, context.comparison.indicator, context.language);
  const value: TextRun = { text: isNamed ? ` ${figure}` : figure, weight: 400, colour: 'ink' };
  if (!isNamed) return [value];
  const name = context.names.series(seriesOfCell(cell));
  return [{ text: fitText(name, Math.max(40, room - textWidth(` ${figure}`, SIZE)), SIZE, 600) }, value];
}

function slope({ context, left, right, to }: SlopeFrame, pair: readonly [Cell, Cell]): Mark {
  const [a, b] = pair;
  const colour = context.colour(a);
  const ends = [
    [left, to(valueOf(a))],
    [right, to(valueOf(b))],
  ] as const;
  const stroke = isOfGroup(context.comparison, { key: a })
    ? twinStroke(through(ends), 0.8, colour)
    : [path(through(ends), { stroke: colour, width: 2, round: true })];
  const dots = ends.map(([x, y]) => circle(x, y, 3.6, { fill: colour }));
  // An interval is a whisker beside the dot, as on every other chart.
  const whiskers = pair.flatMap(({ stated }, i): Shape[] => {
    const x = i === 0 ? left : right;
    return stated?.low != null && stated.high != null && stated.low < stated.high
      ? [line(x, to(stated.low), x, to(stated.high), { stroke: colour, width: 1.6 })]
      : [];
  });
  return markOf(pair, context.seriesId(a), [...stroke, ...whiskers, ...dots]);
}

function dateLabels({ context, dates, left, right, top }: SlopeFrame): TextShape[] {
  const [first] = dates.pairs;
  return (first ?? []).map((cell, i) =>
    textShape(i === 0 ? left : right, top - 14, context.names.period(cell), 'strong', {
      anchor: i === 0 && left > 80 ? 'end' : i === 0 ? 'start' : 'start',
    }),
  );
}

/** The labels beside both ends, in the order of the ends and apart from each other. */
function endNames(frame: SlopeFrame): Shape[] {
  const { context, dates, left, right, top, base, to, narrow } = frame;
  return ([0, 1] as const).flatMap((side) => {
    const ends = dates.pairs.map((pair) => pair[side]);
    const heights = spreadHeights(
      ends.map((cell) => to(valueOf(cell))),
      narrow ? 15.5 : 16.5,
      top + 2,
      base - 2,
    );
    const from = side === 0 ? left : right;
    const x = side === 0 ? from - LEADER : from + LEADER;
    const room = side === 0 ? x : context.width - x;
    return ends.flatMap((cell, i) => {
      const y = heights[i] ?? 0;
      const own = context.colour(cell);
      const leader = line(from + (side === 0 ? -5 : 5), to(valueOf(cell)), x + (side === 0 ? 2 : -2), y, {
        stroke: own,
        width: 1,
        opacity: 0.6,
      });
      const runs = runsOf(context, cell, room, side === 1 || !narrow);
      const colour = own === 'others' ? 'ink-2' : own;
      const anchor = side === 0 ? 'end' : 'start';
      return [leader, textShape(x, y + 4.5, runs, 'lab', { colour, anchor, size: SIZE })];
    });
  });
}

const stopsOf = ({ context, dates, left, right, to }: SlopeFrame): FocusPoint[] =>
  dates.pairs.flatMap((pair) =>
    pair.map((cell, i): FocusPoint => {
      const at = { x: i === 0 ? left : right, y: to(valueOf(cell)) };
      return { ...at, panel: 0, readings: [readingOf(cell, context, at, '')] };
    }),
  );

const signsOf = ({ context, dates }: SlopeFrame): ReadonlySet<Sign> =>
  new Set(dates.pairs.some(([key]) => isOfGroup(context.comparison, { key })) ? ['twin' as const] : []);
