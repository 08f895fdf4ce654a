/**
 * The number line, one row per figure: its name to the left of the twin rule, its source to the right. On a
 * narrow frame the name is above each mark and the source below it.
 */
import { figureText } from '#stats/format/figure.ts';
import type { Cell } from '#stats/model/observation.ts';
import { gapReason } from '#stats/format/gap.ts';
import { intervalMark } from '../marks/interval-mark.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import { headingLabels } from '../panel/heading.ts';
import { markOf, readingOf, type PanelLayout, type ChartContext } from '../panel/layout.ts';
import type { Mark, FocusPoint } from '../model/chart.ts';
import type { Sign } from '../model/sign.ts';
import type { Shape } from '../model/shape.ts';
import { compactHeader, compactFrame, compactRow, isBeside } from './compact-row.ts';
import { narrowHeader, narrowRow } from './narrow-row.ts';
import { wideRow, wideHeader, wideFrame } from './wide-row.ts';
import { rowGroups, type DotPlotRow, type RowGroup } from './rows.ts';
import type { ChartAxis } from '../scales/axis.ts';
import type { RowLayout } from './row-layout.ts';
import { disagreementText } from './disagreement.ts';
import { amountAxis, linearScale } from '../scales/linear.ts';
import { extent } from '../scales/extent.ts';
import { rect, textShape } from '../marks/shapes.ts';
import { textWidth, wrapText } from '../text/metrics.ts';

/** Below this width the source column moves below the mark. */
const WIDE = 680;

/** The frame that all rows of a dot plot share. */
interface RowFrame {
  readonly context: ChartContext;
  readonly wide: boolean;
  /** Pixels from one row to the next, at least; 0 where the rows decide. */
  readonly step: number;
  readonly left: number;
  readonly axis: ChartAxis;
  /** The last pixel that a mark may reach. */
  readonly end: number;
}

/** The drawing as it grows: `y` is the first free pixel. */
interface Canvas {
  readonly ground: Shape[];
  readonly labels: Shape[];
  readonly marks: Mark[];
  readonly stops: FocusPoint[];
  readonly signs: Set<Sign>;
  y: number;
}

/** Draws figures as rows below `top`. */
export function dotPlot(
  context: ChartContext,
  cells: readonly Cell[],
  top: number,
  heading: string | null,
): PanelLayout {
  const groups = rowGroups(context, cells);
  const frame = rowFrame(context, cells, groups);
  const { wide, axis } = frame;
  const canvas: Canvas = { ground: [], labels: [], marks: [], stops: [], signs: new Set(), y: top };
  const above = headingLabels(heading, { top, width: context.width, colour: 'ink' });
  canvas.labels.push(...above.labels);
  const headTop = above.bottom;
  const { isCompact = false } = context;
  const header = isCompact
    ? compactHeader(context, axis, headTop)
    : wide
      ? wideHeader(context, axis, headTop)
      : narrowHeader(context, axis, headTop);
  canvas.labels.push(...header.labels);
  canvas.y = header.bottom;
  for (const group of groups) drawGroup(frame, canvas, group);
  const { y, ground, labels, marks, stops, signs } = canvas;
  const bottom = y - (isCompact ? 4 : wide ? 8 : 16);
  ground.unshift(...header.ground(bottom));
  const panel = {
    pointer: 'row' as const,
    hairline: false,
    heading,
    x: axis,
    y: { domain: [top, bottom] as const, range: [top, bottom] as const, ticks: [] },
  };
  return { bottom, panels: [panel], ground, marks, labels, plots: [], stops, signs };
}

/** The axis below all rows, with as many ticks as have room for the longest number. */
function rowFrame(context: ChartContext, cells: readonly Cell[], groups: readonly RowGroup[]): RowFrame {
  const { comparison, language, width, measured, isCompact = false } = context;
  const wide = isCompact ? isBeside(width) : width >= WIDE;
  const compact = isCompact ? compactFrame(context, groups) : null;
  const { left, right } = compact ?? (wide ? wideFrame(width) : { left: 6, right: width - 14 });
  const reach = extent(cells, measured.origin);
  const longest = figureText(
    {
      stated: { qualifier: 'exact', value: reach[1], low: null, high: null },
      intervalKind: 'none',
      computed: null,
      ...(comparison.query.transform && { transform: comparison.query.transform.id }),
    },
    comparison.indicator,
    language,
  );
  const room = Math.floor((right - left) / (textWidth(longest, 12.5) + 24));
  const most = Math.max(2, Math.min(6, room));
  const axis = amountAxis(roomForArrow(reach, cells), [left, right], most, measured, language);
  return { context, wide, left, axis, step: compact?.step ?? 0, end: wide ? right : width - 4 };
}

