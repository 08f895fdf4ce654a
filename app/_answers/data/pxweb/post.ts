/** A selection sent by POST, as the GET that asks the same: pxwebpy sends all its selections so. */
import { PXWEB_PROBLEMS } from '#app/_words/pxweb.ts';
import { BadQuery, malformed } from '#stats/problem.ts';
import type { AnswerRequest } from '../../http/request.ts';

const PATH = /^\/pxweb\/[^/]+\/v2\/tables\/[^/]+\/data$/;
const MOST_BYTES = 64 * 1024;

/** Whether a request is such a POST. */
export const isSelectionPost = ({ method, path }: AnswerRequest): boolean =>
  method === 'POST' && PATH.test(path);

interface Item {
  readonly variableCode: string;
  readonly valueCodes: readonly string[];
}

const isItem = (item: unknown): item is Item => {
  const { variableCode, valueCodes } = (item ?? {}) as Partial<Item>;
  return (
    typeof variableCode === 'string' &&
    Array.isArray(valueCodes) &&
    valueCodes.every((code) => typeof code === 'string')
  );
};

function itemsOf(text: string | null): readonly Item[] {
  try {
    const { selection } = JSON.parse(text ?? '') as { selection?: unknown };
    if (Array.isArray(selection) && selection.every(isItem)) return selection;
  } catch {
    // What is no JSON is refused like JSON of another form.
  }
  throw new BadQuery(malformed(null, (text ?? '').slice(0, 60), ['{"selection":[]}'], PXWEB_PROBLEMS.body));
}

/** The GET of a POST. Throws BadQuery for a body that is no selection. */
export async function asGet(request: AnswerRequest): Promise<AnswerRequest> {
  // `latest` is answered with another address, to which the client sends the selection again.
  if (request.path.startsWith('/pxweb/latest/')) return { ...request, method: 'GET' };
  const items = itemsOf((await request.readBody?.(MOST_BYTES)) ?? null);
  const chosen = items.map(
    ({ variableCode, valueCodes }) =>
      `valueCodes[${encodeURIComponent(variableCode)}]=${valueCodes.map(encodeURIComponent).join(',')}`,
  );
  const { headers, origin, path } = request;
  const search = [request.search, ...chosen].filter(Boolean).join('&');
  return { method: 'GET', path, search, headers, origin };
}
