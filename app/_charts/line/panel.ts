/**
 * Lines over years of one kind, or over months. A line joins only consecutive periods; a missing one breaks
 * it and is named below the axis; a single one is a dot. Figures from other documents are hollow squares.
 */
import { extent as numberExtent, group } from 'd3-array';
import { seriesOf, type Series } from '#stats/model/comparison.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import type { Cell } from '#stats/model/observation.ts';
import { gapReason } from '#stats/format/gap.ts';
import { byHeight, readingOf, type DrawPanel, type PanelLayout, type ChartContext } from '../panel/layout.ts';
import { breakRules, breaksShown, type BreakRules } from '../marks/break-rule.ts';
import { endLabels, labelColumn, type LineEnd } from './end-labels.ts';
import { leftOutHeight, leftOutLabels, namesLeftOut } from '../panel/left-out.ts';
import { lineLooks, type LineLook } from './roles.ts';
import { drawLine, isLineOfMinimums, isMinimum, type PlotScales } from './marks.ts';
import { drawReferencePoints } from './reference-points.ts';
import { peakLabel } from './peak-label.ts';
import type { Mark, Plot, FocusPoint } from '../model/chart.ts';
import type { Sign } from '../model/sign.ts';
import type { Shape } from '../model/shape.ts';
import type { ChartAxis } from '../scales/axis.ts';
import { drawGapRug, gapRugHeight, gapRugRows, gapRugWidth, type GapRugRow } from './gap-rug.ts';
import { extent } from '../scales/extent.ts';
import { amountAxis, axisTitle, linearScale, ratioAxis } from '../scales/linear.ts';
import { positionOf } from '../scales/time-position.ts';
import { dayPosition, lineTimeAxis } from '../panel/time-axis.ts';
import { line, textShape } from '../marks/shapes.ts';
import { amountGrid } from '../panel/amount-grid.ts';
import { headingLabels } from '../panel/heading.ts';
import { fitText, textWidth } from '../text/metrics.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';

const UNKNOWN_LOOK: LineLook = { colour: 'others', width: 1, labelled: false };

/** Height of the plot: a phone gets a squarer picture. */
const plotHeight = (width: number): number => (width >= 700 ? 380 : width >= 480 ? 290 : 250);

/** The series that are drawn as lines, and the figures from other documents that are drawn beside them. */
function split(setup: ChartContext, cells: readonly Cell[]): { drawn: Series[]; printed: Cell[] } {
  const all = seriesOf({ cells });
  const secondary = (s: Series): boolean =>
    !s.computed &&
    setup.comparison.sources.find((source) => source.id === s.key.source)?.kind === 'secondary';
  // A transformed figure was not printed by any source.
  if (setup.comparison.query.transform) return { drawn: all, printed: [] };
  const primary = all.filter((s) => !secondary(s));
  if (primary.every((s) => s.cells.filter((c) => c.stated).length < 2)) return { drawn: all, printed: [] };
  return { drawn: primary, printed: all.filter(secondary).flatMap((s) => s.cells.filter((c) => c.stated)) };
}

/** The lines of a panel with their axes, before anything is drawn. */
interface LinePlot {
  readonly context: ChartContext;
  readonly drawn: readonly Series[];
  readonly printed: readonly Cell[];
  readonly lookOf: (series: Series) => LineLook;
  readonly ends: readonly LineEnd[];
  /** The names of the lines without a label. */
  readonly grey: readonly string[];
  readonly gapRows: readonly GapRugRow[];
  readonly narrow: boolean;
  readonly first: number;
  readonly last: number;
  readonly time: ChartAxis;
  readonly amounts: ChartAxis;
  readonly at: PlotScales;
  readonly rules: BreakRules;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly base: number;
}

/** Amounts on an axis from zero, or their ratios. */
type AmountScale = 'linear' | 'log';

/** Draws the figures as lines below `top`. */
export const linePanel: DrawPanel = (context, cells, top, heading) =>
  drawLinePanel(context, cells, top, heading, 'linear');

