/** The vintages of one series: what every file of every source says of it, in all releases. */
import { readVintages } from '#db/observation.ts';
import type { VintageFigure } from '#stats/evidence/vintages.ts';
import type { SeriesSubject } from '#stats/evidence/series-parameters.ts';
import type { CatalogueData } from '../catalogue.ts';
import type { Reader } from '../pool.ts';

export interface VintagesData {
  /** Every figure on file about a subject, once for each file; none if no release has the indicator. */
  loadVintages(subject: SeriesSubject): Promise<readonly VintageFigure[]>;
}

export const vintagesData = (
  reader: Reader,
  { loadReleases, loadCatalogue }: CatalogueData,
): VintagesData => ({
  loadVintages: async (subject) => {
    const releases = await loadReleases();
    const catalogues = await Promise.all(releases.map(({ version }) => loadCatalogue(version)));
    const known = catalogues.flatMap((catalogue) => catalogue?.indicators ?? []);
    const indicator = known.findLast(({ id }) => id === subject.indicator);
    if (!indicator) return [];
    const dates = new Map(
      catalogues.flatMap((catalogue) => catalogue?.editions ?? []).map(({ id, vintage }) => [id, vintage]),
    );
    const states = await readVintages((await reader()).sql, indicator, subject);
    return states.flatMap(({ source, edition, period, stated }) =>
      stated ? [{ source, edition, vintage: dates.get(edition) ?? '', period, stated }] : [],
    );
  },
});
