/**
 * The population that weights the rate of a group (docs/rules.md#weights-of-a-group): the one that the
 * catalogue names for the indicator, or another source of the same population, named by `weight=`. The cells
 * cite the editions that were used.
 */
import { QUERY_PROBLEMS } from '../wording/problems.ts';
import type { Catalogue, Indicator, Weight } from '../model/catalogue.ts';
import type { Axis } from '../model/measure.ts';
import { BadQuery, malformed } from '../problem.ts';
import { parseChoice } from './values.ts';

/**
 * The population weights of a query; null if an indicator is not weighted. Whoever names a source gets the
 * populations of that source alone.
 */
export function weightOf(
  { weight }: Pick<Indicator, 'weight'>,
  { weight: source }: { readonly weight?: string },
): Weight | null {
  if (!weight || source === undefined || source === weight.source) return weight ?? null;
  return { indicator: weight.indicator, source };
}

/** The sources that `weight=` accepts for an indicator: all those of its population, its own first. */
function weightSources({ weight }: Pick<Indicator, 'weight'>, catalogue: Catalogue): readonly string[] {
  if (!weight) return [];
  const people = catalogue.indicators.find((indicator) => indicator.id === weight.indicator);
  return [...new Set([weight.source, ...(people?.sources ?? [])])];
}

/** Whether a query has a group, or combined areas, whose rates need weights. */
export const asksForWeight = ({
  group,
  by,
}: {
  readonly group: readonly string[];
  readonly by: readonly Axis[];
}): boolean => group.length > 0 || !by.includes('area');

/**
 * The source in `weight=`; undefined for the indicator's own.
 * @throws BadQuery for an indicator without a weight, and for a source without such a population
 */
export function parseWeight(
  text: string | undefined,
  indicator: Indicator,
  catalogue: Catalogue,
): string | undefined {
  if (text === undefined) return undefined;
  if (!indicator.weight) throw new BadQuery(notWeighted(text, indicator, catalogue));
  const source = parseChoice('weight', text, weightSources(indicator, catalogue));
  return source === indicator.weight.source ? undefined : source;
}

const notWeighted = (text: string, { title }: Indicator, { indicators }: Catalogue) => {
  const weighted = indicators.filter((indicator) => indicator.weight).map((indicator) => indicator.id);
  return malformed('weight', text, weighted, QUERY_PROBLEMS.notWeighted(title));
};
