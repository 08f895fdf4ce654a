/** The MCP server as the official client sees it, over a socket. */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, describe, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { serve } from '#server.ts';
import { formatNumber } from '#stats/number.ts';
import { QUALIFIER_WORDS } from '#stats/format/labels.ts';
import { askJson } from '../ask.ts';
import { testDatabase } from '../../../setup/database.ts';
import { LATEST } from '../../../setup/releases.ts';

await testDatabase();
const server = await serve({ port: 0, host: '127.0.0.1' }, () =>
  Promise.resolve({ handle: () => Promise.resolve(), close: () => Promise.resolve() }),
);
const url = `${server.address}/mcp`;

/** A client of one of the two kinds of the protocol: with a handshake (2025), or without one (2026). */
async function clientOf(mode: 'legacy' | 'auto'): Promise<Client> {
  const made = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } });
  await made.connect(new StreamableHTTPClientTransport(new URL(url)));
  return made;
}
const client = await clientOf('auto');

afterAll(async () => {
  await client.close();
  await server.close();
  await closeReader();
});

interface ToolResult {
  readonly text: string;
  readonly data: Record<string, unknown>;
  readonly isError: boolean;
}

async function call(name: string, input: object): Promise<ToolResult> {
  const result = await client.callTool({ name, arguments: input as Record<string, unknown> });
  const [first] = result.content as { type: string; text: string }[];
  return {
    text: first?.text ?? '',
    data: (result.structuredContent ?? {}) as Record<string, unknown>,
    isError: result.isError === true,
  };
}

const TRIANGLE = { indicator: 'homicide-rate', country: 'HND~SLV~GTM', time: '2012..2014', release: '1.0.0' };

describe('the server', () => {
  test.each(['legacy', 'auto'] as const)('lists its tools to a client of the %s kind', async (mode) => {
    const other = await clientOf(mode);
    const { tools } = await other.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'find_indicators',
      'describe_indicator',
      'get_figures',
      'compare',
      'check_claim',
      'what_changed',
    ]);
    for (const { annotations, description, inputSchema } of tools) {
      expect(annotations?.readOnlyHint).toBe(true);
      expect(description).toBeTruthy();
      expect(inputSchema.type).toBe('object');
    }
    const { structuredContent } = await other.callTool({ name: 'get_figures', arguments: TRIANGLE });
    expect(structuredContent).toMatchObject({ release: '1.0.0', count: 4 });
    await other.close();
  });

  test('tells an assistant never to drop the word before a number', () => {
    expect(client.getInstructions()).toMatch(/never drop the word/);
  });
});

describe('find_indicators', () => {
  test.each([
    ['homicides by sex', 'en', 'homicide-rate'],
    ['solicitudes de asilo', 'es', 'asylum-applications'],
  ])('finds %s', async (words, lang, id) => {
    const { data, text } = await call('find_indicators', { words, lang });
    const found = (data['indicators'] as { id: string }[]).map((entry) => entry.id);
    expect(found).toContain(id);
    expect(text).toContain(id);
    expect(data['release']).toBe(LATEST);
  });

  test('lists all of them without words', async () => {
    const { indicators } = (await askJson(`/data/${LATEST}/indicators.json`)) as { indicators: object[] };
    expect((await call('find_indicators', {})).data['indicators']).toHaveLength(indicators.length);
  });
});

test('describe_indicator names the codes that get_figures accepts', async () => {
  const { data, text } = await call('describe_indicator', { indicator: 'homicide-rate', release: '1.0.0' });
  expect(data['country']).toContainEqual({ code: 'HND', name: 'Honduras' });
  expect(text).toContain('HND (Honduras)');
});

