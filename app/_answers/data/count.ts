/**
 * `?count` on a data address: how many rows the file would have, before it is made; and the refusal of an answer that
 * would have too many (docs/rules.md#limits-of-a-request).
 */
import { FEWER } from '#stats/wording/problems.ts';
import type { AnswerPlan } from '#app/_data/answer-plan.ts';
import { BadQuery, tooMany } from '#stats/problem.ts';

const format = (document: object): string => `${JSON.stringify(document, null, 1)}\n`;

/** The document of a count. `address` is that of the data, `limit` the most cells that it may have. */
export async function countDocument(
  { version, plan }: { readonly version: string; readonly plan: AnswerPlan },
  address: string,
  limit: number,
): Promise<string> {
  const count = await plan.count();
  return format({ release: version, address, count, limit, accepted: count <= limit });
}

/**
 * The document of a count of several indicators: the figures of each side, and of all sides together. Each
 * may have its part of the limit. How many of them meet is not known before they are compared.
 */
export async function countSidesDocument(
  version: string,
  plans: readonly AnswerPlan[],
  address: string,
  limit: number,
): Promise<string> {
  const sides = await Promise.all(plans.map((plan) => plan.count()));
  return format({
    release: version,
    address,
    count: sides.reduce((sum, cells) => sum + cells, 0),
    sides,
    limit,
    accepted: sides.every((cells) => cells <= Math.floor(limit / sides.length)),
  });
}

/** Refuses an answer with more cells than `most`, before it is made. Throws BadQuery. */
export async function refuseTooMuch(plan: AnswerPlan, format: string, most: number): Promise<void> {
  if (await plan.hasMoreThan(most)) throw new BadQuery(tooMany(format, most, FEWER));
}
