/**
 * Two indicators on two axes: a point for each area, with its intervals as the arms of a cross. An open end
 * is an arrow; a figure without a middle has arms and no dot. If no figure of an index is near zero, its axis
 * may begin elsewhere, and the chart states where.
 */
import { seriesOf } from '#stats/model/comparison.ts';
import { figureText } from '#stats/format/figure.ts';
import type { CellPair, PairHalf, Paired } from '#stats/pairing/pairs.ts';
import type { Language } from '#stats/language.ts';
import { plainNumber } from '#stats/number.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { COMPARE_CHART_WORDS } from '#app/_words/compare-chart.ts';
import { methodNotes } from '../wording/method-note.ts';
import { areaColour } from '../scales/colour.ts';
import { creditOf } from '../wording/source-credit.ts';
import { axisQuantity } from '../scales/quantity.ts';
import type { ChartModel, LegendEntry, Mark } from '../model/chart.ts';
import type { Shape, TextShape } from '../model/shape.ts';
import type { ChartAxis } from '../scales/axis.ts';
import { namesOf } from '../wording/series-name.ts';
import { placeNames, type NamedPoint } from './point-labels.ts';
import { extent } from '../scales/extent.ts';
import { amountAxis, axisTitle, linearScale } from '../scales/linear.ts';
import { armsOf, crossSample } from './marks.ts';
import { middleOf, radiusOf, type DotSizes, type Point } from './point.ts';
import { doubtedPoints } from './doubted-points.ts';
import { focusPoints } from './tooltips.ts';
import { scatterAltText, scatterHeading } from './text.ts';
import { legendOf } from '../marks/legend.ts';
import { circle, line, textShape } from '../marks/shapes.ts';
import { amountGrid } from '../panel/amount-grid.ts';
import { textWidth, wrapText } from '../text/metrics.ts';

/**
 * Figures further from zero than this share of the greatest may be on an axis that does not begin at zero.
 */
const FAR_FROM_ZERO = 0.4;

/**
 * On a phone points are close together, and a reader assigns a name to the nearest point: a name keeps this
 * distance in pixels from all other points.
 */
const CLOSE = 5;

/** Of a large dot only the middle keeps names of others away. */
const SOLID = 5;

/** The two axes and the plot between them. */
interface ScatterPlot {
  readonly narrow: boolean;
  readonly vertical: ChartAxis;
  readonly horizontal: ChartAxis;
  readonly at: { readonly x: (n: number) => number; readonly y: (n: number) => number };
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly base: number;
}

type Halves = readonly [PairHalf, PairHalf];

export interface ScatterFrame {
  readonly width: number;
  readonly language: Language;
  /** Height of the plot in pixels, if it has to fit. */
  readonly plot?: number;
  /** What the areas of the dots are in proportion to; absent if they are alike. */
  readonly sizes?: DotSizes | null;
  /** Pairs of other years that are shown in turn: the axes hold them too. */
  readonly among?: readonly CellPair[];
}

/** The first indicator is on the vertical axis, the second on the horizontal axis. */
export function scatterModel(halves: Halves, { pairs, alignment }: Paired, frame: ScatterFrame): ChartModel {
  const { language, sizes = null, among = [] } = frame;
  const width = Math.max(280, Math.round(frame.width));
  const words = COMPARE_CHART_WORDS[language];
  const points = pointsOf(halves, pairs, language, sizes);
  const ours = halves.flatMap((half, side) => oursOf(half, points, side === 0 ? 0 : 1, language));
  const aligned = alignment.text[language];
  const heading = scatterHeading(halves, points, aligned, width, language);
  const plot = scatterPlot(halves, [...points, ...among], width, language, frame.plot);
  const { vertical, horizontal, at } = plot;
  const axes = drawAxes(halves, plot, width, language);
  const { marks, signs } = drawMarks(halves, points, plot);
  const names = pointNames(points, plot, width);
  const stopsOf = (): ChartModel['stops'] => focusPoints(halves, points, at, language, sizes);
  const doubted = doubtedPoints(halves, stopsOf, { width, labels: [...axes.labels, ...names] });
  const begins = [
    ...(vertical.domain[0] > 0 ? [words.beginsUp(vertical.ticks[0]?.label ?? '')] : []),
    ...(horizontal.domain[0] > 0 ? [words.beginsAcross(horizontal.ticks[0]?.label ?? '')] : []),
  ];
  const further = [aligned, ...begins, ...ours.map((sentence) => `${sentence}.`)];
  return {
    kind: 'scatter',
    language,
    width,
    height: axes.bottom,
    heading,
    alternative: scatterAltText(halves, points, heading, further, language),
    panels: [{ pointer: 'point', hairline: false, heading: null, x: horizontal, y: vertical }],
    ground: axes.ground,
    marks,
    labels: [...axes.labels, ...names, ...doubted],
    plots: [],
    get stops() {
      return stopsOf();
    },
    legend: [
      ...legendOfScatter(signs, names.length < points.length, language),
      ...(doubted.length > 0 ? legendOf(new Set(['doubt']), language) : []),
      ...legendOfSizes(points, sizes, language),
    ],
    notices: [...(alignment.kind === 'same' ? [] : [aligned]), ...begins],
    ours,
    notes: [],
    sources: halves.flatMap(({ comparison }) =>
      comparison.sources
        .filter((source) => pairs.some(({ cells }) => cells.some((cell) => cell.source === source.id)))
        .map((source) => `${comparison.indicator.title[language]}: ${creditOf(source, language)}`),
    ),
  };
}

