/** Parses the values of single parameters of a query: lists, areas by name, breakdowns, coverage, sources. */
import { QUERY_PROBLEMS } from '../wording/problems.ts';
import { DEFAULT_COVERAGE } from '../default-coverage.ts';
import type { Query } from '../model/query.ts';
import {
  dimensionCodeText,
  formatDimensionKey,
  parseDimensionKey,
  type DimensionCode,
} from '../model/dimension-key.ts';
import { unique } from '../text.ts';
import { nearest } from '../nearest.ts';
import { isPlace, isSubnational, type Area, type Catalogue, type Indicator } from '../model/catalogue.ts';
import { ALL } from '../model/observation.ts';
import { memoizeByObject } from '../memoize.ts';
import { BadQuery, malformed, unknownValue } from '../problem.ts';

/** Values joined by `~`; a leading `~` marks a single value, as Our World in Data writes it. */
export const list = (text: string | undefined): string[] =>
  text === undefined ? [] : unique(text.split('~').filter((part) => part !== ''));

export function parseChoice<T extends string>(parameter: string, value: string, accepted: readonly T[]): T {
  const found = accepted.find((known) => known === value);
  if (found === undefined) throw new BadQuery(unknownValue(parameter, value, accepted));
  return found;
}

/** Areas by code and by name in either language. Codes take precedence. */
const areasByText = memoizeByObject((catalogue: Catalogue): ReadonlyMap<string, Area> => {
  const byText = new Map<string, Area>();
  for (const name of ['es', 'en'] as const) {
    for (const area of catalogue.areas) {
      const text = area.name[name].toLowerCase();
      // Granada is the country, though a department may have the same name.
      if (!isSubnational(area.kind) || !byText.has(text)) byText.set(text, area);
    }
  }
  for (const area of catalogue.areas) byText.set(area.code.toLowerCase(), area);
  return byText;
});

/** The area that a text names. The problem lists the accepted areas as codes. */
export function findArea(
  catalogue: Catalogue,
  parameter: string,
  written: string,
  kinds: 'places' | 'all',
): Area {
  const byText = areasByText(catalogue);
  const area = byText.get(written.toLowerCase());
  const fits = (area: Area): boolean => kinds === 'all' || isPlace(area.kind) || area.kind === 'group';
  if (area && fits(area)) return area;
  const known = catalogue.areas.filter(fits);
  const codes = known.map((area) => area.code);
  // A misspelt name also suggests its code.
  const near = nearest(written, [...codes, ...known.flatMap((area) => [area.name.en, area.name.es])]);
  const code = near === undefined ? undefined : byText.get(near.toLowerCase())?.code;
  throw new BadQuery(unknownValue(parameter, written, codes, code));
}

/**
 * Codes separated by `+`, as Our World in Data once joined them. A `+` is decoded as a space, and names
 * contain spaces too.
 */
const PLUSSED = /^[a-z]{3}(?: [a-z]{3})+$/i;

/** The areas of a list, `HND~SLV` or in the old form `HND+SLV`. */
export const areaTexts = (catalogue: Catalogue, text: string | undefined): string[] =>
  list(text).flatMap((part) =>
    PLUSSED.test(part) && !areasByText(catalogue).has(part.toLowerCase()) ? part.split(' ') : [part],
  );

/** A share above 0 and at most 1, optionally of the population. @example '0.98:population' */
const COVERAGE = /^(0?\.\d{1,4}|1(?:\.0+)?)(:population)?$/;

/**
 * The minimum coverage of a group. A share of the population is accepted only for indicators with population
 * weights.
 */
export function parseCoverage(
  text: string | undefined,
  indicator: Pick<Indicator, 'id' | 'weight'>,
): Pick<Query, 'coverage' | 'coverageOf'> {
  if (text === undefined) return { coverage: DEFAULT_COVERAGE };
  const [, share = '', of] = COVERAGE.exec(text) ?? [];
  const coverage = Number(share);
  if (!(coverage > 0)) {
    throw new BadQuery(malformed('coverage', text, ['1', '0.8', '0.98:population'], QUERY_PROBLEMS.coverage));
  }
  if (of === undefined) return { coverage };
  if (!indicator.weight) {
    throw new BadQuery(
      malformed('coverage', text, [share], QUERY_PROBLEMS.coverageOfMembers(indicator.id, share)),
    );
  }
  return { coverage, coverageOf: 'population' };
}

/** The value of `coverage=`; empty if it is the default. */
export const formatCoverage = ({ coverage, coverageOf }: Pick<Query, 'coverage' | 'coverageOf'>): string =>
  coverageOf ? `${coverage}:${coverageOf}` : coverage === DEFAULT_COVERAGE ? '' : String(coverage);

/** A breakdown names codes of different dimensions. They are written in the order of the dimensions. */
export function breakdownsOf(
  catalogue: Catalogue,
  indicator: Indicator,
): (parameter: string, text: string) => string {
  const known = new Map(
    catalogue.dimensions.flatMap(({ id, codes }, rank) =>
      codes.map(({ code }) => [dimensionCodeText({ dimension: id, code }), rank]),
    ),
  );
  const rank = (part: DimensionCode): number | undefined => known.get(dimensionCodeText(part));
  return (parameter, text) => {
    if (text === ALL) return text;
    const named = parseDimensionKey(text);
    const ranks = new Set(named.map(rank));
    if (named.length > 0 && ranks.size === named.length && !ranks.has(undefined)) {
      return formatDimensionKey(named.sort((a, b) => (rank(a) ?? 0) - (rank(b) ?? 0)));
    }
    const parts = indicator.parts.flatMap((scheme) => scheme.codes);
    throw new BadQuery(unknownValue(parameter, text, unique([ALL, ...parts, ...known.keys()])));
  };
}

/** The value of `source=` for the first source with figures, area by area. */
export const PREFERRED = 'preferred';

/**
 * The sources of a query. `all` is the same as no list. `preferred` must stand alone, and has no effect if
 * there is only one source.
 */
export function parseSources(text = '', { sources }: Pick<Indicator, 'sources'>): string[] {
  const named = list(text);
  const alone = named.find((source) => source === 'all' || source === PREFERRED);
  if (alone === undefined)
    return named.map((source) => parseChoice('source', source, [...sources, 'all', PREFERRED]));
  if (named.length === 1) return alone === PREFERRED && sources.length > 1 ? [PREFERRED] : [];
  throw new BadQuery(malformed('source', text, [alone, ...sources], QUERY_PROBLEMS.notWithOthers(alone)));
}
