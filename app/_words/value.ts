/** Texts of a figure in running text, and of what is wrong with its question. */
import type { Language, Text } from '#stats/language.ts';

export const VALUE_WORDS: Readonly<
  Record<Language, Record<'source' | 'page' | 'copy' | 'copyHelp', string>>
> = {
  en: {
    source: 'Source',
    page: 'Figure and source',
    copy: 'In a sentence',
    copyHelp: 'One line of HTML: the figure with its hedge and source, linked to this release.',
  },
  es: {
    source: 'Fuente',
    page: 'Cifra y fuente',
    copy: 'En una frase',
    copyHelp: 'Una línea de HTML: la cifra con su matiz y su fuente, enlazada a esta edición.',
  },
};

export const VALUE_PROBLEMS = {
  noIndicator: {
    en: 'Name the indicator of the figure: indicator=homicide-rate.',
    es: 'Nombre el indicador de la cifra: indicator=homicide-rate.',
  },
  notOne: (count: number): Text =>
    count === 0
      ? {
          en: 'No figure matches this query. A value in a text is a single figure.',
          es: 'Ninguna cifra corresponde a esta consulta. Un valor en un texto es una sola cifra.',
        }
      : {
          en: `This query gives ${count} figures. A value in a text is a single figure: name its place, period and source.`,
          es: `Esta consulta da ${count} cifras. Un valor en un texto es una sola cifra: nombre su lugar, su periodo y su fuente.`,
        },
} as const;
