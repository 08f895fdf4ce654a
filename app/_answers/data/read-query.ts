/**
 * A question as an address asks it: release, indicator, query, and the parameters of one face. What differs
 * only in spelling is the same question and has one canonical address.
 */
import { loadCatalogue, loadReleases } from '#app/_data/catalogue.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { LANGUAGES, type Language } from '#stats/language.ts';
import { parseParameters } from '#stats/query-string.ts';
import { BadQuery, malformed, NotFound, notFound, unknownParameter, unknownValue } from '#stats/problem.ts';
import { formatQuery, parseQuery } from '#stats/query/query.ts';
import { withoutAliases } from '#stats/query/owid-aliases.ts';
import type { AnswerRequest } from '../http/request.ts';
import type { Query } from '#stats/model/query.ts';

/** A parameter of a face, beside the query: its values, the usual one first. */
export interface FormatParameter {
  readonly name: string;
  readonly values: readonly string[];
  /** What the name alone means, without a value. */
  readonly alone?: string;
  /** Where values are not a list: their form, for who describes them. */
  readonly pattern?: string;
}

export const LANG: FormatParameter = { name: 'lang', values: LANGUAGES };
/** A file has one theme; an embed may follow its reader. */
export const PICTURE_THEME: FormatParameter = { name: 'theme', values: ['light', 'dark'] };
export const EMBED_THEME: FormatParameter = { name: 'theme', values: ['auto', 'light', 'dark'] };
/** How many rows there would be, instead of them. */
export const COUNT: FormatParameter = { name: 'count', values: ['no', 'yes'], alone: 'yes' };
/** The later release that a list of revisions goes to; the number of any later one is taken too. */
export const TO_RELEASE: FormatParameter = {
  name: 'to',
  values: ['latest'],
  pattern: '^(latest|\\d+\\.\\d+\\.\\d+)$',
};
export const CSV_TYPE: FormatParameter = { name: 'csvType', values: ['filtered', 'full'] };

/**
 * The catalogue of a release. Both the list of releases and a catalogue are kept in memory, so that an
 * unknown number costs no statement. Throws NotFound, listing the releases that exist.
 */
export async function findCatalogue(version: string): Promise<Catalogue> {
  const known = (await loadReleases()).map((release) => release.version);
  const catalogue = known.includes(version) ? await loadCatalogue(version) : null;
  if (catalogue) return catalogue;
  throw new NotFound(notFound({ en: 'release', es: 'la edición' }, version, [...known, 'latest']));
}

/** The indicator of a catalogue. Throws NotFound, listing those that exist. */
export function findIndicator(catalogue: Catalogue, id: string): Indicator {
  const indicator = catalogue.indicators.find((one) => one.id === id);
  if (indicator) return indicator;
  const known = catalogue.indicators.map((one) => one.id);
  throw new NotFound(notFound({ en: 'indicator', es: 'el indicador' }, id, known));
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
  /** The values of the face's own parameters, the usual one where none was given. */
  readonly extras: ReadonlyMap<string, string>;
  /** The one query string of this question on this face, without `?`. */
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

/** A full file is the whole indicator: it cannot also be some of its areas or years (ruling 7). */
function refuseFilters(given: ReadonlyMap<string, string>): void {
  const parameters = withoutAliases(given);
  for (const name of ['country', 'time']) {
    const value = parameters.get(name);
    if (value === undefined) continue;
    throw new BadQuery(
      malformed(name, value, ['csvType=filtered'], {
        en: `csvType=full is the whole indicator and takes no ${name}. Leave one of the two out.`,
        es: `csvType=full es el indicador entero y no admite ${name}. Quite uno de los dos.`,
      }),
    );
  }
}

/** A query string with the face's own parameters, all in alphabetical order, the usual ones left out. */
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

/**
 * Reads the question of an address. Runs no statement of its own: a refused question costs a look at the
 * catalogue, which is kept in memory.
 * @throws NotFound for release or indicator, BadQuery for a parameter
 */
export async function readDataRequest(
  address: { readonly release: string; readonly indicator: string },
  request: AnswerRequest,
  known: readonly FormatParameter[],
): Promise<DataRequest> {
  const parameters = parseParameters(request.search);
  const catalogue = await findCatalogue(address.release);
  const indicator = findIndicator(catalogue, address.indicator);
  const extras = readExtras(parameters, known);
  const query = parseQuery(
    parameters,
    indicator,
    catalogue,
    known.map((extra) => extra.name),
  );
  if (extras.get('csvType') === 'full') refuseFilters(parameters);
  return {
    version: address.release,
    catalogue,
    indicator,
    language: extras.get('lang') === 'es' ? 'es' : 'en',
    query,
    extras,
    canonical: canonicalSearch(formatQuery(query, indicator), extras, known),
  };
}

/** A path with its query string, if it has one. */
export const join = (path: string, search: string): string => (search === '' ? path : `${path}?${search}`);
