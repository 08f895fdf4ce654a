import { afterAll, describe, expect, test } from 'vitest';
import { OPERATIONS } from '#app/_answers/openapi/operations.ts';
import { COLUMN_NAMES } from '#app/_downloads/columns.ts';
import { closeReader } from '#app/_data/pool.ts';
import { QUERY_PARAMETERS } from '#stats/query/query.ts';
import { testDatabase } from '../../../setup/database.ts';
import { askProduct, askJson } from '../ask.ts';

await testDatabase();
afterAll(closeReader);

interface Parameter {
  readonly $ref?: string;
  readonly name?: string;
  readonly example?: string;
  readonly schema?: { readonly enum?: readonly string[] };
}
interface Operation {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
  readonly 'x-examples': readonly string[];
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, { readonly get?: Operation; readonly post?: object }>>;
  readonly components: {
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly schemas: Readonly<
      Record<string, { readonly properties: object; readonly required: readonly string[] }>
    >;
  };
}

const document = (await askJson('/data/openapi.json')) as unknown as Document;
const operations = Object.entries(document.paths).flatMap(([path, { get }]) =>
  get ? [{ path, ...get }] : [],
);
const examples = operations.flatMap((operation) =>
  operation['x-examples'].map((address) => [address, operation] as const),
);

describe('/data/openapi.json', () => {
  test('is OpenAPI 3.1 in which every reference leads somewhere', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    for (const [, ref] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = (ref as string)
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document);
      expect(found, ref).toBeDefined();
    }
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  });

  test('is linked from the limits', async () => {
    expect(await askJson('/data/config.json')).toMatchObject({ openapi: '/data/openapi.json' });
  });

  test('describes every parameter that a question takes, and no other', () => {
    const described = Object.keys(document.components.parameters).filter(
      (name) => !['release', 'indicator', 'id'].includes(name),
    );
    expect(described).toEqual([...QUERY_PARAMETERS]);
    for (const { path, parameters } of operations) {
      const named = parameters.flatMap(({ $ref }) => $ref?.split('/').at(-1) ?? []);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)]
        .map(([, name]) => name)
        .filter((name) => ['release', 'indicator', 'id'].includes(name ?? ''));
      expect(
        named.filter((name) => ['release', 'indicator', 'id'].includes(name)),
        path,
      ).toEqual(inPath);
    }
  });

  test.each(
    Object.entries(document.components.parameters).filter(([, { example }]) => example !== undefined),
  )('gives a value of %s that is accepted', async (name, { example }) => {
    if (name === 'release' || name === 'indicator') return;
    const beside = name === 'by' ? 'country=HND~SLV&' : '';
    const { status, text } = await askProduct(`/data/1.0.0/homicide-rate.json?${beside}${name}=${example}`);
    expect(status, text).toBe(200);
  });

  test.each(
    operations.flatMap((operation) =>
      operation.parameters.flatMap(({ name, schema }) =>
        (schema?.enum ?? []).map((value) => [operation.operationId, name, value, operation] as const),
      ),
    ),
  )('says truly that %s takes %s=%s', async (_id, name, value, { 'x-examples': [first = ''] }) => {
    const [path = '', search = ''] = first.split('?');
    // Parameters that a URL must have are kept.
    const isOneFigure = /\/(?:(?:evidence|check|diff|vintages|which)(?:\.|$)|value|board|oembed)/.test(path);
    const needed = search.split('&').filter((part) => isOneFigure || part.startsWith('indicators='));
    const address = `${path}?${[...needed, `${name}=${value}`].join('&')}`;
    expect((await askProduct(address)).status).toBe(200);
  });
});

describe('an example', () => {
  test.each(examples)('%s answers as the document says', async (address, { path, responses }) => {
    const { status, headers, text } = await askProduct(address);
    expect(status).toBe(200);
    const [type] = (headers['content-type'] as string).split(';');
    expect(Object.keys(responses['200']?.content ?? {})).toContain(type);
    const form = path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+');
    expect(address.split('?')[0]).toMatch(new RegExp(`^${form}$`));
    if (!path.endsWith('{indicator}.json')) return;
    const { Comparison, Row } = document.components.schemas;
    const answer = JSON.parse(text) as { rows: object[] };
    expect(Object.keys(answer)).toEqual(expect.arrayContaining([...(Comparison?.required ?? [])]));
    for (const row of answer.rows) expect(Object.keys(row)).toEqual(Object.keys(Row?.properties ?? {}));
  });

  test('stands for every operation', () => {
    for (const { id, examples: given } of OPERATIONS) expect(given.length, id).toBeGreaterThan(0);
  });
});

test('a row is described column by column, in the order of the file', () => {
  expect(Object.keys(document.components.schemas['Row']?.properties ?? {})).toEqual([...COLUMN_NAMES]);
});
