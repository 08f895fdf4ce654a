/** The list of the files in a ZIP archive, read from its end without reading the rest. */
import type { FileHandle } from 'node:fs/promises';
import { UnreadableFile } from './line.ts';

/** Bytes of an archive from a position on; fewer than asked for at its end. */
export type ReadAt = (from: number, length: number) => Promise<Buffer>;

export const bytesOfFile =
  (handle: FileHandle): ReadAt =>
  async (from, length) => {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
    return buffer.subarray(0, bytesRead);
  };

export interface PackedFile {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  /** 0 is stored as it is, 8 is deflate. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Where the local header of the file begins. */
  readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const WHOLE_32 = 0xffffffff;
const END_LENGTH = 22;

const damaged = (): UnreadableFile =>
  new UnreadableFile('the archive (.zip) is damaged or cut off', 'get the whole file again');

async function bytesAt(readAt: ReadAt, from: number, length: number): Promise<Buffer> {
  const bytes = await readAt(from, length);
  if (bytes.length < length) throw damaged();
  return bytes;
}

/** Whether an archive is a workbook: .xlsx and .ods are archives themselves. */
export const isWorkbook = (entries: readonly PackedFile[]): boolean =>
  entries.some(({ name }) => /^xl\/|^content\.xml$/.test(name));

/** @throws UnreadableFile if the archive has no directory */
export async function readZipDirectory(readAt: ReadAt, size: number): Promise<PackedFile[]> {
  const tailAt = Math.max(0, size - 65_535 - END_LENGTH);
  const tail = await bytesAt(readAt, tailAt, size - tailAt);
  let end = tail.length - END_LENGTH;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--;
  if (end < 0) throw damaged();
  const [count, length, from] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ];
  if (from + length > size) throw damaged();
  const directory = await bytesAt(readAt, from, length);
  const entries: PackedFile[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY) throw damaged();
    const [flags, method] = [directory.readUInt16LE(at + 8), directory.readUInt16LE(at + 10)];
    const [packed, unpacked] = [directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 24)];
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    if (packed === WHOLE_32 || unpacked === WHOLE_32)
      throw new UnreadableFile(
        `the archive has a file of more than 4 GB (${name})`,
        'unpack it, and give the table',
      );
    const encrypted = (flags & 1) === 1;
    entries.push({ name, packed, unpacked, method, encrypted, offset: directory.readUInt32LE(at + 42) });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Where the packed bytes of an entry begin. */
export async function startOfEntry(readAt: ReadAt, { offset }: PackedFile): Promise<number> {
  const local = await bytesAt(readAt, offset, 30);
  return offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
}
