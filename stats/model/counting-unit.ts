/**
 * What a figure counts: persons, cases, events, homes. It belongs to the definition, because a source may count one
 * thing both ways; where a definition does not say it, to the indicator. Figures of different counting units never
 * share a line or a sum.
 */
import type { Indicator } from './catalogue.ts';

export const COUNTING_UNITS = ['persons', 'cases', 'events', 'homes'] as const;
export type CountingUnit = (typeof COUNTING_UNITS)[number];

/** @example countingUnitOf(asylum applications counted in cases by default, 'persons') === 'persons' */
export const countingUnitOf = (
  { counted, definitions }: Pick<Indicator, 'counted' | 'definitions'>,
  definition: string,
): string => definitions.find(({ code }) => code === definition)?.counts ?? counted;
