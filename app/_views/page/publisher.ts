/** The publisher of a source, as far as the source states it. */
import type { Source } from '#stats/model/catalogue.ts';

/** The text on a card if the source names no publisher. */
const NOBODY = 'not stated';

/** The publisher, or the author, or nothing. @example publisherOf(unhcr) === 'UNHCR' */
export const publisherOf = (source: Pick<Source, 'publisher' | 'author'>): string =>
  source.publisher === NOBODY ? (source.author ?? '') : source.publisher;

/** The known parts of a reference, joined by commas. */
export const reference = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(', ');

/** A title with its year, unless it ends in it. @example dated('Children, fiscal 2014', '2014') === 'Children, fiscal 2014' */
export const dated = (title: string, published: string): string =>
  title.endsWith(published.slice(0, 4)) ? title : reference(title, published.slice(0, 4));
