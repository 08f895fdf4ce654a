/** Addresses as text. */

/** A path with its query string, if it has one. @example join('/a', 'b=1') === '/a?b=1' */
export const join = (path: string, search: string): string => (search === '' ? path : `${path}?${search}`);
