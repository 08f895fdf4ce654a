/**
 * The output of every file reader: lines of cells as texts, with the line number that an editor or
 * spreadsheet shows. Lines come in batches, because awaiting each line would cost more than reading it.
 */
export interface Line {
  /** Counted from 1. For a workbook it is the row; for JSON the position of the record in its list. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Whether a workbook hides the row. */
  readonly isHidden?: true;
}

export type TextLines = AsyncGenerator<readonly Line[], void, undefined>;

/** How far a reader has read, in bytes of the file. */
export type ReadProgress = (bytes: number) => void;

/** A file that cannot be read further; the message names the place in the file and what to do. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  constructor(
    readonly rule: string,
    readonly advice: string,
    readonly place: { readonly line?: number; readonly sheet?: string; readonly value?: string } = {},
  ) {
    super(`${rule}; ${advice}`);
  }
}

/** The letters of a spreadsheet's column. @example columnLetters(0) === 'A', columnLetters(27) === 'AB' */
export function columnLetters(index: number): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}
