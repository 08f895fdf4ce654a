/**
 * Every format and interface, read by somebody else's program: the same numbers with the same hedges. The table
 * that is printed at the end has a line for each. A program that is not installed is named as absent. Long because
 * it is one list of readers.
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Cite, type CslItem } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { DuckDBInstance } from '@duckdb/node-api';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { parquetReadObjects } from 'hyparquet';
import JSONstat from 'jsonstat-toolkit';
import { afterAll, expect, test } from 'vitest';
import { decodeColumns } from '#app/_downloads/columnar/encode.ts';
import { closeReader } from '#app/_data/pool.ts';
import { serve } from '#server.ts';
import { OFFICE, resave } from './app/_downloads/office.ts';
import { testDatabase } from './setup/database.ts';

await testDatabase();
const server = await serve({ port: 0, host: '127.0.0.1' }, () =>
  Promise.resolve({ handle: () => Promise.resolve(), close: () => Promise.resolve() }),
);
const folder = mkdtempSync(join(tmpdir(), 'readers-'));
const table: (readonly [what: string, reader: string, equal: string])[] = [];
afterAll(async () => {
  const wide = [0, 1, 2].map((column) => Math.max(...table.map((line) => line[column]!.length)));
  const lines = [['format or interface', 'reader', 'numbers equal'], ...table].map((line) =>
    line.map((cell, column) => cell.padEnd(wide[column]!)).join(' | '),
  );
  console.log(lines.join('\n'));
  rmSync(folder, { recursive: true, force: true });
  await server.close();
  await closeReader();
});

/** Figures of three countries with a value, and in Guatemala a caravan of "more than" so many people. */
const QUESTION = 'country=HND~SLV~GTM&source=world-bank-homicide&time=2012..2014';
const FLOW = 'homicide-rate';

async function bytes(path: string): Promise<Buffer> {
  let response = await fetch(server.address + path);
  // A busy site asks for another try, as it would of any reader.
  for (let tries = 0; response.status === 503 && tries < 10; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    response = await fetch(server.address + path);
  }
  expect(response.status, path).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}
const text = async (path: string): Promise<string> => (await bytes(path)).toString('utf8');
const data = (ending: string, more = ''): string => `/data/1.4.0/${FLOW}.${ending}?${QUESTION}${more}`;

/** `HND 2012 82.2941714855 exact` for each figure, in order. */
type Figures = readonly string[];
const figure = (area: unknown, period: unknown, value: unknown, qualifier: unknown): string =>
  [area, String(period).replace(/\.0$/, ''), Number(Number(value).toPrecision(12)), qualifier ?? ''].join(
    ' ',
  );
type Row = Readonly<Record<string, unknown>>;
const ofRows = (rows: readonly Row[]): Figures =>
  rows.map(({ Code, period, value, qualifier }) => figure(Code, period, value, qualifier)).sort();

const records = (csv: string, delimiter = ','): Row[] =>
  parse<Row>(csv, { columns: true, bom: true, delimiter });

/** What every reader must find: the JSON of the same question. */
const { rows: truth } = JSON.parse(await text(data('json'))) as { rows: Row[] };
const EXPECTED = ofRows(truth);

