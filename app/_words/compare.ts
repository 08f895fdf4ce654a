/** Texts of the page Compare. */
import type { Unpaired } from '#stats/pairing/pairs.ts';
import type { PlaceAxis } from '#stats/query/several.ts';
import type { SideChoice } from '#stats/query/settle-side.ts';
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
  readonly allPlaces: (count: number) => string;
  /** Period and source of most figures of a column. */
  readonly unlessNamed: (origin: string) => string;
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
  readonly acrossLead: string;
  readonly overTitle: string;
  readonly overLead: string;
  readonly change: string;
  readonly above: string;
  readonly below: string;
  readonly everyOrigin: string;
  readonly total: string;
  readonly axes: Readonly<Record<PlaceAxis, string>>;
  readonly choices: Readonly<Record<SideChoice, string>>;
  /** The verdict over the panels, before its reasons. */
  readonly readTogether: string;
  readonly measures: (first: string, second: string) => string;
  readonly reasons: (count: number) => string;
  readonly nothing: string;
  readonly nothingHelp: string;
  readonly fiscal: string;
  readonly noCause: string;
  readonly noCauseHelp: string;
  readonly numbers: string;
  readonly shownAs: string;
  readonly views: Readonly<Record<'time' | 'places', string>>;
  /** Why there is no other view. */
  readonly noOther: Readonly<Record<'time' | 'places', string>>;
}

