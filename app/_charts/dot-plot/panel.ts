/**
 * The number line: one row per figure, what is said on the left of the twin rule, where it is said on the
 * right. On a narrow frame the words stand above each mark and the source below it.
 */
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import { figureText } from '#stats/format/figure.ts';
import type { Cell } from '#stats/model/observation.ts';
import { GAP_WORDS } from '#stats/format/labels.ts';
import { intervalMark } from '../marks/interval-mark.ts';
import { markOf, readingOf, type PanelLayout, type ChartContext } from '../panel-layout.ts';
import type { Mark, Shape, FocusPoint } from '../model.ts';
import { narrowHeader, narrowRow } from './narrow-row.ts';
import { wideRow, wideHeader, wideFrame } from './wide-row.ts';
import { rowGroups } from './rows.ts';
import type { RowLayout } from './row-layout.ts';
import { disagreementText } from './disagreement.ts';
import { amountAxis, linearScale } from '../scales/linear.ts';
import { rect, textShape } from '../marks/shapes.ts';
import { textWidth, wrapText } from '../text/metrics.ts';

/** Below this width the source column drops under the mark. */
const WIDE = 680;

/** Lays figures out as rows below `top`. */
export function dotPlot(
  setup: ChartContext,
  cells: readonly Cell[],
  top: number,
  heading: string | null,
): PanelLayout {
  const { comparison, language, width, measured } = setup;
  const { indicator } = comparison;
  const wide = width >= WIDE;
  const frame = wide ? wideFrame(width) : { left: 6, right: width - 14 };
  const reach = extent(cells, measured.origin);
  const length = frame.right - frame.left;
  const longest = textWidth(
    figureText(
      {
        stated: { qualifier: 'exact', value: reach[1], low: null, high: null },
        intervalKind: 'none',
        computed: null,
        ...(comparison.query.transform && { transform: comparison.query.transform.id }),
      },
      indicator,
      language,
    ),
    12.5,
  );
  const most = Math.max(2, Math.min(6, Math.floor(length / (longest + 24))));
  const axis = amountAxis(roomForArrow(reach, cells), [frame.left, frame.right], most, measured, language);
  const to = linearScale(axis);
  const signs = new Set<string>();
  const ground: Shape[] = [];
  const labels: Shape[] = [];
  const marks: Mark[] = [];
  const stops: FocusPoint[] = [];
  let y = top;
  if (heading) {
    for (const words of wrapText(heading, width, 'head', 2)) {
      labels.push(textShape(0, y + 14, words, 'head', { colour: 'ink' }));
      y += 19;
    }
    y += 8;
  }
  const headTop = y;
  const header = wide ? wideHeader(setup, axis, y) : narrowHeader(setup, axis, y);
  labels.push(...header.labels);
  y = header.bottom;
  for (const group of rowGroups(setup, cells)) {
    if (group.title) {
      for (const words of wrapText(group.title, wide ? frame.left - 20 : width, 'head', wide ? 3 : 2)) {
        labels.push(textShape(0, y + 6, words, 'head', { colour: 'ink', halo: true }));
        y += 18;
      }
      y += wide ? 10 : 8;
    }
    let above: Cell | null = null;
    for (const row of group.rows) {
      const { cell } = row;
      const { stated } = cell;
      const look = {
        colour: setup.colour(cell),
        computed: isOurs(cell),
        assumed: cell.periodStatus === 'assumed',
      };
      const ends: readonly [number, number] = [to(axis.domain[0]), wide ? frame.right : width - 4];
      const placed: RowLayout = {
        row,
        y,
        axis,
        figure: figureOf(cell, setup),
        mark: (across) => stated && intervalMark(stated, { to, across, ends }, look),
        clash: above && disagreementText(above, cell, language),
      };
      const drawn = wide ? wideRow(setup, placed) : narrowRow(setup, placed);
      if (isOurs(cell)) ground.push(ownGround(width, y, drawn.bottom, wide));
      ground.push(...drawn.ground);
      labels.push(...drawn.labels);
      const mark = placed.mark(drawn.across);
      const shapes = mark?.shapes ?? [
        rect(frame.left, drawn.across - 4, 28, 8, { fill: 'hatch', stroke: 'rule-2', width: 1 }),
      ];
      marks.push(markOf([cell], setup.seriesId(cell), shapes));
      const at = mark && { x: mark.at, y: drawn.across };
      stops.push({
        x: mark?.at ?? frame.left,
        y: drawn.across,
        panel: 0,
        readings: [readingOf(cell, setup, at, gapWords(cell, setup))],
      });
      signs.add(isOurs(cell) ? 'computed' : (stated?.qualifier ?? 'gap'));
      if (look.assumed) signs.add('assumed');
      y = drawn.bottom;
      above = cell;
    }
    y += wide ? 14 : 10;
  }
  const bottom = y - (wide ? 8 : 16);
  if (wide) ground.unshift(...wideHeader(setup, axis, headTop).ground(bottom));
  const panel = {
    kind: 'number-line' as const,
    heading,
    x: axis,
    y: { domain: [top, bottom] as const, range: [top, bottom] as const, ticks: [] },
  };
  return { bottom, panels: [panel], ground, marks, labels, plots: [], stops, signs };
}

/** Whether a figure is our arithmetic: a sum, or what was made of a figure. */
const isOurs = (cell: Cell): boolean => cell.computed !== null || cell.transform !== undefined;

/** Our own arithmetic stands on a ground, as it does in the table. */
const ownGround = (width: number, top: number, bottom: number, wide: boolean): Shape =>
  rect(-8, top - (wide ? 14 : 13), width + 16, bottom - top - (wide ? 4 : 2), { fill: 'ink', opacity: 0.05 });

const gapWords = (cell: Cell, setup: ChartContext): string =>
  cell.gap ? GAP_WORDS[cell.gap.code].words[setup.language] : '';

function figureOf(cell: Cell, setup: ChartContext): RowLayout['figure'] {
  const whole = figureText(cell, setup.comparison.indicator, setup.language);
  if (!whole) return { word: gapWords(cell, setup), number: '' };
  const start = whole.search(/[\d−]/);
  return { word: whole.slice(0, start), number: whole.slice(start) };
}

/** The numbers that an axis has to hold: those of the cells, and the one that its line stands on. */
export function extent(cells: readonly Cell[], origin: number | null = 0): [number, number] {
  let [least, greatest] = [Infinity, -Infinity];
  for (const { stated } of cells) {
    for (const n of stated ? [stated.value, stated.low, stated.high] : []) {
      if (n === null || !Number.isFinite(n)) continue;
      least = Math.min(least, n);
      greatest = Math.max(greatest, n);
    }
  }
  // Nothing to reach for: the axis then stands on zero alone.
  const on = origin ?? (least <= greatest ? least : 0);
  return [Math.min(on, least), Math.max(on, greatest)];
}

/** An arrow at the very end of the axis would be all head: the axis then goes on a little. */
function roomForArrow([least, greatest]: [number, number], cells: readonly Cell[]): [number, number] {
  const open = cells.some(
    ({ stated }) =>
      stated &&
      (stated.qualifier === 'more-than' || stated.qualifier === 'at-least') &&
      printedEnd(stated) > greatest * 0.88,
  );
  return [least, open ? greatest * 1.15 : greatest];
}