const has = (program: string, ...input: string[]): boolean => {
  try {
    execFileSync(program, input, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const HAS_PYTHON = has('python3', '--version');
const HAS_R = has('Rscript', '-e', 'library(rsdmx)');
/** How the inspector is run, if it is: it needs a newer Node than the tests, and a hundred packages of its own. */
const INSPECTOR = process.env['MCP_INSPECTOR']?.split(' ');
/** The folder of the SDMX schemas, which are not ours to ship. */
const SCHEMAS = process.env['SDMX_SCHEMAS'];
const run = async (program: string, input: readonly string[]): Promise<string> =>
  (await promisify(execFile)(program, [...input], { maxBuffer: 10_000_000 })).stdout;

interface Reader {
  readonly what: string;
  readonly reader: string;
  readonly isHere?: boolean;
  readonly read: () => Promise<Figures>;
  /** What it must find; if absent, the figures of the question. */
  readonly expected?: Figures;
}

const PYTHON = `import csv,json,sys,urllib.request as u,io
print(json.dumps(list(csv.DictReader(io.TextIOWrapper(u.urlopen(sys.argv[1]),encoding='utf-8-sig',newline='')))))`;

const PYTHON_ZIP = `import csv,io,json,sys,zipfile
z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
print(json.dumps(list(csv.DictReader(io.TextIOWrapper(z.open(sys.argv[2]),encoding='utf-8',newline='')))))`;

const PYTHON_XML = `import json,sys,urllib.request as u,xml.etree.ElementTree as e
g='{http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic}'
of=lambda node: {v.get('id'): v.get('value') for v in node.iter(g+'Value')} if node is not None else {}
rows=[]
for s in e.parse(u.urlopen(sys.argv[1])).iter(g+'Series'):
  for o in s.iter(g+'Obs'):
    rows.append({**of(s.find(g+'SeriesKey')),**of(o.find(g+'Attributes')),'period':o.find(g+'ObsDimension').get('value'),'value':o.find(g+'ObsValue').get('value')})
print(json.dumps(rows))`;

const R_SDMX = `suppressMessages(library(rsdmx)); d <- as.data.frame(readSDMX(commandArgs(TRUE)[1]))
time <- if ("obsTime" %in% names(d)) d$obsTime else d$TIME_PERIOD
value <- if ("obsValue" %in% names(d)) d$obsValue else d$OBS_VALUE
cat(sprintf("%s\\t%s\\t%s\\t%s", d$REF_AREA, time, format(as.numeric(value), digits = 15, trim = TRUE), d$QUALIFIER), sep = "\\n")`;

const R_CSV = `d <- read.csv(commandArgs(TRUE)[1]); cat(sprintf("%s\\t%s\\t%s\\t%s", d$Code, d$period, format(d$value, digits = 15, trim = TRUE), d$qualifier), sep = "\\n")`;

const ofLines = (printed: string): Figures =>
  printed
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s*\t\s*/))
    .map(([area, period, value, qualifier]) => figure(area, period, value, qualifier))
    .sort();

/** A cube of JSON-stat: each place of the question, with its status. */
function ofCube(document: unknown): Figures {
  const cube = JSONstat(document);
  return truth
    .map((row) => {
      const { Code, period, breakdown, counterpart, definition, source } = row as Record<string, string>;
      const place: Record<string, string> = {
        ...{ area: Code!, period: period!, breakdown: breakdown!, counterpart: counterpart! },
        ...{ definition: definition!, source: source!, computed: 'published', number: 'value' },
      };
      const own = Object.fromEntries(Object.entries(place).filter(([name]) => cube.id.includes(name)));
      const { value, status } = cube.Data(own);
      return figure(Code, period, value, status ?? 'exact');
    })
    .sort();
}

const SDMX = `/sdmx/2.1/data/COTEJO,${FLOW},1.4.0/A.HND+SLV+GTM....world-bank-homicide?startPeriod=2012&endPeriod=2014`;
const PXWEB = `/pxweb/1.4.0/v2/tables/${FLOW}/data?valueCodes[area]=HND,SLV,GTM&valueCodes[source]=world-bank-homicide&valueCodes[period]=2012,2013,2014`;

async function duckdb(from: string): Promise<Figures> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    const result = await connection.runAndReadAll(
      `select Code, period::varchar as period, value, qualifier from ${from} order by all`,
    );
    return ofRows(result.getRowObjects());
  } finally {
    connection.closeSync();
  }
}

const saved = async (name: string, ending: string, more = ''): Promise<string> => {
  const path = join(folder, name);
  writeFileSync(path, await bytes(data(ending, more)));
  return path;
};

async function ofWorkbook(file: Uint8Array): Promise<Figures> {
  const [head = [], ...rows] = (await readXlsx(file)).sheets[0]!.rows;
  const names = head.map((name) => String(name).replace(/^\ufeff/, ''));
  return ofRows(rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]]))));
}

