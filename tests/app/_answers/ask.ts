// Asks the answers as a browser would, without a socket.
import { answer } from '#app/_answers/answer.ts';
import type { Answer, AnswerRequest } from '#app/_answers/message.ts';

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

/** The answer to an address that is ours, with its body as text. */
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
  return { ...answered, text: textOf(answered) };
}

/** The document of a JSON answer. */
export const askJson = async (address: string): Promise<Record<string, unknown>> =>
  JSON.parse((await ask(address)).text) as Record<string, unknown>;
