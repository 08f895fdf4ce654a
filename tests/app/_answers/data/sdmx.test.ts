/**
 * The SDMX 2.1 REST interface: its figures are those of our CSV, and a stranger (rsdmx) reads them. Long because
 * all of it shares one site.
 */
import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { parseCsv } from '#app/_downloads/csv.ts';
import { parseLines } from '#app/_downloads/csv-text.ts';
import { ourCode, SDMX_ATTRIBUTES, SDMX_DIMENSIONS, sdmxCode } from '#app/_downloads/sdmx/components.ts';
import { serve } from '#server.ts';
import { testDatabase } from '../../../setup/database.ts';
import { LATEST } from '../../../setup/releases.ts';
import { askProduct } from '../ask.ts';

await testDatabase();
const server = await serve({ port: 0, host: '127.0.0.1' }, () =>
  Promise.resolve({ handle: () => Promise.resolve(), close: () => Promise.resolve() }),
);
afterAll(async () => {
  await server.close();
  await closeReader();
});

const BASE = '/sdmx/2.1';
const KEY = 'A.HND+SLV+GTM....world-bank-homicide';
const DATA = `${BASE}/data/COTEJO,homicide-rate,1.4.0/${KEY}`;
const CSV = '/data/1.4.0/homicide-rate.csv?country=HND~SLV~GTM&source=world-bank-homicide';

/** Area, period and number of each observation, in order. */
type Reading = readonly (readonly [area: string, period: string, value: number | null])[];
const sorted = (rows: Reading): Reading => rows.toSorted((a, b) => (String(a) < String(b) ? -1 : 1));

async function csvReading(address: string): Promise<Reading> {
  const { text } = await askProduct(address);
  return sorted(parseCsv(text).map(({ Code, period, value }) => [Code, period, value] as const));
}