export const COMPARE_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Compare two indicators',
    titleMany: 'Compare indicators',
    description: 'Two indicators for the same places and periods, each figure with its hedge and its source.',
    up: 'Vertical axis',
    across: 'Horizontal axis',
    year: 'Year',
    show: 'Show',
    form: 'Choose what to compare',
    may: 'Can these be compared?',
    aligned: 'How the periods line up',
    together: 'Are the two correlated?',
    correlation: (r, pairs) =>
      `Rank correlation ${r} across ${pairs} places. One year and ${pairs} points are weak evidence, and say nothing about cause.`,
    tooFew: (least) => `We do not compute a correlation for fewer than ${least} places.`,
    leftOut: 'Left out',
    lacks: (title, places) => `No figure for “${title}”: ${places}.`,
    why: {
      several: (title, places) =>
        `“${title}” has more than one figure here; choose a source or breakdown: ${places}.`,
      basis: (title, places) => `“${title}” has a different kind of period: ${places}.`,
    },
    others: (count) => `and ${count} more`,
    neighbour: 'We never use a neighbouring year instead.',
    table: 'The same figures with their sources',
    tableHelp: 'One row per country or area, the highest first. Each figure keeps its hedge and its source.',
    allPlaces: (count) => `All ${count} places`,
    unlessNamed: (origin) => `${origin}, unless a row names another`,
    place: 'Place',
    side: 'Side by side',
    sideHelp: 'What each indicator measures, point by point.',
    rows: {
      unit: 'Unit',
      time: 'Time',
      counted: 'What is counted',
      where: 'Area refers to',
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
    hedged: (count, all) => `${count} of ${all} figures have an interval or a qualifier`,
    noHedge: 'Exact figures; no interval published',
    panels: 'Each indicator separately',
    panelsHelp: 'The same places, one panel per indicator.',
    citation: (titles, version, date, year, address) =>
      `Cotejo (${year}). ${titles}. Release ${version}, ${date}. ${address}`,
    compareWith: 'Compare with another indicator',
    acrossLead: 'The places that have both, in one year.',
    overTitle: 'Compare',
    overLead: 'Two indicators, one above the other, each with its own scale, over one time axis.',
    change: 'Change',
    above: 'Above',
    below: 'Below',
    everyOrigin: 'all',
    total: 'total',
    axes: { area: 'Where it happened', origin: 'People from' },
    choices: {
      origin: 'from',
      country: 'where',
      breakdown: 'part',
      definition: 'counted as',
      basis: 'basis',
      source: 'source',
    },
    readTogether: 'Read together, not divided.',
    measures: (first, second) => `Above: ${first}. Below: ${second}.`,
    reasons: (count) => (count === 1 ? 'One thing to know' : `${count} things to know`),
    nothing: 'These two have no figures that a time axis can hold',
    nothingHelp: 'Choose another indicator below; each says what it shares.',
    fiscal:
      'Fiscal 2014 is October 2013 to September 2014, so it begins a quarter of a year before the calendar year. Nothing is shifted to make them meet.',
    noCause: 'What this does not say',
    noCauseHelp: 'Two lines that move together do not show that one follows from the other.',
    numbers: 'The figures as a table',
    shownAs: 'Shown as',
    views: { time: 'Over time', places: 'Across places' },
    noOther: {
      time: 'Across places needs at least two places that have both in one year.',
      places: 'Neither has a figure that a time axis can hold.',
    },
  },
  es: {
    title: 'Cotejar dos indicadores',
    titleMany: 'Cotejar indicadores',
    description: 'Dos indicadores de los mismos lugares y periodos, cada cifra con su matiz y su fuente.',
    up: 'En vertical',
    across: 'En horizontal',
    year: 'Año',
    show: 'Mostrar',
    form: 'Elegir qué cotejar',
    may: '¿Se pueden comparar?',
    aligned: 'Cómo se corresponden sus periodos',
    together: '¿Están correlacionados?',
    correlation: (r, pairs) =>
      `Correlación de rangos ${r} en ${pairs} lugares. Un año y ${pairs} puntos prueban poco, y nada dicen de la causa.`,
    tooFew: (least) => `Con menos de ${least} lugares no se calcula la correlación.`,
    leftOut: 'Lo que queda fuera',
    lacks: (title, places) => `Sin cifra de «${title}»: ${places}.`,
    why: {
      several: (title, places) =>
        `«${title}» tiene aquí más de una cifra; elija una fuente o un desglose: ${places}.`,
      basis: (title, places) => `«${title}» tiene otro tipo de periodo: ${places}.`,
    },
    others: (count) => `y ${count} más`,
    neighbour: 'Nunca usamos en su lugar un año vecino.',
    table: 'Las mismas cifras con sus fuentes',
    tableHelp: 'Una fila por lugar, de mayor a menor. Cada cifra conserva su matiz y su fuente.',
    allPlaces: (count) => `Los ${count} lugares`,
    unlessNamed: (origin) => `${origin}, salvo que la fila nombre otra`,
    place: 'Lugar',
    side: 'Lado a lado',
    sideHelp: 'Qué mide cada uno, punto por punto.',
    rows: {
      unit: 'Unidad',
      time: 'Tiempo',
      counted: 'Qué se cuenta',
      where: 'A qué se refiere la zona',
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
    hedged: (count, all) => `${count} de ${all} cifras llevan un intervalo o un matiz`,
    noHedge: 'Cifras exactas; no se publica ningún intervalo',
    panels: 'Cada indicador por separado',
    panelsHelp: 'Los mismos lugares, un indicador por panel.',
    citation: (titles, version, date, year, address) =>
      `Cotejo (${year}). ${titles}. Edición ${version}, ${date}. ${address}`,
    compareWith: 'Cotejar con otro indicador',
    acrossLead: 'Los lugares que tienen los dos, en un mismo año.',
    overTitle: 'Cotejar',
    overLead: 'Dos indicadores, uno encima del otro, cada uno con su escala, sobre un mismo eje de tiempo.',
    change: 'Cambiar',
    above: 'Arriba',
    below: 'Abajo',
    everyOrigin: 'todos',
    total: 'total',
    axes: { area: 'Dónde ocurrió', origin: 'Personas de' },
    choices: {
      origin: 'de',
      country: 'dónde',
      breakdown: 'parte',
      definition: 'se cuenta',
      basis: 'año',
      source: 'fuente',
    },
    readTogether: 'Se leen juntos, no se dividen.',
    measures: (first, second) => `Arriba: ${first}. Abajo: ${second}.`,
    reasons: (count) => (count === 1 ? 'Una salvedad' : `${count} salvedades`),
    nothing: 'Estos dos no tienen cifras que quepan en un eje de tiempo',
    nothingHelp: 'Elija abajo otro indicador; cada uno dice qué comparte.',
    fiscal:
      'El año fiscal 2014 va de octubre de 2013 a septiembre de 2014: empieza un trimestre antes que el año calendario. Nada se desplaza para que coincidan.',
    noCause: 'Lo que esto no dice',
    noCauseHelp: 'Que dos líneas se muevan a la vez no demuestra que una se deba a la otra.',
    numbers: 'Las cifras en una tabla',
    shownAs: 'Se muestra',
    views: { time: 'En el tiempo', places: 'Entre lugares' },
    noOther: {
      time: 'Entre lugares hacen falta al menos dos que tengan ambas cifras en un mismo año.',
      places: 'Ninguno de los dos tiene cifras que quepan en un eje de tiempo.',
    },
  },
};
