/**
 * A query is a question about one indicator: which areas, origins, breakdowns, sources, periods, and what
 * is kept apart. Its text is the query string of every address; codes are joined by `~`, as analysts know
 * from Our World in Data. Every meaning has one canonical text, so parse and format undo each other.
 */
import { askableBases } from './bases.ts';
import type { Area, Catalogue, Indicator } from './catalogue.ts';
import { LIMITS } from './limits.ts';
import type { Axis } from './measure.ts';
import { ALL } from './observation.ts';
import { oncePer } from './once.ts';
import { encodeValue } from './parameters.ts';
import type { Basis } from './period.ts';
import { YEAR_BASES } from './period.ts';
import { BadQuery, malformed, nearest, tooMany, unknownParameter, unknownValue } from './problem.ts';
import type { TimeSpan } from './time.ts';
import { ALL_TIME, formatTime, intervalOf, parseTime } from './time.ts';

export interface Query {
  readonly indicator: string;
  /** Countries and cities, in the asker's order; empty (and no group): every area with a published figure. */
  readonly country: readonly string[];
  /** Groups of areas: the published figure, and the one computed from members. */
  readonly group: readonly string[];
  /** Counterparts (nationality, origin); empty: all on file. A group here is published and computed too. */
  readonly origin: readonly string[];
  /** Breakdown tuples; empty: all on file. */
  readonly breakdown: readonly string[];
  /** Definitions; empty: all on file. */
  readonly definition: readonly string[];
  /** Sources; empty: all, each its own series. */
  readonly source: readonly string[];
  /** Bases of time that are asked for, main one first; never empty. */
  readonly basis: readonly Basis[];
  readonly time: TimeSpan;
  /** Axes that are kept apart; the others are combined. Sources are always kept apart. */
  readonly by: readonly Axis[];
  /** Least share of members, above 0 to 1, that a combined cell needs. */
  readonly coverage: number;
}

/** The parameters of the grammar, in the order of the canonical text. */
export const QUERY_PARAMETERS = [
  'basis',
  'breakdown',
  'by',
  'country',
  'coverage',
  'definition',
  'group',
  'origin',
  'source',
  'time',
] as const;

const ALL_AXES: readonly Axis[] = ['area', 'origin', 'breakdown', 'source'];

/**
 * What a query means when it names no basis: all bases of the indicator, but of the year bases only the
 * first, because two kinds of year are never put side by side unasked.
 */
export function defaultBases(indicator: Pick<Indicator, 'bases'>): readonly Basis[] {
  const year = indicator.bases.find((basis) => YEAR_BASES.includes(basis));
  return indicator.bases.filter((basis) => !YEAR_BASES.includes(basis) || basis === year);
}

/** The question that an address without parameters asks. */
export const defaultQuery = (indicator: Pick<Indicator, 'id' | 'bases'>): Query => ({
  indicator: indicator.id,
  country: [],
  group: [],
  origin: [],
  breakdown: [],
  definition: [],
  source: [],
  basis: defaultBases(indicator),
  time: ALL_TIME,
  by: ALL_AXES,
  coverage: 1,
});

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Values joined by `~`; a leading `~` marks a single one, as Our World in Data writes it. */
const list = (text: string | undefined): string[] =>
  text === undefined ? [] : unique(text.split('~').filter((part) => part !== ''));

function oneOf<T extends string>(parameter: string, value: string, accepted: readonly T[]): T {
  const found = accepted.find((known) => known === value);
  if (found === undefined) throw new BadQuery(unknownValue(parameter, value, accepted));
  return found;
}

/** Areas by what people call them: code, and name in either language; codes win. */
const areasByText = oncePer((catalogue: Catalogue): ReadonlyMap<string, Area> => {
  const byText = new Map<string, Area>();
  for (const name of ['es', 'en'] as const) {
    for (const area of catalogue.areas) byText.set(area.name[name].toLowerCase(), area);
  }
  for (const area of catalogue.areas) byText.set(area.code.toLowerCase(), area);
  return byText;
});

/** The area that is meant; what is accepted is listed as codes. */
function findArea(catalogue: Catalogue, parameter: string, written: string, kinds: 'places' | 'all'): Area {
  const byText = areasByText(catalogue);
  const area = byText.get(written.toLowerCase());
  const fits = (one: Area): boolean => kinds === 'all' || ['country', 'city', 'group'].includes(one.kind);
  if (area && fits(area)) return area;
  const known = catalogue.areas.filter(fits);
  const codes = known.map((one) => one.code);
  // A name half remembered points to its code too.
  const near = nearest(written, [...codes, ...known.flatMap((one) => [one.name.en, one.name.es])]);
  const meant = near === undefined ? undefined : byText.get(near.toLowerCase())?.code;
  throw new BadQuery(unknownValue(parameter, written, codes, meant));
}

function parseCoverage(text: string | undefined): number {
  if (text === undefined) return 1;
  const value = /^(0?\.\d{1,4}|0\.\d{1,4}|1(\.0+)?)$/.test(text) ? Number(text) : 0;
  if (value > 0 && value <= 1) return value;
  throw new BadQuery(
    malformed('coverage', text, ['1', '0.8'], {
      en: 'coverage is the least share of members that a group needs: above 0, at most 1.',
      es: 'coverage es la proporción mínima de miembros que exige un grupo: más de 0, como máximo 1.',
    }),
  );
}

