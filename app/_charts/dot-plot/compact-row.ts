/**
 * Rows in an embed: name, mark and figure on as few lines as possible. Beside the axis where there is room,
 * above it on a phone. The sources are in the fold with the numbers.
 */
import { line, textShape } from '../marks/shapes.ts';
import type { Shape, TextRun, TextShape } from '../model/shape.ts';
import type { ChartContext } from '../panel/layout.ts';
import type { ChartAxis } from '../scales/axis.ts';
import { axisTitle, linearScale } from '../scales/linear.ts';
import { fitText, runsWidth, textWidth, wrapText } from '../text/metrics.ts';
import { bracket, valueLabel } from './wide-row.ts';
import type { RowDrawing, RowLayout } from './row-layout.ts';
import type { DotPlotRow, RowGroup } from './rows.ts';

/** From this width on the names stand beside the axis. */
const BESIDE = 440;
/** Pixels from one row to the next: usual, least and most; a few rows share what more would take. */
const STEP = { beside: [34, 21, 46], above: [40, 33, 52] } as const;
const SHARED = 60;
const LINE = 15;
/** A row that disagrees with the one above it says so between them. */
const CLASH = 12;

/** What the rows of a frame share. */
interface CompactFrame {
  readonly left: number;
  readonly right: number;
  readonly step: number;
}

export const isBeside = (width: number): boolean => width >= BESIDE;

const nameRuns = ({ lead, rest }: DotPlotRow): TextRun[] => [
  { text: lead, weight: 600, colour: 'ink' },
  ...(rest ? [{ text: ` ${rest}` }] : []),
];

/** The pixels of a number of rows: as near to those asked for as rows can be. */
export function rowsHeight(width: number, count: number, asked?: number): number {
  const [usual, least, most] = isBeside(width) ? STEP.beside : STEP.above;
  return Math.min(most * count + SHARED, Math.max(least * count, asked ?? usual * count));
}

/** The column of the names, and the height of a row. */
export function compactFrame({ width, plot }: ChartContext, groups: readonly RowGroup[]): CompactFrame {
  const rows = groups.flatMap(({ rows: own }) => own);
  const step = rowsHeight(width, rows.length, plot) / Math.max(1, rows.length);
  if (!isBeside(width)) return { left: 6, right: width - 10, step };
  const longest = Math.max(...rows.map((row) => runsWidth(nameRuns(row), 'note')));
  return { left: Math.ceil(Math.min(longest + 18, width * 0.36)), right: width - 12, step };
}

/** What is measured, and the numbers of the axis. */
export function compactHeader(
  context: ChartContext,
  axis: ChartAxis,
  top: number,
): { labels: TextShape[]; bottom: number; ground: (bottom: number) => Shape[] } {
  const to = linearScale(axis);
  const { width, measured, language } = context;
  const title = fitText(axisTitle(measured, axis.domain[1], language), width, 12.5);
  const baseline = top + 28;
  const ticks = axis.ticks.map((tick) => {
    const half = textWidth(tick.label, 12.5) / 2;
    const x = Math.min(Math.max(to(tick.value), half), width - half);
    return textShape(x, baseline, tick.label, 'tick', { anchor: 'middle' });
  });
  return {
    labels: [textShape(0, top + 11, title, 'note'), ...ticks],
    bottom: baseline + 20,
    ground: (bottom) =>
      isBeside(width)
        ? axis.ticks.map(({ value }) =>
            line(to(value), baseline + 6, to(value), bottom, {
              stroke: value === measured.origin ? 'axis' : 'grid',
              width: 1,
            }),
          )
        : [],
  };
}

/** Why there is no figure, beside the hatch that stands for it. */
function gapLabels(words: string, x: number, y: number, room: number): TextShape[] {
  return wrapText(words, room, 'note', 2).map((text, i) =>
    textShape(x, y + i * LINE, [{ text, italic: true }], 'note', { colour: 'ink-2' }),
  );
}

