/** Guesses the delimiter of a text: the character that cuts most lines into the same number of cells. */
import { splitRecords } from '../formats/delimited.ts';
import { UnreadableFile, type Line } from '../formats/line.ts';

const CANDIDATES = [',', ';', '\t', '|'] as const;
const LOOKED_AT = 200;

async function* one(text: string): AsyncGenerator<string, void, undefined> {
  yield text;
}

async function split(text: string, delimiter: string, quotes: boolean): Promise<Line[]> {
  const lines: Line[] = [];
  try {
    for await (const batch of splitRecords(one(text), { delimiter, quotes })) lines.push(...batch);
  } catch (error) {
    // The sample may end within a quoted cell.
    if (!(error instanceof UnreadableFile)) throw error;
  }
  return lines.slice(0, LOOKED_AT);
}

/** How many lines have the same number of cells, if that is more than one. */
function agreement(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of lines) {
    if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  return Math.max(0, ...[...counts].map(([cells, n]) => n + cells / 1000));
}

export async function guessDelimiter(text: string): Promise<{ delimiter: string; quotes: boolean }> {
  let best = { delimiter: ',', quotes: true, score: 0 };
  for (const quotes of [true, false]) {
    for (const delimiter of CANDIDATES) {
      const score = agreement(await split(text, delimiter, quotes));
      if (score > best.score) best = { delimiter, quotes, score };
    }
  }
  return { delimiter: best.delimiter, quotes: best.quotes };
}
