/**
 * How a file writes its numbers, detected from all its cells: the draft reads each number correctly, and
 * reports what the cells leave open. The rows are synthetic: they are about commas and points, not about what
 * they count.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Observation } from '#stats/model/observation.ts';
import { draftRecipe } from '#sources/inspect/draft/draft.ts';
import { formatLook, lookAt } from '#sources/inspect/look.ts';
import { parseRecipe } from '#sources/recipe/schema/recipe.ts';
import { readByRecipe } from '#sources/recipe/run.ts';
import { sourcesCatalogue, table } from '../recipe/read.ts';

const dir = mkdtempSync(join(tmpdir(), 'cotejo-numbers-'));
afterAll(() => rmSync(dir, { recursive: true }));

const AREAS = ['Honduras', 'Mexico', 'Peru', 'Guatemala', 'Panama', 'Chile'];
const YEAR = '2015';

/** A table with one or more columns of numbers, one row for each list of cells. */
function tableOf(delimiter: string, names: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (text.includes(delimiter) ? `"${text}"` : text);
  return [['Country', 'Year', ...names], ...rows.map((row, i) => [AREAS[i] ?? '', YEAR, ...row])]
    .map((row) => `${row.map(cell).join(delimiter)}\n`)
    .join('');
}

/** The draft of a file, what it reports about numbers, and the values that it reads, in order. */
async function read(content: string, name = 'table.csv') {
  const path = join(dir, name);
  writeFileSync(path, content);
  const look = await lookAt(path, table);
  const { text } = draftRecipe(look, path, sourcesCatalogue, table);
  const recipe = parseRecipe(text, 'draft.yaml');
  const reading = readByRecipe({
    recipe,
    path,
    table,
    catalogue: sourcesCatalogue,
    edition: 'draft@2026',
    sha256: null,
  });
  const made: Observation[] = [];
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) made.push(...step.value);
  const values = made.map((observation) => observation.stated?.value ?? null);
  const line = (start: string): string[] => text.split('\n').filter((line) => line.startsWith(start));
  return {
    values,
    faults: step.value.faults,
    numbers: line('numbers:'),
    doubts: line('# edit: ').filter((doubt) => !/rows are named/.test(doubt)),
    look: formatLook(look).filter((line) => line.startsWith('numbers')),
  };
}
const column = (delimiter: string, cells: readonly string[]) =>
  read(
    tableOf(
      delimiter,
      ['Rate'],
      cells.map((cell) => [cell]),
    ),
  );

describe('one column tells how its numbers are written', () => {
  it.each([
    [
      'a decimal comma between semicolons',
      ';',
      ['57,5', 'n/d', '103', '1,6'],
      "{ decimal: ',' }",
      [57.5, null, 103, 1.6],
    ],
    [
      'a decimal comma between tabs',
      '\t',
      ['57,5', 'n/d', '103', '1,6'],
      "{ decimal: ',' }",
      [57.5, null, 103, 1.6],
    ],
    [
      'a decimal comma in quotes, between commas',
      ',',
      ['57,5', '103', '1,6'],
      "{ decimal: ',' }",
      [57.5, 103, 1.6],
    ],
    [
      'most are missing',
      ';',
      ['n/d', 'n/d', 'n/d', 'n/d', '7,25'],
      "{ decimal: ',' }",
      [null, null, null, null, 7.25],
    ],
    ['below zero', ';', ['-0,5', '1,25'], "{ decimal: ',' }", [-0.5, 1.25]],
    [
      'points between thousands',
      ';',
      ['1.234,5', '57,5', '12'],
      "{ thousands: '.', decimal: ',' }",
      [1234.5, 57.5, 12],
    ],
    [
      'points between thousands, twice',
      '\t',
      ['1.234.567', '12.000', '9'],
      "{ thousands: '.', decimal: ',' }",
      [1234567, 12000, 9],
    ],
    [
      'commas between thousands',
      ';',
      ['1,234.5', '57.5', '1,000'],
      "{ thousands: ',' }",
      [1234.5, 57.5, 1000],
    ],
    ['commas between thousands, twice', ';', ['1,234,567', '1,234'], "{ thousands: ',' }", [1234567, 1234]],
    ['spaces between thousands', '\t', ['1 234', '12\u00a0345'], "{ thousands: ' ' }", [1234, 12345]],
    [
      'spaces and a decimal comma',
      ';',
      ['1 234,5', '1,6'],
      "{ thousands: ' ', decimal: ',' }",
      [1234.5, 1.6],
    ],
    ['three decimals that begin with 0', ',', ['0,125', '1,234'], "{ decimal: ',' }", [0.125, 1.234]],
  ])('%s', async (_, delimiter, cells, numbers, values) => {
    const draft = await column(delimiter, cells);
    expect(draft.faults).toEqual([]);
    expect(draft.values).toEqual(values);
    expect(draft.numbers).toEqual([`numbers: ${numbers}`]);
    expect(draft.doubts).toEqual([]);
    expect(draft.look).toHaveLength(1);
  });

  it('a decimal point needs no word', async () => {
    const draft = await column(',', ['57.5', 'n/d', '103', '1.234']);
    expect(draft.values).toEqual([57.5, null, 103, 1.234]);
    expect([draft.numbers, draft.doubts, draft.look, draft.faults]).toEqual([[], [], [], []]);
  });
});

