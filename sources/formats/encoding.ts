/**
 * Decodes bytes as text. A file does not state its encoding, so the recipe does. A byte that is invalid in
 * that encoding stops the reading, because a wrong letter in a name leads to a wrong area later.
 */
import { UnreadableFile } from './line.ts';

export const TEXT_ENCODINGS = ['utf-8', 'latin-1', 'utf-16'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

/** Which byte of two comes first in UTF-16: as the byte order mark says, else as the zero bytes of Latin letters tell. */
function orderOf(head: Uint8Array): 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  const zeros = [0, 0];
  for (const [at, byte] of head.subarray(0, 4096).entries())
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  return (zeros[0] ?? 0) > (zeros[1] ?? 0) ? 'utf-16be' : 'utf-16le';
}

/** The name that TextDecoder has for an encoding. */
export const labelOf = (encoding: TextEncoding, head: Uint8Array): string =>
  // Publishers' "Latin-1" is usually Windows-1252: the two differ only where Latin-1 has no letters.
  encoding === 'utf-16' ? orderOf(head) : encoding === 'latin-1' ? 'windows-1252' : 'utf-8';

/** Whether a text is UTF-16 without a byte order mark: nearly every second byte is zero. */
function hasZeroBytes(head: Uint8Array): boolean {
  const some = head.subarray(0, 4096);
  return some.reduce((zeros, byte) => zeros + (byte === 0 ? 1 : 0), 0) > some.length / 4;
}

/** The likely encoding of the first bytes; `bom` tells whether they are a byte order mark. */
export function guessEncoding(head: Uint8Array): { encoding: TextEncoding; bom: boolean } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: true };
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
    return { encoding: 'utf-16', bom: true };
  if (hasZeroBytes(head)) return { encoding: 'utf-16', bom: false };
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
  let decoder: TextDecoder | null = null;
  let before = 0;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(labelOf(encoding, chunk), { fatal: true });
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch {
      const other = encoding !== 'utf-8' ? 'utf-8' : hasZeroBytes(chunk) ? 'utf-16' : 'latin-1';
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
    const rest = decoder?.decode();
    if (rest) yield rest;
  } catch {
    throw new UnreadableFile('the file ends in the middle of a letter', 'get the whole file again', {
      line: before + 1,
    });
  }
}

/**
 * A text whose lines end with a carriage return alone, as old programs for the Mac write them, gets line feeds. Where
 * there are line feeds too, a carriage return is a part of a cell or of the end of a line.
 */
export async function* withLineFeeds(chunks: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let isOld: boolean | null = null;
  for await (const chunk of chunks) {
    if (isOld === null && chunk.includes('\n')) isOld = false;
    // The second half of a line end may be in the next chunk.
    if (isOld === null && /\r[^]/.test(chunk)) isOld = true;
    yield isOld === true ? chunk.replaceAll('\r', '\n') : chunk;
  }
}
