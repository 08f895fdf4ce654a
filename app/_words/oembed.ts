/** Texts of answers for sites that turn a pasted address into an embed. */
import type { Language, Text } from '#stats/language.ts';

export const OEMBED_WORDS: Readonly<
  Record<Language, { readonly sources: string; readonly release: (version: string) => string }>
> = {
  en: { sources: 'Sources:', release: (version) => `Cotejo, release ${version}.` },
  es: { sources: 'Fuentes:', release: (version) => `Cotejo, edición ${version}.` },
};

export const OEMBED_PROBLEMS = {
  noUrl: {
    en: 'Name the page or embed in url=, percent-encoded.',
    es: 'Nombre la página o la inserción en url=, con escapes de porcentaje.',
  },
  foreign: (origin: string): Text => ({
    en: `Only pages and embeds of ${origin} can be embedded from here.`,
    es: `Desde aquí solo se insertan páginas e inserciones de ${origin}.`,
  }),
  noEmbed: {
    en: 'This address has no embed. Pages of indicators, comparisons of two indicators, and embeds have one.',
    es: 'Esta dirección no tiene inserción. La tienen las páginas de indicadores, las comparaciones de dos indicadores y las inserciones.',
  },
  format: {
    en: 'The formats are json and xml.',
    es: 'Los formatos son json y xml.',
  },
  size: {
    en: 'A width or height is a whole number of pixels, from 1 to 10000.',
    es: 'Un ancho o un alto es un número entero de píxeles, de 1 a 10000.',
  },
} as const;
