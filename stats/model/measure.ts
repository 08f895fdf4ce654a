/**
 * A measure says what kind of number an indicator is, and so how it may be combined.
 * rate: so many per so many people. count: events or persons that can be added.
 * estimate: an interval, possibly open. share: a part of a whole, kept between 0 and 1.
 */
export const MEASURES = ['rate', 'count', 'estimate', 'share'] as const;
export type Measure = (typeof MEASURES)[number];

/** What follows from a measure, wherever its figures are combined or compared. */
export interface MeasureRule {
  /**
   * What several figures of it become: added up, weighted by population, or their numerators over their
   * denominators.
   */
  readonly combinedBy: 'sum' | 'weighted-mean' | 'ratio-of-sums';
  /** Whether it may come with a numerator and a denominator. */
  readonly isRatio: boolean;
  /** The greatest value that it can have. */
  readonly ceiling: number;
}

/** A new measure does not compile before its rule stands here. */
export const MEASURE_RULES: Readonly<Record<Measure, MeasureRule>> = {
  rate: { combinedBy: 'weighted-mean', isRatio: true, ceiling: Infinity },
  count: { combinedBy: 'sum', isRatio: false, ceiling: Infinity },
  estimate: { combinedBy: 'sum', isRatio: false, ceiling: Infinity },
  share: { combinedBy: 'ratio-of-sums', isRatio: true, ceiling: 1 },
};

/**
 * What may be added, per indicator (docs/rules.md#additivity-is-declared). `flow`: over areas, origins, parts
 * and time. `stock`: over areas, origins and parts, not over time. `none`: nothing (a price, a distance, a
 * change).
 */
export const ADDITIVITIES = ['flow', 'stock', 'none'] as const;
export type Additivity = (typeof ADDITIVITIES)[number];

/** The axes along which observations are kept apart or combined. */
export const AXES = ['area', 'origin', 'breakdown', 'source'] as const;
export type Axis = (typeof AXES)[number];
