/**
 * Small panels on one scale: the lines of each in their colours over all other lines in grey. The name and the
 * latest figure stand above, the highest beside its point.
 */
import { extent as numberExtent } from 'd3-array';
import { figureText } from '#stats/format/figure.ts';
import { gapReason } from '#stats/format/gap.ts';
import type { Series } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';
import { drawLine, runsOf, type PlotScales } from '../line/marks.ts';
import { gapRugRows } from '../line/gap-rug.ts';
import { line, path, rect, textShape, through } from '../marks/shapes.ts';
import type { FocusPoint, Mark, Panel, Plot } from '../model/chart.ts';
import type { Shape, TextRun } from '../model/shape.ts';
import type { Sign } from '../model/sign.ts';
import { headingLabels } from '../panel/heading.ts';
import { byHeight, readingOf, type ChartContext, type DrawPanel } from '../panel/layout.ts';
import type { ChartAxis } from '../scales/axis.ts';
import { extent } from '../scales/extent.ts';
import { amountAxis, axisTitle, linearScale } from '../scales/linear.ts';
import { lineTimeAxis } from '../panel/time-axis.ts';
import { positionOf } from '../scales/time-position.ts';
import { abbreviate } from '../text/abbreviate.ts';
import { fitText, textWidth, wrapText } from '../text/metrics.ts';
import { facetsOf, peakOf, type Facet } from './facets.ts';
import { seriesKeyLabels } from './series-key.ts';

const GUTTER = 20;
const HEAD = 30;
/** The names of sources are long. */
const SECOND_LINE = 16;
const FOOT = 26;

/** The frame that all small panels share. */
interface MultiplesFrame {
  readonly context: ChartContext;
  readonly facets: readonly Facet[];
  readonly columns: number;
  readonly width: number;
  readonly height: number;
  readonly head: number;
  /** Whether the latest figure stands below the name, because some name would be cut beside it. */
  readonly isStacked: boolean;
  readonly first: number;
  readonly last: number;
  readonly amounts: (range: ChartAxis['range']) => ChartAxis;
  /** Where the first row of panels begins. */
  readonly top: number;
}

interface DrawnFacet {
  readonly panel: Panel;
  readonly ground: readonly Shape[];
  readonly marks: readonly Mark[];
  readonly labels: readonly Shape[];
  readonly plots: readonly Plot[];
  readonly stops: () => readonly FocusPoint[];
  readonly signs: readonly Sign[];
}

export const smallMultiples: DrawPanel = (context, cells, top, heading) => {
  const above = headingLabels(heading, { top, width: context.width });
  const key = seriesKeyLabels(context, cells, above.bottom + 28);
  const frame = frameOf(context, cells, above.bottom + key.height);
  const drawn = frame.facets.map((facet, i) => drawFacet(frame, facet, i));
  const rows = Math.ceil(frame.facets.length / frame.columns);
  const title = axisTitle(context.measured, 0, context.language);
  return {
    bottom: frame.top + rows * (frame.head + frame.height + FOOT),
    panels: drawn.map(({ panel }) => panel),
    ground: drawn.flatMap(({ ground }) => ground),
    marks: drawn.flatMap(({ marks }) => marks),
    labels: [
      ...above.labels,
      textShape(0, above.bottom + 11, title, 'note'),
      ...key.labels,
      ...drawn.flatMap(({ labels }) => labels),
    ],
    plots: drawn.flatMap(({ plots }) => plots),
    get stops() {
      return drawn.flatMap(({ stops }) => stops());
    },
    signs: new Set(drawn.flatMap(({ signs }) => signs)),
  };
};

function frameOf(context: ChartContext, cells: readonly Cell[], top: number): MultiplesFrame {
  const { width, measured, language } = context;
  const facets = facetsOf(context, cells);
  const most = width >= 700 ? (facets.length > 6 ? 4 : 3) : width >= 480 ? 3 : 2;
  const columns = Math.max(1, Math.min(most, facets.length));
  const [first = 0, last = 0] = numberExtent(cells, positionOf);
  const reach = extent(cells, measured.origin);
  const height = width < 480 ? 96 : 112;
  const own = (width - (columns - 1) * GUTTER) / columns;
  const isStacked = facets.some((facet) => {
    const { value, year } = latestTexts(context, facet, last);
    return value !== '' && headRoom(own, value, year) < Math.min(textWidth(facet.name, 13, 600), own / 3);
  });
  return {
    ...{ context, facets, columns, height, first, last, isStacked, width: own },
    head: HEAD + (isStacked || facets.some(({ latest }) => latest === null) ? SECOND_LINE : 0),
    amounts: (range) => amountAxis(reach, range, 3, measured, language),
    top: top + 22,
  };
}

