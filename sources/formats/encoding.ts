/**
 * Decodes bytes as text. A file does not state its encoding, so the recipe does. A byte that is invalid in
 * that encoding stops the reading, because a wrong letter in a name leads to a wrong area later.
 */
import { UnreadableFile } from './line.ts';

export const TEXT_ENCODINGS = ['utf-8', 'latin-1', 'utf-16'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

// Publishers' "Latin-1" is usually Windows-1252: the two differ only where Latin-1 has no letters.
const LABELS: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'utf-8',
  'latin-1': 'windows-1252',
  'utf-16': 'utf-16le',
};

/** The likely encoding of the first bytes; `bom` tells whether they are a byte order mark. */
export function guessEncoding(head: Uint8Array): { encoding: TextEncoding; bom: boolean } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: true };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16', bom: true };
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return { encoding: 'utf-8', bom: false };
  } catch {
    return { encoding: 'latin-1', bom: false };
  }
}

const lineFeeds = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
};

/** The line of the first byte that the encoding does not allow, within one chunk. */
function badLine(chunk: Uint8Array, before: number): number {
  let [good, bad] = [0, chunk.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(chunk.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return before + lineFeeds(new TextDecoder('latin1').decode(chunk.subarray(0, good))) + 1;
}

/**
 * Decodes a stream of chunks and removes the byte order mark.
 * @throws UnreadableFile at a byte that is not text
 */
export async function* decode(
  chunks: AsyncIterable<Uint8Array>,
  encoding: TextEncoding,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(LABELS[encoding], { fatal: true });
  let before = 0;
  for await (const chunk of chunks) {
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch {
      const other = encoding === 'utf-8' ? 'latin-1' : 'utf-8';
      const line = encoding === 'utf-8' ? { line: badLine(chunk, before) } : {};
      throw new UnreadableFile(
        `the file is not ${encoding}`,
        `write encoding: ${other} under format in the recipe, or save the file as ${encoding}`,
        line,
      );
    }
    before += lineFeeds(text);
    yield text;
  }
  try {
    const rest = decoder.decode();
    if (rest) yield rest;
  } catch {
    throw new UnreadableFile('the file ends in the middle of a letter', 'get the whole file again', {
      line: before + 1,
    });
  }
}
