/**
 * Unpacks bzip2, in which R packs its files by default. Node has no reader for it. Each block is unpacked by
 * itself and checked against its checksum.
 */
import { UnreadableFile } from './line.ts';

const BLOCK = 0x314159265359;
const END = 0x177245385090;
const GROUP = 50;
const LONGEST_CODE = 20;

const damaged = (): UnreadableFile =>
  new UnreadableFile('the packed file is damaged or cut off', 'get the whole file again');

/** Bits of the file, the highest of each byte first. */
class BitReader {
  #at: number;
  #bit = 0;
  constructor(
    private readonly bytes: Uint8Array,
    at: number,
  ) {
    this.#at = at;
  }
  bit(): number {
    const byte = this.bytes[this.#at];
    if (byte === undefined) throw damaged();
    const bit = (byte >> (7 - this.#bit)) & 1;
    if (++this.#bit === 8) {
      this.#bit = 0;
      this.#at++;
    }
    return bit;
  }
  bits(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) value = value * 2 + this.bit();
    return value;
  }
  /** The next whole byte of the file. */
  nextByte(): number {
    return this.#bit === 0 ? this.#at : this.#at + 1;
  }
}

/** Moves a symbol to the front of its list, and gives it. */
function moveToFront(list: number[] | Uint8Array, at: number): number {
  const symbol = list[at];
  if (symbol === undefined) throw damaged();
  list.copyWithin(1, 0, at);
  list[0] = symbol;
  return symbol;
}

/** A Huffman code: for each length the greatest code and where its symbols begin. */
interface Code {
  readonly limit: readonly number[];
  readonly base: readonly number[];
  readonly symbols: readonly number[];
}

function codeOf(lengths: readonly number[]): Code {
  const symbols: number[] = [];
  const limit = new Array<number>(LONGEST_CODE + 2).fill(-1);
  const base = new Array<number>(LONGEST_CODE + 2).fill(0);
  let code = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    base[length] = symbols.length - code;
    lengths.forEach((own, symbol) => {
      if (own === length) symbols.push(symbol);
    });
    code = symbols.length - (base[length] ?? 0);
    limit[length] = code - 1;
    code *= 2;
  }
  return { limit, base, symbols };
}

function readSymbol(reader: BitReader, { limit, base, symbols }: Code): number {
  let code = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    code = code * 2 + reader.bit();
    if (code <= (limit[length] ?? -1)) return symbols[code + (base[length] ?? 0)] ?? NaN;
  }
  throw damaged();
}

/** The bytes that occur in a block: sixteen bits say which sixteens of them do. */
function readAlphabet(reader: BitReader): number[] {
  const sixteens = reader.bits(16);
  const alphabet: number[] = [];
  for (let high = 0; high < 16; high++) {
    if ((sixteens & (0x8000 >> high)) === 0) continue;
    const own = reader.bits(16);
    for (let low = 0; low < 16; low++) if (own & (0x8000 >> low)) alphabet.push(high * 16 + low);
  }
  return alphabet;
}

function readLengths(reader: BitReader, symbols: number): number[] {
  let length = reader.bits(5);
  return Array.from({ length: symbols }, () => {
    while (reader.bit() === 1) length += reader.bit() === 0 ? 1 : -1;
    if (length < 1 || length > LONGEST_CODE) throw damaged();
    return length;
  });
}

/** Which code each group of fifty symbols has, and the codes. */
function readCodes(reader: BitReader, symbols: number): { selectors: Uint8Array; codes: Code[] } {
  const groups = reader.bits(3);
  const selectors = new Uint8Array(reader.bits(15));
  if (groups < 2 || groups > 6 || selectors.length === 0) throw damaged();
  const order = Uint8Array.from({ length: groups }, (_, i) => i);
  for (let i = 0; i < selectors.length; i++) {
    let at = 0;
    while (reader.bit() === 1) at++;
    selectors[i] = moveToFront(order, at);
  }
  const codes = Array.from({ length: groups }, () => codeOf(readLengths(reader, symbols)));
  return { selectors, codes };
}

