/**
 * One indicator on the common time axis: bars over the months that a single series of counts covers, otherwise lines
 * with a dot in the middle of each year. The panel has its own title, unit and zero, and says where nothing is on file.
 */
import { group } from 'd3-array';
import { CHART_WORDS } from '#app/_words/chart.ts';
import { TIMELINE_WORDS } from '#app/_words/timeline.ts';
import { figureText } from '#stats/format/figure.ts';
import { gapReason } from '#stats/format/gap.ts';
import { formatPeriodShort } from '#stats/format/period.ts';
import { seriesOf, type Series } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { YEAR_BASES } from '#stats/time/period.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import { drawBars } from '../bar/marks.ts';
import { isMixed } from '../bar/panel.ts';
import { endLabels, type LineEnd } from '../line/end-labels.ts';
import { intervalMark } from '../marks/interval-mark.ts';
import { circle, path, rect, textShape, through, twinStroke } from '../marks/shapes.ts';
import type { FocusPoint, Mark } from '../model/chart.ts';
import type { Shape, TextShape } from '../model/shape.ts';
import type { Sign } from '../model/sign.ts';
import { amountGrid } from '../panel/amount-grid.ts';
import { markOf, readingOf, type ChartContext, type PanelLayout } from '../panel/layout.ts';
import type { ChartAxis } from '../scales/axis.ts';
import type { Colour } from '../scales/colour.ts';
import { extent } from '../scales/extent.ts';
import { amountAxis, axisTitle, linearScale } from '../scales/linear.ts';
import { runsOfSpans, spansOf, type CellSpan } from '../scales/months.ts';
import { boxesMeet, fitText, textBox, textWidth, wrapText } from '../text/metrics.ts';

/** What all panels share. */
export interface TimelineFrame {
  /** Months to pixels. */
  readonly time: ChartAxis;
  readonly width: number;
  readonly narrow: boolean;
}

/** More bars than this would be thinner than their labels are useful. */
const MOST_BARS = 40;
/** A dot for each figure, up to this many. */
const MOST_DOTS = 40;
/** From one line of a title to the next. */
const TITLE_STEP = 17;
/** From a point to the foot of its number, where that is below it. */
const BELOW = 20;
/** A stretch without figures is named if it is at least this many months. */
const LEAST_STRETCH = 12;

const heightOf = (narrow: boolean): number => (narrow ? 132 : 176);

/** Whether the figures are drawn as bars: one series of counts of years, or of few months. */
function isOfBars({ comparison }: ChartContext, cells: readonly Cell[]): boolean {
  const { measure, additive } = comparison.indicator;
  const isCount = measure === 'count' && additive === 'flow' && comparison.query.transform === null;
  return isCount && seriesOf({ cells }).length === 1 && cells.length <= MOST_BARS;
}

interface Drawn {
  readonly marks: readonly Mark[];
  readonly labels: readonly Shape[];
  readonly stops: readonly FocusPoint[];
  readonly signs: ReadonlySet<Sign>;
}

/** Draws a panel below `top`. */
export function timelinePanel(
  context: ChartContext,
  frame: TimelineFrame,
  panel: number,
  top: number,
  title: string,
): PanelLayout {
  const { language, measured } = context;
  const { time, width, narrow } = frame;
  const cells = spansOf(context.comparison.cells).map(({ cell }) => cell);
  const isBars = isOfBars(context, cells);
  const titleLines = wrapText(title, width, 'head', 2);
  const head = top + (titleLines.length - 1) * TITLE_STEP;
  const plotTop = head + 44;
  const base = plotTop + heightOf(narrow);
  const reach = extent(cells, measured.origin);
  const amounts = amountAxis(reach, [base, plotTop], narrow ? 3 : 4, measured, language);
  const at = linearScale(amounts);
  const [left, right] = time.range;
  const grid = amountGrid(amounts, { left, right }, measured.origin);
  const zero = Math.min(base, at(Math.max(amounts.domain[0], measured.origin ?? amounts.domain[0])));
  const edges = { foot: base, top: plotTop, left, right, width, narrow, panel, fiscal: false };
  const look = { mixed: isMixed(context), bound: null, peaksOnly: true };
  const drawn = isBars
    ? drawBars(context, cells, { month: linearScale(time), at, base: zero, ...edges, ...look })
    : drawLines(context, cells, frame, { at, top: plotTop, base, panel });
  const nothing = nothingOnFile(cells, frame, zero, language);
  const words = axisTitle(measured, amounts.domain[1], language);
  return {
    bottom: base + 8,
    panels: [{ pointer: 'time', hairline: !isBars, heading: title, x: time, y: amounts }],
    ground: [...grid.ground, ...nothing.ground],
    marks: [...drawn.marks],
    labels: [
      ...titleLines.map((text, i) => textShape(0, top + 14 + i * TITLE_STEP, text, 'head')),
      textShape(0, head + 31, fitText(words, width, 12.5), 'note'),
      ...grid.labels,
      ...nothing.labels.filter((label) =>
        drawn.labels.every((other) => other.as !== 'text' || !boxesMeet(textBox(other), textBox(label))),
      ),
      ...drawn.labels,
    ],
    plots: [],
    stops: [...drawn.stops],
    signs: drawn.signs,
  };
}

