/**
 * The measure is the kind of number that an indicator is; it decides how figures may be combined. rate: so
 * many per so many people. count: events or persons, which can be added. estimate: an interval, possibly
 * open. share: a part of a whole, stored as 0 to 1. level: a height on a scale, such as an index, a wage, a price or
 * degrees; levels are never added up.
 */
export const MEASURES = ['rate', 'count', 'estimate', 'share', 'level'] as const;
export type Measure = (typeof MEASURES)[number];

/** The rules of a measure for combining and comparing its figures. */
export interface MeasureRule {
  /**
   * How several figures are combined: added up, averaged with population weights, or as the ratio of summed
   * numerators and denominators.
   */
  readonly combinedBy: 'sum' | 'weighted-mean' | 'ratio-of-sums';
  /** Whether it may have a numerator and a denominator. */
  readonly isRatio: boolean;
  /** The greatest value that it can have. */
  readonly ceiling: number;
}

/** A new measure does not compile until its rule is added here. */
export const MEASURE_RULES: Readonly<Record<Measure, MeasureRule>> = {
  rate: { combinedBy: 'weighted-mean', isRatio: true, ceiling: Infinity },
  count: { combinedBy: 'sum', isRatio: false, ceiling: Infinity },
  estimate: { combinedBy: 'sum', isRatio: false, ceiling: Infinity },
  share: { combinedBy: 'ratio-of-sums', isRatio: true, ceiling: 1 },
  level: { combinedBy: 'weighted-mean', isRatio: false, ceiling: Infinity },
};

/** Measures whose figures may be below zero if their indicator says so: balances, changes, degrees. */
export const MAY_BE_SIGNED: readonly Measure[] = ['count', 'estimate', 'level'];

/**
 * What may be added, per indicator (docs/rules.md#additivity-is-declared). `flow`: over areas, origins, parts
 * and time. `stock`: over areas, origins and parts, but not over time. `none`: nothing (a price, a distance,
 * a change).
 */
export const ADDITIVITIES = ['flow', 'stock', 'none'] as const;
export type Additivity = (typeof ADDITIVITIES)[number];

/** The axes along which observations are kept separate or combined. */
export const AXES = ['area', 'origin', 'breakdown', 'source'] as const;
export type Axis = (typeof AXES)[number];
