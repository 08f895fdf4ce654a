/** Ranges of a Parquet file: one column of a whole indicator or release costs little of its bytes. */
import { asyncBufferFromUrl, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { afterAll, expect, test, vi } from 'vitest';
import { parseCsv } from '#app/_downloads/csv.ts';
import { closeReader } from '#app/_data/pool.ts';
import { serve } from '#server.ts';
import { testDatabase } from '../../../setup/database.ts';
import { LATEST } from '../../../setup/releases.ts';
import { answerBytes, askProduct, requestFor, respondTo } from '../ask.ts';

await testDatabase();
afterAll(closeReader);

const FILE = `/data/${LATEST}/border-encounters.parquet?csvType=full`;

async function ask(headers: Record<string, string> = {}, method = 'GET') {
  const answer = (await respondTo(requestFor(FILE, headers, method)))!;
  return { ...answer, bytes: await answerBytes(answer) };
}
const whole = await ask();

test('the whole file says that it takes ranges', () => {
  expect([whole.status, whole.headers['accept-ranges']]).toEqual([200, 'bytes']);
  expect(whole.headers['content-length']).toBe(String(whole.bytes.length));
  expect(whole.headers['access-control-expose-headers']).toContain('Content-Range');
});

test.each([
  ['bytes=0-3', 0, 4],
  ['bytes=-8', -8, undefined],
  ['bytes=100-', 100, undefined],
  ['bytes=100-999999999', 100, undefined],
])('%s is a part of it, with the same ETag', async (range, from, to) => {
  const part = await ask({ range, 'if-range': whole.headers['etag']! });
  expect([part.status, part.headers['etag']]).toEqual([206, whole.headers['etag']]);
  expect(part.bytes.equals(whole.bytes.subarray(from < 0 ? whole.bytes.length + from : from, to))).toBe(true);
  expect(part.headers['content-length']).toBe(String(part.bytes.length));
  expect(part.headers['content-range']).toMatch(new RegExp(`^bytes \\d+-\\d+/${whole.bytes.length}$`));
});

test('a range that is not there is 416, one that is none or of other bytes is the whole', async () => {
  const beyond = await ask({ range: `bytes=${whole.bytes.length}-` });
  expect([beyond.status, beyond.headers['content-range']]).toEqual([416, `bytes */${whole.bytes.length}`]);
  const odd: readonly Record<string, string>[] = [
    { range: 'bytes=5-2' },
    { range: 'bytes=0-1,4-5' },
    { range: 'rows=1-2' },
    { range: 'bytes=0-3', 'if-range': '"other"' },
    { range: 'bytes=0-3', 'if-range': `W/${whole.headers['etag']!}` },
  ];
  for (const headers of odd) expect((await ask(headers)).bytes.length).toBe(whole.bytes.length);
  const head = await ask({ range: 'bytes=0-3' }, 'HEAD');
  expect([head.status, head.bytes.length, head.headers['content-length']]).toEqual([
    200,
    0,
    String(whole.bytes.length),
  ]);
});

test('a streamed CSV takes no ranges: it is answered whole', async () => {
  const csv = await askProduct(FILE.replace('.parquet', '.csv'), { range: 'bytes=0-3' });
  expect([csv.status, csv.headers['accept-ranges']]).toEqual([200, undefined]);
});

test('one column of a whole indicator is read with less than 15 percent of its bytes', async () => {
  let read = 0;
  const file = {
    byteLength: whole.bytes.length,
    slice: async (start: number, end = whole.bytes.length): Promise<ArrayBuffer> => {
      const { status, bytes } = await ask({ range: `bytes=${start}-${end - 1}` });
      expect(status).toBe(206);
      read += bytes.length;
      return new Uint8Array(bytes).buffer;
    },
  };
  // The end of the file first, as DuckDB does; hyparquet would begin with half a megabyte.
  const metadata = await parquetMetadataAsync(file, { initialFetchSize: 8 });
  const rows = await parquetReadObjects({ file, metadata, columns: ['period'] });
  const csv = parseCsv((await askProduct(FILE.replace('.parquet', '.csv'))).text);
  expect(rows.map(({ period }) => period as string)).toEqual(csv.map(({ period }) => period));
  expect(read / whole.bytes.length).toBeLessThan(0.15);
});

test(
  'one column of a whole release is read over HTTP with less than 15 percent of its bytes',
  { timeout: 120_000 },
  async () => {
    const server = await serve({ port: 0, host: '127.0.0.1' }, () =>
      Promise.resolve({ handle: () => Promise.resolve(), close: () => Promise.resolve() }),
    );
    let read = 0;
    const counted: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      if (init?.method !== 'HEAD') {
        expect(response.status).toBe(206);
        read += Number(response.headers.get('content-length'));
      }
      return response;
    };
    try {
      const url = `${server.address}/data/1.1.0/all.parquet`;
      // The first of all clients may be asked to wait while the file is made; it is kept.
      await vi.waitFor(async () => expect((await fetch(url, { method: 'HEAD' })).status).toBe(200), {
        timeout: 100_000,
        interval: 2_000,
      });
      const file = await asyncBufferFromUrl({ url, fetch: counted });
      // The end of the file first, as DuckDB does.
      const metadata = await parquetMetadataAsync(file, { initialFetchSize: 8 });
      const groups = metadata.row_groups.map(({ num_rows: rows }) => Number(rows));
      expect(Math.max(...groups)).toBeLessThanOrEqual(50_000);
      const footer = read;
      const rows = await parquetReadObjects({ file, metadata, columns: ['period'] });
      const { count } = JSON.parse((await askProduct('/data/1.1.0/all.csv?count')).text) as {
        count: number;
      };
      expect(rows).toHaveLength(count);
      expect(groups.length).toBe(Math.ceil(count / 50_000));
      expect(read / file.byteLength).toBeLessThan(0.15);
      // The numbers and where each was read are most of the file; every other column costs little.
      const costs = new Map<string, number>();
      for (const { meta_data: column } of metadata.row_groups.flatMap(({ columns }) => columns)) {
        const [name = ''] = column?.path_in_schema ?? [];
        costs.set(name, (costs.get(name) ?? footer) + Number(column?.total_compressed_size));
      }
      const dear = [...costs].filter(([, cost]) => cost / file.byteLength >= 0.15).map(([name]) => name);
      expect(dear.filter((name) => !['locator', 'value', 'low', 'high'].includes(name))).toEqual([]);
      expect(costs.size).toBeGreaterThan(40);
    } finally {
      await server.close();
    }
  },
);
