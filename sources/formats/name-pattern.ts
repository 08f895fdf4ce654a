/** Names of files as a recipe writes them. */
import { memoize } from '#stats/memoize.ts';

/** What fits a name in which `*` stands for any letters. @example namePattern('a-*.csv').test('a-2014.csv') === true */
export const namePattern = memoize(
  (name: string): RegExp =>
    new RegExp(`^${name.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`),
);
