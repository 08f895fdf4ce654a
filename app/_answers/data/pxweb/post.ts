/** A selection sent by POST, as the GET that asks the same: pxwebpy and R's pxweb send all their selections so. */
import { PXWEB_PROBLEMS } from '#app/_words/pxweb.ts';
import { BadQuery, malformed, unknownValue } from '#stats/problem.ts';
import type { AnswerRequest } from '../../http/request.ts';

const PATH = /^\/pxweb\/[^/]+\/(?:v2\/tables\/[^/]+\/data|v1\/[^/]+\/[^/]+)$/;
const VERSION_ONE = /^\/pxweb\/[^/]+\/v1\//;
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

/** A variable in a query of version 1. */
interface Filtered {
  readonly code: string;
  readonly selection: { readonly filter: string; readonly values: readonly string[] };
}

const isFiltered = (item: unknown): item is Filtered => {
  const { code, selection } = (item ?? {}) as Partial<Filtered>;
  return (
    typeof code === 'string' &&
    typeof selection?.filter === 'string' &&
    Array.isArray(selection.values) &&
    selection.values.every((value) => typeof value === 'string')
  );
};

/** The query of version 1 as a selection of version 2, and the format that it asks for. */
function queryOf(text: string | null): { readonly items: readonly Item[]; readonly format: string } {
  const example = '{"query":[],"response":{"format":"json"}}';
  const refuse = (given: string): BadQuery =>
    new BadQuery(malformed(null, given.slice(0, 60), [example], PXWEB_PROBLEMS.query));
  let parsed: { query?: unknown; response?: { format?: unknown } };
  try {
    parsed = JSON.parse(text ?? '') as typeof parsed;
  } catch {
    throw refuse(text ?? '');
  }
  const { query, response } = parsed ?? {};
  if (!Array.isArray(query) || !query.every(isFiltered)) throw refuse(text ?? '');
  const items = query.map(({ code, selection: { filter, values } }): Item => {
    switch (filter.toLowerCase()) {
      case 'item':
      case 'all':
        return { variableCode: code, valueCodes: values };
      case 'top':
        return { variableCode: code, valueCodes: [`top(${values[0] ?? ''})`] };
      default:
        throw new BadQuery(unknownValue('filter', filter, ['item', 'all', 'top']));
    }
  });
  return { items, format: typeof response?.format === 'string' ? response.format : 'json' };
}

/** The GET of a POST. Throws BadQuery for a body that is no selection. */
export async function asGet(request: AnswerRequest): Promise<AnswerRequest> {
  // `latest` is answered with another address, to which the client sends the selection again.
  if (request.path.startsWith('/pxweb/latest/')) return { ...request, method: 'GET' };
  const text = (await request.readBody?.(MOST_BYTES)) ?? null;
  const { items, format } = VERSION_ONE.test(request.path)
    ? queryOf(text)
    : { items: itemsOf(text), format: null };
  const chosen = items.map(
    ({ variableCode, valueCodes }) =>
      `valueCodes[${encodeURIComponent(variableCode)}]=${valueCodes.map(encodeURIComponent).join(',')}`,
  );
  const { headers, origin, path } = request;
  const output = format === null ? '' : `outputFormat=${encodeURIComponent(format)}`;
  const search = [request.search, ...chosen, output].filter(Boolean).join('&');
  return { method: 'GET', path, search, headers, origin };
}