interface LinePlace {
  readonly at: (value: number) => number;
  readonly top: number;
  readonly base: number;
  readonly panel: number;
}

function drawLines(
  context: ChartContext,
  cells: readonly Cell[],
  frame: TimelineFrame,
  place: LinePlace,
): Drawn {
  const month = linearScale(frame.time);
  const x = ({ from, to }: Pick<CellSpan, 'from' | 'to'>): number => month((from + to) / 2);
  const all = seriesOf({ cells });
  const signs = new Set<Sign>();
  const marks = all.flatMap((series) => drawSeries(context, series, x, place, signs));
  const ends = all.flatMap((series) => lastOf(context, series, frame) ?? []);
  const isSeveral = all.length > 1;
  const labels: Shape[] = isSeveral
    ? endLabels(
        ends,
        { x: month, y: place.at },
        {
          right: frame.time.range[1],
          width: frame.width,
          narrow: frame.narrow,
          top: place.top,
          bottom: place.base,
        },
      )
    : valueLabels(context, cells, x, place, frame);
  return { marks, labels, stops: stopsOf(context, cells, x, place), signs };
}

function drawSeries(
  context: ChartContext,
  series: Series,
  x: (span: CellSpan) => number,
  { at, top, base }: LinePlace,
  signs: Set<Sign>,
): Mark[] {
  const id = series.cells[0] ? context.seriesId(series.cells[0]) : '';
  const colour: Colour = series.cells[0] ? context.colour(series.cells[0]) : 'ink';
  const isDotted = series.cells.length <= MOST_DOTS;
  const onRuns = new Set<Cell>();
  const runs = runsOfSpans(series.cells).map((run): Mark => {
    run.forEach(({ cell }) => onRuns.add(cell));
    const points = run.map((span) => [x(span), at(span.cell.stated?.value ?? 0)] as const);
    const d = through(points);
    const stroke =
      colour === 'group' ? twinStroke(d, 0.8) : [path(d, { stroke: colour, width: 2.25, round: true })];
    const dots =
      isDotted || run.length === 1 ? points.map(([a, b]) => circle(a, b, 2.6, { fill: colour })) : [];
    return markOf(
      run.map(({ cell }) => cell),
      id,
      [...(run.length > 1 ? stroke : []), ...dots],
    );
  });
  const apart = spansOf(series.cells).flatMap((span): Mark[] => {
    const { stated, periodStatus, computed } = span.cell;
    if (!stated || onRuns.has(span.cell)) return [];
    const look = { colour, computed: computed !== null, assumed: periodStatus === 'assumed' };
    signs.add(look.assumed ? 'assumed' : stated.qualifier);
    const mark = intervalMark(
      stated,
      { to: at, across: x(span), ends: [base, top], upright: true, scale: 0.8, arrow: 18 },
      look,
    );
    return [markOf([span.cell], id, mark.shapes)];
  });
  return [...runs, ...apart];
}

/** The last single number of a series, for the label at its end. */
function lastOf(setup: ChartContext, series: Series, { time }: TimelineFrame): LineEnd | null {
  const span = spansOf(series.cells)
    .filter(({ cell }) => cell.stated?.value != null)
    .at(-1);
  if (!span) return null;
  const middle = (span.from + span.to) / 2;
  const early = time.domain[1] - span.to >= LEAST_STRETCH;
  return {
    cell: span.cell,
    series,
    setup,
    colour: setup.colour(span.cell),
    position: middle,
    value: span.cell.stated?.value ?? 0,
    early,
  };
}