describe('get_figures', () => {
  test('has the rows of the data address, with sentence, citation, pinned page and picture', async () => {
    const { data, text } = await call('get_figures', TRIANGLE);
    const document = await askJson('/data/1.0.0/homicide-rate.json?country=HND~SLV~GTM&time=2012..2014');
    const numbers = (rows: unknown) =>
      (rows as { value: number | null; low: number | null; high: number | null }[])
        .map(({ value, low, high }) => `${value} ${low} ${high}`)
        .sort();
    expect(numbers(data['rows'])).toEqual(numbers(document['rows']));
    expect(data['page']).toBe(
      `${server.address}/indicators/homicide-rate?country=HND~SLV~GTM&time=2012..2014&release=1.0.0`,
    );
    expect(data['picture']).toContain('/data/1.0.0/homicide-rate.svg?');
    expect((await fetch(String(data['picture']))).headers.get('content-type')).toContain('image/svg+xml');
    expect(data['citation']).toContain('(Release 1.0.0) [Data set]');
    expect((data['sentences'] as string[])[0]).toMatch(/^Honduras.*: .*\(2012\)/);
    expect(text).toContain(String(data['page']));
    expect(text).not.toMatch(/\]\(\//);
  });

  test('refuses what the data address refuses, and says what is accepted', async () => {
    const { isError, text } = await call('get_figures', { indicator: 'homicide-rate', country: 'HNDD' });
    expect(isError).toBe(true);
    expect(text).toMatch(/HNDD.*HND/s);
    const unknown = await call('get_figures', { indicator: 'homicide-rat' });
    expect(unknown).toMatchObject({ isError: true });
    expect(unknown.text).toContain('homicide-rate');
  });

  test('refuses more figures than an assistant can use, with the address of the file', async () => {
    const { isError, text } = await call('get_figures', { indicator: 'population', release: '1.1.0' });
    expect(isError).toBe(true);
    expect(text).toMatch(/at most 1000/);
    expect(text).toContain(`${server.address}/data/1.1.0/population.csv`);
  });

  test('refuses a parameter that it does not have', async () => {
    const { isError, text } = await call('get_figures', { indicator: 'homicide-rate', year: '2014' });
    expect(isError).toBe(true);
    expect(text).toContain('year');
  });
});

test('compare gives pairs of figures and the verdict', async () => {
  const { data, text } = await call('compare', {
    indicators: 'homicide-rate~population',
    country: 'HND~SLV~GTM',
    time: '2014',
    release: '1.0.0',
  });
  const { together } = (await askJson(
    '/data/1.0.0/compare.json?country=HND~SLV~GTM&indicators=homicide-rate~population&time=2014',
  )) as { together: { comparability: { verdict: string }; pairs: object[] } };
  expect(data['pairs']).toHaveLength(together.pairs.length);
  expect(data['verdict']).toMatchObject({ code: together.comparability.verdict });
  expect(text).toContain('## Can these be compared?');
  for (const { figures } of data['pairs'] as { figures: { figure: string }[] }[])
    for (const { figure } of figures) expect(figure).toMatch(/\d/);
});

test('check_claim gives the verdict and the arithmetic of the address that checks', async () => {
  const input = {
    a: 'homicide-rate?country=HND&time=2012&source=owid-homicide-rate',
    b: 'homicide-rate?country=HND&time=2014&source=owid-homicide-rate',
    expression: 'a / b',
    relation: 'more-than:1',
    release: '1.4.0',
  };
  const { data, text, isError } = await call('check_claim', input);
  expect(isError, text).toBe(false);
  const { release: _, ...asked } = input;
  const search = new URLSearchParams(asked).toString();
  const document = (await askJson(`/data/1.4.0/check.json?${search}`)) as {
    verdict: string;
    verdict_text: string;
  };
  expect(data['verdict']).toBe(document.verdict);
  expect(text).toContain(`Verdict: ${document.verdict_text}`);
  const refused = await call('check_claim', { ...input, relation: 'rather-more:1' });
  expect(refused.isError).toBe(true);
});

describe('what_changed', () => {
  // Comparing two releases takes seconds on a busy machine, and a request has ten.
  test('gives each revised figure as it was and as it is', { retry: 3 }, async () => {
    const input = { indicator: 'homicide-rate', from: '1.3.0', to: '1.4.0', country: 'HND' };
    const { data, text } = await call('what_changed', input);
    const document = (await askJson('/data/1.3.0/homicide-rate/revisions.json?to=1.4.0')) as {
      counts: object;
      rows: { area: string }[];
    };
    expect(data['counts']).toEqual(document.counts);
    expect(data['changes']).toHaveLength(
      Math.min(100, document.rows.filter(({ area }) => area === 'HND').length),
    );
    expect(text).toMatch(/revised: Honduras, \d{4} \(.*\): [\d.]+ → [\d.]+/);
  });

  test('tells of the releases without an indicator', async () => {
    const { data } = await call('what_changed', {});
    const { releases } = (await askJson('/data/releases.json')) as { releases: object[] };
    expect(data['releases']).toHaveLength(releases.length);
  });
});

describe('no text with a figure of one end lacks its word', () => {
  test.each(['en', 'es'] as const)('in any answer of release 1.0.0, in %s', async (lang) => {
    const { indicators } = (await askJson('/data/1.0.0/indicators.json')) as { indicators: { id: string }[] };
    let seen = 0;
    for (const { id } of indicators) {
      const document = (await askJson(`/data/1.0.0/${id}.json`)) as { rows: Row[] };
      const ends = onlyOneSided(document.rows);
      if (ends.size === 0) continue;
      const { data, text, isError } = await call('get_figures', { indicator: id, release: '1.0.0', lang });
      expect(isError, text).toBe(false);
      const texts = [text, ...stringsIn(data)];
      for (const [end, qualifier] of ends) {
        const number = formatNumber(end, lang, 0);
        const word = QUALIFIER_WORDS[qualifier][lang];
        for (const told of texts) {
          const before = told.split(new RegExp(`(?<![\\d.,\u00a0\u202f])${number}(?![\\d])`)).slice(0, -1);
          seen += before.length;
          for (const start of before)
            expect(start.trimEnd().endsWith(word), `${number} in ${told}`).toBe(true);
        }
      }
    }
    expect(seen).toBeGreaterThan(10);
  });
});

interface Row {
  readonly qualifier: keyof typeof QUALIFIER_WORDS | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Ends of figures with one end, of five digits or more, that no other figure has as its value. */
function onlyOneSided(rows: readonly Row[]) {
  const others = new Set(
    rows.flatMap(({ value, low, high }) =>
      value === null && (low === null) !== (high === null) ? [] : [value, low, high],
    ),
  );
  return new Map(
    rows.flatMap(({ qualifier, value, low, high }) => {
      const end = low ?? high;
      const isOneSided = value === null && end !== null && (low === null || high === null);
      if (!isOneSided || qualifier === null) return [];
      return end >= 1_000 && !others.has(end) ? [[end, qualifier] as const] : [];
    }),
  );
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}

describe('a request that is none', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...headers,
      },
      body,
    });

  test('is refused as JSON-RPC says', async () => {
    const broken = await post('{');
    expect(broken.status).toBe(400);
    expect(await broken.json()).toMatchObject({ jsonrpc: '2.0', error: { code: -32700 } });
    const unknown = await post(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/none' }));
    // A client of 2025 gets events, of which this is the only one.
    const [, event = ''] = /^data: (.*)$/m.exec(await unknown.text()) ?? [];
    expect(JSON.parse(event)).toMatchObject({ error: { code: -32601 } });
    const large = await post(JSON.stringify({ text: 'x'.repeat(70_000) }));
    expect(large.status).toBe(413);
    expect(await large.json()).toMatchObject({ error: { code: -32600 } });
    const typed = await post('{}', { 'content-type': 'text/plain' });
    expect(typed.status).toBe(415);
  });

  test('by GET finds no session, and a page of another site may ask', async () => {
    const got = await fetch(url);
    expect(got.status).toBe(405);
    expect(got.headers.get('allow')).toBe('POST, OPTIONS');
    const asked = await fetch(url, { method: 'OPTIONS' });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-methods')).toContain('POST');
  });
});
