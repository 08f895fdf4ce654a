/**
 * Reads the question of an address: release, indicator, query, and the parameters of a format. All spellings
 * of a question have the same canonical address.
 */
import { findIndicator } from '#app/_data/catalogue.ts';
import { isReleased } from '#stats/model/release.ts';
import { ERROR_WORDS } from '#app/_words/errors.ts';
import { releaseSeal, type AnswerPlan } from '#app/_data/answer-plan.ts';
import { isNewer, type ReleaseIndex } from '#app/_data/catalogue.ts';
import type { SiteData } from '#app/_data/data.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import type { Language } from '#stats/language.ts';
import { parseParameters } from '#stats/query-string.ts';
import { BadQuery, malformed, NotFound, notFound, unknownParameter, unknownValue } from '#stats/problem.ts';
import { formatQuery, fullQuery, parseQuery, QUERY_PARAMETERS } from '#stats/query/query.ts';
import { withoutAliases } from '#stats/query/owid-aliases.ts';
import type { AnswerContext } from './context.ts';
import type { FormatParameter } from '../http/format-parameters.ts';
import type { AnswerRequest } from '../http/request.ts';
import type { Query } from '#stats/model/query.ts';

/**
 * A release with its keys. The list of releases and the indexes are kept in memory, so that a
 * number below the newest that is unknown runs no statement. Throws NotFound, listing the releases that exist.
 */
export async function findReleaseIndex(data: SiteData, version: string): Promise<ReleaseIndex> {
  const releases = await data.loadReleases();
  const versions = releases.map((release) => release.version);
  // The list is some seconds old: a later number may have been published since.
  const mayExist = isReleased(version, versions) || isNewer(version, releases);
  const index = mayExist ? await data.loadIndex(version) : null;
  if (index) return index;
  throw new NotFound(notFound({ en: 'release', es: 'la edición' }, version, [...versions, 'latest']));
}

/** Refuses every parameter, for addresses that take none. Throws BadQuery. */
export function refuseParameters(request: AnswerRequest): void {
  for (const name of parseParameters(request.search).keys()) throw new BadQuery(unknownParameter(name, []));
}

export interface DataRequest {
  readonly version: string;
  readonly catalogue: Catalogue;
  readonly indicator: Indicator;
  readonly language: Language;
  readonly query: Query;
  /** What the answer is made from. */
  readonly plan: AnswerPlan;
  /** What its bytes depend on, besides the canonical address. */
  readonly seal: string;
  /** The query string of the question alone; a full file has none. */
  readonly search: string;
  /** The values of the format's own parameters, the default where none was given. */
  readonly extras: ReadonlyMap<string, string>;
  /** The canonical query string of this question in this format, without `?`. */
  readonly canonical: string;
}

export function readExtras(
  parameters: ReadonlyMap<string, string>,
  extras: readonly FormatParameter[],
): Map<string, string> {
  return new Map(
    extras.map(({ name, values, alone }) => {
      const given = parameters.get(name) ?? values[0] ?? '';
      const written = given === '' ? (alone ?? given) : given;
      if (!values.includes(written)) throw new BadQuery(unknownValue(name, written, values));
      return [name, written];
    }),
  );
}

/**
 * The format's own parameters of an address without a question: all others but those named are refused. Throws
 * BadQuery.
 */
export function readOwn(
  parameters: ReadonlyMap<string, string>,
  extras: readonly FormatParameter[],
  accepted: readonly string[] = extras.map(({ name }) => name),
): Map<string, string> {
  for (const name of parameters.keys())
    if (!accepted.includes(name)) throw new BadQuery(unknownParameter(name, accepted));
  return readExtras(parameters, extras);
}

/**
 * A full file is every row on file: it cannot also be some of them, or something made from them
 * (docs/rules.md#parameters-always-apply).
 */
function refuseFilters(given: ReadonlyMap<string, string>): void {
  const parameters = withoutAliases(given);
  for (const name of QUERY_PARAMETERS) {
    const value = parameters.get(name);
    if (value === undefined) continue;
    throw new BadQuery(malformed(name, value, ['csvType=filtered'], ERROR_WORDS.fullIsUnfiltered(name)));
  }
}

/** A query string with the format's own parameters, all in alphabetical order, defaults left out. */
export function canonicalSearch(
  query: string,
  extras: ReadonlyMap<string, string>,
  known: readonly FormatParameter[],
): string {
  const unusual = known.filter(({ name, values }) => extras.get(name) !== values[0]);
  const parts = [
    ...query.split('&').filter((part) => part !== ''),
    ...unusual.map(({ name }) => `${name}=${extras.get(name)}`),
  ];
  const nameOf = (part: string): string => part.slice(0, part.indexOf('='));
  return parts.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)).join('&');
}

export const languageIn = (extras: ReadonlyMap<string, string>): Language =>
  extras.get('lang') === 'es' ? 'es' : 'en';

/**
 * Reads the question of an address and plans it, each once for a request. Runs no statement itself: to refuse
 * a question it only reads the catalogue, which is kept in memory.
 * @throws NotFound for release or indicator, BadQuery for a parameter
 */
export async function readDataRequest(
  address: { readonly release: string; readonly indicator: string },
  request: AnswerRequest,
  known: readonly FormatParameter[],
  { data }: AnswerContext,
): Promise<DataRequest> {
  const { release: version } = address;
  const parameters = parseParameters(request.search);
  const index = await findReleaseIndex(data, version);
  const { catalogue } = index;
  const indicator = findIndicator(catalogue, address.indicator);
  const extras = readExtras(parameters, known);
  const names = known.map(({ name }) => name);
  const filtered = parseQuery(parameters, indicator, catalogue, names);
  const isFull = extras.get('csvType') === 'full';
  if (isFull) refuseFilters(parameters);
  const query = isFull ? fullQuery(indicator) : filtered;
  const search = isFull ? '' : formatQuery(query, indicator);
  const language = languageIn(extras);
  return {
    version,
    catalogue,
    indicator,
    language,
    query,
    plan: await data.planAnswer({ version, language, query }),
    seal: releaseSeal(index),
    search,
    extras,
    canonical: canonicalSearch(search, extras, known),
  };
}