/** The greatest and the latest figure of a single series, with their periods. */
function valueLabels(
  { comparison, language }: ChartContext,
  cells: readonly Cell[],
  x: (span: CellSpan) => number,
  { at, top, base }: LinePlace,
  { width, time }: TimelineFrame,
): TextShape[] {
  const spans = spansOf(cells).filter(({ cell }) => cell.stated?.value != null);
  const value = ({ cell }: CellSpan): number => cell.stated?.value ?? 0;
  const last = spans.at(-1);
  const greatest = spans.reduce<CellSpan | undefined>(
    (a, b) => (a && value(a) >= value(b) ? a : b),
    undefined,
  );
  const placed: TextShape[] = [];
  for (const span of [last, greatest]) {
    if (!span) continue;
    const { cell } = span;
    const runs = [
      { text: figureText(cell, comparison.indicator, language) },
      {
        text: ` ${formatPeriodShort(cell.period, cell.periodStatus, language)}`,
        weight: 400 as const,
        colour: 'ink-2' as const,
      },
    ];
    const half = textWidth(runs.map(({ text }) => text).join(''), 13, 600) / 2;
    const middle = Math.min(Math.max(x(span), time.range[0] + half), width - half);
    // Above the end of a line that falls, its number would lie on the line.
    const before = spans[spans.indexOf(span) - 1];
    const falls = span === last && before !== undefined && value(before) > value(span);
    const below = at(value(span)) + BELOW;
    const y = falls && below < base - 4 ? below : at(value(span)) - 10;
    const label = textShape(middle, y < top + 6 ? y - 1 : y, runs, 'strong', {
      anchor: 'middle',
      halo: true,
    });
    if (placed.every((other) => !boxesMeet(textBox(other), textBox(label), 3))) placed.push(label);
  }
  return placed;
}

/** One stop for each period, with every figure of it. */
function stopsOf(
  context: ChartContext,
  cells: readonly Cell[],
  x: (span: CellSpan) => number,
  { at, base, panel }: LinePlace,
): FocusPoint[] {
  const byMiddle = group(spansOf(cells), (span) => x(span));
  return [...byMiddle]
    .sort(([a], [b]) => a - b)
    .map(([middle, spans]) => {
      const readings = spans.map(({ cell }) => {
        const gap = cell.gap ? gapReason(cell, context.language) : CHART_WORDS[context.language].noFigure;
        return readingOf(cell, context, cell.stated && { x: middle, y: at(printedEnd(cell.stated)) }, gap);
      });
      const highest = Math.min(base, ...readings.flatMap((reading) => (reading.at ? [reading.at.y] : [])));
      return { x: middle, y: highest, panel, readings };
    });
}

/** A hatched foot where the common axis begins before, or ends after, everything on file. */
function nothingOnFile(
  cells: readonly Cell[],
  { time }: TimelineFrame,
  zero: number,
  language: ChartContext['language'],
): { readonly ground: Shape[]; readonly labels: TextShape[] } {
  const month = linearScale(time);
  const spans = spansOf(cells.filter(({ stated }) => stated));
  const [first, last] = [Math.min(...spans.map(({ from }) => from)), Math.max(...spans.map(({ to }) => to))];
  const words = TIMELINE_WORDS[language];
  const yearly = cells.every(({ basis }) => YEAR_BASES.includes(basis));
  const yearOfMonth = (at: number): string => String(Math.floor(at / 12));
  const stretches = [
    { from: time.domain[0], to: first, text: words.before(yearOfMonth(yearly ? first + 11 : first)) },
    { from: last, to: time.domain[1], text: words.after(yearOfMonth(last - 1)) },
  ].filter(({ from, to }) => to - from >= LEAST_STRETCH);
  return {
    ground: stretches.map(({ from, to }) =>
      rect(month(from), zero - 7, month(to) - month(from), 7, {
        fill: 'hatch',
        stroke: 'rule-2',
        width: 0.8,
      }),
    ),
    labels: stretches.flatMap(({ from, to, text }) => {
      const room = month(to) - month(from);
      if (textWidth(text, 12) > room) return [];
      return [textShape(month(from) + 2, zero - 13, [{ text, italic: true }], 'note', { size: 12 })];
    }),
  };
}
