// Requests answers as a browser would, without a socket.
import { createAnswers, type Respond } from '#app/_answers/answers.ts';
import type { Answer, AnswerRequest } from '#app/_answers/http/request.ts';

/** A request for a URL with its query string. */
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
export async function answerBytes({ body }: Pick<Answer, 'body'>): Promise<Buffer> {
  if (typeof body === 'string' || body instanceof Uint8Array) return Buffer.from(body);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

interface AskedAnswer extends Answer {
  readonly text: string;
}

type Ask = (address: string, headers?: Record<string, string>, method?: string) => Promise<AskedAnswer>;

/** Requests a URL of ours and returns the answer with its body as text; a stream is read to its end. */
export const askerOf =
  (respond: Respond): Ask =>
  async (address, headers = {}, method = 'GET') => {
    const answer = await respond(requestFor(address, headers, method));
    if (!answer) throw new Error(`nobody answers ${address}`);
    const { body } = answer;
    const streamed = typeof body === 'object' && Symbol.asyncIterator in body;
    const whole = streamed ? { ...answer, body: await answerBytes(answer) } : answer;
    return { ...whole, text: textOf(whole) };
  };

/** All answers of the site, without anything cached. */
const { answer } = createAnswers();
export const respondTo = answer;
export const askProduct = askerOf(answer);

/** The document of a JSON answer. */
export const askJson = async (address: string): Promise<Record<string, unknown>> =>
  JSON.parse((await askProduct(address)).text) as Record<string, unknown>;
