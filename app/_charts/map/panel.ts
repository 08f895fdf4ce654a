/**
 * A map of one period. Rates and shares are shades with fixed round bounds; counts are circles whose area is
 * the count. Countries without a value are hatched, and those that nobody asked for are left blank. The same figures
 * stand beside it in order.
 */
import { levelOf } from '../model/level.ts';
import { evidenceAddress } from '#stats/evidence/address.ts';
import { figureText } from '#stats/format/figure.ts';
import type { Cell } from '#stats/model/observation.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';
import { circle, path, rect, textShape } from '../marks/shapes.ts';
import type { FocusPoint, ListedMark, Mark } from '../model/chart.ts';
import type { Shape, TextRun } from '../model/shape.ts';
import type { Sign } from '../model/sign.ts';
import { headingLabels } from '../panel/heading.ts';
import { markOf, readingOf, type ChartContext, type DrawPanel } from '../panel/layout.ts';
import { shadeKey } from '../panel/shade-key.ts';
import { areaColour, type Colour } from '../scales/colour.ts';
import { axisTitle } from '../scales/linear.ts';
import { shadeScale, type ShadeScale } from '../scales/shades.ts';
import { abbreviate } from '../text/abbreviate.ts';
import { fitText, textWidth, wrapText, type Box } from '../text/metrics.ts';
import { mapNames, type NamedCountry } from './names.ts';
import { outlinePath, OUTLINES, outlinesFor, type AreaOutline, type MapOutlines } from './outlines.ts';

/** A country of fewer square pixels is a circle of a fixed size, smaller on the crowded world. */
const SMALL = { americas: 30, world: 10 } as const;
const DOT = { americas: 5, world: 3 } as const;
/** The largest circle of a count. */
const LARGEST = 34;
const ROW = 18;
const LIST = 190;
/** Names on a wide map and on that of a phone, and the widest of them. */
const NAMES = { wide: 7, narrow: 5 } as const;
const WIDEST_NAME = 150;

interface MapFrame {
  readonly context: ChartContext;
  readonly outlines: MapOutlines;
  readonly byArea: ReadonlyMap<string, Cell>;
  readonly shades: ShadeScale | null;
  readonly greatest: number;
  readonly scale: number;
  readonly top: number;
  readonly width: number;
}

export const mapPanel: DrawPanel = (context, cells, top, heading) => {
  const { width, language, measured, comparison } = context;
  const above = headingLabels(heading, { top, width });
  const isCount = comparison.indicator.measure === 'count' && !comparison.indicator.signed;
  const figures = cells.toSorted((a, b) => levelOf(b) - levelOf(a));
  const scaled = context.among ?? figures;
  const shades = isCount ? null : shadeScale(scaled.map(levelOf));
  const key = shades ? shadeKey(context, shades, above.bottom + 22) : { shapes: [], height: 4 };
  const mapTop = above.bottom + 22 + key.height + 6;
  const isWide = width >= 560;
  const outlines = outlinesFor(scaled.map(({ area }) => area));
  const mapWidth = isWide ? width - LIST - 24 : width;
  const scale = Math.min(mapWidth / outlines.width, 640 / outlines.height);
  const frame: MapFrame = {
    ...{ context, outlines, shades, scale, top: mapTop, width: mapWidth },
    byArea: new Map(cells.map((cell) => [cell.area, cell])),
    greatest: Math.max(0, ...scaled.map(levelOf)),
  };
  const mapHeight = Math.round(outlines.height * scale);
  const listTop = isWide ? above.bottom + 24 : mapTop + mapHeight + 22;
  const room = isWide ? Math.max(12, Math.floor((mapTop + mapHeight - listTop) / ROW)) : 12;
  const list = listOf(frame, figures, isWide ? mapWidth + 24 : 0, listTop, room, isWide ? LIST : width);
  const credit = wrapText(CHART_WORDS[language].outlines, width, 'note', 2, 12);
  const bottom = Math.max(mapTop + mapHeight, listTop + list.rows * ROW) + 10 + credit.length * 16;
  const drawn = outlineShapes(frame);
  const axis = { domain: [0, 1], range: [mapTop, mapTop + mapHeight], ticks: [] } as const;
  return {
    bottom,
    panels: [{ pointer: 'point', hairline: false, heading, x: { ...axis, range: [0, mapWidth] }, y: axis }],
    ground: [...key.shapes.filter(({ as }) => as !== 'text'), ...drawn.ground],
    marks: drawn.marks,
    labels: [
      ...above.labels,
      textShape(0, above.bottom + 11, fitText(axisTitle(measured, 0, language), mapWidth, 12.5), 'note'),
      ...key.shapes.filter(({ as }) => as === 'text'),
      ...list.labels,
      ...mapNames(namedOn(frame, figures), {
        ...{ outlines, scale, top: mapTop, width: mapWidth },
        circles: circlesOf(drawn.marks),
      }),
      ...credit.map((words, i) =>
        textShape(0, bottom - 4 - (credit.length - 1 - i) * 16, words, 'note', { size: 12, colour: 'ink-3' }),
      ),
    ],
    plots: [],
    stops: stopsOf(frame, figures),
    listed: list.listed,
    signs: drawn.signs,
  };
};

