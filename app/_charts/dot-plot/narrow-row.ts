/** Rows on a narrow frame: the words above the mark, the source below it. */
import type { ChartContext } from '../panel/layout.ts';
import type { Shape, TextShape, TextRun } from '../model/shape.ts';
import type { ChartAxis } from '../scales/axis.ts';
import type { RowLayout, RowDrawing } from './row-layout.ts';
import { axisTitle, linearScale } from '../scales/linear.ts';
import { line, textShape } from '../marks/shapes.ts';
import { runsWidth, textWidth, wrapText } from '../text/metrics.ts';

/** Axis title, and below it the tick labels. */
export function narrowHeader(
  setup: ChartContext,
  axis: ChartAxis,
  top: number,
): { labels: TextShape[]; bottom: number; ground: (bottom: number) => Shape[] } {
  const to = linearScale(axis);
  const { width } = setup;
  const title = wrapText(axisTitle(setup.measured, axis.domain[1], setup.language), width, 'note', 2);
  const baseline = top + 12 + title.length * 15;
  const ticks = axis.ticks.map((tick) => {
    const half = textWidth(tick.label, 12.5) / 2;
    const x = Math.min(Math.max(to(tick.value), half), width - half);
    return textShape(x, baseline, tick.label, 'tick', { anchor: 'middle' });
  });
  return {
    labels: [...title.map((words, i) => textShape(0, top + 12 + i * 15, words, 'note')), ...ticks],
    bottom: baseline + 28,
    // Each row has its own piece of grid.
    ground: () => [],
  };
}

/** One row: words and figure, the mark on its own piece of grid, then the source. */
export function narrowRow(setup: ChartContext, { row, y, axis, figure, clash }: RowLayout): RowDrawing {
  const { width } = setup;
  const to = linearScale(axis);
  const labels: Shape[] = [];
  const stated = row.cell.stated !== null;
  // On a coloured background a paper-coloured outline would be visible.
  const halo = row.cell.computed === null;
  const value: TextRun[] = [
    ...(figure.word
      ? [{ text: figure.word, weight: 400 as const, ...(stated ? {} : { italic: true }) }]
      : []),
    ...(figure.number ? [{ text: figure.number }] : []),
  ];
  const room = width - runsWidth(value, 'lab') - 16;
  let baseline = y + 4;
  labels.push(
    textShape(width, baseline, value, 'lab', { anchor: 'end', colour: stated ? 'ink' : 'ink-2', halo }),
  );
  const together: TextRun[] = [
    { text: row.lead, weight: 600, colour: 'ink' },
    ...(row.rest ? [{ text: `, ${row.rest}` }] : []),
  ];
  if (runsWidth(together, 'note') <= room) labels.push(textShape(0, baseline, together, 'note', { halo }));
  else {
    const lead = wrapText(row.lead, room, 'strong', 3, 12.5);
    const rest = wrapText(row.rest, lead.length === 1 ? width : room, 'note', 2);
    [...lead, ...rest].forEach((words, i) => {
      if (i > 0) baseline += 16;
      const own: TextRun = i < lead.length ? { text: words, weight: 600, colour: 'ink' } : { text: words };
      labels.push(textShape(0, baseline, [own], 'note', { halo }));
    });
  }
  const across = baseline + 18;
  const ground: Shape[] = [
    ...axis.ticks.map((tick) =>
      line(to(tick.value), across - 7, to(tick.value), across + 7, {
        stroke: tick.value === 0 ? 'axis' : 'grid',
        width: 1,
      }),
    ),
    line(to(axis.domain[0]), across, width, across, { stroke: 'grid', width: 1 }),
  ];
  const joined = row.credit ? `${row.citation}; ${row.credit}` : row.citation;
  let below = across + 22;
  for (const words of wrapText(joined, width, 'note', 3)) {
    labels.push(
      textShape(0, below, words, 'note', {
        halo,
        ...(row.cell.computed ? { colour: 'ink-2' as const } : {}),
      }),
    );
    below += 16;
  }
  if (clash) {
    labels.push(textShape(width, below, clash, 'note', { anchor: 'end', colour: 'fail', halo }));
    below += 16;
  }
  return { ground, labels, across, bottom: below + 14 };
}