/** The rows below one heading. */
function drawGroup(frame: RowFrame, canvas: Canvas, group: RowGroup): void {
  const { context, wide, left } = frame;
  const { isCompact = false, width } = context;
  if (group.title) {
    const isBesideAxis = wide && !isCompact;
    const lines = wrapText(group.title, isBesideAxis ? left - 20 : width, 'head', isBesideAxis ? 3 : 2);
    for (const words of lines) {
      canvas.labels.push(textShape(0, canvas.y + 6, words, 'head', { colour: 'ink', halo: true }));
      canvas.y += 18;
    }
    canvas.y += isCompact ? 2 : wide ? 10 : 8;
  }
  let above: Cell | null = null;
  for (const row of group.rows) {
    drawRow(frame, canvas, row, above);
    above = row.cell;
  }
  canvas.y += isCompact ? 4 : wide ? 14 : 10;
}

/** One figure: its words, its mark, and a bracket if it disagrees with the figure above. */
function drawRow(frame: RowFrame, canvas: Canvas, row: DotPlotRow, above: Cell | null): void {
  const { context, wide, left, axis, end } = frame;
  const { cell } = row;
  const { stated } = cell;
  const to = linearScale(axis);
  const computed = isComputed(cell);
  const look = { colour: context.colour(cell), computed, assumed: cell.periodStatus === 'assumed' };
  const ends = [to(axis.domain[0]), end] as const;
  const layout: RowLayout = {
    row,
    y: canvas.y,
    axis,
    figure: figureOf(cell, context),
    mark: (across) => stated && intervalMark(stated, { to, across, ends }, look),
    clash: above && disagreementText(above, cell, context.language),
  };
  const { isCompact = false, width } = context;
  const drawn = isCompact
    ? compactRow(context, layout, frame)
    : wide
      ? wideRow(context, layout)
      : narrowRow(context, layout);
  if (computed)
    canvas.ground.push(
      isCompact
        ? rect(-8, canvas.y - 12, width + 16, drawn.bottom - canvas.y, { fill: 'ink', opacity: 0.05 })
        : computedGround(width, canvas.y, drawn.bottom, wide),
    );
  canvas.ground.push(...drawn.ground);
  canvas.labels.push(...drawn.labels);
  const mark = layout.mark(drawn.across);
  const shapes = mark?.shapes ?? [
    rect(left, drawn.across - 4, 28, 8, { fill: 'hatch', stroke: 'rule-2', width: 1 }),
  ];
  canvas.marks.push(markOf([cell], context.seriesId(cell), shapes));
  // The mark of a range is as wide as the range, so its whole row of the plot stands for it.
  const box = { x: left, y: drawn.across - 9, w: end - left, h: 18 };
  const at = mark && { x: mark.at, y: drawn.across, box };
  canvas.stops.push({
    x: mark?.at ?? left,
    y: drawn.across,
    panel: 0,
    readings: [readingOf(cell, context, at, gapWords(cell, context))],
  });
  canvas.signs.add(computed ? 'computed' : (stated?.qualifier ?? 'gap'));
  if (look.assumed) canvas.signs.add('assumed');
  canvas.y = drawn.bottom;
}

/** Whether Cotejo computed a figure: a sum, or a transformed figure. */
const isComputed = (cell: Cell): boolean => cell.computed !== null || cell.transform !== undefined;

/** Computed figures are shaded, as in the table. */
const computedGround = (width: number, top: number, bottom: number, wide: boolean): Shape =>
  rect(-8, top - (wide ? 14 : 13), width + 16, bottom - top - (wide ? 4 : 2), { fill: 'ink', opacity: 0.05 });

const gapWords = (cell: Cell, context: ChartContext): string => gapReason(cell, context.language);

function figureOf(cell: Cell, context: ChartContext): RowLayout['figure'] {
  const whole = figureText(cell, context.comparison.indicator, context.language);
  if (!whole) return { word: gapWords(cell, context), number: '' };
  const start = whole.search(/[\d−]/);
  return { word: whole.slice(0, start), number: whole.slice(start) };
}

/** At the very end of the axis an arrow would be all head, so the axis is made a little longer. */
function roomForArrow([least, greatest]: [number, number], cells: readonly Cell[]): [number, number] {
  const open = cells.some(
    ({ stated }) =>
      stated &&
      (stated.qualifier === 'more-than' || stated.qualifier === 'at-least') &&
      printedEnd(stated) > greatest * 0.88,
  );
  return [least, open ? greatest * 1.15 : greatest];
}
