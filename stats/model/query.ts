/**
 * The question that an answer answers, as data: what is asked about one indicator, and what is to be made of its
 * figures. `stats/query` reads it from an address and writes it back; an answer carries it.
 */
import type { Basis } from '../time/period.ts';
import type { TimeSpan } from '../time/time-range.ts';
import type { Divisor, WholeAxes } from './divisor.ts';
import type { Axis } from './measure.ts';

export const TRANSFORM_IDS = [
  'per-capita',
  'index',
  'change',
  'change-percent',
  'share-of-total',
  'rolling-mean',
  'rank',
  'ratio',
  'share-of',
] as const;
export type TransformId = (typeof TRANSFORM_IDS)[number];

/** The axes that a share or a rank may run along; sources never meet. */
export const ALONG = ['area', 'origin', 'breakdown'] as const;
export type Along = (typeof ALONG)[number];
/** A rank may run along time too: each period among those of its own series. */
export const RANK_ALONG = [...ALONG, 'time'] as const;
export type RankAlong = (typeof RANK_ALONG)[number];

/** What each transform needs to know besides its name; a new one does not compile before it stands here. */
interface TransformOptions {
  readonly 'per-capita': { readonly of: 'area' | 'origin' };
  /** `base` is the text of a year: `2010`, `FY2010`. */
  readonly index: { readonly base: string };
  readonly change: unknown;
  readonly 'change-percent': unknown;
  /** `along` null: over all axes that are shown. */
  readonly 'share-of-total': { readonly along: Along | null };
  readonly 'rolling-mean': { readonly length: number };
  readonly rank: { readonly along: RankAlong | null };
  readonly ratio: { readonly over: Divisor };
  /** The whole contains each of the cells that are shown. */
  readonly 'share-of': { readonly over: WholeAxes };
}

export type TransformSpec = {
  [Id in TransformId]: { readonly id: Id } & TransformOptions[Id];
}[TransformId];

/** The values of `members=`; the first is the default. */
export const MEMBERSHIPS = ['of-the-day', 'today'] as const;
export type Membership = (typeof MEMBERSHIPS)[number];

/** The least share of members that a group needs where the question does not say (docs/rules.md#default-coverage). */
export const DEFAULT_COVERAGE = 1;

/**
 * Members that have together less than this part of a group's population may be missing where the question does not
 * say how many are needed; they are named (docs/rules.md#default-coverage).
 */
export const SMALL_MEMBERS = 0.001;

export interface Query {
  readonly indicator: string;
  /** Countries and cities, in the asker's order; empty (and no group): every area with a published figure. */
  readonly country: readonly string[];
  /** Groups of areas: the published figure, and the one computed from members. */
  readonly group: readonly string[];
  /** Counterparts (nationality, origin); empty: all on file. A group here is published and computed too. */
  readonly origin: readonly string[];
  /** Breakdown tuples; empty: all on file. */
  readonly breakdown: readonly string[];
  /** Definitions; empty: all on file. */
  readonly definition: readonly string[];
  /** Sources; empty: all, each its own series. `preferred` alone: for each area the first that has figures. */
  readonly source: readonly string[];
  /** Bases of time that are asked for, main one first; never empty. */
  readonly basis: readonly Basis[];
  readonly time: TimeSpan;
  /** Axes that are kept apart; the others are combined. Sources are always kept apart. */
  readonly by: readonly Axis[];
  /** Least share of members, above 0 to 1, that a combined cell needs. */
  readonly coverage: number;
  /** `population`: the least share is of the members' people; absent: of the members. */
  readonly coverageOf?: 'population';
  /** What is made of the figures before they are shown; null: they are shown as they are. */
  readonly transform: TransformSpec | null;
  /** `today`: groups have the members of the day of the release in every period; absent: those of its first day. */
  readonly members?: 'today';
  /** For rates of groups: the source of the population that weighs them; absent: the one that the indicator names. */
  readonly weight?: string;
}
