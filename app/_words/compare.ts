/** The page on which indicators are laid beside one another, in both languages. Spanish is written, not translated. */
import type { Unpaired } from '#stats/pairing/pairs.ts';
import type { Language } from '#stats/language.ts';

interface Words {
  readonly title: string;
  readonly titleMany: string;
  readonly description: string;
  readonly up: string;
  readonly across: string;
  readonly year: string;
  readonly show: string;
  readonly form: string;
  readonly may: string;
  readonly aligned: string;
  readonly together: string;
  readonly correlation: (r: string, pairs: number) => string;
  readonly tooFew: (least: number) => string;
  readonly leftOut: string;
  /** `title` is what the place lacks. */
  readonly lacks: (title: string, places: string) => string;
  readonly why: Readonly<Record<Exclude<Unpaired, 'no-other'>, (title: string, places: string) => string>>;
  readonly others: (count: number) => string;
  readonly neighbour: string;
  readonly table: string;
  readonly tableHelp: string;
  readonly place: string;
  readonly side: string;
  readonly sideHelp: string;
  readonly rows: Readonly<
    Record<'unit' | 'time' | 'counted' | 'where' | 'definition' | 'source' | 'hedge', string>
  >;
  readonly marks: Readonly<Record<'same' | 'axes' | 'design' | 'differs' | 'near' | 'open', string>>;
  readonly hedged: (count: number, all: number) => string;
  readonly noHedge: string;
  readonly panels: string;
  readonly panelsHelp: string;
  readonly citation: (titles: string, version: string, date: string, year: string, address: string) => string;
  readonly compareWith: string;
}

export const COMPARE_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Compare two indicators',
    titleMany: 'Compare indicators',
    description: 'Two indicators of the same places and the same time, each with its hedge and its source.',
    up: 'Up the page',
    across: 'Across the page',
    year: 'Year',
    show: 'Show',
    form: 'Choose what to compare',
    may: 'May these be compared?',
    aligned: 'How their periods meet',
    together: 'Do the two go together?',
    correlation: (r, pairs) =>
      `Rank correlation ${r} across ${pairs} places. One year and ${pairs} points say little, and nothing about cause.`,
    tooFew: (least) => `With fewer than ${least} places nothing can be said.`,
    leftOut: 'Left out',
    lacks: (title, places) => `No figure of “${title}”: ${places}.`,
    why: {
      several: (title, places) =>
        `“${title}” has several figures, and which is meant is not said: ${places}.`,
      basis: (title, places) => `“${title}” is of another kind of period: ${places}.`,
    },
    others: (count) => `and ${count} more`,
    neighbour: 'A neighbouring year is never put in their place.',
    table: 'The same figures, and where they are said',
    tableHelp: 'One row a place. Each figure keeps its hedge and its source.',
    place: 'Place',
    side: 'Side by side',
    sideHelp: 'What each of the two measures, point by point.',
    rows: {
      unit: 'Unit',
      time: 'Time',
      counted: 'What is counted',
      where: 'Whose place',
      definition: 'Definition',
      source: 'Source',
      hedge: 'Hedge',
    },
    marks: {
      same: 'the same',
      axes: 'one on each axis',
      design: 'by design',
      differs: 'differs',
      near: 'nine months in common',
      open: 'not stated',
    },
    hedged: (count, all) => `${count} of ${all} figures with an interval or a word of caution`,
    noHedge: 'Plain numbers; no interval published',
    panels: 'Each on its own',
    panelsHelp: 'The same places, one indicator a panel.',
    citation: (titles, version, date, year, address) =>
      `Cotejo (${year}). ${titles}. Release ${version}, ${date}. ${address}`,
    compareWith: 'Compare with another indicator',
  },
  es: {
    title: 'Cotejar dos indicadores',
    titleMany: 'Cotejar indicadores',
    description:
      'Dos indicadores de los mismos lugares y el mismo tiempo, cada uno con su matiz y su fuente.',
    up: 'En vertical',
    across: 'En horizontal',
    year: 'Año',
    show: 'Mostrar',
    form: 'Elegir qué cotejar',
    may: '¿Se pueden comparar?',
    aligned: 'Cómo se cotejan sus periodos',
    together: '¿Van juntos?',
    correlation: (r, pairs) =>
      `Correlación de rangos ${r} en ${pairs} lugares. Un año y ${pairs} puntos dicen poco, y nada sobre la causa.`,
    tooFew: (least) => `Con menos de ${least} lugares no se puede decir nada.`,
    leftOut: 'Lo que queda fuera',
    lacks: (title, places) => `Sin cifra de «${title}»: ${places}.`,
    why: {
      several: (title, places) => `«${title}» tiene varias cifras y no se dice cuál: ${places}.`,
      basis: (title, places) => `«${title}» es de otra clase de periodo: ${places}.`,
    },
    others: (count) => `y ${count} más`,
    neighbour: 'Nunca se pone en su lugar un año vecino.',
    table: 'Las mismas cifras y dónde se dicen',
    tableHelp: 'Una fila por lugar. Cada cifra conserva su matiz y su fuente.',
    place: 'Lugar',
    side: 'Lado a lado',
    sideHelp: 'Qué mide cada uno, punto por punto.',
    rows: {
      unit: 'Unidad',
      time: 'Tiempo',
      counted: 'Qué se cuenta',
      where: 'De quién es el lugar',
      definition: 'Definición',
      source: 'Fuente',
      hedge: 'Matiz',
    },
    marks: {
      same: 'lo mismo',
      axes: 'uno en cada eje',
      design: 'a propósito',
      differs: 'difiere',
      near: 'nueve meses en común',
      open: 'no consta',
    },
    hedged: (count, all) => `${count} de ${all} cifras con intervalo o palabra de cautela`,
    noHedge: 'Números sin más; no se publica intervalo',
    panels: 'Cada uno por su lado',
    panelsHelp: 'Los mismos lugares, un indicador por panel.',
    citation: (titles, version, date, year, address) =>
      `Cotejo (${year}). ${titles}. Edición ${version}, ${date}. ${address}`,
    compareWith: 'Cotejar con otro indicador',
  },
};
