/**
 * Everything that the site reads from the database, as one value. It is passed to answers and pages, so a
 * test can read through its own pool that counts statements or fails.
 */
import { answerPlans, type AnswerPlans } from './answer-plan.ts';
import { areaData, type AreaData } from './area-profile.ts';
import { catalogueData, type CatalogueData } from './catalogue.ts';
import { cellEvidenceData, type CellEvidenceData } from './evidence/cell-evidence.ts';
import { claimsData, type ClaimsData } from './claims/claims.ts';
import { dimensionsData, type DimensionsData } from './dimensions.ts';
import { doubtsData, type DoubtsData } from './claims/doubts.ts';
import { headlinesData, type HeadlinesData } from './headlines.ts';
import { healthCheck, type Health } from './health.ts';
import { latestFiguresData, type LatestFiguresData } from './latest-figures.ts';
import { missingData, type MissingData } from './missing.ts';
import { reader as siteReader, type Reader } from './pool.ts';
import { revisionsData, type RevisionsData } from './revisions.ts';
import { yearsData, type YearsData } from './years-on-file.ts';
import { matchesData, type MatchesData } from './evidence/matches.ts';
import { observationData, type ObservationData } from './evidence/observation.ts';
import { vintagesData, type VintagesData } from './evidence/vintages.ts';
import { planSides, type SidesPlan, type SidesQuery } from './sides.ts';

export interface SiteData
  extends
    CatalogueData,
    AnswerPlans,
    AreaData,
    DimensionsData,
    HeadlinesData,
    LatestFiguresData,
    RevisionsData,
    YearsData,
    CellEvidenceData,
    ClaimsData,
    DoubtsData,
    MatchesData,
    MissingData,
    ObservationData,
    VintagesData {
  checkHealth(): Promise<Health>;
  planSides(question: SidesQuery): Promise<SidesPlan>;
}

/**
 * Reads through `reader`. Data that never change are cached for the life of this value. `clock` is in
 * milliseconds.
 */
export function createData(reader: Reader, clock: () => number = Date.now): SiteData {
  const catalogues = catalogueData(reader, clock);
  const plans = answerPlans(reader, catalogues);
  const dimensions = dimensionsData(reader, catalogues);
  return {
    ...catalogues,
    ...plans,
    ...dimensions,
    ...areaData(reader, catalogues, plans),
    ...headlinesData(plans, catalogues),
    ...latestFiguresData(plans, catalogues, dimensions),
    ...revisionsData(reader, catalogues, plans),
    ...yearsData(reader, catalogues),
    ...doubtsData(catalogues),
    ...matchesData(reader, catalogues),
    ...missingData(reader, catalogues),
    ...vintagesData(reader, catalogues),
    ...observationData(reader, catalogues, plans),
    ...cellEvidenceData(plans),
    ...claimsData(catalogues, plans),
    checkHealth: healthCheck(reader, catalogues),
    planSides: (question) => planSides(plans, question),
  };
}

export const siteData: SiteData = createData(siteReader);
