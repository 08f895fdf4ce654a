/** The answers to a question about several indicators: one statement each, all on their way at once. */
import type { Half } from '#stats/compare/pairs.ts';
import type { Side } from '#stats/compare/sides.ts';
import type { Language } from '#stats/language.ts';
import { loadComparison } from './comparison.ts';

/**
 * The statements do not wait for one another, so that the answer takes as long as the slowest of them. One
 * statement for all was not worth its making: each side has its own plan, and each plan is prepared once.
 * @throws NotFound, BadQuery as each answer alone would
 */
export async function loadSides(request: {
  readonly version: string;
  readonly language: Language;
  readonly sides: readonly Side[];
}): Promise<Half[]> {
  const { version, language, sides } = request;
  const answers = sides.map(({ query }) => loadComparison({ version, language, query }));
  const comparisons = await Promise.all(answers);
  return sides.flatMap(({ place }, i) => {
    const comparison = comparisons[i];
    return comparison ? [{ comparison, place }] : [];
  });
}
