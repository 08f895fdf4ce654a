/** Texts of an answer as Markdown, and of `/llms.txt`. */
import type { Language } from '#stats/language.ts';

interface Words {
  readonly release: (version: string, date: string) => string;
  readonly verdict: string;
  readonly series: string;
  readonly more: (count: number) => string;
  readonly figures: string;
  readonly period: string;
  readonly what: string;
  readonly figure: string;
  readonly where: string;
  /** `where` is the URL of the file that has all rows. */
  readonly rest: (count: string, where: string) => string;
  readonly notes: string;
  readonly sources: string;
  readonly licence: (name: string) => string;
  readonly noLicence: string;
  readonly editions: (ids: string) => string;
  readonly elsewhere: string;
  readonly page: string;
  readonly picture: string;
  readonly revisions: string;
  readonly nothing: string;
  readonly notOnFile: string;
  /** How to read the table. */
  readonly reading: string;
  readonly leftOut: (count: number) => string;
}

export const MARKDOWN_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    release: (version, date) => `Cotejo, release ${version} of ${date}`,
    verdict: 'Can these be compared?',
    series: 'In a sentence',
    more: (count) => `and ${count} more series, in the table`,
    figures: 'Figures',
    period: 'Period',
    what: 'What',
    figure: 'Figure',
    where: 'Place in the source',
    rest: (count, where) => `${count} more rows are in ${where}.`,
    notes: 'Notes',
    sources: 'Sources',
    licence: (name) => `Licence: ${name}`,
    noLicence: 'No licence stated',
    editions: (ids) => `Edition: ${ids}`,
    elsewhere: 'The same answer elsewhere',
    page: 'Page',
    picture: 'Image',
    revisions: 'What has been revised since',
    nothing: 'No figures match this query.',
    notOnFile: 'not available',
    reading:
      'A word before a number (more than, at least, about) is part of the figure. A question mark follows a period that is assumed.',
    leftOut: (count) => `${count} figures have no partner and are left out here; the data name each.`,
  },
  es: {
    release: (version, date) => `Cotejo, edición ${version} del ${date}`,
    verdict: '¿Se pueden comparar?',
    series: 'En una frase',
    more: (count) => `y ${count} series más, en la tabla`,
    figures: 'Cifras',
    period: 'Periodo',
    what: 'Qué',
    figure: 'Cifra',
    where: 'Lugar en la fuente',
    rest: (count, where) => `Las ${count} filas restantes están en ${where}.`,
    notes: 'Notas',
    sources: 'Fuentes',
    licence: (name) => `Licencia: ${name}`,
    noLicence: 'No consta la licencia',
    editions: (ids) => `Versión: ${ids}`,
    elsewhere: 'La misma respuesta en otros formatos',
    page: 'Página',
    picture: 'Imagen',
    revisions: 'Qué se ha revisado desde entonces',
    nothing: 'Ninguna cifra responde a esta consulta.',
    notOnFile: 'no disponible',
    reading:
      'La palabra que precede a un número (más de, al menos, unos) forma parte de la cifra. Un signo de interrogación sigue a un periodo supuesto.',
    leftOut: (count) => `${count} cifras no tienen pareja y aquí no figuran; los datos nombran cada una.`,
  },
};