/** One row. */
export function compactRow(
  context: ChartContext,
  layout: RowLayout,
  frame: Pick<CompactFrame, 'step'> & { readonly left: number; readonly end: number },
): RowDrawing {
  return isBeside(context.width) ? rowBeside(context, layout, frame) : rowAbove(context, layout, frame.step);
}

/** The lines of a name in a column: on one line if it fits, else broken, the first words bold. */
function nameLines(row: DotPlotRow, room: number): TextRun[][] {
  const together = nameRuns(row);
  if (runsWidth(together, 'note') <= room) return [together];
  const lead = wrapText(row.lead, room, 'strong', 2, 12.5).map((text): TextRun[] => [
    { text, weight: 600, colour: 'ink' },
  ]);
  return [...lead, ...wrapText(row.rest, room, 'note', 2).map((text): TextRun[] => [{ text }])];
}

function rowBeside(
  { width }: ChartContext,
  { row, y, figure, mark, clash }: RowLayout,
  { step, left, end }: { readonly step: number; readonly left: number; readonly end: number },
): RowDrawing {
  const start = y + (clash ? CLASH : 0);
  const lines = nameLines(row, left - 14);
  const labels: Shape[] = lines.map((runs, i) => textShape(0, start + 4.5 + i * LINE, runs, 'note'));
  const across = start + ((lines.length - 1) * LINE) / 2;
  const ground: Shape[] = [line(left, across, end, across, { stroke: 'grid', width: 1, dash: '1 4' })];
  const gap = row.cell.stated ? [] : gapLabels(figure.word, left + 38, across + 4.5, end - left - 38);
  labels.push(
    ...(row.cell.stated
      ? [valueLabel(figure, mark(across), across, [left, end], row.cell.computed === null)]
      : gap),
  );
  if (clash) {
    ground.push(bracket(width - 1, y - step, across));
    labels.push(
      textShape(width - 12, (y - step + across) / 2 + 4, clash, 'note', {
        anchor: 'end',
        colour: 'fail',
        halo: true,
      }),
    );
  }
  const most = Math.max(lines.length, gap.length);
  return { ground, labels, across, bottom: start + Math.max(step, most * LINE + 8) };
}

function rowAbove(
  { width }: ChartContext,
  { row, y, axis, figure, clash }: RowLayout,
  step: number,
): RowDrawing {
  if (!row.cell.stated) return gapAbove(width, row, figure.word, y, step);
  const to = linearScale(axis);
  // On a coloured background a paper-coloured outline would be visible.
  const halo = row.cell.computed === null;
  const value: TextRun[] = [
    ...(figure.word ? [{ text: figure.word, weight: 400 as const }] : []),
    ...(figure.number ? [{ text: figure.number }] : []),
  ];
  const setting = { anchor: 'end', colour: 'ink', halo, size: 13 } as const;
  const lines = nameLines(row, width - runsWidth(value, 'lab', 13) - 12);
  const labels: Shape[] = [
    textShape(width, y, value, 'lab', setting),
    ...lines.map((runs, i) => textShape(0, y + i * LINE, runs, 'note', { halo })),
  ];
  const across = y + (lines.length - 1) * LINE + 12;
  const ground: Shape[] = axis.ticks.map(({ value: tick }) =>
    line(to(tick), across - 6, to(tick), across + 6, {
      stroke: tick === axis.domain[0] ? 'axis' : 'grid',
      width: 1,
    }),
  );
  if (!clash) return { ground, labels, across, bottom: y + Math.max(step, lines.length * LINE + 18) };
  const below = across + 20;
  labels.push(textShape(width, below, clash, 'note', { anchor: 'end', colour: 'fail', halo }));
  return { ground, labels, across, bottom: Math.max(y + step, below + 18) };
}

function gapAbove(width: number, row: DotPlotRow, words: string, y: number, step: number): RowDrawing {
  const lines = nameLines(row, width);
  const across = y + (lines.length - 1) * LINE + 14;
  const gap = gapLabels(words, 44, across + 4, width - 44);
  const labels = [...lines.map((runs, i) => textShape(0, y + i * LINE, runs, 'note')), ...gap];
  return { ground: [], labels, across, bottom: Math.max(y + step, across + gap.length * LINE + 8) };
}