/** The same on an axis of ratios, which says so. */
export const logLinePanel: DrawPanel = (context, cells, top, heading) =>
  drawLinePanel(context, cells, top, heading, 'log');

function drawLinePanel(
  context: ChartContext,
  cells: readonly Cell[],
  top: number,
  heading: string | null,
  scale: AmountScale,
): PanelLayout {
  const { labels, bottom: axisTop } = headingLabels(heading, { top, width: context.width });
  const plot = linePlot(context, cells, axisTop, scale);
  const { at, base, time, amounts, right, left } = plot;
  const axes = drawAxes(plot);
  const broken = plot.rules.drawn(plot.top, base);
  const lines = drawLines(plot);
  const words = drawWords(plot);
  const foot = base + 26 + leftOutHeight(plot.grey);
  const rug = drawGapRug(plot.gapRows, at.x, { left, right, width: context.width, top: foot });
  const measured = axisTitle(context.measured, scale === 'log' ? 0 : amounts.domain[1], context.language);
  const title = scale === 'log' ? CHART_WORDS[context.language].logScale(measured) : measured;
  return {
    bottom: foot + gapRugHeight(plot.gapRows),
    panels: [{ pointer: 'time', hairline: true, heading, x: time, y: amounts }],
    ground: [...axes.ground, ...broken.ground, ...rug.ground],
    marks: [...lines.marks, ...words.marks],
    labels: [
      ...labels,
      textShape(0, axisTop + 11, fitText(title, context.width, 12.5), 'note'),
      ...axes.labels,
      ...broken.labels,
      ...words.labels,
      ...leftOutLabels(plot.grey, base + 16),
      ...rug.labels,
    ],
    plots: lines.plots,
    // Only an interactive chart needs the words for every figure.
    get stops() {
      return stopsOf(context, cells, at, base);
    },
    signs: new Set<Sign>([
      ...lines.signs,
      ...words.signs,
      ...(plot.gapRows.length > 0 ? ['gap' as const] : []),
    ]),
  };
}

/** Finds room for the labels at both sides, then the axes between them. */
function linePlot(
  context: ChartContext,
  cells: readonly Cell[],
  axisTop: number,
  scale: AmountScale,
): LinePlot {
  const { language, width, measured } = context;
  const { drawn, printed } = split(context, cells);
  const narrow = width < 480;
  const [first = 0, last = 0] = numberExtent(cells, positionOf);
  const looks = lineLooks(context, drawn);
  const lookOf = (series: Series): LineLook => looks.get(series) ?? UNKNOWN_LOOK;
  const labelled = drawn.filter((series) => lookOf(series).labelled);
  const ends = lineEnds(context, labelled, lookOf, last);
  const unlabelled = drawn.filter((series) => !lookOf(series).labelled);
  const { inGrey } = CHART_WORDS[language];
  const grey = namesLeftOut(unlabelled.map(context.names.series), inGrey, width, language);
  const gapRows = gapRugRows(context, labelled, first, last);
  const height = Math.max(context.plot ?? plotHeight(width), ends.length * (narrow ? 15.5 : 18) + 24);
  const reach = extent(cells, measured.origin);
  const most = Math.max(3, Math.round(height / 62));
  const amountsOn = (range: ChartAxis['range']): ChartAxis =>
    scale === 'log'
      ? ratioAxis(extent(cells, null), range, most, measured, language)
      : amountAxis(reach, range, most, measured, language);
  const tickWidths = amountsOn([0, 1]).ticks.map(({ label }) => textWidth(label, 12.5));
  const left = Math.max(34, Math.ceil(Math.max(...tickWidths) + 10));
  const right = width - labelColumn(ends, width, narrow, gapRugWidth(gapRows));
  const basis = cells[0]?.basis;
  const time = lineTimeAxis({ basis, first, last, narrow, language }, [left, right]);
  const x = linearScale(time);
  const breaks = breaksShown(context.breaks, cells);
  const rules = breakRules(breaks, (day) => x(dayPosition(day, basis)), { left, right }, language);
  const [top, base] = [axisTop + 26 + rules.height, axisTop + 26 + rules.height + height];
  const amounts = amountsOn([base, top]);
  const at = { x, y: linearScale(amounts) };
  const frame = { narrow, first, last, left, right, top, base };
  return { context, drawn, lookOf, printed, ends, grey, gapRows, time, amounts, at, rules, ...frame };
}

