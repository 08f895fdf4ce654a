/** Finds the table in a file: its header, its body, and the lines below it. */
import type { Line } from '../formats/line.ts';
import { headerGroups, headerNames } from '../recipe/rows/header.ts';
import type { Merge } from '../formats/workbook/raw-sheet.ts';
import type { Unknown } from './open.ts';
import { findSections, type FoundSections } from './sections.ts';

export interface InspectedTable {
  readonly skip: number;
  readonly headerRows: number;
  /** Whether the upper line of a header names groups of columns. */
  readonly spread: boolean;
  /** The names of the columns, after a column of several texts is cut. */
  readonly names: readonly string[];
  readonly namesInFile: readonly string[];
  /** The heading over each column of a header of several lines. */
  readonly groups: readonly (string | null)[];
  /** How a column of several texts is cut, as a recipe says it; null if there is none. */
  readonly split: { readonly column: string; readonly by: string; readonly into: readonly string[] } | null;
  readonly body: readonly Line[];
  /** Texts above the header that stand alone in their line: titles. */
  readonly titles: readonly string[];
  /** The first text of each line below the body. */
  readonly endsAt: readonly string[];
  /** Texts below the body: notes of the publisher. */
  readonly below: readonly string[];
  readonly emptyRowEnds: boolean;
  /** Rows that name the rows below them; they are no part of the body. */
  readonly sections: FoundSections | null;
}

const filled = (line: Line): string[] => line.cells.filter((cell) => cell.trim() !== '');
const isNumber = (cell: string): boolean => /^[-+]?[\d.,\s]+%?$/.test(cell.trim()) && /\d/.test(cell);
const isYear = (cell: string): boolean => /^(FY\s*)?(1[89]|20)\d\d$/i.test(cell.trim());

/** How many columns a line fills; a merged cell fills all that it covers. */
function widthOf(line: Line, merges: readonly Merge[]): number {
  const row = line.line - 1;
  const covered = merges.filter((m) => m.startRow === row && (line.cells[m.startCol] ?? '').trim() !== '');
  return filled(line).length + covered.reduce((n, m) => n + m.endCol - m.startCol, 0);
}

/** The first line that could be a header: texts in at least half of the columns, with no numbers except years. */
function headerAt(lines: readonly Line[], merges: readonly Merge[]): number {
  const width = Math.max(...lines.slice(0, 200).map((line) => widthOf(line, merges)), 1);
  const least = Math.max(Math.min(2, width), Math.ceil(width / 2));
  const found = lines.findIndex((line) => {
    const texts = filled(line);
    // A title that is merged over the whole width is one text.
    return (
      texts.length > 1 &&
      widthOf(line, merges) >= least &&
      texts.every((cell) => !isNumber(cell) || isYear(cell))
    );
  });
  return Math.max(found, 0);
}

/** Whether the line above a header names groups of its columns: years above `Count`, `Rate`, `Count`, `Rate`. */
function isGroupLine(above: Line | undefined, header: Line | undefined): boolean {
  if (!above || !header || filled(above).length < 2) return false;
  const isRepeated = new Set(filled(header)).size < filled(header).length;
  return isRepeated && filled(above).length < filled(header).length;
}

/** Readers of records and cubes name the columns themselves, in a line before the first. */
const hasNames = (lines: readonly Line[]): boolean =>
  lines[0]?.line === 0 && lines[0].cells.some((name) => !/^\d+$/.test(name));

/** Eurostat writes several dimensions in one column, and names it by all of them: `freq,unit,geo\\TIME_PERIOD`. */
function splitOf(names: readonly string[], body: readonly Line[]): InspectedTable['split'] {
  const [column = ''] = names;
  const into = column
    .replace(/\\.*$/, '')
    .split(',')
    .map((name) => name.trim());
  if (into.length < 2 || !into.every((name) => /^[\w-]+$/.test(name))) return null;
  const isCut = body.every(({ cells }) => (cells[0] ?? '').split(',').length === into.length);
  return isCut && body.length > 0 ? { column, by: ',', into } : null;
}

const MOST_HEADER_ROWS = 6;

