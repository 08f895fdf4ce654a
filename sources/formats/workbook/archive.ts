/**
 * The directory of a ZIP file, read before anything is unpacked: a workbook of a few kilobytes can unpack to
 * more than a machine's memory (docs/rules.md#file-limits). Sizes come from the directory at the end of the
 * file. In addition, hucre stops if it unpacks more bytes than the directory states.
 */
import { UnreadableFile } from '../line.ts';

export interface ArchiveLimits {
  readonly packed: number;
  readonly unpacked: number;
  readonly ratio: number;
}

const MB = 1024 * 1024;
export const WORKBOOK_LIMITS: ArchiveLimits = { packed: 50 * MB, unpacked: 500 * MB, ratio: 200 };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const WHOLE_32 = 0xffffffff;

const notAnArchive = (what: string): UnreadableFile =>
  new UnreadableFile(
    `the file is not a workbook: ${what}`,
    'get the whole file again, and check that it is .xlsx and not .xls or a page of an error',
  );

const size = (bytes: number): string => `${(bytes / MB).toFixed(bytes < 10 * MB ? 1 : 0)} MB`;

/** The refusal of a workbook that is larger than is taken. */
export const tooLarge = (packed: number, limits: ArchiveLimits = WORKBOOK_LIMITS): UnreadableFile =>
  new UnreadableFile(
    `the workbook has ${size(packed)}, more than the ${size(limits.packed)} that are taken`,
    'save the sheet that is needed as CSV, which is read at any size',
  );

/** Checks the packed size. @throws UnreadableFile */
export function checkPackedSize(packed: number, limits: ArchiveLimits = WORKBOOK_LIMITS): void {
  if (packed > limits.packed) throw tooLarge(packed, limits);
}

/**
 * Checks the unpacked size and the ratio.
 * @throws UnreadableFile for a ZIP bomb and for a file that is not a ZIP
 */
export function checkArchive(bytes: Uint8Array, limits: ArchiveLimits = WORKBOOK_LIMITS): void {
  checkPackedSize(bytes.length, limits);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, end - 65_535);
  while (end >= first && (end < 0 || view.getUint32(end, true) !== END)) end--;
  if (end < first) throw notAnArchive('its directory is missing, as in a file that was cut off');
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let unpacked = 0;
  for (let i = 0; i < entries; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY)
      throw notAnArchive('its directory is damaged');
    const here = view.getUint32(at + 24, true);
    if (here === WHOLE_32) throw tooMuch('an entry of more than 4 GB', limits);
    unpacked += here;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (unpacked > limits.unpacked) throw tooMuch(size(unpacked), limits);
  // Small files that compress well are common (an empty styled sheet) and harmless.
  const ratio = unpacked / bytes.length;
  if (ratio > limits.ratio) throw tooMuch(`${Math.round(ratio)} times its size`, limits);
}

const tooMuch = (what: string, limits: ArchiveLimits): UnreadableFile =>
  new UnreadableFile(
    `the workbook would unpack to ${what}, more than ${size(limits.unpacked)} or ${limits.ratio} times its size`,
    'do not open it unless you know who made it; if you do, save the sheet as CSV',
  );
