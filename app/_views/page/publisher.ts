/** The publisher of a source, as far as the source states it. */
import { COMPILED_BY } from '#stats/format/labels.ts';
import type { Language } from '#stats/language.ts';
import type { Source } from '#stats/model/catalogue.ts';

/** The text on a card if the source names no publisher. */
const NOBODY = 'not stated';

/**
 * The publisher, or the author, or nothing. For a compiled source: who counted, and who compiled it.
 * @example publisherOf(unhcr, 'en') === 'UNHCR'
 * @example publisherOf(homicides, 'en') === 'UNODC, compiled by Our World in Data'
 */
export function publisherOf(
  { publisher, author, producer, compiler }: Pick<Source, 'publisher' | 'author' | 'producer' | 'compiler'>,
  language: Language,
): string {
  if (producer !== undefined && compiler !== undefined)
    return `${producer}, ${COMPILED_BY[language]} ${compiler}`;
  return publisher === NOBODY ? (author ?? '') : publisher;
}

/** The known parts of a reference, joined by commas. */
export const reference = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(', ');

/** A title with its year, unless it ends in it. @example dated('Children, fiscal 2014', '2014') === 'Children, fiscal 2014' */
export const dated = (title: string, published: string): string =>
  title.endsWith(published.slice(0, 4)) ? title : reference(title, published.slice(0, 4));
