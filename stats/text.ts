/** Small operations on texts and lists of texts, so that each is done in one way. */

/**
 * The values without duplicates, in order of first occurrence.
 * @example unique(['b', 'a', 'b']) -> ['b', 'a']
 */
export const unique = <T>(values: Iterable<T>): T[] => [...new Set(values)];

/** Makes the first letter upper case. @example capitalise('por la Patrulla') === 'Por la Patrulla' */
export const capitalise = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A sentence with its full stop, if it has no other end. @example withStop('Not on file') === 'Not on file.' */
export const withStop = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** Combining marks, as a fixed range: the characters in `\p{Mn}` depend on the Unicode version of Node. */
const MARKS = /[\u0300-\u036f]/g;

/** Letters without their accents. @example foldAccents('México') === 'Mexico' */
export const foldAccents = (text: string): string => text.normalize('NFD').replace(MARKS, '');

/** Small letters without their accents, by which texts are compared. @example foldText('México') === 'mexico' */
export const foldText = (text: string): string => foldAccents(text).toLowerCase();
