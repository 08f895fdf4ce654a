/** A fault at a place of a publisher's file: where, what was found, which rule, what to do. */
import { columnLetters } from '../../formats/line.ts';

export interface RecipeFault {
  /** The file, where a source has several. */
  readonly file?: string;
  readonly line: number | null;
  /** Index of the column from 0, if the fault is in a cell. */
  readonly at: number | null;
  readonly column: string | null;
  readonly value: string;
  readonly rule: string;
  readonly advice: string;
}

export type Refuse = (fault: RecipeFault) => void;

const shorten = (value: string): string => (value.length > 60 ? `${value.slice(0, 57)}...` : value);

/**
 * A fault on one line.
 * @example `homicide.xlsx, sheet "Rates", row 12, column "2012" (S12): "n/a" is not a number; name it under missing`
 */
export function formatFault(fault: RecipeFault, file: string, sheet: string | null): string {
  const place = [fault.file ?? file];
  if (sheet !== null) place.push(`sheet ${JSON.stringify(sheet)}`);
  if (fault.line !== null) place.push(`${sheet === null ? 'line' : 'row'} ${fault.line}`);
  if (fault.column !== null) {
    const cell =
      sheet !== null && fault.at !== null ? ` (${columnLetters(fault.at)}${fault.line ?? ''})` : '';
    place.push(`column ${JSON.stringify(fault.column)}${cell}`);
  }
  const value = fault.column !== null || fault.value !== '' ? `${JSON.stringify(shorten(fault.value))} ` : '';
  return `${place.join(', ')}: ${value}${fault.rule}; ${fault.advice}`;
}

/** Faults that are alike, on one line: the first, and how many more there are. */
export function formatFaultGroup(
  { first, count }: { readonly first: RecipeFault; readonly count: number },
  file: string,
  sheet: string | null,
): string {
  const text = formatFault(first, file, sheet);
  return count === 1 ? text : `${text} (${count} times)`;
}
