import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { COLUMN_NAMES } from '#app/_downloads/columns.ts';
import { formatCsv } from '#app/_downloads/csv.ts';
import { formatExcelCsv } from '#app/_downloads/excel-csv/excel-csv.ts';
import { readDownload } from '#sources/releases/download.ts';
import { guardNumber, markDates, unguardNumber, unmarkDates } from '#stats/spreadsheet-text.ts';
import { anyComparison, comparisonWith, sampleCell } from './comparison.ts';
import { OFFICE, resave } from './office.ts';

const SPANISH = comparisonWith(
  [
    { ...sampleCell, stated: { qualifier: 'exact', value: 68.6, low: null, high: null }, printed: '68.60' },
    {
      ...sampleCell,
      basis: 'month',
      period: { basis: 'month', start: '2014-10-01', end: '2014-10-31' },
      stated: { qualifier: 'more-than', value: null, low: 1234.5, high: null },
      locator: '3-4',
    },
  ],
  'es',
);

const HAS_PYTHON = spawnSync('python3', ['--version']).status === 0;

/** The cells of a file as python's csv module reads them. */
function readByPython(text: string, delimiter: string): string[][] {
  const program = `import csv,json,sys,io
print(json.dumps(list(csv.reader(io.TextIOWrapper(sys.stdin.buffer,encoding='utf-8-sig',newline=''),delimiter='${delimiter}'))))`;
  return JSON.parse(
    execFileSync('python3', ['-c', program], { input: text, encoding: 'utf8' }),
  ) as string[][];
}

describe('CSV for Excel', () => {
  test.skipIf(!HAS_PYTHON)(
    'in Spanish, read by python, has semicolons, decimal commas and no text that becomes a date or a number',
    () => {
      const text = formatExcelCsv(SPANISH);
      expect(text.startsWith('\ufeffEntity;Code;Year;')).toBe(true);
      const [head = [], first = [], second = []] = readByPython(text, ';');
      const cell = (row: string[], name: string) => row[head.indexOf(name)];
      expect(head).toEqual([...COLUMN_NAMES]);
      expect([cell(first, 'value'), cell(first, 'printed')]).toEqual(['68,6', "'68.60"]);
      expect(['period', 'low', 'qualifier', 'locator'].map((name) => cell(second, name))).toEqual([
        '2014-M10',
        '1234,5',
        'more-than',
        "'3-4",
      ]);
    },
  );

  test('is read back by verify as the plain CSV is', () => {
    fc.assert(
      fc.property(anyComparison, (comparison) => {
        const plain = readDownload(formatCsv(comparison)).rows;
        const excel = readDownload(formatExcelCsv(comparison)).rows;
        expect(excel.map(({ digits: _, ...row }) => row)).toEqual(plain);
      }),
    );
  });

  test('marks dates and guards numbers so that both are undone', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(unguardNumber(guardNumber(text))).toBe(text);
      }),
    );
    for (const period of [
      '2014',
      'FY2014',
      '2014-10',
      '2018-10-19',
      '2014-10/2015-04',
      '../2015-10-15',
      'annual@2015-11',
    ])
      expect(unmarkDates(markDates(period))).toBe(period);
  });
});

/** As Excel opens a file in Spain: semicolons, UTF-8, decimal commas, and whatever looks like a date becomes one. */
const AS_IN_SPAIN = 'CSV:59,34,76,1,,3082,false,true';

describe.skipIf(!OFFICE)(
  'CSV for Excel, opened by LibreOffice in Spanish (needs LibreOffice, which is not installed here)',
  () => {
    test(
      'has numbers as numbers and texts as texts, and computes nothing',
      { timeout: 120_000 },
      async () => {
        const bytes = resave(formatExcelCsv(SPANISH), { from: 'csv', to: 'xlsx', as: AS_IN_SPAIN });
        const [head = [], ...rows] = (await readXlsx(bytes)).sheets[0]!.rows;
        const cells = (name: string) => rows.map((row) => row[head.indexOf(name)] ?? null);
        expect(head.map((name) => String(name).replace(/^\ufeff/, ''))).toEqual([...COLUMN_NAMES]);
        expect(cells('value')).toEqual([68.6, null]);
        expect(cells('low')).toEqual([null, 1234.5]);
        expect(cells('period')[1]).toBe('2014-M10');
        expect(cells('locator')[1]).toMatch(/3-4$/);
        expect(cells('printed')[0]).toMatch(/68\.60$/);
      },
    );

    test('is read back by verify after it was saved', { timeout: 120_000 }, () => {
      const saved = resave(formatExcelCsv(SPANISH), {
        from: 'csv',
        to: 'csv:Text - txt - csv (StarCalc):59,34,76,1,,3082,false,true',
        as: AS_IN_SPAIN,
      }).toString('utf8');
      const plain = readDownload(formatCsv(SPANISH)).rows;
      const figures = (rows: typeof plain) =>
        rows.map(({ area, period, value, low, high, qualifier }) => [
          area,
          period,
          value,
          low,
          high,
          qualifier,
        ]);
      expect(figures(readDownload(saved).rows)).toEqual(figures(plain));
    });
  },
);
