/**
 * Totals that the file prints itself. Rows that should add up to a row, and columns that should add up to a
 * column, are added, and what differs is reported with its place. No total is repaired.
 */
import { significant } from '#stats/number.ts';
import type { Read } from '../values/cell.ts';
import { testOf } from '../rows/condition.ts';
import type { Check } from './expect.ts';
import type { HeaderColumns, SourceRow } from '../rows/row.ts';
import type { Expectations } from '../schema/shape.ts';

type Adds = Expectations['adds'][number];
type Across = Expectations['across'][number];

interface Totals {
  see(row: SourceRow): void;
  finish(): Check;
}

const SHOWN = 5;

function verdict(name: string, compared: number, differences: readonly string[], known: number): Check {
  const shown = differences.slice(0, SHOWN).join('; ');
  const more = differences.length > SHOWN ? `; and ${differences.length - SHOWN} more` : '';
  const expected = known > 0 ? ` (${known} known)` : '';
  const detail =
    differences.length === 0
      ? `${compared} totals add up`
      : `${differences.length} of ${compared} totals do not add up${expected}: ${shown}${more}`;
  return { name, holds: compared > 0 && differences.length === known, detail };
}

function rowsToRow(adds: Adds, columns: HeaderColumns, read: (text: string) => Read): Totals {
  const [isPart, isTotal] = [testOf(adds.parts, columns), testOf(adds.total, columns)];
  const by = adds.by.map((name) => columns.find(name));
  const places = adds.columns.map((name) => columns.find(name));
  const groups = new Map<string, { sums: (number | null)[]; totals: (number | null)[]; line: number }>();
  const numberIn = (row: SourceRow, at: number): number | null => {
    const cell = read(row.cells[at] ?? '');
    return cell.kind === 'number' && !cell.hidden ? cell.value : null;
  };
  return {
    see(row) {
      const [part, total] = [isPart(row), isTotal(row)];
      if (!part && !total) return;
      const key = by.map((at) => row.cells[at] ?? '').join(', ');
      let group = groups.get(key);
      if (!group) {
        groups.set(
          key,
          (group = { sums: places.map(() => 0), totals: places.map(() => null), line: row.line }),
        );
      }
      for (const [i, at] of places.entries()) {
        const value = numberIn(row, at);
        if (total) group.totals[i] = value;
        // A part that is not published leaves nothing to compare.
        else group.sums[i] = value === null || group.sums[i] == null ? null : group.sums[i] + value;
      }
      if (total) group.line = row.line;
    },
    finish() {
      let compared = 0;
      const differences: string[] = [];
      for (const [key, { sums, totals, line }] of groups) {
        for (const [i, name] of adds.columns.entries()) {
          const [sum, total] = [sums[i], totals[i]];
          if (sum == null || total == null) continue;
          compared++;
          if (Math.abs(sum - total) <= adds.within) continue;
          differences.push(
            `line ${line}, ${key}, ${name}: printed ${total}, parts add to ${significant(sum)}`,
          );
        }
      }
      return verdict(adds.name, compared, differences, adds.differences);
    },
  };
}

function columnsToColumn(across: Across, columns: HeaderColumns, read: (text: string) => Read): Totals {
  const places = across.sum.map((name) => columns.find(name));
  const total = columns.find(across.is);
  let compared = 0;
  const differences: string[] = [];
  return {
    see(row) {
      const cells = [...places, total].map((at) => read(row.cells[at] ?? ''));
      const values = cells.map((cell) => (cell.kind === 'number' && !cell.hidden ? cell.value : null));
      const printed = values.pop() ?? null;
      if (printed === null || values.some((value) => value === null)) return;
      compared++;
      const sum = values.reduce<number>((a, b) => a + (b ?? 0), 0);
      if (Math.abs(sum - printed) <= across.within) return;
      differences.push(`line ${row.line}: ${across.is} is ${printed}, its parts add to ${significant(sum)}`);
    },
    finish: () => verdict(across.name, compared, differences, across.differences),
  };
}

/** All checks of totals of a recipe. */
export const printedTotals = (
  expect: Expectations,
  columns: HeaderColumns,
  read: (text: string) => Read,
): Totals[] => [
  ...expect.adds.map((rule) => rowsToRow(rule, columns, read)),
  ...expect.across.map((rule) => columnsToColumn(rule, columns, read)),
];
