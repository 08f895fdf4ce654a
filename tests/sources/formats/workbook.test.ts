/** Excel 97 workbooks are recognised by their first bytes; a file that only resembles one is refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { UnreadableFile } from '#sources/formats/line.ts';
import { openContainer } from '#sources/formats/container.ts';
import { readWorkbook } from '#sources/formats/workbook/workbook.ts';
import { describeShared } from '../../setup/shared.ts';

const dir = mkdtempSync(join(tmpdir(), 'cotejo-workbook-'));
afterAll(() => rmSync(dir, { recursive: true }));

test('a compound document without a workbook in it is refused, with what to do', async () => {
  const path = join(dir, 'torn.xls');
  writeFileSync(path, Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000)]));
  const error: unknown = await readWorkbook(await openContainer(path)).catch((found: unknown) => found);
  expect(error).toBeInstanceOf(UnreadableFile);
  expect(String((error as UnreadableFile).message)).toContain('the workbook cannot be read');
});

describeShared('data/remittances-wdi-2023', 'a workbook of Excel 97', (folder) => {
  test('has its sheets, its empty row and all digits of its numbers', async () => {
    const sheets = await readWorkbook(
      await openContainer(join(folder, 'API_BX.TRF.PWKR.CD.DT_DS2_en_excel_v2_6000901.xls')),
    );
    expect(sheets.map(({ name }) => name)).toEqual(['Data', 'Metadata - Countries', 'Metadata - Indicators']);
    const lines = sheets[0]?.lines ?? [];
    expect(lines[2]).toEqual({ line: 3, cells: [] });
    const [honduras] = lines.filter(({ cells }) => cells[1] === 'HND');
    expect(honduras?.cells.at(-1)).toBe('8485378379.70857');
  });
});
