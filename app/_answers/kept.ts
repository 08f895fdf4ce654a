/**
 * Finished answers, kept in memory within a bound: what is asked again is not made again. Answers are kept
 * by the address as it was asked; their bytes by ETag and encoding, so that all spellings of one question
 * share them. Pinned bytes are true for ever; an embed is made anew after a minute.
 */
import { currentAsking, inTime, type Asking } from '#app/_data/asking.ts';
import { compose } from './compose.ts';
import { deliver } from './deliver.ts';
import { encode, type Encoding } from './encoding.ts';
import type { Answer, AnswerRequest, Undressed, WholeAnswer } from './message.ts';
import { join } from './question.ts';
import { Recent } from './recent.ts';

interface Bounds {
  /** Bytes of bodies, all encodings together. */
  readonly bytes: number;
  /** Spellings of addresses. */
  readonly addresses: number;
}

const USUAL: Bounds = { bytes: 128 * 1024 * 1024, addresses: 10_000 };
/** A long address is rarely asked twice. */
const LONGEST_ADDRESS = 1024;

interface Kept {
  readonly status: number;
  readonly headers: WholeAnswer['headers'];
  readonly etag: string;
  readonly keep: number;
  readonly until: number;
}

/**
 * Answers requests as `answer` does, from memory where it can.
 * @param admit makes an answer when there is room for it, and throws NotNow where there is none
 */
export function keepAnswers(
  bounds: Bounds = USUAL,
  now: () => number = Date.now,
  admit: (request: AnswerRequest, make: () => Promise<Undressed | null>) => Promise<Undressed | null> = (
    _request,
    make,
  ) => make(),
): (request: AnswerRequest) => Promise<Answer | null> {
  const kept = new Recent<Kept>(bounds.addresses);
  const bodies = new Recent<Uint8Array>(bounds.bytes);
  const underWay = new Map<string, { making: Promise<Undressed | null>; asking: Asking | undefined }>();

  const bytesIn = (etag: string) => async (body: Uint8Array, encoding: Encoding) => {
    const key = `${etag} ${encoding}`;
    const known = bodies.get(key);
    if (known) return known;
    const made = await encode(body, encoding);
    bodies.set(key, made, made.byteLength);
    return made;
  };

  function recall(key: string): WholeAnswer | null {
    const known = kept.get(key);
    if (!known || known.until <= now()) return null;
    const body = bodies.get(`${known.etag} identity`);
    return body ? { status: known.status, headers: known.headers, body, keep: known.keep } : null;
  }

  function remember(key: string, whole: Undressed | null): void {
    // What is streamed is too long to be kept, and its bytes are never all here.
    if (!whole || 'stream' in whole) return;
    const etag = whole.headers['etag'];
    if (whole.keep === undefined || etag === undefined || key.length > LONGEST_ADDRESS) return;
    const body = typeof whole.body === 'string' ? Buffer.from(whole.body) : whole.body;
    bodies.set(`${etag} identity`, body, body.byteLength);
    const { status, headers, keep } = whole;
    kept.set(key, { status, headers, etag, keep, until: now() + keep * 1000 }, 1);
  }

  /** The answer from memory, or made once for all who ask for it now. */
  async function find(key: string, request: AnswerRequest): Promise<Undressed | null> {
    const known = recall(key);
    if (known) return known;
    const asking = currentAsking();
    const started = underWay.get(key);
    if (started) {
      if (asking) started.asking?.join(asking);
      return inTime(started.making);
    }
    const making = admit(request, () => compose(request))
      .then((whole) => {
        remember(key, whole);
        return whole;
      })
      .finally(() => underWay.delete(key));
    underWay.set(key, { making, asking });
    return inTime(making);
  }

  return async (request) => {
    const readable = request.method === 'GET' || request.method === 'HEAD';
    const whole = readable ? await find(join(request.path, request.search), request) : await compose(request);
    if (!whole) return null;
    const etag = 'stream' in whole || whole.keep === undefined ? undefined : whole.headers['etag'];
    return deliver(whole, request, etag === undefined ? encode : bytesIn(etag));
  };
}
