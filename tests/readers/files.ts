/** Readers of our files: tables, workbooks, cubes, archives, texts. */
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { parquetReadObjects } from 'hyparquet';
import { decodeColumns } from '#app/_downloads/columnar/encode.ts';
import { OFFICE, resave } from '../app/_downloads/office.ts';
import { ofCube } from './cube.ts';
import {
  bytes,
  data,
  duckdb,
  figure,
  FLOW,
  has,
  HAS_PYTHON,
  HAS_R,
  ofLines,
  ofRows,
  python,
  records,
  runProgram,
  saved,
  text,
  READ_RELEASE,
  type Figures,
  type StrangerReader,
  type RowRead,
} from './reader.ts';

const PYTHON = `import csv,json,sys,urllib.request as u,io
print(json.dumps(list(csv.DictReader(io.TextIOWrapper(u.urlopen(sys.argv[1]),encoding='utf-8-sig',newline='')))))`;

const PYTHON_JSON =
  'import json,sys,urllib.request as u;print(json.dumps(json.load(u.urlopen(sys.argv[1]))["rows"]))';

export const PYTHON_ZIP = `import csv,hashlib,io,json,sys,zipfile
z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
for f in json.load(z.open('datapackage.json'))['resources']:
  assert f['hash']=='sha256:'+hashlib.sha256(z.read(f['path'])).hexdigest(), f['path']
for f in json.load(z.open('croissant.json'))['distribution']:
  assert f['sha256']==hashlib.sha256(z.read(f['name'])).hexdigest(), f['name']
crate={f['@id']: f for f in json.load(z.open('ro-crate-metadata.json'))['@graph']}
for f in crate['./']['hasPart']:
  assert crate[f['@id']]['sha256']==hashlib.sha256(z.read(f['@id'])).hexdigest(), f
names=[c['name'] for c in json.load(z.open(sys.argv[2]+'-metadata.json'))['tableSchema']['columns']]
rows=list(csv.DictReader(io.TextIOWrapper(z.open(sys.argv[2]),encoding='utf-8',newline='')))
assert names==list(rows[0]), names
print(json.dumps(rows))`;

const R_CSV = `d <- read.csv(commandArgs(TRUE)[1]); cat(sprintf("%s\\t%s\\t%s\\t%s", d$Code, d$period, format(d$value, digits = 15, trim = TRUE), d$qualifier), sep = "\\n")`;

export async function ofWorkbook(file: Uint8Array): Promise<RowRead[]> {
  const [head = [], ...rows] = (await readXlsx(file)).sheets[0]!.rows;
  const names = head.map((name) => String(name).replace(/^\ufeff/, ''));
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
}

const parquetRows = (file: Uint8Array): Promise<RowRead[]> =>
  parquetReadObjects({ file: new Uint8Array(file).buffer });

/** A wide file has a value and a qualifier for each series; this question has one. */
const ofWide = (csv: string): Figures =>
  records(csv)
    .map((row) => figure(row['Code'], row['period'], row[FLOW], row[`${FLOW} (qualifier)`]))
    .sort();

/** The table of a text: a line for each year, a column for each country; numbers as they are printed. */
function ofTable(markdown: string): Figures {
  const names: Readonly<Record<string, string>> = { Guatemala: 'GTM', Honduras: 'HND', 'El Salvador': 'SLV' };
  const lines = markdown.split('\n').filter((line) => line.startsWith('| '));
  const [head = [], , ...rows] = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return rows
    .filter(([year = '']) => /^\d{4}$/.test(year))
    .flatMap(([year, ...cells]) =>
      cells.map((cell, i) => `${names[head[i + 1] ?? '']} ${year} ${cell.replace(/\[\^\d+\]/g, '')}`),
    )
    .sort();
}

/** Two indicators: the homicide rate is the second side. */
const PAIR = `/data/${READ_RELEASE}/compare.csv?indicators=population~${FLOW}&country=HND~SLV~GTM&source.1=world-bank-population&source.2=world-bank-homicide&time=2014`;
const IN_2014: (figures: Figures) => Figures = (figures) => figures.filter((line) => / 2014 /.test(line));

const ofPairs = (csv: string): Figures =>
  records(csv)
    .map((row) => figure(row['Code'], row['period_2'], row['value_2'], row['qualifier_2']))
    .sort();

