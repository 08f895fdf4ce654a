/**
 * The bytes of a table: those of the file, or of what a .gz, a .bz2 or a .zip contains. They are unpacked as they are
 * read, so that a packed file may be as long as any other.
 */
import { createReadStream } from 'node:fs';
import { open as openHandle, type FileHandle } from 'node:fs/promises';
import type { Transform } from 'node:stream';
import { createGunzip, createInflateRaw } from 'node:zlib';
import { unpackBzip2 } from './bzip2.ts';
import { kindOf, type ReadKind } from './kind.ts';
import { UnreadableFile, type ReadProgress } from './line.ts';
import { namePattern } from './name-pattern.ts';
import { bytesOfFile, isWorkbook, readZipDirectory, startOfEntry, type PackedFile } from './zip-directory.ts';

export interface TableBytes {
  readonly kind: Exclude<ReadKind, 'gzip' | 'bzip2' | 'zip'>;
  /** The first bytes, unpacked. */
  readonly head: Uint8Array;
  /** The name of the file in an archive; null if the file itself is the table. */
  readonly inside: string | null;
  /** Whether the file itself is the table. */
  readonly isPlain: boolean;
  /** The tables of an archive; empty for any other file. */
  readonly tables: readonly string[];
  readonly stream: (progress: ReadProgress) => AsyncIterable<Uint8Array>;
}

const HEAD = 256 * 1024;
const MOST_UNPACKED = 20 * 1024 ** 3;

/** Files of an archive that are no tables. */
const NO_TABLE =
  /(^|\/)(__MACOSX\/|\.|~\$|readme|licen[cs]e|copying)|\.(md|pdf|docx?|html?|png|jpe?g|prj|shp|shx)$/i;
/** Tables about the table, as the World Bank packs beside its own. */
const ABOUT = /(^|\/)metadata[_-]|(^|\/)(datapackage|codebook|dictionary)\b/i;

async function headOf(handle: FileHandle): Promise<Uint8Array> {
  const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD), 0, HEAD, 0);
  return buffer.subarray(0, bytesRead);
}

async function* chunksOf(
  path: string,
  progress: ReadProgress,
  span: { start?: number; end?: number } = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  let bytes = 0;
  const options = { highWaterMark: 64 * 1024, ...span };
  for await (const chunk of createReadStream(path, options) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    yield chunk;
    progress(bytes);
  }
}

/** Unpacks chunks. @throws UnreadableFile if they are damaged, or far more than a table is */
async function* unpacked(
  path: string,
  progress: ReadProgress,
  span: { start?: number; end?: number },
  make: () => Transform,
): AsyncGenerator<Uint8Array, void, undefined> {
  const inflate = make();
  const stream = createReadStream(path, { highWaterMark: 64 * 1024, ...span });
  let read = 0;
  stream.on('data', (chunk) => progress((read += chunk.length)));
  stream.on('error', (error) => inflate.destroy(error));
  stream.pipe(inflate);
  let total = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Uint8Array>) {
      total += chunk.length;
      if (total > MOST_UNPACKED)
        throw new UnreadableFile('the packed file has more than 20 GB', 'unpack it, and give a part of it');
      yield chunk;
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('the packed file is damaged or cut off', 'get the whole file again');
  } finally {
    stream.destroy();
    inflate.destroy();
  }
}

const MOST_BZIP2 = 100 * 1024 ** 2;

/** Unpacks a .bz2, which is read whole: such files are small, and its blocks do not begin at whole bytes. */
async function* unpackedBlocks(
  path: string,
  progress: ReadProgress,
): AsyncGenerator<Uint8Array, void, undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunksOf(path, progress)) {
    length += chunk.length;
    if (length > MOST_BZIP2)
      throw new UnreadableFile(
        'the .bz2 has more than 100 MB',
        'unpack it, and give the table that is in it',
      );
    parts.push(chunk);
  }
  yield* unpackBzip2(Buffer.concat(parts));
}

/** The first bytes of a stream, which is then given up. */
async function firstOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= HEAD) break;
  }
  return Buffer.concat(parts).subarray(0, HEAD);
}

