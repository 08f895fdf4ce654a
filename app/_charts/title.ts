/** Title, subtitle and sources of a picture that travels alone; on a page these are HTML beside the chart. */
import type { ChartModel, Shape } from './model.ts';
import { line, text } from './shapes.ts';
import { wrapText } from './text-width.ts';

const TWIN = 16;
const LINE = 15;

const sizeOf = (model: ChartModel): number => (model.width < 480 ? 21 : 24);

/** Pixels that twin rule, title and subtitle take above the chart. */
export function titleHeight(model: ChartModel): number {
  const { titleLines, subtitleLines } = model.heading;
  return Math.round(TWIN + titleLines.length * sizeOf(model) * 1.22 + subtitleLines.length * 20 + 26);
}

/** The twin rule across, the finding in serif, what is measured. */
export function titleBlock(model: ChartModel): Shape[] {
  const size = sizeOf(model);
  const { titleLines, subtitleLines } = model.heading;
  const after = TWIN + titleLines.length * size * 1.22 + 6;
  return [
    line(0, 0.5, model.width, 0.5, { stroke: 'rule-2', width: 1 }),
    line(0, 3.5, model.width, 3.5, { stroke: 'rule-2', width: 1 }),
    ...titleLines.map((words, i) =>
      text(0, TWIN + size * (0.92 + i * 1.22), words, 'title', { colour: 'ink', size }),
    ),
    ...subtitleLines.map((words, i) => text(0, after + 14 + i * 20, words, 'note', { size: 15 })),
  ];
}

/** Notes and sources below the chart, and a last line of the caller's. */
export function sourceBlock(
  model: ChartModel,
  top: number,
  colophon: string | undefined,
): { shapes: Shape[]; height: number } {
  const paragraphs = [...model.notices, ...model.notes, ...model.sources, ...(colophon ? [colophon] : [])];
  const lines = paragraphs.flatMap((words) => wrapText(words, model.width, 'note', 3, 12));
  const shapes: Shape[] = [line(0, top + 8.5, model.width, top + 8.5, { stroke: 'grid', width: 1 })];
  lines.forEach((words, i) => shapes.push(text(0, top + 28 + i * LINE, words, 'note', { size: 12 })));
  return { shapes, height: 28 + lines.length * LINE };
}
