import { afterAll, describe, expect, test } from 'vitest';
import { parseCsv, csvRowOf } from '#app/_downloads/csv.ts';
import { comparisonFromJson, type ComparisonDocument } from '#app/_downloads/json.ts';
import { siteData } from '#app/_data/data.ts';
import { FORMAT_NAMES } from '#app/_answers/http/formats.ts';
import { closeReader } from '#app/_data/pool.ts';
import { figureText } from '#stats/format/figure.ts';
import { testDatabase } from '../../../setup/database.ts';
import { askProduct, askJson } from '../ask.ts';

await testDatabase();
afterAll(closeReader);

const { indicators } = (await askJson('/data/1.0.0/indicators.json')) as { indicators: { id: string }[] };

/** The default query of every indicator, and some that combine, filter and translate. */
const QUESTIONS: readonly (readonly [indicator: string, search: string])[] = [
  ...indicators.map(({ id }) => [id, ''] as const),
  ['homicide-rate', 'country=HND~SLV~GTM&time=2012..2014'],
  ['homicide-rate', 'country=HND&lang=es'],
  ['homicide-rate', 'group=northern-triangle&time=2014'],
  ['population', 'country=HND~SLV~GTM&time=2000..2020'],
  ['population', 'group=northern-triangle&time=2014&lang=es'],
  ['asylum-grant-share', 'time=2014&lang=es'],
  ['population', 'country=HND~SLV~GTM&time=2005..2014&transform=index:2000'],
  ['population', 'country=HND~SLV&time=1995..2000&transform=change&lang=es'],
  ['population', 'country=HND~SLV~GTM&time=2010..2014&transform=share-of-total'],
  ['population', 'country=HND&time=2010..2014&transform=rolling-mean:3'],
  ['homicide-rate', 'country=HND~SLV~GTM~MEX&time=2014&transform=rank&lang=es'],
  ['caravan-size', 'transform=rank'],
  ['asylum-grant-share', 'definition=of-decided-on-merits&transform=change-percent'],
  ['homicide-rate', 'source=preferred'],
];

const decode = (html: string): string =>
  html
    .replace(/&#x27;|&#39;/g, "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
const document = async (id: string, search: string): Promise<ComparisonDocument> =>
  JSON.parse((await askProduct(`/data/1.0.0/${id}.json?${search}`)).text) as ComparisonDocument;

describe.each(QUESTIONS)('%s?%s', (id, search) => {
  test('JSON gives back the comparison that the database answered', async () => {
    const read = comparisonFromJson(await document(id, search));
    const { query, language } = read;
    const plan = await siteData.planAnswer({ version: '1.0.0', language, query });
    // Doubts are no part of a release, so pinned JSON does not have them.
    const { dependence = null, doubts: _, ...judged } = await plan.judgedComparison();
    // JSON has no infinity, so an open end is null.
    const written: unknown = JSON.parse(JSON.stringify(dependence));
    expect(read).toEqual({ ...judged, dependence: written });
  });

  test('CSV and JSON hold the same numbers', async () => {
    const { rows, language } = await document(id, search);
    const csv = parseCsv((await askProduct(`/data/1.0.0/${id}.csv?${search}`)).text);
    expect(csv).toEqual(rows.map((row) => csvRowOf(row, language)));
  });

  test('every mark of the SVG stands for a number of the CSV, and every number of one has its mark', async () => {
    const csv = parseCsv((await askProduct(`/data/1.0.0/${id}.csv?${search}`)).text);
    const svg = (await askProduct(`/data/1.0.0/${id}.svg?${search}`)).text;
    const drawn = new Set(
      [...svg.matchAll(/data-(?:value|low|high)="([^"]*)"/g)].flatMap(([, numbers = '']) =>
        numbers.split(' '),
      ),
    );
    drawn.delete('');
    const known = new Set(
      csv
        .flatMap(({ value, low, high }) => [value, low, high])
        .filter((n) => n !== null)
        .map(Number),
    );
    for (const number of drawn) expect(known, number).toContain(Number(number));
    const numbers = new Set([...drawn].map(Number));
    for (const number of known) expect(numbers).toContain(number);
  });

  test('the embed’s table says every figure with its hedge, within 40 KB', async () => {
    const comparison = comparisonFromJson(await document(id, search));
    const { text, status } = await askProduct(`/embed/1.0.0/${id}?${search}`);
    expect(status).toBe(200);
    expect(Buffer.byteLength(text)).toBeLessThan(40_000);
    // A figure in doubt has a sign behind it.
    const table = decode(/<tbody>[^]*<\/tbody>/.exec(text)?.[0] ?? '').replace(
      / <abbr[^>]*>\(\?\)<\/abbr>/g,
      '',
    );
    if (/colspan/.test(table)) return;
    for (const cell of comparison.cells) {
      if (cell.stated)
        expect(table).toContain(`>${figureText(cell, comparison.indicator, comparison.language)}<`);
    }
  });
});

test('a question that no figure answers is a file with a gap and a sentence in the frame', async () => {
  const search = 'country=CAN&time=1960..1961';
  const csv = await askProduct(`/data/1.0.0/homicide-rate.csv?${search}`);
  expect(parseCsv(csv.text).map((row) => [row.Code, row.period, row.gap?.code])).toEqual([
    ['CAN', '1961', 'not-on-file'],
  ]);
  expect((await askProduct(`/data/1.0.0/homicide-rate.svg?${search}`)).status).toBe(200);
  expect((await askProduct(`/embed/1.0.0/homicide-rate?${search}`)).text).toContain('no figure available');
});

test('the same question gives the same bytes to every client at any time', async () => {
  for (const ending of FORMAT_NAMES) {
    const address = `/data/1.0.0/homicide-rate.${ending}?country=HND`;
    expect((await askProduct(address)).text).toBe(
      (await askProduct(address, { host: 'elsewhere.test' })).text,
    );
  }
});
