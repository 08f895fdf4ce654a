/**
 * What a figure counts: persons, cases, events, homes. It is a property of the definition, because a source
 * may count the same thing in two ways; if the definition does not state it, the indicator does. Figures with
 * different counting units never share a line or a sum.
 */
export const COUNTING_UNITS = ['persons', 'cases', 'events', 'homes'] as const;
export type CountingUnit = (typeof COUNTING_UNITS)[number];

/** @example countingUnitOf(asylum applications counted in cases by default, 'persons') === 'persons' */
export const countingUnitOf = (
  {
    counted,
    definitions,
  }: {
    readonly counted: string;
    readonly definitions: readonly { readonly code: string; readonly counts?: string }[];
  },
  definition: string,
): string => definitions.find(({ code }) => code === definition)?.counts ?? counted;
