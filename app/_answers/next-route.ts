/** The handlers of data, embed and health addresses, wrapped for a Next route. */
import { createAnswers } from './answers.ts';
import type { Answer } from './http/request.ts';

const { answer } = createAnswers();

/** A stream of bytes as a Response needs it: a chunk is requested only when it can be sent. */
function toStream(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const all = bytes[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      pull: async (controller) => {
        const { done, value } = await all.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => void (await all.return?.()),
    },
    { highWaterMark: 0 },
  );
}

/** An Answer as a Response. */
function toResponse({ status, headers, body }: Answer): Response {
  const empty = status === 204 || status === 304 || body === '';
  const streamed = typeof body === 'object' && Symbol.asyncIterator in body;
  const content = streamed ? toStream(body) : (body as BodyInit);
  return new Response(empty ? null : content, { status, headers });
}

/** Characters that canonical addresses leave unescaped in a value. */
const ESCAPED = /%(?:7E|3D|3B|2F|40|3A|2C)/gi;

/**
 * The query as the client wrote it, as far as it can be recovered: Next escapes characters that need no
 * escape.
 */
const plainly = (search: string): string =>
  search
    .split('&')
    .map((part) => {
      const at = part.indexOf('=') + 1;
      return part.slice(0, at) + part.slice(at).replace(ESCAPED, decodeURIComponent);
    })
    .join('&');

/**
 * Answers a Next route with the same bytes as `server.ts`, but slower. Next drops the content-encoding header
 * and compresses the body itself, under the same ETag, so the body is left uncompressed here and the ETag is
 * weak.
 */
export async function respond(request: Request): Promise<Response> {
  const { pathname, search, origin } = new URL(request.url);
  const { method } = request;
  const headers = {
    get: (name: string) => (name === 'accept-encoding' ? null : request.headers.get(name)),
  };
  const answered = await answer({
    method,
    path: pathname,
    search: plainly(search.slice(1)),
    headers,
    origin,
    readBody: async (most) => {
      const body = await request.arrayBuffer();
      return body.byteLength > most ? null : Buffer.from(body).toString('utf8');
    },
  });
  if (!answered) return new Response(null, { status: 404 });
  const { etag } = answered.headers;
  return toResponse(etag ? { ...answered, headers: { ...answered.headers, etag: `W/${etag}` } } : answered);
}
