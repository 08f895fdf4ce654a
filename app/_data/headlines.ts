/** The answer that stands for each indicator in the catalogue, featured ones first. */
import type { Comparison } from '#stats/model/comparison.ts';
import type { Language } from '#stats/language.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import type { AnswerPlans } from './answer-plan.ts';
import type { CatalogueData } from './catalogue.ts';
import { memoizeAsync } from './memoize-async.ts';

/** Releases in a language whose headlines are kept. */
const MOST_HEADLINES = 20;

export interface HeadlinesData {
  /** Empty where there is no such release. */
  loadHeadlines(version: string, language: Language): Promise<readonly Comparison[]>;
}

export const headlinesData = (
  { loadComparison }: AnswerPlans,
  { loadCatalogue }: CatalogueData,
): HeadlinesData => ({
  loadHeadlines: memoizeAsync(
    async (version: string, language: Language): Promise<readonly Comparison[]> => {
      const catalogue = await loadCatalogue(version);
      if (!catalogue) return [];
      const featuredFirst = catalogue.indicators.toSorted(
        (a, b) => Number(b.featured ?? false) - Number(a.featured ?? false),
      );
      return Promise.all(
        featuredFirst.map((indicator) => {
          const query = parseQuery(parseParameters(indicator.headline ?? ''), indicator, catalogue);
          return loadComparison({ version, language, query });
        }),
      );
    },
    { max: MOST_HEADLINES, keeps: (headlines) => headlines.length > 0 },
  ),
});
