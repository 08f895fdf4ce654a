/** Texts of the files in a data package. */
import type { Language } from '#stats/language.ts';

interface Words {
  readonly licences: string;
  readonly licence: string;
  readonly redistribute: string;
  readonly may: Readonly<Record<'yes' | 'no' | 'unknown', string>>;
}

export const PACKAGE_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    licences:
      'Each source has its own licence. What applies to a row is the licence of the source that the row names.',
    licence: 'Licence',
    redistribute: 'May be redistributed',
    may: { yes: 'yes', no: 'no', unknown: 'not stated' },
  },
  es: {
    licences: 'Cada fuente tiene su licencia. A cada fila se le aplica la de la fuente que la fila nombra.',
    licence: 'Licencia',
    redistribute: 'Se puede redistribuir',
    may: { yes: 'sí', no: 'no', unknown: 'no consta' },
  },
};
