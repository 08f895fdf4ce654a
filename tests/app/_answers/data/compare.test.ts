/**
 * Several indicators at one URL: pairs with both hedges and sources, the alignment is stated, nothing is
 * ignored.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { createAnswers } from '#app/_answers/answers.ts';
import { FORMAT_NAMES } from '#app/_answers/http/formats.ts';
import { createData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import type { ComparisonDocument } from '#app/_downloads/json.ts';
import { comparisonFromJson } from '#app/_downloads/json.ts';
import type { DownloadRow } from '#app/_downloads/row.ts';
import { testDatabase } from '../../../setup/database.ts';
import { askerOf } from '../ask.ts';
import { readsFigures, watchedReader } from '../watched-reader.ts';

const figures = { count: 0 };
const data = createData(
  watchedReader((text) => {
    if (readsFigures(text)) figures.count += 1;
  }),
);
const ask = askerOf(createAnswers({ data }).answer);
const askJson = async (address: string): Promise<Record<string, unknown>> =>
  JSON.parse((await ask(address)).text) as Record<string, unknown>;

await testDatabase();
afterAll(closeReader);

interface CompareDocument {
  readonly format: string;
  readonly address: string;
  readonly sides: readonly { readonly place: string; readonly answer: ComparisonDocument }[];
  readonly together: {
    readonly alignment: { readonly kind: string; readonly bases: readonly (readonly string[])[] };
    readonly comparability: { readonly verdict: string };
    readonly rankCorrelation: { readonly r: number; readonly pairs: number } | null;
    readonly pairs: readonly { readonly place: string; readonly rows: readonly [number, number] }[];
    readonly leftOut: readonly { readonly place: string; readonly side: number; readonly why: string }[];
  } | null;
}

/** The newest release, which has indicators that the first does not have. */
const newest = (
  (await askJson('/data/releases.json')) as unknown as { releases: { version: string }[] }
).releases.at(-1)!.version;
const compare = async (search: string, release = newest): Promise<CompareDocument> =>
  (await askJson(`/data/${release}/compare.json?${search}`)) as unknown as CompareDocument;
const rowsOf = ({ sides, together }: CompareDocument): (readonly [string, DownloadRow, DownloadRow])[] =>
  (together?.pairs ?? []).map(({ place, rows: [a, b] }) => [
    place,
    sides[0]!.answer.rows[a]!,
    sides[1]!.answer.rows[b]!,
  ]);

