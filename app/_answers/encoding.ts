/** Content encodings: which one an asker takes, and the bytes in it. Each encoding is its own representation. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Below this a header costs more than it saves. */
const WORTHWHILE = 1024;
const COMPRESSIBLE = /^(?:text\/|application\/(?:problem\+)?json|application\/javascript|image\/svg\+xml)/;

const [brotliAsync, gzipAsync] = [promisify(brotliCompress), promisify(gzip)];

/** Whether an answer of this type and size is worth compressing. */
export const isCompressible = (type: string | undefined, bytes: number): boolean =>
  bytes >= WORTHWHILE && COMPRESSIBLE.test(type ?? '');

/** The best of our encodings that `Accept-Encoding` allows. @example chooseEncoding('gzip, br;q=0') === 'gzip' */
export function chooseEncoding(accepted: string | null | undefined): Encoding {
  if (!accepted) return 'identity';
  const weights = new Map(
    accepted.split(',', 20).map((part) => {
      const [name = '', ...rest] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const q = rest.find((one) => one.startsWith('q='));
      return [name, q === undefined ? 1 : Number(q.slice(2))];
    }),
  );
  const takes = (name: string): boolean => (weights.get(name) ?? weights.get('*') ?? 0) > 0;
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}

/** Bytes in an encoding. Brotli 5 is smaller than gzip 6 at about its price. */
export async function encode(body: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === 'identity') return body;
  if (encoding === 'gzip') return gzipAsync(body, { level: 6 });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
  };
  return brotliAsync(body, { params });
}
