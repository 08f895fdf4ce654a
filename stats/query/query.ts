import { UNITS_OF_LIMITS } from '../wording/problems.ts';
import { unique } from '../text.ts';
import { DEFAULT_COVERAGE } from '../default-coverage.ts';
import { MEMBERSHIPS, type Query, type TransformId } from '../model/query.ts';
import { askableBases } from './time-bases.ts';
import type { Catalogue, Indicator } from '../model/catalogue.ts';
import { LIMITS } from '../limits.ts';
import type { Axis } from '../model/measure.ts';
import { asksForMembers } from './membership.ts';
import { encodeValue } from '../query-string.ts';
import type { Basis } from '../time/period.ts';
import { YEAR_BASES } from '../time/period.ts';
import { BadQuery, tooMany, unknownParameter } from '../problem.ts';
import { withoutAliases } from './owid-aliases.ts';
import {
  areaTexts,
  breakdownsOf,
  findArea,
  formatCoverage,
  list,
  parseChoice,
  parseCoverage,
  parseSources,
} from './values.ts';
import { ALL_TIME, formatTime, intervalOf, parseTime } from '../time/time-range.ts';
import {
  assertBases,
  formatTransform,
  parseTransform,
  assertSeveralPeriods,
  transformIdOf,
} from './transform.ts';
import { basisRefusalOf } from './transform-legality.ts';
import { asksForWeight, parseWeight } from './weight.ts';
/**
 * The parameters of a query, in the order of the canonical text. Frozen: URLs are printed and cited, so names
 * may be added but never removed. Guarded by tests/stats/query/query.test.ts.
 */
export const QUERY_PARAMETERS = [
  'basis',
  'breakdown',
  'by',
  'country',
  'coverage',
  'definition',
  'group',
  'members',
  'origin',
  'source',
  'time',
  'transform',
  'weight',
] as const;

const ALL_AXES: readonly Axis[] = ['area', 'origin', 'breakdown', 'source'];

/**
 * The bases of a query that names none: all bases of the indicator, but only the first of its year bases,
 * because two kinds of year are never shown side by side by default. With a transform, only those that it can
 * work on.
 */
export function defaultBases(
  indicator: Pick<Indicator, 'bases'>,
  transform: TransformId | null = null,
): readonly Basis[] {
  const year = indicator.bases.find((basis) => YEAR_BASES.includes(basis));
  return indicator.bases
    .filter((basis) => !YEAR_BASES.includes(basis) || basis === year)
    .filter((basis) => transform === null || basisRefusalOf(transform, basis) === null);
}

const isSame = (a: readonly Basis[], b: readonly Basis[]): boolean =>
  a.length === b.length && a.every((basis, i) => basis === b[i]);

/** The query of a URL without parameters. */
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
  coverage: DEFAULT_COVERAGE,
  transform: null,
});

/** The query for every row on file of an indicator. Only here are both kinds of year included. */
export const fullQuery = (indicator: Pick<Indicator, 'id' | 'bases'>): Query => ({
  ...defaultQuery(indicator),
  basis: indicator.bases,
});

/**
 * Parses a query. Nothing is ignored: a parameter that is neither ours nor in `alsoAccepted` is refused.
 * @throws BadQuery with the parameter, its value and what is accepted
 */
export function parseQuery(
  given: ReadonlyMap<string, string>,
  indicator: Indicator,
  catalogue: Catalogue,
  alsoAccepted: readonly string[] = [],
): Query {
  const parameters = withoutAliases(given);
  const accepted = [...QUERY_PARAMETERS, ...alsoAccepted];
  for (const name of parameters.keys()) {
    if (!accepted.includes(name)) throw new BadQuery(unknownParameter(name, accepted));
  }
  const [countries, groups] = [
    areaTexts(catalogue, parameters.get('country')),
    areaTexts(catalogue, parameters.get('group')),
  ];
  const origins = areaTexts(catalogue, parameters.get('origin'));
  if (countries.length + groups.length > LIMITS.areas || origins.length > LIMITS.areas) {
    const longer = countries.length < groups.length ? 'group' : 'country';
    const parameter = origins.length > LIMITS.areas ? 'origin' : longer;
    throw new BadQuery(tooMany(parameter, LIMITS.areas, UNITS_OF_LIMITS.areas));
  }
  const areas = [
    ...countries.map((text) => findArea(catalogue, 'country', text, 'places')),
    ...groups.map((text) => findArea(catalogue, 'group', text, 'places')),
  ];
  const { basis, time, transform } = parseWhen(parameters, indicator, catalogue);
  const by = list(parameters.get('by')).map((text) => parseChoice('by', text, ALL_AXES));
  const breakdowns = breakdownsOf(catalogue, indicator);
  const query: Query = {
    indicator: indicator.id,
    country: unique(areas.filter((area) => area.kind !== 'group').map((area) => area.code)),
    group: unique(areas.filter((area) => area.kind === 'group').map((area) => area.code)),
    origin: unique(origins.map((code) => findArea(catalogue, 'origin', code, 'all').code)),
    breakdown: unique(list(parameters.get('breakdown')).map((text) => breakdowns('breakdown', text))),
    definition: list(parameters.get('definition')).map((text) =>
      parseChoice(
        'definition',
        text,
        indicator.definitions.map((definition) => definition.code),
      ),
    ),
    source: parseSources(parameters.get('source'), indicator),
    basis,
    time,
    by: parameters.has('by') ? ALL_AXES.filter((axis) => axis === 'source' || by.includes(axis)) : ALL_AXES,
    ...parseCoverage(parameters.get('coverage'), indicator),
    transform,
  };
  return { ...query, ...parseGroups(parameters, query, indicator, catalogue) };
}

