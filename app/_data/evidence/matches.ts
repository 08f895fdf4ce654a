/**
 * Which figure a printed number is: the periods, sources and files of an area in which it stands. It is shown as
 * evidence and never put in the place of a claim's own figure.
 */
import { readMatches } from '#db/observation.ts';
import type { PrintedNumber } from '#stats/claims/relation.ts';
import type { FoundFigure } from '#stats/evidence/evidence.ts';
import { significant } from '#stats/number.ts';
import type { CatalogueData } from '../catalogue.ts';
import type { Reader } from '../pool.ts';

export interface MatchesData {
  /** The figures that a number may be, after rounding to its last digit; null without such an indicator. */
  loadMatches(
    version: string,
    indicator: string,
    area: string,
    number: PrintedNumber,
  ): Promise<readonly FoundFigure[] | null>;
}

export const matchesData = (reader: Reader, { loadCatalogue }: CatalogueData): MatchesData => ({
  loadMatches: async (version, id, area, { value, step }) => {
    const indicator = (await loadCatalogue(version))?.indicators.find((entry) => entry.id === id);
    if (!indicator) return null;
    // Shares are stored as 0 to 1 and printed in percent.
    const times = indicator.measure === 'share' ? 100 : 1;
    const ends = [significant((value - step / 2) / times), significant((value + step / 2) / times)] as const;
    const found = await readMatches((await reader()).sql, indicator, area, ends);
    // Half a step above rounds to the next number.
    return found.filter(({ state: { stated } }) =>
      [stated?.value, stated?.low, stated?.high].some(
        (end) => end !== null && end !== undefined && end >= ends[0] && end < ends[1],
      ),
    );
  },
});
