import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { catalogue, release } from '../_downloads/comparison.ts';
import { ask } from './ask.ts';

const data: { error?: unknown } = vi.hoisted(() => ({}));

vi.mock('#app/_data/catalogue.ts', () => ({
  loadReleases: () => Promise.resolve([release]),
  loadCatalogue: () => Promise.resolve(catalogue),
}));
vi.mock('#app/_data/comparison.ts', () => ({ loadComparison: () => Promise.reject(data.error) }));
vi.mock('#app/_data/count.ts', () => ({ hasMoreCells: () => Promise.resolve(false) }));
vi.mock('#app/_data/lines.ts', () => ({ findPublished: () => Promise.resolve(null) }));
vi.mock('#app/_data/dimensions.ts', () => ({ loadDimensions: () => Promise.reject(data.error) }));
vi.mock('#app/_data/health.ts', () => ({ checkHealth: () => Promise.reject(data.error) }));

const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
beforeEach(() => log.mockClear());
afterEach(() => delete data.error);

const FACES = [
  '/data/1.0.0/homicide-rate.csv',
  '/data/1.0.0/homicide-rate/dimensions.json',
  '/embed/1.0.0/homicide-rate',
];

test.each(FACES)(
  'our own failure at %s says so without a stack, and is one line in the log',
  async (address) => {
    data.error = new Error('lost\n  the thread');
    const { status, headers, text } = await ask(address);
    expect(status).toBe(500);
    expect(headers['cache-control']).toBe('no-store');
    expect(text).not.toMatch(/thread|\.ts:|node_modules/);
    expect(log.mock.calls).toEqual([[`GET ${address}: lost the thread`]]);
  },
);

test.each(FACES)('a statement that takes too long at %s is 503 and says what to do', async (address) => {
  data.error = Object.assign(new Error('canceling statement'), { code: '57014' });
  const { status, headers, text } = await ask(address);
  expect(status).toBe(503);
  expect(headers['retry-after']).toBe('10');
  expect(text).toContain('fewer areas or years');
});

test.each(['ECONNREFUSED', 'CONNECT_TIMEOUT', 'CONNECTION_CLOSED', '57P01', '53300'])(
  'a database that is away (%s) is 503',
  async (code) => {
    data.error = Object.assign(new Error('away'), { code });
    expect((await ask(FACES[0] as string)).status).toBe(503);
  },
);

test('a health check that fails is 503, not an error', async () => {
  data.error = new Error('away');
  const { status, headers, text } = await ask('/healthz');
  expect(status).toBe(503);
  expect(headers['cache-control']).toBe('no-store');
  expect(JSON.parse(text)).toEqual({ ready: false, release: null });
});