async function ofTool(): Promise<Figures> {
  const client = new Client({ name: 'readers', version: '1.0.0' }, { versionNegotiation: { mode: 'auto' } });
  await client.connect(new StreamableHTTPClientTransport(new URL(`${server.address}/mcp`)));
  const { structuredContent } = await client.callTool({
    name: 'get_figures',
    arguments: {
      ...{ indicator: FLOW, country: 'HND~SLV~GTM', source: 'world-bank-homicide' },
      ...{ time: '2012..2014', release: '1.4.0' },
    },
  });
  await client.close();
  const { rows } = structuredContent as { rows: Row[] };
  return rows.map(({ code, period, value, qualifier }) => figure(code, period, value, qualifier)).sort();
}

/** The same tool, called by the inspector's command line. */
async function ofInspector(): Promise<Figures> {
  const [program = '', ...before] = INSPECTOR ?? [];
  const called = ['--method', 'tools/call', '--tool-name', 'get_figures', '--tool-arg'];
  const pairs = {
    ...{ indicator: FLOW, country: 'HND~SLV~GTM', source: 'world-bank-homicide' },
    ...{ time: '2012..2014', release: '1.4.0' },
  };
  const printed = await run(program, [
    ...before,
    ...['--cli', `${server.address}/mcp`, '--transport', 'http', ...called],
    ...Object.entries(pairs).map(([name, value]) => `${name}=${value}`),
  ]);
  const { structuredContent } = JSON.parse(printed.slice(printed.indexOf('{'))) as {
    structuredContent: { rows: Row[] };
  };
  return structuredContent.rows
    .map(({ code, period, value, qualifier }) => figure(code, period, value, qualifier))
    .sort();
}

/** An SDMX-JSON message: positions in lists of codes. */
async function ofSdmxJson(): Promise<Figures> {
  interface Component {
    readonly id: string;
    readonly values: readonly { readonly id: string }[];
  }
  interface Message {
    readonly data: {
      readonly dataSets: readonly {
        readonly series: Readonly<
          Record<string, { readonly observations: Readonly<Record<string, readonly unknown[]>> }>
        >;
      }[];
      readonly structure: {
        readonly dimensions: {
          readonly series: readonly Component[];
          readonly observation: readonly Component[];
        };
        readonly attributes: { readonly observation: readonly Component[] };
      };
    };
  }
  const { data: message } = JSON.parse(await text(`${SDMX}&format=jsondata`)) as Message;
  const { dimensions, attributes } = message.structure;
  const area = dimensions.series.findIndex(({ id }) => id === 'REF_AREA');
  const qualifier = attributes.observation.findIndex(({ id }) => id === 'QUALIFIER');
  return Object.entries(message.dataSets[0]!.series)
    .flatMap(([key, { observations }]) =>
      Object.entries(observations).map(([at, [value, ...own]]) =>
        figure(
          dimensions.series[area]!.values[Number(key.split(':')[area])]!.id,
          dimensions.observation[0]!.values[Number(at)]!.id,
          value,
          attributes.observation[qualifier]!.values[Number(own[qualifier])]!.id,
        ),
      ),
    )
    .sort();
}

/** What a citation must be read as: its first work with its year, and the number of the release in it. */
const CITED: Figures = ['Homicide rate 2026 1.4.0'];
const ofCitation = (items: readonly CslItem[], written: string): Figures =>
  items
    .slice(0, 1)
    .map(({ title, issued }) =>
      [title, issued?.['date-parts'][0]?.[0], written.includes('1.4.0') ? '1.4.0' : ''].join(' '),
    );