const placeOf = (
  { scale, top }: MapFrame,
  { middle: [x = 0, y = 0] }: AreaOutline,
): readonly [number, number] => [x * scale, top + y * scale];

/** The highest figures, and the areas that have a hue of their own. */
function namedOn(frame: MapFrame, figures: readonly Cell[]): NamedCountry[] {
  const { context, outlines, scale, width, shades } = frame;
  const { comparison, names, language } = context;
  const most = width >= 400 ? NAMES.wide : NAMES.narrow;
  const isOfAmericas = outlines === OUTLINES.americas;
  const hued = figures.filter(({ area }) => isOfAmericas && areaColour(area) !== 'others');
  const highest = figures.filter((cell) => !hued.includes(cell));
  const room = Math.max(most - hued.length, Math.ceil(most / 2));
  return [...highest.slice(0, room), ...hued].slice(0, most).flatMap((cell): NamedCountry[] => {
    const outline = outlines.areas[cell.area];
    if (!outline) return [];
    const [x, y] = placeOf(frame, outline);
    const isSmall = (outline.middle[2] ?? 0) * scale ** 2 < SMALL[extentOf(outlines)];
    const value = abbreviate(cell, comparison.indicator, language);
    const name = fitText(names.part(cell, 'area'), WIDEST_NAME, 12.5, 600);
    const runs: TextRun[] = [
      { text: name, weight: 600, colour: 'ink' },
      { text: ` ${value}`, colour: 'ink' },
    ];
    return [{ x, y, r: shades ? (isSmall ? DOT[extentOf(outlines)] : 2) : radiusOf(cell, frame), runs }];
  });
}

const circlesOf = (marks: readonly Mark[]): Box[] =>
  marks.flatMap(({ shapes }) =>
    shapes.flatMap((shape) =>
      shape.as === 'circle'
        ? [
            {
              left: shape.x - shape.r,
              right: shape.x + shape.r,
              top: shape.y - shape.r,
              bottom: shape.y + shape.r,
            },
          ]
        : [],
    ),
  );

const extentOf = (outlines: MapOutlines): keyof typeof SMALL =>
  outlines === OUTLINES.americas ? 'americas' : 'world';

/** Whether a country is part of the question: all are where none is named. */
function isAsked({ query }: ChartContext['comparison'], code: string): boolean {
  const named = [...query.country, ...query.group];
  return named.length === 0 || named.includes(code);
}

/** Countries, hatched where they have no value and blank where nobody asked for one; circles above them. */
function outlineShapes(frame: MapFrame): {
  readonly ground: readonly Shape[];
  readonly marks: readonly Mark[];
  readonly signs: ReadonlySet<Sign>;
} {
  const { outlines, byArea, shades, scale, top, context } = frame;
  const ground: Shape[] = [];
  const marks: Mark[] = [];
  const extent = extentOf(outlines);
  const signs = new Set<Sign>();
  for (const [code, outline] of Object.entries(outlines.areas)) {
    const cell = byArea.get(code);
    const d = outlinePath(outline, scale, top);
    const stroke = { stroke: 'rule-2', width: 0.5 } as const;
    if (!cell || !shades) {
      // A circle tells the count; the country below it only says where.
      const isGap = !cell && isAsked(context.comparison, code);
      const fill = cell ? ('q0' as const) : isGap ? ('hatch' as const) : ('none' as const);
      if (!cell) signs.add(isGap ? 'gap' : 'not-asked');
      if (d) ground.push(path(d, { ...stroke, fill }));
      continue;
    }
    const fill = shades.shadeOf(levelOf(cell));
    const isSmall = (outline.middle[2] ?? 0) * scale ** 2 < SMALL[extent];
    const [x, y] = placeOf(frame, outline);
    const shape = isSmall
      ? circle(x, y, DOT[extent], { fill, stroke: 'ink-3', width: 0.8 })
      : path(d, { fill, ...stroke });
    marks.push(markOf([cell], frame.context.seriesId(cell), [shape]));
  }
  return { ground, marks: shades ? smallLast(marks) : countCircles(frame), signs };
}

