/** Who published a source, as far as the source says. */
import type { Source } from '#stats/model/catalogue.ts';

/** What a card holds where the source names nobody. */
const NOBODY = 'not stated';

/** The publisher, or the author, or nothing. @example publisherOf(unhcr) === 'UNHCR' */
export const publisherOf = (source: Pick<Source, 'publisher' | 'author'>): string =>
  source.publisher === NOBODY ? (source.author ?? '') : source.publisher;

/** Parts of a reference, those that are known, joined by commas. */
export const reference = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(', ');

/** A title with its year, unless it ends in it. @example dated('Children, fiscal 2014', '2014') === 'Children, fiscal 2014' */
export const dated = (title: string, published: string): string =>
  title.endsWith(published.slice(0, 4)) ? title : reference(title, published.slice(0, 4));
