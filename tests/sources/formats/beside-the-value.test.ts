/**
 * What a cell of a workbook contains besides its value: superscript digits, formulas without results, date
 * formats.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, expect, test } from 'vitest';
import { openContainer } from '#sources/formats/container.ts';
import { readWorkbook } from '#sources/formats/workbook/workbook.ts';
import { readText } from '../recipe/read.ts';

const dir = mkdtempSync(join(tmpdir(), 'cotejo-workbook-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

type Cells = NonNullable<Parameters<typeof writeXlsx>[0]['sheets'][number]['cells']>;

const book = (rows: (string | number | Date | null)[][], cells: Cells): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'Sheet1', rows, cells }] });

async function textsOf(bytes: Uint8Array): Promise<string[][]> {
  const path = join(dir, 'book.xlsx');
  writeFileSync(path, bytes);
  const [sheet] = await readWorkbook(await openContainer(path));
  return (sheet?.lines ?? []).map(({ cells }) => [...cells]);
}

const raised = (text: string, mark: string) => ({
  value: text + mark,
  type: 'richText' as const,
  richText: [{ text }, { text: mark, font: { vertAlign: 'superscript' as const } }],
});

const RECIPE = `
format: { type: xlsx }
area: Area
period: Year
footnotes:
  ¹: { en: Provisional., es: Provisional. }
  ²: { en: Includes disappearances., es: Incluye desapariciones. }
figures:
  - { indicator: homicides, value: Homicides }
`;

test('raised digits are marks of footnotes and no digits of the number', async () => {
  const rows = [
    ['Area', 'Year', 'Homicides'],
    ['SLV', 2014, '39421'],
    ['BLZ', 2014, '1211,2'],
  ];
  const cells: Cells = new Map([
    ['1,2', raised('3942', '1')],
    ['2,2', raised('121', '1,2')],
  ]);
  const bytes = await book(rows, cells);
  expect((await textsOf(bytes)).map((row) => row[2])).toEqual(['Homicides', '3942¹', '121¹ ²']);
  const { observations, faults } = await readText(bytes, RECIPE);
  expect(faults).toEqual([]);
  expect(observations.map((o) => [o.stated?.value, o.note?.text.en])).toEqual([
    [3942, 'Provisional.'],
    [121, 'Includes disappearances. Provisional.'],
  ]);
});

test('a raised digit that the recipe does not name is refused', async () => {
  const rows = [
    ['Area', 'Year', 'Homicides'],
    ['SLV', 2014, '39421'],
  ];
  const bytes = await book(rows, new Map([['1,2', raised('3942', '1')]]));
  const { observations, faults } = await readText(bytes, RECIPE.replace(/footnotes:\n.*\n.*\n/, ''));
  expect(observations).toEqual([]);
  expect(faults.join()).toContain('if "¹" marks a footnote');
});

test('a formula without a stored result is refused, not taken for an empty cell', async () => {
  const rows = [
    ['Area', 'Year', 'Homicides'],
    ['HND', 2014, null],
  ];
  const bytes = await book(rows, new Map([['1,2', { value: null, type: 'formula', formula: 'A2+B2' }]]));
  const { observations, faults } = await readText(bytes, RECIPE);
  expect(observations).toEqual([]);
  expect(faults.join()).toContain('"=A2+B2" begins with =');
});

test('a date that shows a year is a year, and one that shows a month a month', async () => {
  const day = new Date('2014-10-01T00:00:00Z');
  const cells: Cells = new Map(
    ['yyyy', 'mmm-yy', 'yyyy-mm-dd'].map((numFmt, i) => [
      `${i},0`,
      { value: day, type: 'date' as const, style: { numFmt } },
    ]),
  );
  const texts = await textsOf(await book([[day], [day], [day]], cells));
  expect(texts.flat()).toEqual(['2014', '2014-10', '2014-10-01']);
});
