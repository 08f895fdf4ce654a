/**
 * The form of the controls as an address, and an address as the state of the form. A plain form repeats a
 * name for each ticked box, which addresses refuse; so a submitted form says `form=1` and is read here, on
 * the server without scripts and in the browser with them, by the same rule.
 */
import { formatCoverage } from '#stats/query/values.ts';
import { encodeValue } from '#stats/query-string.ts';
import { formatTransform } from '#stats/query/transform.ts';
import type { Query } from '#stats/model/query.ts';

/** The axes that a reader may combine, as the form names them. */
export const COMBINABLE = ['area', 'origin', 'breakdown'] as const;

/** What the form does not show, and hands on as the address has it. */
export const HANDED_ON = ['coverage', 'members', 'weight'] as const;

type Entries = Iterable<readonly [string, string]>;

/** Every place of the form that is not a group: ticking all of them is the same as ticking none. */
export type CountryCodes = readonly string[];

/**
 * The query string that a filled form asks for, parameters in alphabetical order.
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
  // What is added up must be named, even where it is everything.
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

/** What is ticked and selected for a query: values by the form's names. */
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
