/** Names that do not fit into a drawing, in a sentence below it: nothing is left out in silence. */
import { formatNumber } from '#stats/number.ts';
import type { Language } from '#stats/language.ts';
import { textShape } from '../marks/shapes.ts';
import type { TextShape } from '../model/shape.ts';
import { wrapText } from '../text/metrics.ts';

const LINE = 16;
const MOST_LINES = 3;
/** More names take more words than the chart: then only their number is given. */
const MOST_NAMED = 40;

/**
 * The lines of a sentence with as many names as fit; empty without names.
 * @param words the sentence from the names, and from the number of those that are not named
 */
export function namesLeftOut(
  names: readonly string[],
  words: (named: string, rest: string) => string,
  width: number,
  language: Language,
): string[] {
  const all = [...new Set(names)].sort((a, b) => a.localeCompare(b, language));
  if (all.length === 0) return [];
  const linesOf = (count: number): string[] => {
    const rest = all.length - count;
    const text = words(all.slice(0, count).join('; '), rest > 0 ? formatNumber(rest, language) : '');
    return wrapText(text, width, 'note', MOST_LINES + 1);
  };
  for (let count = Math.min(all.length, MOST_NAMED); count > 0; count -= 1) {
    const lines = linesOf(count);
    if (lines.length <= MOST_LINES) return lines;
  }
  return linesOf(0);
}

export const leftOutHeight = (lines: readonly string[]): number =>
  lines.length > 0 ? 10 + lines.length * LINE : 0;

export const leftOutLabels = (lines: readonly string[], top: number): TextShape[] =>
  lines.map((text, i) => textShape(0, top + 20 + i * LINE, text, 'note', { colour: 'ink-3' }));
