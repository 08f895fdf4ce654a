/**
 * The oracle draws questions, requests the URL of each from the product, computes the answer itself from the
 * committed tables, and reports every difference.
 */
import type { Book, Cell } from './book.ts';
import { chanceFrom } from './chance.ts';
import { differencesOf, type Difference, type JsonRow } from './differences.ts';
import { addressOf, drawQuestion } from './questions.ts';
import { indicatorOf } from './rules/answers.ts';
import { Refused } from './rules/members.ts';
import { answerTo } from './rules/transformed.ts';

/** Requests a URL from the product. */
export type Asks = (address: string) => Promise<{ readonly status: number; readonly text: string }>;

export interface AddressDifference extends Difference {
  readonly address: string;
}

export interface Verdict {
  readonly addresses: number;
  readonly cells: number;
  readonly found: readonly AddressDifference[];
  /** How often each kind of cell occurred: a rule that never occurs is not checked. */
  readonly met: ReadonlyMap<string, number>;
}

interface Run {
  readonly books: readonly { readonly version: string; readonly book: Book }[];
  readonly asks: Asks;
  readonly addresses: number;
  readonly seed: number;
  /** Called for each URL with differences, as it is found. */
  readonly report?: (found: readonly AddressDifference[]) => void;
  readonly stop?: AbortSignal;
}

const kindOf = ({ computed, transform, gap }: Cell): string =>
  [transform, computed ?? 'published', gap?.code].filter(Boolean).join(' ');

export async function consult({ books, asks, addresses, seed, report, stop }: Run): Promise<Verdict> {
  const chance = chanceFrom(seed);
  const found: AddressDifference[] = [];
  const met = new Map<string, number>();
  let cells = 0;
  for (let i = 0; i < addresses; i++) {
    stop?.throwIfAborted();
    // The newest release is asked most often, because it has the most data.
    const { version, book } = chance.happens(0.85) ? (books.at(-1) ?? books[0]!) : chance.oneOf(books);
    const question = drawQuestion(book, chance);
    const address = addressOf(version, question, indicatorOf(book, question.indicator));
    const answer = await asks(address);
    const expected = expectedFor(book, question);
    cells += expected?.length ?? 0;
    for (const cell of expected ?? []) met.set(kindOf(cell), (met.get(kindOf(cell)) ?? 0) + 1);
    if (!expected) met.set('refused', (met.get('refused') ?? 0) + 1);
    const own = against(expected, answer).map((difference): AddressDifference => ({
      address,
      ...difference,
    }));
    if (own.length > 0) report?.(own);
    found.push(...own);
  }
  return { addresses, cells, found, met };
}

/** Null if a question has no answer and must be refused. */
function expectedFor(book: Book, question: Parameters<typeof answerTo>[1]): Cell[] | null {
  try {
    return answerTo(book, question);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

function against(expected: Cell[] | null, { status, text }: Awaited<ReturnType<Asks>>): Difference[] {
  const should = expected ? 200 : 400;
  if (status !== should) {
    return [{ cell: '', what: 'status', expected: should, found: `${status}: ${text.slice(0, 300)}` }];
  }
  if (!expected) return [];
  const { rows } = JSON.parse(text) as { readonly rows: readonly JsonRow[] };
  return differencesOf(expected, rows);
}

/** A difference in one line. */
export const lineOf = ({ address, cell, what, expected, found }: AddressDifference): string =>
  `${address}\n  ${cell || 'the answer'}\n  ${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`;