describe('what no cell tells is said', () => {
  it.each([
    [
      '1,234 between semicolons',
      ';',
      ['1,234', '5,678'],
      "{ decimal: ',' }",
      [1.234, 5.678],
      '1,234 is read as 1.234; it may be 1234',
      "{ thousands: ',' }",
    ],
    [
      '1,234 between tabs',
      '\t',
      ['1,234', '5,678'],
      "{ thousands: ',' }",
      [1234, 5678],
      '1,234 is read as 1234; it may be 1.234',
      "{ decimal: ',' }",
    ],
    [
      '1,234 beside 12345, where thousands are not grouped',
      '\t',
      ['1,234', '12345'],
      "{ decimal: ',' }",
      [1.234, 12345],
      '1,234 is read as 1.234; it may be 1234',
      "{ thousands: ',' }",
    ],
    [
      '1.234 between semicolons',
      ';',
      ['1.234', '57'],
      "{ thousands: '.', decimal: ',' }",
      [1234, 57],
      '1.234 is read as 1234; it may be 1.234',
      "{ decimal: '.' }",
    ],
    [
      '1.234 between commas',
      ',',
      ['1.234', '57'],
      null,
      [1.234, 57],
      '1.234 is read as 1.234; it may be 1234',
      "{ thousands: '.', decimal: ',' }",
    ],
  ])('%s', async (_, delimiter, cells, numbers, values, doubt, other) => {
    const draft = await column(delimiter, cells);
    expect(draft.faults).toEqual([]);
    expect(draft.values).toEqual(values);
    expect(draft.numbers).toEqual(numbers === null ? [] : [`numbers: ${numbers}`]);
    expect(draft.doubts).toEqual([`# edit: ${doubt}, and no cell tells: numbers: ${other}`]);
    expect(draft.look.at(-1)).toContain(doubt);
  });

  it('another column tells: beside 57,5 a 1.234 is 1234, and beside 57.5 a 1,234 is', async () => {
    const rates = ['Lamps', 'Rate'];
    const comma = await read(
      tableOf(';', rates, [
        ['1.234', '57,5'],
        ['2.000', '1,6'],
      ]),
    );
    expect(comma.values).toEqual([1234, 57.5, 2000, 1.6]);
    const point = await read(
      tableOf(';', rates, [
        ['1,234', '57.5'],
        ['2,000', '1.6'],
      ]),
    );
    expect(point.values).toEqual([1234, 57.5, 2000, 1.6]);
    expect([comma.doubts, point.doubts]).toEqual([[], []]);
  });

  it('columns that contradict each other: the most cells decide, and the others are counted', async () => {
    const rows = [
      ['57,5', '1.5'],
      ['1,6', '8'],
      ['2,25', '9'],
    ];
    const draft = await read(tableOf(';', ['Rate', 'Lamps'], rows));
    expect(draft.numbers).toEqual(["numbers: { decimal: ',' }"]);
    expect(draft.doubts).toEqual([
      `# edit: cells that are no numbers with { decimal: ',' }: 1, such as "1.5" in column "Lamps"`,
    ]);
    expect(draft.faults).toMatchObject([{ line: 2, column: 'Lamps' }]);
  });

  it('numbers that JSON stores are what they are', async () => {
    const draft = await read(
      JSON.stringify([
        { Country: 'Peru', Year: 2015, Rate: 1.234 },
        { Country: 'Chile', Year: 2015, Rate: 2.125 },
      ]),
      'table.json',
    );
    expect(draft.values).toEqual([1.234, 2.125]);
    expect([draft.numbers, draft.doubts]).toEqual([[], []]);
  });
});

describe('what is no number stays what it is', () => {
  it('a place, a code or a name does not say how numbers are written', async () => {
    const rows = [
      ['57,5', '19.43', 'A 1.5, old'],
      ['1,6', '-9.1', 'B 2.5, new'],
    ];
    const draft = await read(tableOf(';', ['Rate', 'Latitude', 'Kind'], rows));
    expect(draft.values).toEqual([57.5, 1.6]);
    expect([draft.numbers, draft.doubts]).toEqual([["numbers: { decimal: ',' }"], []]);
  });

  it('columns of years are read with the decimal comma of the file', async () => {
    const content = 'Country;2014;2015\nPeru;57,5;n/d\nChile;1.234,5;3\n';
    const draft = await read(content);
    expect(draft.values).toEqual([57.5, null, 1234.5, 3]);
    expect(draft.faults).toEqual([]);
  });
});
