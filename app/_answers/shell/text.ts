/** What only an embed and a problem page say, in both languages. */
import type { Language } from '#stats/language.ts';

interface Words {
  readonly numbers: string;
  readonly year: string;
  readonly what: string;
  readonly place: string;
  readonly period: string;
  readonly figure: string;
  readonly whereStated: string;
  readonly more: (count: number) => string;
  /** Where not all has room in the drawing; `all` as a reader writes it. */
  readonly drawn: (drawn: string, all: string) => string;
  readonly drawnPairs: (drawn: string, all: string) => string;
  readonly nothing: string;
  readonly licenceIs: (name: string) => string;
  readonly noLicence: string;
  readonly release: string;
  readonly data: string;
  readonly cite: string;
  readonly notOnFile: string;
  readonly accepted: string;
  readonly parameter: string;
  readonly revisedSince: (version: string, figures: number) => string;
  readonly seeLatest: (version: string) => string;
}

export const EMBED_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    numbers: 'The numbers',
    year: 'Year',
    what: 'What',
    place: 'Place',
    period: 'Period',
    figure: 'Figure',
    whereStated: 'Where it is said',
    more: (count) => `${count} more in the data.`,
    drawn: (drawn, all) => `${drawn} of ${all} figures are drawn; the others are in the data.`,
    drawnPairs: (drawn, all) => `${drawn} of ${all} pairs are drawn; the others are in the data.`,
    nothing: 'No figures for what was asked.',
    licenceIs: (name) => `Licence: ${name}.`,
    noLicence: 'No licence is stated.',
    release: 'Release',
    data: 'data',
    cite: 'cite',
    notOnFile: 'not on file',
    accepted: 'Accepted:',
    parameter: 'Parameter:',
    revisedSince: (version, figures) =>
      `Revised since release ${version}: ${figures} of these figures ${figures === 1 ? 'is another' : 'are others'} now.`,
    seeLatest: (version) => `See release ${version}`,
  },
  es: {
    numbers: 'Las cifras',
    year: 'Año',
    what: 'Qué',
    place: 'Lugar',
    period: 'Periodo',
    figure: 'Cifra',
    whereStated: 'Dónde se dice',
    more: (count) => `Hay ${count} más en los datos.`,
    drawn: (drawn, all) => `Se dibujan ${drawn} de ${all} cifras; las demás están en los datos.`,
    drawnPairs: (drawn, all) => `Se dibujan ${drawn} de ${all} pares; los demás están en los datos.`,
    nothing: 'No hay cifras para lo que se pidió.',
    licenceIs: (name) => `Licencia: ${name}.`,
    noLicence: 'No se indica licencia.',
    release: 'Edición',
    data: 'datos',
    cite: 'citar',
    notOnFile: 'sin registro',
    accepted: 'Se admite:',
    parameter: 'Parámetro:',
    revisedSince: (version, figures) =>
      `Revisado desde la edición ${version}: ${figures} de estas cifras ${figures === 1 ? 'es otra' : 'son otras'} ahora.`,
    seeLatest: (version) => `Ver la edición ${version}`,
  },
};
