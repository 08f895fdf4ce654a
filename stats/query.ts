/**
 * A query is a question about one indicator: which areas, origins, breakdowns, sources, periods, and what
 * is kept apart. Its text is the query string of every address. Codes are joined by `~`, as analysts know
 * from Our World in Data.
 */
import type { Axis } from './measure.ts';
import type { Basis } from './period.ts';

export interface Query {
  readonly indicator: string;
  /** Countries and cities, in the asker's order; empty: every area on file that is not a group. */
  readonly country: readonly string[];
  /** Groups of areas: the published figure, and the one computed from members. */
  readonly group: readonly string[];
  /** Counterparts (nationality, origin); empty: all on file. A group here is published and computed too. */
  readonly origin: readonly string[];
  /** Breakdown tuples; empty: all on file. */
  readonly breakdown: readonly string[];
  /** Definitions; empty: all on file. */
  readonly definition: readonly string[];
  /** Sources; empty: all, each its own series. */
  readonly source: readonly string[];
  /** Bases of time that are asked for, main one first; never empty. */
  readonly basis: readonly Basis[];
  /** Period texts, or the ends of what is on file. */
  readonly time: { readonly from: string; readonly to: string };
  /** Axes that are kept apart; the others are combined. */
  readonly by: readonly Axis[];
  /** Least share of members, 0 to 1, that a combined cell needs. */
  readonly coverage: number;
}
