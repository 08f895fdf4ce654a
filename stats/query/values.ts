/** The values of single parameters of a query: lists, areas by what people call them, breakdowns, coverage, sources. */
import { QUERY_PROBLEMS } from '../wording/problems.ts';
import { DEFAULT_COVERAGE } from '../model/query.ts';
import {
  dimensionCodeText,
  formatDimensionKey,
  parseDimensionKey,
  type DimensionCode,
} from '../model/dimension-key.ts';
import { unique } from '../text.ts';
import { nearest } from '../nearest.ts';
import type { Area, Catalogue, Indicator } from '../model/catalogue.ts';
import { ALL } from '../model/observation.ts';
import { memoizeByObject } from '../memoize.ts';
import { BadQuery, malformed, unknownValue } from '../problem.ts';

/** Values joined by `~`; a leading `~` marks a single one, as Our World in Data writes it. */
export const list = (text: string | undefined): string[] =>
  text === undefined ? [] : unique(text.split('~').filter((part) => part !== ''));

export function parseChoice<T extends string>(parameter: string, value: string, accepted: readonly T[]): T {
  const found = accepted.find((known) => known === value);
  if (found === undefined) throw new BadQuery(unknownValue(parameter, value, accepted));
  return found;
}

/** Areas by what people call them: code, and name in either language; codes win. */
const areasByText = memoizeByObject((catalogue: Catalogue): ReadonlyMap<string, Area> => {
  const byText = new Map<string, Area>();
  for (const name of ['es', 'en'] as const) {
    for (const area of catalogue.areas) byText.set(area.name[name].toLowerCase(), area);
  }
  for (const area of catalogue.areas) byText.set(area.code.toLowerCase(), area);
  return byText;
});

/** The area that is meant; what is accepted is listed as codes. */
export function findArea(
  catalogue: Catalogue,
  parameter: string,
  written: string,
  kinds: 'places' | 'all',
): Area {
  const byText = areasByText(catalogue);
  const area = byText.get(written.toLowerCase());
  const fits = (area: Area): boolean => kinds === 'all' || ['country', 'city', 'group'].includes(area.kind);
  if (area && fits(area)) return area;
  const known = catalogue.areas.filter(fits);
  const codes = known.map((area) => area.code);
  // A name half remembered points to its code too.
  const near = nearest(written, [...codes, ...known.flatMap((area) => [area.name.en, area.name.es])]);
  const code = near === undefined ? undefined : byText.get(near.toLowerCase())?.code;
  throw new BadQuery(unknownValue(parameter, written, codes, code));
}

/** Codes parted by `+`, as Our World in Data once joined them; a `+` reads as a space, and names have spaces. */
const PLUSSED = /^[a-z]{3}(?: [a-z]{3})+$/i;

/** The areas of a list, `HND~SLV` or in the old way `HND+SLV`. */
export const areaTexts = (catalogue: Catalogue, text: string | undefined): string[] =>
  list(text).flatMap((part) =>
    PLUSSED.test(part) && !areasByText(catalogue).has(part.toLowerCase()) ? part.split(' ') : [part],
  );

export function parseCoverage(text: string | undefined): number {
  if (text === undefined) return DEFAULT_COVERAGE;
  const value = /^(0?\.\d{1,4}|0\.\d{1,4}|1(\.0+)?)$/.test(text) ? Number(text) : 0;
  if (value > 0 && value <= 1) return value;
  throw new BadQuery(malformed('coverage', text, ['1', '0.8'], QUERY_PROBLEMS.coverage));
}

/** A breakdown tuple names codes of different dimensions; they are written in the order of the dimensions. */
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

/** The value of `source=` that stands for the first source with figures, area by area. */
export const PREFERRED = 'preferred';

/**
 * The sources that are asked for. `all` says nothing more than no list; `preferred` stands alone, and says
 * nothing where there is but one source.
 */
export function parseSources(text: string | undefined, { sources }: Indicator): string[] {
  const named = list(text);
  const alone = named.find((source) => source === 'all' || source === PREFERRED);
  if (alone === undefined)
    return named.map((source) => parseChoice('source', source, [...sources, 'all', PREFERRED]));
  if (named.length === 1) return alone === PREFERRED && sources.length > 1 ? [PREFERRED] : [];
  throw new BadQuery(
    malformed('source', text ?? '', [alone, ...sources], QUERY_PROBLEMS.notWithOthers(alone)),
  );
}
