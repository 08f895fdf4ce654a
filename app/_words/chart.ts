/**
 * Texts of the charts: titles, text alternatives, labels, keys. The file is long because both languages stand side by
 * side.
 */
import type { Language } from '#stats/language.ts';
import type { PlaceKind } from '#stats/model/catalogue.ts';

type LegendKey =
  | 'exact'
  | 'about'
  | 'range'
  | 'more-than'
  | 'at-least'
  | 'just-over'
  | 'less-than'
  | 'at-most'
  | 'nearly'
  | 'computed'
  | 'sum'
  | 'twin'
  | 'band'
  | 'printed'
  | 'assumed'
  | 'gap'
  | 'not-asked'
  | 'hedged'
  | 'first-source'
  | 'second-source'
  | 'doubt'
  | 'partial';

interface Words {
  readonly whereSaid: string;
  readonly attributed: (to: string) => string;
  readonly notAttributed: string;
  readonly arithmetic: string;
  readonly computed: string;
  readonly differentBases: string;
  readonly differentDefinitions: string;
  readonly differ: string;
  readonly tooMany: (figures: string) => string;
  /** Heading of figures that cover some other span of time. */
  readonly spans: string;
  readonly noFigure: string;
  readonly fiscal: string;
  readonly calendar: string;
  readonly fiscalShort: string;
  readonly calendarShort: string;
  readonly highest: string;
  readonly highestMonth: string;
  readonly moreReadings: (count: number) => string;
  readonly clickForEvidence: string;
  readonly inDoubt: (title: string) => string;
  readonly logScale: (title: string) => string;
  /** Series that a chart of two dates cannot draw. */
  readonly oneDateOnly: (named: string, rest: string) => string;
  /** The bounds of a shade; null where it is open. */
  readonly shade: (from: string | null, to: string | null) => string;
  /** Areas with figures of other periods only, each with the last of these. */
  readonly onlyOtherPeriods: (period: string, named: string, rest: string) => string;
  readonly onePeriod: (period: string) => string;
  readonly outlines: string;
  /** Pairs that a table has no room for. */
  readonly notDrawn: (named: string, rest: string) => string;
  readonly others: (count: string) => string;
  /** Ends of a flow chart that stand for all that is not named. */
  readonly allOthers: string;
  readonly otherPlaces: string;
  /** Which bands of a flow chart are sums. */
  readonly addedUp: (pairs: number) => string;
  readonly sumOf: (count: number) => string;
  /** The lines without a label; `rest` counts those that are not named. */
  readonly inGrey: (named: string, rest: string) => string;
  readonly kinds: Readonly<Record<PlaceKind | 'group' | 'other', string>>;
  readonly nothing: string;
  /** Before the source that states a break. */
  readonly statedBy: string;
  readonly legend: Readonly<Record<LegendKey, string>>;
  readonly times: (ratio: number, number: string) => string;
}