/**
 * The members and the weights of groups. Both are omitted if the query has no groups, because they would have
 * no effect.
 */
function parseGroups(
  parameters: ReadonlyMap<string, string>,
  query: Query,
  indicator: Indicator,
  catalogue: Catalogue,
): Pick<Query, 'members' | 'weight'> {
  const members = parseChoice('members', parameters.get('members') ?? MEMBERSHIPS[0], MEMBERSHIPS);
  const weight = parseWeight(parameters.get('weight'), indicator, catalogue);
  return {
    ...(members === 'today' && asksForMembers(query, catalogue) && { members }),
    ...(weight !== undefined && asksForWeight(query) && { weight }),
  };
}

/**
 * Bases, time and transform, which depend on each other: a year belongs to a basis, and a transform works on
 * some bases only. A single interval (`2014-10/2015-04`) has its own basis.
 */
function parseWhen(
  parameters: ReadonlyMap<string, string>,
  indicator: Indicator,
  catalogue: Catalogue,
): Pick<Query, 'basis' | 'time' | 'transform'> {
  const [timeText, transformText] = [parameters.get('time'), parameters.get('transform')];
  const id = transformText === undefined ? null : transformIdOf(transformText, indicator);
  const isInterval = timeText !== undefined && intervalOf({ from: timeText, to: timeText }) !== null;
  const basis = isInterval ? intervalBasis(parameters) : parseBases(parameters.get('basis'), indicator, id);
  const time = timeText === undefined ? ALL_TIME : parseTime(timeText, basis);
  const transform =
    transformText === undefined ? null : parseTransform(transformText, indicator, basis, catalogue);
  assertSeveralPeriods(transform, time);
  return { basis, time, transform };
}

function intervalBasis(parameters: ReadonlyMap<string, string>): readonly Basis[] {
  for (const text of list(parameters.get('basis'))) parseChoice('basis', text, ['interval']);
  return ['interval'];
}

/** The bases in their fixed order. Naming the default bases is the same as naming none. */
function parseBases(
  text: string | undefined,
  indicator: Indicator,
  transform: TransformId | null,
): readonly Basis[] {
  const askable = askableBases(indicator);
  const named = list(text).map((code) => parseChoice('basis', code, askable));
  const bases = askable.filter((basis) => named.includes(basis));
  const usual = defaultBases(indicator);
  if (named.length > 0 && !isSame(bases, usual)) return bases;
  const own = defaultBases(indicator, transform);
  // No basis is left for the transform: the refusal gives the reason.
  if (transform !== null && own.length === 0) assertBases(transform, usual, indicator);
  return own;
}

/** The canonical query string, without `?`; empty if it is the default query. */
export function formatQuery(query: Query, indicator: Pick<Indicator, 'bases'>): string {
  const usual = isSame(query.basis, defaultBases(indicator, query.transform?.id));
  const text: Record<(typeof QUERY_PARAMETERS)[number], string> = {
    basis: usual || intervalOf(query.time) ? '' : query.basis.join('~'),
    breakdown: query.breakdown.join('~'),
    by: query.by.length === ALL_AXES.length ? '' : query.by.join('~'),
    country: query.country.join('~'),
    coverage: formatCoverage(query),
    definition: query.definition.join('~'),
    group: query.group.join('~'),
    members: query.members ?? '',
    origin: query.origin.join('~'),
    source: query.source.join('~'),
    time: formatTime(query.time) === formatTime(ALL_TIME) ? '' : formatTime(query.time),
    transform: query.transform === null ? '' : formatTransform(query.transform),
    weight: query.weight ?? '',
  };
  return QUERY_PARAMETERS.filter((name) => text[name] !== '')
    .map((name) => `${name}=${encodeValue(text[name])}`)
    .join('&');
}
