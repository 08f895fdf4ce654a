/** Requests that a tool puts to our own addresses, so that it has their answers, limits, refusals and memory. */
import type { Answer, AnswerRequest } from '../http/request.ts';
import { join } from '../http/url.ts';

/** Answers a request for data; null for other addresses. */
export type RespondToData = (request: AnswerRequest) => Promise<Answer | null>;

/** A data address refused the question. The message says what is accepted, so that an assistant can mend it. */
export class ToolRefusal extends Error {
  override readonly name = 'ToolRefusal';
}

interface ProblemDocument {
  readonly title: string;
  readonly detail: string;
  readonly parameter?: string | null;
  readonly accepted?: readonly string[];
  readonly nearest?: string;
}

/** Accepted values that a message names. */
const MOST_ACCEPTED = 40;

const problemText = ({ title, detail, accepted = [] }: ProblemDocument): string => {
  const named = accepted.slice(0, MOST_ACCEPTED).join(', ');
  return `${title}. ${detail}${named && ` Accepted: ${named}.`}`;
};

async function textOf({ body }: Answer): Promise<string> {
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return Buffer.from(body).toString('utf8');
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** What a tool can read. */
export interface SiteReader {
  /** The address of the site, without a slash at its end; empty if it does not know it. */
  readonly origin: string;
  /** @throws ToolRefusal with the problem document's text */
  text(path: string, search?: string): Promise<string>;
  json<T>(path: string, search?: string): Promise<T>;
}

/** Reads as the client of a request would. */
export function siteReader(respond: RespondToData, { origin }: AnswerRequest): SiteReader {
  async function ask(path: string, search: string): Promise<string> {
    const answer = await respond({ method: 'GET', path, search, headers: { get: () => null }, origin });
    if (!answer) throw new ToolRefusal(`Nothing is at ${join(path, search)}.`);
    const text = await textOf(answer);
    if (answer.status === 200) return text;
    throw new ToolRefusal(problemText(JSON.parse(text) as ProblemDocument));
  }
  return {
    origin,
    text: (path, search = '') => ask(path, search),
    json: async <T>(path: string, search = '') => JSON.parse(await ask(path, search)) as T,
  };
}

/** The newest release, or the one that a tool was given. @throws ToolRefusal if nothing is published */
export async function releaseFor(site: SiteReader, release: string | undefined): Promise<string> {
  if (release !== undefined && release !== 'latest') return release;
  const { latest } = await site.json<{ latest: string | null }>('/data/releases.json');
  if (latest === null) throw new ToolRefusal('No release has been published yet.');
  return latest;
}
