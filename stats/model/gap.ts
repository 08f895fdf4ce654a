/**
 * A gap is the reason why a cell has no figure; a bare null would not be an answer. Stored gaps come from the
 * source; computed gaps come from a rule of aggregation.
 */
export const STORED_GAPS = [
  'not-published',
  'suppressed',
  'not-applicable',
  'withdrawn',
  'redacted',
] as const;
export type StoredGap = (typeof STORED_GAPS)[number];

export const COMPUTED_GAPS = [
  'members-missing',
  'no-weight',
  'no-parts',
  'not-additive',
  'overlap',
  'break',
  'undetermined',
  'period-missing',
  'not-on-file',
  'members-differ',
  'no-divisor',
  'zero-divisor',
  'not-contained',
  'nothing-beside',
] as const;
export type ComputedGap = (typeof COMPUTED_GAPS)[number];

export type GapCode = StoredGap | ComputedGap;
export const GAPS: readonly GapCode[] = [...STORED_GAPS, ...COMPUTED_GAPS];

/**
 * A gap and what it concerns: for `members-missing`, `period-missing` and `no-weight`, what is missing; for
 * `members-differ`, the members that are in only one of two figures.
 */
export interface Gap {
  readonly code: GapCode;
  readonly missing: readonly string[];
}
