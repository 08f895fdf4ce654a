import { beforeEach, expect, test, vi } from 'vitest';
import { createAnswers } from '#app/_answers/answers.ts';
import { createData } from '#app/_data/data.ts';
import { testDatabase } from '../../setup/database.ts';
import { askerOf } from './ask.ts';
import { readsFigures, watchedReader } from './watched-reader.ts';

await testDatabase();

const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
beforeEach(() => log.mockClear());

/** Answers from a database in which every statement that reads figures fails with this error. */
const breaking = (error: Error) =>
  askerOf(
    createAnswers({
      data: createData(
        watchedReader((text) => {
          if (readsFigures(text)) throw error;
        }),
      ),
    }).answer,
  );
/** Answers without a database. */
const without = (error: Error) =>
  askerOf(createAnswers({ data: createData(() => Promise.reject(error)) }).answer);

const ADDRESSES = [
  '/data/1.0.0/homicide-rate.csv',
  '/data/1.0.0/homicide-rate/dimensions.json',
  '/embed/1.0.0/homicide-rate',
];

test.each(ADDRESSES)(
  'our own failure at %s says so without a stack, and is one line in the log',
  async (address) => {
    const { status, headers, text } = await breaking(new Error('lost\n  the thread'))(address);
    expect(status).toBe(500);
    expect(headers['cache-control']).toBe('no-store');
    expect(text).not.toMatch(/thread|\.ts:|node_modules/);
    expect(log.mock.calls).toEqual([[`GET ${address}: lost the thread`]]);
  },
);

test.each(ADDRESSES)('a statement that takes too long at %s is 503 and says what to do', async (address) => {
  const error = Object.assign(new Error('canceling statement'), { code: '57014' });
  const { status, headers, text } = await breaking(error)(address);
  expect(status).toBe(503);
  expect(headers['retry-after']).toBe('10');
  expect(text).toContain('fewer areas or years');
});

test.each(['ECONNREFUSED', 'CONNECT_TIMEOUT', 'CONNECTION_CLOSED', '57P01', '53300'])(
  'a database that is away (%s) is 503',
  async (code) => {
    const error = Object.assign(new Error('away'), { code });
    for (const ask of [breaking(error), without(error)]) {
      expect((await ask('/data/1.0.0/homicide-rate.csv')).status).toBe(503);
    }
  },
);

test('a health check that fails is 503, not an error', async () => {
  const { status, headers, text } = await without(new Error('away'))('/healthz');
  expect(status).toBe(503);
  expect(headers['cache-control']).toBe('no-store');
  expect(JSON.parse(text)).toMatchObject({ ready: false, release: null });
  expect(log).not.toHaveBeenCalled();
});
