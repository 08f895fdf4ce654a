/** A claim: who said what, where, and the arithmetic that decides it, in the grammar of our queries. */
import type { Text } from '../language.ts';
import type { Comparison } from '../model/comparison.ts';
import type { Cell } from '../model/observation.ts';

export const CLAIM_KINDS = ['change', 'share', 'ratio', 'rank', 'comparison', 'conflict', 'level'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** A number that no source on file has, such as a date as days, with where it comes from. */
export interface GivenNumber {
  readonly value: number;
  readonly text: Text;
}

/**
 * The arithmetic of a claim. `terms` are questions with one figure as their answer, `indicator?query`;
 * `expression` joins them; `relation` is `at-least:3`, or `highest` and `lowest` for the first of a list.
 * @example { terms: { a: 'homicide-rate?country=SLV&time=2014', ... }, expression: 'a / b', relation: 'at-least:3' }
 */
export interface ClaimCheck {
  readonly terms: Readonly<Record<string, string>>;
  readonly given?: Readonly<Record<string, GivenNumber>>;
  readonly expression: string;
  readonly relation: string;
}

/** The same claim from other figures, which a reader might as well have taken. */
export interface Alternative {
  readonly name: Text;
  readonly check: ClaimCheck;
}

export interface Claim {
  readonly id: string;
  /** The source that makes the claim. */
  readonly document: string;
  readonly paragraph: number;
  readonly kind: ClaimKind;
  /** In our own words. */
  readonly statement: Text;
  /** As printed, in a few words. */
  readonly printed: Text;
  /** Null where figures that would decide it are not on file; `note` says which. */
  readonly check: ClaimCheck | null;
  readonly note: Text;
  readonly alternatives?: readonly Alternative[];
}

export const CHECK_VERDICTS = ['holds', 'holds-after-rounding', 'fails', 'cannot-be-checked'] as const;
export type CheckVerdict = (typeof CHECK_VERDICTS)[number];

/** Why a claim cannot be checked. */
export const CHECK_REASONS = [
  'no-data',
  'no-figure',
  'several-figures',
  'mixed-bases',
  'zero-divisor',
  'negative',
  'undetermined',
] as const;
export type CheckReason = (typeof CHECK_REASONS)[number];

/** A term with the figure that was found for it. */
export interface CheckedTerm {
  readonly name: string;
  /** The question, `indicator?query`; null for a given number. */
  readonly question: string | null;
  readonly cell: Cell | null;
  readonly given: GivenNumber | null;
}

/** The result of an expression. */
export interface CheckedValue {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly lowInclusive: boolean;
  readonly highInclusive: boolean;
  readonly approximate: boolean;
}

export interface CheckOutcome {
  readonly verdict: CheckVerdict;
  readonly reason: CheckReason | null;
  /** Null for an order, and where there is no value. */
  readonly result: CheckedValue | null;
}

/** The same claim from the figures of another source. */
export interface CheckedSource {
  readonly source: string;
  readonly terms: readonly CheckedTerm[];
  readonly outcome: CheckOutcome;
}

export interface CheckedClaim {
  /** Null where figures that would decide it are not on file. */
  readonly check: ClaimCheck | null;
  readonly terms: readonly CheckedTerm[];
  /** The answers that have the cells of the terms, for their names and units. */
  readonly answers: readonly Comparison[];
  readonly outcome: CheckOutcome;
  /** Every other source that has a figure for all the terms. */
  readonly sources: readonly CheckedSource[];
}

/** A claim on file with its outcome in a release. */
export interface ClaimResult {
  readonly claim: Claim;
  readonly checked: CheckedClaim;
  /** In the order of the claim's alternatives. */
  readonly alternatives: readonly CheckedClaim[];
}