/** The grid of the amounts, and the years below it. */
function drawAxes({ context, time, amounts, at, left, right, base }: LinePlot): {
  ground: Shape[];
  labels: Shape[];
} {
  const grid = amountGrid(amounts, { left, right }, context.measured.origin);
  const years = time.ticks.map(({ value, label }) => ({ x: at.x(value), label }));
  return {
    ground: [
      ...grid.ground,
      ...years.map(({ x }) => line(x, base, x, base + 5, { stroke: 'axis', width: 1 })),
    ],
    labels: [
      ...grid.labels,
      ...years.map(({ x, label }) => textShape(x, base + 19, label, 'tick', { anchor: 'middle' })),
    ],
  };
}

function drawLines({ context, drawn, lookOf, at, first, last, base }: LinePlot): {
  marks: Mark[];
  plots: Plot[];
  signs: Sign[];
} {
  // The lines that the chart is about lie above those in the background.
  const inOrder = [...drawn].sort((a, b) => Number(lookOf(a).labelled) - Number(lookOf(b).labelled));
  const lines = inOrder.map((series) => drawLine(context, series, at, lookOf(series), [first, last], base));
  return {
    marks: lines.flatMap(({ marks }) => marks),
    plots: lines.map(({ plot }) => plot),
    signs: lines.flatMap(({ signs }) => signs),
  };
}

/** Draws figures from other documents, the names at the ends of the lines, and the peak. */
function drawWords(plot: LinePlot): { marks: Mark[]; labels: Shape[]; signs: Sign[] } {
  const { context, drawn, printed, ends, at, narrow, last, left, right, top, base } = plot;
  const beside = drawReferencePoints(context, printed, at, [top, base], narrow);
  const names = endLabels(ends, at, { right, width: context.width, narrow, top, bottom: base });
  // The title of an embed tells the peak, and its plot is low.
  const peak =
    narrow || context.isCompact
      ? []
      : peakLabel(context, drawn, at, { left, right, top, last }, beside.labels);
  return { ...beside, labels: [...beside.labels, ...names, ...peak] };
}

/** Where each line ends: its last period with a single number, or with a minimum. */
function lineEnds(
  setup: ChartContext,
  drawn: readonly Series[],
  lookOf: LinePlot['lookOf'],
  last: number,
): LineEnd[] {
  return drawn.flatMap((series) => {
    const minimums = isLineOfMinimums(series.cells);
    const valued = series.cells.filter(
      (c) =>
        c.stated && c.periodStatus !== 'assumed' && (c.stated.value !== null || (minimums && isMinimum(c))),
    );
    const cell = valued.reduce<Cell | null>((a, b) => (a && positionOf(a) > positionOf(b) ? a : b), null);
    if (!cell) return [];
    const position = positionOf(cell);
    return [
      {
        cell,
        position,
        early: position < last,
        value: cell.stated ? printedEnd(cell.stated) : 0,
        setup,
        series,
        colour: lookOf(series).colour,
      },
    ];
  });
}

/** One stop for each period, with every figure of that period. */
function stopsOf(setup: ChartContext, cells: readonly Cell[], at: PlotScales, base: number): FocusPoint[] {
  const byPeriod = [...group(cells, positionOf)].sort(([a], [b]) => a - b);
  return byPeriod.map(([position, of]) => {
    const readings = of.map((cell) => {
      const gap = cell.gap ? gapReason(cell, setup.language) : CHART_WORDS[setup.language].noFigure;
      return readingOf(
        cell,
        setup,
        cell.stated && { x: at.x(position), y: at.y(printedEnd(cell.stated)) },
        gap,
      );
    });
    readings.sort(byHeight);
    const highest = Math.min(base, ...readings.flatMap((r) => (r.at ? [r.at.y] : [])));
    return { x: at.x(position), y: highest, panel: 0, readings };
  });
}
