/**
 * The bytes of every kind of question about the published releases, by their hashes: each rule of adding up, each
 * transform, each kind of gap and of time. What a pinned address says may change only on purpose: then the change is
 * in CHANGELOG, the format version rises, and `npx vitest run FILE --update=all` writes the hashes anew.
 */
import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../setup/database.ts';
import { askProduct } from './ask.ts';
import { FIRST, QUESTIONS } from './golden-questions.ts';

await testDatabase();
afterAll(closeReader);

/** How many figures and gaps an answer has; a picture is not counted. */
function cellsIn(address: string, text: string): number | null {
  if (address.includes('.json'))
    return (JSON.parse(text) as { readonly rows: readonly unknown[] }).rows.length;
  return address.includes('.csv') ? text.trim().split('\n').length - 1 : null;
}

const lineOf = async (address: string): Promise<string> => {
  const { status, text } = await askProduct(address);
  expect.soft([status, address]).toEqual([200, address]);
  const cells = cellsIn(address, text);
  // A question that nothing answers holds no rule.
  if (cells !== null) expect.soft(cells, address).toBeGreaterThan(0);
  return `${createHash('sha256').update(text).digest('hex')} ${address}`;
};

test('every kind of question is answered to the byte as it was', { timeout: 60_000 }, async () => {
  const lines: string[] = [];
  for (const [kind, questions] of Object.entries(QUESTIONS)) {
    lines.push(`# ${kind}`);
    for (const question of questions) lines.push(await lineOf(`/data/1.1.0/${question}`));
  }
  lines.push('# the first release');
  for (const question of FIRST) lines.push(await lineOf(`/data/1.0.0/${question}`));
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./golden-kinds.txt');
});
