/** The resolution of a PNG, so that a document takes it over in its size on paper (PNG specification, 11.3.4.3). */
import { crc32 } from 'node:zlib';

/** Signature and header, which come before every other chunk. */
const HEADER = 8 + 25;
const METRES_PER_INCH = 0.0254;

/** The same picture with a chunk `pHYs` after its header. */
export function withResolution(png: Uint8Array, dotsPerInch: number): Buffer {
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  chunk.write('pHYs', 4, 'latin1');
  const perMetre = Math.round(dotsPerInch / METRES_PER_INCH);
  chunk.writeUInt32BE(perMetre, 8);
  chunk.writeUInt32BE(perMetre, 12);
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  return Buffer.concat([png.subarray(0, HEADER), chunk, png.subarray(HEADER)]);
}
