/**
 * A query about several indicators. Areas, groups and time are shared by all; a parameter for a single
 * indicator has its number: `breakdown.2=border=southwest` is the breakdown of the second, and `country.2=USA` its
 * areas (or groups) instead of the shared ones. Parsing and formatting are inverses, as for one indicator.
 *
 * @example indicators=homicide-rate~gini-index&time=2014
 * @example indicators=homicide-rate~border-encounters&basis.2=us-fiscal-year&place.2=origin&time=2014
 */
import { QUERY_PROBLEMS, UNITS_OF_LIMITS } from '../wording/problems.ts';
import { unique } from '../text.ts';
import { list } from './values.ts';
import { nearest } from '../nearest.ts';
import type { Catalogue, Indicator } from '../model/catalogue.ts';
import { LIMITS } from '../limits.ts';
import { encodeValue, parseParameters } from '../query-string.ts';
import { BadQuery, malformed, tooMany, unknownParameter, unknownValue } from '../problem.ts';
import { formatQuery, parseQuery } from './query.ts';
import { withoutAliases } from './owid-aliases.ts';
import { intervalOf } from '../time/time-range.ts';
import { ownOrigins, sharedPlaces, sharedTime } from './shared.ts';
import type { Query } from '../model/query.ts';

/** The area by which figures are paired: where it happened, or where people come from. */
export const PLACES = ['area', 'origin'] as const;
export type PlaceAxis = (typeof PLACES)[number];

export interface Side {
  readonly indicator: Indicator;
  readonly place: PlaceAxis;
  readonly query: Query;
}

/** Parameters shared by all sides, including groups and their members. */
const SHARED = ['country', 'group', 'members', 'time'] as const;
/**
 * Parameters of one side, with its number. `by` and `coverage` are not among them: they combine areas, and
 * areas are what is paired.
 */
const OWN = [
  'basis',
  'breakdown',
  'country',
  'definition',
  'origin',
  'source',
  'transform',
  'weight',
] as const;

type Own = (typeof OWN)[number];
const isOfAreas = (name: string): boolean => name === 'country' || name === 'group';
const isOwn = (name: string): name is Own => (OWN as readonly string[]).includes(name);

/** Every parameter that a query about this many indicators accepts. */
const compareParameters = (sides: number): string[] => [
  'indicators',
  ...SHARED,
  ...Array.from({ length: sides }, (_, i) => [...OWN, 'place'].map((name) => `${name}.${i + 1}`)).flat(),
];

/** Whether `time=` is a single interval, which has its own basis. */
const isInterval = (time: string | undefined): boolean =>
  time !== undefined && intervalOf({ from: time, to: time }) !== null;

/**
 * The defaults of an indicator: the breakdown, definition, basis and origin that its page opens with, and for
 * each area its preferred source. So each area has one figure.
 */
function usualOf({ opening }: Indicator, place: PlaceAxis, time: string | undefined): Map<string, string> {
  const opened = parseParameters(opening ?? '');
  const usual = [...opened].filter(
    ([name, value]) =>
      isOwn(name) &&
      name !== 'country' &&
      name !== 'source' &&
      name !== 'weight' &&
      !(name === 'basis' && isInterval(time)) &&
      !(name === 'origin' && (place === 'origin' || value.includes('~'))),
  );
  return new Map([['source', 'preferred'], ...usual]);
}

/** An indicator that opens with several origins is paired by origin. */
const usualPlace = ({ opening }: Indicator): PlaceAxis =>
  parseParameters(opening ?? '')
    .get('origin')
    ?.includes('~') === true
    ? 'origin'
    : 'area';

/** The named indicators; each may occur only once. @throws BadQuery */
function parseIndicators(text: string | undefined, catalogue: Catalogue): Indicator[] {
  const named = list(text);
  const known = catalogue.indicators.map((indicator) => indicator.id);
  if (named.length < 2) {
    throw new BadQuery(
      malformed(
        'indicators',
        text ?? '',
        ['indicators=homicide-rate~gini-index'],
        QUERY_PROBLEMS.twoIndicators,
      ),
    );
  }
  if (named.length > LIMITS.indicators) {
    throw new BadQuery(tooMany('indicators', LIMITS.indicators, UNITS_OF_LIMITS.indicators));
  }
  return named.map((id) => {
    const found = catalogue.indicators.find((indicator) => indicator.id === id);
    if (!found) throw new BadQuery(unknownValue('indicators', id, known, nearest(id, known)));
    return found;
  });
}

/**
 * Parses the query. Nothing is ignored.
 * @throws BadQuery with the parameter, and its number if it belongs to one side
 */
