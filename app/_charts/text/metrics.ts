/**
 * Estimates the width of a text before a browser has drawn it. Everything that must not overlap has a box:
 * its width from the glyph table, its height from the font size. Estimates err on the wide side.
 */
import { ARIAL_BOLD_WIDTHS, ARIAL_WIDTHS } from './arial-widths.ts';
import { REGULAR_WIDTHS, SEMIBOLD_WIDTHS, SERIF_WIDTHS, UNKNOWN_WIDTH } from './glyph-widths.ts';
import type { TextShape, TextRun, TextStyle } from '../model/shape.ts';

/** Sizes and weights of the style sheet's classes. */
export const TEXT_STYLES: Readonly<Record<TextStyle, { readonly size: number; readonly weight: 400 | 600 }>> =
  {
    tick: { size: 12.5, weight: 400 },
    note: { size: 12.5, weight: 400 },
    lab: { size: 14, weight: 600 },
    strong: { size: 13, weight: 600 },
    head: { size: 14, weight: 600 },
    title: { size: 24, weight: 500 as 600 },
  };

/** The serif of titles is wider than the sans that the table measures. */
const SERIF_RATIO = 1.1;

/** Room that a text set in a font of the system must leave. */
const SPARE = 1.1;

/** Whether texts must fit in the fonts of the system too. It holds while one picture is laid out, in one step. */
let isForAnyFont = false;

/** Lays out a picture whose texts also fit in Arial and Liberation Sans, with a tenth to spare. */
export function fitAnyFont<Layout>(layOut: () => Layout): Layout {
  const before = isForAnyFont;
  isForAnyFont = true;
  try {
    return layOut();
  } finally {
    isForAnyFont = before;
  }
}

function widthIn(widths: ReadonlyMap<string, number>, text: string): number {
  let thousandths = 0;
  for (const character of text) thousandths += widths.get(character) ?? UNKNOWN_WIDTH;
  return thousandths;
}

/** Width in pixels. @example textWidth('2014', 12.5) // about 25 */
export function textWidth(text: string, size: number, weight: 400 | 600 = 400): number {
  const own = widthIn(weight === 600 ? SEMIBOLD_WIDTHS : REGULAR_WIDTHS, text);
  if (!isForAnyFont) return (own * size) / 1000;
  const other = SPARE * widthIn(weight === 600 ? ARIAL_BOLD_WIDTHS : ARIAL_WIDTHS, text);
  return (Math.max(own, other) * size) / 1000;
}

/** The letter spacing of headlines in the style sheet, in thousandths of an em, a little less of it. */
const SERIF_SPACING = -5;

/** The lines that a headline in the serif takes as HTML: nothing is cut there. */
export function serifLines(text: string, width: number, size: number): number {
  const widthOf = (word: string): number =>
    [...word].reduce(
      (sum, character) => sum + (SERIF_WIDTHS.get(character) ?? UNKNOWN_WIDTH) + SERIF_SPACING,
      0,
    ) *
    (size / 1000);
  const space = widthOf(' ');
  let [lines, used] = [1, 0];
  for (const word of text.split(' ')) {
    const own = widthOf(word);
    if (used > 0 && used + space + own > width) [lines, used] = [lines + 1, own];
    else used += (used > 0 ? space : 0) + own;
  }
  return lines;
}

/** Width of a text of several runs in one style. */
export function runsWidth(
  runs: readonly TextRun[],
  style: TextStyle,
  size = TEXT_STYLES[style].size,
): number {
  const ratio = style === 'title' ? SERIF_RATIO : 1;
  return runs.reduce(
    (sum, run) =>
      sum + ratio * textWidth(run.text, run.size ?? size, run.weight ?? TEXT_STYLES[style].weight),
    0,
  );
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box of a text: cap height above the baseline, descenders below. */
export function textBox(text: TextShape): Box {
  const size = text.size ?? TEXT_STYLES[text.style].size;
  const width = runsWidth(text.runs, text.style, size);
  const left = text.anchor === 'start' ? text.x : text.anchor === 'end' ? text.x - width : text.x - width / 2;
  return { left, top: text.y - size * 0.72, right: left + width, bottom: text.y + size * 0.22 };
}

/** Whether two boxes are less than `room` pixels apart. */
export const boxesMeet = (a: Box, b: Box, room = 0): boolean =>
  a.left < b.right + room && b.left < a.right + room && a.top < b.bottom + room && b.top < a.bottom + room;

/** Cuts a text to a width, with an ellipsis if anything is left out. */
export function fitText(text: string, width: number, size: number, weight: 400 | 600 = 400): string {
  if (width === Infinity || textWidth(text, size, weight) <= width) return text;
  const room = width - textWidth('…', size, weight);
  // From the front, because a text may be much longer than its line. A sum of characters is never too small, in
  // whatever fonts the text must fit.
  let [used, fits, read] = [0, 0, 0];
  for (const character of text) {
    used += textWidth(character, size, weight);
    read += character.length;
    // A space at the end is dropped, so it needs no room.
    if (character === ' ') continue;
    if (used > room && fits > 0) break;
    fits = read;
    if (used > room) break;
  }
  return `${text.slice(0, fits).trimEnd()}…`;
}

/** A word that is wider than a line, broken after its signs or, without any, where the line ends. */
function brokenWord(word: string, fits: (text: string) => boolean): string[] {
  if (fits(word)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const part of word.split(/(?<=[-_/.,;:&?=~])/)) {
    if (piece !== '' && !fits(piece + part)) {
      pieces.push(piece);
      piece = '';
    }
    for (const character of part) {
      if (piece !== '' && !fits(piece + character)) {
        pieces.push(piece);
        piece = '';
      }
      piece += character;
    }
  }
  return [...pieces, piece];
}

/** Breaks a text into lines of a width, at most `most`; the last takes an ellipsis if there is more. */
export function wrapText(text: string, width: number, style: TextStyle, most = 2, size?: number): string[] {
  const { size: own, weight } = TEXT_STYLES[style];
  const set = (size ?? own) * (style === 'title' ? SERIF_RATIO : 1);
  const fits = (words: string): boolean => textWidth(words, set, weight) <= width;
  const lines: string[] = [];
  let line = '';
  const words = text
    .split(' ')
    .flatMap((word, i) =>
      (most > 1 ? brokenWord(word, fits) : [word]).map((piece, k) =>
        k === 0 && i > 0 ? ` ${piece}` : piece,
      ),
    );
  for (const [i, word] of words.entries()) {
    const longer = line + word;
    if (fits(longer) || !line) line = line ? longer : word.trimStart();
    else if (lines.length === most - 1) {
      lines.push(fitText(line + words.slice(i).join(''), width, set, weight));
      return lines;
    } else {
      lines.push(line);
      line = word.trimStart();
    }
  }
  if (line) lines.push(fitText(line, width, set, weight));
  return lines;
}

/** The same number of lines, with more equal lengths: a headline should not end in a single word. */
export function balanceText(
  text: string,
  width: number,
  style: TextStyle,
  most = 2,
  size?: number,
): string[] {
  const lines = wrapText(text, width, style, most, size);
  if (lines.length < 2 || lines.at(-1)?.endsWith('…')) return lines;
  for (let narrower = width / lines.length; narrower < width; narrower += 20) {
    const tried = wrapText(text, narrower, style, most, size);
    if (tried.length === lines.length && !tried.at(-1)?.endsWith('…')) return tried;
  }
  return lines;
}
