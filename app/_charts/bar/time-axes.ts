/** Two time rulers below bars: fiscal years, and calendar years below the twin rule. */
import type { Language } from '#stats/language.ts';
import type { Cell } from '#stats/model/observation.ts';
import { monthWords } from '#stats/format/period.ts';
import { yearOf } from '#stats/time/period.ts';
import type { Shape, TextShape } from '../model/shape.ts';
import { monthSpan } from '../scales/months.ts';
import { line, textShape } from '../marks/shapes.ts';
import { boxesMeet, textBox } from '../text/metrics.ts';

/** `FY14` below each bar. On a phone it is only `14`, because the name of the row says FY. */
export function fiscalRow(
  cells: readonly Cell[],
  month: (n: number) => number,
  base: number,
  narrow: boolean,
  words: string,
): TextShape[] {
  const labels: TextShape[] = [textShape(0, base + 17, words, 'tick')];
  const seen = new Set<number>();
  for (const cell of cells) {
    const [year, span] = [yearOf(cell.period), monthSpan(cell.period)];
    if (year === null || !span || seen.has(year)) continue;
    seen.add(year);
    const x = (month(span.from) + month(span.to)) / 2;
    const short = String(year).slice(2);
    add(
      labels,
      textShape(x, base + 17, narrow ? short : `FY${short}`, 'tick', { anchor: 'middle', colour: 'ink-2' }),
    );
  }
  return labels;
}

/** Room for `Oct`, and for its first letter. */
const MONTH_NAME = 30;
const MONTH_LETTER = 11;

/** The months below their bars: names if there is room, else first letters, else nothing. */
export function monthRow(
  from: number,
  to: number,
  month: (n: number) => number,
  base: number,
  language: Language,
): TextShape[] {
  const room = month(from + 1) - month(from);
  if (room < MONTH_LETTER) return [];
  return Array.from({ length: to - from }, (_, i) => {
    const number = String(((from + i) % 12) + 1).padStart(2, '0');
    const [name = ''] = monthWords(`2000-${number}-01`, language).split(' ');
    const words = room < MONTH_NAME ? name.charAt(0).toUpperCase() : name;
    const x = month(from + i) + room / 2;
    return textShape(x, base + 17, words, 'tick', { anchor: 'middle', colour: 'ink-2' });
  });
}

/**
 * The calendar: twin rule, a tick at each new year, and the year's name in the middle of the part that is
 * shown.
 */
export function ruler(
  from: number,
  to: number,
  month: (n: number) => number,
  y: number,
  frame: { readonly left: number; readonly right: number; readonly narrow: boolean; readonly words: string },
): { ground: Shape[]; labels: TextShape[] } {
  const { left, right } = frame;
  const ground: Shape[] = [
    line(left, y, right, y, { stroke: 'rule-2', width: 1 }),
    line(left, y + 4, right, y + 4, { stroke: 'rule-2', width: 1 }),
  ];
  const labels: TextShape[] = [textShape(0, y + 22, frame.words, 'tick')];
  for (let january = Math.floor(from / 12) * 12; january <= to; january += 12) {
    if (january >= from)
      ground.push(line(month(january), y + 4, month(january), y + 11, { stroke: 'axis', width: 1 }));
    const [first, end] = [Math.max(january, from), Math.min(january + 12, to)];
    if (first >= end) break;
    const year = String(january / 12);
    const words = frame.narrow ? `’${year.slice(2)}` : year;
    add(labels, textShape(month((first + end) / 2), y + 22, words, 'tick', { anchor: 'middle' }));
  }
  return { ground, labels };
}

/** With many years, keeps only the names that do not touch. */
function add(labels: TextShape[], label: TextShape): void {
  const box = textBox(label);
  if (labels.every((other) => !boxesMeet(textBox(other), box, 2))) labels.push(label);
}
