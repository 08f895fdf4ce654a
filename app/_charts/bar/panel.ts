/**
 * Bars stand over the months they count. Panels (one per series) share one scale, pixels per unit, even if
 * one is small; fiscal years are named above the twin rule, the calendar below it.
 */
import { seriesOf, type Series } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { drawBars } from './marks.ts';
import { fiscalRow, monthRow, ruler } from './time-axes.ts';
import type { PanelLayout, ChartContext } from '../panel-layout.ts';
import { breakRules, breaksShown } from '../marks/break-rule.ts';
import type { ChartAxis, Mark, Panel, Shape, FocusPoint, TextShape } from '../model.ts';
import { monthAt, monthSpan, type MonthSpan } from '../scales/months.ts';
import { extent } from '../dot-plot/panel.ts';
import { amountAxis, axisTitle, niceStep, linearScale } from '../scales/linear.ts';
import { line, textShape } from '../marks/shapes.ts';
import { textWidth, wrapText } from '../text/metrics.ts';
import { CHART_WORDS } from '../wording/phrases.ts';

/** A bar is at most this wide: two bars should not look like doors. */
const WIDEST_BAR = 96;

/** Pixels for the largest amount. */
const plotHeight = (width: number): number => (width >= 700 ? 290 : width >= 480 ? 240 : 210);

/** Lays the amounts out as bars below `top`, one panel for each series. */
export function barPanel(
  setup: ChartContext,
  cells: readonly Cell[],
  top: number,
  heading: string | null,
): PanelLayout {
  const { language, width, measured } = setup;
  const narrow = width < 480;
  const words = CHART_WORDS[language];
  const all = seriesByPlace(cells);
  const fiscal = cells.some((cell) => cell.basis === 'us-fiscal-year');
  const spans = cells
    .map((cell) => monthSpan(cell.period))
    .filter((span): span is MonthSpan => span !== null);
  // Months begin and end where they do; years stand on whole calendar years.
  const step = cells.every((cell) => cell.basis === 'month') ? 1 : 12;
  const from = Math.floor(Math.min(...spans.map((s) => s.from)) / step) * step;
  const to = Math.ceil(Math.max(...spans.map((s) => s.to)) / step) * step;
  const reach = extent(cells);
  const height = plotHeight(width);
  const most = Math.max(2, Math.round(height / 58));
  const whole = amountAxis(open(reach, cells), [0, 1], most, measured, language);
  const perUnit = height / (whole.domain[1] - whole.domain[0]);
  const rowWords = [
    narrow ? words.calendarShort : words.calendar,
    ...(fiscal ? [narrow ? words.fiscalShort : words.fiscal] : []),
  ];
  const left = Math.ceil(
    Math.max(
      ...whole.ticks.map((t) => textWidth(t.label, 12.5) + 10),
      ...rowWords.map((w) => textWidth(w, 12.5) + 8),
    ),
  );
  const right = Math.min(width - (narrow ? 2 : 6), left + ((to - from) / step) * WIDEST_BAR);
  const time: ChartAxis = { domain: [from, to], range: [left, right], ticks: [] };
  const month = linearScale(time);
  const ground: Shape[] = [];
  const labels: TextShape[] = [];
  const marks: Mark[] = [];
  const stops: FocusPoint[] = [];
  const panels: Panel[] = [];
  const signs = new Set<string>();
  let y = top;
  const head = (title: string | null): void => {
    for (const text_ of title ? wrapText(title, width, 'head', 2) : []) {
      labels.push(textShape(0, y + 14, text_, 'head'));
      y += 20;
    }
  };
  head(heading);
  all.forEach((series, i) => {
    if (all.length > 1) head(setup.names.series(series));
    if (i === 0) {
      labels.push(textShape(0, y + 12, axisTitle(measured, whole.domain[1], language), 'note'));
      y += 16;
    }
    const own = extent(series.cells);
    const amounts = all.length > 1 ? ownAxis(open(own, series.cells), whole) : whole;
    const rules = breakRules(
      breaksShown(setup, series.cells),
      (day) => month(monthAt(day)),
      { left, right },
      language,
    );
    const plotTop = y + 34 + rules.height;
    const base = plotTop + amounts.domain[1] * perUnit;
    const foot = plotTop + (amounts.domain[1] - amounts.domain[0]) * perUnit;
    const axis: ChartAxis = { ...amounts, range: [foot, plotTop] };
    const at = linearScale(axis);
    for (const tick of axis.ticks) {
      ground.push(
        line(left, at(tick.value), right, at(tick.value), {
          stroke: tick.value === 0 ? 'axis' : 'grid',
          width: 1,
        }),
      );
      labels.push(textShape(left - 8, at(tick.value) + 4, tick.label, 'tick', { anchor: 'end' }));
    }
    const broken = rules.drawn(plotTop - 20, foot);
    ground.push(...broken.ground);
    labels.push(...broken.labels);
    const drawn = drawBars(setup, series.cells, {
      month,
      at,
      base,
      foot,
      top: plotTop,
      left,
      right,
      width,
      narrow,
      panel: i,
      fiscal,
    });
    marks.push(...drawn.marks);
    labels.push(...drawn.labels);
    stops.push(...drawn.stops);
    drawn.signs.forEach((sign) => signs.add(sign));
    panels.push({
      kind: 'bars',
      heading: all.length > 1 ? setup.names.series(series) : heading,
      x: time,
      y: axis,
    });
    // The last tick of what goes below zero stands beside the foot.
    y = foot + (axis.domain[0] < 0 ? 24 : 14);
  });
  if (fiscal) {
    labels.push(...fiscalRow(cells, month, y - 14, narrow, rowWords[1] ?? ''));
    y += 16;
  }
  const months = step === 1 ? monthRow(from, to, month, y - 14, language) : [];
  if (months.length > 0) y += 16;
  labels.push(...months);
  const under = ruler(from, to, month, y, { left, right, narrow, words: rowWords[0] ?? '' });
  ground.push(...under.ground);
  labels.push(...under.labels);
  return { bottom: y + 26, panels, ground, marks, labels, plots: [], stops, signs };
}

/** One panel per series; months of an incomplete year stand with the years of their place and source. */
function seriesByPlace(cells: readonly Cell[]): Series[] {
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

/** Room above a bar whose end is open. */
function open([least, greatest]: readonly [number, number], cells: readonly Cell[]): [number, number] {
  const arrow = cells.some((c) => c.stated && ['more-than', 'at-least'].includes(c.stated.qualifier));
  return [least, arrow ? greatest * 1.2 : greatest];
}
