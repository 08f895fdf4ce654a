/** A block that says how many figures it leaves undrawn, and what to do: rows beyond reading are no picture. */
import { formatNumber } from '#stats/number.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { PanelLayout, ChartContext } from '../panel/layout.ts';
import { textShape } from '../marks/shapes.ts';
import { wrapText } from '../text/metrics.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';

const LINE = 20;

export function overflowNote(
  setup: ChartContext,
  cells: readonly Cell[],
  top: number,
  heading: string | null,
): PanelLayout {
  const words = CHART_WORDS[setup.language].tooMany(formatNumber(cells.length, setup.language));
  const said = wrapText(words, setup.width, 'note', 4, 15);
  const first = top + LINE + (heading === null ? 0 : LINE);
  return {
    panels: [],
    ground: [],
    marks: [],
    labels: [
      ...(heading === null ? [] : [textShape(0, top + LINE - 4, heading, 'strong')]),
      ...said.map((line, i) => textShape(0, first + i * LINE, line, 'note', { size: 15 })),
    ],
    plots: [],
    stops: [],
    bottom: first + said.length * LINE,
    signs: new Set(),
  };
}
