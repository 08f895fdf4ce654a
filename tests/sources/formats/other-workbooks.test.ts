/** Workbooks of other programs than Excel of today: what a person sees in a cell is in its text there, too. */
import CFB from 'cfb';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readCells } from './opened.ts';

/** An .ods with this content.xml, as small as can be. */
const ods = (styles: string, rows: string): Uint8Array => {
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  const names = ['office', 'style', 'text', 'table', 'number', 'fo']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ');
  const xml = `<?xml version="1.0"?><office:document-content ${names}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Table">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: [text('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': text(xml),
  });
};

const STYLES = `<number:date-style style:name="N1"><number:month/><number:text>-</number:text><number:year/></number:date-style>
<style:style style:name="month" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="raised" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="struck" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>`;

const textCell = (inner: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${inner}</text:p></table:table-cell>`;
const numberCell = (value: string, more = ''): string =>
  `<table:table-cell office:value-type="float" office:value="${value}" ${more}><text:p>${value}</text:p></table:table-cell>`;

test('an .ods: percentages, months, raised digits, formulas without a result, rows in groups', async () => {
  const content = ods(
    STYLES,
    `<table:table-header-rows><table:table-row>${['Country', 'Month', 'Deaths', 'Share'].map(textCell).join('')}</table:table-row></table:table-header-rows>
<table:table-row-group><table:table-row>${textCell('Honduras<text:span text:style-name="raised">1</text:span>')}<table:table-cell table:style-name="month" office:value-type="date" office:date-value="2014-10-01"><text:p>10-14</text:p></table:table-cell>${textCell('3942<text:span text:style-name="raised">2</text:span>')}<table:table-cell office:value-type="percentage" office:value="0.125"><text:p>12.5%</text:p></table:table-cell></table:table-row></table:table-row-group>
<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
<table:table-row>${textCell('Belize')}<table:table-cell/>${numberCell('7', 'table:number-columns-repeated="2"')}</table:table-row>
<table:table-row>${textCell('Peru')}<table:table-cell table:formula="of:=[.C2]+1"/></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`,
  );
  const { cells, lines } = await readCells(content, { type: 'xlsx' });
  expect(cells).toEqual([
    ['Country', 'Month', 'Deaths', 'Share'],
    ['Honduras¹', '2014-10', '3942²', '12.5%'],
    [],
    [],
    ['Belize', '', '7', '7'],
    ['Peru', '=[.C2]+1'],
  ]);
  expect(lines.at(-1)).toBe(6);
});

test('an .ods: hidden rows and columns, and struck-out text', async () => {
  const content = ods(
    STYLES,
    `<table:table-column/><table:table-column table:visibility="collapse"/>
<table:table-row>${textCell('Country')}${textCell('Code')}</table:table-row>
<table:table-row table:visibility="filter">${textCell('Total')}${textCell('_T')}</table:table-row>
<table:table-row>${textCell('<text:span text:style-name="struck">Peru</text:span>')}${textCell('PER')}</table:table-row>`,
  );
  const plain = await readCells(content, { type: 'xlsx' });
  expect([...plain.opened.hiddenColumns]).toEqual([1]);
  expect(plain.cells.at(-1)).toEqual(['P\u0336e\u0336r\u0336u\u0336', 'PER']);
  const { cells } = await readCells(content, { type: 'xlsx', hidden: 'leave-out', struck: 'leave-out' });
  expect(cells).toEqual([
    ['Country', ''],
    ['', ''],
  ]);
  const read = await readCells(content, { type: 'xlsx', hidden: 'read', struck: 'read' });
  expect(read.cells).toEqual([
    ['Country', 'Code'],
    ['Total', '_T'],
    ['Peru', 'PER'],
  ]);
});

const shorts = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, i) => bytes.writeUInt16LE(value, 2 * i));
  return bytes;
};
const record = (id: number, ...parts: Buffer[]): Buffer => {
  const data = Buffer.concat(parts);
  return Buffer.concat([shorts(id, data.length), data]);
};
const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const font = (flags: number, position: number): Buffer =>
  record(0x31, shorts(200, flags, 0x7fff, 400, position), Buffer.from([0, 0, 0, 0, 1, 0]), latin('A'));

/** An Excel 97 workbook with a raised 1, a percentage, a year, a struck-out number, a hidden row and column. */
function excel97(): Uint8Array {
  const xf = (fontNumber: number, format: number): Buffer =>
    record(0xe0, shorts(fontNumber, format), Buffer.alloc(16));
  const texts = [Buffer.concat([shorts(5), Buffer.from([8]), shorts(1), latin('39421'), shorts(4, 1)])];
  const before = Buffer.concat([
    record(0x809, shorts(0x600, 5, 0, 0, 0, 0, 0, 0)),
    font(0, 0),
    font(0, 1),
    font(8, 0),
    record(0x41e, shorts(164, 4), Buffer.from([0]), latin('yyyy')),
    xf(0, 0),
    xf(0, 10),
    xf(0, 164),
    xf(2, 0),
  ]);
  const names = Buffer.concat([Buffer.from([0, 0, 5, 0]), latin('Table')]);
  const shared = record(0xfc, Buffer.from([1, 0, 0, 0, 1, 0, 0, 0]), ...texts);
  const at = before.length + 4 + 4 + names.length + shared.length + 4;
  const position = Buffer.alloc(4);
  position.writeUInt32LE(at);
  const globals = Buffer.concat([before, record(0x85, position, names), shared, record(0x0a)]);
  const cell = (row: number, column: number, look: number, value: number): Buffer =>
    record(0x203, shorts(row, column, look), number(value));
  const sheet = Buffer.concat([
    record(0x809, shorts(0x600, 16, 0, 0, 0, 0, 0, 0)),
    record(0x7d, shorts(3, 3, 0, 0, 1, 0)),
    record(0x208, shorts(1, 0, 4, 0, 0, 0, 0x20, 0)),
    record(0xfd, shorts(0, 0, 0), Buffer.from([0, 0, 0, 0])),
    cell(0, 1, 1, 0.125),
    cell(0, 2, 2, 41640),
    cell(0, 3, 3, 7),
    cell(1, 0, 0, 9),
    record(0x0a),
  ]);
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, 'Workbook', Buffer.concat([globals, sheet]));
  return CFB.write(file, { type: 'buffer' }) as Buffer;
}

test('an .xls: raised digits, percentages, years, struck-out numbers, hidden rows and columns', async () => {
  const { cells, opened } = await readCells(excel97(), { type: 'xlsx' });
  expect(cells).toEqual([['3942¹', '12.5%', '2014', '7\u0336'], ['9']]);
  expect([...opened.hiddenColumns]).toEqual([3]);
  const { cells: shown } = await readCells(excel97(), { type: 'xlsx', hidden: 'leave-out' });
  expect(shown).toEqual([['3942¹', '12.5%', '2014', '']]);
});
