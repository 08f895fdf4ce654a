/**
 * Two indicators on two axes: one point a place, with its interval on either axis as the arms of a cross. An open
 * end is an arrow; a figure without a middle has arms and no dot. An index of which no figure comes near zero may
 * begin elsewhere, and the chart says where.
 */
import type { Half, Paired } from '#stats/compare/pairs.ts';
import { figureText } from '#stats/figure.ts';
import { floorOf } from '#stats/hedge.ts';
import { hedgeOfCell } from '#stats/interval.ts';
import type { Language } from '#stats/language.ts';
import { formatNumber, plainNumber } from '#stats/number.ts';
import type { Cell } from '#stats/observation.ts';
import { formatPeriod } from '#stats/period.ts';
import { formatPeriodWords } from '#stats/period-words.ts';
import { COMPARE_CHART_WORDS } from '#app/_words/compare-chart.ts';
import { areaColour, type AreaColour } from './colour.ts';
import { creditOf } from './credit.ts';
import { measuredOf } from './measured.ts';
import type { Axis, ChartModel, Mark, Shape, TextShape } from './model.ts';
import { placeNames, type NamedPoint } from './point-labels.ts';
import { reachOf } from './number-line.ts';
import { amountAxis, axisTitle, place } from './scale.ts';
import { circle, line, path, tenth, text } from './shapes.ts';
import { balanceText, textWidth, wrapText } from './text-width.ts';

const ARROW = 18;
/** Figures that lie further from zero than this part of the greatest may stand on an axis that begins elsewhere. */
const FAR_FROM_ZERO = 0.4;
/** Pairs that a text alternative names one by one. */
const MOST = 12;

interface Point {
  readonly place: string;
  readonly name: string;
  readonly colour: AreaColour;
  readonly cells: readonly [Cell, Cell];
}

