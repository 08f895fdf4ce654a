/** Texts of embeds and of their problem pages. */
import type { Language } from '#stats/language.ts';

interface Words {
  /** The names of the folds. */
  readonly numbers: string;
  readonly notesAndSources: string;
  readonly key: string;
  readonly link: string;
  readonly linkHelp: (version: string) => string;
  readonly moreSources: (count: number) => string;
  /** On paper: notes that are only on the site. */
  readonly moreNotes: (count: number) => string;
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
  readonly newestRelease: string;
  /** Within a sentence. */
  readonly inRelease: (version: string) => string;
  /** Why the picture is of another kind than the address asks for. */
  readonly otherKind: (kind: string, needs: string) => string;
  readonly data: string;
  readonly cite: string;
  readonly notOnFile: string;
  readonly accepted: string;
  readonly parameter: string;
  /** One line: what the newest release says of the figures shown. */
  readonly revised: (figures: string, all: string, isOne: boolean) => string;
  readonly moreYears: (version: string) => string;
  /** The page that lists them. */
  readonly revisedTitle: (from: string, to: string) => string;
  readonly then: (version: string) => string;
  readonly back: string;
  readonly seeLatest: (version: string) => string;
  readonly none: string;
}

export const EMBED_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    numbers: 'Numbers',
    notesAndSources: 'Notes and sources',
    key: 'Key',
    link: 'Link',
    linkHelp: (version) => `This chart, as it is in release ${version}:`,
    moreSources: (count) => `and ${count} more`,
    moreNotes: (count) => (count === 1 ? 'One more note at' : `${count} more notes at`),
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
    newestRelease: 'newest release',
    inRelease: (version) => `release ${version}`,
    otherKind: (kind, needs) => `“${kind}” does not fit this question. ${needs}`,
    data: 'data',
    cite: 'cite',
    notOnFile: 'not available',
    accepted: 'Accepted values:',
    parameter: 'Parameter:',
    revised: (figures, all, isOne) =>
      `${figures} of ${all} values shown ${isOne ? 'has' : 'have'} been revised since`,
    moreYears: (version) => `Release ${version} has more years`,
    revisedTitle: (from, to) => `What changed from release ${from} to ${to}`,
    then: (version) => `Release ${version}`,
    back: 'Back to the chart',
    seeLatest: (version) => `See the chart in release ${version}`,
    none: 'none',
  },
  es: {
    numbers: 'Cifras',
    notesAndSources: 'Notas y fuentes',
    key: 'Clave',
    link: 'Enlace',
    linkHelp: (version) => `Este gráfico, tal como está en la edición ${version}:`,
    moreSources: (count) => `y ${count} más`,
    moreNotes: (count) => (count === 1 ? 'Una nota más en' : `${count} notas más en`),
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
    newestRelease: 'edición más reciente',
    inRelease: (version) => `edición ${version}`,
    otherKind: (kind, needs) => `«${kind}» no se ajusta a esta consulta. ${needs}`,
    data: 'datos',
    cite: 'citar',
    notOnFile: 'no disponible',
    accepted: 'Valores admitidos:',
    parameter: 'Parámetro:',
    revised: (figures, all, isOne) =>
      `${isOne ? 'Se ha revisado' : 'Se han revisado'} ${figures} de los ${all} valores mostrados`,
    moreYears: (version) => `La edición ${version} tiene más años`,
    revisedTitle: (from, to) => `Qué cambió de la edición ${from} a la ${to}`,
    then: (version) => `Edición ${version}`,
    back: 'Volver al gráfico',
    seeLatest: (version) => `Ver el gráfico en la edición ${version}`,
    none: 'ninguna',
  },
};
