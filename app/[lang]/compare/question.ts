/**
 * The question of the page Compare: an address without a year or a place, and a submitted form, lead to the whole
 * address of a question that has an answer.
 */
import { siteData } from '#app/_data/data.ts';
import type { PageContext } from '#app/_views/page/page-context.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { seriesOfSide, sharedOf, yearsByPlace } from '#stats/pairing/partners.ts';
import { parseParameters } from '#stats/query-string.ts';
import { choicesOn, SIDE_CHOICES, type SideChoice } from '#stats/query/settle-side.ts';
import { formatSides, PLACES, type Side } from '#stats/query/several.ts';
import { indicatorsOfForm, severalFromForm, severalSearch } from './several-search.ts';
import {
  BESIDE,
  readSides,
  searchOfEntries,
  timeSearch,
  type QuestionReading,
  type TimeWish,
} from './time-search.ts';

/** The values of `view=`; the first is the default. */
export const VIEWS = ['places', 'time'] as const;

/** The indicators that the page opens with, if the release has both; else its first two indicators. */
const OPENING = ['homicide-rate', 'gini-index'];
/** Fewer points than this are better read over time. */
const LEAST_POINTS = 5;
/** The most places that a comparison over time opens with. */
const MOST_LINES = 4;

const pairSearch = (catalogue: Catalogue, up: string | null, across: string | null): string => {
  const ids = catalogue.indicators.map(({ id }) => id);
  const known = [...(OPENING.every((id) => ids.includes(id)) ? OPENING : []), ...ids];
  const first = up ?? known[0] ?? '';
  return searchOfEntries([['indicators', `${first}~${across ?? known.find((id) => id !== first) ?? ''}`]]);
};

/** The whole address of a question; null if the page shows it, or its error, as it is. */
export async function wholeQuestion(
  place: PageContext,
  catalogue: Catalogue,
  given: ReadonlyMap<string, string>,
): Promise<string | null> {
  const onFile = await siteData.loadYearsOnFile(place.release.version);
  const reading: QuestionReading = { place, catalogue, onFile };
  const value = (name: string): string | null => given.get(name) || null;
  const named = [...given.keys()].filter((name) => !BESIDE.includes(name));
  if (given.has('form')) return fromForm(reading, given);
  if (named.length === 0) return settled(reading, pairSearch(catalogue, null, null), value('view'));
  if (named.length === 1 && given.has('up')) {
    const up = value('up');
    return settled(reading, bestPair(reading, up) ?? pairSearch(catalogue, up, null), value('view'));
  }
  if (!given.has('indicators')) return null;
  const search = searchOfEntries([...given].filter(([name]) => !BESIDE.includes(name)));
  const sides = readSides(search, catalogue);
  if (!sides || given.has('time')) return null;
  // Another name of the parameter asks for a time as well.
  const whole = formatSides(sides, catalogue);
  if (parseParameters(whole).has('time')) return whole;
  // Over time each side has its places and its source: with all of them nothing could be read.
  const isSettled = sides.every((side) => placesOf(side).length > 0 && side.query.source.length > 0);
  if (value('view') === 'time' && isSettled) return null;
  return settled(reading, search, value('view'));
}

/** A link from an indicator's page names only that indicator: beside it stands the opening one. */
function bestPair({ catalogue }: QuestionReading, up: string | null): string | null {
  const other = OPENING.find((id) => id !== up && catalogue.indicators.some((known) => known.id === id));
  return up === null || other === undefined ? null : pairSearch(catalogue, up, other);
}

/** Across places where enough places share a year, otherwise over time. */
function settled(reading: QuestionReading, search: string, view: string | null): string | null {
  const sides = readSides(search, reading.catalogue);
  if (!sides) return null;
  if (sides.length !== 2) return severalSearch(reading, sides);
  const best = view === 'time' ? null : bestYear(reading, sides);
  const asked = sides.some(({ query }) => query.country.length + query.group.length > 0);
  if (
    best &&
    (best.places >= LEAST_POINTS || view === 'places' || (asked && view === null && best.places > 1))
  )
    return [...formatSides(sides, reading.catalogue).split('&'), `time=${best.year}`].sort().join('&');
  return overTime(reading, sides);
}

/** The year in which most places have both, the newest of equals; null if there is none. */
function bestYear(
  { onFile }: QuestionReading,
  sides: readonly Side[],
): { readonly year: number; readonly places: number } | null {
  const [a, b] = sides.map((side) =>
    yearsByPlace(seriesOfSide(onFile.get(side.indicator.id) ?? [], side), side.place),
  );
  if (!a || !b) return null;
  const only = sides.find(({ place }) => place === 'area')?.query;
  const { places } = sharedOf(a, b, [...(only?.country ?? []), ...(only?.group ?? [])]);
  const counts = new Map<number, number>();
  for (const code of places)
    for (const year of a.get(code) ?? [])
      if (b.get(code)?.has(year)) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [best] = [...counts].sort(([x, n], [y, m]) => m - n || y - x);
  return best ? { year: best[0], places: best[1] } : null;
}

/** The places that each side names, on its axis. */
const placesOf = ({ place, query }: Side): readonly string[] =>
  place === 'area' ? [...query.country, ...query.group] : query.origin;

/** The first place that an indicator's own page opens with, if it names any. */
const openingPlaces = ({ indicator: { opening }, place }: Side): readonly string[] =>
  (parseParameters(opening ?? '').get(place === 'area' ? 'country' : 'origin') ?? '')
    .split('~')
    .filter((code) => code !== '')
    .slice(0, 1);

