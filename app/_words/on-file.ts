/** Texts of the page that shows what is on file of an indicator. */
import type { Language } from '#stats/language.ts';

interface Words {
  readonly title: (indicator: string) => string;
  readonly lead: string;
  readonly description: (indicator: string) => string;
  readonly link: string;
  readonly place: string;
  readonly years: string;
  readonly count: string;
  readonly byPlace: string;
  readonly byOrigin: string;
  readonly part: string;
  readonly show: string;
  readonly form: string;
  readonly legend: string;
  readonly preferred: string;
  readonly rowWords: (count: number, first: number, last: number, all: number) => string;
  readonly missing: (years: string) => string;
  readonly counts: (places: number, sources: number) => string;
  readonly nothing: string;
  readonly open: string;
}

export const ON_FILE_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: (indicator) => `What is on file: ${indicator}`,
    lead: 'A row for each place, a strip for each source, a block for each year with a figure. An empty year is a gap.',
    description: (indicator) => `Which places and years each source has for “${indicator}”.`,
    link: 'What is on file, by place, year and source',
    place: 'Place',
    years: 'Years on file',
    count: 'Figures',
    byPlace: 'By place',
    byOrigin: 'By origin',
    part: 'Part and way of counting',
    show: 'Show',
    form: 'Choose what the table is of',
    legend: 'The strips of a row, from the top:',
    preferred: 'preferred',
    rowWords: (count, first, last, all) =>
      count === 1 ? String(first) : `${first} to ${last}, ${count} of ${all} years`,
    missing: (years) => `missing: ${years}`,
    counts: (places, sources) =>
      `${places === 1 ? '1 place' : `${places} places`}, ${sources === 1 ? '1 source' : `${sources} sources`}.`,
    nothing: 'Nothing on file has a date.',
    open: 'Open the indicator',
  },
  es: {
    title: (indicator) => `Qué hay registrado: ${indicator}`,
    lead: 'Una fila por lugar, una franja por fuente y un bloque por año con cifra. Un año vacío es una laguna.',
    description: (indicator) => `Qué lugares y años tiene cada fuente de «${indicator}».`,
    link: 'Qué hay registrado, por lugar, año y fuente',
    place: 'Lugar',
    years: 'Años con cifra',
    count: 'Cifras',
    byPlace: 'Por lugar',
    byOrigin: 'Por origen',
    part: 'Parte y forma de contar',
    show: 'Mostrar',
    form: 'Elegir de qué es la tabla',
    legend: 'Las franjas de una fila, desde arriba:',
    preferred: 'preferida',
    rowWords: (count, first, last, all) =>
      count === 1 ? String(first) : `de ${first} a ${last}, ${count} de ${all} años`,
    missing: (years) => `faltan: ${years}`,
    counts: (places, sources) =>
      `${places === 1 ? '1 lugar' : `${places} lugares`}, ${sources === 1 ? '1 fuente' : `${sources} fuentes`}.`,
    nothing: 'Nada de lo registrado lleva fecha.',
    open: 'Abrir el indicador',
  },
};
