/** The few words that only charts use, in both languages. The Spanish is written, not translated. */
import type { Language } from '#stats/language.ts';
import type { Sign } from '../model/sign.ts';

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
  /** Heading of figures that cover another span of time. */
  readonly spans: string;
  readonly noFigure: string;
  readonly fiscal: string;
  readonly calendar: string;
  readonly fiscalShort: string;
  readonly calendarShort: string;
  readonly highest: string;
  readonly kinds: Readonly<Record<'country' | 'city' | 'group' | 'other', string>>;
  readonly nothing: string;
  /** The words before the source that states a break. */
  readonly statedBy: string;
  readonly legend: Readonly<Record<Sign, string>>;
  readonly times: (ratio: number, number: string) => string;
}

export const CHART_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    whereSaid: 'Where it is said',
    attributed: (to) => `attributed to ${to}`,
    notAttributed: 'source of the figure not stated',
    arithmetic: 'Cotejo’s arithmetic',
    computed: 'computed',
    differentBases: 'Different periods: not put on one line',
    differentDefinitions: 'Different definitions: not put on one line',
    differ: 'same time',
    tooMany: (figures) =>
      `${figures} figures, too many to draw. Name areas, origins or years; the files hold them all.`,
    spans: 'Counted over some months or years',
    noFigure: 'no figure on file',
    fiscal: 'fiscal',
    calendar: 'calendar',
    fiscalShort: 'FY',
    calendarShort: 'CY',
    highest: 'highest of the years shown',
    kinds: { country: 'Countries', city: 'Cities', group: 'Groups of areas', other: 'Other areas' },
    nothing: 'No figures for what was asked',
    statedBy: 'Stated by:',
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
      computed: 'our arithmetic, not a source',
      twin: 'group of areas',
      band: 'lowest to highest',
      printed: 'as printed in another source',
      assumed: 'year assumed',
      gap: 'no value, with the reason',
      partial: 'not a whole year',
    },
    times: (ratio, number) =>
      Math.abs(ratio - 2) < 0.05 ? 'twofold' : Math.abs(ratio - 3) < 0.05 ? 'threefold' : `${number} times`,
  },
  es: {
    whereSaid: 'Dónde se dice',
    attributed: (to) => `atribuido a ${to}`,
    notAttributed: 'no se dice de dónde sale la cifra',
    arithmetic: 'Cálculo de Cotejo',
    computed: 'calculado',
    differentBases: 'Periodos distintos: no van en una misma línea',
    differentDefinitions: 'Definiciones distintas: no van en una misma línea',
    differ: 'mismo momento',
    tooMany: (figures) =>
      `${figures} cifras, demasiadas para dibujarlas. Elija zonas, orígenes o años; los archivos las tienen todas.`,
    spans: 'Contado en varios meses o años',
    noFigure: 'sin cifra registrada',
    fiscal: 'fiscal',
    calendar: 'calendario',
    fiscalShort: 'AF',
    calendarShort: 'AC',
    highest: 'el más alto de los años mostrados',
    kinds: { country: 'Países', city: 'Ciudades', group: 'Grupos de zonas', other: 'Otras zonas' },
    nothing: 'No hay cifras para lo que se pidió',
    statedBy: 'Lo dice:',
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
      computed: 'cálculo nuestro, no de una fuente',
      twin: 'grupo de zonas',
      band: 'del más bajo al más alto',
      printed: 'según se imprimió en otra fuente',
      assumed: 'año supuesto',
      gap: 'sin valor, con el motivo',
      partial: 'año incompleto',
    },
    times: (ratio, number) =>
      Math.abs(ratio - 2) < 0.05 ? 'el doble' : Math.abs(ratio - 3) < 0.05 ? 'el triple' : `${number} veces`,
  },
};
