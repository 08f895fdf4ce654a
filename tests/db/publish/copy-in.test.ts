import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { openAt } from '#db/connect.ts';
import { copyIn } from '#db/publish/copy-in.ts';
import type { Statements } from '#db/publish/catalogue.ts';
import { testDatabase } from '../../setup/database.ts';

const { url } = await testDatabase();
const sql = openAt(url, { max: 1 });
afterAll(() => sql.end({ timeout: 2 }));

/** Lines in small pieces, so that the last is often on its way before the server has read the bad one. */
function* lines(count: number, bad: number): Generator<string> {
  for (let i = 0; i < count; i += 1) yield i === bad ? 'too,many,cells\n' : `x,${'y'.repeat(100)}\n`;
}

const copyLines = (count: number, bad = -1): Promise<number> =>
  sql.begin(async (transaction) => {
    await transaction`create temp table staged (a text, b text) on commit drop`;
    await copyIn(
      transaction as unknown as Statements,
      'copy staged from stdin (format csv)',
      Readable.from(lines(count, bad)),
    );
    const [row] = await transaction<{ rows: number }[]>`select count(*)::int as rows from staged`;
    return row?.rows ?? NaN;
  });

test('a COPY loads every line', async () => {
  expect(await copyLines(1_000)).toBe(1_000);
});

test('a COPY that the server refuses ends with its error, wherever the bad line stands', async () => {
  for (let round = 0; round < 60; round += 1) {
    const bad = round * 9;
    await expect(copyLines(bad + 1 + ((round * 37) % 300), bad)).rejects.toMatchObject({ code: '22P04' });
  }
  // The connection is as good as before.
  expect(await copyLines(10)).toBe(10);
}, 20_000);

test('a COPY whose source fails ends with the source’s error', async () => {
  const broken = function* (): Generator<string> {
    yield 'a,b\n';
    throw new Error('the file ends here');
  };
  const copied = sql.begin(async (transaction) => {
    await transaction`create temp table staged (a text, b text) on commit drop`;
    await copyIn(
      transaction as unknown as Statements,
      'copy staged from stdin (format csv)',
      Readable.from(broken()),
    );
  });
  await expect(copied).rejects.toThrow('the file ends here');
  expect(await copyLines(10)).toBe(10);
});
