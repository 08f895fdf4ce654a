import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { citeAnswers } from '#app/_downloads/citation/cited-work.ts';
import { COLUMN_NAMES, DOWNLOAD_COLUMNS, type CsvRow } from '#app/_downloads/columns.ts';
import { csvRowOf, parseCsv, formatCsv } from '#app/_downloads/csv.ts';
import { downloadRows } from '#app/_downloads/row.ts';
import { formatXlsx } from '#app/_downloads/xlsx/xlsx.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { anyComparison, comparisonWith, sampleCell } from './comparison.ts';
import { OFFICE, resave } from './office.ts';

const write = (comparison: Comparison): Promise<Buffer> =>
  formatXlsx([comparison], citeAnswers([comparison], 'https://example.org/x'));
const sheetsOf = async (comparison: Comparison) => (await readXlsx(await write(comparison))).sheets;

/** A value as a workbook has it: texts of lists and gaps, days as dates, nothing for an empty text. */
function expected(row: CsvRow, name: keyof CsvRow): unknown {
  const value = row[name];
  if (value === null || value === '') return null;
  if (typeof value === 'object') {
    const { format } = DOWNLOAD_COLUMNS[name] as { format: (value: unknown) => string };
    return format(value) || null;
  }
  return value;
}

const read = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString().slice(0, 10) : value === '' ? null : value;

const HEDGED = comparisonWith([
  sampleCell,
  {
    ...sampleCell,
    area: 'SLV',
    stated: { qualifier: 'more-than', value: null, low: 20_000, high: null },
    notes: [{ text: { en: '=1+1', es: '=1+1' }, mandatory: false }],
  },
]);

describe('a workbook, read by hucre', () => {
  test('has every cell of the CSV, numbers as numbers and days as dates', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyComparison, async (comparison) => {
        const [data] = await sheetsOf(comparison);
        const [head = [], ...lines] = data!.rows;
        expect(head).toEqual(COLUMN_NAMES);
        const rows = downloadRows(comparison).map((row) => csvRowOf(row, comparison.language));
        const cells = rows.map((row) => COLUMN_NAMES.map((name) => expected(row, name)));
        expect(lines.map((line) => COLUMN_NAMES.map((_, i) => read(line[i] ?? null)))).toEqual(cells);
      }),
      { numRuns: 60 },
    );
  });

  test('has the codebook in both languages, sources, notes, licence and citation', async () => {
    for (const [language, names] of [
      ['en', ['Data', 'Codebook', 'Sources', 'Notes', 'Licence', 'Citation']],
      ['es', ['Datos', 'Diccionario', 'Fuentes', 'Notas', 'Licencia', 'Cita']],
    ] as const) {
      const sheets = await sheetsOf({ ...HEDGED, language });
      expect(sheets.map(({ name }) => name)).toEqual(names);
      const texts = sheets.map(({ rows }) => JSON.stringify(rows));
      for (const name of COLUMN_NAMES) expect(texts[1]).toContain(`["${name}",null,`);
      expect(texts[1]).toContain('"qualifier","more-than",null,"more than","más de"');
      expect(texts[2]).toContain('report@2015-11');
      expect(texts[4]).toContain('CC BY 4.0');
      expect(texts[5]).toContain('https://example.org/x');
    }
  });

  test('a share is a number with a percent format', async () => {
    const share: Comparison = {
      ...comparisonWith([
        { ...sampleCell, stated: { qualifier: 'exact', value: 0.37, low: null, high: null } },
      ]),
    };
    const asShare = { ...share, indicator: { ...share.indicator, measure: 'share' as const } };
    const workbook = await readXlsx(await write(asShare), { readStyles: true });
    const at = COLUMN_NAMES.indexOf('value');
    expect(workbook.sheets[0]!.rows[1]![at]).toBe(0.37);
    expect(JSON.stringify([...workbook.sheets[0]!.cells!.entries()])).toContain('0.0###%');
  });

  test('is the same file every time', async () => {
    expect((await write(HEDGED)).equals(await write(HEDGED))).toBe(true);
  });

  test('of 100,000 rows is made within 250 MB beside its answer', { timeout: 120_000 }, async () => {
    const cells = Array.from({ length: 100_000 }, (_, i) => ({ ...sampleCell, locator: `line ${i}` }));
    const comparison = comparisonWith(cells);
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
    const file = await write(comparison);
    clearInterval(watch);
    expect(file.byteLength).toBeGreaterThan(1_000_000);
    expect((most - before) / 1024 / 1024).toBeLessThan(250);
  });
});

describe.skipIf(!OFFICE)(
  'a workbook, opened by LibreOffice (needs LibreOffice, which is not installed here)',
  () => {
    test('has the numbers and hedges of the CSV, and computes nothing', { timeout: 120_000 }, async () => {
      const [head, ...lines]: string[][] = parse(
        resave(await write(HEDGED), { from: 'xlsx', to: 'csv' }).toString('utf8'),
      );
      expect(head).toEqual([...COLUMN_NAMES]);
      const rows = parseCsv(formatCsv(HEDGED));
      const numbers = lines.map((line) =>
        (['value', 'low', 'high', 'qualifier', 'note', 'period_start'] as const).map(
          (name) => line[COLUMN_NAMES.indexOf(name)],
        ),
      );
      expect(numbers).toEqual(
        rows.map((row) =>
          [row.value, row.low, row.high, row.qualifier, row.note, row.period_start].map((v) =>
            String(v ?? ''),
          ),
        ),
      );
    });
  },
);