/** The pairs by name, with their period if the periods differ. */
function pointsOf(
  [up, across]: Halves,
  pairs: Paired['pairs'],
  language: Language,
  sizes: DotSizes | null,
): Point[] {
  const areas = [...up.comparison.areas, ...across.comparison.areas];
  const several = new Set(pairs.map(({ cells }) => formatPeriod(cells[0].period))).size > 1;
  const points = pairs.map((pair) => {
    const area = areas.find(({ code }) => code === pair.place);
    const when = several ? ` ${formatPeriodWords(pair.cells[0].period, 'stated', language)}` : '';
    const colour = areaColour(pair.place, areas);
    const size = sizes?.cells.get(pair.place) ?? null;
    const name = (area?.name[language] ?? pair.place) + when;
    return { ...pair, name, colour, size, r: radiusOf(colour, size, sizes) };
  });
  // A large dot may not hide a small one.
  return sizes ? points.sort((a, b) => b.r - a.r) : points;
}

function scatterPlot(
  [up, across]: Halves,
  points: readonly CellPair[],
  width: number,
  language: Language,
  height = width < 480 ? 330 : 440,
): ScatterPlot {
  const narrow = width < 480;
  const top = 30;
  const base = top + height;
  const vertical = axisOf(up, points, 0, [base, top], Math.max(3, Math.round(height / 62)), language);
  const tickWidths = vertical.ticks.map(({ label }) => textWidth(label, 12.5));
  const left = Math.max(34, Math.ceil(Math.max(...tickWidths) + 10));
  const right = width - (narrow ? 12 : 20);
  const most = Math.max(3, Math.round((right - left) / (narrow ? 62 : 90)));
  const horizontal = axisOf(across, points, 1, [left, right], most, language);
  const at = { x: linearScale(horizontal), y: linearScale(vertical) };
  return { narrow, vertical, horizontal, at, left, right, top, base };
}

/** Grid, ticks, and the titles of both axes. */
function drawAxes(
  [up, across]: Halves,
  { vertical, horizontal, at, left, right, base }: ScatterPlot,
  width: number,
  language: Language,
): { ground: Shape[]; labels: TextShape[]; bottom: number } {
  const grid = amountGrid(vertical, { left, right }, vertical.domain[0]);
  const ground = [...grid.ground];
  const labels = [
    textShape(0, 13, axisTitle(axisQuantity(up.comparison), vertical.domain[1], language), 'note'),
    ...grid.labels,
  ];
  let free = -Infinity;
  for (const { value, label } of horizontal.ticks) {
    const x = at.x(value);
    ground.push(line(x, base, x, base + 5, { stroke: 'axis', width: 1 }));
    const half = textWidth(label, 12.5) / 2;
    // The last label may have to move inside the edge.
    const middle = Math.min(x, width - half);
    if (middle - half < free) continue;
    free = middle + half + 8;
    labels.push(textShape(middle, base + 20, label, 'tick', { anchor: 'middle' }));
  }
  const title = axisTitle(axisQuantity(across.comparison), horizontal.domain[1], language);
  const lines = wrapText(title, right - left, 'note', 2);
  lines.forEach((words, i) =>
    labels.push(textShape(right, base + 40 + i * 15, words, 'note', { anchor: 'end' })),
  );
  return { ground, labels, bottom: base + 40 + lines.length * 15 };
}

