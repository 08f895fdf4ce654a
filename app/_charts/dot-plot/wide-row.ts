/** Rows on a wide frame: name and period, the axis, the twin rule, and the source. */
import type { ChartContext } from '../panel/layout.ts';
import type { Shape, TextShape, TextRun } from '../model/shape.ts';
import type { ChartAxis } from '../scales/axis.ts';
import type { RowLayout, RowDrawing } from './row-layout.ts';
import { axisTitle, linearScale } from '../scales/linear.ts';
import { line, textShape, twinRule } from '../marks/shapes.ts';
import { runsWidth, wrapText } from '../text/metrics.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';

interface WideFrame {
  readonly left: number;
  readonly right: number;
  /** First pixel of the source column. */
  readonly source: number;
  readonly rule: number;
}

/** Columns of a wide frame. */
export function wideFrame(width: number): WideFrame {
  const [left, column, gutter] = width >= 960 ? [232, 330, 64] : [152, 240, 48];
  return {
    left,
    right: width - column - gutter,
    source: width - column,
    rule: width - column - (width >= 960 ? 34 : 24),
  };
}

/** Axis title, tick labels and column title; `ground` draws grid and rules down to a bottom. */
export function wideHeader(
  setup: ChartContext,
  axis: ChartAxis,
  top: number,
): { labels: TextShape[]; bottom: number; ground: (bottom: number) => Shape[] } {
  const { left, source, rule } = wideFrame(setup.width);
  const to = linearScale(axis);
  const lines = wrapText(axisTitle(setup.measured, axis.domain[1], setup.language), left - 36, 'note', 3);
  const labels = [
    ...lines.map((words, i) => textShape(0, top + 16 + i * 15, words, 'note')),
    ...axis.ticks.map((tick) =>
      textShape(to(tick.value), top + 16, tick.label, 'tick', { anchor: 'middle' }),
    ),
    textShape(source, top + 16, CHART_WORDS[setup.language].whereSaid, 'note'),
  ];
  return {
    labels,
    bottom: top + 40 + Math.max(0, lines.length - 1) * 15,
    ground: (bottom) => [
      ...axis.ticks.map((tick) =>
        line(to(tick.value), top + 26, to(tick.value), bottom, {
          stroke: tick.value === setup.measured.origin ? 'axis' : 'grid',
          width: 1,
        }),
      ),
      ...twinRule(rule, top + 4, bottom),
    ],
  };
}

/** One row, 54 px high or as high as its words need. */
export function wideRow(setup: ChartContext, { row, y, figure, mark, clash }: RowLayout): RowDrawing {
  const { left, right, source } = wideFrame(setup.width);
  const start = y + (clash ? 14 : 0);
  const across = start + 12;
  const ground: Shape[] = [line(left, across, right, across, { stroke: 'grid', width: 1, dash: '1 4' })];
  const labels: Shape[] = [];
  const column = (x: number, width: number, head: string, rest: string, own: boolean): number => {
    let baseline = start + 8;
    for (const words of wrapText(head, width, 'strong', 2)) {
      labels.push(
        own
          ? textShape(x, baseline, [{ text: words, italic: true, weight: 400 }], 'strong', {
              colour: 'ink-2',
            })
          : textShape(x, baseline, words, 'strong'),
      );
      baseline += 17;
    }
    for (const words of wrapText(rest, width, 'note', 2)) {
      labels.push(textShape(x, baseline, words, 'note'));
      baseline += 16;
    }
    return baseline;
  };
  const low = Math.max(
    column(0, left - 20, row.lead, row.rest, false),
    column(source, setup.width - source, row.citation, row.credit, row.cell.computed !== null),
  );
  labels.push(valueLabel(figure, mark(across), across, [left, right], row.cell.computed === null));
  if (clash) {
    const x = right + 12;
    ground.push(bracket(x, y - 54 + 12, across));
    labels.push(
      textShape(x - 10, (y - 42 + across) / 2 + 4, clash, 'note', {
        anchor: 'end',
        colour: 'fail',
        halo: true,
      }),
    );
  }
  return { ground, labels, across, bottom: Math.max(start + 54, low + 16) };
}

export const bracket = (x: number, from: number, to: number): Shape => ({
  as: 'path',
  d: `M${x - 6} ${from}H${x}V${to}H${x - 6}`,
  fill: 'none',
  stroke: 'fail',
  width: 1.8,
});

/** Beside the mark: to its right, else to its left, else above it. */
export function valueLabel(
  figure: RowLayout['figure'],
  mark: { readonly from: number; readonly until: number } | null,
  across: number,
  [left, right]: readonly [number, number],
  /** A paper-coloured outline; on a coloured background it would be visible. */
  halo: boolean,
): TextShape {
  const runs: TextRun[] = [
    ...(figure.word ? [{ text: figure.word, weight: 400 as const, ...(mark ? {} : { italic: true }) }] : []),
    ...(figure.number ? [{ text: figure.number }] : []),
  ];
  const width = runsWidth(runs, 'lab');
  const setting = { colour: mark ? ('ink' as const) : ('ink-2' as const), halo };
  const baseline = across + 4.5;
  if (!mark) return textShape(left + 38, baseline, runs, 'lab', setting);
  if (mark.until + 12 + width <= right + 8) return textShape(mark.until + 12, baseline, runs, 'lab', setting);
  if (mark.from - 12 - width >= left)
    return textShape(mark.from - 12, baseline, runs, 'lab', { ...setting, anchor: 'end' });
  const middle = Math.min(Math.max((mark.from + mark.until) / 2, left + width / 2), right - width / 2);
  return textShape(middle, across - 13, runs, 'lab', { ...setting, anchor: 'middle' });
}
