/**
 * Origins at the left, destinations at the right, and a band between them as wide as its count. At most twelve
 * bands: what is not among the largest is added up and named as others.
 */
import { group } from 'd3-array';
import { figureText, formatStated } from '#stats/format/figure.ts';
import { plainNumber } from '#stats/number.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';
import { path, rect, tenth, textShape } from '../marks/shapes.ts';
import type { FocusPoint, Mark } from '../model/chart.ts';
import type { TextShape } from '../model/shape.ts';
import type { Sign } from '../model/sign.ts';
import { headingLabels } from '../panel/heading.ts';
import { markOf, readingOf, type ChartContext, type DrawPanel } from '../panel/layout.ts';
import { spreadHeights } from '../panel/spread.ts';
import { areaColour, type AreaColour, type Colour } from '../scales/colour.ts';
import { axisTitle } from '../scales/linear.ts';
import { fitText, runsWidth, textWidth, wrapText } from '../text/metrics.ts';
import { bandsOf, totalOf, type Band } from './bands.ts';

const HEIGHT = { wide: 400, narrow: 380 } as const;
/** Pixels between the ends of one side, and the width of the bar at an end. */
const BETWEEN = 8;
const BAR = 6;
const LABEL = { wide: 18, narrow: 15.5 } as const;

/** An origin or a destination with its bands, from top to bottom. */
interface End {
  readonly code: string | null;
  readonly bands: readonly Band[];
  readonly top: number;
  readonly height: number;
}

interface Flow {
  readonly context: ChartContext;
  readonly narrow: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly scale: number;
  readonly origins: readonly End[];
  readonly places: readonly End[];
}

const heightOf = (bands: readonly Band[], scale: number): number =>
  bands.reduce((sum, { amount }) => sum + amount * scale, 0);

/** The ends of one side: the largest first, all others last. */
function endsOf(
  bands: readonly Band[],
  codeOf: (band: Band) => string | null,
  scale: number,
  top: number,
): End[] {
  const ends = [...group(bands, codeOf)].sort(
    ([a, ofA], [b, ofB]) => Number(a === null) - Number(b === null) || heightOf(ofB, 1) - heightOf(ofA, 1),
  );
  let next = top;
  return ends.map(([code, of]) => {
    const end: End = { code, bands: of, top: next, height: heightOf(of, scale) };
    next += end.height + BETWEEN;
    return end;
  });
}

/** The name of an end, and its total. */
function nameOf({ context: { names, language } }: Flow, end: End, part: 'area' | 'counterpart'): string {
  const words = CHART_WORDS[language];
  const cell = end.bands[0]?.cells[0];
  if (end.code === null || !cell) return part === 'area' ? words.otherPlaces : words.allOthers;
  return names.part(cell, part);
}

/** The total of an end as a number; its ends are in the tip and in the table. */
function amountText({ comparison: { indicator }, language }: ChartContext, bands: readonly Band[]): string {
  const stated = totalOf(bands);
  if (!stated) return '';
  const shown = stated.value === null ? stated : { ...stated, low: null, high: null };
  const { word, number } = formatStated(shown, indicator, language, bands.length > 1);
  return word === '' ? number : `${word} ${number}`;
}

export const sankey: DrawPanel = (context, cells, top, heading) => {
  const { width, language, measured } = context;
  const words = CHART_WORDS[language];
  const above = headingLabels(heading, { top, width });
  const bands = bandsOf(cells);
  const flow = flowOf(context, bands, above.bottom + 30);
  const summed = bands.filter(({ origin }) => origin === null);
  const pairs = summed.reduce((count, band) => count + band.cells.length, 0);
  const note = summed.length > 0 ? wrapText(words.addedUp(pairs), width, 'note', 3) : [];
  const bottom = flow.top + HEIGHT[flow.narrow ? 'narrow' : 'wide'];
  const drawn = bandMarks(flow);
  return {
    bottom: bottom + (note.length > 0 ? 12 + note.length * 16 : 0),
    panels: [
      {
        ...({ pointer: 'point', hairline: false, heading } as const),
        x: { domain: [0, 1], range: [flow.left, flow.right], ticks: [] },
        y: { domain: [0, 1], range: [flow.top, bottom], ticks: [] },
      },
    ],
    ground: [],
    marks: drawn.map(({ mark }) => mark),
    labels: [
      ...above.labels,
      textShape(0, above.bottom + 11, fitText(axisTitle(measured, 0, language), width, 12.5), 'note'),
      ...endLabels(flow, 'counterpart', [flow.top, bottom]),
      ...endLabels(flow, 'area', [flow.top, bottom]),
      ...note.map((text, i) => textShape(0, bottom + 20 + i * 16, text, 'note', { colour: 'ink-3' })),
    ],
    plots: [],
    stops: drawn.map(({ stop }) => stop),
    signs: new Set<Sign>(),
  };
};

