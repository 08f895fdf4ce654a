/** The `until_release` of a row that is still in force: a release number that none will reach. */
export const OPEN = 2147483647;
