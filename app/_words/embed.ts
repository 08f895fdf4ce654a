/** Texts of embeds and of their problem pages. */
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
  /** If not everything fits in the drawing; `all` is formatted for readers. */
  /** `names` are those of the series drawn. */
  readonly drawn: (drawn: string, all: string, names: string) => string;
  readonly andMore: (count: string) => string;
  readonly drawnPairs: (drawn: string, all: string) => string;
  readonly nothing: string;
  readonly licenceIs: (name: string) => string;
  readonly noLicence: string;
  readonly release: string;
  /** Why the picture is of another kind than the address asks for. */
  readonly otherKind: (kind: string, needs: string) => string;
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
    whereStated: 'Source',
    more: (count) => `${count} more in the data.`,
    drawn: (drawn, all, names) =>
      `The chart shows ${drawn} of ${all} figures${names && ` (${names})`}; the data contain all of them.`,
    andMore: (count) => `and ${count} more`,
    drawnPairs: (drawn, all) => `The chart shows ${drawn} of ${all} pairs; the data contain all of them.`,
    nothing: 'No figures match this query.',
    licenceIs: (name) => `Licence: ${name}.`,
    noLicence: 'No licence stated.',
    release: 'Release',
    otherKind: (kind, needs) => `“${kind}” does not fit this question. ${needs}`,
    data: 'data',
    cite: 'cite',
    notOnFile: 'not available',
    accepted: 'Accepted values:',
    parameter: 'Parameter:',
    revisedSince: (version, figures) =>
      `Revised since release ${version}: ${figures} of these figures ${figures === 1 ? 'has' : 'have'} changed.`,
    seeLatest: (version) => `See release ${version}`,
  },
  es: {
    numbers: 'Las cifras',
    year: 'Año',
    what: 'Qué',
    place: 'Lugar',
    period: 'Periodo',
    figure: 'Cifra',
    whereStated: 'Fuente',
    more: (count) => `Hay ${count} más en los datos.`,
    drawn: (drawn, all, names) =>
      `El gráfico muestra ${drawn} de ${all} cifras${names && ` (${names})`}; los datos las contienen todas.`,
    andMore: (count) => `y ${count} más`,
    drawnPairs: (drawn, all) => `El gráfico muestra ${drawn} de ${all} pares; los datos los contienen todos.`,
    nothing: 'Ninguna cifra corresponde a esta consulta.',
    licenceIs: (name) => `Licencia: ${name}.`,
    noLicence: 'Sin licencia indicada.',
    release: 'Edición',
    otherKind: (kind, needs) => `«${kind}» no se ajusta a esta consulta. ${needs}`,
    data: 'datos',
    cite: 'citar',
    notOnFile: 'no disponible',
    accepted: 'Valores admitidos:',
    parameter: 'Parámetro:',
    revisedSince: (version, figures) =>
      `Revisado desde la edición ${version}: ${figures === 1 ? 'ha cambiado una' : `han cambiado ${figures}`} de estas cifras.`,
    seeLatest: (version) => `Ver la edición ${version}`,
  },
};
