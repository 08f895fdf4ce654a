/**
 * Breaks on a time axis: a thin dotted rule at the day of the break, with a few words above the plot, so that
 * a reader does not take the jump for a change in the world. If only a span is known, two rules are joined at
 * the top. The notes and the text alternative describe the break.
 */
import type { Break } from '#stats/model/break.ts';
import { crossed } from '#stats/comparability/time.ts';
import { seriesOf } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { Language } from '#stats/language.ts';
import type { Shape, TextShape } from '../model/shape.ts';
import { line, textShape } from './shapes.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';
import { boxesMeet, fitText, runsWidth, textBox, TEXT_STYLES } from '../text/metrics.ts';

const ROW = 15;
const STROKE = { stroke: 'ink-3', width: 1, dash: '1 3' } as const;

/** Rules before the height of their plot is known. */
export interface BreakRules {
  /** Pixels that their labels need above the plot. */
  readonly height: number;
  /** Shapes and labels, once the top and base of the plot are known. */
  readonly drawn: (top: number, base: number) => { ground: Shape[]; labels: TextShape[] };
}

/** The breaks that lie between figures of these cells. */
export const breaksShown = (breaks: readonly Break[], cells: readonly Cell[]): Break[] =>
  crossed(seriesOf({ cells }), breaks);

/**
 * Places the rules of breaks. `across` gives the pixel of a day. Labels stay between `left` and `right`, and
 * a label that would touch another is set a row higher.
 */
export function breakRules(
  breaks: readonly Break[],
  across: (day: string) => number,
  { left, right }: { readonly left: number; readonly right: number },
  language: Language,
): BreakRules {
  const inside = breaks
    .map((seriesBreak) => ({
      seriesBreak,
      from: across(seriesBreak.at),
      to: across(seriesBreak.until ?? seriesBreak.at),
    }))
    .filter(({ from, to }) => to >= left && from <= right)
    .sort((a, b) => a.from - b.from);
  const rows: TextShape[][] = [];
  const placed = inside.map(({ seriesBreak, from, to }) => {
    const [a, z] = [Math.max(left, from), Math.min(right, to)];
    const size = TEXT_STYLES.note.size;
    const words = fitText(seriesBreak.name[language], right - left, size);
    const half = runsWidth([{ text: words }], 'note') / 2;
    const x = Math.min(Math.max((a + z) / 2, left + half), right - half);
    const label = textShape(x, 0, words, 'note', { anchor: 'middle', colour: 'ink-3' });
    const free = rows.findIndex((row) => row.every((other) => !boxesMeet(textBox(other), textBox(label), 6)));
    const row = free < 0 ? rows.push([]) - 1 : free;
    rows[row]?.push(label);
    return { a, z, row, label };
  });
  return {
    height: rows.length > 0 ? rows.length * ROW + 8 : 0,
    drawn: (top, base) => {
      const foot = (row: number): number => top - 8 - row * ROW;
      return {
        ground: placed.flatMap(({ a, z, row }) => [
          line(a, foot(row) + 4, a, base, STROKE),
          ...(z > a
            ? [line(z, foot(row) + 4, z, base, STROKE), line(a, foot(row) + 4, z, foot(row) + 4, STROKE)]
            : []),
        ]),
        labels: placed.map(({ row, label }) => ({ ...label, y: foot(row) })),
      };
    },
  };
}

/** A break in words, with the source that states it. */
export const breakWords = (seriesBreak: Break, language: Language): string =>
  `${seriesBreak.text[language]} ${CHART_WORDS[language].statedBy} ${seriesBreak.cited.text[language]}.`;
