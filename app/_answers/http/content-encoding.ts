/**
 * Content encodings: which of them a client accepts, and how bytes are encoded. Each encoding is a separate
 * representation.
 */
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';

export const CONTENT_ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type ContentEncoding = (typeof CONTENT_ENCODINGS)[number];

/** Below this size the header costs more than compression saves. */
const WORTHWHILE = 1024;
const COMPRESSIBLE = /^(?:text\/|application\/(?:problem\+)?json|application\/javascript|image\/svg\+xml)/;

const [brotliAsync, gzipAsync] = [promisify(brotliCompress), promisify(gzip)];

/** Whether an answer of this type and size is worth compressing; the size of a stream is not known. */
export const isCompressible = (type: string | undefined, bytes = Infinity): boolean =>
  bytes >= WORTHWHILE && COMPRESSIBLE.test(type ?? '');

/**
 * The best supported encoding that `Accept-Encoding` allows.
 * @example chooseEncoding('gzip, br;q=0') === 'gzip'
 */
export function chooseEncoding(accepted: string | null | undefined): ContentEncoding {
  if (!accepted) return 'identity';
  const weights = new Map(
    accepted.split(',', 20).map((part) => {
      const [name = '', ...rest] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const q = rest.find((parameter) => parameter.startsWith('q='));
      return [name, q === undefined ? 1 : Number(q.slice(2))];
    }),
  );
  const takes = (name: string): boolean => (weights.get(name) ?? weights.get('*') ?? 0) > 0;
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}

/** Brotli 5 is smaller than gzip 6 at about the same cost. */
const [BROTLI_QUALITY, GZIP_LEVEL] = [5, 6];

export async function encode(body: Uint8Array, encoding: ContentEncoding): Promise<Uint8Array> {
  if (encoding === 'identity') return body;
  if (encoding === 'gzip') return gzipAsync(body, { level: GZIP_LEVEL });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
  };
  return brotliAsync(body, { params });
}

/** The same for a stream of bytes. If the client disconnects, compression stops. */
export async function* encodeStream(
  bytes: AsyncIterable<Uint8Array>,
  encoding: ContentEncoding,
): AsyncGenerator<Uint8Array, void> {
  if (encoding === 'identity') return yield* bytes;
  const coder =
    encoding === 'gzip'
      ? createGzip({ level: GZIP_LEVEL })
      : createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
  const fed = pipeline(bytes, coder);
  // An error in the bytes also ends the encoder, whose reader then receives it.
  fed.catch(() => undefined);
  yield* coder as AsyncIterable<Uint8Array>;
  await fed;
}
