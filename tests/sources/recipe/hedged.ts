/** Shares and hedges in the form that tests of recipes compare. */
import { canonicalRow } from '#stats/model/canonical-row.ts';
import type { Observation } from '#stats/model/observation.ts';
import { readText } from './read.ts';

/** A stated figure, with both ends of every interval, as a release stores it. */
export function statedFigure(observation: Observation | undefined) {
  if (!observation) return null;
  const { qualifier, value, low, high } = canonicalRow(observation, false);
  const number = (text: unknown): number | null => (text === '' || text === null ? null : Number(text));
  return { qualifier, value: number(value), low: number(low), high: number(high) };
}

const SHARES = `
format: { type: csv }
missing: { '*': { less-than: 5 } }
area: { constant: USA }
counterpart: Area
breakdown: { authority: { constant: courts } }
definition: { constant: of-all-closed }
period: Year
figures:
  - { indicator: asylum-grant-share, numerator: Granted, denominator: All }
`;

/** The share of two cells. */
export async function readShare(part: string, whole: string) {
  const { observations, faults } = await readText(
    `Area,Year,Granted,All\nHND,2014,${part},${whole}\n`,
    SHARES,
  );
  return { observation: observations[0], faults };
}
