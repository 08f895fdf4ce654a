/**
 * How a file writes its numbers: `57.5`, `57,5`, `1,234`, `1.234,5`, `1 234,5`. A recipe states it once for
 * the whole file, so all columns of numbers are considered together: the form with which the most cells are
 * numbers.
 */
import type { Line } from '../formats/line.ts';
import { cellReader, type Footnote } from '../recipe/values/cell.ts';
import type { Recipe } from '../recipe/schema/shape.ts';

/** The part of a recipe's `numbers` about separators. */
type NumberMarks = Pick<Recipe['numbers'], 'thousands' | 'decimal'>;

export interface NumberLook {
  readonly marks: NumberMarks;
  /** The number in a cell, with its hedge or percent sign left out; null if it is none, or has a footnote. */
  readonly valueOf: (text: string) => number | null;
  /** The same with marks of footnotes left out. */
  readonly markedValueOf: (text: string) => number | null;
  /** Another form with which as many cells are numbers, but different ones: `1,234` is 1234 or 1.234. */
  readonly other: {
    readonly marks: NumberMarks;
    readonly text: string;
    readonly here: number;
    readonly there: number;
  } | null;
  /** Cells that are numbers only in another form. */
  readonly against: { readonly count: number; readonly text: string; readonly column: string } | null;
}

/** The simplest first: of two forms that read a file the same way, the draft uses the simpler. */
const WAYS: readonly NumberMarks[] = [
  { decimal: '.' },
  { decimal: ',' },
  { thousands: ',', decimal: '.' },
  { thousands: ' ', decimal: '.' },
  { thousands: '.', decimal: ',' },
  { thousands: ' ', decimal: ',' },
  { thousands: "'", decimal: '.' },
  { thousands: '’', decimal: '.' },
];
/** Longest possible number; a longer text is prose and is not tried. */
const LONGEST = 40;
const FRACTION = /^[-+]?\d+\.\d+$/;
/**
 * Spanish groups digits from five on (`1234`, `12 345`), so four digits without a separator prove nothing.
 */
const NOT_GROUPED = /^[-+]?\d{5,}/;

type Values = readonly (number | null)[];
interface Cell {
  readonly text: string;
  readonly count: number;
  readonly column: string;
  /** The values in each of WAYS. */
  readonly values: Values;
}

const readersOf = (notes: readonly string[]): ((text: string) => number | null)[] => {
  const footnotes = Object.fromEntries(
    notes.map((mark): [string, Footnote] => [mark, { en: mark, es: mark, mandatory: false }]),
  );
  return WAYS.map((marks) => {
    const read = cellReader({ missing: {}, numbers: { ...marks, percent: 'keep' }, footnotes });
    return (text) => {
      const cell = read(text);
      // `2008-2012` is more often a period than a number.
      return cell.kind === 'number' && cell.range === null ? cell.value : null;
    };
  });
};

/** The values of a column's cells in each form; none if the column contains texts. */
function cellsOf(
  column: string,
  counts: ReadonlyMap<string, number>,
  readers: readonly ((text: string) => number | null)[],
  stored: boolean,
): Cell[] {
  const cells: Cell[] = [];
  let [filled, numbers, words] = [0, 0, 0];
  for (const [text, count] of counts) {
    if (text.trim() === '') continue;
    filled += count;
    const tried = text.length <= LONGEST && /\d/.test(text);
    const values = readers.map((read, way) => {
      if (!tried) return null;
      // A workbook or JSON stores its numbers with a point; there `1.234` is not 1234.
      return stored && WAYS[way]?.thousands === '.' && FRACTION.test(text) ? null : read(text);
    });
    if (values.every((value) => value === null)) words++;
    else {
      numbers += count;
      cells.push({ text, count, column, values });
    }
  }
  return numbers >= filled / 2 || words <= 3 ? cells : [];
}

/** Columns in which some numbers have the thousands separator and other long numbers do not. */
function uneven(cells: readonly Cell[], way: number): number {
  const { thousands } = WAYS[way] ?? {};
  if (thousands === undefined) return 0;
  const plain = new Set(cells.filter(({ text }) => NOT_GROUPED.test(text)).map(({ column }) => column));
  const grouped = cells.filter(
    ({ text, values }) =>
      values[way] !== null && text.replace(/[\u00a0\u2009\u202f]/g, ' ').includes(thousands),
  );
  return new Set(grouped.map(({ column }) => column).filter((column) => plain.has(column))).size;
}

/** Readers of cells without footnotes, in each form. */
const BARE_READERS = readersOf([]);

type ReadNumber = (text: string) => number | null;

/** A reader that does not try what cannot be a number. */
const within =
  (read: ReadNumber | undefined): ReadNumber =>
  (text) =>
    text.length <= LONGEST && /\d/.test(text) ? (read?.(text) ?? null) : null;

