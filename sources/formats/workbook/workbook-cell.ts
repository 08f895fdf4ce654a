/**
 * The text of a cell of a workbook, whichever program wrote it. What a person sees besides the value stays in it:
 * raised digits are superscript characters (`3942¹`), struck-out text has a stroke through each letter, 0.125 shown as
 * a percentage is `12.5%`, and a date has the precision of its format.
 */
import { significant } from '#stats/number.ts';

/** A piece of a cell's text in one formatting. */
export interface CellRun {
  readonly text: string;
  readonly position: 'raised' | 'lowered' | 'line';
  readonly isStruck: boolean;
}

export interface WorkbookCell {
  readonly value: string | number | boolean | Date | null;
  /** The pieces of a text; null if it is of one piece. */
  readonly runs: readonly CellRun[] | null;
  /** The formatting of the whole cell. */
  readonly whole: Omit<CellRun, 'text'>;
  /** The code of the number format: `0.0%`, `mmm-yy`; null if it is not known. */
  readonly format: string | null;
  /** The formula of a cell without a stored result; null for any other. */
  readonly formula: string | null;
}

export const ON_THE_LINE: WorkbookCell['whole'] = { position: 'line', isStruck: false };

/** What happens to struck-out text: it is marked, and refused where it is read; or as the recipe says. */
export type Struck = 'refuse' | 'read' | 'leave-out';

const RAISED = new Map([...'0123456789+-()'].map((sign, i) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾'][i] ?? sign]));
const LOWERED = new Map([...'0123456789+-()'].map((sign, i) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₍₎'][i] ?? sign]));

const STROKE = '\u0336';

/** A raised `1,2` becomes two marks with a blank between them: `¹ ²`. */
function inPosition(text: string, position: CellRun['position']): string {
  if (position === 'line') return text;
  const signs = position === 'raised' ? RAISED : LOWERED;
  return [...text].map((sign) => signs.get(sign) ?? (sign === ',' ? ' ' : sign)).join('');
}

function formatted(text: string, { position, isStruck }: WorkbookCell['whole'], struck: Struck): string {
  const placed = inPosition(text, position);
  if (!isStruck || struck === 'read') return placed;
  return struck === 'leave-out' ? '' : [...placed].map((sign) => sign + STROKE).join('');
}

/** The letters of a number format that stand for a part of the value: without texts and colours. */
const lettersOf = (format: string): string => format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();

/** A date in the precision of its format: `yyyy` is a year, `mmm-yy` a month. */
function dayAsShown(day: Date, format: string | null): string {
  const text = day.toISOString();
  if (format === null) return text.slice(0, 10);
  const letters = lettersOf(format);
  const shows = (letter: string): boolean => letters.includes(letter);
  return text.slice(0, !shows('y') || shows('d') || shows('h') ? 10 : shows('m') ? 7 : 4);
}

function numberAsShown(value: number, format: string | null): string {
  return format !== null && lettersOf(format).includes('%') ? `${significant(value * 100)}%` : String(value);
}

export function textOfCell({ value, runs, whole, format, formula }: WorkbookCell, struck: Struck): string {
  if (formula !== null) return `=${formula}`;
  if (runs) {
    const texts = runs.map((run) =>
      formatted(run.text, { ...run, isStruck: run.isStruck || whole.isStruck }, struck),
    );
    return texts.join('').replace(/\s+/g, ' ').trim();
  }
  if (value === null) return '';
  const text =
    value instanceof Date
      ? dayAsShown(value, format)
      : typeof value === 'number'
        ? numberAsShown(value, format)
        : String(value).replace(/\s*\r?\n\s*/g, ' ');
  return whole.isStruck || whole.position !== 'line' ? formatted(text, whole, struck) : text;
}