function refuseDocument(entries: readonly PackedFile[]): void {
  const [name] = entries.flatMap(({ name }) => /^(word|ppt)\//.exec(name)?.[1] ?? []);
  if (name === undefined) return;
  throw new UnreadableFile(
    `the file is a ${name === 'word' ? 'document of Word' : 'presentation'}, which is not read`,
    'copy its table into a spreadsheet, save it as .xlsx, and give that file',
  );
}

/** The table of an archive: the one that is named, or the only one. @throws UnreadableFile */
function pickEntry(entries: readonly PackedFile[], wanted: string | undefined): PackedFile {
  const tables = tablesIn(entries);
  const names = tables.map(({ name }) => JSON.stringify(name)).join(', ');
  const own = tables.filter(({ name }) => !ABOUT.test(name));
  const fitting =
    wanted === undefined
      ? own.length > 0
        ? own
        : tables
      : tables.filter(({ name }) => namePattern(wanted).test(name));
  const [only, ...more] = fitting;
  if (!only)
    throw new UnreadableFile(
      wanted === undefined
        ? 'the archive has no table in it'
        : `the archive has no file ${JSON.stringify(wanted)}`,
      names === '' ? 'give the table itself' : `it has ${names}; correct inside under format in the recipe`,
    );
  if (more.length > 0)
    throw new UnreadableFile(
      `the archive has ${fitting.length} tables${wanted === undefined ? '' : ` whose names fit ${JSON.stringify(wanted)}`}`,
      `say which (--inside, or inside under format in the recipe): ${names}`,
    );
  if (only.encrypted)
    throw new UnreadableFile(`${only.name} is encrypted`, 'unpack it with its password, and give the table');
  if (only.method !== 0 && only.method !== 8)
    throw new UnreadableFile(
      `${only.name} is packed in a way that is not read`,
      'unpack it, and give the table',
    );
  return only;
}

const tablesIn = (entries: readonly PackedFile[]): PackedFile[] =>
  entries.filter(({ name, unpacked: size }) => !name.endsWith('/') && size > 0 && !NO_TABLE.test(name));

/** Opens a file, and what it contains if it is packed. @throws UnreadableFile */
export async function openContainer(path: string, wanted?: string): Promise<TableBytes> {
  const handle = await openHandle(path);
  try {
    const head = await headOf(handle);
    const kind = kindOf(head);
    if (kind === 'gzip') {
      return await packed((progress) => unpacked(path, progress, {}, createGunzip), null, []);
    }
    if (kind === 'bzip2') return await packed((progress) => unpackedBlocks(path, progress), null, []);
    const plain = {
      head,
      inside: null,
      isPlain: true,
      tables: [],
      stream: (p: ReadProgress) => chunksOf(path, p),
    };
    if (kind !== 'zip') return { ...plain, kind };
    const entries = await readZipDirectory(bytesOfFile(handle), (await handle.stat()).size);
    if (isWorkbook(entries)) return { ...plain, kind: 'workbook' };
    refuseDocument(entries);
    const entry = pickEntry(entries, wanted);
    const start = await startOfEntry(bytesOfFile(handle), entry);
    const span = { start, end: start + entry.packed - 1 };
    const stream = (progress: ReadProgress): AsyncIterable<Uint8Array> =>
      entry.method === 0 ? chunksOf(path, progress, span) : unpacked(path, progress, span, createInflateRaw);
    return await packed(
      stream,
      entry.name,
      tablesIn(entries).map(({ name }) => name),
    );
  } finally {
    await handle.close();
  }
}

async function packed(
  stream: TableBytes['stream'],
  inside: string | null,
  tables: readonly string[],
): Promise<TableBytes> {
  const head = await firstOf(stream(() => {}));
  const kind = kindOf(head);
  if (kind === 'gzip' || kind === 'bzip2')
    throw new UnreadableFile(
      'a packed file is in the packed file',
      'unpack it, and give the table that is in it',
    );
  // A workbook is a ZIP archive itself.
  return { kind: kind === 'zip' ? 'workbook' : kind, head, inside, isPlain: false, tables, stream };
}

/** All bytes of a table. @throws UnreadableFile if they are more than `most` */
export async function wholeOf(
  { stream }: TableBytes,
  most: number,
  tooMuch: (bytes: number) => UnreadableFile,
  progress: ReadProgress = () => {},
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream(progress)) {
    length += chunk.length;
    if (length > most) throw tooMuch(length);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
