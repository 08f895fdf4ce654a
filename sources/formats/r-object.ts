/**
 * The objects in a file of R: the serialization that `save` and `saveRDS` write (XDR, versions 2 and 3), as far as a
 * table can need it. Functions and environments are stepped over.
 */
import { UnreadableFile } from './line.ts';

export interface RObject {
  readonly type: 'null' | 'symbol' | 'pairs' | 'text' | 'integers' | 'numbers' | 'truths' | 'list' | 'other';
  /** Of a text the strings, null where there is none; of a list its objects; of a pair list the values. */
  readonly values: readonly (RObject | string | number | null)[];
  /** The tags of a pair list; empty for any other. */
  readonly tags: readonly string[];
  readonly attributes: ReadonlyMap<string, RObject>;
}

const NO_ATTRIBUTES: ReadonlyMap<string, RObject> = new Map();
const plain = (type: RObject['type'], values: RObject['values'] = []): RObject => ({
  type,
  values,
  tags: [],
  attributes: NO_ATTRIBUTES,
});
const NOTHING = plain('null');
const OTHER = plain('other');

/** How R writes that an integer or a truth is missing. */
const NO_INTEGER = -2_147_483_648;

const damaged = (): UnreadableFile =>
  new UnreadableFile('the file of R is damaged or cut off', 'get the whole file again');
const unread = (what: string): UnreadableFile =>
  new UnreadableFile(
    `the file of R has ${what}, which is not read`,
    'write the table in R with write.csv, and give that file',
  );

const HAS_ATTRIBUTES = 0x200;
const HAS_TAG = 0x400;
const LATIN_1 = 0x4000;

/** Texts of a character vector, or of one symbol. */
export const textsOf = (object: RObject | undefined): (string | null)[] =>
  object?.type === 'text' ? object.values.map((value) => (typeof value === 'string' ? value : null)) : [];

/** Reads one object after another from bytes. */
class Reader {
  #at = 0;
  readonly #references: RObject[] = [];
  readonly #view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  take(length: number): Uint8Array {
    if (length < 0 || this.#at + length > this.bytes.length) throw damaged();
    this.#at += length;
    return this.bytes.subarray(this.#at - length, this.#at);
  }
  integer(): number {
    this.take(4);
    return this.#view.getInt32(this.#at - 4);
  }
  #number(): number {
    this.take(8);
    return this.#view.getFloat64(this.#at - 8);
  }
  /** Values of a vector; each takes some bytes, so a length that the file cannot have is refused at once. */
  #vector<T>(width: number, read: () => T): T[] {
    const length = this.integer();
    if (length < 0 || length * width > this.bytes.length - this.#at) throw damaged();
    return Array.from({ length }, read);
  }

  /** The version of the serialization, and the encoding of texts that say none. */
  header(): void {
    const version = this.integer();
    this.take(8);
    if (version === 3) this.take(this.integer());
    else if (version !== 2) throw unread(`version ${version} of R's serialization`);
  }

