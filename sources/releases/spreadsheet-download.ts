/**
 * A CSV for Excel (`excel=yes`) as the CSV it stands for, also after Excel has saved it: another separator, the
 * decimal sign of its language, and numbers cut to the digits that it shows.
 */
import { unguardNumber, unmarkDates } from '#stats/spreadsheet-text.ts';

/** Digits that are left of a number when Excel saves what it shows. */
export const SHOWN_DIGITS = 9;

const NUMBERS = ['value', 'low', 'high', 'numerator', 'denominator'];
const FREE_TEXTS = ['locator', 'attributed_to', 'printed', 'note'];

/** The separator of a file, by its first line. */
export function separatorOf(text: string): ',' | ';' | '\t' {
  const [header = ''] = text.split(/\r?\n/, 1);
  const counts = ([';', '\t', ','] as const).map((sign) => [header.split(sign).length, sign] as const);
  return counts.reduce((best, next) => (next[0] > best[0] ? next : best))[1];
}

/** Whether a file is one for Excel: it begins with a mark, or has a separator of Excel's. */
export const isForSpreadsheet = (text: string): boolean =>
  text.startsWith('\ufeff') || separatorOf(text) !== ',';

/** A cell as the plain CSV has it. */
export function plainCell(name: string, cell: string): string {
  if (NUMBERS.includes(name)) return cell.replace(',', '.');
  return FREE_TEXTS.includes(name) ? unguardNumber(cell) : unmarkDates(cell);
}
