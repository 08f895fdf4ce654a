/** The functions behind data, embed and health addresses, wrapped for a Next route. */
import { createAnswers } from './answers.ts';
import type { Answer } from './http/request.ts';

const { answer } = createAnswers();

/** Bytes that come one after another, as a Response takes them: none is requested before it can be sent. */
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

/** Characters that our addresses write plainly, in a value. */
const ESCAPED = /%(?:7E|3D|3B|2F|40|3A|2C)/gi;

/** The query as the client wrote it, as far as it can be known: Next escapes characters that need no escape. */
const plainly = (search: string): string =>
  search
    .split('&')
    .map((part) => {
      const at = part.indexOf('=') + 1;
      return part.slice(0, at) + part.slice(at).replace(ESCAPED, decodeURIComponent);
    })
    .join('&');

/**
 * What a Next route answers: the same bytes as `server.ts`, slower. Next drops the header that would name an
 * encoding and compresses by itself, under one ETag: so the bytes leave here as they are, and the ETag is weak.
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
  });
  if (!answered) return new Response(null, { status: 404 });
  const { etag } = answered.headers;
  return toResponse(etag ? { ...answered, headers: { ...answered.headers, etag: `W/${etag}` } } : answered);
}