function drawFacet(frame: MultiplesFrame, facet: Facet, index: number): DrawnFacet {
  const { context, columns, width, height, first, last } = frame;
  const column = index % columns;
  const left = column * (width + GUTTER);
  const head = frame.top + Math.floor(index / columns) * (frame.head + height + FOOT);
  const [top, base] = [head + frame.head + 6, head + frame.head + height];
  const right = left + width - 4;
  const basis = facet.series[0]?.key.basis;
  const { language } = context;
  const time = lineTimeAxis({ basis, first, last, narrow: true, language }, [left + 2, right]);
  const amounts = frame.amounts([base, top]);
  const at: PlotScales = { x: linearScale(time), y: linearScale(amounts) };
  const lines = facet.series.map((series) => {
    const look = { colour: colourIn(context, facet, series), width: 2.25, labelled: true };
    return drawLine(context, series, at, look, [first, last], base);
  });
  const gaps = gapRugRows(context, facet.series, first, last).flatMap(({ stretches }) => stretches);
  return {
    panel: { pointer: 'time', hairline: true, heading: facet.name, x: time, y: amounts },
    ground: [
      line(left, head + 0.5, left + width, head + 0.5, { stroke: 'rule', width: 1 }),
      ...gridOf(amounts, [left, left + width], at),
      ...otherLines(frame, facet, at),
      ...gaps.map(([a, b]) =>
        rect(
          Math.max(left, at.x(a - 0.45)),
          base - 5,
          Math.min(right, at.x(b + 0.45)) - Math.max(left, at.x(a - 0.45)),
          5,
          {
            ...{ fill: 'hatch', stroke: 'rule-2', width: 0.6 },
          },
        ),
      ),
    ],
    marks: lines.flatMap(({ marks }) => marks),
    labels: [
      ...headOf(frame, facet, left, head),
      ...timeLabels(context, time, [left, left + width], base, [first, last]),
      ...(column === 0 ? scaleLabels(amounts, left, at) : []),
      ...(facet.series.length === 1 ? peakLabels(context, facet, at, [left, right]) : []),
    ],
    plots: lines.map(({ plot }) => ({ ...plot, panel: index })),
    stops: () => stopsOf(context, facet, at, base, index),
    signs: [...lines.flatMap(({ signs }) => signs), ...(gaps.length > 0 ? ['gap' as const] : [])],
  };
}

/** A line without a colour of its own is ink here: nothing else in its panel is. */
function colourIn(context: ChartContext, facet: Facet, { cells: [sample] }: Series) {
  const own = sample ? context.colour(sample) : 'others';
  return own === 'others' && facet.series.length === 1 ? ('ink' as const) : own;
}

/** Grid lines, the zero line darker. */
const gridOf = (amounts: ChartAxis, [left, right]: readonly [number, number], at: PlotScales): Shape[] =>
  amounts.ticks.map(({ value }) =>
    line(left, at.y(value), right, at.y(value), { stroke: value === 0 ? 'axis' : 'grid', width: 1 }),
  );

/** The lines of all other panels, as one stroke. */
function otherLines({ facets }: MultiplesFrame, facet: Facet, at: PlotScales): Shape[] {
  const others = facets.filter((other) => other !== facet).flatMap(({ series }) => series);
  const d = others
    .flatMap(({ cells }) => runsOf(cells))
    .filter((run) => run.length > 1)
    .map((run) => through(run.map((cell) => [at.x(positionOf(cell)), at.y(cell.stated?.value ?? 0)])))
    .join('');
  return d === '' ? [] : [path(d, { stroke: 'others', width: 0.75, opacity: 0.55 })];
}

/** The latest figure, and its period if that is not the last one; empty if there is none. */
function latestTexts(
  context: ChartContext,
  { latest }: Facet,
  last: number,
): { readonly value: string; readonly year: string } {
  if (!latest) return { value: '', year: '' };
  return {
    value: abbreviate(latest, context.comparison.indicator, context.language),
    year: positionOf(latest) < last ? ` ${context.names.year(latest)}` : '',
  };
}