/**
 * Reads a query. Nothing is ignored: a parameter that is neither of the grammar nor in `alsoAccepted` is refused.
 * @throws BadQuery naming the parameter, what was written and what is accepted
 */
export function parseQuery(
  parameters: ReadonlyMap<string, string>,
  indicator: Indicator,
  catalogue: Catalogue,
  alsoAccepted: readonly string[] = [],
): Query {
  const accepted = [...QUERY_PARAMETERS, ...alsoAccepted];
  for (const name of parameters.keys()) {
    if (!accepted.includes(name)) throw new BadQuery(unknownParameter(name, accepted));
  }
  const [countries, groups] = [list(parameters.get('country')), list(parameters.get('group'))];
  const origins = list(parameters.get('origin'));
  if (countries.length + groups.length > LIMITS.areas || origins.length > LIMITS.areas) {
    const parameter = origins.length > LIMITS.areas ? 'origin' : 'country';
    throw new BadQuery(tooMany(parameter, LIMITS.areas, { en: 'areas', es: 'zonas' }));
  }
  const areas = [
    ...countries.map((text) => findArea(catalogue, 'country', text, 'places')),
    ...groups.map((text) => findArea(catalogue, 'group', text, 'places')),
  ];
  const { basis, time } = parseWhen(parameters, indicator);
  const by = list(parameters.get('by')).map((text) => oneOf('by', text, ALL_AXES));
  const breakdowns = breakdownsOf(catalogue, indicator);
  return {
    indicator: indicator.id,
    country: unique(areas.filter((area) => area.kind !== 'group').map((area) => area.code)),
    group: unique(areas.filter((area) => area.kind === 'group').map((area) => area.code)),
    origin: unique(origins.map((code) => findArea(catalogue, 'origin', code, 'all').code)),
    breakdown: unique(list(parameters.get('breakdown')).map((text) => breakdowns('breakdown', text))),
    definition: list(parameters.get('definition')).map((text) =>
      oneOf(
        'definition',
        text,
        indicator.definitions.map((one) => one.code),
      ),
    ),
    source: list(parameters.get('source'))
      .filter((text) => text !== 'all')
      .map((text) => oneOf('source', text, indicator.sources)),
    basis,
    time,
    by: parameters.has('by') ? ALL_AXES.filter((axis) => axis === 'source' || by.includes(axis)) : ALL_AXES,
    coverage: parseCoverage(parameters.get('coverage')),
  };
}

/** Bases and time. One interval (`2014-10/2015-04`) is of no other basis than its own. */
function parseWhen(
  parameters: ReadonlyMap<string, string>,
  indicator: Indicator,
): Pick<Query, 'basis' | 'time'> {
  const written = parameters.get('time');
  const askable = askableBases(indicator);
  if (written !== undefined && intervalOf({ from: written, to: written })) {
    for (const text of list(parameters.get('basis'))) oneOf('basis', text, ['interval']);
    return { basis: ['interval'], time: parseTime(written, ['interval']) };
  }
  const named = list(parameters.get('basis')).map((text) => oneOf('basis', text, askable));
  const basis = named.length > 0 ? askable.filter((one) => named.includes(one)) : defaultBases(indicator);
  return { basis, time: written === undefined ? ALL_TIME : parseTime(written, basis) };
}

/** A breakdown tuple names codes of different dimensions; they are written in the order of the dimensions. */
function breakdownsOf(
  catalogue: Catalogue,
  indicator: Indicator,
): (parameter: string, text: string) => string {
  const known = new Map(
    catalogue.dimensions.flatMap(({ id, codes }, place) => codes.map((one) => [`${id}=${one.code}`, place])),
  );
  return (parameter, text) => {
    if (text === ALL) return text;
    const pairs = text.split(';');
    const places = new Set(pairs.map((pair) => known.get(pair)));
    if (places.size === pairs.length && !places.has(undefined)) {
      return pairs.sort((a, b) => (known.get(a) ?? 0) - (known.get(b) ?? 0)).join(';');
    }
    const parts = indicator.parts.flatMap((scheme) => scheme.codes);
    throw new BadQuery(unknownValue(parameter, text, unique([ALL, ...parts, ...known.keys()])));
  };
}

/** The canonical query string, without `?`; empty when nothing differs from the default question. */
export function formatQuery(query: Query, indicator: Pick<Indicator, 'bases'>): string {
  const bases = defaultBases(indicator);
  const usual = query.basis.length === bases.length && query.basis.every((basis, i) => basis === bases[i]);
  const text: Record<(typeof QUERY_PARAMETERS)[number], string> = {
    basis: usual || intervalOf(query.time) ? '' : query.basis.join('~'),
    breakdown: query.breakdown.join('~'),
    by: query.by.length === ALL_AXES.length ? '' : query.by.join('~'),
    country: query.country.join('~'),
    coverage: query.coverage === 1 ? '' : String(query.coverage),
    definition: query.definition.join('~'),
    group: query.group.join('~'),
    origin: query.origin.join('~'),
    source: query.source.join('~'),
    time: formatTime(query.time) === formatTime(ALL_TIME) ? '' : formatTime(query.time),
  };
  return QUERY_PARAMETERS.filter((name) => text[name] !== '')
    .map((name) => `${name}=${encodeValue(text[name])}`)
    .join('&');
}
