/**
 * The headline answer of each indicator in the catalogue, featured ones first, with what every source on file says of
 * the same question.
 */
import type { Comparison } from '#stats/model/comparison.ts';
import type { Language } from '#stats/language.ts';
import type { Query } from '#stats/model/query.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import type { AnswerPlans } from './answer-plan.ts';
import type { CatalogueData } from './catalogue.ts';
import { memoizeAsync } from './memoize-async.ts';

/** Releases in a language whose headlines are kept. */
const MOST_HEADLINES = 20;

/** The answer whose latest figure is shown, and the same question asked of every source. */
export interface HeadlineAnswer {
  readonly comparison: Comparison;
  readonly allSources: Comparison;
}

export interface HeadlinesData {
  /** Empty if there is no such release. */
  loadHeadlines(version: string, language: Language): Promise<readonly HeadlineAnswer[]>;
}

export const headlinesData = (
  { loadComparison }: AnswerPlans,
  { loadCatalogue }: CatalogueData,
): HeadlinesData => ({
  loadHeadlines: memoizeAsync(
    async (version: string, language: Language): Promise<readonly HeadlineAnswer[]> => {
      const catalogue = await loadCatalogue(version);
      if (!catalogue) return [];
      const featuredFirst = catalogue.indicators.toSorted(
        (a, b) => Number(b.featured ?? false) - Number(a.featured ?? false),
      );
      return Promise.all(
        featuredFirst.map(async (indicator): Promise<HeadlineAnswer> => {
          const query = parseQuery(parseParameters(indicator.headline ?? ''), indicator, catalogue);
          const load = (question: Query): Promise<Comparison> =>
            loadComparison({ version, language, query: question });
          const isOfAll = query.source.length === 0;
          const [comparison, allSources] = await Promise.all([
            load(query),
            isOfAll ? null : load({ ...query, source: [] }),
          ]);
          return { comparison, allSources: allSources ?? comparison };
        }),
      );
    },
    { max: MOST_HEADLINES, keeps: (headlines) => headlines.length > 0 },
  ),
});
