/**
 * The answer that stands for each indicator in the catalogue, featured ones first. Asked once per release and
 * language, then kept.
 */
import type { Comparison } from '#stats/comparison.ts';
import type { Language } from '#stats/language.ts';
import { parseParameters } from '#stats/parameters.ts';
import { parseQuery } from '#stats/query.ts';
import { forEverybody } from './asking.ts';
import { loadCatalogue } from './catalogue.ts';
import { loadComparison } from './comparison.ts';

const kept = new Map<string, Promise<readonly Comparison[]>>();

/** Empty where there is no such release. */
export function loadHeadlines(version: string, language: Language): Promise<readonly Comparison[]> {
  const key = `${version} ${language}`;
  const known = kept.get(key);
  if (known) return known;
  const headlines = forEverybody(() => read(version, language));
  kept.set(key, headlines);
  headlines.catch(() => kept.delete(key));
  return headlines;
}

async function read(version: string, language: Language): Promise<readonly Comparison[]> {
  const catalogue = await loadCatalogue(version);
  if (!catalogue) {
    kept.delete(`${version} ${language}`);
    return [];
  }
  const featuredFirst = catalogue.indicators.toSorted(
    (a, b) => Number(b.featured ?? false) - Number(a.featured ?? false),
  );
  return Promise.all(
    featuredFirst.map((one) => {
      const query = parseQuery(parseParameters(one.headline ?? ''), one, catalogue);
      return loadComparison({ version, language, query });
    }),
  );
}
