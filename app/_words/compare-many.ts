/** Texts of a comparison of three or more indicators, and of the circles of a comparison across places. */
import type { Language } from '#stats/language.ts';

interface Words {
  readonly first: string;
  readonly also: string;
  readonly places: string;
  readonly none: string;
  readonly allPlaces: string;
  readonly lead: string;
  readonly table: string;
  /** What the table shows: figures of one year, or the latest of each place. */
  readonly tableHelp: (isOneYear: boolean) => string;
  /** Figures that are not shown, because a place has several of the same period. */
  readonly several: (count: number) => string;
  readonly nothing: string;
  readonly circles: string;
  readonly alike: string;
  readonly byPopulation: string;
}

export const COMPARE_MANY_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    first: 'Indicator',
    also: 'And',
    places: 'Places',
    none: 'no other',
    allPlaces: 'all places',
    lead: 'Several indicators of the same places: side by side in a table, then one panel each.',
    table: 'Side by side',
    tableHelp: (isOneYear) =>
      isOneYear
        ? 'One row per place. Each figure keeps its hedge and its source.'
        : 'One row per place, with the latest figure of each indicator and its period. Each keeps its hedge and its source.',
    several: (count) => `${count} figures`,
    nothing: 'no figure on file',
    circles: 'Circles',
    alike: 'All alike',
    byPopulation: 'By population',
  },
  es: {
    first: 'Indicador',
    also: 'Y',
    places: 'Lugares',
    none: 'ninguno más',
    allPlaces: 'todos los lugares',
    lead: 'Varios indicadores de los mismos lugares: juntos en una tabla y, después, uno por panel.',
    table: 'Lado a lado',
    tableHelp: (isOneYear) =>
      isOneYear
        ? 'Una fila por lugar. Cada cifra conserva su matiz y su fuente.'
        : 'Una fila por lugar, con la última cifra de cada indicador y su periodo. Cada una conserva su matiz y su fuente.',
    several: (count) => `${count} cifras`,
    nothing: 'sin cifra disponible',
    circles: 'Círculos',
    alike: 'Todos iguales',
    byPopulation: 'Por población',
  },
};
