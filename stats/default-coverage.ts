/**
 * How much of a group its figure needs if the query does not set `coverage=` (docs/rules.md#default-coverage).
 * All code and all texts read it from here.
 */

/** The coverage that requires every member. */
export const ALL_MEMBERS = 1;

/** The minimum share of members that a group needs if the query does not set one: all of them. */
export const DEFAULT_COVERAGE: number = 1;

/**
 * If all members are required, members with together less than this fraction of a group's population may be
 * missing; they are named.
 */
export const SMALL_MEMBERS = 0.001;
