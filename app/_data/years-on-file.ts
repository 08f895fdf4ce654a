/** The years that every series of a release has, by indicator; read once for each release. */
import { readYearsOnFile, type SeriesYears } from '#db/years-on-file.ts';
import { findIndex, type CatalogueData } from './catalogue.ts';
import { memoizeAsync } from './memoize-async.ts';
import type { Reader } from './pool.ts';

/** Releases whose years are kept. A release of ten thousand series takes a few megabytes. */
const MOST_RELEASES = 4;

export type YearsByIndicator = ReadonlyMap<string, readonly SeriesYears[]>;

export interface YearsData {
  loadYearsOnFile(version: string): Promise<YearsByIndicator>;
}

export const yearsData = (reader: Reader, catalogues: CatalogueData): YearsData => ({
  loadYearsOnFile: memoizeAsync(
    async (version: string): Promise<YearsByIndicator> => {
      const index = await findIndex(catalogues, version);
      const byIndicator = new Map<string, SeriesYears[]>();
      for (const series of await readYearsOnFile((await reader()).sql, index)) {
        const own = byIndicator.get(series.indicator) ?? [];
        own.push(series);
        byIndicator.set(series.indicator, own);
      }
      return byIndicator;
    },
    { max: MOST_RELEASES },
  ),
});
