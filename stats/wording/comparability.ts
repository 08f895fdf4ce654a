/** Texts about comparability: verdicts, reasons, and their rules for the method page. */
import type { Text } from '../language.ts';
import { CAUTION_WORDS, type ReasonWords } from './cautions.ts';

export const VERDICT_WORDS = {
  comparable: { en: 'Comparable', es: 'Comparable' },
  'comparable-with-notes': { en: 'Comparable with notes', es: 'Comparable con notas' },
  'not-comparable': { en: 'Not comparable', es: 'No comparable' },
} as const satisfies Readonly<Record<string, Text>>;

/** The counting units in words. Others in the catalogue are shown by their own name. */
export const COUNTED_WORDS: Readonly<Record<string, Text>> = {
  events: { en: 'events', es: 'hechos' },
  persons: { en: 'persons', es: 'personas' },
  cases: { en: 'cases', es: 'casos' },
  homes: { en: 'homes', es: 'hogares' },
  money: { en: 'money', es: 'dinero' },
  distance: { en: 'distance', es: 'distancia' },
  days: { en: 'days', es: 'días' },
  states: { en: 'states', es: 'entidades' },
  caravans: { en: 'caravans', es: 'caravanas' },
  visas: { en: 'visas', es: 'visas' },
};

export const EVERYBODY: Text = { en: 'everybody', es: 'todas las personas' };

export const WHOLE: Text = { en: 'the whole', es: 'el total' };