/** The bytes of a block before the transform is undone. */
function readTransformed(reader: BitReader, most: number): Uint8Array {
  const alphabet = readAlphabet(reader);
  const end = alphabet.length + 1;
  const { selectors, codes } = readCodes(reader, alphabet.length + 2);
  const transformed = new Uint8Array(most);
  let length = 0;
  let run = 0;
  let weight = 1;
  const append = (byte: number, times: number): void => {
    if (length + times > most) throw damaged();
    transformed.fill(byte, length, length + times);
    length += times;
  };
  for (let read = 0; ; read++) {
    const code = codes[selectors[Math.floor(read / GROUP)] ?? NaN];
    if (!code) throw damaged();
    const symbol = readSymbol(reader, code);
    // Symbols 0 and 1 are the digits of how often the byte at the front is repeated.
    if (symbol <= 1) {
      run += weight * (symbol + 1);
      if (run > most) throw damaged();
      weight *= 2;
      continue;
    }
    if (run > 0) append(alphabet[0] ?? 0, run);
    run = 0;
    weight = 1;
    if (symbol === end) return transformed.subarray(0, length);
    append(moveToFront(alphabet, symbol - 1), 1);
  }
}

/** Undoes the transform of Burrows and Wheeler. */
function untransform(transformed: Uint8Array, origin: number): Uint8Array {
  const starts = new Uint32Array(257);
  for (const byte of transformed) starts[byte + 1] = (starts[byte + 1] ?? 0) + 1;
  for (let byte = 0; byte < 256; byte++) starts[byte + 1] = (starts[byte + 1] ?? 0) + (starts[byte] ?? 0);
  const next = new Uint32Array(transformed.length);
  transformed.forEach((byte, at) => {
    const place = starts[byte] ?? 0;
    next[place] = at;
    starts[byte] = place + 1;
  });
  if (origin >= transformed.length) throw damaged();
  let at = next[origin] ?? 0;
  return transformed.map(() => {
    const byte = transformed[at] ?? 0;
    at = next[at] ?? 0;
    return byte;
  });
}

/** After four equal bytes, the next says how often the byte is repeated once more. */
function unrun(bytes: Uint8Array): Uint8Array {
  const parts: number[] = [];
  let same = 0;
  let before = -1;
  for (const byte of bytes) {
    if (same === 4) {
      for (let i = 0; i < byte; i++) parts.push(before);
      same = 0;
      before = -1;
      continue;
    }
    same = byte === before ? same + 1 : 1;
    before = byte;
    parts.push(byte);
  }
  return Uint8Array.from(parts);
}

const CHECKSUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let i = 0; i < 8; i++) value = value < 0 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value;
});

function checksumOf(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) sum = (sum << 8) ^ (CHECKSUMS[((sum >>> 24) ^ byte) & 255] ?? 0);
  return ~sum >>> 0;
}

/** Whether bytes are packed with bzip2: `BZh`, the size of blocks, and the mark of a block or of the end. */
export const isBzip2 = (head: Uint8Array): boolean =>
  head[0] === 0x42 && head[1] === 0x5a && head[2] === 0x68 && (head[3] ?? 0) > 0x30 && (head[3] ?? 0) <= 0x39;

/** Unpacks a file, block by block. @throws UnreadableFile if it is damaged */
export function* unpackBzip2(packed: Uint8Array): Generator<Uint8Array, void, undefined> {
  let at = 0;
  while (at < packed.length) {
    if (!isBzip2(packed.subarray(at))) throw damaged();
    const most = ((packed[at + 3] ?? 0) - 0x30) * 100_000;
    const reader = new BitReader(packed, at + 4);
    let whole = 0;
    for (let mark = reader.bits(48); mark !== END; mark = reader.bits(48)) {
      if (mark !== BLOCK) throw damaged();
      const checksum = reader.bits(32);
      // An old way of mixing blocks, which no program has written for decades.
      if (reader.bit() === 1) throw damaged();
      const origin = reader.bits(24);
      const block = unrun(untransform(readTransformed(reader, most), origin));
      if (checksumOf(block) !== checksum) throw damaged();
      whole = ((whole << 1) | (whole >>> 31)) ^ checksum;
      yield block;
    }
    if (reader.bits(32) !== whole >>> 0) throw damaged();
    at = reader.nextByte();
  }
}
