import { afterAll, describe, expect, test } from 'vitest';
import { createAnswers } from '#app/_answers/answers.ts';
import { FORMAT_NAMES } from '#app/_answers/http/formats.ts';
import { createData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../../setup/database.ts';
import { askerOf } from '../ask.ts';
import { readsFigures, watchedReader } from '../watched-reader.ts';

const statements: string[] = [];
const data = createData(watchedReader((text) => void statements.push(text)));
const ask = askerOf(createAnswers({ data }).answer);
const askJson = async (address: string): Promise<Record<string, unknown>> =>
  JSON.parse((await ask(address)).text) as Record<string, unknown>;
/** The same answers with a limit of twenty cells. */
const askFew = askerOf(
  createAnswers({ data, limits: { jsonCells: 20, computedCells: 20, drawnCells: 20 } }).answer,
);

await testDatabase();
afterAll(closeReader);

const RATE = '/data/1.0.0/homicide-rate';

describe('?count', () => {
  test.each([
    ['homicide-rate', ''],
    ['homicide-rate', 'country=HND~SLV~GTM&time=2012..2014'],
    ['homicide-rate', 'group=northern-triangle'],
    ['homicide-rate', 'country=HND~SLV~GTM&by=source'],
    ['population', 'group=northern-triangle~central-america-7&time=2000..2014'],
    ['population', 'country=HND&time=latest'],
    ['asylum-grant-share', 'country=USA&origin=northern-triangle'],
    ['homicide-rate', 'country=CAN&time=1960..1961'],
  ])('of %s?%s is the number of its rows', async (id, search) => {
    const { rows } = (await askJson(`/data/1.0.0/${id}.json?${search}`)) as { rows: unknown[] };
    const counted = await askJson(`/data/1.0.0/${id}.csv?${search}&count`);
    expect(counted).toMatchObject({ release: '1.0.0', count: rows.length, limit: 1_000_000, accepted: true });
    expect(counted['address']).toBe(
      `/data/1.0.0/${id}.csv${search === '' ? '' : `?${(counted['address'] as string).split('?')[1]}`}`,
    );
  });

  test('costs one statement, which sends one number, or one for each series where somebody is named', async () => {
    await ask(`${RATE}.csv`);
    statements.length = 0;
    await ask(`${RATE}.csv?time=2012&count`);
    await ask(`${RATE}.csv?country=HND&count`);
    expect(statements).toHaveLength(2);
    expect(statements[0]).toMatch(/^select count\(\*\)/);
    expect(statements[1]).toMatch(/^select group_key, count\(\*\)/);
  });

  test('is pinned JSON whatever the ending, and has one canonical address', async () => {
    for (const ending of FORMAT_NAMES) {
      const { status, headers } = await ask(`${RATE}.${ending}?count`);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
        link: `<${RATE}.${ending}?count=yes>; rel="canonical"`,
      });
      expect(headers['content-disposition']).toBeUndefined();
    }
    expect((await ask(`${RATE}.csv?count=no`)).text).toBe((await ask(`${RATE}.csv`)).text);
    expect((await ask(`${RATE}.csv?count=2`)).status).toBe(400);
  });
});

describe('an answer of more cells than the limit', () => {
  test.each(FORMAT_NAMES.map((format) => `.${format}`))(
    'is refused as %s, before it is made, and says the limit',
    async (ending) => {
      statements.length = 0;
      const { status, text } = await askFew(`/data/1.0.0/population${ending}`);
      expect(status).toBe(400);
      expect(JSON.parse(text)).toMatchObject({
        type: 'urn:cotejo:problem:too-many',
        parameter: ending,
        accepted: ['20'],
      });
      for (const statement of statements.filter(readsFigures))
        expect(statement).toMatch(/^select count\(\*\)/);
    },
  );

  test('that are computed is refused at a lower limit, and says so in its count', async () => {
    const wide = '/data/1.1.0/border-encounters.json?group=m49-019~wb-hic';
    const { status, text } = await ask(wide);
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ parameter: '.json', accepted: ['30000'] });
    expect(await askJson(`${wide}&count`)).toMatchObject({ limit: 30_000, accepted: false });
    expect((await ask(`${wide}&time=2020-01..2020-12`)).status).toBe(200);
  });

  test('is refused as an embed too, and counted all the same', async () => {
    expect((await askFew('/embed/1.0.0/population')).status).toBe(400);
    const counted = JSON.parse((await askFew('/data/1.0.0/population.csv?count')).text) as Record<
      string,
      unknown
    >;
    expect(counted).toMatchObject({ limit: 20, accepted: false });
    expect(counted['count']).toBeGreaterThan(20);
  });

  test('has a count of another ETag than where the limit is another', async () => {
    const address = '/data/1.0.0/population.csv?count';
    expect((await askFew(address)).headers['etag']).not.toBe((await ask(address)).headers['etag']);
  });

  test('does not stop smaller questions of the same indicator', async () => {
    expect((await askFew('/data/1.0.0/population.csv?country=HND&time=2010..2014')).status).toBe(200);
  });
});
