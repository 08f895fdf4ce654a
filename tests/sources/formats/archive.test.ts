/** A workbook is refused because of its directory, before anything is unpacked. */
import { describe, expect, it } from 'vitest';
import { checkArchive, checkPackedSize, WORKBOOK_LIMITS } from '#sources/formats/workbook/archive.ts';

/** A ZIP directory with one entry that claims to unpack to `unpacked` bytes. */
function zipOf(unpacked: number, padding = 0): Uint8Array {
  const bytes = new Uint8Array(padding + 46 + 22);
  const view = new DataView(bytes.buffer);
  view.setUint32(padding, 0x02014b50, true);
  view.setUint32(padding + 24, unpacked, true);
  view.setUint32(padding + 46, 0x06054b50, true);
  view.setUint16(padding + 46 + 10, 1, true);
  view.setUint32(padding + 46 + 16, padding, true);
  return bytes;
}

const MB = 1024 * 1024;

describe('a workbook', () => {
  it('of ordinary size is let through', () => {
    expect(() => checkArchive(zipOf(5 * MB, MB))).not.toThrow();
  });

  it.each([
    ['that would unpack to 600 MB', zipOf(600 * MB, 4 * MB), /would unpack to 600 MB, more than 500 MB/],
    ['that would unpack to 300 times its size', zipOf(300 * MB, MB), /would unpack to 300 times its size/],
    ['with an entry of more than 4 GB', zipOf(0xffffffff, MB), /an entry of more than 4 GB/],
    [
      'that was cut off',
      zipOf(MB, MB).subarray(0, MB),
      /its directory is missing, as in a file that was cut off/,
    ],
  ])('%s is refused', (_what, bytes, message) => {
    expect(() => checkArchive(bytes)).toThrow(message);
  });

  it('of more than 50 MB is refused before it is read', () => {
    expect(() => checkPackedSize(51 * MB)).toThrow(/has 51 MB, more than the 50 MB/);
    expect(WORKBOOK_LIMITS).toEqual({ packed: 50 * MB, unpacked: 500 * MB, ratio: 200 });
  });
});
