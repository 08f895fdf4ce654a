/** What an address asks, weighed without answering it. An address that will be refused weighs nothing. */
import { loadReleases } from '#app/_data/catalogue.ts';
import { weightOf } from '#app/_data/weight.ts';
import { parseSides } from '#stats/compare/sides.ts';
import { parseParameters } from '#stats/parameters.ts';
import { parseQuery } from '#stats/query.ts';
import { isOurs, parseAddress } from './address.ts';
import { FACES } from './faces.ts';
import type { AnswerRequest } from './message.ts';
import { COUNT, EMBED_THEME, findCatalogue, findIndicator, LANG, type Extra } from './question.ts';

/** The weight of an address of ours; null for what costs next to nothing and goes through no gate. */
export function weighAddress(request: AnswerRequest): Promise<number> | null {
  if (!isOurs(request.path) || request.path === '/healthz') return null;
  if (request.method !== 'GET' && request.method !== 'HEAD') return null;
  return weighOurs(request);
}

async function weighOurs(request: AnswerRequest): Promise<number> {
  const address = parseAddress(request.path);
  switch (address.kind) {
    case 'data': {
      if (/(?:^|&)count(?:[=&]|$)/.test(request.search)) return 0;
      const extras = FACES[address.ending].extras.map(({ name }) => name);
      return weighQuestion(address, request.search, extras, address.ending === 'csv');
    }
    case 'embed':
      return weighQuestion(address, request.search, [LANG.name, EMBED_THEME.name]);
    case 'revisions':
      return weighQuestion(address, '', []);
    case 'sums':
      return Infinity;
    case 'compare':
    case 'compare-embed':
      return weighSides(address.release, request.search, [LANG, COUNT, EMBED_THEME]);
    default:
      return 0;
  }
}

async function weighQuestion(
  { release, indicator: id }: { readonly release: string; readonly indicator: string },
  search: string,
  extras: readonly string[],
  streams = false,
): Promise<number> {
  const catalogue = await findCatalogue(release);
  const indicator = findIndicator(catalogue, id);
  const query = parseQuery(parseParameters(search), indicator, catalogue, extras);
  return weightOf(release, query, { streams });
}

async function weighSides(release: string, search: string, extras: readonly Extra[]): Promise<number> {
  const names = extras.map(({ name }) => name);
  const sides = parseSides(parseParameters(search), await findCatalogue(release), names);
  const weights = await Promise.all(sides.map(({ query }) => weightOf(release, query)));
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/** Parameters of a page that are no part of its question. */
const OF_THE_PAGE = ['release', 'tab'];
const PAGE = /^\/(?:es\/)?(?:indicators\/([^/?]+)|(compare))\/?\?(.+)$/;

/** The weight of a page; null for a file that Next only sends. */
export function weighPage(url: string): Promise<number> | null {
  if (url.startsWith('/_next/')) return null;
  const [, id, compare, search = ''] = PAGE.exec(url) ?? [];
  if (id === undefined && compare === undefined) return Promise.resolve(0);
  return weighShown(id, search);
}

/** What a page shows is asked of the release that its address names, or of the latest. */
async function weighShown(indicator: string | undefined, search: string): Promise<number> {
  const named = parseParameters(search).get('release');
  const release = named ?? (await loadReleases()).at(-1)?.version ?? '';
  if (indicator !== undefined) return weighQuestion({ release, indicator }, search, OF_THE_PAGE);
  return weighSides(
    release,
    search,
    OF_THE_PAGE.map((name) => ({ name, values: [] })),
  );
}
