/** The `until_release` of a row that is still in force: a release number that none will reach. */
export const STILL_IN_FORCE = 2147483647;
