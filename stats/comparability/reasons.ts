/**
 * Why series may not be laid side by side, or only with a note: a code for programs, a sentence for readers
 * and a rule for the method page. `apart` means not on one axis at all; `note` means that it must be said.
 * In a sentence, {list} stands for what differs.
 */
import type { Text } from '../language.ts';

export const REASON_CODES = [
  'unit',
  'counted',
  'stock-flow',
  'denominator',
  'partial-year',
  'time-length',
  'definition',
  'break',
  'subject',
  'time-basis',
  'season',
  'unplaced',
  'dates',
  'scope',
  'origin',
  'overlap',
  'coverage',
  'source',
  'secondary-source',
  'assumed-period',
  'rounding',
  'interval-kind',
  'computed',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];
export type Severity = 'apart' | 'note';

export interface Reason {
  readonly code: ReasonCode;
  readonly severity: Severity;
  /** What differs, as codes. */
  readonly of: readonly string[];
  readonly text: Text;
}

interface Grounds {
  readonly severity: Severity;
  readonly words: Text;
  readonly rule: Text;
}

export const REASONS: Readonly<Record<ReasonCode, Grounds>> = {
  unit: {
    severity: 'apart',
    words: { en: 'They are in different units: {list}.', es: 'Están en unidades distintas: {list}.' },
    rule: {
      en: 'Figures in different units do not share an axis.',
      es: 'Las cifras en unidades distintas no comparten eje.',
    },
  },
  counted: {
    severity: 'apart',
    words: { en: 'They count different things: {list}.', es: 'Cuentan cosas distintas: {list}.' },
    rule: {
      en: 'We never compare events with people, or people with cases. One person can be several events.',
      es: 'Hechos y personas, o personas y casos, nunca se comparan entre sí. Una persona puede ser varios hechos.',
    },
  },
  'stock-flow': {
    severity: 'apart',
    words: {
      en: 'One is a level at a point in time; the other adds up over time.',
      es: 'Una es un nivel en un momento, la otra se acumula con el tiempo.',
    },
    rule: {
      en: 'We never compare how many there are at a point in time with how many arrived in a year.',
      es: 'Cuántos hay en un momento y cuántos llegaron en un año nunca se comparan entre sí.',
    },
  },
  denominator: {
    severity: 'apart',
    words: { en: 'They are shares of different totals.', es: 'Son partes de totales distintos.' },
    rule: {
      en: 'We compare shares only if they are parts of the same total, as named in their definition.',
      es: 'Las proporciones solo se comparan si son partes del mismo total, según lo nombra la definición.',
    },
  },
  'partial-year': {
    severity: 'apart',
    words: {
      en: 'Some cover part of a year, others a whole year.',
      es: 'Unas son de parte de un año y otras de un año completo.',
    },
    rule: {
      en: 'We do not compare counts and rates for some months with those for a whole year.',
      es: 'Los recuentos y tasas de unos meses no se comparan con los de un año completo.',
    },
  },
  'time-length': {
    severity: 'apart',
    words: {
      en: 'They cover periods of different or unknown length.',
      es: 'Abarcan lapsos de duración distinta o desconocida.',
    },
    rule: {
      en: 'Figures that add up over time are compared only over periods of equal length. A day says nothing about a year, and neither does a total up to a date.',
      es: 'Lo que se acumula con el tiempo solo se compara en lapsos de igual duración. Un día no dice nada de un año, y un total hasta una fecha tampoco.',
    },
  },
  definition: {
    severity: 'note',
    words: { en: 'They have different definitions.', es: 'Se definen de maneras distintas.' },
    rule: {
      en: 'Figures with two definitions can be shown side by side with a note, but never on one line.',
      es: 'Las cifras de dos definiciones pueden ir lado a lado con una nota, nunca en la misma línea.',
    },
  },
  break: {
    severity: 'note',
    words: {
      en: 'The counting method changed, or may have changed, between these periods: {list}',
      es: 'La forma de contar cambió entre estos periodos, o pudo cambiar: {list}',
    },
    rule: {
      en: 'We record each break with its date and source. A comparison across a break says so, and we compute no change across it.',
      es: 'Las rupturas de serie se registran con su fecha y su fuente. Una comparación que las cruza lo dice, y no se calcula ningún cambio a través de ellas.',
    },
  },
  subject: {
    severity: 'note',
    words: {
      en: 'They measure different things in the same unit: {list}.',
      es: 'Miden cosas distintas en la misma unidad: {list}.',
    },
    rule: {
      en: 'Two indicators with the same unit can share an axis, and both are named.',
      es: 'Dos indicadores con la misma unidad pueden compartir eje, y se dicen sus nombres.',
    },
  },
  'time-basis': {
    severity: 'note',
    words: {
      en: 'They have different kinds of period: {list}.',
      es: 'Sus periodos son de distinta clase: {list}.',
    },
    rule: {
      en: 'A calendar year and a US fiscal year overlap by nine months. They can be shown side by side, but not on one line.',
      es: 'Un año calendario y un año fiscal de EE. UU. coinciden en nueve meses. Pueden ir lado a lado, no en la misma línea.',
    },
  },
  season: {
    severity: 'note',
    words: {
      en: 'They are equally long but cover different months of the year.',
      es: 'Duran lo mismo, pero son de otros meses del año.',
    },
    rule: {
      en: 'Parts of a year are compared with the same months of another year. Other months carry a note.',
      es: 'Las partes de un año se comparan con los mismos meses de otro; si son otros meses, llevan nota.',
    },
  },
  unplaced: {
    severity: 'note',
    words: { en: 'For some, the period is not stated.', es: 'De algunas no consta el periodo.' },
    rule: {
      en: 'A figure without a stated period cannot be placed in time. It carries a note wherever it is shown beside others.',
      es: 'Una cifra sin periodo indicado no se puede situar en el tiempo, y eso se dice siempre que va junto a otras.',
    },
  },
  dates: {
    severity: 'note',
    words: { en: 'They have no period in common.', es: 'No tienen ningún periodo en común.' },
    rule: {
      en: 'Figures for different dates can be compared, with a note.',
      es: 'Las cifras de fechas distintas se pueden comparar, y se dice que lo son.',
    },
  },
  scope: {
    severity: 'note',
    words: {
      en: 'They cover different parts: {list}.',
      es: 'No abarcan la misma parte: {list}.',
    },
    rule: {
      en: 'We compare a part with its whole, or parts that may overlap, with a note. The south-west border is less than the country.',
      es: 'Una parte y su todo, o partes que no consta que sean separadas, se comparan con una nota. La frontera suroeste es menos que el país.',
    },
  },
  origin: {
    severity: 'note',
    words: {
      en: 'They are about people of different origins: {list}.',
      es: 'Se refieren a personas de distinto origen: {list}.',
    },
    rule: {
      en: 'If both place and origin differ, or an origin is a remainder such as “other than Mexican”, the answer carries a note.',
      es: 'Si el lugar y el origen difieren a la vez, o el origen es un resto como «no mexicanos», se dice.',
    },
  },
  overlap: {
    severity: 'note',
    words: {
      en: 'One is part of the other, or they overlap: {list}. They can be compared, not added.',
      es: 'Una es parte de la otra, o se solapan: {list}. Se pueden comparar, no sumar.',
    },
    rule: {
      en: 'A city and its country, or a group and its member, can be compared but never added.',
      es: 'Una ciudad y su país, o un grupo y su miembro, se pueden comparar pero nunca sumar.',
    },
  },
  coverage: {
    severity: 'note',
    words: {
      en: 'A group was computed without all of its members.',
      es: 'Un grupo se calculó sin todos sus miembros.',
    },
    rule: {
      en: 'A group with missing members says how many of them it includes.',
      es: 'Un grupo al que le faltan miembros dice cuántos tiene.',
    },
  },
  source: {
    severity: 'note',
    words: { en: 'They come from different sources: {list}.', es: 'Proceden de fuentes distintas: {list}.' },
    rule: {
      en: 'Sources may count differently, so figures from two sources carry a note.',
      es: 'Las fuentes pueden contar de otro modo; por eso las cifras de dos fuentes llevan nota.',
    },
  },
  'secondary-source': {
    severity: 'note',
    words: {
      en: 'Some are quoted from another publication: {list}.',
      es: 'Algunas se citan a partir de otra publicación: {list}.',
    },
    rule: {
      en: 'A quoted figure is marked when it is shown beside a figure from another source.',
      es: 'Una cifra de segunda mano se señala cuando va junto a la de otra fuente.',
    },
  },
  'assumed-period': {
    severity: 'note',
    words: { en: 'For some, the year is assumed.', es: 'El año de algunas se supone.' },
    rule: {
      en: 'We mark a year that we assumed, and every comparison that uses it.',
      es: 'Un año que suponemos se señala, igual que toda comparación que lo usa.',
    },
  },
  rounding: {
    severity: 'note',
    words: {
      en: 'Some were rounded by their source and others were not.',
      es: 'Unas están redondeadas por su fuente y otras no.',
    },
    rule: {
      en: 'Comparisons with figures that a source has rounded carry a note.',
      es: 'Las cifras que una fuente redondea se comparan con otras con una nota.',
    },
  },
  'interval-kind': {
    severity: 'note',
    words: {
      en: 'They have different kinds of interval: {list}.',
      es: 'Sus intervalos son de distinta clase: {list}.',
    },
    rule: {
      en: 'A printed range and a confidence interval are different things. We never add one to the other.',
      es: 'Un intervalo tal como se imprimió y un intervalo de confianza no son lo mismo, y nunca entran en una misma suma.',
    },
  },
  computed: {
    severity: 'note',
    words: {
      en: 'Some are as published; others were calculated.',
      es: 'Unas son las publicadas y otras se han calculado.',
    },
    rule: {
      en: 'Published group figures and calculated ones are shown separately.',
      es: 'La cifra publicada de un grupo y la calculada se distinguen.',
    },
  },
};

/** A reason with what differs, as codes for programs and as names for readers. */
export function reason(
  code: ReasonCode,
  of: readonly string[],
  names: readonly Text[] = of.map((code) => ({ en: code, es: code })),
): Reason {
  const { severity, words } = REASONS[code];
  // Sentences stand one after the other, names in a list.
  const between = names.every((name) => name.en.endsWith('.')) ? ' ' : ', ';
  const fill = (language: 'en' | 'es'): string =>
    words[language].replace('{list}', names.map((name) => name[language]).join(between));
  return { code, severity, of, text: { en: fill('en'), es: fill('es') } };
}