/**
 * If two forms accept as many cells and read them differently, a column that groups only some of its long
 * numbers is evidence against a thousands separator. Otherwise the delimiter decides: files with semicolons
 * usually have the comma as the decimal mark. In both cases the other form is reported (`other`).
 *
 * @param columns the columns that may hold numbers, @param notes marks of footnotes behind numbers,
 * @param delimiter null for a workbook or JSON
 * @example `57,5` and `n/d`: `{ decimal: ',' }`. `1,234` and `12,345,678`: `{ thousands: ',' }`. `1,234` alone between
 * semicolons: `{ decimal: ',' }`, and `other` is `{ thousands: ',' }`.
 */
export function lookAtNumbers(
  columns: readonly { readonly name: string; readonly at: number }[],
  body: readonly Line[],
  notes: readonly string[],
  delimiter: string | null,
): NumberLook {
  const readers = readersOf(notes);
  const all = columns.flatMap(({ name, at }) => {
    const counts = new Map<string, number>();
    for (const { cells } of body) counts.set(cells[at] ?? '', (counts.get(cells[at] ?? '') ?? 0) + 1);
    return cellsOf(name, counts, readers, delimiter === null);
  });
  const telling = all.filter(({ values }) => values.some((value) => value !== values[0]));
  const readIn = (way: number): Pick<NumberLook, 'marks' | 'valueOf' | 'markedValueOf'> => ({
    marks: WAYS[way] ?? { decimal: '.' },
    valueOf: within(BARE_READERS[way]),
    markedValueOf: within(readers[way]),
  });
  if (telling.length === 0) return { ...readIn(0), other: null, against: null };
  const admitted = WAYS.map((_, way) =>
    telling.reduce((n, { values, count }) => (values[way] === null ? n : n + count), 0),
  );
  const comma = delimiter === ';';
  const best = WAYS.map((marks, way) => ({ marks, way, uneven: uneven(all, way) }))
    .filter(({ way }) => admitted[way] === Math.max(...admitted))
    .sort(
      (a, b) =>
        a.uneven - b.uneven ||
        Number((b.marks.decimal === ',') === comma) - Number((a.marks.decimal === ',') === comma) ||
        a.way - b.way,
    );
  const way = best[0]?.way ?? 0;
  const valuesIn = (cell: Cell, at: number): number | null => cell.values[at] ?? null;
  // Among those that read every cell the same way, the simplest.
  const alike = best.filter((reading) =>
    telling.every((cell) => valuesIn(cell, reading.way) === valuesIn(cell, way)),
  );
  const chosen = Math.min(...alike.map((reading) => reading.way));
  const others = best.flatMap((rival) =>
    telling.flatMap((cell) => {
      const [here, there] = [valuesIn(cell, chosen), valuesIn(cell, rival.way)];
      const differs = here !== null && there !== null && here !== there;
      return differs ? [{ marks: rival.marks, text: cell.text, here, there }] : [];
    }),
  );
  const left = telling.filter((cell) => valuesIn(cell, chosen) === null).sort((a, b) => b.count - a.count);
  const [most] = left;
  return {
    ...readIn(chosen),
    other: others[0] ?? null,
    against: most
      ? { count: left.reduce((n, { count }) => n + count, 0), text: most.text, column: most.column }
      : null,
  };
}

/** As a recipe writes it: `{ thousands: '.', decimal: ',' }`. */
export function marksInRecipe({ thousands, decimal }: NumberMarks): string {
  const keys = [
    ...(thousands === undefined ? [] : [thousands === "'" ? `thousands: "'"` : `thousands: '${thousands}'`]),
    ...(thousands !== undefined && decimal === '.' ? [] : [`decimal: '${decimal}'`]),
  ];
  return `{ ${keys.join(', ')} }`;
}

/** Whether the form is the default, so that a recipe need not state it. */
export const areUsual = ({ thousands, decimal }: NumberMarks): boolean =>
  thousands === undefined && decimal === '.';

/** Questions that the cells leave open, for the user to decide; none if all cells agree. */
export function doubtsAbout({ marks, other, against }: NumberLook): string[] {
  return [
    ...(other
      ? [
          `${other.text} is read as ${other.here}; it may be ${other.there}, and no cell tells: numbers: ${marksInRecipe(other.marks)}`,
        ]
      : []),
    ...(against
      ? [
          `cells that are no numbers with ${marksInRecipe(marks)}: ${against.count}, such as ${JSON.stringify(against.text)} in column ${JSON.stringify(against.column)}`,
        ]
      : []),
  ];
}

/** Findings and open questions, as lines of a report. */
export const sayNumbers = (numbers: NumberLook): string[] => [
  ...(areUsual(numbers.marks) ? [] : [marksInRecipe(numbers.marks)]),
  ...doubtsAbout(numbers),
];
