// Asks the answers as a browser would, without a socket.
import { answer } from '#app/_answers/next-route.ts';
import type { Answer, AnswerRequest } from '#app/_answers/http/request.ts';

/** A request for an address, with `?` and all. */
export function requestFor(
  address: string,
  headers: Record<string, string> = {},
  method = 'GET',
): AnswerRequest {
  const at = address.indexOf('?');
  return {
    method,
    path: at < 0 ? address : address.slice(0, at),
    search: at < 0 ? '' : address.slice(at + 1),
    headers: { get: (name) => headers[name] },
    origin: 'http://cotejo.test',
  };
}

export const textOf = ({ body }: Answer): string => Buffer.from(body as string | Uint8Array).toString('utf8');

/** The bytes of a body, streamed or not. */
export async function bytesOf({ body }: Pick<Answer, 'body'>): Promise<Buffer> {
  if (typeof body === 'string' || body instanceof Uint8Array) return Buffer.from(body);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The answer to an address that is ours, with its body as text; what is streamed is read to its end. */
export async function ask(
  address: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{
  status: number;
  headers: Readonly<Record<string, string>>;
  text: string;
  body: Answer['body'];
}> {
  const answered = await answer(requestFor(address, headers, method));
  if (!answered) throw new Error(`nobody answers ${address}`);
  const { body } = answered;
  const streamed = typeof body === 'object' && Symbol.asyncIterator in body;
  const whole = streamed ? { ...answered, body: await bytesOf(answered) } : answered;
  return { ...whole, text: textOf(whole) };
}

/** The document of a JSON answer. */
export const askJson = async (address: string): Promise<Record<string, unknown>> =>
  JSON.parse((await ask(address)).text) as Record<string, unknown>;