/** Whether a line still is a header: texts and no numbers, none of them in the column of names. */
function isHeaderBelow(line: Line | undefined): boolean {
  if (!line || (line.cells[0] ?? '').trim() !== '') return false;
  const texts = filled(line);
  return (
    texts.length > 1 &&
    texts.every((cell) => !isNumber(cell) || isYear(cell)) &&
    texts.some((cell) => /\p{L}\p{L}|%|\d{4}/u.test(cell))
  );
}

/** How many lines a header has, with lines below that go on with it. */
function wholeHeader(lines: readonly Line[], rows: number): number {
  let whole = rows;
  while (whole < MOST_HEADER_ROWS) {
    if (isHeaderBelow(lines[whole])) whole++;
    else if (lines[whole] && filled(lines[whole] as Line).length === 0 && isHeaderBelow(lines[whole + 1]))
      whole += 2;
    else break;
  }
  return whole;
}

/** How notes below a table begin. */
const NOTE =
  /^(fuentes?|elaboraci[oó]n|notas?|sources?|notes?|prepared by|release date|suggested citation)(?!\p{L})/iu;

/** Where lines begin that have nothing in the first column, if all lines before them have something there. */
function beforeNotes(lines: readonly Line[], end: number): number {
  const isNamed = ({ cells }: Line): boolean => (cells[0] ?? '').trim() !== '';
  const last = lines.slice(0, end).findLastIndex(isNamed);
  const before = lines.slice(0, last + 1).filter((line) => filled(line).length > 0);
  let at = last > 0 && before.every(isNamed) ? last + 1 : end;
  while (at > 1 && NOTE.test((lines[at - 1]?.cells[0] ?? '').trim())) at--;
  return at;
}

export function findTable({ lines, merges, format }: Unknown): InspectedTable {
  const at = hasNames(lines) ? 0 : headerAt(lines, merges);
  const spread = format.type === 'csv' && isGroupLine(lines[at - 1], lines[at]);
  const skip = spread ? at - 1 : at;
  const row = (lines[skip]?.line ?? 1) - 1;
  const deep = merges.filter((m) => m.startRow === row).map((m) => m.endRow - m.startRow + 1);
  const headerRows = hasNames(lines) ? 1 : wholeHeader(lines.slice(skip), spread ? 2 : Math.max(1, ...deep));
  const names = headerNames(lines.slice(skip, skip + headerRows), merges, spread);
  const rest = lines.slice(skip + headerRows);
  const empty = rest.findIndex((line) => filled(line).length === 0);
  // An empty row ends the table if only notes follow it.
  const mostInNote = Math.max(1, Math.min(2, names.length - 1));
  const emptyRowEnds = empty > 0 && rest.slice(empty).every((line) => filled(line).length <= mostInNote);
  let end = emptyRowEnds ? empty : rest.length;
  while (
    !emptyRowEnds &&
    end > 1 &&
    names.length > 2 &&
    filled(rest[end - 1] ?? { line: 0, cells: [] }).length <= 1
  )
    end--;
  if (!emptyRowEnds) end = beforeNotes(rest, end);
  const body = rest.slice(0, end).filter((line) => filled(line).length > 0);
  const split = splitOf(names, body);
  const sections = split ? null : findSections(names, body);
  const namesOfBody = split ? [...split.into, ...names.slice(1)] : names;
  return {
    skip,
    headerRows,
    spread,
    names: sections ? [...names, sections.found.name] : namesOfBody,
    namesInFile: names,
    groups: split || headerRows < 2 ? [] : headerGroups(lines.slice(skip, skip + headerRows), merges, spread),
    split,
    sections: sections?.found ?? null,
    body: sections
      ? sections.body
      : split
        ? body.map(({ line, cells: [first = '', ...cells] }) => {
            return { line, cells: [...first.split(',').map((part) => part.trim()), ...cells] };
          })
        : body,
    titles: lines
      .slice(0, skip)
      .flatMap((line) =>
        filled(line).length === 1 ? filled(line).filter((text) => !text.startsWith('sep=')) : [],
      ),
    below: rest.slice(end).flatMap(filled),
    endsAt: rest.slice(end).flatMap((line) => filled(line)[0] ?? []),
    emptyRowEnds,
  };
}