export const CHART_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    whereSaid: 'Source',
    attributed: (to) => `attributed to ${to}`,
    notAttributed: 'original source not stated',
    arithmetic: 'Calculated by Cotejo',
    computed: 'calculated',
    differentBases: 'Different kinds of period: not on one line',
    differentDefinitions: 'Different definitions: not on one line',
    differ: 'same time',
    tooMany: (figures) =>
      `${figures} figures are too many to draw. Choose areas, origins or years; the files contain them all.`,
    spans: 'Counted over several months or years',
    noFigure: 'no figure available',
    fiscal: 'fiscal',
    calendar: 'calendar',
    fiscalShort: 'FY',
    calendarShort: 'CY',
    highest: 'highest of the years shown',
    highestMonth: 'highest of the months shown',
    moreReadings: (count) => `+ ${count} more`,
    clickForEvidence: 'Click: where it comes from',
    inDoubt: (title) => `In doubt: ${title}`,
    logScale: (title) => `${title}, log scale`,
    oneDateOnly: (named, rest) =>
      `Not drawn, without a figure for both dates: ${named}${rest && `; and ${rest} more`}`,
    shade: (from, to) => (from === null ? `under ${to}` : to === null ? `from ${from}` : `${from} to ${to}`),
    onlyOtherPeriods: (period, named, rest) =>
      `No value for ${period}, with the year of the last: ${named}${rest && ` and ${rest} more`}.`,
    onePeriod: (period) => `The chart shows ${period}, the latest period with figures of most.`,
    outlines: 'Outlines: Natural Earth. Equal-area projection: each country takes the space it has',
    notDrawn: (named, rest) => `Not drawn: ${named}${rest && `; and ${rest} more`}`,
    others: (count) => `${count} others`,
    allOthers: 'all others',
    otherPlaces: 'other places',
    addedUp: (pairs) =>
      `The largest pairs have a band each, and the number of an origin is that of its bands. The other ${pairs} pairs are added up as “all others” by Cotejo; the table has each of them.`,
    sumOf: (count) => (count === 1 ? 'One pair' : `Sum of ${count} pairs, calculated by Cotejo`),
    inGrey: (named, rest) =>
      named === '' ? `In grey: ${rest} more` : `In grey: ${named}${rest && `; and ${rest} more`}`,
    kinds: {
      country: 'Countries',
      territory: 'Territories',
      state: 'States and provinces',
      department: 'Departments',
      municipality: 'Municipalities',
      city: 'Cities',
      region: 'Regions',
      group: 'Groups of areas',
      other: 'Other areas',
    },
    nothing: 'No figures match this query',
    statedBy: 'Source:',
    legend: {
      exact: 'exact',
      about: 'about',
      range: 'from, to',
      'more-than': 'more than',
      'at-least': 'at least',
      'just-over': 'just over',
      'less-than': 'less than',
      'at-most': 'at most',
      nearly: 'nearly',
      computed: 'calculated by Cotejo, not published',
      sum: 'calculated by Cotejo, not published',
      twin: 'group of areas',
      band: 'lowest to highest',
      printed: 'as quoted by another source',
      assumed: 'year assumed',
      gap: 'no value, with the reason',
      'not-asked': 'not in the question',
      partial: 'part of a year',
      hedged: 'not an exact figure',
      'first-source': 'first source',
      'second-source': 'second source',
      doubt: 'in doubt',
    },
    times: (ratio, number) =>
      Math.abs(ratio - 2) < 0.05 ? 'twofold' : Math.abs(ratio - 3) < 0.05 ? 'threefold' : `${number} times`,
  },
  es: {
    whereSaid: 'Fuente',
    attributed: (to) => `atribuido a ${to}`,
    notAttributed: 'fuente original no indicada',
    arithmetic: 'Calculado por Cotejo',
    computed: 'calculado',
    differentBases: 'Distinto tipo de periodo: no van en una misma línea',
    differentDefinitions: 'Definiciones distintas: no van en una misma línea',
    differ: 'mismo momento',
    tooMany: (figures) =>
      `${figures} cifras, demasiadas para dibujarlas. Elija zonas, orígenes o años; los archivos las contienen todas.`,
    spans: 'Contado en varios meses o años',
    noFigure: 'sin cifra disponible',
    fiscal: 'fiscal',
    calendar: 'calendario',
    fiscalShort: 'AF',
    calendarShort: 'AC',
    highest: 'el más alto de los años mostrados',
    highestMonth: 'el más alto de los meses mostrados',
    moreReadings: (count) => `y ${count} más`,
    clickForEvidence: 'Clic: de dónde viene',
    inDoubt: (title) => `En duda: ${title}`,
    logScale: (title) => `${title}, escala logarítmica`,
    oneDateOnly: (named, rest) =>
      `Sin dibujar, por falta de cifra en una de las dos fechas: ${named}${rest && `; y ${rest} más`}`,
    shade: (from, to) =>
      from === null ? `menos de ${to}` : to === null ? `desde ${from}` : `${from} a ${to}`,
    onlyOtherPeriods: (period, named, rest) =>
      `Sin valor para ${period}, con el año del último: ${named}${rest && ` y ${rest} más`}.`,
    onePeriod: (period) => `El gráfico muestra ${period}, el último periodo con cifras de la mayoría.`,
    outlines: 'Contornos: Natural Earth. Proyección equivalente: cada país ocupa el espacio que tiene',
    notDrawn: (named, rest) => `Sin dibujar: ${named}${rest && `; y ${rest} más`}`,
    others: (count) => `${count} más`,
    allOthers: 'todos los demás',
    otherPlaces: 'otros lugares',
    addedUp: (pairs) =>
      `Los pares mayores tienen una banda cada uno, y el número de un origen es el de sus bandas. Cotejo suma los otros ${pairs} como «todos los demás»; la tabla los trae uno por uno.`,
    sumOf: (count) => (count === 1 ? 'Un par' : `Suma de ${count} pares, calculada por Cotejo`),
    inGrey: (named, rest) =>
      named === '' ? `En gris: ${rest} más` : `En gris: ${named}${rest && `; y ${rest} más`}`,
    kinds: {
      country: 'Países',
      territory: 'Territorios',
      state: 'Estados y provincias',
      department: 'Departamentos',
      municipality: 'Municipios',
      city: 'Ciudades',
      region: 'Regiones',
      group: 'Grupos de zonas',
      other: 'Otras zonas',
    },
    nothing: 'Ninguna cifra corresponde a esta consulta',
    statedBy: 'Fuente:',
    legend: {
      exact: 'exacto',
      about: 'unos',
      range: 'de, a',
      'more-than': 'más de',
      'at-least': 'al menos',
      'just-over': 'poco más de',
      'less-than': 'menos de',
      'at-most': 'como máximo',
      nearly: 'casi',
      computed: 'calculado por Cotejo, no publicado',
      sum: 'calculado por Cotejo, no publicado',
      twin: 'grupo de zonas',
      band: 'del más bajo al más alto',
      printed: 'citado por otra fuente',
      assumed: 'año supuesto',
      gap: 'sin valor, con el motivo',
      'not-asked': 'fuera de la pregunta',
      partial: 'parte de un año',
      hedged: 'no es una cifra exacta',
      'first-source': 'primera fuente',
      'second-source': 'segunda fuente',
      doubt: 'en duda',
    },
    times: (ratio, number) =>
      Math.abs(ratio - 2) < 0.05 ? 'el doble' : Math.abs(ratio - 3) < 0.05 ? 'el triple' : `${number} veces`,
  },
};

