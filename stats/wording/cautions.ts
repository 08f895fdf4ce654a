/** What an expert says before figures are compared, and the rules behind it as the method page says them. */
import type { Text } from '../language.ts';

export interface ReasonWords {
  /** What differs between two series; `list` names it. */
  readonly words: (list: Text) => Text;
  readonly rule: Text;
}

/** The notes on single figures that are to be read with caution. */
export const CAUTION_NOTES = {
  'few-cases': {
    en: 'From fewer than 20 cases: a few more or fewer change it a lot.',
    es: 'De menos de 20 casos: unos pocos más o menos la cambian mucho.',
  },
  'few-people': {
    en: 'A rate of fewer than 100,000 people: a few cases more or fewer change it a lot.',
    es: 'Tasa de menos de 100 000 personas: unos pocos casos más o menos la cambian mucho.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const CAUTION_WORDS = {
  'city-limits': {
    words: (list) => ({
      en: `How far each city reaches is not stated, and the suburbs may be in one figure and not in another: ${list.en}.`,
      es: `No consta hasta dónde llega cada ciudad; los suburbios pueden estar en una cifra y en otra no: ${list.es}.`,
    }),
    rule: {
      en: 'A city may be its centre, its municipality or its whole urban area. Figures of two cities, or of one city from two sources, carry a note unless their limits are stated and the same.',
      es: 'Una ciudad puede ser su centro, su municipio o toda su zona urbana. Las cifras de dos ciudades, o de una ciudad según dos fuentes, llevan una nota salvo que consten sus límites y sean los mismos.',
    },
  },
  'small-population': {
    words: (list) => ({
      en: `Fewer than 100,000 people live there, so one case more or less changes the rate much: ${list.en}.`,
      es: `Allí viven menos de 100 000 personas, así que un caso más o menos cambia mucho la tasa: ${list.es}.`,
    }),
    rule: {
      en: 'A rate of fewer than 100,000 people leads no title and is compared with a note. It carries the note itself if its cases are not known.',
      es: 'Una tasa de menos de 100 000 personas no encabeza ningún título y se compara con una nota. Si no se conocen sus casos, la lleva ella misma.',
    },
  },
  'measured-differently': {
    words: (list) => ({
      en: `They may measure different things: ${list.en}`,
      es: `Pueden medir cosas distintas: ${list.es}`,
    }),
    rule: {
      en: 'Where one definition holds two ways of measuring, such as incomes in one country and consumption in another, a comparison of countries says so.',
      es: 'Si una misma definición reúne dos formas de medir, como el ingreso en un país y el consumo en otro, la comparación de países lo dice.',
    },
  },
  'few-cases': {
    words: (list) => ({
      en: `Some are shares or rates of fewer than 20 cases, which one case more or less changes much: ${list.en}.`,
      es: `Algunas son proporciones o tasas de menos de 20 casos, y un caso más o menos las cambia mucho: ${list.es}.`,
    }),
    rule: {
      en: 'A share of fewer than 20 cases, or a rate that counts fewer, carries a note and leads no title.',
      es: 'Una proporción de menos de 20 casos, o una tasa basada en menos, lleva una nota y no abre ningún título.',
    },
  },
  minimum: {
    words: (list) => ({
      en: `These are minimums. They may differ in how many were found as well as in how many there were: ${list.en}.`,
      es: `Son mínimos; pueden diferir por cuántos se hallaron, no solo por cuántos hubo: ${list.es}.`,
    }),
    rule: {
      en: 'Counts of deaths that were found or documented are minimums. A comparison of them carries a note.',
      es: 'Los recuentos de muertes halladas o documentadas son mínimos. Su comparación lleva una nota.',
    },
  },
} as const satisfies Readonly<Record<string, ReasonWords>>;
