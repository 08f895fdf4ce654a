/**
 * The header of a table: one or several lines, with cells that are merged over the columns or lines they
 * apply to. A text that is merged downwards is used once.
 */
import type { Line } from '../../formats/line.ts';
import type { Merge } from '../../formats/workbook/raw-sheet.ts';

const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** In a text there are no merged cells: an upper line names the columns up to its next text. */
function spreadRight(grid: readonly string[][]): void {
  for (const row of grid.slice(0, -1))
    for (const [col, text] of row.entries()) if (text === '' && col > 0) row[col] = row[col - 1] ?? '';
}

function filled(lines: readonly Line[], merges: readonly Merge[], width: number): string[][] {
  const grid = lines.map(({ cells }) => Array.from({ length: width }, (_, i) => clean(cells[i] ?? '')));
  const first = (lines[0]?.line ?? 1) - 1;
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const text = grid[startRow - first]?.[startCol];
    if (text === undefined || text === '') continue;
    for (let r = startRow; r <= Math.min(endRow, first + lines.length - 1); r++) {
      const row = grid[r - first];
      for (let c = startCol; row && c <= Math.min(endCol, width - 1); c++) row[c] = text;
    }
  }
  return grid;
}

/** Headings that say no more than that periods are below them. */
const OF_PERIODS =
  /^(years?|años?|anio|periods?|per[ií]odos?|months?|mes(es)?|quarters?|trimestres?|dates?|fechas?|(as )?at|as of|al)\s*:?$/i;

/**
 * The name of each column. A year below the heading `Year` gives a column named by the year alone: a heading
 * that is merged over several columns only groups them, and is left out if the line below distinguishes them.
 */
export function headerNames(lines: readonly Line[], merges: readonly Merge[] = [], spread = false): string[] {
  const width = Math.max(0, ...lines.map((l) => l.cells.length));
  const grid = filled(lines, merges, width);
  if (spread) spreadRight(grid);
  const first = (lines[0]?.line ?? 1) - 1;
  const groups = (row: number, col: number): boolean => {
    const text = grid[row]?.[col] ?? '';
    return (
      OF_PERIODS.test(text) &&
      merges.some(
        (m) =>
          m.startRow <= row + first &&
          row + first <= m.endRow &&
          m.endCol > m.startCol &&
          m.startCol <= col &&
          col <= m.endCol,
      ) &&
      grid.slice(row + 1).some((below) => (below[col] ?? '') !== '' && below[col] !== text)
    );
  };
  const names = Array.from({ length: width }, (_, col) => {
    const parts = grid.flatMap((row, r) => (groups(r, col) ? [] : [row[col] ?? '']));
    return parts.filter((part, i) => part !== '' && parts.indexOf(part) === i).join(' ');
  });
  const seen = new Map<string, number>();
  return names.map((name, i) => {
    const plain = name === '' ? `column ${i + 1}` : name;
    const times = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, times);
    return times === 1 ? plain : `${plain} (${times})`;
  });
}

/** The text of the first line of a header over each column that has other texts below it; null over all others. */
export function headerGroups(
  lines: readonly Line[],
  merges: readonly Merge[] = [],
  spread = false,
): (string | null)[] {
  const width = Math.max(0, ...lines.map((l) => l.cells.length));
  const grid = filled(lines, merges, width);
  if (spread) spreadRight(grid);
  return Array.from({ length: width }, (_, col) => {
    const [top = '', ...below] = grid.map((row) => row[col] ?? '');
    return top !== '' && below.some((text) => text !== '' && text !== top) ? top : null;
  });
}
