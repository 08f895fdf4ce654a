/**
 * Bars above the months they count. Panels (one per series) share one scale in pixels per unit, even if one
 * of them is small. Fiscal years are named above the twin rule and calendar years below it.
 */
import { seriesOf, type Series } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { drawBars } from './marks.ts';
import { sharedBound } from './shared-bound.ts';
import { fiscalRow, monthRow, ruler } from './time-axes.ts';
import type { PanelLayout, ChartContext } from '../panel/layout.ts';
import { breakRules, breaksShown } from '../marks/break-rule.ts';
import type { Mark, Panel, FocusPoint } from '../model/chart.ts';
import type { Sign } from '../model/sign.ts';
import type { Shape, TextShape } from '../model/shape.ts';
import type { ChartAxis } from '../scales/axis.ts';
import { monthAt, monthSpan, type MonthSpan } from '../scales/months.ts';
import { extent } from '../scales/extent.ts';
import { amountAxis, axisTitle, niceStep, linearScale } from '../scales/linear.ts';
import { textShape } from '../marks/shapes.ts';
import { amountGrid } from '../panel/amount-grid.ts';
import { headingLabels } from '../panel/heading.ts';
import { textWidth } from '../text/metrics.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';

/** A bar is at most this wide: wider bars read as blocks when there are only two. */
const WIDEST_BAR = 96;

/** Pixels for the largest amount. */
const plotHeight = (width: number): number => (width >= 700 ? 290 : width >= 480 ? 240 : 210);

/** What the panels of one bar chart share: the time axis, pixels per unit, and the margins. */
interface BarLayout {
  readonly narrow: boolean;
  /** Months from one tick of the calendar to the next. */
  readonly step: 1 | 12;
  readonly fiscal: boolean;
  /** Names of the rows below the bars: the calendar, and fiscal years if there are any. */
  readonly rowNames: readonly [calendar: string, fiscal?: string];
  /** The axis of the largest panel; the axes of the other panels are cut from it. */
  readonly whole: ChartAxis;
  readonly perUnit: number;
  readonly time: ChartAxis;
}

/** The drawing as it grows: `y` is the first free pixel. */
interface Canvas {
  readonly ground: Shape[];
  readonly labels: TextShape[];
  readonly marks: Mark[];
  readonly stops: FocusPoint[];
  readonly panels: Panel[];
  readonly signs: Set<Sign>;
  y: number;
}

/** Draws the amounts as bars below `top`, one panel for each series. */
export function barPanel(
  context: ChartContext,
  cells: readonly Cell[],
  top: number,
  heading: string | null,
): PanelLayout {
  const all = seriesOfSource(cells);
  const layout = barLayout(context, cells);
  const canvas: Canvas = {
    ground: [],
    labels: [],
    marks: [],
    stops: [],
    panels: [],
    signs: new Set(),
    y: top,
  };
  drawHeading(context, canvas, heading);
  all.forEach((series, i) => {
    const title = all.length > 1 ? context.names.series(series) : null;
    drawHeading(context, canvas, title);
    if (i === 0) {
      canvas.labels.push(textShape(0, canvas.y + 12, amountTitle(context, layout, cells), 'note'));
      canvas.y += 16;
    }
    drawSeries(context, canvas, layout, series, title === null ? null : i, title ?? heading);
  });
  drawTimeAxes(context, canvas, layout, cells);
  const { y, ground, labels, marks, stops, panels, signs } = canvas;
  return { bottom: y + 26, panels, ground, marks, labels, plots: [], stops, signs };
}

/** What the bars measure, with the hedge that all of them share. @example 'Dead or missing, at least' */
function amountTitle(context: ChartContext, { whole }: BarLayout, cells: readonly Cell[]): string {
  const { language } = context;
  const title = axisTitle(context.measured, whole.domain[1], language);
  const hedge = sharedBound(cells);
  return hedge === null ? title : `${title}, ${CHART_WORDS[language].legend[hedge]}`;
}

function drawHeading({ width }: ChartContext, canvas: Canvas, title: string | null): void {
  const { labels, bottom } = headingLabels(title, { top: canvas.y, width, line: 20, below: 0 });
  canvas.labels.push(...labels);
  canvas.y = bottom;
}

function barLayout({ language, width, measured, plot }: ChartContext, cells: readonly Cell[]): BarLayout {
  const narrow = width < 480;
  const words = CHART_WORDS[language];
  const fiscal = cells.some((cell) => cell.basis === 'us-fiscal-year');
  const spans = cells
    .map((cell) => monthSpan(cell.period))
    .filter((span): span is MonthSpan => span !== null);
  // Months are shown with their own limits; years are shown on whole calendar years.
  const step = cells.every((cell) => cell.basis === 'month') ? 1 : 12;
  const from = Math.floor(Math.min(...spans.map((span) => span.from)) / step) * step;
  const to = Math.ceil(Math.max(...spans.map((span) => span.to)) / step) * step;
  const height = plot ?? plotHeight(width);
  const most = Math.max(2, Math.round(height / 58));
  const whole = amountAxis(extent(cells), [0, 1], most, measured, language);
  const calendar = narrow ? words.calendarShort : words.calendar;
  const rowNames: BarLayout['rowNames'] = fiscal
    ? [calendar, narrow ? words.fiscalShort : words.fiscal]
    : [calendar];
  const left = Math.ceil(
    Math.max(
      ...whole.ticks.map((tick) => textWidth(tick.label, 12.5) + 10),
      ...rowNames.map((name = '') => textWidth(name, 12.5) + 8),
    ),
  );
  const right = Math.min(width - (narrow ? 2 : 6), left + ((to - from) / step) * WIDEST_BAR);
  const time: ChartAxis = { domain: [from, to], range: [left, right], ticks: [] };
  const perUnit = height / (whole.domain[1] - whole.domain[0]);
  return { narrow, step, fiscal, rowNames, whole, perUnit, time };
}

