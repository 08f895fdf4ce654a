/**
 * `?count` on a data address: how many rows the file would have, before it is made; and the refusal of an
 * answer that would have too many (docs/rules.md#limits-of-a-request).
 */
import type { CellLimits } from './context.ts';
import { jsonOf } from '../http/json.ts';
import { FEWER } from '#stats/wording/problems.ts';
import type { AnswerPlan } from '#app/_data/answer-plan.ts';
import { COUNTED_FIRST } from '#app/_data/weight.ts';
import { BadQuery, tooMany } from '#stats/problem.ts';

/** The document of a count. `address` is that of the data, `limits` the most cells that an answer may have. */
export async function countDocument(
  { version, plan }: { readonly version: string; readonly plan: AnswerPlan },
  address: string,
  limits: MostCells,
): Promise<string> {
  const count = await plan.count();
  const limit = (await isTooMuchToCompute(plan, count, limits)) ? limits.computed : limits.most;
  return jsonOf({ release: version, address, count, limit, accepted: count <= limit });
}

/**
 * The document of a count of several indicators: the figures of each side, and of all sides together. Each
 * side has its share of the limit. How many of them match is not known before they are compared.
 */
export async function countSidesDocument(
  version: string,
  plans: readonly AnswerPlan[],
  address: string,
  limit: number,
): Promise<string> {
  const sides = await Promise.all(plans.map((plan) => plan.count()));
  return jsonOf({
    release: version,
    address,
    count: sides.reduce((sum, cells) => sum + cells, 0),
    sides,
    limit,
    accepted: sides.every((cells) => cells <= Math.floor(limit / sides.length)),
  });
}

/** The most cells of an answer, and of one whose figures are computed. */
export interface MostCells {
  readonly most: number;
  readonly computed: number;
}

/** Refuses an answer with too many cells, before it is made. Throws BadQuery. */
export async function refuseTooMuch(
  plan: AnswerPlan,
  format: string,
  { most, computed }: MostCells,
): Promise<void> {
  if (await plan.hasMoreThan(most)) throw new BadQuery(tooMany(format, most, FEWER));
  if (await isTooMuchToCompute(plan, null, { most, computed }))
    throw new BadQuery(tooMany(format, computed, FEWER));
}

/** Refuses an answer with more cells than are drawn, before it is made. Throws BadQuery. */
export const refuseTooMuchToDraw = (
  plan: AnswerPlan,
  format: string,
  { drawnCells: most, computedCells: computed }: CellLimits,
): Promise<void> => refuseTooMuch(plan, format, { most, computed });

/** Counts only what weighs much: to count costs half of making it. */
async function isTooMuchToCompute(
  plan: AnswerPlan,
  count: number | null,
  { most, computed }: MostCells,
): Promise<boolean> {
  if (plan.isPublished || most <= computed || (await plan.weight()) < COUNTED_FIRST) return false;
  return (count ?? (await plan.count())) > computed;
}
