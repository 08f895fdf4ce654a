/**
 * Converts the form into an address, and an address into the state of the form. A plain form repeats a name
 * for each ticked box, which addresses refuse. A submitted form therefore contains `form=1` and is converted
 * here: on the server without scripts, in the browser with scripts, by the same rule.
 */
import { wordsIn } from '#app/_words/words.ts';
import type { Query } from '#stats/model/query.ts';
import { encodeValue } from '#stats/query-string.ts';
import { formatTransform } from '#stats/query/transform.ts';
import { formatCoverage, PREFERRED } from '#stats/query/values.ts';
import { intervalOf } from '#stats/time/time-range.ts';

/** The axes that a reader can combine, with the form's names. */
export const COMBINABLE = ['area', 'origin', 'breakdown'] as const;

/** The fields that hold several values, each under the name of its parameter. */
const LISTS = ['country', 'group', 'origin', 'breakdown', 'definition', 'source'] as const;

/** The hidden field with the codes of the lists in the order of the address, joined by `~`. */
export const ORDER = 'order';

/** Values of `time=` that stand for themselves: no second end belongs to them. */
const isWhole = (time: string): boolean => time.includes('/') || time.startsWith('latest');

type Entries = Iterable<readonly [string, string]>;

/** Every area in the form that is not a group: they are named if areas are summed and none is ticked. */
export type CountryCodes = readonly string[];

/** The words of both languages for the ends of time, as a reader may type them. */
const ENDS: Readonly<Record<string, string>> = Object.fromEntries(
  (['en', 'es'] as const).flatMap((language) => {
    const { earliest, latest } = wordsIn(language).page;
    return [
      [earliest, 'earliest'],
      [latest, 'latest'],
    ];
  }),
);

const endOf = (text: string): string => ENDS[text.trim().toLowerCase()] ?? text.trim();

/** @example timeOf('2010', '') === '2010..latest'; timeOf('latest', '') === 'latest' */
function timeOf(typedFrom: string, typedTo: string): string {
  const [from, to] = [endOf(typedFrom), endOf(typedTo)];
  if (from === '' && to === '') return '';
  if (from === to || (to === '' && isWhole(from))) return from;
  return `${from || 'earliest'}..${to || 'latest'}`;
}

/**
 * The preferred source stands alone. If it is ticked beside others, the newer tick wins: what the order of
 * the address does not have was ticked after it.
 */
function sourcesOf(ticked: readonly string[], order: readonly string[]): readonly string[] {
  if (!ticked.includes(PREFERRED) || ticked.length === 1) return ticked;
  return order.includes(PREFERRED) ? ticked.filter((code) => code !== PREFERRED) : [PREFERRED];
}

/**
 * The query string of a filled form, parameters in alphabetical order. Values keep the order of the address
 * that the form was made for; new values come after them, in the order of the form.
 * @example formSearch([['country', 'HND'], ['country', 'SLV'], ['from', '']], ['HND', 'SLV', 'GTM']) === 'country=HND~SLV'
 */
export function formSearch(entries: Entries, places: CountryCodes): string {
  const values = new Map<string, string[]>();
  for (const [name, value] of entries) {
    if (value !== '') values.set(name, [...(values.get(name) ?? []), value]);
  }
  const all = (name: string): string[] => values.get(name) ?? [];
  const order = (all(ORDER)[0] ?? '').split('~');
  const rank = (code: string): number => (order.includes(code) ? order.indexOf(code) : order.length);
  const listed = Object.fromEntries(
    LISTS.map((name) => [name, all(name).toSorted((a, b) => rank(a) - rank(b))]),
  ) as Record<(typeof LISTS)[number], string[]>;
  const combined = all('combine');
  // Areas that are summed must be named, even if they are all areas.
  const isUnnamed = combined.includes('area') && listed.country.length + listed.group.length === 0;
  const kept = [...COMBINABLE.filter((axis) => !combined.includes(axis)), 'source'];
  const parameters: Record<string, string> = {
    ...Object.fromEntries(LISTS.map((name) => [name, listed[name].join('~')])),
    basis: all('basis').join('~'),
    by: combined.length === 0 ? '' : kept.join('~'),
    country: (isUnnamed ? places : listed.country).join('~'),
    coverage: all('coverage')[0] ?? '',
    members: all('members')[0] ?? '',
    source: sourcesOf(listed.source, order).join('~'),
    tab: all('tab')[0] ?? '',
    time: timeOf(all('from')[0] ?? '', all('to')[0] ?? ''),
    transform: all('transform')[0] ?? '',
    weight: all('weight')[0] ?? '',
  };
  return Object.entries(parameters)
    .filter(([, value]) => value !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${encodeValue(value)}`)
    .join('&');
}

/** The ticked and typed values of a query, by the form's names. Nothing ticked means everything on file. */
export function formState(query: Query): ReadonlyMap<string, readonly string[]> {
  const { from, to } = query.time;
  const whole = from === to && isWhole(from);
  return new Map([
    ...LISTS.map((name) => [name, query[name]] as const),
    ['basis', intervalOf(query.time) ? [] : [query.basis.join('~')]],
    ['from', from === 'earliest' ? [] : [from]],
    ['to', whole || to === 'latest' ? [] : [to]],
    ['combine', COMBINABLE.filter((axis) => !query.by.includes(axis))],
    ['transform', query.transform ? [formatTransform(query.transform)] : []],
    ['coverage', [formatCoverage(query)].filter(Boolean)],
    ['members', query.members ? [query.members] : []],
    ['weight', query.weight === undefined ? [] : [query.weight]],
    [ORDER, [LISTS.flatMap((name) => query[name]).join('~')].filter(Boolean)],
  ]);
}
