/**
 * Parameters from Our World in Data that are called differently here, or that ask for what is always the case
 * here. They are accepted but never written: canonical URLs use our names. A value for something that we do
 * not have (a log scale, facets) is refused with the accepted values.
 */
import { QUERY_PROBLEMS } from '../wording/problems.ts';
import { BadQuery, malformed, unknownValue } from '../problem.ts';

/** The meaning of an alias: one of our parameters with its value, or null if it changes nothing. */
type Meaning = readonly [parameter: string, value: string] | null;

const VALUES: Readonly<Record<string, Readonly<Record<string, Meaning>>>> = {
  // One panel per entity: definitions and bases have separate panels anyway.
  facet: { none: null },
  stackMode: { absolute: null, relative: ['transform', 'share-of-total'] },
  useColumnShortNames: { true: null },
  v: { 1: null },
  xScale: { linear: null },
  yScale: { linear: null },
};

/** Parameters that only have another name. */
const NAMES: Readonly<Record<string, string>> = { year: 'time' };

const owned = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

function meaningOf(name: string, value: string): Meaning | undefined {
  const renamed = owned(NAMES, name);
  if (renamed !== undefined) return [renamed, value];
  const values = owned(VALUES, name);
  if (!values) return undefined;
  const meaning = owned(values, value);
  if (meaning === undefined) throw new BadQuery(unknownValue(name, value, Object.keys(values)));
  return meaning;
}

/**
 * The parameters under our own names.
 * @throws BadQuery for a value without a meaning here, and if an alias is used together with our own name
 * @example withoutAliases('year=2014&yScale=linear') -> 'time=2014'
 */
export function withoutAliases(parameters: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  for (const [name, value] of parameters) {
    const meaning = meaningOf(name, value);
    if (meaning === null) continue;
    const [ours, meant] = meaning ?? [name, value];
    if (meaning && parameters.has(ours)) {
      throw new BadQuery(malformed(name, value, [`${ours}=${meant}`], QUERY_PROBLEMS.sameAs(name, ours)));
    }
    own.set(ours, meant);
  }
  return own;
}
