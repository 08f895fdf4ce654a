/** Every indicator's default answer, for the catalogue page. Asked once per release and language, then kept. */
import type { Comparison } from '#stats/comparison.ts';
import type { Language } from '#stats/language.ts';
import { defaultQuery } from '#stats/query.ts';
import { loadCatalogue } from './catalogue.ts';
import { loadComparison } from './comparison.ts';

const kept = new Map<string, Promise<readonly Comparison[]>>();

/** Empty where there is no such release. */
export function loadHeadlines(version: string, language: Language): Promise<readonly Comparison[]> {
  const key = `${version} ${language}`;
  const known = kept.get(key);
  if (known) return known;
  const headlines = read(version, language);
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
  return Promise.all(
    catalogue.indicators.map((one) => loadComparison({ version, language, query: defaultQuery(one) })),
  );
}
