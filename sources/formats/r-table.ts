/**
 * A table in a file of R (.rda, .RData, .rds): a data frame as lines of cells. The first line has the names of the
 * columns. Cells are what `write.csv` of R writes; dates, months and quarters are in our own forms.
 */
import { wholeOf, type TableBytes } from './container.ts';
import { UnreadableFile, type Line } from './line.ts';
import { readRObjects, textsOf, type RObject } from './r-object.ts';

const MB = 1024 * 1024;
const MOST_BYTES = 200 * MB;
const DAY_MS = 86_400_000;

const tooMuch = (): UnreadableFile =>
  new UnreadableFile(
    'the file of R has more than 200 MB unpacked',
    'write the table in R with write.csv, and give that file',
  );

const classesOf = ({ attributes }: RObject): (string | null)[] => textsOf(attributes.get('class'));
const isTable = (object: RObject): boolean =>
  object.type === 'list' && classesOf(object).includes('data.frame');

/** The ISO day of a number of days or seconds since 1970, or what is left of it. */
function isoOf(milliseconds: number, length: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, length);
}

function momentOf(seconds: number): string {
  const text = isoOf(seconds * 1000, 24);
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}

/** How a number of each class is written. `yearmonth` and `yearquarter` are days, of the package tsibble. */
const CLASSES: readonly (readonly [name: string, write: (value: number) => string])[] = [
  ['Date', (days) => isoOf(days * DAY_MS, 10)],
  ['POSIXct', momentOf],
  ['yearmonth', (days) => isoOf(days * DAY_MS, 7)],
  [
    'yearquarter',
    (days) => {
      const day = isoOf(days * DAY_MS, 10);
      return day === '' ? '' : `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
    },
  ],
];

/** The cells of a column. A column that is not read, such as one of lists, says so in each. */
function cellsOf(column: RObject): string[] {
  const { type, values } = column;
  const classes = classesOf(column);
  if (type === 'text') return textsOf(column).map((text) => text ?? '');
  if (type === 'truths') return values.map((value) => (value === null ? '' : value === 0 ? 'FALSE' : 'TRUE'));
  if (type !== 'integers' && type !== 'numbers') return values.map(() => `[${type}]`);
  // Whole numbers of 64 bits, which lie in the bits of doubles.
  if (classes.includes('integer64')) return values.map(() => '[integer64]');
  const numbers = values.map((value) => (typeof value === 'number' && !Number.isNaN(value) ? value : null));
  if (classes.includes('factor')) {
    const levels = textsOf(column.attributes.get('levels'));
    return numbers.map((value) => (value === null ? '' : (levels[value - 1] ?? '')));
  }
  const [, write] = CLASSES.find(([name]) => classes.includes(name)) ?? [];
  return numbers.map((value) => (value === null ? '' : (write ?? String)(value)));
}

/** The tables of a file by name. */
function tablesOf(bytes: Uint8Array): (readonly [name: string, table: RObject])[] {
  return [...readRObjects(bytes)].filter(([, object]) => isTable(object));
}

function pickTable(
  tables: readonly (readonly [name: string, table: RObject])[],
  inside: string | undefined,
): RObject {
  const names = tables.map(([name]) => JSON.stringify(name)).join(', ');
  const fitting = inside === undefined ? tables : tables.filter(([name]) => name === inside);
  const [only, ...more] = fitting;
  if (!only)
    throw new UnreadableFile(
      inside === undefined
        ? 'the file of R has no data frame in it'
        : `the file of R has no data frame ${JSON.stringify(inside)}`,
      names === ''
        ? 'write the table in R with write.csv, and give that file'
        : `it has ${names}; correct inside under format in the recipe`,
    );
  if (more.length > 0)
    throw new UnreadableFile(
      `the file of R has ${fitting.length} data frames`,
      `say which (--inside, or inside under format in the recipe): ${names}`,
    );
  return only[1];
}

/**
 * Reads a table of R. Lines are counted as in a CSV of the same table: its header is the first.
 * @param inside which data frame, where there are several
 * @throws UnreadableFile
 */
export async function readRTable(table: TableBytes, inside: string | undefined): Promise<Line[]> {
  const frame = pickTable(tablesOf(await wholeOf(table, MOST_BYTES, tooMuch)), inside);
  const names = textsOf(frame.attributes.get('names')).map((name) => name ?? '');
  const columns = frame.values.map((column) =>
    typeof column === 'object' && column !== null ? cellsOf(column) : [],
  );
  const rows = Math.max(0, ...columns.map((cells) => cells.length));
  return [
    { line: 1, cells: names },
    ...Array.from({ length: rows }, (_, i) => ({
      line: i + 2,
      cells: columns.map((cells) => cells[i] ?? ''),
    })),
  ];
}