  #text(flags: number): string | null {
    const length = this.integer();
    if (length === -1) return null;
    return new TextDecoder((flags & LATIN_1) === 0 ? 'utf-8' : 'latin1').decode(this.take(length));
  }

  #referred(object: RObject): RObject {
    this.#references.push(object);
    return object;
  }

  #withAttributes(flags: number, object: RObject): RObject {
    if ((flags & HAS_ATTRIBUTES) === 0) return object;
    const { tags, values } = this.object();
    const attributes = tags.flatMap((tag, i) => {
      const value = values[i];
      return typeof value === 'object' && value !== null ? [[tag, value] as const] : [];
    });
    return { ...object, attributes: new Map(attributes) };
  }

  /** A pair list, read pair by pair, so that a long one does not nest. */
  #pairs(first: number): RObject {
    const tags: string[] = [];
    const values: RObject[] = [];
    for (let flags = first; ; flags = this.integer()) {
      const type = flags & 255;
      if (type !== 2 && type !== 6) {
        if (type !== 254) this.#objectOf(flags);
        return { type: 'pairs', values, tags, attributes: NO_ATTRIBUTES };
      }
      if ((flags & HAS_ATTRIBUTES) !== 0) this.object();
      const [tag] = (flags & HAS_TAG) === 0 ? [] : this.object().values;
      tags.push(typeof tag === 'string' ? tag : '');
      values.push(this.object());
    }
  }

  /** What R computes when it is asked for: a sequence, numbers as texts, or a vector that knows if it is sorted. */
  #computed(): RObject {
    const [name] = this.object().values;
    const state = this.object();
    this.object();
    const kind = typeof name === 'object' ? name?.values[0] : undefined;
    const [first] = state.values;
    if (kind === 'compact_intseq' || kind === 'compact_realseq') {
      const [length = 0, start = 0, step = 1] = state.values.map(Number);
      if (length > 100_000_000) throw damaged();
      return plain(
        kind === 'compact_intseq' ? 'integers' : 'numbers',
        Array.from({ length }, (_, i) => start + i * step),
      );
    }
    if (typeof first === 'object' && first !== null) {
      if (kind === 'deferred_string')
        return plain(
          'text',
          first.values.map((value) => (typeof value === 'number' ? String(value) : null)),
        );
      if (typeof kind === 'string' && kind.startsWith('wrap_')) return first;
    }
    throw unread('a vector of another kind');
  }

  object(): RObject {
    return this.#objectOf(this.integer());
  }

  #objectOf(flags: number): RObject {
    switch (flags & 255) {
      case 2:
      case 6:
        return this.#pairs(flags);
      case 1: {
        const symbol = this.object();
        return this.#referred({ ...symbol, type: 'symbol' });
      }
      case 9:
        return plain('text', [this.#text(flags)]);
      case 10:
      case 13: {
        const type = (flags & 255) === 10 ? 'truths' : 'integers';
        const values = this.#vector(4, () => this.integer());
        const known = values.map((value) => (value === NO_INTEGER ? null : value));
        return this.#withAttributes(flags, plain(type, known));
      }
      case 14: {
        const values = this.#vector(8, () => this.#number());
        return this.#withAttributes(flags, plain('numbers', values));
      }
      case 16: {
        const values = this.#vector(4, () => this.object().values[0] ?? null);
        return this.#withAttributes(flags, plain('text', values));
      }
      case 19:
      case 20: {
        const values = this.#vector(4, () => this.object());
        return this.#withAttributes(flags, plain('list', values));
      }
      case 238: {
        return this.#computed();
      }
      case 254:
        return NOTHING;
      case 255: {
        const index = flags >> 8 || this.integer();
        const object = this.#references[index - 1];
        if (!object) throw damaged();
        return object;
      }
      default:
        return this.#steppedOver(flags);
    }
  }

  /** What no table needs, but may lie in an attribute of one. */
  #steppedOver(flags: number): RObject {
    const type = flags & 255;
    // The empty, the base and the global environment, and markers without content.
    if ([241, 242, 251, 252, 253].includes(type)) return OTHER;
    if (type === 15) this.#vector(16, () => this.take(16));
    else if (type === 24) this.take(this.integer());
    else if (type === 4) {
      this.#referred(OTHER);
      this.integer();
      for (let i = 0; i < 4; i++) this.object();
      return OTHER;
    } else if (type === 22) {
      this.#referred(OTHER);
      this.object();
      this.object();
    } else if (type === 3 || type === 5) {
      if ((flags & HAS_ATTRIBUTES) !== 0) this.object();
      if ((flags & HAS_TAG) !== 0) this.object();
      this.object();
      this.object();
      return OTHER;
    } else if (type === 7 || type === 8) this.take(this.integer());
    else if (type === 249 || type === 248) {
      this.integer();
      this.#vector(4, () => this.object());
      return this.#referred(OTHER);
    } else throw unread(`an object of type ${type}`);
    return this.#withAttributes(flags, OTHER);
  }
}

/** Whether bytes are a file of R that is read: `RDX2` or `RDX3` and XDR, or XDR alone (.rds). */
export function isRFile(head: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(head.subarray(0, 8));
  return /^(RDX[23]\n)?X\n/.test(text);
}

/** The objects of a file by their names; the one of an .rds has none. @throws UnreadableFile */
export function readRObjects(bytes: Uint8Array): Map<string, RObject> {
  const reader = new Reader(bytes);
  const isNamed = bytes[0] === 0x52;
  reader.take(isNamed ? 7 : 2);
  reader.header();
  const object = reader.object();
  if (!isNamed) return new Map([['', object]]);
  return new Map(
    object.tags.flatMap((tag, i) => {
      const value = object.values[i];
      return typeof value === 'object' && value !== null ? [[tag, value] as const] : [];
    }),
  );
}