/** Up the page and across it: the first indicator runs up. */
export function scatterModel(
  halves: readonly [Half, Half],
  { pairs, alignment }: Paired,
  frame: { readonly width: number; readonly language: Language },
): ChartModel {
  const { language } = frame;
  const width = Math.max(280, Math.round(frame.width));
  const narrow = width < 480;
  const words = COMPARE_CHART_WORDS[language];
  const [up, across] = halves;
  const several = new Set(pairs.map(({ cells }) => formatPeriod(cells[0].period))).size > 1;
  const points = pairs.map((pair): Point => {
    const { areas } = up.comparison;
    const known = [...areas, ...across.comparison.areas].find((area) => area.code === pair.place);
    const when = several ? ` ${formatPeriodWords(pair.cells[0].period, 'stated', language)}` : '';
    return {
      ...pair,
      name: (known?.name[language] ?? pair.place) + when,
      colour: areaColour(pair.place, [...areas, ...across.comparison.areas]),
    };
  });
  const heading = headingOf(halves, points, alignment.text[language], width, language);
  const height = narrow ? 330 : 440;
  const top = 30;
  const base = top + height;
  const vertical = axisOf(up, points, 0, [base, top], Math.max(3, Math.round(height / 62)), language);
  const left = Math.max(34, Math.ceil(Math.max(...vertical.ticks.map((t) => textWidth(t.label, 12.5))) + 10));
  const right = width - (narrow ? 12 : 20);
  const room = Math.max(3, Math.round((right - left) / (narrow ? 62 : 90)));
  const horizontal = axisOf(across, points, 1, [left, right], room, language);
  const at = { x: place(horizontal), y: place(vertical) };
  const ground: Shape[] = [];
  const labels: TextShape[] = [
    text(0, 13, axisTitle(measuredOf(up.comparison), vertical.domain[1], language), 'note'),
  ];
  for (const tick of vertical.ticks) {
    const zero = tick.value === vertical.domain[0];
    ground.push(
      line(left, at.y(tick.value), right, at.y(tick.value), { stroke: zero ? 'axis' : 'grid', width: 1 }),
    );
    labels.push(text(left - 8, at.y(tick.value) + 4, tick.label, 'tick', { anchor: 'end' }));
  }
  let free = -Infinity;
  for (const tick of horizontal.ticks) {
    const x = at.x(tick.value);
    ground.push(line(x, base, x, base + 5, { stroke: 'axis', width: 1 }));
    const half = textWidth(tick.label, 12.5) / 2;
    // The last one may have to stand inside the edge.
    const middle = Math.min(x, width - half);
    if (middle - half < free) continue;
    free = middle + half + 8;
    labels.push(text(middle, base + 20, tick.label, 'tick', { anchor: 'middle' }));
  }
  const below = wrapText(
    axisTitle(measuredOf(across.comparison), horizontal.domain[1], language),
    right - left,
    'note',
    2,
  );
  below.forEach((words_, i) =>
    labels.push(text(right, base + 40 + i * 15, words_, 'note', { anchor: 'end' })),
  );
  const signs = { wide: false, open: false };
  const marks = points.map((point): Mark => {
    const arms = armsOf(point, halves, at, { left, right, top, base }, signs);
    return {
      series: point.place,
      periods: point.cells.map((cell) => formatPeriod(cell.period)),
      values: point.cells.map((cell) => plain(cell.stated?.value)),
      lows: point.cells.map((cell) => plain(cell.stated?.low)),
      highs: point.cells.map((cell) => plain(cell.stated?.high)),
      shapes: arms,
    };
  });
  const dots = points.map((point): NamedPoint => ({
    x: at.x(middleOf(point.cells[1])),
    y: at.y(middleOf(point.cells[0])),
    r: point.colour === 'others' ? 4.5 : 6,
    name: point.name,
    colour: point.colour,
    main: point.colour !== 'others',
  }));
  const names = placeNames(dots, { left: left + 2, right: width, top: top - 8, bottom: base - 2 });
  const begins = [
    ...(vertical.domain[0] > 0 ? [words.beginsUp(vertical.ticks[0]?.label ?? '')] : []),
    ...(horizontal.domain[0] > 0 ? [words.beginsAcross(horizontal.ticks[0]?.label ?? '')] : []),
  ];
  return {
    kind: 'scatter',
    language,
    width,
    height: base + 40 + below.length * 15,
    heading,
    alternative: alternativeOf(halves, points, heading, [alignment.text[language], ...begins], language),
    panels: [{ kind: 'scatter', heading: null, x: horizontal, y: vertical }],
    ground,
    marks,
    labels: [...labels, ...names],
    plots: [],
    stops: [],
    legend: [
      ...(signs.wide ? [{ id: 'cross', words: words.cross, sample: crossSample(false) }] : []),
      ...(signs.open ? [{ id: 'open-cross', words: words.open, sample: crossSample(true) }] : []),
      ...(names.length < dots.length
        ? [{ id: 'unnamed', words: words.unnamed, sample: [circle(14, 7, 4.5, { fill: 'others' })] }]
        : []),
    ],
    notices: [...(alignment.kind === 'same' ? [] : [alignment.text[language]]), ...begins],
    notes: [],
    sources: halves.flatMap(({ comparison }) =>
      comparison.sources
        .filter((source) => pairs.some(({ cells }) => cells.some((cell) => cell.source === source.id)))
        .map((source) => `${comparison.indicator.title[language]}: ${creditOf(source, language)}`),
    ),
  };
}

const plain = (n: number | null | undefined): string => (n === null || n === undefined ? '' : plainNumber(n));

/** The number by which a figure has its place: its middle, else half way between its ends, else its one end. */
function middleOf({ stated }: Cell): number {
  if (!stated) return 0;
  const { value, low, high } = stated;
  if (value !== null) return value;
  return low !== null && high !== null ? (low + high) / 2 : (low ?? high ?? 0);
}

