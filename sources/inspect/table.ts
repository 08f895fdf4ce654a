/** Finds the table in a file: its header, its body, and the lines below it. */
import type { Line } from '../formats/line.ts';
import { headerNames } from '../recipe/rows/header.ts';
import type { Unknown } from './open.ts';

export interface InspectedTable {
  readonly skip: number;
  readonly headerRows: number;
  readonly names: readonly string[];
  readonly body: readonly Line[];
  /** Texts above the header: titles. */
  readonly above: readonly string[];
  /** Texts below the body: notes of the publisher. */
  readonly below: readonly string[];
  readonly emptyRowEnds: boolean;
}

const filled = (line: Line): string[] => line.cells.filter((cell) => cell.trim() !== '');
const isNumber = (cell: string): boolean => /^[-+]?[\d.,\s]+%?$/.test(cell.trim()) && /\d/.test(cell);
const isYear = (cell: string): boolean => /^(FY\s*)?(1[89]|20)\d\d$/i.test(cell.trim());

/** The first line that could be a header: several texts, with no numbers except years. */
function headerAt(lines: readonly Line[]): number {
  const width = Math.max(...lines.slice(0, 200).map((line) => filled(line).length), 1);
  const least = Math.max(Math.min(2, width), Math.floor(width / 4));
  const found = lines.findIndex((line) => {
    const texts = filled(line);
    return texts.length >= least && texts.every((cell) => !isNumber(cell) || isYear(cell));
  });
  return Math.max(found, 0);
}

export function findTable({ lines, merges }: Unknown): InspectedTable {
  const skip = headerAt(lines);
  const row = (lines[skip]?.line ?? 1) - 1;
  const deep = merges.filter((m) => m.startRow === row).map((m) => m.endRow - m.startRow + 1);
  const headerRows = Math.max(1, ...deep);
  const names = headerNames(lines.slice(skip, skip + headerRows), merges);
  const rest = lines.slice(skip + headerRows);
  const empty = rest.findIndex((line) => filled(line).length === 0);
  // An empty row ends the table if only notes follow it.
  const emptyRowEnds = empty > 0 && rest.slice(empty).every((line) => filled(line).length <= 2);
  let end = emptyRowEnds ? empty : rest.length;
  while (
    !emptyRowEnds &&
    end > 1 &&
    names.length > 2 &&
    filled(rest[end - 1] ?? { line: 0, cells: [] }).length <= 1
  )
    end--;
  return {
    skip,
    headerRows,
    names,
    body: rest.slice(0, end).filter((line) => filled(line).length > 0),
    above: lines.slice(0, skip).flatMap(filled),
    below: rest.slice(end).flatMap(filled),
    emptyRowEnds,
  };
}
