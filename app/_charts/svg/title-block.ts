/**
 * Title, subtitle, key and sources of a picture that is used without the page; on a page these are HTML
 * beside the chart.
 */
import type { ChartModel } from '../model/chart.ts';
import type { Shape } from '../model/shape.ts';
import { line, textShape } from '../marks/shapes.ts';
import { textWidth, wrapText } from '../text/metrics.ts';

const TWIN = 16;
const LINE = 15;

const sizeOf = (model: ChartModel): number => (model.width < 480 ? 21 : 24);

/** Pixels that twin rule, title and subtitle take above the chart. */
export function titleHeight(model: ChartModel): number {
  const { titleLines, subtitleLines } = model.heading;
  return Math.round(TWIN + titleLines.length * sizeOf(model) * 1.22 + subtitleLines.length * 20 + 26);
}

/** The twin rule across, the finding in serif, and the subtitle. */
export function titleBlock(model: ChartModel): Shape[] {
  const size = sizeOf(model);
  const { titleLines, subtitleLines } = model.heading;
  const after = TWIN + titleLines.length * size * 1.22 + 6;
  return [
    line(0, 0.5, model.width, 0.5, { stroke: 'rule-2', width: 1 }),
    line(0, 3.5, model.width, 3.5, { stroke: 'rule-2', width: 1 }),
    ...titleLines.map((words, i) =>
      textShape(0, TWIN + size * (0.92 + i * 1.22), words, 'title', { colour: 'ink', size }),
    ),
    ...subtitleLines.map((words, i) => textShape(0, after + 14 + i * 20, words, 'note', { size: 15 })),
  ];
}

/** Width of a sample, and the space after it and after its words. */
const SAMPLE = { width: 28, after: 8, between: 22, line: 22 } as const;

/** The signs of the chart with their words, set like a line of text; each sample is 28 x 14. */
export function keyBlock(
  model: ChartModel,
  top: number,
): { entries: { x: number; y: number; sample: readonly Shape[] }[]; labels: Shape[]; height: number } {
  let [x, y] = [0, top + 6];
  const labels: Shape[] = [];
  const entries = model.legend.map(({ words, sample }) => {
    const width = SAMPLE.width + SAMPLE.after + textWidth(words, 12.5);
    if (x > 0 && x + width > model.width) [x, y] = [0, y + SAMPLE.line];
    const entry = { x, y, sample };
    labels.push(textShape(x + SAMPLE.width + SAMPLE.after, y + 11, words, 'note'));
    x += width + SAMPLE.between;
    return entry;
  });
  return { entries, labels, height: entries.length > 0 ? y - top + SAMPLE.line : 0 };
}

/** More lines than the longest note has: a note that is cut says something else. */
const MOST_LINES = 30;

/** Breaks an address after its signs, because it has no spaces: half an address leads nowhere. */
function wrapAddress(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/(?<=[ &?~/;,])/)) {
    if (line !== '' && textWidth(line + piece.trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** Cotejo's arithmetic, notes and sources below the chart, and a last line from the caller. */
export function sourceBlock(
  model: Pick<ChartModel, 'width' | 'notices' | 'ours' | 'notes' | 'sources'>,
  top: number,
  colophon: string | undefined,
): { shapes: Shape[]; height: number } {
  const { notices, ours, notes, sources } = model;
  const lines = [
    ...[...notices, ...ours, ...notes, ...sources].flatMap((words) =>
      wrapText(words, model.width, 'note', MOST_LINES, 12),
    ),
    ...(colophon ? wrapAddress(colophon, model.width, 12) : []),
  ];
  const shapes: Shape[] = [line(0, top + 8.5, model.width, top + 8.5, { stroke: 'grid', width: 1 })];
  lines.forEach((words, i) => shapes.push(textShape(0, top + 28 + i * LINE, words, 'note', { size: 12 })));
  return { shapes, height: 28 + lines.length * LINE };
}
