/**
 * Parameters that analysts know from Our World in Data and that mean something we have another name for, or
 * what an answer is in any case. They are read and never written: the canonical address has our names. Values
 * that would need what we do not have (a log scale, facets) are refused, naming those that are accepted.
 */
import { QUERY_PROBLEMS } from '../wording/problems.ts';
import { BadQuery, malformed, unknownValue } from '../problem.ts';

/** What an alias means: a parameter of ours with its value, or nothing beyond what holds anyway. */
type Meaning = readonly [parameter: string, value: string] | null;

const VALUES: Readonly<Record<string, Readonly<Record<string, Meaning>>>> = {
  // Panels for each entity: each definition and basis has its own anyway.
  facet: { none: null },
  stackMode: { absolute: null, relative: ['transform', 'share-of-total'] },
  useColumnShortNames: { true: null },
  v: { 1: null },
  xScale: { linear: null },
  yScale: { linear: null },
};

/** Whole parameters under another name. */
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
 * The parameters in our own names.
 * @throws BadQuery for a value that means nothing here, and where an alias and our own name stand together
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