/** Spanish says `en 2014` but `en el año fiscal 2014`. */
const article = (when: string): string => (when.startsWith('año') ? `el ${when}` : when);

/** Titles: one sentence that a reader can check against the table. */
export const TITLE_WORDS = {
  en: {
    change: (who: string, a: string, when: string, b: string, then: string) =>
      `${who} went from ${a} in ${when} to ${b} in ${then}`,
    own: (what: string, a: string, when: string, b: string, then: string) =>
      `${what}: ${a} in ${when}, ${b} in ${then}`,
    span: (what: string, a: string, b: string, count: number) =>
      `${what}: from ${a} to ${b}, in ${count} figures`,
    ends: (top: string, a: string, bottom: string, b: string) =>
      `Highest: ${top}, ${a}. Lowest: ${bottom}, ${b}`,
    single: (what: string, a: string) => `${what}: ${a}`,
    passedOver: ', leaving out figures of few cases or people',
    peak: (a: string, when: string) => `, with a peak of ${a} in ${when}`,
    source: (name: string) => ` (source: ${name})`,
    sources: (apart: string, a: string, b: string) => `The sources differ by ${apart}: from ${a} to ${b}`,
    points: (number: string) => `${number} percentage points`,
    more: (count: number) => `No figure for ${count} more`,
  },
  es: {
    change: (who: string, a: string, when: string, b: string, then: string) =>
      `${who} pasó de ${a} en ${article(when)} a ${b} en ${article(then)}`,
    own: (what: string, a: string, when: string, b: string, then: string) =>
      `${what}: ${a} en ${article(when)}, ${b} en ${article(then)}`,
    span: (what: string, a: string, b: string, count: number) =>
      `${what}: de ${a} a ${b}, en ${count} cifras`,
    ends: (top: string, a: string, bottom: string, b: string) =>
      `El más alto: ${top}, ${a}. El más bajo: ${bottom}, ${b}`,
    single: (what: string, a: string) => `${what}: ${a}`,
    passedOver: ', sin contar cifras de pocos casos o habitantes',
    peak: (a: string, when: string) => `, con un máximo de ${a} en ${article(when)}`,
    source: (name: string) => ` (fuente: ${name})`,
    sources: (apart: string, a: string, b: string) => `Las fuentes difieren en ${apart}: de ${a} a ${b}`,
    points: (number: string) => `${number} puntos porcentuales`,
    more: (count: number) => `Sin cifra para ${count} más`,
  },
} as const;

/** Text alternatives. */
export const ALT_TEXT_WORDS = {
  en: {
    more: (n: number) => `${n} more in the data.`,
    gaps: 'no value for',
    periods: (n: number) => `${n} periods`,
    span: (from: string, to: string) => `${from} to ${to}`,
    fiscalSpan: (from: string, to: string, _years: readonly (number | null)[]) => `${from} to ${to}`,
  },
  es: {
    more: (n: number) => `${n} más en los datos.`,
    gaps: 'sin valor para',
    periods: (n: number) => `${n} periodos`,
    span: (from: string, to: string) => `${from} a ${to}`,
    /** Spanish says once whose fiscal years they are. */
    fiscalSpan: (_from: string, _to: string, [first, last]: readonly (number | null)[]) =>
      `años fiscales ${first} a ${last} (EE.\u00a0UU.)`,
  },
} as const;
