/** Compares an answer with the expected one, cell by cell. Numbers may differ in their last digit only. */
import type { Cell } from './book.ts';
import { collected } from './book.ts';
import { nameOf } from './rules/periods.ts';

/** A row of a JSON answer, with the fields that are compared. */
export type JsonRow = Readonly<Record<string, unknown>>;

export interface Difference {
  readonly cell: string;
  readonly what: string;
  readonly expected: unknown;
  readonly found: unknown;
}

type Flat = Readonly<Record<string, unknown>>;
interface SaidNote {
  readonly text: { readonly en: string };
}

const notesOf = (notes: readonly SaidNote[]): string[] => notes.map((note) => note.text.en).sort();

/** An expected cell under the names of the JSON. */
const flat = (cell: Cell): Flat => ({
  value: cell.stated?.value ?? null,
  low: cell.stated?.low ?? null,
  high: cell.stated?.high ?? null,
  low_inclusive: cell.lowInclusive,
  high_inclusive: cell.highInclusive,
  qualifier: cell.stated?.qualifier ?? null,
  interval_kind: cell.intervalKind,
  numerator: cell.numerator,
  denominator: cell.denominator,
  gap: cell.gap && { code: cell.gap.code, missing: cell.gap.missing.toSorted() },
  coverage_members: cell.coverage && { present: cell.coverage.present, expected: cell.coverage.expected },
  coverage_weight: cell.coverage?.weight ?? null,
  coverage_weight_bound: cell.coverage?.weightBound ?? null,
  computed: cell.computed,
  edition: cell.editions.toSorted(),
  locator: cell.locator,
  attributed_to: cell.attributedTo,
  printed: cell.printed,
  note: notesOf(cell.notes),
  status: cell.periodStatus,
  transform: cell.transform ?? null,
  rank_low: cell.rank?.best ?? null,
  rank_high: cell.rank?.worst ?? null,
  rank_of: cell.rank?.of ?? null,
  last_on_file: cell.lastOnFile ?? null,
});

/** A row of the answer, with its lists sorted. */
function ordered(row: JsonRow): Flat {
  const gap = row['gap'] as { code: string; missing: readonly string[] } | null;
  return {
    ...row,
    gap: gap && { code: gap.code, missing: gap.missing.toSorted() },
    edition: (row['edition'] as readonly string[]).toSorted(),
    note: notesOf(row['note'] as readonly SaidNote[]),
  };
}

const isSame = (a: unknown, b: unknown): boolean =>
  typeof a === 'number' && typeof b === 'number'
    ? Math.abs(a - b) <= 1e-11 * Math.max(Math.abs(a), Math.abs(b))
    : JSON.stringify(a) === JSON.stringify(b);

const cellName = (cell: Cell): string =>
  [
    cell.area,
    cell.counterpart,
    cell.breakdown,
    cell.definition,
    cell.source,
    cell.basis,
    nameOf(cell.period),
    cell.computed,
  ].join(' | ');
const rowName = (row: JsonRow): string =>
  ['Code', 'counterpart', 'breakdown', 'definition', 'source', 'basis', 'period', 'computed']
    .map((name) => row[name])
    .join(' | ');

/** Every difference between an answer and the expected one. An answer must not contain a cell twice. */
export function differencesOf(expected: readonly Cell[], rows: readonly JsonRow[]): Difference[] {
  const [should, is] = [collected(expected, cellName), collected(rows, rowName)];
  const names = new Set([...should.keys(), ...is.keys()]);
  return [...names].flatMap((cell): Difference[] => {
    const [wanted = [], got = []] = [should.get(cell), is.get(cell)];
    const [first, row] = [wanted[0], got[0]];
    if (!first || !row || wanted.length !== got.length) {
      const sayOf = (some: readonly unknown[], what: unknown): unknown =>
        some.length === 1 ? what : `${some.length} cells`;
      return [
        {
          cell,
          what: 'cell',
          expected: sayOf(wanted, first && flat(first)),
          found: sayOf(got, row && ordered(row)),
        },
      ];
    }
    const found = ordered(row);
    return Object.entries(flat(first))
      .filter(([what, value]) => !isSame(value, found[what]))
      .map(([what, value]) => ({ cell, what, expected: value, found: found[what] }));
  });
}