const READERS: readonly Reader[] = [
  {
    what: 'CSV with parts and doubts',
    reader: 'csv-parse',
    read: async () =>
      ofRows(
        records(await text(data('csv', '&parts=yes&doubts=yes'))).filter(({ part_of }) => part_of === ''),
      ),
  },
  {
    what: 'JSON',
    reader: 'python3 json',
    isHere: HAS_PYTHON,
    read: async () => {
      const read =
        'import json,sys,urllib.request as u;print(json.dumps(json.load(u.urlopen(sys.argv[1]))["rows"]))';
      return ofRows(JSON.parse(await run('python3', ['-c', read, server.address + data('json')])) as Row[]);
    },
  },
  {
    what: 'SDMX-CSV 2.1',
    reader: 'DuckDB',
    read: async () =>
      duckdb(
        `(select REF_AREA as Code, TIME_PERIOD as period, OBS_VALUE as value, QUALIFIER as qualifier from read_csv('${await saved('a.sdmx.csv', 'sdmx.csv')}', all_varchar = true))`,
      ),
  },
  {
    what: 'ZIP (data package)',
    reader: 'python3 zipfile, csv',
    isHere: HAS_PYTHON,
    read: async () =>
      ofRows(
        JSON.parse(
          await run('python3', ['-c', PYTHON_ZIP, await saved('a.zip', 'zip'), `${FLOW}.csv`]),
        ) as Row[],
      ),
  },
  {
    what: 'ZIP (data package)',
    reader: 'zip -T',
    isHere: has('zip', '--version'),
    expected: ['OK'],
    read: async () => [/(OK)/.exec(await run('zip', ['-T', await saved('b.zip', 'zip')]))?.[1] ?? ''],
  },
  {
    what: 'SDMX 2.1 REST, genericdata',
    reader: 'python3 xml.etree',
    isHere: HAS_PYTHON,
    read: async () =>
      (
        JSON.parse(
          await run('python3', ['-c', PYTHON_XML, `${server.address}${SDMX}&format=genericdata`]),
        ) as Row[]
      )
        .map((row) => figure(row['REF_AREA'], row['period'], row['value'], row['QUALIFIER']))
        .sort(),
  },
  {
    what: 'SDMX 2.1 REST, genericdata',
    reader: 'xmllint with the schemas',
    isHere: SCHEMAS !== undefined && has('xmllint', '--version'),
    expected: ['validates'],
    read: async () => {
      const path = join(folder, 'generic.xml');
      writeFileSync(path, await bytes(`${SDMX}&format=genericdata`));
      await run('xmllint', ['--noout', '--schema', join(SCHEMAS ?? '', 'SDMXMessage.xsd'), path]);
      return ['validates'];
    },
  },
  { what: 'SDMX 2.1 REST, jsondata', reader: 'JSON.parse', read: ofSdmxJson },
  {
    what: 'PxWebApi 2',
    reader: 'R pxweb (not in Debian)',
    isHere: false,
    read: () => Promise.reject(new Error('R pxweb is not installed')),
  },
  {
    what: 'Model Context Protocol',
    reader: "the inspector's command line",
    isHere: INSPECTOR !== undefined,
    read: ofInspector,
  },
  ...(['bib', 'ris', 'csl.json'] as const).map((ending): Reader => ({
    what: `Citation .${ending}`,
    reader: 'citation-js',
    expected: CITED,
    read: async () => {
      const written = await text(data(ending));
      return ofCitation(new Cite(written).data, written);
    },
  })),
  {
    what: 'Citation .csl.json',
    reader: 'a CSL processor (citeproc)',
    expected: ['2026 1.4.0'],
    read: async () => {
      const processed = new Cite(await text(data('csl.json'))).format('bibliography', {
        template: 'apa',
        format: 'text',
      });
      return [`${/2026/.exec(processed)?.[0]} ${/1\.4\.0/.exec(processed)?.[0]}`];
    },
  },
  { what: 'CSV', reader: 'csv-parse', read: async () => ofRows(records(await text(data('csv')))) },
  {
    what: 'CSV',
    reader: 'python3 csv',
    isHere: HAS_PYTHON,
    read: async () =>
      ofRows(JSON.parse(await run('python3', ['-c', PYTHON, server.address + data('csv')])) as Row[]),
  },
  {
    what: 'CSV',
    reader: 'R read.csv',
    isHere: HAS_R,
    read: async () => ofLines(await run('Rscript', ['-e', R_CSV, server.address + data('csv')])),
  },
  {
    what: 'CSV',
    reader: 'DuckDB',
    read: async () => duckdb(`read_csv('${await saved('a.csv', 'csv')}', all_varchar = true)`),
  },
  {
    what: 'CSV for Excel',
    reader: 'LibreOffice (es)',
    isHere: OFFICE !== undefined,
    read: async () =>
      ofWorkbook(
        resave(await bytes(data('csv', '&excel=yes&lang=es')), {
          from: 'csv',
          to: 'xlsx',
          as: 'CSV:59,34,76,1,,3082,false,true',
        }),
      ),
  },
  { what: 'XLSX', reader: 'hucre', read: async () => ofWorkbook(await bytes(data('xlsx'))) },
  {
    what: 'XLSX',
    reader: 'LibreOffice',
    isHere: OFFICE !== undefined,
    read: async () =>
      ofRows(records(resave(await bytes(data('xlsx')), { from: 'xlsx', to: 'csv' }).toString('utf8'))),
  },
  {
    what: 'Parquet',
    reader: 'hyparquet',
    read: async () => {
      const file = new Uint8Array(await bytes(data('parquet')));
      return ofRows(await parquetReadObjects({ file: file.buffer }));
    },
  },
  {
    what: 'Parquet',
    reader: 'DuckDB',
    read: async () => duckdb(`read_parquet('${await saved('a.parquet', 'parquet')}')`),
  },
  {
    what: 'JSON by columns',
    reader: 'JSON.parse',
    read: async () => {
      const { columns, rows } = JSON.parse(await text(data('columns.json'))) as {
        columns: Parameters<typeof decodeColumns>[0];
        rows: number;
      };
      return ofRows(decodeColumns(columns, rows));
    },
  },
  {
    what: 'JSON-stat 2.0',
    reader: 'jsonstat-toolkit',
    read: async () => ofCube(JSON.parse(await text(data('jsonstat.json')))),
  },
  {
    what: 'SDMX-CSV 2.1',
    reader: 'csv-parse',
    read: async () =>
      records(await text(data('sdmx.csv')))
        .map((row) => figure(row['REF_AREA'], row['TIME_PERIOD'], row['OBS_VALUE'], row['QUALIFIER']))
        .sort(),
  },
  {
    what: 'ZIP (data package)',
    reader: 'fflate, csv-parse',
    read: async () => {
      const files = unzipSync(new Uint8Array(await bytes(data('zip'))));
      return ofRows(records(strFromU8(files[`${FLOW}.csv`]!)));
    },
  },
  ...(['genericdata', 'structurespecificdata'] as const).map((format): Reader => ({
    what: `SDMX 2.1 REST, ${format}`,
    reader: 'rsdmx',
    isHere: HAS_R,
    read: async () =>
      ofLines(await run('Rscript', ['-e', R_SDMX, `${server.address}${SDMX}&format=${format}`])),
  })),
  {
    what: 'SDMX 2.1 REST, csv',
    reader: 'csv-parse',
    read: async () =>
      records(await text(`${SDMX}&format=csv`))
        .map((row) => figure(row['REF_AREA'], row['TIME_PERIOD'], row['OBS_VALUE'], row['QUALIFIER']))
        .sort(),
  },
  {
    what: 'PxWebApi 2',
    reader: 'jsonstat-toolkit',
    read: async () => ofCube(JSON.parse(await text(PXWEB))),
  },
  { what: 'Model Context Protocol', reader: 'the official client', read: ofTool },
];

test('the question has figures', () => {
  expect(EXPECTED).toHaveLength(9);
  expect(EXPECTED[0]).toMatch(/^GTM 2012 \d+\.\d+ exact$/);
});

test.each(READERS.map((reader) => [`${reader.what}, read by ${reader.reader}`, reader] as const))(
  '%s, has the same numbers',
  { timeout: 120_000 },
  async (_name, { what, reader, isHere = true, read, expected = EXPECTED }) => {
    if (!isHere) {
      table.push([what, reader, 'absent']);
      return;
    }
    const figures = await read();
    table.push([what, reader, String(figures.join() === expected.join())]);
    expect(figures).toEqual(expected);
  },
);