function axisOf(
  { comparison }: Half,
  points: readonly Point[],
  side: 0 | 1,
  range: readonly [number, number],
  most: number,
  language: Language,
): Axis {
  const measured = measuredOf(comparison);
  const cells = points.map((point) => point.cells[side]);
  const [low, high] = reachOf(cells, null);
  const { measure, additive } = comparison.indicator;
  const elsewhere = measure === 'estimate' && additive === 'none' && low > high * FAR_FROM_ZERO;
  const reach = elsewhere ? ([low, high] as const) : reachOf(cells, measured.origin);
  return amountAxis(reach, range, most, measured, language);
}

interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly base: number;
}

/** Arms as long as the intervals, then the dot. */
function armsOf(
  { cells, colour }: Point,
  halves: readonly [Half, Half],
  at: { readonly x: (n: number) => number; readonly y: (n: number) => number },
  plot: Plot,
  signs: { wide: boolean; open: boolean },
): Shape[] {
  const [x, y] = [at.x(middleOf(cells[1])), at.y(middleOf(cells[0]))];
  const stroke = { stroke: colour, width: 1.6, opacity: 0.7 };
  const shapes: Shape[] = [];
  ([1, 0] as const).forEach((side) => {
    const cell = cells[side];
    if (!cell.stated || cell.intervalKind === 'rounding') return;
    const hedge = hedgeOfCell(
      { ...cell, stated: cell.stated },
      floorOf(halves[side].comparison.indicator.signed),
    );
    if (hedge.low === hedge.high) return;
    const to = side === 1 ? at.x : at.y;
    const point = side === 1 ? x : y;
    // Along the axis, up is to the right or to the top.
    const away = side === 1 ? 1 : -1;
    const ends = ([-1, 1] as const).map((way) => {
      const bound = way < 0 ? hedge.low : hedge.high;
      const open = !Number.isFinite(bound);
      const [first, last] = side === 1 ? [plot.left, plot.right] : [plot.top, plot.base];
      const pixel = open ? point + way * away * ARROW : to(bound);
      const kept = Math.min(Math.max(pixel, first), last);
      if (open) {
        signs.open = true;
        shapes.push(headOf(side, point, kept, side === 1 ? y : x, colour));
      }
      return kept;
    });
    signs.wide ||= Number.isFinite(hedge.low) && Number.isFinite(hedge.high);
    const [from = point, until = point] = ends;
    shapes.push(side === 1 ? line(from, y, until, y, stroke) : line(x, from, x, until, stroke));
  });
  const middle = cells.every(
    (cell) => cell.stated !== null && (cell.stated.value !== null || oneEnded(cell)),
  );
  const assumed = cells.some((cell) => cell.periodStatus === 'assumed');
  if (!middle) return shapes;
  const ring = assumed || cells.some(oneEnded);
  const r = colour === 'others' ? 4.5 : 6;
  return [
    ...shapes,
    ring
      ? circle(x, y, r - 0.9, {
          fill: 'paper',
          stroke: colour,
          width: 1.8,
          ...(assumed ? { dash: '6.2 3' } : {}),
        })
      : circle(x, y, r, { fill: colour, stroke: 'paper', width: 1.5 }),
  ];
}

/** One number was printed, and the figure lies beyond it. */
const oneEnded = ({ stated }: Cell): boolean =>
  stated !== null && stated.value === null && (stated.low === null) !== (stated.high === null);

/** The head of an arrow at the end of an arm. */
function headOf(side: 0 | 1, from: number, to: number, other: number, colour: AreaColour): Shape {
  const back = to + Math.sign(from - to) * 5;
  const points = [
    [back, other - 4],
    [to, other],
    [back, other + 4],
  ].map(([a = 0, b = 0]) => (side === 1 ? [a, b] : [b, a]));
  const d = points.map(([a = 0, b = 0], i) => `${i ? 'L' : 'M'}${tenth(a)} ${tenth(b)}`).join('');
  return path(d, { stroke: colour, width: 1.6, round: true });
}

