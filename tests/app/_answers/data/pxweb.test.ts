/**
 * PxWebApi 2 and 1: what their clients need, and the numbers of our CSV. Long because both versions of the interface
 * share one site.
 */
import JSONstat from 'jsonstat-toolkit';
import { afterAll, describe, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { parseCsv } from '#app/_downloads/csv.ts';
import { testDatabase } from '../../../setup/database.ts';
import { askJson, askProduct, requestFor, respondTo, textOf } from '../ask.ts';
import { LATEST } from '../../../setup/releases.ts';

await testDatabase();
afterAll(closeReader);

const BASE = '/pxweb/1.4.0/v2';
const TABLE = `${BASE}/tables/homicide-rate`;
const SELECTION =
  'valueCodes[area]=HND,SLV&valueCodes[source]=world-bank-homicide&valueCodes[period]=range(2012,2014)&valueCodes[number]=value';
const CSV = '/data/1.4.0/homicide-rate.csv?country=HND~SLV&source=world-bank-homicide&time=2012..2014';

interface Dataset {
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly value: readonly (number | null)[];
  readonly status?: Readonly<Record<string, string>>;
  readonly note: readonly string[];
  readonly dimension: Readonly<
    Record<
      string,
      {
        readonly label: string;
        readonly category: {
          readonly index: Readonly<Record<string, number>>;
          readonly label: Readonly<Record<string, string>>;
        };
        readonly extension: { readonly elimination: boolean };
      }
    >
  >;
}

const dataset = async (address: string): Promise<Dataset> => (await askJson(address)) as unknown as Dataset;

describe('what a client asks first', () => {
  test('is a configuration with the version and the limits that pxwebpy needs', async () => {
    const config = await askJson(`${BASE}/config`);
    expect(config).toMatchObject({
      apiVersion: '2.0.0',
      defaultLanguage: 'en',
      defaultDataFormat: 'json-stat2',
    });
    for (const name of ['maxDataCells', 'maxCallsPerTimeWindow', 'timeWindow'])
      expect(config[name]).toBeGreaterThan(0);
  });

  test('is the number of tables: one for each indicator', async () => {
    const { page, tables } = (await askJson(`${BASE}/tables`)) as {
      page: { totalElements: number; totalPages: number };
      tables: { id: string; variableNames: string[]; lastPeriod: string }[];
    };
    const { indicators } = (await askJson('/data/1.4.0/indicators.json')) as { indicators: object[] };
    expect(page.totalElements).toBe(indicators.length);
    expect(tables).toHaveLength(20);
    const last = (await askJson(`${BASE}/tables?pageSize=50&pageNumber=2`)) as { tables: object[] };
    expect(last.tables).toHaveLength(indicators.length - 50);
    expect(tables[0]?.variableNames).toHaveLength(7);
  });

  test('is a search, in both languages', async () => {
    const found = async (search: string) =>
      ((await askJson(`${BASE}/tables?${search}`)) as { tables: { id: string }[] }).tables.map(
        ({ id }) => id,
      );
    expect(await found('query=homicide+rate&pageSize=100')).toContain('homicide-rate');
    expect(await found('lang=es&query=homicidios&pageSize=100')).toContain('homicide-rate');
    expect(await found('query=nothing-like-this')).toEqual([]);
  });

  test('is sent on from latest, and a POST stays a POST', async () => {
    const { status, headers } = await askProduct('/pxweb/latest/v2/config?lang=es');
    expect(status).toBe(307);
    expect(headers['location']).toBe(`/pxweb/${LATEST}/v2/config?lang=es`);
  });
});

describe('a table', () => {
  test('has every value of its variables in its metadata, in order of time', async () => {
    const { id, size, dimension } = await dataset(`${TABLE}/metadata`);
    expect(id).toEqual(['area', 'counterpart', 'breakdown', 'definition', 'source', 'period', 'number']);
    for (const [i, name] of id.entries())
      expect(Object.keys(dimension[name]!.category.index)).toHaveLength(size[i] ?? 0);
    const dimensions = (await askJson('/data/1.4.0/homicide-rate/dimensions.json')) as {
      areas: { code: string }[];
      periods: { code: string }[];
    };
    expect(Object.keys(dimension['area']!.category.index).sort()).toEqual(
      dimensions.areas.map(({ code }) => code).sort(),
    );
    const { index } = dimension['period']!.category;
    expect(Object.keys(index).toSorted((a, b) => index[a]! - index[b]!)).toEqual(
      dimensions.periods.map(({ code }) => code),
    );
  });

  test('describes itself, with a selection of its own that can be asked', async () => {
    expect(await askJson(TABLE)).toMatchObject({
      id: 'homicide-rate',
      timeUnit: 'Annual',
      category: 'public',
    });
    const { selection } = (await askJson(`${TABLE}/defaultselection`)) as {
      selection: { variableCode: string; valueCodes: string[] }[];
    };
    const usual = await dataset(`${TABLE}/data`);
    expect(usual.size).toEqual(selection.map(({ valueCodes }) => valueCodes.length));
    expect(usual.value.filter((value) => value !== null).length).toBeGreaterThan(50);
  });
});

describe('data', () => {
  test('has the numbers of the CSV, read by jsonstat-toolkit', async () => {
    const document = await dataset(`${TABLE}/data?${SELECTION}`);
    const cube = JSONstat(document) as unknown as {
      Data: (place: Record<string, string>) => { value: number | null };
    };
    const rows = parseCsv((await askProduct(CSV)).text);
    expect(rows.length).toBe(6);
    for (const { Code, period, value, breakdown, counterpart, definition, source } of rows) {
      const place = { area: Code, period, breakdown, counterpart, definition, source, number: 'value' };
      expect(cube.Data(place).value).toBe(value);
    }
    expect(document.value).toHaveLength(document.size.reduce((product, size) => product * size, 1));
  });

  test('gives each number its hedge as its status', async () => {
    const rows = parseCsv((await askProduct('/data/1.0.0/caravan-size.csv?csvType=full')).text);
    const oneSided = rows.filter(({ value, low }) => value === null && low !== null);
    expect(oneSided.length).toBeGreaterThan(0);
    const all = ['area', 'counterpart', 'breakdown', 'definition', 'source', 'period', 'number'];
    const search = all.map((name) => `valueCodes[${name}]=*`).join('&');
    const {
      id,
      size,
      value,
      status = {},
      dimension,
      note,
    } = await dataset(`/pxweb/1.0.0/v2/tables/caravan-size/data?${search}`);
    const at = (codes: Readonly<Record<string, string>>) =>
      id.reduce(
        (place, name, i) => place * (size[i] ?? 0) + (dimension[name]!.category.index[codes[name]!] ?? -1),
        0,
      );
    for (const row of oneSided) {
      const place = { ...row, area: row.Code } as unknown as Record<string, string>;
      const own = at({ ...place, number: 'low' });
      if (value[own] !== row.low) {
        // Another figure of the source has this place; the note says so.
        expect(note.join(' ')).toContain('caravan-size.csv');
        continue;
      }
      expect(status[own]).toBe(row.qualifier);
      expect(status[at({ ...place, number: 'value' })]).toBe(row.qualifier);
      expect(value[at({ ...place, number: 'value' })]).toBeNull();
    }
  });

  test.each([
    ['top(2)', ['2022', '2023']],
    ['bottom(2)', ['1990', '1991']],
    ['from(2021)', ['2021', '2022', '2023']],
    ['to(1991)', ['1990', '1991']],
    ['range(2001,2003)', ['2001', '2002', '2003']],
    ['199?,2000', ['1990', '1991', '1992', '1993', '1994', '1995', '1996', '1997', '1998', '1999', '2000']],
    ['2003,2001', ['2003', '2001']],
  ])('takes %s', async (values, codes) => {
    const search = `valueCodes[area]=HND&valueCodes[source]=owid-homicide-rate&valueCodes[number]=value&valueCodes[period]=`;
    const table = await dataset(`${TABLE}/metadata`);
    const known = Object.keys(table.dimension['period']!.category.index);
    const { dimension } = await dataset(`${TABLE}/data?${search}${encodeURIComponent(values)}`);
    const chosen = Object.keys(dimension['period']!.category.index);
    if (/^(top|bottom|from|to)/.test(values)) {
      const edge = /^(top|from)/.test(values) ? known.slice(-chosen.length) : known.slice(0, chosen.length);
      expect(chosen).toEqual(edge);
    } else expect(chosen.toSorted()).toEqual(codes.toSorted());
  });

  test('by POST to latest is sent on with nothing added, so that the client sends it again', async () => {
    const answer = await respondTo({
      ...requestFor('/pxweb/latest/v2/tables/homicide-rate/data?lang=en', {}, 'POST'),
      readBody: () => Promise.resolve('{"selection":[{"variableCode":"area","valueCodes":["HND"]}]}'),
    });
    expect(answer?.status).toBe(307);
    expect(answer?.headers['location']).toBe(`/pxweb/${LATEST}/v2/tables/homicide-rate/data?lang=en`);
  });

  test('by POST is data by GET', async () => {
    const selection = [
      'area:HND,SLV',
      'source:world-bank-homicide',
      'period:range(2012,2014)',
      'number:value',
    ].map((text) => {
      const [variableCode = '', codes = ''] = text.split(':');
      return { variableCode, valueCodes: codes.startsWith('range') ? [codes] : codes.split(',') };
    });
    const post = (body: string) =>
      respondTo({
        ...requestFor(`${TABLE}/data?lang=en&outputFormat=json-stat2`, {}, 'POST'),
        readBody: () => Promise.resolve(body),
      });
    const posted = await post(JSON.stringify({ selection }));
    const { value, size } = JSON.parse(textOf(posted!)) as Dataset;
    const got = await dataset(`${TABLE}/data?${SELECTION}`);
    expect({ value, size }).toEqual({ value: got.value, size: got.size });
    const broken = await post('{"selection":1}');
    expect(broken?.status).toBe(400);
    expect(textOf(broken!)).toContain('variableCode');
  });
});

describe('a request that cannot be answered', () => {
  test.each([
    [`${BASE}/tables/homicide-rat`, 404, /homicide-rate/],
    [`${BASE}/codelists/vs_Area`, 404, /code lists/],
    [`${BASE}/navigation`, 404, /config/],
    ['/pxweb/1.4.0/v3/config', 404, /v2/],
    [`${TABLE}/data?valueCodes[area]=XXX`, 400, /XXX/],
    [`${TABLE}/data?valueCodes[place]=HND`, 400, /area/],
    [`${TABLE}/data?valueCodes[area]=HND&valueCodes[source]=*`, 400, /period/],
    [`${TABLE}/data?valueCodes[area]=HND&valueCodes[source]=*&valueCodes[period]=top(x)`, 400, /top\(3\)/],
    [`${TABLE}/data?outputFormat=px`, 400, /json-stat2/],
    [`${TABLE}/data?limit=3`, 400, /limit/],
    [`${BASE}/tables?pageSize=0`, 400, /pageSize/],
    [
      `${TABLE}/data?valueCodes[area]=*&valueCodes[source]=*&valueCodes[breakdown]=*&valueCodes[period]=*`,
      403,
      /150000/,
    ],
  ])('%s is refused with a problem document', async (address, status, reason) => {
    const answer = await askProduct(address);
    expect(answer.status, answer.text).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    const problem = JSON.parse(answer.text) as Record<string, unknown>;
    for (const field of ['type', 'title', 'status', 'detail', 'instance'])
      expect(problem[field]).toBeDefined();
    expect(answer.text).toMatch(reason);
  });
});

describe('version 1', () => {
  const ONE = '/pxweb/1.4.0/v1/en';
  const post = (path: string, body: string) =>
    respondTo({ ...requestFor(path, {}, 'POST'), readBody: () => Promise.resolve(body) });
  const query = (selection: Readonly<Record<string, readonly string[]>>, format = 'json'): string =>
    JSON.stringify({
      query: Object.entries(selection).map(([code, values]) => ({
        code,
        selection: { filter: values[0] === '*' ? 'all' : 'item', values },
      })),
      response: { format },
    });
  interface Rows {
    readonly columns: readonly { readonly code: string; readonly type: string }[];
    readonly data: readonly {
      readonly key: readonly string[];
      readonly values: readonly string[];
      readonly comment?: string;
    }[];
  }
  const rowsOf = async (path: string, body: string): Promise<Rows> =>
    JSON.parse(textOf((await post(path, body))!)) as Rows;

  test('is found by its configuration at every address from the first on', async () => {
    for (const path of ['/pxweb/1.4.0/v1', ONE, `${ONE}/homicide-rate`]) {
      const config = await askJson(`${path}?config`);
      for (const name of ['maxValues', 'maxCalls', 'timeWindow', 'CORS']) expect(config[name]).toBeTruthy();
    }
  });

  test('lists the tables, and the variables of a table with all their values', async () => {
    const levels = (await askJson(ONE)) as unknown as { id: string; type: string }[];
    const { indicators } = (await askJson('/data/1.4.0/indicators.json')) as { indicators: { id: string }[] };
    expect(levels.map(({ id, type }) => [id, type])).toEqual(indicators.map(({ id }) => [id, 't']));
    const { variables } = (await askJson(`${ONE}/homicide-rate`)) as unknown as {
      variables: { code: string; values: string[]; valueTexts: string[]; time?: boolean }[];
    };
    const { id, size } = await dataset(`${TABLE}/metadata`);
    expect(variables.map(({ code }) => code)).toEqual(id);
    expect(variables.map(({ values }) => values.length)).toEqual(size);
    expect(variables.map(({ valueTexts }) => valueTexts.length)).toEqual(size);
    expect(variables.filter(({ time }) => time).map(({ code }) => code)).toEqual(['period']);
  });

  test('has the numbers of the CSV', async () => {
    const selection = {
      area: ['HND', 'SLV'],
      source: ['world-bank-homicide'],
      period: ['2012', '2013', '2014'],
      number: ['value'],
    };
    const { columns, data } = await rowsOf(`${ONE}/homicide-rate`, query(selection));
    expect(columns.at(-1)).toMatchObject({ code: 'value', type: 'c' });
    const at = (code: string): number => columns.findIndex((column) => column.code === code);
    const found = data.map(({ key, values }) => [key[at('area')], key[at('period')], Number(values[0])]);
    const rows = parseCsv((await askProduct(CSV)).text);
    expect(found.toSorted()).toEqual(rows.map(({ Code, period, value }) => [Code, period, value]).toSorted());
    expect(data.filter(({ comment }) => comment !== undefined)).toEqual([]);
    const cube = JSON.parse(
      textOf((await post(`${ONE}/homicide-rate`, query(selection, 'json-stat2')))!),
    ) as Dataset;
    expect(cube.value).toEqual((await dataset(`${TABLE}/data?${SELECTION}`)).value);
  });

  test('says each figure that is not exact in words', async () => {
    const all = ['area', 'counterpart', 'breakdown', 'definition', 'source', 'period', 'number'];
    const selection = Object.fromEntries(all.map((code) => [code, ['*']]));
    const { columns, data } = await rowsOf('/pxweb/1.0.0/v1/en/caravan-size', query(selection));
    const rows = parseCsv((await askProduct('/data/1.0.0/caravan-size.csv?csvType=full')).text);
    const codes = columns.map(({ code }) => code).slice(0, -3);
    expect(rows.some(({ qualifier }) => qualifier === 'more-than')).toBe(true);
    for (const row of rows) {
      const key = codes.map((code) => ({ ...row, area: row.Code })[code as 'area' | 'period']).join();
      const own = data.find((line) => line.key.join() === key);
      expect(own, key).toBeDefined();
      if (own!.values[1] !== String(row.low)) continue;
      expect(own!.comment, key).toMatch(row.qualifier === 'more-than' ? /^more than \d/ : /\d/);
    }
    // A figure with one end has no value, and its end is a number of its own.
    const [low] = rows.filter(({ value, low: end }) => value === null && end !== null).map((row) => row.low);
    expect(data.some(({ values }) => values[0] === '..' && values[1] === String(low))).toBe(true);
  });

  test.each([
    [`${ONE}/homicide-rate`, '{"query":1}', 400, /filter/],
    [`${ONE}/homicide-rate`, 'x', 400, /filter/],
    [`${ONE}/homicide-rate`, query({ area: ['XXX'] }), 400, /XXX/],
    [
      `${ONE}/homicide-rate`,
      query({ area: ['HND'], period: ['2014'], source: ['*'] }, 'px'),
      400,
      /json-stat2/,
    ],
    [`${ONE}/homicide-rat`, query({}), 404, /homicide-rate/],
    ['/pxweb/1.4.0/v1/fr/homicide-rate', query({}), 404, /v1\/en/],
  ])('%s with %s is refused', async (path, body, status, reason) => {
    const answer = (await post(path, body))!;
    expect(answer.status, textOf(answer)).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(textOf(answer)).toMatch(reason);
  });
});
