/** Small things that are done to texts and lists of texts, each in one way. */

/** Each value once, in the order in which it first stands. @example unique(['b', 'a', 'b']) -> ['b', 'a'] */
export const unique = <T>(values: Iterable<T>): T[] => [...new Set(values)];

/** The first letter large. @example capitalise('por la Patrulla') === 'Por la Patrulla' */
export const capitalise = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Marks on letters, as a fixed range: what `\p{Mn}` holds grows with the Unicode version of Node. */
const MARKS = /[\u0300-\u036f]/g;

/** Letters without their accents. @example foldAccents('México') === 'Mexico' */
export const foldAccents = (text: string): string => text.normalize('NFD').replace(MARKS, '');