const crossSample = (open: boolean): Shape[] => [
  line(14, 0, 14, 14, { stroke: 'ink-2', width: 1.6, opacity: 0.7 }),
  open
    ? path('M10 4L14 0L18 4', { stroke: 'ink-2', width: 1.6, round: true })
    : line(4, 7, 24, 7, { stroke: 'ink-2', width: 1.6, opacity: 0.7 }),
  open
    ? circle(14, 9, 4, { fill: 'paper', stroke: 'ink-2', width: 1.8 })
    : circle(14, 7, 4, { fill: 'ink-2' }),
];

/** A figure as words. */
const said = ({ comparison }: Half, cell: Cell, language: Language): string =>
  figureText(cell, comparison.indicator, language);

/** The least and the greatest on the first axis; none where a hedge leaves it open who that is. */
function endsOf(points: readonly Point[], { comparison }: Half): readonly (Point | undefined)[] {
  const floor = floorOf(comparison.indicator.signed);
  const ranked = points.flatMap((point) => {
    const [{ stated, ...cell }] = point.cells;
    return stated ? [{ point, hedge: hedgeOfCell({ ...cell, stated }, floor) }] : [];
  });
  const least = ranked.find((one) =>
    ranked.every(({ hedge }) => one.hedge.high <= hedge.low || hedge === one.hedge),
  );
  const greatest = ranked.find((one) =>
    ranked.every(({ hedge }) => one.hedge.low >= hedge.high || hedge === one.hedge),
  );
  return [least?.point, greatest?.point];
}

function headingOf(
  halves: readonly [Half, Half],
  points: readonly Point[],
  alignment: string,
  width: number,
  language: Language,
): ChartModel['heading'] {
  const words = COMPARE_CHART_WORDS[language];
  const titles = halves.map(({ comparison }) => comparison.indicator.title[language]);
  const [bottom, top] = endsOf(points, halves[0]);
  const tell = ({ name, cells }: Point): readonly [string, string, string] => [
    name,
    said(halves[0], cells[0], language),
    said(halves[1], cells[1], language),
  ];
  const title =
    !top || !bottom
      ? points.length === 0
        ? alignment.replace(/\.$/, '')
        : words.both(titles[0] ?? '', titles[1] ?? '')
      : top === bottom
        ? words.one(titles[0] ?? '', titles[1] ?? '', ...tell(top))
        : words.ends(titles[0] ?? '', titles[1] ?? '', tell(top), tell(bottom));
  const periods = [
    ...new Set(points.map(({ cells }) => formatPeriodWords(cells[0].period, 'stated', language))),
  ];
  const when = periods.length === 1 ? (periods[0] ?? '') : '';
  const subtitle = words.subtitle(formatNumber(points.length, language, 0), points.length, when);
  const size = width < 480 ? 21 : 24;
  return {
    title,
    titleLines: balanceText(title, Math.min(width, 34 * size), 'title', 3, size),
    subtitle,
    subtitleLines: wrapText(subtitle, width, 'note', 3, 15),
  };
}

function alternativeOf(
  halves: readonly [Half, Half],
  points: readonly Point[],
  heading: ChartModel['heading'],
  more: readonly string[],
  language: Language,
): string {
  const words = COMPARE_CHART_WORDS[language];
  const titles = halves.map(({ comparison }) => comparison.indicator.title[language]);
  const named = points
    .slice(0, MOST)
    .map(
      ({ name, cells }) =>
        `${name}: ${cells.map((cell, i) => said(halves[i === 0 ? 0 : 1], cell, language)).join('; ')}.`,
    );
  const rest = points.length - named.length;
  return [
    `${heading.title}.`,
    `${words.kind(titles[0] ?? '', titles[1] ?? '')} ${heading.subtitle}`,
    ...more,
    ...named,
    ...(rest > 0 ? [words.more(rest)] : []),
  ].join(' ');
}