/** Pixels for one that is counted, so that the bands and the space between their ends fill the height. */
function scaleOf(bands: readonly Band[], height: number): number {
  const count = (codeOf: (band: Band) => string | null): number => new Set(bands.map(codeOf)).size;
  const ends = Math.max(
    count(({ origin }) => origin),
    count(({ place }) => place),
  );
  const whole = heightOf(bands, 1);
  return whole > 0 ? (height - (ends - 1) * BETWEEN) / whole : Infinity;
}

function flowOf(context: ChartContext, bands: readonly Band[], top: number): Flow {
  const narrow = context.width < 480;
  const height = HEIGHT[narrow ? 'narrow' : 'wide'];
  // The fullest of the periods that are played decides the scale of all of them.
  const periods = group(context.among ?? [], ({ period }) => formatPeriod(period)).values();
  const scale = Math.min(...[bands, ...[...periods].map(bandsOf)].map((of) => scaleOf(of, height)));
  const flow: Flow = {
    ...{ context, narrow, top, scale, left: 0, right: context.width },
    origins: endsOf(bands, ({ origin }) => origin, scale, top),
    places: endsOf(bands, ({ place }) => place, scale, top),
  };
  const most = context.width * (narrow ? 0.34 : 0.28);
  const room = (part: 'area' | 'counterpart'): number =>
    Math.min(
      most,
      Math.max(
        ...(part === 'area' ? flow.places : flow.origins).map((end) =>
          runsWidth(runsOf(flow, end, part, Infinity), 'lab', sizeOf(narrow)),
        ),
      ) + 12,
    );
  return { ...flow, left: room('counterpart'), right: context.width - room('area') };
}

const sizeOf = (narrow: boolean): number => (narrow ? 12 : 13);

function runsOf(flow: Flow, end: End, part: 'area' | 'counterpart', room: number): TextShape['runs'] {
  const size = sizeOf(flow.narrow);
  const amount = ` ${amountText(flow.context, end.bands)}`;
  const name = fitText(nameOf(flow, end, part), Math.max(24, room - textWidth(amount, size)), size, 600);
  return [{ text: name }, { text: amount, weight: 400, colour: 'ink' }];
}

/** Names beside the ends, each with its total, apart from each other. */
function endLabels(
  flow: Flow,
  part: 'area' | 'counterpart',
  [top, bottom]: readonly [number, number],
): TextShape[] {
  const { context, narrow, left, right } = flow;
  const ends = part === 'area' ? flow.places : flow.origins;
  const heights = spreadHeights(
    ends.map((end) => end.top + end.height / 2),
    LABEL[narrow ? 'narrow' : 'wide'],
    top + 6,
    bottom - 4,
  );
  const size = sizeOf(narrow);
  return ends.map((end, i) => {
    const isLeft = part === 'counterpart';
    const x = isLeft ? left - 8 : right + 8;
    const own = hueOf(flow, end.code);
    const colour = isLeft && own !== 'others' ? own : 'ink-2';
    const room = isLeft ? left - 8 : context.width - x;
    return textShape(x, (heights[i] ?? 0) + 4.5, runsOf(flow, end, part, room), 'lab', {
      ...{ size, colour, anchor: isLeft ? 'end' : 'start' },
    });
  });
}

/** The colour of an origin, whatever else the answer tells apart. */
const hueOf = ({ context }: Flow, code: string | null): AreaColour =>
  code === null ? 'others' : areaColour(code, context.comparison.areas);

