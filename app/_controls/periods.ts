/** How many of the places that are chosen have figures in each period on file. */
import type { FormContext } from './form-context.ts';
import { countsOf } from './listed.ts';

export interface PeriodCount {
  /** The period as the address writes it. */
  readonly code: string;
  readonly count: number;
}

/** The places that are chosen in a form, each with the periods that it has figures for. */
export function chosenRanges({ choices, chosen }: Pick<FormContext, 'choices' | 'chosen'>): string[] {
  const places = [...choices.countries, ...choices.parts, ...choices.cities];
  const named = chosen('country');
  const origins = chosen('origin');
  const list = places.length > 1 ? places : choices.origins;
  const codes = places.length > 1 ? named : origins;
  return list
    .filter(({ code }) => codes.length === 0 || codes.includes(code))
    .flatMap(({ has }) => (has === undefined ? [] : [has]));
}

/** The periods with their counts; those without any are left out. */
export function periodCounts(codes: readonly string[], ranges: readonly string[]): PeriodCount[] {
  const counts = countsOf(ranges, codes.length);
  return codes.map((code, i) => ({ code, count: counts[i] ?? 0 })).filter(({ count }) => count > 0);
}

/** The periods of a form as the server fills it. */
export const periodCountsOf = (form: Pick<FormContext, 'choices' | 'chosen'>): PeriodCount[] =>
  periodCounts(
    form.choices.ends.map(({ code }) => code),
    chosenRanges(form),
  );
