/** Who published a source, as far as the source says. */
import { COMPILED_BY } from '#stats/format/labels.ts';
import type { Language } from '#stats/language.ts';
import type { Source } from '#stats/model/catalogue.ts';

/** What a card holds where the source names nobody. */
const NOBODY = 'not stated';

/**
 * The publisher, or the author, or nothing; of a compiled source who counted, and who compiled it.
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

/** Parts of a reference, those that are known, joined by commas. */
export const reference = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(', ');

/** A title with its year, unless it ends in it. @example dated('Children, fiscal 2014', '2014') === 'Children, fiscal 2014' */
export const dated = (title: string, published: string): string =>
  title.endsWith(published.slice(0, 4)) ? title : reference(title, published.slice(0, 4));
