/**
 * Every row that a release may close has a range of releases, `[since_release, until_release)`. This is the one
 * rule of which rows a release has.
 */

/** The `until_release` of a row that is still in force: a release number that none will reach. */
export const STILL_IN_FORCE = 2147483647;

/**
 * The condition that a row is in force in a release.
 * @example inForce('f', '$1') === 'f.since_release <= $1 and f.until_release > $1'
 */
export const inForce = (alias: string, release: string | number): string =>
  `${alias}.since_release <= ${release} and ${alias}.until_release > ${release}`;
