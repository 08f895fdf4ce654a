/** Words of the PxWebApi interface. */
import type { Language, Text } from '#stats/language.ts';

export const PXWEB_WORDS: Readonly<
  Record<Language, { readonly language: string; readonly duplicates: (count: number, csv: string) => string }>
> = {
  en: {
    language: 'English',
    duplicates: (count, csv) =>
      `A cube has one figure in a place: ${count} more figures that a source gives for the same place are in ${csv}`,
  },
  es: {
    language: 'Español',
    duplicates: (count, csv) =>
      `Un cubo tiene una sola cifra en cada lugar: otras ${count} cifras que una fuente da para el mismo lugar están en ${csv}`,
  },
};

/** Problems of a request. */
export const PXWEB_PROBLEMS = {
  resource: {
    en: 'This service has `config`, `tables`, `tables/{id}`, and its metadata, defaultselection and data.',
    es: 'Este servicio tiene `config`, `tables`, `tables/{id}`, y sus metadata, defaultselection y data.',
  },
  resourceOne: {
    en: 'Version 1 has the list of tables and, below it, each table: its variables by GET, its figures by POST.',
    es: 'La versión 1 tiene la lista de tablas y, debajo, cada tabla: sus variables por GET, sus cifras por POST.',
  },
  query: {
    en: 'A query as JSON is needed: `{"query":[{"code":"area","selection":{"filter":"item","values":["HND"]}}],"response":{"format":"json"}}`.',
    es: 'Se necesita una consulta en JSON: `{"query":[{"code":"area","selection":{"filter":"item","values":["HND"]}}],"response":{"format":"json"}}`.',
  },
  codelists: {
    en: 'No table here has code lists besides the values of its variables.',
    es: 'Ninguna tabla tiene aquí más listas de códigos que los valores de sus variables.',
  },
  expression: {
    en: 'Values are codes separated by commas, with * and ? as wildcards, or top(n), bottom(n), from(code), to(code), range(code,code).',
    es: 'Los valores son códigos separados por comas, con * y ? como comodines, o top(n), bottom(n), from(código), to(código), range(código,código).',
  },
  missing: (variable: string): Text => ({
    en: `Choose values of ${variable}: it has no total.`,
    es: `Elija valores de ${variable}: no tiene total.`,
  }),
  body: {
    en: 'A selection as JSON is needed: `{"selection":[{"variableCode":"area","valueCodes":["HND"]}]}`.',
    es: 'Se necesita una selección en JSON: `{"selection":[{"variableCode":"area","valueCodes":["HND"]}]}`.',
  },
  number: { en: 'A whole number of 1 or more is needed.', es: 'Se necesita un número entero de 1 o más.' },
  cells: {
    en: 'cells; choose fewer values',
    es: 'celdas; elija menos valores',
  },
} as const satisfies Readonly<Record<string, Text | ((variable: string) => Text)>>;
