/** A comparison over time as an address: one series for each side and place, with everything that chose it written out. */
import type { PageContext } from '#app/_views/page/page-context.ts';
import { codesBelow } from '#stats/model/area-overlap.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import type { SeriesWithYears, YearsOnFile } from '#stats/pairing/partners.ts';
import { BadQuery } from '#stats/problem.ts';
import { encodeValue, parseParameters } from '#stats/query-string.ts';
import { codeOfChoice, choicesOn, settleSide, type SideChoice } from '#stats/query/settle-side.ts';
import { formatSides, parseSides, type PlaceAxis, type Side } from '#stats/query/several.ts';

/** Parameters of the page that are not part of the question. */
export const BESIDE = ['release', 'size', 'view'];

/** What a question is read with. */
export interface QuestionReading {
  readonly place: PageContext;
  readonly catalogue: Catalogue;
  readonly onFile: YearsOnFile;
}

/** A query string of parameters. */
export const searchOfEntries = (entries: readonly (readonly [string, string])[]): string =>
  entries.map(([name, value]) => `${name}=${encodeValue(value)}`).join('&');

/** The sides of a search; null if it cannot be read, which the page itself states. */
export function readSides(search: string, catalogue: Catalogue): Side[] | null {
  try {
    return parseSides(parseParameters(search), catalogue, BESIDE);
  } catch (error) {
    if (error instanceof BadQuery) return null;
    throw error;
  }
}

export interface TimeWish {
  readonly indicator: Indicator;
  readonly axis: PlaceAxis;
  readonly places: readonly string[];
  readonly wanted: Partial<Readonly<Record<SideChoice, string>>>;
  readonly changed?: readonly SideChoice[];
}

/**
 * The series of a wish: of its first place, of the members of a group that is computed from them, or, where the
 * indicator has neither, of its own main place.
 */
function seriesFor(
  { catalogue, onFile }: QuestionReading,
  { indicator, axis, places, wanted, changed }: TimeWish,
): { readonly series: SeriesWithYears; readonly isOfPlace: boolean } | null {
  const all = onFile.get(indicator.id) ?? [];
  const [place] = places;
  const settle = (from: readonly SeriesWithYears[], at: string | null): SeriesWithYears | null =>
    settleSide(from, indicator, { axis, place: at, wanted, ...(changed && { changed }) });
  if (place !== undefined) {
    const byCode = new Map(catalogue.areas.map((area) => [area.code, area]));
    const members = codesBelow(place, byCode);
    const ofMembers = all.filter((own) => members.has(axis === 'area' ? own.area : own.counterpart));
    const series = settle(all, place) ?? settle(ofMembers, null);
    if (series) return { series, isOfPlace: true };
  }
  const series = settle(all, null);
  return series && { series, isOfPlace: false };
}

/** The address of a comparison over time, with one series for each side and place. */
export function timeSearch(reading: QuestionReading, wishes: readonly TimeWish[]): string | null {
  const entries: [string, string][] = [['indicators', wishes.map(({ indicator }) => indicator.id).join('~')]];
  wishes.forEach((wish, i) => {
    const { indicator, axis, places } = wish;
    const main = seriesFor(reading, wish);
    if (!main) return;
    const onAxis = axis === 'area' ? main.series.area : main.series.counterpart;
    const codes = main.isOfPlace ? places : [onAxis];
    entries.push([`${axis === 'area' ? 'country' : 'origin'}.${i + 1}`, codes.join('~')]);
    if (indicator.counterpartRole) entries.push([`place.${i + 1}`, axis]);
    for (const choice of choicesOn(axis)) {
      if (choice === 'origin' && !indicator.counterpartRole) continue;
      if (choice === 'definition' && indicator.definitions.length === 0) continue;
      entries.push([`${choice}.${i + 1}`, codeOfChoice(main.series, choice)]);
    }
  });
  const sides = readSides(searchOfEntries(entries), reading.catalogue);
  return sides && `${formatSides(sides, reading.catalogue)}&view=time`;
}
