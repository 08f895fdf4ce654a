/** The answers to a question about several indicators, from one statement. */
import type { PairHalf } from '#stats/pairing/pairs.ts';
import type { Side } from '#stats/query/several.ts';
import type { Language } from '#stats/language.ts';
import { loadComparisons } from './comparison.ts';

/** @throws NotFound, BadQuery as each answer alone would */
export async function loadSides(request: {
  readonly version: string;
  readonly language: Language;
  readonly sides: readonly Side[];
}): Promise<PairHalf[]> {
  const { sides } = request;
  const comparisons = await loadComparisons(
    request,
    sides.map(({ query }) => query),
  );
  return sides.flatMap(({ place }, i) => {
    const comparison = comparisons[i];
    return comparison ? [{ comparison, place }] : [];
  });
}
