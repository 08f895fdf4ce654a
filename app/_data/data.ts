/**
 * Everything that the site reads from the database, as one value. Answers and pages get it handed in, so a test can
 * read through a pool of its own that counts statements or breaks.
 */
import { answerPlans, type AnswerPlans } from './answer-plan.ts';
import { catalogueData, type CatalogueData } from './catalogue.ts';
import { dimensionsData, type DimensionsData } from './dimensions.ts';
import { headlinesData, type HeadlinesData } from './headlines.ts';
import { healthCheck, type Health } from './health.ts';
import { reader as siteReader, type Reader } from './pool.ts';
import { revisionsData, type RevisionsData } from './revisions.ts';
import { planSides, type SidesPlan, type SidesQuery } from './sides.ts';

export interface SiteData extends CatalogueData, AnswerPlans, DimensionsData, HeadlinesData, RevisionsData {
  checkHealth(): Promise<Health>;
  planSides(question: SidesQuery): Promise<SidesPlan>;
}

/** Reads through `reader`; what never changes is kept as long as this value is. `clock` is in milliseconds. */
export function createData(reader: Reader, clock: () => number = Date.now): SiteData {
  const catalogues = catalogueData(reader, clock);
  const plans = answerPlans(reader, catalogues);
  return {
    ...catalogues,
    ...plans,
    ...dimensionsData(reader, catalogues),
    ...headlinesData(plans, catalogues),
    ...revisionsData(reader, catalogues, plans),
    checkHealth: healthCheck(reader, catalogues),
    planSides: (question) => planSides(plans, question),
  };
}

/** The data of the running site. */
export const siteData: SiteData = createData(siteReader);