describe('two indicators in one answer', () => {
  test('are pairs of one place and year, each figure with its own hedge and source', async () => {
    const document = await compare('country=HND~SLV~GTM~BLZ&indicators=homicide-rate~gini-index&time=2014');
    expect(document).toMatchObject({ format: 'cotejo-compare', together: { alignment: { kind: 'same' } } });
    const pairs = rowsOf(document);
    expect(pairs.map(([place]) => place)).toEqual(['HND', 'SLV', 'GTM']);
    for (const [place, homicide, gini] of pairs) {
      expect([homicide.Code, gini.Code, homicide.period, gini.period]).toEqual([
        place,
        place,
        '2014',
        '2014',
      ]);
      expect([homicide.indicator, gini.indicator]).toEqual(['homicide-rate', 'gini-index']);
      expect([homicide.source, gini.source]).toEqual(['owid-homicide-rate', 'gapminder-gini']);
    }
    // El Salvador, 63.6 by the series of 2025, was about as unequal as the United States.
    const [, salvador] = pairs;
    expect(salvador?.[1].value).toBeCloseTo(63.6, 1);
    expect(salvador?.[2].value).toBeGreaterThan(40);
    expect(document.together?.leftOut.map(({ place, side, why }) => [place, side, why])).toContainEqual([
      'BLZ',
      0,
      'no-other',
    ]);
  });

  test('each side is the answer that its own address gives', async () => {
    const { sides } = await compare('group=northern-triangle&indicators=homicide-rate~population&time=2014');
    for (const { answer } of sides) {
      const alone = (await askJson(answer.address)) as unknown as ComparisonDocument;
      expect(comparisonFromJson(answer)).toEqual(comparisonFromJson(alone));
    }
  });

  test('a fiscal year meets the calendar year in which it ends, and that is said', async () => {
    const { together, ...rest } = await compare(
      'country=HND~SLV~GTM&indicators=homicide-rate~border-encounters&basis.2=us-fiscal-year&time=2014',
    );
    expect(together?.alignment).toMatchObject({
      kind: 'fiscal-with-calendar',
      bases: [['calendar-year'], ['us-fiscal-year']],
    });
    const pairs = rowsOf({ together, ...rest });
    expect(pairs.map(([place, , there]) => [place, there.Code, there.counterpart, there.period])).toEqual([
      ['HND', 'USA', 'HND', 'FY2014'],
      ['SLV', 'USA', 'SLV', 'FY2014'],
      ['GTM', 'USA', 'GTM', 'FY2014'],
    ]);
    expect(together?.comparability.verdict).toBe('comparable-with-notes');
  });

  test('months meet no year: every figure is left out, and why', async () => {
    const { together } = await compare(
      'country=HND&indicators=homicide-rate~border-encounters&basis.2=month',
    );
    expect(together?.pairs).toEqual([]);
    expect(together?.alignment.kind).toBe('none');
    expect(new Set(together?.leftOut.map(({ why }) => why))).toEqual(new Set(['basis']));
    expect(together?.comparability).toMatchObject({ verdict: 'not-comparable' });
  });

  test('without a pair are not called comparable', async () => {
    const search = 'country=HND&indicators=homicide-rate~population&time=1965';
    const { together } = await compare(search);
    expect([together?.pairs, together?.comparability]).toEqual([[], null]);
    const markdown = await ask(`/data/1.1.0/compare.md?${search}`);
    expect(markdown.status).toBe(200);
    expect(markdown.text).not.toMatch(/comparable/i);
  });

  test('of many places say whether they go together', async () => {
    const { together } = await compare('indicators=homicide-rate~gini-index&time=2014');
    expect(together?.rankCorrelation?.pairs).toBe(together?.pairs.length);
    expect(together?.rankCorrelation?.r).toBeGreaterThan(0);
    expect(together?.rankCorrelation?.r).toBeLessThan(1);
  });

  test('cost one statement together, and none where they are refused', async () => {
    await compare('country=HND&indicators=homicide-rate~population&time=2014', '1.0.0');
    figures.count = 0;
    await compare('country=SLV&indicators=homicide-rate~population&time=2013', '1.0.0');
    expect(figures.count).toBe(1);
    figures.count = 0;
    for (const search of [
      'indicators=homicide-rate',
      'indicators=homicide-rate~nothing',
      'indicators=homicide-rate~population&source.2=nobody',
      'indicators=homicide-rate~population&csvType=full',
    ]) {
      const { status, text } = await ask(`/data/1.0.0/compare.json?${search}`);
      expect([status, text.includes('"accepted"')], search).toEqual([400, true]);
    }
    expect(figures.count).toBe(0);
  });
});

