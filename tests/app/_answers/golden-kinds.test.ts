/**
 * The bytes of every kind of answer from the published releases, as hashes: each rule of addition, each
 * transform, each kind of gap and of time. The content of a pinned URL may only change on purpose. Then the
 * change goes into CHANGELOG, the format version is raised, and `npx vitest run FILE --update=all` writes new
 * hashes.
 */
import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../setup/database.ts';
import { askProduct } from './ask.ts';
import { FIRST, GOLDEN_QUESTIONS, LATER } from './golden-questions.ts';

await testDatabase();
afterAll(closeReader);

/** The number of figures and gaps in an answer; an image is not counted. */
function cellsIn(address: string, text: string): number | null {
  if (address.includes('.json'))
    return (JSON.parse(text) as { readonly rows: readonly unknown[] }).rows.length;
  return address.includes('.csv') ? text.trim().split('\n').length - 1 : null;
}

const lineOf = async (address: string): Promise<string> => {
  const { status, text } = await askProduct(address);
  expect.soft([status, address]).toEqual([200, address]);
  const cells = cellsIn(address, text);
  // A query without cells would check nothing.
  if (cells !== null) expect.soft(cells, address).toBeGreaterThan(0);
  return `${createHash('sha256').update(text).digest('hex')} ${address}`;
};

test('every kind of question is answered to the byte as it was', { timeout: 60_000 }, async () => {
  const lines: string[] = [];
  for (const [kind, questions] of Object.entries(GOLDEN_QUESTIONS)) {
    lines.push(`# ${kind}`);
    for (const question of questions) lines.push(await lineOf(`/data/1.1.0/${question}`));
  }
  lines.push('# the first release');
  for (const question of FIRST) lines.push(await lineOf(`/data/1.0.0/${question}`));
  lines.push('# later releases');
  for (const [version, questions] of Object.entries(LATER))
    for (const question of questions) lines.push(await lineOf(`/data/${version}/${question}`));
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./golden-kinds.txt');
});
