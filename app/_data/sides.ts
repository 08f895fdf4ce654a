/** A question about several indicators: a plan for each side, and one statement for all. */
import type { PairHalf } from '#stats/pairing/pairs.ts';
import type { Side } from '#stats/query/several.ts';
import type { Language } from '#stats/language.ts';
import type { AnswerPlan, AnswerPlans } from './answer-plan.ts';

/** A question about several indicators of one release. */
export interface SidesQuery {
  readonly version: string;
  readonly language: Language;
  readonly sides: readonly Side[];
}

export interface SidesPlan {
  /** One for each side, in their order. */
  readonly plans: readonly AnswerPlan[];
  /** The answers of all sides. */
  load(): Promise<PairHalf[]>;
}

/** @throws NotFound, BadQuery as each side alone would */
export async function planSides(
  { planAnswer, loadTogether }: AnswerPlans,
  { version, language, sides }: SidesQuery,
): Promise<SidesPlan> {
  const plans = await Promise.all(sides.map(({ query }) => planAnswer({ version, language, query })));
  return {
    plans,
    load: async () => {
      const comparisons = await loadTogether(plans, true);
      return sides.flatMap(({ place }, i) => {
        const comparison = comparisons[i];
        return comparison ? [{ comparison, place }] : [];
      });
    },
  };
}