/** Why series cannot be compared, or only with a note. */
export const REASON_WORDS = {
  unit: {
    words: (list) => ({
      en: `They are in different units: ${list.en}.`,
      es: `Están en unidades distintas: ${list.es}.`,
    }),
    rule: {
      en: 'Figures in different units do not share an axis.',
      es: 'Las cifras en unidades distintas no comparten eje.',
    },
  },
  counted: {
    words: (list) => ({
      en: `They count different things: ${list.en}.`,
      es: `Cuentan cosas distintas: ${list.es}.`,
    }),
    rule: {
      en: 'We never compare events with people, or people with cases. One person can be several events.',
      es: 'Nunca comparamos hechos con personas ni personas con casos. Una persona puede dar lugar a varios hechos.',
    },
  },
  'stock-flow': {
    words: () => ({
      en: 'One is a level at a point in time; the other adds up over time.',
      es: 'Una es un nivel en un momento; la otra se acumula con el tiempo.',
    }),
    rule: {
      en: 'We never compare how many there are at a point in time with how many arrived in a year.',
      es: 'Nunca comparamos cuántos hay en un momento con cuántos llegaron en un año.',
    },
  },
  denominator: {
    words: () => ({ en: 'They are shares of different totals.', es: 'Son partes de totales distintos.' }),
    rule: {
      en: 'We compare shares only if they are parts of the same total, as named in their definition.',
      es: 'Las proporciones solo se comparan si son partes del mismo total, según su definición.',
    },
  },
  'partial-year': {
    words: () => ({
      en: 'Some cover part of a year, others a whole year.',
      es: 'Unas cubren parte de un año y otras un año completo.',
    }),
    rule: {
      en: 'We do not compare counts and rates for some months with those for a whole year.',
      es: 'No comparamos recuentos ni tasas de unos meses con los de un año completo.',
    },
  },
  'time-length': {
    words: () => ({
      en: 'They cover periods of different or unknown length.',
      es: 'Abarcan periodos de duración distinta o desconocida.',
    }),
    rule: {
      en: 'Figures that add up over time are compared only over periods of equal length. A day says nothing about a year, and neither does a total up to a date.',
      es: 'Las cifras que se acumulan solo se comparan en periodos de igual duración. Un día no dice nada de un año, y un total hasta una fecha tampoco.',
    },
  },
  definition: {
    words: () => ({ en: 'They have different definitions.', es: 'Tienen definiciones distintas.' }),
    rule: {
      en: 'Figures with two definitions can be shown side by side with a note, but never on one line.',
      es: 'Las cifras de dos definiciones pueden mostrarse una junto a otra con una nota, pero nunca en la misma línea.',
    },
  },
  break: {
    words: (list) => ({
      en: `The counting method changed, or may have changed, between these periods: ${list.en}`,
      es: `La forma de contar cambió, o pudo cambiar, entre estos periodos: ${list.es}`,
    }),
    rule: {
      en: 'We record each break with its date and source. A comparison across a break says so, and we compute no change across it.',
      es: 'Registramos cada ruptura de serie con su fecha y su fuente. Una comparación que la cruza lo advierte, y no calculamos ninguna variación a través de ella.',
    },
  },
  subject: {
    words: (list) => ({
      en: `They measure different things in the same unit: ${list.en}.`,
      es: `Miden cosas distintas en la misma unidad: ${list.es}.`,
    }),
    rule: {
      en: 'Two indicators with the same unit can share an axis, and both are named.',
      es: 'Dos indicadores con la misma unidad pueden compartir eje; se nombran los dos.',
    },
  },
  'time-basis': {
    words: (list) => ({
      en: `They have different kinds of period: ${list.en}.`,
      es: `Tienen distinto tipo de periodo: ${list.es}.`,
    }),
    rule: {
      en: 'A calendar year and a US fiscal year overlap by nine months. They can be shown side by side, but not on one line.',
      es: 'Un año calendario y un año fiscal de EE. UU. coinciden en nueve meses. Pueden mostrarse uno junto a otro, pero no en la misma línea.',
    },
  },
  season: {
    words: () => ({
      en: 'They are equally long but cover different months of the year.',
      es: 'Duran lo mismo, pero abarcan meses distintos del año.',
    }),
    rule: {
      en: 'Parts of a year are compared with the same months of another year. Other months carry a note.',
      es: 'Las partes de un año se comparan con los mismos meses de otro año. Si los meses son otros, la comparación lleva una nota.',
    },
  },
  unplaced: {
    words: () => ({ en: 'For some, the period is not stated.', es: 'De algunas no se indica el periodo.' }),
    rule: {
      en: 'A figure without a stated period cannot be placed in time. It carries a note wherever it is shown beside others.',
      es: 'Una cifra sin periodo indicado no se puede situar en el tiempo. Lleva una nota siempre que aparece junto a otras.',
    },
  },
  dates: {
    words: () => ({ en: 'They have no period in common.', es: 'No tienen ningún periodo en común.' }),
    rule: {
      en: 'Figures for different dates can be compared, with a note.',
      es: 'Las cifras de fechas distintas se pueden comparar, con una nota.',
    },
  },
  scope: {
    words: (list) => ({
      en: `They cover different parts: ${list.en}.`,
      es: `Abarcan partes distintas: ${list.es}.`,
    }),
    rule: {
      en: 'We compare a part with its whole, or parts that may overlap, with a note. The south-west border is less than the country.',
      es: 'Una parte y su total, o partes que pueden solaparse, se comparan con una nota. La frontera suroeste es menos que el país.',
    },
  },
  origin: {
    words: (list) => ({
      en: `They are about people of different origins: ${list.en}.`,
      es: `Se refieren a personas de distinto origen: ${list.es}.`,
    }),
    rule: {
      en: 'If both place and origin differ, or an origin is a remainder such as “other than Mexican”, the answer carries a note.',
      es: 'Si difieren a la vez el lugar y el origen, o el origen es una categoría residual, como «no mexicanos», la respuesta lleva una nota.',
    },
  },
  overlap: {
    words: (list) => ({
      en: `One is part of the other, or they overlap: ${list.en}. They can be compared, not added.`,
      es: `Una es parte de la otra, o se solapan: ${list.es}. Se pueden comparar, no sumar.`,
    }),
    rule: {
      en: 'A city and its country, or a group and its member, can be compared but never added.',
      es: 'Una ciudad y su país, o un grupo y su miembro, se pueden comparar pero nunca sumar.',
    },
  },
  coverage: {
    words: () => ({
      en: 'A group was computed without all of its members.',
      es: 'Un grupo se calculó sin todos sus miembros.',
    }),
    rule: {
      en: 'A group with missing members says how many of them it includes.',
      es: 'Un grupo al que le faltan miembros indica cuántos incluye.',
    },
  },
  source: {
    words: (list) => ({
      en: `They come from different sources: ${list.en}.`,
      es: `Proceden de fuentes distintas: ${list.es}.`,
    }),
    rule: {
      en: 'Sources may count differently, so figures from two sources carry a note.',
      es: 'Cada fuente puede contar a su manera, así que las cifras de dos fuentes llevan una nota.',
    },
  },
  'secondary-source': {
    words: (list) => ({
      en: `Some are quoted from another publication: ${list.en}.`,
      es: `Algunas se citan a través de otra publicación: ${list.es}.`,
    }),
    rule: {
      en: 'A quoted figure is marked when it is shown beside a figure from another source.',
      es: 'Una cifra citada se señala cuando aparece junto a la de otra fuente.',
    },
  },
  'assumed-period': {
    words: () => ({ en: 'For some, the year is assumed.', es: 'El año de algunas es supuesto.' }),
    rule: {
      en: 'We mark a year that we assumed, and every comparison that uses it.',
      es: 'Señalamos cada año supuesto y toda comparación que lo usa.',
    },
  },
  rounding: {
    words: () => ({
      en: 'Some were rounded by their source and others were not.',
      es: 'Unas fueron redondeadas por su fuente y otras no.',
    }),
    rule: {
      en: 'Comparisons with figures that a source has rounded carry a note.',
      es: 'Las comparaciones con cifras redondeadas por su fuente llevan una nota.',
    },
  },
  'interval-kind': {
    words: (list) => ({
      en: `They have different kinds of interval: ${list.en}.`,
      es: `Tienen distinto tipo de intervalo: ${list.es}.`,
    }),
    rule: {
      en: 'A printed range and a confidence interval are different things. We never add one to the other.',
      es: 'Un intervalo impreso y un intervalo de confianza son cosas distintas. Nunca los sumamos.',
    },
  },
  computed: {
    words: () => ({
      en: 'Some are as published; others were calculated.',
      es: 'Unas son las publicadas y otras se han calculado.',
    }),
    rule: {
      en: 'Published group figures and calculated ones are shown separately.',
      es: 'La cifra publicada de un grupo y la calculada se muestran por separado.',
    },
  },
  ...CAUTION_WORDS,
} as const satisfies Readonly<Record<string, ReasonWords>>;
