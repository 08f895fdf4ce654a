/** Random URLs of the committed releases, answered twice: by the product and by the oracle. */
import { expect, test } from 'vitest';
import { createAnswers } from '#app/_answers/answers.ts';
import { testDatabase } from '../setup/database.ts';
import { consult, lineOf } from './oracle.ts';
import { readBooks } from './tables.ts';

await testDatabase();
const { answer } = createAnswers();

/** As a browser would, without a socket. */
async function asks(address: string): Promise<{ status: number; text: string }> {
  const [path = '', search = ''] = address.split('?');
  const given = {
    method: 'GET',
    path,
    search,
    headers: { get: () => undefined },
    origin: 'http://cotejo.test',
  };
  const answered = await answer(given);
  if (!answered) throw new Error(`nobody answers ${address}`);
  const { status, body } = answered;
  if (typeof body === 'string' || body instanceof Uint8Array)
    return { status, text: Buffer.from(body).toString() };
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return { status, text: Buffer.concat(pieces).toString() };
}

const books = readBooks('.');

test(
  'the product answers 150 addresses as the rules of the method page do',
  { timeout: 300_000 },
  async () => {
    const { found, met, cells } = await consult({ books, asks, addresses: 150, seed: 20261130 });
    expect(found.slice(0, 5).map(lineOf)).toEqual([]);
    expect(cells).toBeGreaterThan(4_000);
    // Every kind of cell must occur, or its rule would not be checked.
    for (const kind of [
      'published',
      'sum',
      'weighted-mean',
      'sum members-missing',
      'sum period-missing',
      'refused',
    ])
      expect(met.get(kind) ?? 0, kind).toBeGreaterThan(0);
  },
);