/** What the latest figure leaves for the name on its line. */
const headRoom = (width: number, value: string, year: string): number =>
  width - textWidth(value, 13) - textWidth(year, 11.5) - 10;

/** The name of the panel, and its latest figure. */
function headOf(
  { context, width, last, isStacked }: MultiplesFrame,
  facet: Facet,
  left: number,
  head: number,
): Shape[] {
  const { latest, series, name } = facet;
  if (!latest)
    return wrapText(name, width, 'strong', 2, 13).map((words, i) =>
      textShape(left, head + 16 + i * 16, words, 'strong'),
    );
  const { value, year } = latestTexts(context, facet, last);
  const own = series[0] ? colourIn(context, facet, series[0]) : 'ink';
  const room = isStacked ? width : headRoom(width, value, year);
  return [
    textShape(left, head + 18, fitText(name, room, 13, 600), 'strong', { colour: own }),
    textShape(
      isStacked ? left : left + width,
      head + 18 + (isStacked ? SECOND_LINE : 0),
      [
        { text: value, weight: 400 },
        ...(year ? [{ text: year, weight: 400 as const, colour: 'ink-3' as const, size: 11.5 }] : []),
      ],
      'strong',
      { anchor: isStacked ? 'start' : 'end' },
    ),
  ];
}

/** The first and the last period below the panel. */
function timeLabels(
  context: ChartContext,
  { ticks }: ChartAxis,
  [left, right]: readonly [number, number],
  base: number,
  [first, last]: readonly [number, number],
): Shape[] {
  const named = (position: number): string =>
    ticks.find(({ value }) => value === position)?.label ?? nameOfPosition(context, position);
  return [
    textShape(left, base + 15, named(first), 'tick', { size: 11.5 }),
    textShape(right, base + 15, named(last), 'tick', { size: 11.5, anchor: 'end' }),
  ];
}

function nameOfPosition({ comparison, names }: ChartContext, position: number): string {
  const cell = comparison.cells.find((candidate) => positionOf(candidate) === position);
  return cell ? names.year(cell) : String(position);
}

/** The numbers of the grid inside the first panel of a row. */
const scaleLabels = ({ ticks }: ChartAxis, left: number, at: PlotScales): Shape[] =>
  ticks
    .filter(({ value }) => value !== 0)
    .map(({ value, label }) => textShape(left + 1, at.y(value) - 3, label, 'tick', { size: 11, halo: true }));

/** The highest figure with its period, above its point. */
function peakLabels(
  context: ChartContext,
  { series }: Facet,
  at: PlotScales,
  [left, right]: readonly [number, number],
): Shape[] {
  const peak = series[0] && peakOf(series[0]);
  if (!peak?.stated || context.measured.places !== null) return [];
  const figure = figureText(peak, context.comparison.indicator, context.language);
  const runs: TextRun[] = [
    { text: figure, weight: 600, colour: 'ink' },
    { text: ` ${context.names.year(peak)}`, colour: 'ink-3' },
  ];
  const half = textWidth(`${figure} ${context.names.year(peak)}`, 11.5, 600) / 2;
  const x = Math.min(Math.max(at.x(positionOf(peak)), left + half + 26), right - half);
  return [
    textShape(x, at.y(printedEnd(peak.stated)) - 6, runs, 'note', {
      anchor: 'middle',
      size: 11.5,
      halo: true,
    }),
  ];
}

/** One stop for each period of the panel. */
function stopsOf(
  context: ChartContext,
  { series }: Facet,
  at: PlotScales,
  base: number,
  panel: number,
): FocusPoint[] {
  const cells = series.flatMap((own) => own.cells);
  const positions = [...new Set(cells.map(positionOf))].sort((a, b) => a - b);
  return positions.map((position): FocusPoint => {
    const readings = cells
      .filter((cell) => positionOf(cell) === position)
      .map((cell) => {
        const gap = cell.gap ? gapReason(cell, context.language) : CHART_WORDS[context.language].noFigure;
        const point = cell.stated && { x: at.x(position), y: at.y(printedEnd(cell.stated)) };
        return readingOf(cell, context, point, gap);
      });
    readings.sort(byHeight);
    const y = Math.min(base, ...readings.flatMap((reading) => (reading.at ? [reading.at.y] : [])));
    return { x: at.x(position), y, panel, readings };
  });
}
