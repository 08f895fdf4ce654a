/**
 * Rows that name the rows below them: a year above its months, `Composición porcentual` above the same items once
 * more. They have one filled cell, in the first column.
 */
import type { Line } from '../formats/line.ts';
import { parseMonth, parseQuarter } from '../recipe/values/month.ts';

export interface FoundSections {
  /** The column of the texts. */
  readonly column: string;
  /** The name of the new column. */
  readonly name: string;
}

const YEAR = /^(FY\s*)?(1[89]|20)\d\d$/i;

const isFilled = (cell: string): boolean => cell.trim() !== '';
const isAlone = ({ cells }: Line): boolean =>
  isFilled(cells[0] ?? '') && cells.slice(1).every((cell) => !isFilled(cell));

/** The rows with the text of the row that names them; null if no row names others. */
function underSections(body: readonly Line[]): { line: Line; section: string }[] | null {
  let section: string | null = null;
  const rows: { line: Line; section: string }[] = [];
  for (const line of body) {
    if (isAlone(line)) section = (line.cells[0] ?? '').trim();
    else if (section === null) return null;
    else rows.push({ line, section });
  }
  return rows;
}

/**
 * The sections of a table; null if rows with a single cell are rows without figures.
 * @returns the rows, with the text of their section as a last cell
 */
export function findSections(
  names: readonly string[],
  body: readonly Line[],
): { found: FoundSections; body: Line[] } | null {
  const [column = ''] = names;
  const rows = names.length < 3 ? null : underSections(body);
  if (!rows || rows.length === 0 || rows.length === body.length) return null;
  const sections = new Set(rows.map(({ section }) => section));
  const textOf = (line: Line): string => (line.cells[0] ?? '').trim();
  const areYears =
    [...sections].every((text) => YEAR.test(text)) &&
    rows.filter(({ line }) => parseMonth(textOf(line)) !== null || parseQuarter(textOf(line)) !== null)
      .length >
      rows.length * 0.6;
  // The same texts under two sections: without them, rows could not be told apart.
  const places = new Map<string, Set<string>>();
  for (const { line, section } of rows)
    places.set(textOf(line), (places.get(textOf(line)) ?? new Set()).add(section));
  const repeated = [...places.values()].filter((under) => under.size > 1).length;
  if (!areYears && (sections.size < 2 || repeated < places.size / 2)) return null;
  const name = areYears ? 'year' : 'section';
  return {
    found: { column, name: names.includes(name) ? `${name} of the rows` : name },
    body: rows.map(({ line, section }) => ({
      ...line,
      cells: [...names.map((_, at) => line.cells[at] ?? ''), section],
    })),
  };
}
