/** What is known of one area: for each indicator one series, where it stands among others, and what is printed only once. */
import { codesBelow } from '../model/area-overlap.ts';
import { isPlace, type Area, type Catalogue } from '../model/catalogue.ts';
import type { Comparison } from '../model/comparison.ts';
import type { Cell, RankRange } from '../model/observation.ts';
import type { PlaceAxis } from './several.ts';

/** The series of an indicator for an area, with its place among others. */
export interface ProfileEntry {
  /** Whether the area is where it happened or where people come from. */
  readonly axis: PlaceAxis;
  /** The answer with only this series. */
  readonly comparison: Comparison;
  /** Its figures in order of time. */
  readonly cells: readonly Cell[];
  readonly latest: Cell;
  /** How many sources have figures of the indicator for the area. */
  readonly sources: number;
  /** Its rank among areas of the same kind in the latest period. */
  readonly rank: RankRange | null;
  /** Why there is no rank: areas measure differently, or too few have a figure; null for a group as well. */
  readonly unranked: 'differs' | 'few' | null;
}

export interface AreaProfile {
  readonly area: Area;
  readonly entries: readonly ProfileEntry[];
  /** Answers with the figures that only documents say, of the area and of its cities. */
  readonly printed: readonly Comparison[];
  /** Codes of the members of a group of which something is on file. */
  readonly withFigures: readonly string[];
}

/**
 * The areas that have a page: countries and other places with figures, and groups of which a member has some, because a group
 * is computed from its members.
 */
export function areasWithPages({ areas }: Pick<Catalogue, 'areas'>, onFile: ReadonlySet<string>): Area[] {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  return areas.filter(({ code, kind }) => {
    if (kind === 'group')
      return onFile.has(code) || [...codesBelow(code, byCode)].some((own) => onFile.has(own));
    return isPlace(kind) && onFile.has(code);
  });
}
