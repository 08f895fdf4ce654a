/**
 * Per capita: a count or an estimate per so many people. The query names the population: that of the area
 * where it happened, or of the country of origin. A fiscal year uses the population of the calendar year in
 * which it ends; months are refused (docs/rules.md#year-of-a-population).
 *
 * @example 68,541 children in FY2014 over 318,000,000 people of the area in 2014, per 100,000 -> 21.55
 */
import { quotient } from '../uncertainty/interval.ts';
import type { Cell } from '../model/observation.ts';
import { ALL, NONE } from '../model/observation.ts';
import type { Derived } from './derived.ts';
import { carriedGap, derived, derivedGap, hasFigure } from './derived.ts';
import { basisRefusalOf } from '../query/transform-legality.ts';
import { hedgeOfCell } from '../model/cell.ts';

export interface PerCapitaOptions {
  /** Whose population to divide by. */
  readonly of: 'area' | 'origin';
  /** Population by calendar year, from one source. */
  readonly populations: readonly Cell[];
  /** Per how many people. */
  readonly per: number;
}

/**
 * Cells per so many people. Gaps: `no-weight` with the population that is not on file; `members-missing` if
 * the figure or the population covers only some members; `not-applicable` if there is no area whose
 * population could be used (all origins together), or the basis is not a year.
 */
export function perCapita(cells: readonly Cell[], { of, populations, per }: PerCapitaOptions): Derived[] {
  const byArea = new Map(
    populations
      .filter((cell) => cell.basis === 'calendar-year')
      .map((cell) => [`${cell.area} ${cell.period.end?.slice(0, 4) ?? ''}`, cell]),
  );
  return cells.map((cell) => {
    if (!hasFigure(cell)) return carriedGap('per-capita', cell);
    const code = of === 'area' ? cell.area : cell.counterpart;
    if (basisRefusalOf('per-capita', cell.basis) || code === ALL || code === NONE) {
      return derivedGap('per-capita', cell, 'not-applicable', []);
    }
    const year = `${code} ${cell.period.end?.slice(0, 4) ?? ''}`;
    const population = byArea.get(year);
    if (!hasFigure(population)) return derivedGap('per-capita', cell, 'no-weight', [year]);
    // The sum of some members must not be divided by the population of all.
    if (isPartial(cell) || isPartial(population)) {
      return derivedGap('per-capita', cell, 'members-missing', [], [population]);
    }
    const rate = quotient(hedgeOfCell(cell, 0), hedgeOfCell(population, 0), per);
    if (!rate) return derivedGap('per-capita', cell, 'not-applicable', [year]);
    const [numerator, denominator] = [exactOf(cell), exactOf(population)];
    const parts = numerator !== null && denominator !== null ? { numerator, denominator } : null;
    return derived('per-capita', cell, [population], rate, { floor: 0, ceiling: Infinity }, parts);
  });
}

const isPartial = ({ coverage }: Cell): boolean => coverage !== null && coverage.present < coverage.expected;

const exactOf = (cell: Cell): number | null =>
  cell.stated?.qualifier === 'exact' && cell.stated.low === null ? cell.stated.value : null;