/** Readers of files of a question. Long because it is one list of readers. */
export const fileReaders = (expected: Figures): readonly StrangerReader[] => [
  {
    what: 'CSV',
    ending: 'csv',
    reader: 'csv-parse',
    read: async (site) => ofRows(records(await text(site, data('csv')))),
  },
  {
    what: 'CSV',
    reader: 'python3 csv',
    isHere: HAS_PYTHON,
    read: async (site) => ofRows(await python(PYTHON, site.address + data('csv'))),
  },
  {
    what: 'CSV',
    reader: 'R read.csv',
    isHere: HAS_R,
    read: async (site) => ofLines(await runProgram('Rscript', ['-e', R_CSV, site.address + data('csv')])),
  },
  {
    what: 'CSV',
    reader: 'DuckDB',
    read: async (site) =>
      ofRows(await duckdb(`read_csv('${await saved(site, 'a.csv', data('csv'))}', all_varchar = true)`)),
  },
  {
    what: 'CSV with parts and doubts',
    reader: 'csv-parse',
    read: async (site) =>
      ofRows(
        records(await text(site, data('csv', '&parts=yes&doubts=yes'))).filter(
          ({ part_of }) => part_of === '',
        ),
      ),
  },
  {
    what: 'CSV, wide',
    reader: 'csv-parse',
    read: async (site) => ofWide(await text(site, data('csv', '&shape=wide'))),
  },
  ...(['', '&shape=narrow'] as const).map((shape): StrangerReader => ({
    what: `CSV of two indicators${shape && ', narrow'}`,
    reader: 'csv-parse',
    expected: IN_2014(expected),
    read: async (site) => ofPairs(await text(site, PAIR + shape)),
  })),
  {
    what: 'CSV of all vintages',
    reader: 'DuckDB',
    read: async (site) =>
      ofRows(
        await duckdb(
          `read_csv('${await saved(site, 'vintages.csv', data('csv', '&vintages=all'))}', all_varchar = true) where release = '${READ_RELEASE}'`,
        ),
      ),
  },
  {
    what: 'CSV for Excel',
    reader: 'LibreOffice (es)',
    isHere: OFFICE !== undefined,
    read: async (site) =>
      ofRows(
        await ofWorkbook(
          resave(await bytes(site, data('csv', '&excel=yes&lang=es')), {
            from: 'csv',
            to: 'xlsx',
            as: 'CSV:59,34,76,1,,3082,false,true',
          }),
        ),
      ),
  },
  {
    what: 'JSON',
    ending: 'json',
    reader: 'python3 json',
    isHere: HAS_PYTHON,
    read: async (site) => ofRows(await python(PYTHON_JSON, site.address + data('json'))),
  },
  {
    what: 'JSON by columns',
    ending: 'columns.json',
    reader: 'JSON.parse',
    read: async (site) => {
      const { columns, rows } = JSON.parse(await text(site, data('columns.json'))) as {
        columns: Parameters<typeof decodeColumns>[0];
        rows: number;
      };
      return ofRows(decodeColumns(columns, rows));
    },
  },
  {
    what: 'JSON-stat 2.0',
    ending: 'jsonstat.json',
    reader: 'jsonstat-toolkit',
    read: async (site) => ofCube(JSON.parse(await text(site, data('jsonstat.json'))), site),
  },
  {
    what: 'XLSX',
    ending: 'xlsx',
    reader: 'hucre',
    read: async (site) => ofRows(await ofWorkbook(await bytes(site, data('xlsx')))),
  },
  {
    what: 'XLSX',
    reader: 'LibreOffice',
    isHere: OFFICE !== undefined,
    read: async (site) =>
      ofRows(records(resave(await bytes(site, data('xlsx')), { from: 'xlsx', to: 'csv' }).toString('utf8'))),
  },
  {
    what: 'Parquet',
    ending: 'parquet',
    reader: 'hyparquet',
    read: async (site) => ofRows(await parquetRows(await bytes(site, data('parquet')))),
  },
  {
    what: 'Parquet',
    reader: 'DuckDB',
    read: async (site) =>
      ofRows(await duckdb(`read_parquet('${await saved(site, 'a.parquet', data('parquet'))}')`)),
  },
  ...(['csv-parse', 'DuckDB'] as const).map((reader): StrangerReader => ({
    what: 'SDMX-CSV 2.1',
    ending: 'sdmx.csv',
    reader,
    read: async (site) => {
      const file = await saved(site, 'a.sdmx.csv', data('sdmx.csv'));
      const rows =
        reader === 'DuckDB'
          ? await duckdb(`read_csv('${file}', all_varchar = true)`)
          : records(await text(site, data('sdmx.csv')));
      return rows
        .map((row) => figure(row['REF_AREA'], row['TIME_PERIOD'], row['OBS_VALUE'], row['QUALIFIER']))
        .sort();
    },
  })),
  {
    what: 'ZIP (data package)',
    ending: 'zip',
    reader: 'fflate, csv-parse',
    read: async (site) => {
      const files = unzipSync(new Uint8Array(await bytes(site, data('zip'))));
      return ofRows(records(strFromU8(files[`${FLOW}.csv`]!)));
    },
  },
  {
    what: 'ZIP with its hashes, CSVW, Croissant, RO-Crate',
    reader: 'python3 zipfile, csv, json',
    isHere: HAS_PYTHON,
    read: async (site) =>
      ofRows(await python(PYTHON_ZIP, await saved(site, 'a.zip', data('zip')), `${FLOW}.csv`)),
  },
  {
    what: 'ZIP (data package)',
    reader: 'zip -T',
    isHere: has('zip', '--version'),
    expected: ['OK'],
    read: async (site) => [
      /(OK)/.exec(await runProgram('zip', ['-T', await saved(site, 'b.zip', data('zip'))]))?.[1] ?? '',
    ],
  },
  {
    what: 'Markdown',
    ending: 'md',
    reader: 'its table, cell by cell',
    // Printed with two digits after the point; an exact figure has no word.
    expected: expected.map((line) => {
      const [area, period, value] = line.split(' ');
      return `${area} ${period} ${Number(value).toFixed(1)}`;
    }),
    read: async (site) => ofTable(await text(site, data('md'))),
  },
];
