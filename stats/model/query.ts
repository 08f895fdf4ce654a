/**
 * A query as data: what a URL asks about one indicator, and how its figures are transformed. `stats/query`
 * parses it from a URL and formats it back; an answer contains its query.
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

/** The axes that a share or a rank may run along. Sources are never combined or ranked. */
export const ALONG = ['area', 'origin', 'breakdown'] as const;
export type Along = (typeof ALONG)[number];
/** A rank may also run along time: each period among those of its own series. */
export const RANK_ALONG = [...ALONG, 'time'] as const;
export type RankAlong = (typeof RANK_ALONG)[number];

/** The options of each transform. A new transform does not compile until it is added here. */
interface TransformOptions {
  readonly 'per-capita': { readonly of: 'area' | 'origin' };
  /** `base` is the text of a year: `2010`, `FY2010`. */
  readonly index: { readonly base: string };
  readonly change: unknown;
  readonly 'change-percent': unknown;
  /** If `along` is null: over all axes that are shown. */
  readonly 'share-of-total': { readonly along: Along | null };
  readonly 'rolling-mean': { readonly length: number };
  readonly rank: { readonly along: RankAlong | null };
  readonly ratio: { readonly over: Divisor };
  /** The whole must contain each of the cells shown. */
  readonly 'share-of': { readonly over: WholeAxes };
}

export type TransformSpec = {
  [Id in TransformId]: { readonly id: Id } & TransformOptions[Id];
}[TransformId];

/** The values of `members=`; the first is the default. */
export const MEMBERSHIPS = ['of-the-day', 'today'] as const;
export type Membership = (typeof MEMBERSHIPS)[number];

export interface Query {
  readonly indicator: string;
  /**
   * Countries and cities, in the order of the query. Empty (and no group): every area with a published
   * figure.
   */
  readonly country: readonly string[];
  /** Groups of areas: both the published figure and the one computed from members. */
  readonly group: readonly string[];
  /**
   * Counterpart areas (nationality, origin). Empty: all on file. A group here is published and computed too.
   */
  readonly origin: readonly string[];
  /** Breakdown tuples; empty: all on file. */
  readonly breakdown: readonly string[];
  /** Definitions; empty: all on file. */
  readonly definition: readonly string[];
  /**
   * Sources. Empty: all, each as its own series. `preferred` alone: for each area the first that has figures.
   */
  readonly source: readonly string[];
  /** Bases of time of the query, the main one first; never empty. */
  readonly basis: readonly Basis[];
  readonly time: TimeSpan;
  /** Axes that are kept separate; the others are combined. Sources are always kept separate. */
  readonly by: readonly Axis[];
  /** The minimum share of members that a combined cell needs, above 0 and up to 1. */
  readonly coverage: number;
  /** `population`: `coverage` is a share of the members' population; if absent, of their number. */
  readonly coverageOf?: 'population';
  /** The transform to apply to the figures; null to show them as they are. */
  readonly transform: TransformSpec | null;
  /**
   * `today`: in every period a group has its members on the day of the release. If absent: those on the
   * period's first day.
   */
  readonly members?: 'today';
  /**
   * For rates of groups: the source of the population weights; if absent, the one that the indicator names.
   */
  readonly weight?: string;
}
