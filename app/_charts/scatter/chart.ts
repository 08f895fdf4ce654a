/**
 * Two indicators on two axes: one point a place, with its interval on either axis as the arms of a cross. An open
 * end is an arrow; a figure without a middle has arms and no dot. An index of which no figure comes near zero may
 * begin elsewhere, and the chart says where.
 */
import { seriesOf } from '#stats/model/comparison.ts';
import type { PairHalf, Paired } from '#stats/pairing/pairs.ts';
import type { Language } from '#stats/language.ts';
import { plainNumber } from '#stats/number.ts';

import { formatPeriod } from '#stats/time/period.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { COMPARE_CHART_WORDS } from '#app/_words/compare-chart.ts';
import { methodNotes } from '../wording/method-note.ts';
import { areaColour } from '../scales/colour.ts';
import { creditOf } from '../wording/source-credit.ts';
import { axisQuantity } from '../scales/quantity.ts';
import type { ChartAxis, ChartModel, Mark, Shape, TextShape } from '../model.ts';
import { namesOf } from '../wording/series-name.ts';
import { placeNames, type NamedPoint } from './point-labels.ts';
import { extent } from '../dot-plot/panel.ts';
import { amountAxis, axisTitle, linearScale } from '../scales/linear.ts';
import { armsOf, crossSample } from './marks.ts';
import { middleOf, type Point } from './point.ts';
import { focusPoints } from './tooltips.ts';
import { scatterAltText, scatterHeading } from './text.ts';
import { circle, line, textShape } from '../marks/shapes.ts';
import { textWidth, wrapText } from '../text/metrics.ts';

/** Figures that lie further from zero than this part of the greatest may stand on an axis that begins elsewhere. */
const FAR_FROM_ZERO = 0.4;

/** On a phone points lie so close that a name belongs to the nearest: it keeps this many pixels from all others. */
const CLOSE = 5;

/** Up the page and across it: the first indicator runs up. */
export function scatterModel(
  halves: readonly [PairHalf, PairHalf],
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
  const ours = halves.flatMap((half, side) => oursOf(half, points, side === 0 ? 0 : 1, language));
  const heading = scatterHeading(halves, points, alignment.text[language], width, language);
  const height = narrow ? 330 : 440;
  const top = 30;
  const base = top + height;
  const vertical = axisOf(up, points, 0, [base, top], Math.max(3, Math.round(height / 62)), language);
  const left = Math.max(34, Math.ceil(Math.max(...vertical.ticks.map((t) => textWidth(t.label, 12.5))) + 10));
  const right = width - (narrow ? 12 : 20);
  const room = Math.max(3, Math.round((right - left) / (narrow ? 62 : 90)));
  const horizontal = axisOf(across, points, 1, [left, right], room, language);
  const at = { x: linearScale(horizontal), y: linearScale(vertical) };
  const ground: Shape[] = [];
  const labels: TextShape[] = [
    textShape(0, 13, axisTitle(axisQuantity(up.comparison), vertical.domain[1], language), 'note'),
  ];
  for (const tick of vertical.ticks) {
    const zero = tick.value === vertical.domain[0];
    ground.push(
      line(left, at.y(tick.value), right, at.y(tick.value), { stroke: zero ? 'axis' : 'grid', width: 1 }),
    );
    labels.push(textShape(left - 8, at.y(tick.value) + 4, tick.label, 'tick', { anchor: 'end' }));
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
    labels.push(textShape(middle, base + 20, tick.label, 'tick', { anchor: 'middle' }));
  }
  const below = wrapText(
    axisTitle(axisQuantity(across.comparison), horizontal.domain[1], language),
    right - left,
    'note',
    2,
  );
  below.forEach((words_, i) =>
    labels.push(textShape(right, base + 40 + i * 15, words_, 'note', { anchor: 'end' })),
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
  const within = { left: left + 2, right: width, top: top - 8, bottom: base - 2 };
  const names = placeNames(dots, within, narrow ? CLOSE : undefined);
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
    alternative: scatterAltText(
      halves,
      points,
      heading,
      [alignment.text[language], ...begins, ...ours.map((one) => `${one}.`)],
      language,
    ),
    panels: [{ kind: 'scatter', heading: null, x: horizontal, y: vertical }],
    ground,
    marks,
    labels: [...labels, ...names],
    plots: [],
    get stops() {
      return focusPoints(halves, points, at, language);
    },
    legend: [
      ...(signs.wide ? [{ id: 'cross', words: words.cross, sample: crossSample(false) }] : []),
      ...(signs.open ? [{ id: 'open-cross', words: words.open, sample: crossSample(true) }] : []),
      ...(names.length < dots.length
        ? [{ id: 'unnamed', words: words.unnamed, sample: [circle(14, 7, 4.5, { fill: 'others' })] }]
        : []),
    ],
    notices: [...(alignment.kind === 'same' ? [] : [alignment.text[language]]), ...begins],
    ours,
    notes: [],
    sources: halves.flatMap(({ comparison }) =>
      comparison.sources
        .filter((source) => pairs.some(({ cells }) => cells.some((cell) => cell.source === source.id)))
        .map((source) => `${comparison.indicator.title[language]}: ${creditOf(source, language)}`),
    ),
  };
}

/** What of one side is our arithmetic, under the title of its indicator. */
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
  points: readonly Point[],
  side: 0 | 1,
  range: readonly [number, number],
  most: number,
  language: Language,
): ChartAxis {
  const measured = axisQuantity(comparison);
  const cells = points.map((point) => point.cells[side]);
  const [low, high] = extent(cells, null);
  const { measure, additive } = comparison.indicator;
  const elsewhere = measure === 'estimate' && additive === 'none' && low > high * FAR_FROM_ZERO;
  const reach = elsewhere ? ([low, high] as const) : extent(cells, measured.origin);
  return amountAxis(reach, range, most, measured, language);
}
