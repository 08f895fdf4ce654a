import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { citeAnswers } from '#app/_downloads/citation/cited-work.ts';
import { COLUMN_NAMES } from '#app/_downloads/columns.ts';
import { formatCsv } from '#app/_downloads/csv.ts';
import { formatDataPackage } from '#app/_downloads/data-package/data-package.ts';
import { formatMarkdown } from '#app/_downloads/markdown/markdown.ts';
import { comparisonWith, sampleCell } from './comparison.ts';

const COMPARISON = comparisonWith([
  sampleCell,
  { ...sampleCell, area: 'SLV', stated: { qualifier: 'more-than', value: null, low: 20_000, high: null } },
]);
const write = (): Promise<Buffer> =>
  formatDataPackage(
    [COMPARISON],
    citeAnswers([COMPARISON], 'https://example.org/x'),
    formatMarkdown(COMPARISON, '/data/1.0.0/homicide-rate.md'),
  );
const archive = await write();
const files = Object.fromEntries(
  Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, strFromU8(bytes)]),
);
const read = <T>(name: string): T => JSON.parse(files[name] ?? '') as T;
const folder = mkdtempSync(join(tmpdir(), 'package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const hasPython = spawnSync('python3', ['--version']).status === 0;

describe('a data package', () => {
  test('has the CSV as its own address gives it', () => {
    expect(files['homicide-rate.csv']).toBe(formatCsv(COMPARISON));
  });

  test('names every file with its size and its hash', () => {
    const { resources, licenses, version } = read<{
      version: string;
      licenses: object[];
      resources: { path: string; bytes: number; hash: string; name: string }[];
    }>('datapackage.json');
    expect(version).toBe('1.0.0');
    expect(licenses).toEqual([{ title: 'CC BY 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' }]);
    for (const { path, bytes, hash } of resources) {
      const text = files[path] ?? '';
      expect([bytes, hash]).toEqual([
        Buffer.byteLength(text),
        `sha256:${createHash('sha256').update(text).digest('hex')}`,
      ]);
    }
    const described = ['datapackage.json', 'croissant.json', 'ro-crate-metadata.json'];
    expect([...resources.map(({ path }) => path), ...described].sort()).toEqual(Object.keys(files).sort());
    expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
  });

  test('describes every column of the table in Table Schema, CSVW and Croissant, in the order of the file', () => {
    const [header]: string[][] = parse(files['homicide-rate.csv'] ?? '');
    expect(header).toEqual([...COLUMN_NAMES]);
    const { resources } = read<{ resources: { path: string; schema?: { fields: { name: string }[] } }[] }>(
      'datapackage.json',
    );
    const table = resources.find(({ path }) => path === 'homicide-rate.csv');
    expect(table?.schema?.fields.map(({ name }) => name)).toEqual(header);
    const csvw = read<{ url: string; tableSchema: { columns: { titles: string }[] } }>(
      'homicide-rate.csv-metadata.json',
    );
    expect(csvw.url).toBe('homicide-rate.csv');
    expect(csvw.tableSchema.columns.map(({ titles }) => titles)).toEqual(header);
    const { recordSet } = read<{ recordSet: { field: { name: string }[] }[] }>('croissant.json');
    expect(recordSet[0]?.field.map(({ name }) => name)).toEqual(header);
  });

  test('of several tables has a record set for each in Croissant, with ids of its own', async () => {
    const other = { ...COMPARISON, indicator: { ...COMPARISON.indicator, id: 'other' } };
    const both = [COMPARISON, other];
    const bytes = await formatDataPackage(both, citeAnswers(both, 'https://example.org/x'), '');
    const { recordSet } = JSON.parse(strFromU8(unzipSync(bytes)['croissant.json']!)) as {
      recordSet: { '@id': string; field: { '@id': string; source: { fileObject: { '@id': string } } }[] }[];
    };
    expect(recordSet.map((set) => [set['@id'], set.field[0]?.source.fileObject['@id']])).toEqual([
      ['rows-homicide-rate', 'homicide-rate.csv'],
      ['rows-other', 'other.csv'],
    ]);
    const ids = recordSet.flatMap(({ field }) => field.map((own) => own['@id']));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has the hedge in its text, the licence of each source, and the codes in both languages', () => {
    expect(files['README.md']).toContain('more than 20,000');
    expect(files['LICENCES.txt']).toContain('A report (A publisher)\n  Licence: CC BY 4.0');
    expect(files['codebook.csv']).toContain('qualifier,more-than,,more than,más de');
    expect(files['CITATION.cff']).toContain('cff-version: 1.2.0');
  });

  test('is the same file every time', async () => {
    expect((await write()).equals(archive)).toBe(true);
  });

  test.skipIf(!hasPython)('is opened and tested by python', () => {
    const path = join(folder, 'a.zip');
    writeFileSync(path, archive);
    const program = `import zipfile,sys,json
z=zipfile.ZipFile(sys.argv[1]); print(json.dumps([z.testzip(), sorted(z.namelist()), z.infolist()[0].date_time[:3]]))`;
    const found = JSON.parse(
      execFileSync('python3', ['-c', program, path], { encoding: 'utf8' }),
    ) as unknown[];
    expect(found).toEqual([null, Object.keys(files).sort(), [2026, 11, 22]]);
  });
});
