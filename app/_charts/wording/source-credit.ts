/** A source in one line, for an image that is used without its page: publisher, title, licence. */
import { COMPILED_BY } from '#stats/format/labels.ts';
import type { Source } from '#stats/model/catalogue.ts';
import type { Language } from '#stats/language.ts';

/** The text on a card for a fact that the source does not state; it is left out at the foot of a picture. */
const NOT_STATED = 'not stated';

const producerOf = ({ publisher, producer, compiler }: Source, language: Language): string =>
  producer === undefined || compiler === undefined
    ? publisher
    : `${producer}, ${COMPILED_BY[language]} ${compiler}`;

export const creditOf = (source: Source, language: Language): string =>
  [source.author, producerOf(source, language), source.title[language], source.licence.name]
    .filter((part) => part !== undefined && part !== '' && part !== NOT_STATED)
    .join('. ');