/** Origins without a hue are darker than the sum of all others. */
const fillOf = (flow: Flow, code: string | null): Colour => {
  const hue = hueOf(flow, code);
  return hue === 'others' && code !== null ? 'ink-3' : hue;
};

/** The bands with the bars at their ends, and a stop in the middle of each. */
function bandMarks(flow: Flow): readonly { readonly mark: Mark; readonly stop: FocusPoint }[] {
  const { left, right, scale } = flow;
  const landing = landings(flow);
  const [from, to] = [left + BAR, right - BAR];
  const middle = (from + to) / 2;
  return flow.origins.flatMap((end) => {
    let y = end.top;
    const colour = fillOf(flow, end.code);
    return end.bands.map((band) => {
      const height = Math.max(band.amount * scale, 0.5);
      const at = landing.get(band) ?? flow.top;
      const [a, b, c, d] = [y, y + height, at, at + height].map(tenth) as [number, number, number, number];
      const [x0, x1, xm] = [tenth(from), tenth(to), tenth(middle)];
      const shape = path(
        `M${x0} ${a}C${xm} ${a} ${xm} ${c} ${x1} ${c}L${x1} ${d}C${xm} ${d} ${xm} ${b} ${x0} ${b}Z`,
        { fill: colour, opacity: colour === 'ink-3' ? 0.4 : 0.6 },
      );
      const bars = [
        rect(left, y, BAR, height, { fill: colour }),
        rect(right - BAR, at, BAR, height, { fill: 'ink-2' }),
      ];
      const stop = stopOf(flow, band, { x: middle, y: (y + at + height) / 2 });
      y += band.amount * scale;
      return { mark: markOfBand(flow, band, [shape, ...bars]), stop };
    });
  });
}

/** Where each band arrives: in the order of its origins, so that bands of one end do not cross there. */
function landings({ origins, places, scale }: Flow): ReadonlyMap<Band, number> {
  const order = new Map(origins.flatMap(({ bands }) => bands).map((band, i) => [band, i]));
  return new Map(
    places.flatMap((end) => {
      let y = end.top;
      return end.bands
        .toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
        .map((band) => {
          const at = y;
          y += band.amount * scale;
          return [band, at] as const;
        });
    }),
  );
}

/** The numbers of a band: those of its figure, or the sum of all others. */
function markOfBand({ context }: Flow, band: Band, shapes: Mark['shapes']): Mark {
  const [cell] = band.cells;
  if (band.origin !== null && cell) return markOf([cell], context.seriesId(cell), shapes);
  const plain = (n: number | null): string => (n === null ? '' : plainNumber(n));
  return {
    series: `others | ${band.place ?? 'others'}`,
    periods: cell ? [formatPeriod(cell.period)] : [],
    values: [plain(band.stated.value)],
    lows: [plain(band.stated.low)],
    highs: [plain(band.stated.high)],
    shapes,
  };
}

function stopOf(flow: Flow, band: Band, at: { readonly x: number; readonly y: number }): FocusPoint {
  const { context } = flow;
  const { language, names, comparison } = context;
  const words = CHART_WORDS[language];
  const [cell] = band.cells;
  if (!cell) return { ...at, panel: 0, readings: [] };
  const reading = readingOf(cell, context, at, '');
  if (band.origin !== null)
    return { ...at, panel: 0, readings: [{ ...reading, colour: hueOf(flow, band.origin) }] };
  const place = band.place === null ? words.otherPlaces : names.part(cell, 'area');
  const summed = { stated: band.stated, computed: 'sum', intervalKind: cell.intervalKind } as const;
  return {
    ...at,
    panel: 0,
    readings: [
      {
        ...reading,
        series: `others | ${band.place ?? 'others'}`,
        colour: 'others',
        who: `${words.allOthers} → ${place}`,
        figure: figureText(summed, comparison.indicator, language),
        source: names.from(cell),
        note: words.sumOf(band.cells.length),
        // A sum of pairs has no page of its own: the table has each of them.
        evidence: null,
      },
    ],
  };
}
