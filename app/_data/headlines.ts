/**
 * The headline answer of each indicator in the catalogue, featured ones first, with what every source on file says of
 * the same question. Of several sources it is the one with the latest whole period.
 */
import type { Comparison } from '#stats/model/comparison.ts';
import type { Language } from '#stats/language.ts';
import type { Query } from '#stats/model/query.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import { sourceRank } from '#stats/sources/series-key.ts';
import { comparePeriods, isDated } from '#stats/time/period.ts';
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
          const allSources = await load({ ...query, source: [] });
          const newest = newestSource(allSources);
          const [named] = query.source;
          if (named === undefined || newest === null) return { comparison: allSources, allSources };
          return { comparison: await load({ ...query, source: [newest] }), allSources };
        }),
      );
    },
    { max: MOST_HEADLINES, keeps: (headlines) => headlines.length > 0 },
  ),
});

/**
 * The source with the latest whole period of a question: the catalogue's order decides between equals. Documents, which
 * quote others, count only where nothing else is on file. Null without any dated figure.
 */
function newestSource({ cells, sources, indicator }: Comparison): string | null {
  const documents = new Set(sources.filter(({ kind }) => kind === 'secondary').map(({ id }) => id));
  const whole = cells.filter(
    ({ stated, basis, period }) => stated && basis !== 'interval' && isDated(period),
  );
  const published = whole.filter(({ source }) => !documents.has(source));
  const rank = sourceRank(indicator.sources);
  const [first] = (published.length > 0 ? published : whole).toSorted(
    (a, b) => comparePeriods(b.period, a.period) || rank(a.source) - rank(b.source),
  );
  return first?.source ?? null;
}
