/** What is missing of an indicator in a release. A release never changes, so it is read once. */
import { readCoverage } from '#db/coverage.ts';
import { missingOf, type Missing } from '#stats/sources/missing.ts';
import { findIndex, type CatalogueData } from './catalogue.ts';
import { memoizeAsync } from './memoize-async.ts';
import type { Reader } from './pool.ts';

/** Indicators of releases that are kept. */
const MOST = 1_000;

export interface MissingData {
  /** Null if the release does not have the indicator. */
  loadMissing(version: string, indicator: string): Promise<Missing | null>;
}

export const missingData = (reader: Reader, catalogues: CatalogueData): MissingData => ({
  loadMissing: memoizeAsync(
    async (version: string, id: string): Promise<Missing | null> => {
      const index = await findIndex(catalogues, version);
      const indicator = index.catalogue.indicators.find((entry) => entry.id === id);
      if (!indicator) return null;
      return missingOf(await readCoverage((await reader()).sql, index, id), indicator, index.catalogue);
    },
    { max: MOST },
  ),
});