/**
 * Draws the panel of one series.
 * @param index its number among several panels; null if it is alone and has the whole axis
 */
function drawSeries(
  context: ChartContext,
  canvas: Canvas,
  { narrow, fiscal, whole, perUnit, time }: BarLayout,
  series: Series,
  index: number | null,
  heading: string | null,
): void {
  const [left, right] = time.range;
  const month = linearScale(time);
  const reach = extent(series.cells);
  const amounts = index === null ? whole : ownAxis(reach, whole);
  const breaks = breaksShown(context.breaks, series.cells);
  const rules = breakRules(breaks, (day) => month(monthAt(day)), { left, right }, context.language);
  // Room for the figure above the highest bar.
  const top = canvas.y + (context.isCompact ? 22 : 34) + rules.height;
  const base = top + amounts.domain[1] * perUnit;
  const foot = top + (amounts.domain[1] - amounts.domain[0]) * perUnit;
  const axis: ChartAxis = { ...amounts, range: [foot, top] };
  const at = linearScale(axis);
  const frame = { month, at, base, foot, top, left, right, width: context.width, narrow };
  const grid = amountGrid(axis, { left, right }, 0);
  const broken = rules.drawn(top - 20, foot);
  const drawn = drawBars(context, series.cells, {
    ...frame,
    panel: index ?? 0,
    fiscal,
    mixed: isMixed(context),
    bound: sharedBound(context.comparison.cells),
  });
  canvas.ground.push(...grid.ground, ...broken.ground);
  canvas.labels.push(...grid.labels, ...broken.labels, ...drawn.labels);
  canvas.marks.push(...drawn.marks);
  canvas.stops.push(...drawn.stops);
  drawn.signs.forEach((sign) => canvas.signs.add(sign));
  canvas.panels.push({ pointer: 'time', hairline: false, heading, x: time, y: axis });
  // If the axis goes below zero, its last tick is beside the foot.
  canvas.y = foot + (axis.domain[0] < 0 ? 24 : 14);
}

export const isMixed = ({ comparison: { cells } }: ChartContext): boolean =>
  new Set(cells.filter(({ stated }) => stated).map(({ computed }) => computed === null)).size > 1;

/** Draws the names of fiscal years, months and calendar years below the bars. */
function drawTimeAxes(
  { language }: ChartContext,
  canvas: Canvas,
  { narrow, step, fiscal, rowNames, time }: BarLayout,
  cells: readonly Cell[],
): void {
  const [[from, to], [left, right]] = [time.domain, time.range];
  const month = linearScale(time);
  if (fiscal) {
    canvas.labels.push(...fiscalRow(cells, month, canvas.y - 14, narrow, rowNames[1] ?? ''));
    canvas.y += 16;
  }
  const months = step === 1 ? monthRow(from, to, month, canvas.y - 14, language) : [];
  if (months.length > 0) canvas.y += 16;
  canvas.labels.push(...months);
  const calendar = ruler(from, to, month, canvas.y, { left, right, narrow, words: rowNames[0] });
  canvas.ground.push(...calendar.ground);
  canvas.labels.push(...calendar.labels);
}

/** One panel per series; months of an incomplete year are drawn with the years of their area and source. */
function seriesOfSource(cells: readonly Cell[]): Series[] {
  const all = seriesOf({ cells });
  const joined = new Map<string, Series>();
  for (const series of all) {
    const { source, area, counterpart, breakdown, definition } = series.key;
    const id = [source, area, counterpart, breakdown, definition, series.computed].join(' | ');
    const before = joined.get(id);
    joined.set(id, before ? { ...before, cells: [...before.cells, ...series.cells] } : series);
  }
  return [...joined.values()];
}

/** The axis of a smaller panel: the same step and pixels per unit, cut where its own amounts end. */
function ownAxis(reach: readonly [number, number], whole: ChartAxis): ChartAxis {
  const [first, second] = whole.ticks;
  const step = first && second ? second.value - first.value : niceStep(reach[1], 4);
  const high = Math.max(step, Math.ceil(reach[1] / step - 1e-9) * step);
  const low = Math.floor(reach[0] / step + 1e-9) * step;
  const ticks = whole.ticks.filter((tick) => tick.value >= low - step / 2 && tick.value <= high + step / 2);
  const domain: readonly [number, number] = [ticks[0]?.value ?? low, ticks.at(-1)?.value ?? high];
  return { ...whole, domain, ticks };
}
