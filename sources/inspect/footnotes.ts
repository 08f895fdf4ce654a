/**
 * The publisher's notes below a table: which mark has which text, and which mark hides a number. Marks that no note
 * explains are found in the cells.
 */
import type { Line } from '../formats/line.ts';

export interface PublisherNote {
  readonly mark: string;
  readonly text: string;
  /** `less than 2` in the text of the note: the mark replaces a hidden number. */
  readonly lessThan: number | null;
  /** Whether the text was not found in the file. */
  readonly isGuess: boolean;
}

const NOTE = /^([*+#†‡§^~]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]|[a-z]|\([a-z0-9]\)|\.\.|-)[\s:=]+(.{6,})$/;
/** A note whose mark is raised, and so stands close to its text. */
const RAISED_NOTE = /^([¹²³⁴⁵⁶⁷⁸⁹])\s*(.{6,})$/;

/** The flags of Eurostat and of SDMX, which stand behind numbers. */
const FLAGS: Readonly<Record<string, string>> = {
  b: 'Break in time series.',
  c: 'Confidential.',
  d: 'The definition differs.',
  e: 'Estimated.',
  f: 'Forecast.',
  n: 'Not significant.',
  p: 'Provisional.',
  r: 'Revised.',
  s: 'Estimated by the publisher.',
  u: 'Low reliability.',
  z: 'Not applicable.',
};
/** A number or a colon with flags behind it. */
const FLAGGED = /^(?:[-+]?\d[\d.,]*|:)\s*([bcdefnprsuz]{1,3})$/;
const RAISED = /([¹²³⁴⁵⁶⁷⁸⁹](?:\s?[¹²³⁴⁵⁶⁷⁸⁹])*)\s*$/;
const BEHIND = /^[-+<>]?\s?\d[\d.,\s]*([*†‡§]{1,3})$/;

export function publisherNotes(below: readonly string[]): PublisherNote[] {
  return below.flatMap((line) => {
    const [, mark, text] = RAISED_NOTE.exec(line.trim()) ?? NOTE.exec(line.trim()) ?? [];
    if (mark === undefined || text === undefined) return [];
    const limit = /(?:less|fewer) than (\d+)/i.exec(text)?.[1];
    return [
      { mark, text: text.trim(), lessThan: limit === undefined ? null : Number(limit), isGuess: false },
    ];
  });
}

/** The marks behind the cells of some columns that no note explains, with what they usually mean. */
export function unexplainedMarks(
  body: readonly Line[],
  columns: readonly number[],
  known: readonly PublisherNote[],
): PublisherNote[] {
  const marks = new Map<string, string>();
  const plain = new Set(['']);
  const note = (mark: string, text: string): unknown => marks.set(mark, text);
  for (const { cells } of body) {
    for (const at of columns) {
      const cell = (cells[at] ?? '').trim();
      if (plain.has(cell)) continue;
      const raised = RAISED.exec(cell)?.[1];
      const flags = FLAGGED.exec(cell)?.[1];
      const behind = BEHIND.exec(cell)?.[1];
      if (raised !== undefined && cell.length > raised.length)
        for (const mark of raised.replace(/\s/g, '')) note(mark, `Marked ${mark} in the file.`);
      if (flags !== undefined) for (const flag of flags) note(flag, FLAGS[flag] ?? '');
      if (behind !== undefined) for (const mark of behind) note(mark, `Marked ${mark} in the file.`);
      plain.add(cell);
    }
  }
  return [...marks]
    .filter(([mark]) => !known.some((note) => note.mark === mark))
    .map(([mark, text]) => ({ mark, text, lessThan: null, isGuess: true }));
}