/** Countries of one shade together, so that a small drawing can join them; circles of small ones above all. */
function smallLast(marks: readonly Mark[]): Mark[] {
  const order = ({ shapes: [shape] }: Mark): string =>
    `${shape?.as === 'circle' ? 1 : 0} ${shape && 'fill' in shape ? shape.fill : ''}`;
  return marks.toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

/** Circles of counts, the largest first, so that small ones stay visible. */
function countCircles(frame: MapFrame): Mark[] {
  const { byArea, outlines, context } = frame;
  const cells = [...byArea.values()].toSorted((a, b) => levelOf(b) - levelOf(a));
  return cells.flatMap((cell) => {
    const outline = outlines.areas[cell.area];
    if (!outline || levelOf(cell) <= 0) return [];
    const [x, y] = placeOf(frame, outline);
    const look = { fill: 'q3', stroke: 'q5', width: 0.8, opacity: 0.8 } as const;
    return [markOf([cell], context.seriesId(cell), [circle(x, y, radiusOf(cell, frame), look)])];
  });
}

/** The circle of a count: its area is the count. */
function radiusOf(cell: Cell, { greatest, width }: MapFrame): number {
  const share = Math.sqrt(Math.max(0, levelOf(cell)) / Math.max(greatest, 1e-12));
  return Math.round(Math.max(1.5, LARGEST * share * Math.min(1, width / 560)) * 10) / 10;
}

/** The figures in order, with their shades; the rest are counted. */
function listOf(
  { context, shades }: MapFrame,
  figures: readonly Cell[],
  left: number,
  top: number,
  room: number,
  width: number,
): {
  readonly labels: readonly Shape[];
  readonly listed: readonly ListedMark[];
  readonly rows: number;
} {
  const { comparison, names, language } = context;
  const shown = figures.length > room ? figures.slice(0, room - 1) : figures;
  const labels = shown.flatMap((cell, i): Shape[] => {
    const y = top + i * ROW;
    const fill: Colour = shades ? shades.shadeOf(levelOf(cell)) : 'q3';
    const value = figureText(cell, comparison.indicator, language);
    const name: TextRun = {
      text: fitText(names.part(cell, 'area'), width - textWidth(value, 12.5, 600) - 32, 12.5),
    };
    return [
      rect(left, y - 9, 11, 11, { fill, stroke: 'rule-2', width: 0.5 }),
      textShape(left + 19, y, [name], 'note', { colour: 'ink' }),
      textShape(left + width, y, value, 'strong', { anchor: 'end', size: 12.5 }),
    ];
  });
  const rest = figures.length - shown.length;
  const more = CHART_WORDS[language].others(String(rest));
  return {
    labels: [
      ...labels,
      ...(rest > 0
        ? [textShape(left + 19, top + shown.length * ROW, more, 'note', { colour: 'ink-3' })]
        : []),
    ],
    listed: shown.flatMap((cell, i) => {
      const evidence = evidenceAddress(cell, comparison);
      const box = { x: left, y: top + i * ROW - 13, w: width, h: ROW };
      return evidence === null ? [] : [{ evidence, box }];
    }),
    rows: shown.length + (rest > 0 ? 1 : 0),
  };
}

const stopsOf = (frame: MapFrame, figures: readonly Cell[]): FocusPoint[] =>
  figures.flatMap((cell): FocusPoint[] => {
    const outline = frame.outlines.areas[cell.area];
    if (!outline) return [];
    const [x, y] = placeOf(frame, outline);
    // A square of the size of the area, around the middle of its largest part.
    const side = Math.max(14, Math.sqrt(outline.middle[2] ?? 0) * frame.scale * 0.7);
    const box = { x: x - side / 2, y: y - side / 2, w: side, h: side };
    return [{ x, y, panel: 0, readings: [readingOf(cell, frame.context, { x, y, box }, '')] }];
  });