const attributesOf = (tag: string): Record<string, string> =>
  Object.fromEntries(
    [...tag.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
const numberOf = (text: string | undefined): number | null =>
  text === undefined || text === 'NaN' ? null : Number(text);

const READERS: Readonly<Record<string, (text: string) => Reading>> = {
  genericdata: (text) =>
    [...text.matchAll(/<gen:Series>(.*?)<\/gen:Series>/gs)].flatMap(([, series = '']) => {
      const [, area = ''] = /id="REF_AREA" value="(.*?)"/.exec(series) ?? [];
      return [...series.matchAll(/<gen:ObsDimension value="(.*?)"\/><gen:ObsValue value="(.*?)"\/>/g)].map(
        ([, time = '', value]) => [area, time, numberOf(value)] as const,
      );
    }),
  structurespecificdata: (text) =>
    [...text.matchAll(/<Series (.*?)>(.*?)<\/Series>/gs)].flatMap(([, key = '', series = '']) =>
      [...series.matchAll(/<Obs (.*?)\/>/g)].map(([, obs = '']) => {
        const { TIME_PERIOD = '', OBS_VALUE } = attributesOf(obs);
        return [attributesOf(key)['REF_AREA'] ?? '', TIME_PERIOD, numberOf(OBS_VALUE)] as const;
      }),
    ),
  csv: (text) => {
    const [head = [], ...lines] = parseLines(text);
    const at = (name: string) => head.indexOf(name);
    return lines.map((line) => [
      line[at('REF_AREA')] ?? '',
      line[at('TIME_PERIOD')] ?? '',
      numberOf(line[at('OBS_VALUE')]),
    ]);
  },
  jsondata: (text) => {
    const { data } = JSON.parse(text) as JsonMessage;
    const { series: keys, observation } = data.structure.dimensions;
    const area = keys.findIndex(({ id }) => id === 'REF_AREA');
    return data.dataSets.flatMap(({ series }) =>
      Object.entries(series).flatMap(([key, { observations }]) =>
        Object.entries(observations).map(([time, [value]]) => [
          keys[area]?.values[Number(key.split(':')[area])]?.id ?? '',
          observation[0]?.values[Number(time)]?.id ?? '',
          value ?? null,
        ]),
      ),
    ) as unknown as Reading;
  },
};

interface JsonComponent {
  readonly id: string;
  readonly values: readonly { readonly id: string }[];
}
interface JsonMessage {
  readonly data: {
    readonly structure: { readonly dimensions: Record<'series' | 'observation', readonly JsonComponent[]> };
    readonly dataSets: readonly {
      readonly series: Record<string, { readonly observations: Record<string, readonly (number | null)[]> }>;
    }[];
  };
}

describe('data', () => {
  test.each(Object.entries(READERS))('as %s has the figures of the CSV', async (format, read) => {
    const { status, headers, text } = await askProduct(`${DATA}?format=${format}`);
    expect(status, text).toBe(200);
    expect(headers['cache-control']).toContain('immutable');
    expect(headers['vary']).toContain('Accept');
    const reading = sorted(read(text));
    expect(reading).toEqual(await csvReading(CSV));
    expect(reading.length).toBeGreaterThan(80);
  });

  test.each([
    ['application/vnd.sdmx.genericdata+xml;version=2.1', 'genericdata'],
    ['application/vnd.sdmx.structurespecificdata+xml;version=2.1', 'structurespecificdata'],
    ['application/vnd.sdmx.data+csv;version=1.0.0', 'csv'],
    ['text/html;q=0.4, application/vnd.sdmx.data+json;version=1.0.0, */*;q=0.1', 'jsondata'],
    ['*/*', 'genericdata'],
  ])('is chosen by Accept: %s', async (accept, format) => {
    const chosen = await askProduct(DATA, { accept });
    const named = await askProduct(`${DATA}?format=${format}`);
    expect(chosen.text).toBe(named.text);
  });

  test('of one address in two formats is never mixed up in memory', async () => {
    const get = async (accept: string) =>
      (await fetch(server.address + DATA, { headers: { accept } })).headers.get('content-type');
    for (const accept of ['application/vnd.sdmx.data+csv', '*/*', 'application/vnd.sdmx.data+csv'])
      expect(await get(accept)).toContain(accept === '*/*' ? 'genericdata' : 'csv');
  });

  test('falls within startPeriod and endPeriod', async () => {
    const { text } = await askProduct(`${DATA}?format=csv&startPeriod=2012&endPeriod=2014-Q4`);
    expect(sorted(READERS['csv']!(text))).toEqual(await csvReading(`${CSV}&time=2012..2014`));
    const last = await askProduct(`${DATA}?format=csv&lastNObservations=1`);
    expect(READERS['csv']!(last.text)).toHaveLength(3);
  });

  test('keeps hedge, source, place in the source and status as attributes', async () => {
    const { text } = await askProduct(`${BASE}/data/COTEJO,caravan-size,1.0.0/all?format=csv`);
    const rows = parseCsv((await askProduct('/data/1.0.0/caravan-size.csv?csvType=full')).text);
    const [head = [], ...lines] = parseLines(text);
    const column = (name: string) => lines.map((line) => line[head.indexOf(name)]);
    const oneSided = rows.filter(
      ({ value, low, high }) => value === null && (low === null) !== (high === null),
    );
    expect(oneSided.length).toBeGreaterThan(0);
    for (const { qualifier, low, locator, source } of oneSided) {
      const at = column('LOCATOR').findIndex(
        (text, i) => text === locator && column('LOW')[i] === String(low ?? ''),
      );
      expect(column('QUALIFIER')[at]).toBe(qualifier);
      expect(column('OBS_VALUE')[at]).toBe('NaN');
      expect(column('SOURCE')[at]).toBe(source);
      expect(column('OBS_STATUS')[at]).toBe('O');
    }
  });

  test('says how many figures have a period that SDMX cannot write', async () => {
    const { indicators } = JSON.parse((await askProduct('/data/1.0.0/indicators.json')).text) as {
      indicators: { id: string; bases: string[] }[];
    };
    const open = indicators.filter(({ bases }) => bases.includes('unstated'));
    expect(open.length).toBeGreaterThan(0);
    const answers = await Promise.all(
      open.map(({ id }) => askProduct(`${BASE}/data/COTEJO,${id},1.0.0/all`)),
    );
    const told = answers.filter(({ text }) => /figures are left out because SDMX has no form/.test(text));
    const empty = answers.filter(({ status }) => status === 404);
    expect(told.length + empty.length).toBeGreaterThan(0);
    expect(told.length).toBeGreaterThan(0);
  });

  test('with its history has each value of a revised figure, with the release that said so', async () => {
    const { text } = await askProduct(
      `${BASE}/data/COTEJO,homicide-rate,1.4.0/A.HND....world-bank-homicide?includeHistory=true&startPeriod=2014&endPeriod=2014&format=csv`,
    );
    const [head = [], ...lines] = parseLines(text);
    const pick = (name: string) => lines.map((line) => line[head.indexOf(name)]);
    expect(pick('RELEASE')).toEqual(['1.2.0', '1.3.0', '1.4.0']);
    expect(pick('OBS_VALUE')).toEqual(['65.7802248185', '64.5387715492', '64.9996731259']);
  });

  test('since a day has what changed since, once', async () => {
    const since = await askProduct(`${DATA}?format=csv&updatedAfter=2026-11-25T08:00:00Z`);
    expect(sorted(READERS['csv']!(since.text))).toEqual(await csvReading(CSV));
    const never = await askProduct(`${DATA}?updatedAfter=2026-12-31`);
    expect(never.status).toBe(404);
  });

  test('of latest is sent on to the newest release', async () => {
    const { status, headers } = await askProduct(`${BASE}/data/homicide-rate/A.HND....?detail=dataonly`);
    expect(status).toBe(302);
    expect(headers['location']).toBe(`${BASE}/data/COTEJO,homicide-rate,${LATEST}/A.HND....?detail=dataonly`);
  });
});

describe('structures', () => {
  test('name every dimension and attribute, with the lists of their codes', async () => {
    const { text } = await askProduct(`${BASE}/datastructure/COTEJO/homicide-rate/1.4.0?references=all`);
    for (const { id } of SDMX_DIMENSIONS) expect(text).toContain(`<str:Dimension id="${id}"`);
    for (const { id } of SDMX_ATTRIBUTES) expect(text).toContain(`<str:Attribute id="${id}"`);
    const lists = [...text.matchAll(/<Ref id="(CL_[^"]+)"/g)].map(([, id]) => id);
    expect(lists.length).toBeGreaterThan(8);
    for (const id of lists) expect(text).toContain(`<str:Codelist id="${id}"`);
  });

  test('have every code that the data use', async () => {
    const flow = 'asylum-decisions';
    const { text } = await askProduct(`${BASE}/datastructure/COTEJO/${flow}/1.4.0?references=children`);
    const known = new Set([...text.matchAll(/<str:Code id="([^"]*)"/g)].map(([, id]) => id));
    const available = await askProduct(`${BASE}/availableconstraint/COTEJO,${flow},1.4.0`);
    const codes = [...available.text.matchAll(/<com:Value>(.*?)<\/com:Value>/g)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(50);
    for (const code of codes) expect(known, code).toContain(code);
  });

  test('write breakdowns as codes that SDMX allows, and back', () => {
    const key = 'authority=courts;procedure=government';
    expect(sdmxCode(key)).toBe('authority@courts$procedure@government');
    expect(ourCode(sdmxCode(key))).toBe(key);
  });

  test('list a flow for each indicator', async () => {
    const { text } = await askProduct(`${BASE}/dataflow/COTEJO/all/1.4.0`);
    const { indicators } = JSON.parse((await askProduct('/data/1.4.0/indicators.json')).text) as {
      indicators: { id: string }[];
    };
    const flows = [...text.matchAll(/<str:Dataflow id="(.*?)"/g)].map(([, id]) => id);
    expect(flows).toEqual(indicators.map(({ id }) => id));
  });

  test('of what is available of a key are the codes of its figures', async () => {
    const { text } = await askProduct(
      `${BASE}/availableconstraint/COTEJO,homicide-rate,1.4.0/A.HND..../all/SOURCE`,
    );
    const codes = [...text.matchAll(/<com:Value>(.*?)<\/com:Value>/g)].map(([, code]) => code);
    const rows = parseCsv((await askProduct('/data/1.4.0/homicide-rate.csv?country=HND')).text);
    expect(codes.toSorted()).toEqual([...new Set(rows.map(({ source }) => source))].sort());
  });
});

describe('a request that cannot be answered', () => {
  test.each([
    [`${BASE}/data/COTEJO,homicide-rate,1.4.0/A.HND`, 400, 140, /FREQ\.REF_AREA/],
    [`${BASE}/data/COTEJO,homicide-rate,1.4.0/A.XXX....`, 404, 100, /No results/],
    [`${BASE}/data/COTEJO,homicide-rat,1.4.0/all`, 404, 100, /homicide-rate/],
    [`${BASE}/data/COTEJO,homicide-rate,9.9.9/all`, 404, 100, /1\.4\.0/],
    [`${BASE}/data/OECD,homicide-rate,1.4.0/all`, 404, 100, /OECD/],
    [`${BASE}/data/COTEJO,homicide-rate,1.4.0/all?startPeriod=soon`, 400, 140, /soon/],
    [`${BASE}/data/COTEJO,homicide-rate,1.4.0/all?format=xls`, 400, 140, /genericdata/],
    [`${BASE}/data/COTEJO,homicide-rate,1.4.0/all?page=2`, 400, 140, /page/],
    [`${BASE}/data/COTEJO,border-encounters,1.4.0/all?includeHistory=true`, 413, 130, /at most/],
    [`${BASE}/metadataflow/all/all/1.4.0`, 404, 100, /availableconstraint/],
    ['/sdmx/3.0/data/dataflow', 404, 100, /2\.1/],
  ])('%s is refused with SDMX’s own message', async (address, status, code, reason) => {
    const answer = await askProduct(address);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.text).toContain(`<mes:ErrorMessage code="${code}">`);
    expect(answer.text).toMatch(reason);
  });

  test('a client that takes none of our formats is told which they are', async () => {
    const { status, text } = await askProduct(DATA, { accept: 'image/png' });
    expect(status).toBe(406);
    expect(text).toContain('SDMX-JSON');
  });
});

const HAS_RSDMX = (() => {
  try {
    execFileSync('Rscript', ['-e', 'library(rsdmx)'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Reads an address with rsdmx, and prints area, period, value and release of each row. */
const R_SCRIPT = `
suppressMessages(library(rsdmx))
d <- as.data.frame(readSDMX(commandArgs(TRUE)[1]))
time <- if ("obsTime" %in% names(d)) d$obsTime else d$TIME_PERIOD
value <- if ("obsValue" %in% names(d)) d$obsValue else d$OBS_VALUE
cat(sprintf("%s\\t%s\\t%s\\t%s", d$REF_AREA, time, format(as.numeric(value), digits = 15, trim = TRUE), d$RELEASE), sep = "\\n")
`;

async function readWithR(address: string): Promise<string[][]> {
  const { stdout } = await promisify(execFile)('Rscript', ['-e', R_SCRIPT, server.address + address]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()));
}

describe.skipIf(!HAS_RSDMX)('rsdmx (it needs R with the package rsdmx)', () => {
  test.each(['genericdata', 'structurespecificdata'])(
    'reads homicide of three countries as %s equal to our CSV',
    async (format) => {
      const rows = await readWithR(`${DATA}?format=${format}`);
      const reading = rows.map(
        ([area = '', time = '', value = '']) => [area, time, numberOf(value)] as const,
      );
      const csv = await csvReading(CSV);
      expect(reading.map(([area, time]) => `${area} ${time}`).sort()).toEqual(
        csv.map(([area, time]) => `${area} ${time}`).sort(),
      );
      for (const [i, [, , value]] of sorted(reading).entries()) {
        const expected = csv[i]?.[2] ?? null;
        if (expected === null) expect(value === null || Number.isNaN(value)).toBe(true);
        else expect(value).toBeCloseTo(expected, 9);
      }
    },
    120_000,
  );

  test('reads every value of a revised figure with its history', async () => {
    const rows = await readWithR(
      `${BASE}/data/COTEJO,homicide-rate,1.4.0/A.HND....world-bank-homicide?includeHistory=true&startPeriod=2014&endPeriod=2014`,
    );
    expect(rows.map(([, , value, release]) => [Number(value).toFixed(4), release])).toEqual([
      ['65.7802', '1.2.0'],
      ['64.5388', '1.3.0'],
      ['64.9997', '1.4.0'],
    ]);
  }, 120_000);
});
