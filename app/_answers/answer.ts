/** The functions behind data, embed and health addresses, and their wrapping for a Next route. */
import { compose } from './compose.ts';
import { deliver } from './deliver.ts';
import type { Answer, AnswerRequest } from './message.ts';

/** Answers a request at one of our addresses; null for every other address. Never throws. */
export async function answer(request: AnswerRequest): Promise<Answer | null> {
  const whole = await compose(request);
  return whole && deliver(whole, request);
}

/** An Answer as a Response. */
export function toResponse({ status, headers, body }: Answer): Response {
  const empty = status === 204 || status === 304 || body === '';
  return new Response(empty ? null : (body as BodyInit), { status, headers });
}

/** What a Next route answers: the same bytes as `server.ts`, slower. */
export async function respond(request: Request): Promise<Response> {
  const { pathname, search, origin } = new URL(request.url);
  const { method, headers } = request;
  const answered = await answer({ method, path: pathname, search: search.slice(1), headers, origin });
  return answered ? toResponse(answered) : new Response(null, { status: 404 });
}
