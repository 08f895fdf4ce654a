/** Links to the maps of an indicator: of the Americas and of the world, or of the groups that a reader named. */
import { OUTLINES } from '#app/_charts/map/outlines.ts';
import { HOME_WORDS } from '#app/_words/home.ts';
import type { Area, Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { parseParameters } from '#stats/query-string.ts';
import { formatQuery, parseQuery } from '#stats/query/query.ts';
import { mapQuestion } from '#stats/pairing/map-question.ts';
import type { SeriesWithYears } from '#stats/pairing/partners.ts';
import { indicatorHref, type PageContext } from './page-context.ts';

export interface MapLink {
  /** The part of the world. @example 'Americas' */
  readonly extent: string;
  readonly year: number;
  readonly href: string;
}

/** The Americas, which the product is about. */
const AMERICAS = 'm49-019';

const isInWorld = (area: string): boolean => area in OUTLINES.world.areas;
const isInAmericas = (area: string): boolean => area in OUTLINES.americas.areas;

/** A group of the Americas has the larger map, on which Greenland has no room. */
const mapOf = ({ members = [] }: Pick<Area, 'members'>): ((area: string) => boolean) =>
  2 * members.filter(({ area }) => isInAmericas(area)).length > members.length ? isInAmericas : isInWorld;

/**
 * The maps that the figures on file allow.
 * @param groups groups that a reader named; a place that is no group leads to the usual maps
 */
export function mapLinks(
  onFile: readonly SeriesWithYears[],
  indicator: Indicator,
  catalogue: Catalogue,
  place: PageContext,
  groups: readonly Area[] = [],
): MapLink[] {
  const { language } = place;
  const link = (group: Area | null): MapLink[] => {
    const question = mapQuestion(onFile, indicator, catalogue, {
      group,
      isOnMap: group ? mapOf(group) : isInWorld,
    });
    if (!question) return [];
    const query = parseQuery(parseParameters(question.search), indicator, catalogue);
    return [
      {
        extent: group?.name[language] ?? HOME_WORDS[language].home.world,
        year: question.year,
        href: indicatorHref(place, indicator.id, `${formatQuery(query, indicator)}&tab=map`),
      },
    ];
  };
  const named = groups.flatMap(link);
  if (named.length > 0) return named;
  const americas = catalogue.areas.find(({ code }) => code === AMERICAS);
  return [...(americas ? link(americas) : []), ...link(null)];
}
