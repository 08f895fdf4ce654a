import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type * as Pool from '#app/_data/pool.ts';
import { closeReader } from '#app/_data/pool.ts';
import type * as Limits from '#stats/limits.ts';
import { testDatabase } from '../../../setup/database.ts';
import { ask, askJson } from '../ask.ts';

const statements = vi.hoisted(() => ({ texts: [] as string[] }));
const limits = vi.hoisted(() => ({ cells: 1_000_000 }));

vi.mock('#app/_data/pool.ts', async (original) =>
  (await import('../counted.ts')).countingPool(await original<typeof Pool>(), (text) =>
    statements.texts.push(text),
  ),
);
vi.mock('#stats/limits.ts', async (original) => {
  const { LIMITS } = await original<typeof Limits>();
  return {
    LIMITS: {
      ...LIMITS,
      get jsonCells() {
        return limits.cells;
      },
      get drawnCells() {
        return Math.min(limits.cells, LIMITS.drawnCells);
      },
    },
  };
});

await testDatabase();
afterAll(closeReader);
beforeEach(() => {
  limits.cells = 1_000_000;
});

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

  test('costs one statement, which sends one number', async () => {
    await ask(`${RATE}.csv`);
    statements.texts.length = 0;
    await ask(`${RATE}.csv?country=HND&count`);
    expect(statements.texts).toHaveLength(1);
    expect(statements.texts[0]).toMatch(/^select count\(\*\)/);
  });

  test('is pinned JSON whatever the ending, and has one canonical address', async () => {
    for (const ending of ['csv', 'json', 'svg']) {
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
  test.each(['.csv', '.json', '.svg'])(
    'is refused as %s, before it is made, and says the limit',
    async (ending) => {
      limits.cells = 20;
      statements.texts.length = 0;
      const { status, text } = await ask(`/data/1.0.0/population${ending}`);
      expect(status).toBe(400);
      expect(JSON.parse(text)).toMatchObject({
        type: 'urn:cotejo:problem:too-many',
        parameter: ending,
        accepted: ['20'],
      });
      expect(
        statements.texts
          .filter((one) => /\bseries\b/.test(one))
          .every((one) => /^select count\(\*\)/.test(one)),
      ).toBe(true);
    },
  );

  test('is refused as an embed too, and counted all the same', async () => {
    limits.cells = 20;
    expect((await ask('/embed/1.0.0/population')).status).toBe(400);
    const counted = await askJson('/data/1.0.0/population.csv?count');
    expect(counted).toMatchObject({ limit: 20, accepted: false });
    expect(counted['count']).toBeGreaterThan(20);
  });

  test('does not stop smaller questions of the same indicator', async () => {
    limits.cells = 20;
    expect((await ask('/data/1.0.0/population.csv?country=HND&time=2010..2014')).status).toBe(200);
  });
});
