/**
 * Converts the form into an address, and an address into the state of the form. A plain form repeats a name
 * for each ticked box, which addresses refuse. A submitted form therefore contains `form=1` and is converted
 * here: on the server without scripts, in the browser with scripts, by the same rule.
 */
import { formatCoverage } from '#stats/query/values.ts';
import { encodeValue } from '#stats/query-string.ts';
import { formatTransform } from '#stats/query/transform.ts';
import type { Query } from '#stats/model/query.ts';

/** The axes that a reader can combine, with the form's names. */
export const COMBINABLE = ['area', 'origin', 'breakdown'] as const;

/** Parameters that the form does not show and keeps from the address. */
export const HANDED_ON = ['coverage', 'members', 'weight'] as const;

type Entries = Iterable<readonly [string, string]>;

/** Every area in the form that is not a group: ticking all of them is the same as ticking none. */
export type CountryCodes = readonly string[];

/**
 * The query string of a filled form, parameters in alphabetical order.
 * @example formSearch([['country', 'HND'], ['country', 'SLV'], ['from', '']], ['HND', 'SLV', 'GTM']) === 'country=HND~SLV'
 */
export function formSearch(entries: Entries, places: CountryCodes): string {
  const values = new Map<string, string[]>();
  for (const [name, value] of entries) {
    if (value !== '') values.set(name, [...(values.get(name) ?? []), value]);
  }
  const all = (name: string): string[] => values.get(name) ?? [];
  const groups = all('group');
  const countries = all('country');
  const combined = all('combine');
  // Areas that are summed must be named, even if they are all areas.
  const named = groups.length > 0 || combined.includes('area');
  const everywhere = !named && places.every((code) => countries.includes(code));
  const kept = [...COMBINABLE.filter((axis) => !combined.includes(axis)), 'source'];
  const [from = '', to = ''] = [all('from')[0], all('to')[0]];
  const time =
    from === '' && to === '' ? '' : from === to ? from : `${from || 'earliest'}..${to || 'latest'}`;
  const parameters: Record<string, string> = {
    basis: all('basis').join('~'),
    breakdown: all('breakdown').join('~'),
    by: combined.length === 0 ? '' : kept.join('~'),
    country: everywhere ? '' : countries.join('~'),
    coverage: all('coverage')[0] ?? '',
    definition: all('definition').join('~'),
    group: groups.join('~'),
    members: all('members')[0] ?? '',
    origin: all('origin').join('~'),
    source: all('source').join('~'),
    tab: all('tab')[0] ?? '',
    time,
    transform: all('transform')[0] ?? '',
    weight: all('weight')[0] ?? '',
  };
  return Object.entries(parameters)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeValue(value)}`)
    .join('&');
}

/** The ticked and selected values of a query, by the form's names. */
export function formState(query: Query, places: CountryCodes): ReadonlyMap<string, readonly string[]> {
  const everywhere = query.country.length === 0 && query.group.length === 0;
  return new Map([
    ['country', everywhere ? places : query.country],
    ['group', query.group],
    ['origin', query.origin],
    ['breakdown', query.breakdown],
    ['definition', query.definition.slice(0, 1)],
    ['source', query.source.slice(0, 1)],
    ['basis', [query.basis.join('~')]],
    ['from', query.time.from === 'earliest' ? [] : [query.time.from]],
    ['to', query.time.to === 'latest' ? [] : [query.time.to]],
    ['combine', COMBINABLE.filter((axis) => !query.by.includes(axis))],
    ['transform', query.transform ? [formatTransform(query.transform)] : []],
    ['coverage', [formatCoverage(query)].filter(Boolean)],
    ['members', query.members ? [query.members] : []],
    ['weight', query.weight === undefined ? [] : [query.weight]],
  ]);
}
