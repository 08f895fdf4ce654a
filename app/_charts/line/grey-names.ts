/** The names of the lines without a label, below the axis: no line is left without its name in silence. */
import { formatNumber } from '#stats/number.ts';
import type { Series } from '#stats/model/comparison.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';
import { textShape } from '../marks/shapes.ts';
import type { TextShape } from '../model/shape.ts';
import type { ChartContext } from '../panel/layout.ts';
import { wrapText } from '../text/metrics.ts';

const LINE = 16;
const MOST_LINES = 3;
/** More lines take more words than the chart: then only their number is given. */
const MOST_NAMED = 40;

/** The words on the lines without a label: `In grey: Belize; Bolivia`; empty if there are none. */
export function greyNames({ names, language, width }: ChartContext, grey: readonly Series[]): string[] {
  if (grey.length === 0) return [];
  const words = CHART_WORDS[language];
  const all = [...new Set(grey.map((series) => names.series(series)))].sort((a, b) =>
    a.localeCompare(b, language),
  );
  const fits = (count: number): string[] | null => {
    const named = all.slice(0, count).join('; ');
    const rest = all.length - count;
    const text = words.inGrey(named, rest > 0 ? formatNumber(rest, language) : '');
    const lines = wrapText(text, width, 'note', MOST_LINES + 1);
    return lines.length <= MOST_LINES ? lines : null;
  };
  for (let count = Math.min(all.length, MOST_NAMED); count > 0; count -= 1) {
    const lines = fits(count);
    if (lines) return lines;
  }
  return fits(0) ?? [];
}

export const greyNamesHeight = (lines: readonly string[]): number =>
  lines.length > 0 ? 10 + lines.length * LINE : 0;

export const greyNameLabels = (lines: readonly string[], top: number): TextShape[] =>
  lines.map((text, i) => textShape(0, top + 20 + i * LINE, text, 'note', { colour: 'ink-3' }));
