/** The question of three or more indicators: their places, and what the form names. */
import { codesBelow } from '#stats/model/area-overlap.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { seriesOfSide, sharedOf, yearsByPlace, type YearsByPlace } from '#stats/pairing/partners.ts';
import { formatSides, type Side } from '#stats/query/several.ts';
import { unique } from '#stats/text.ts';
import { readSides, searchOfEntries, type QuestionReading } from './time-search.ts';

/** The most places that a page of several indicators opens with: each is a line of every panel. */
const MOST_LINES = 4;

const yearsOf = ({ onFile }: QuestionReading, sides: readonly Side[]): YearsByPlace[] =>
  sides.map((side) => yearsByPlace(seriesOfSide(onFile.get(side.indicator.id) ?? [], side), side.place));

/** The places that the first side shares with every other, in the order of the catalogue. */
export function placesOfAll(reading: QuestionReading, sides: readonly Side[]): string[] {
  const [first, ...others] = yearsOf(reading, sides);
  if (!first) return [];
  const shared = others.map((other) => new Set(sharedOf(first, other).places));
  return reading.catalogue.areas
    .map(({ code }) => code)
    .filter((code) => !code.startsWith('_') && shared.every((places) => places.has(code)));
}

/** The whole address of a question of three or more: without places or a time it opens with a few places. */
export function severalSearch(reading: QuestionReading, sides: readonly Side[]): string {
  const { catalogue } = reading;
  const whole = formatSides(sides, catalogue);
  const isOpen = sides.every(
    ({ query, place }) =>
      (place === 'area' ? query.country.length + query.group.length : query.origin.length) === 0,
  );
  if (!isOpen || /(?:^|&)time=/.test(whole)) return whole;
  const places = placesOfAll(reading, sides).slice(0, MOST_LINES);
  if (places.length === 0) return whole;
  const search = [...whole.split('&'), `country=${places.join('~')}`].sort().join('&');
  const settled = readSides(search, catalogue);
  return settled ? formatSides(settled, catalogue) : whole;
}

/** The indicators that a form names: two, and those that were added. */
export const indicatorsOfForm = (given: ReadonlyMap<string, string>): string[] =>
  unique(
    [...given]
      .filter(([name, id]) => id !== '' && (name === 'up' || name === 'across' || name.startsWith('also')))
      .map(([, id]) => id),
  );

/** The address that a form of three or more asks for; null if it names fewer, or one that is not known. */
export function severalFromForm(reading: QuestionReading, given: ReadonlyMap<string, string>): string | null {
  const ids = indicatorsOfForm(given);
  if (ids.length < 3) return null;
  const shared = (['country', 'group', 'members', 'time'] as const).flatMap((name) => {
    const text = given.get(name) ?? '';
    return text === '' ? [] : [[name, text] as const];
  });
  const sides = readSides(searchOfEntries([['indicators', ids.join('~')], ...shared]), reading.catalogue);
  return sides && severalSearch(reading, sides);
}

/** The lists of places to choose from: groups whose members have figures, then single places. */
export function placeLists(
  catalogue: Catalogue,
  shared: readonly string[],
): { readonly codes: readonly string[]; readonly group: string | null }[] {
  const areas = new Map(catalogue.areas.map((area) => [area.code, area]));
  const groups = catalogue.areas.flatMap(({ code, kind }) => {
    if (kind !== 'group') return [];
    const below = codesBelow(code, areas);
    const codes = shared.filter((own) => below.has(own) && areas.get(own)?.kind === 'country');
    return codes.length > 1 && codes.length <= MOST_OF_GROUP ? [{ codes, group: code }] : [];
  });
  // Groups with the same members on file are one choice.
  const byCodes = new Map(groups.map((list) => [list.codes.join('~'), list]));
  return [...byCodes.values(), ...shared.map((code) => ({ codes: [code], group: null }))];
}

/** Members of a group that still make panels that can be read. */
const MOST_OF_GROUP = 12;