export function parseSides(
  given: ReadonlyMap<string, string>,
  catalogue: Catalogue,
  alsoAccepted: readonly string[] = [],
): Side[] {
  const parameters = withoutAliases(given);
  const indicators = parseIndicators(parameters.get('indicators'), catalogue);
  const accepted = [...compareParameters(indicators.length), ...alsoAccepted];
  for (const name of parameters.keys()) {
    if (!accepted.includes(name)) throw new BadQuery(unknownParameter(name, accepted));
  }
  return indicators.map((indicator, i) => {
    const written = parameters.get(`place.${i + 1}`);
    const place = PLACES.find((axis) => axis === (written ?? usualPlace(indicator)));
    if (!place || (place === 'origin' && !indicator.counterpartRole)) {
      const known = indicator.counterpartRole ? PLACES : ['area'];
      throw new BadQuery(unknownValue(`place.${i + 1}`, written ?? '', known));
    }
    const own = usualOf(indicator, place, parameters.get('time'));
    for (const name of OWN) {
      const value = parameters.get(`${name}.${i + 1}`);
      if (value !== undefined) own.set(name, value);
    }
    for (const name of SHARED) {
      const value = parameters.get(name);
      if (value === undefined) continue;
      // A side with areas of its own has none of the shared ones.
      if (isOfAreas(name) && place === 'area' && parameters.has(`country.${i + 1}`)) continue;
      if (name === 'time' || name === 'members' || place === 'area') own.set(name, value);
      else own.set('origin', [own.get('origin') ?? '', value].filter(Boolean).join('~'));
    }
    try {
      return { indicator, place, query: parseQuery(own, indicator, catalogue) };
    } catch (error) {
      const named = (name: string): string[] => list(parameters.get(`${name}.${i + 1}`));
      throw error instanceof BadQuery ? numbered(error, i + 1, place, named) : error;
    }
  });
}

/**
 * A problem of one side, with the name that its parameter has in the URL. A problem about an area or an origin is
 * reported for the parameter that contains it: what the side does not name itself is shared.
 */
function numbered(
  error: BadQuery,
  side: number,
  place: PlaceAxis,
  named: (name: string) => readonly string[],
): BadQuery {
  const { parameter, value } = error.problem;
  if (parameter === null) return error;
  const isOwnValue = (name: string): boolean => named(name).includes(value ?? '');
  if (
    (SHARED as readonly string[]).includes(parameter) &&
    !(parameter === 'country' && isOwnValue('country'))
  )
    return error;
  const ofAll = parameter === 'origin' && place === 'origin' && !isOwnValue('origin');
  const name = ofAll ? 'country' : `${parameter}.${side}`;
  return new BadQuery({ ...error.problem, parameter: name });
}

/** The areas that all sides share: those of the first side by area, if the sides by origin end in them too. */
function sharedAreas(sides: readonly Side[]): Pick<Query, 'country' | 'group'> {
  const origins = sides.flatMap((side) => (side.place === 'origin' ? [side.query.origin] : []));
  const ofAreas = sides.find((side) => side.place === 'area')?.query;
  if (!ofAreas) return { country: sharedPlaces(origins), group: [] };
  const { country, group } = ofAreas;
  const shared = [...country, ...group];
  const isRestored = (list: readonly string[]): boolean =>
    isSame(unique([...ownOrigins(list, shared), ...shared]), list);
  return shared.length === 0 || origins.every(isRestored) ? { country, group } : { country: [], group: [] };
}

/** The canonical text: what differs from the default query, in alphabetical order. */
export function formatSides(sides: readonly Side[], catalogue: Catalogue): string {
  const texts = new Map<string, string>([['indicators', sides.map((side) => side.indicator.id).join('~')]]);
  const time = sharedTime(sides.map((side) => side.query));
  if (time !== null) texts.set('time', time);
  const { country, group } = sharedAreas(sides);
  const shared = [...country, ...group];
  if (country.length > 0) texts.set('country', country.join('~'));
  if (group.length > 0) texts.set('group', group.join('~'));
  if (sides.some((side) => side.query.members === 'today')) texts.set('members', 'today');
  sides.forEach(({ indicator, place, query }, i) => {
    const areas = [...query.country, ...query.group];
    if (place === 'area' && !isSame(areas, shared)) texts.set(`country.${i + 1}`, areas.join('~'));
    const usual = parseQuery(usualOf(indicator, place, time ?? undefined), indicator, catalogue);
    const asked = parseParameters(formatQuery(query, indicator));
    const usualTexts = parseParameters(formatQuery(usual, indicator));
    for (const name of OWN) {
      // Areas are shared unless they are written above; by origin, they narrow where it happened.
      if (name === 'country' && place === 'area') continue;
      const value =
        name === 'country'
          ? areas.join('~')
          : name === 'origin' && place === 'origin'
            ? ownOrigins(query.origin, shared).join('~')
            : (asked.get(name) ?? '');
      if (value !== (usualTexts.get(name) ?? '')) texts.set(`${name}.${i + 1}`, value || EVERYTHING[name]);
    }
    if (place !== usualPlace(indicator)) texts.set(`place.${i + 1}`, place);
  });
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${encodeValue(value)}`)
    .join('&');
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((code, i) => code === b[i]);

/** The value with which a parameter asks for everything, if the default is less. */
const EVERYTHING: Readonly<Record<Own, string>> = {
  basis: '',
  breakdown: '',
  country: '',
  definition: '',
  origin: '',
  source: 'all',
  transform: '',
  weight: '',
};