/** Signs of a scatter plot that its legend explains. */
interface ScatterSigns {
  wide: boolean;
  open: boolean;
}

function drawMarks(
  halves: Halves,
  points: readonly Point[],
  plot: ScatterPlot,
): { marks: Mark[]; signs: ScatterSigns } {
  const signs = { wide: false, open: false };
  const marks = points.map((point): Mark => {
    const shapes = armsOf(point, halves, plot.at, plot, signs);
    return {
      series: point.place,
      periods: point.cells.map((cell) => formatPeriod(cell.period)),
      values: point.cells.map((cell) => plain(cell.stated?.value)),
      lows: point.cells.map((cell) => plain(cell.stated?.low)),
      highs: point.cells.map((cell) => plain(cell.stated?.high)),
      shapes,
    };
  });
  return { marks, signs };
}

/** The names of the points that have room for them. */
function pointNames(
  points: readonly Point[],
  { narrow, at, left, top, base }: ScatterPlot,
  width: number,
): TextShape[] {
  // Of dots of different sizes the largest are named first.
  const dots = points.map((point): NamedPoint => ({
    x: at.x(middleOf(point.cells[1])),
    y: at.y(middleOf(point.cells[0])),
    r: point.r,
    ...(point.size && { solid: SOLID }),
    name: point.name,
    colour: point.colour,
    main: point.colour !== 'others',
  }));
  const within = { left: left + 2, right: width, top: top - 8, bottom: base - 2 };
  return placeNames(dots, within, narrow ? CLOSE : undefined);
}

function legendOfScatter({ wide, open }: ScatterSigns, unnamed: boolean, language: Language): LegendEntry[] {
  const words = COMPARE_CHART_WORDS[language];
  return [
    ...(wide ? [{ id: 'cross', words: words.cross, sample: crossSample(false) }] : []),
    ...(open ? [{ id: 'open-cross', words: words.open, sample: crossSample(true) }] : []),
    ...(unnamed
      ? [{ id: 'unnamed', words: words.unnamed, sample: [circle(14, 7, 4.5, { fill: 'others' })] }]
      : []),
  ];
}

/** What the areas of the dots mean, with the largest of them. */
function legendOfSizes(points: readonly Point[], sizes: DotSizes | null, language: Language): LegendEntry[] {
  const [largest] = points;
  if (!sizes || !largest?.size) return [];
  const figure = figureText(largest.size, sizes.indicator, language);
  const words = COMPARE_CHART_WORDS[language].size(sizes.indicator.title[language], largest.name, figure);
  const sample = [circle(7, 7, 6.5, { fill: 'others', opacity: 0.7 }), circle(22, 7, 3, { fill: 'others' })];
  return [{ id: 'size', words, sample }];
}

/** The figures of one indicator that Cotejo computed, under its title. */
function oursOf(
  { comparison }: PairHalf,
  points: readonly Point[],
  side: 0 | 1,
  language: Language,
): string[] {
  const drawn = { ...comparison, cells: points.map((point) => point.cells[side]) };
  const names = namesOf(drawn, seriesOf(drawn), language);
  const title = comparison.indicator.title[language];
  return methodNotes(drawn, names.whole, language).map((sentence) => `${title}: ${sentence}`);
}

const plain = (n: number | null | undefined): string => (n === null || n === undefined ? '' : plainNumber(n));

function axisOf(
  { comparison }: PairHalf,
  points: readonly CellPair[],
  side: 0 | 1,
  range: readonly [number, number],
  most: number,
  language: Language,
): ChartAxis {
  const measured = axisQuantity(comparison);
  const cells = points.map((point) => point.cells[side]);
  const [low, high] = extent(cells, null);
  const { measure, additive } = comparison.indicator;
  const elsewhere =
    (measure === 'level' || (measure === 'estimate' && additive === 'none')) && low > high * FAR_FROM_ZERO;
  const reach = elsewhere ? ([low, high] as const) : extent(cells, measured.origin);
  return amountAxis(reach, range, most, measured, language);
}