/**
 * Over time each side has one place, or the few places that both share; its source, basis, breakdown and origin are
 * written into the address, so that the reader sees and can change them.
 */
function overTime(reading: QuestionReading, sides: readonly Side[]): string | null {
  const { catalogue, onFile } = reading;
  const series = sides.map((side) => seriesOfSide(onFile.get(side.indicator.id) ?? [], side));
  const years = sides.map((side, i) => yearsByPlace(series[i] ?? [], side.place));
  const named = sides.map(placesOf);
  const order = new Map(catalogue.areas.map(({ code }, i) => [code, i]));
  const [a, b] = years;
  const shared =
    named.every((codes) => codes.length === 0) && a && b
      ? sharedOf(a, b)
          .places.filter((code) => order.has(code) && !code.startsWith('_'))
          .toSorted((x, y) => (order.get(x) ?? 0) - (order.get(y) ?? 0))
          .slice(0, MOST_LINES)
      : [];
  // One place in common is mostly the only one that a side has: then each side has its own.
  const isShared = shared.length > 1;
  const wishes = sides.map((side, i) => ({
    side,
    places: isShared ? shared : named[i]?.length ? named[i] : openingPlaces(side),
  }));
  return timeSearch(
    reading,
    wishes.map(({ side, places }) => ({
      indicator: side.indicator,
      axis: side.place,
      places,
      wanted: wantedOf(side),
    })),
  );
}

const only = (codes: readonly string[]): string | undefined => (codes.length === 1 ? codes[0] : undefined);

/** What a side names besides its places. */
function wantedOf({ place, query }: Side): Partial<Record<SideChoice, string>> {
  const source = only(query.source);
  return defined({
    origin: place === 'area' ? only(query.origin) : undefined,
    country: place === 'origin' ? only([...query.country, ...query.group]) : undefined,
    breakdown: only(query.breakdown),
    definition: only(query.definition),
    basis: only(query.basis),
    source: source === 'preferred' ? undefined : source,
  });
}

const defined = (
  values: Readonly<Record<SideChoice, string | undefined>>,
): Partial<Record<SideChoice, string>> =>
  Object.fromEntries(Object.entries(values).filter(([, code]) => code !== undefined));

/** A submitted form: two indicators, and for each its place and what else it names. */
function fromForm(reading: QuestionReading, given: ReadonlyMap<string, string>): string | null {
  const { catalogue } = reading;
  const value = (name: string): string | null => given.get(name) || null;
  const several = severalFromForm(reading, given);
  if (several !== null) return several;
  const named = indicatorsOfForm(given);
  const ids = [named[0] ?? null, named[1] ?? value('across')];
  const indicators = ids.map((id) => catalogue.indicators.find((known) => known.id === id));
  const [first, second] = indicators;
  if (!first || !second || first.id === second.id)
    return settled(reading, pairSearch(catalogue, ids[0] ?? null, null), null);
  const before = readSides(value('was') ?? '', catalogue);
  if (value('view') !== 'time') {
    const shared = (['country', 'group', 'members', 'time'] as const).flatMap((name) => {
      const text = value(name);
      return text === null ? [] : [[name, text] as const];
    });
    const own = formOfPlaces(given, [first, second], before);
    const search = searchOfEntries([['indicators', `${first.id}~${second.id}`], ...shared, ...own]);
    const plain = searchOfEntries([['indicators', `${first.id}~${second.id}`], ...shared]);
    const kept = readSides(search, catalogue) ? search : plain;
    const sides = readSides(kept, catalogue);
    if (!sides) return kept;
    // A year is kept where several places have both; a single dot says less than two lines over time.
    return given.get('time') && (bestYear(reading, sides)?.places ?? 0) > 1
      ? formatSides(sides, catalogue)
      : settled(reading, kept, null);
  }
  return timeSearch(
    reading,
    [first, second].map((indicator, i) => wishOf(given, indicator, i, before)),
  );
}

/** What the form names for a side across places, if its indicator is still the same. */
const formOfPlaces = (
  given: ReadonlyMap<string, string>,
  indicators: readonly Indicator[],
  before: readonly Side[] | null,
): (readonly [string, string])[] =>
  indicators.flatMap((indicator, i) =>
    before?.[i]?.indicator.id === indicator.id
      ? (['place', ...SIDE_CHOICES] as const).flatMap((name) => {
          const text = given.get(`${name}.${i + 1}`);
          return text === undefined || text === '' ? [] : [[`${name}.${i + 1}`, text] as const];
        })
      : [],
  );

/** What the form names for a side over time. A new indicator keeps the place, and nothing else. */
function wishOf(
  given: ReadonlyMap<string, string>,
  indicator: Indicator,
  i: number,
  before: readonly Side[] | null,
): TimeWish {
  const old = before?.[i];
  const [axis = 'area', codes = ''] = (given.get(`where.${i + 1}`) ?? '').split(':');
  const places = codes === '' ? [] : codes.split('~');
  const known =
    PLACES.find((name) => name === axis && (name === 'area' || indicator.counterpartRole)) ?? 'area';
  if (old?.indicator.id !== indicator.id) return { indicator, axis: known, places, wanted: {} };
  const was = wantedOf(old);
  const wanted = Object.fromEntries(
    choicesOn(known).flatMap((choice) => {
      const text = given.get(`${choice}.${i + 1}`);
      return text ? [[choice, text]] : [];
    }),
  ) as Partial<Record<SideChoice, string>>;
  const changed = choicesOn(known).filter(
    (choice) => wanted[choice] !== undefined && wanted[choice] !== was[choice],
  );
  return { indicator, axis: known, places, wanted, changed };
}
