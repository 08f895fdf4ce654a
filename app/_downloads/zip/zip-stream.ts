/** A ZIP archive as a stream of bytes: one entry after another, each compressed while it is made. */
import { setImmediate } from 'node:timers/promises';
import { Zip, ZipDeflate } from 'fflate';

export interface ZipEntry {
  readonly name: string;
  /** The content, in pieces; they are made when they are needed. */
  readonly pieces: Iterable<string | Uint8Array> | AsyncIterable<Uint8Array>;
}

/** Smaller pieces are put together, because each costs a call. */
const GATHERED = 64 * 1024;
const LEVEL = 6;

/** The pieces as bytes of about 64 KB. */
function* gather(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      if (text !== '') yield Buffer.from(text);
      text = '';
      yield piece;
      continue;
    }
    text += piece;
    if (text.length < GATHERED) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

/**
 * The bytes of an archive. Every entry has the same date, so that the same content is the same bytes. Between
 * two pieces other work of the process gets its turn.
 */
export async function* zipStream(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
  date: string,
): AsyncGenerator<Uint8Array, void> {
  const ready: Uint8Array[] = [];
  // An error is thrown from the call that feeds the archive.
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  for await (const { name, pieces } of entries) {
    const entry = new ZipDeflate(name, { level: LEVEL });
    // ZIP has local time: made of its parts, the date is the same everywhere.
    entry.mtime = new Date(year, month - 1, day);
    zip.add(entry);
    for await (const bytes of Symbol.asyncIterator in pieces ? pieces : gather(pieces)) {
      entry.push(bytes);
      yield* ready.splice(0);
      await setImmediate();
    }
    entry.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* ready.splice(0);
}

/** The whole archive. */
export async function zipBytes(entries: Iterable<ZipEntry>, date: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipStream(entries, date)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