describe('the other endings', () => {
  const search = 'country=HND~SLV&indicators=homicide-rate~population&time=2014';

  test('a CSV of two has a row a pair, and of three the rows of all', async () => {
    const two = await ask(`/data/1.0.0/compare.csv?${search}`);
    const [header = '', first = ''] = two.text.split('\n');
    expect(header).toMatch(/^Entity,Code,Year,alignment,release,indicator_1,measure_1,/);
    expect(header).toContain(',locator_2,');
    expect(first).toMatch(/^Honduras,HND,2014,same,1\.0\.0,homicide-rate,rate,/);
    expect(two.headers['content-disposition']).toContain('compare-1.0.0.csv');
    const three = await ask(
      '/data/1.0.0/compare.csv?country=HND&indicators=homicide-rate~population~homicides&time=2014',
    );
    expect(three.text).toMatch(/^Entity,Code,Year,indicator,measure/);
    expect(three.text.match(/\nHonduras,HND,2014,(homicide-rate|population),/g)).toHaveLength(2);
  });

  test('a picture has both axes, and is of two', async () => {
    const { status, text, headers } = await ask(`/data/1.0.0/compare.svg?${search}&lang=es`);
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^image\/svg\+xml/);
    expect(text.replace(/\s/g, ' ')).toContain('Homicidios por cada 100 000 habitantes');
    expect(text).not.toContain('not stated');
    expect(text).toContain('Honduras');
    const three = await ask('/data/1.0.0/compare.svg?indicators=homicide-rate~population~homicides');
    expect([three.status, three.text.includes('indicators')]).toEqual([400, true]);
  });

  test('an embed is whole without a script, small, and may stand in any frame', async () => {
    const { status, text, headers } = await ask(`/embed/1.0.0/compare?${search}&lang=es&theme=dark`);
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain('frame-ancestors *');
    expect(text).toContain('data-theme="dark"');
    expect(text).toContain('<title>Tasa de homicidios: máximo en Honduras');
    expect(text).toContain('World Bank');
    expect(text.match(/<svg[^>]* role=img/g)).toHaveLength(4);
    expect(text).toMatch(/<details>.*<th scope=row>Honduras<td>2014<td class=n><a href=\d+>[\d,]+<\/a>/s);
    expect(Buffer.byteLength(text)).toBeLessThan(40_000);
    const refused = await ask('/embed/1.0.0/compare?indicators=homicide-rate');
    expect([refused.status, refused.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
  });

  test('have one address, and stay what they are', async () => {
    const spelt = await ask(
      '/data/1.0.0/compare.csv?time=2014&indicators=homicide-rate~population~homicide-rate&country=Honduras~SLV&place.1=area',
    );
    const canonical = await ask(`/data/1.0.0/compare.csv?${search}`);
    expect(spelt.headers['link']).toBe(`</data/1.0.0/compare.csv?${search}>; rel="canonical"`);
    expect(spelt.headers['etag']).toBe(canonical.headers['etag']);
    expect(canonical.headers['cache-control']).toContain('immutable');
    expect(canonical.headers['link']).toBeUndefined();
    const latest = await ask(`/data/latest/compare.csv?${search}`);
    expect([latest.status, latest.headers['location']]).toEqual([
      302,
      `/data/${newest}/compare.csv?${search}`,
    ]);
  });
});

describe('?count of a comparison', () => {
  const BOTH = 'indicators=homicide-rate~population&country=HND~SLV~GTM&time=2014';

  test('is the figures of its sides, which the answer has', async () => {
    const { sides } = JSON.parse((await ask(`/data/1.0.0/compare.json?${BOTH}`)).text) as {
      sides: { answer: { rows: unknown[] } }[];
    };
    const rows = sides.map(({ answer }) => answer.rows.length);
    for (const ending of FORMAT_NAMES) {
      const { status, headers, text } = await ask(`/data/1.0.0/compare.${ending}?${BOTH}&count`);
      expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
      expect(headers['content-disposition']).toBeUndefined();
      const counted = JSON.parse(text) as Record<string, unknown>;
      expect(counted).toMatchObject({ release: '1.0.0', sides: rows, accepted: true });
      expect(counted['count']).toBe(rows.reduce((a, b) => a + b, 0));
      expect(counted['address']).toMatch(new RegExp(`^/data/1\\.0\\.0/compare\\.${ending}\\?country=`));
      expect(counted['address']).not.toContain('count=');
    }
  });

  test('has a canonical address of its own', async () => {
    const { headers } = await ask(`/data/1.0.0/compare.csv?${BOTH}&count`);
    expect(headers['link']).toMatch(/^<\/data\/1\.0\.0\/compare\.csv\?count=yes&country=/);
  });
});
