/**
 * How high the text of an embed is in a frame, from the widths of its letters: the style sheet in `style.ts` has
 * the same sizes. Estimates err on the high side, so that nothing is cut.
 */
import { serifLines, textWidth, wrapText } from '#app/_charts/text/metrics.ts';
import type { FrameClass } from '../chart/frames.ts';

/** The text of an embed, in the order of its page. */
export interface EmbedText {
  readonly title: string;
  readonly subtitle: string;
  /** Sentences that must be read with the chart. */
  readonly sentences: readonly string[];
  /** The signs of the chart in words; empty if they are in a fold. */
  readonly key: readonly string[];
  /** The names of the folds, and the line with the sources. */
  readonly folds: readonly string[];
  readonly credit: string;
}

/** Padding, twin rule, the margins of title, subtitle, chart and foot, the line of revisions, the last line. */
const ALWAYS = 120;
const TITLE = { size: 20, line: 24 } as const;
const SUBTITLE = { size: 13, line: 18 } as const;
const SMALL = { size: 12, line: 16, above: 4 } as const;
const KEY = { sample: 34, between: 16, line: 18, above: 6 } as const;
const FOOT = { between: 12, line: 17 } as const;
const MOST_LINES = 60;
/** Kerning and rounding of a browser. */
const CAREFUL = 0.99;

const linesOf = (text: string, width: number, size: number): number =>
  wrapText(text, width * CAREFUL, 'note', MOST_LINES, size).length;

/** The rows of a key, set like a line of text. */
export function keyRows(words: readonly string[], width: number): number {
  let [x, rows] = [0, words.length === 0 ? 0 : 1];
  for (const text of words) {
    const entry = KEY.sample + textWidth(text, SMALL.size);
    if (x > 0 && x + entry > width) [x, rows] = [0, rows + 1];
    x += entry + KEY.between;
  }
  return rows;
}

/** The folds in one row, and the sources beside them if they fit. */
function footRows(
  { folds, credit }: EmbedText,
  { text: width, isNarrow, isShared = false }: FrameClass,
): number {
  const names = folds.reduce((sum, name) => sum + textWidth(name, SMALL.size) + FOOT.between, 0);
  const fits = !isNarrow && !isShared && names + textWidth(credit, SMALL.size) <= width;
  return fits || credit === '' ? 1 : 1 + linesOf(credit, width, SMALL.size);
}

/** The height of everything but the chart, in the narrowest frame of a class. */
export function textHeight(text: EmbedText, frame: FrameClass): number {
  const { text: width } = frame;
  const titles = serifLines(text.title, width, TITLE.size);
  const rows = keyRows(text.key, width);
  return (
    ALWAYS +
    titles * TITLE.line +
    linesOf(text.subtitle, width, SUBTITLE.size) * SUBTITLE.line +
    text.sentences.reduce(
      (sum, words) => sum + SMALL.above + linesOf(words, width, SMALL.size) * SMALL.line,
      0,
    ) +
    (rows > 0 ? KEY.above + rows * KEY.line : 0) +
    (footRows(text, frame) - 1) * FOOT.line
  );
}
