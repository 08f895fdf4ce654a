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
      en: 'Events and persons, persons and cases are never held against one another. One person may be several events.',
      es: 'Hechos y personas, o personas y casos, nunca se comparan entre sí. Una persona puede ser varios hechos.',
    },
  },
  'stock-flow': {
    severity: 'apart',
    words: {
      en: 'One is a level at a moment, the other adds up over time.',
      es: 'Una es un nivel en un momento, la otra se acumula con el tiempo.',
    },
    rule: {
      en: 'How many there are at a moment and how many came in a year are never held against one another.',
      es: 'Cuántos hay en un momento y cuántos llegaron en un año nunca se comparan entre sí.',
    },
  },
  denominator: {
    severity: 'apart',
    words: { en: 'They are shares of different wholes.', es: 'Son partes de totales distintos.' },
    rule: {
      en: 'Shares are compared only where they are parts of the same whole, as the definition names it.',
      es: 'Las proporciones solo se comparan si son partes del mismo total, según lo nombra la definición.',
    },
  },
  'partial-year': {
    severity: 'apart',
    words: {
      en: 'Some are of part of a year, others of a whole year.',
      es: 'Unas son de parte de un año y otras de un año completo.',
    },
    rule: {
      en: 'Counts and rates of some months are not compared with those of a whole year.',
      es: 'Los recuentos y tasas de unos meses no se comparan con los de un año completo.',
    },
  },
  'time-length': {
    severity: 'apart',
    words: {
      en: 'They cover spans of different or unknown length.',
      es: 'Abarcan lapsos de duración distinta o desconocida.',
    },
    rule: {
      en: 'What adds up over time is compared only over spans of equal length. A day says nothing of a year, nor does a total up to a date.',
      es: 'Lo que se acumula con el tiempo solo se compara en lapsos de igual duración. Un día no dice nada de un año, y un total hasta una fecha tampoco.',
    },
  },
  definition: {
    severity: 'note',
    words: { en: 'They are defined in different ways.', es: 'Se definen de maneras distintas.' },
    rule: {
      en: 'Figures of two definitions may stand side by side with a note, never on one line.',
      es: 'Las cifras de dos definiciones pueden ir lado a lado con una nota, nunca en la misma línea.',
    },
  },
  break: {
    severity: 'note',
    words: {
      en: 'The way of counting changed between these periods, or may have: {list}',
      es: 'La forma de contar cambió entre estos periodos, o pudo cambiar: {list}',
    },
    rule: {
      en: 'Breaks are recorded with their date and their source. A comparison across one says so, and no change is computed across it.',
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
      en: 'Two indicators with the same unit may share an axis, and their names are said.',
      es: 'Dos indicadores con la misma unidad pueden compartir eje, y se dicen sus nombres.',
    },
  },
  'time-basis': {
    severity: 'note',
    words: {
      en: 'Their periods are of different kinds: {list}.',
      es: 'Sus periodos son de distinta clase: {list}.',
    },
    rule: {
      en: 'A calendar year and a US fiscal year overlap by nine months. They may stand side by side, not on one line.',
      es: 'Un año calendario y un año fiscal de EE. UU. coinciden en nueve meses. Pueden ir lado a lado, no en la misma línea.',
    },
  },
  season: {
    severity: 'note',
    words: {
      en: 'They are equally long, but of other months of the year.',
      es: 'Duran lo mismo, pero son de otros meses del año.',
    },
    rule: {
      en: 'Parts of a year are compared with the same months of another year; other months carry a note.',
      es: 'Las partes de un año se comparan con los mismos meses de otro; si son otros meses, llevan nota.',
    },
  },
  unplaced: {
    severity: 'note',
    words: { en: 'The period of some is not stated.', es: 'De algunas no consta el periodo.' },
    rule: {
      en: 'A figure without a stated period cannot be placed in time, and that is said wherever it stands beside others.',
      es: 'Una cifra sin periodo indicado no se puede situar en el tiempo, y eso se dice siempre que va junto a otras.',
    },
  },
  dates: {
    severity: 'note',
    words: { en: 'They have no period in common.', es: 'No tienen ningún periodo en común.' },
    rule: {
      en: 'Figures of different dates may be compared, and it is said that they are.',
      es: 'Las cifras de fechas distintas se pueden comparar, y se dice que lo son.',
    },
  },
  scope: {
    severity: 'note',
    words: {
      en: 'They do not cover the same part: {list}.',
      es: 'No abarcan la misma parte: {list}.',
    },
    rule: {
      en: 'A part and its whole, or parts that are not known to be separate, are compared with a note. The south-west border is less than the country.',
      es: 'Una parte y su todo, o partes que no consta que sean separadas, se comparan con una nota. La frontera suroeste es menos que el país.',
    },
  },
  origin: {
    severity: 'note',
    words: {
      en: 'They are about people of different origin: {list}.',
      es: 'Tratan de personas de distinto origen: {list}.',
    },
    rule: {
      en: 'Where place and origin differ at once, or an origin is a remainder such as “other than Mexican”, it is said.',
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
      en: 'A city and its country, or a group and its member, may be compared but never added.',
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
      en: 'A group with members missing says how many it has.',
      es: 'Un grupo al que le faltan miembros dice cuántos tiene.',
    },
  },
  source: {
    severity: 'note',
    words: { en: 'They come from different sources: {list}.', es: 'Proceden de fuentes distintas: {list}.' },
    rule: {
      en: 'Sources may count differently, so figures of two sources carry a note.',
      es: 'Las fuentes pueden contar de otro modo; por eso las cifras de dos fuentes llevan nota.',
    },
  },
  'secondary-source': {
    severity: 'note',
    words: {
      en: 'Some are as another publication printed them: {list}.',
      es: 'Algunas son como las imprimió otra publicación: {list}.',
    },
    rule: {
      en: 'A figure at second hand is marked when it stands beside one of another source.',
      es: 'Una cifra de segunda mano se señala cuando va junto a la de otra fuente.',
    },
  },
  'assumed-period': {
    severity: 'note',
    words: { en: 'The year of some is assumed.', es: 'El año de algunas se supone.' },
    rule: {
      en: 'A year that we assumed is marked, and so is every comparison that uses it.',
      es: 'Un año que suponemos se señala, igual que toda comparación que lo usa.',
    },
  },
  rounding: {
    severity: 'note',
    words: {
      en: 'Some are rounded by their source and others are not.',
      es: 'Unas están redondeadas por su fuente y otras no.',
    },
    rule: {
      en: 'Figures that a source rounds are compared with others with a note.',
      es: 'Las cifras que una fuente redondea se comparan con otras con una nota.',
    },
  },
  'interval-kind': {
    severity: 'note',
    words: {
      en: 'Their intervals are of different kinds: {list}.',
      es: 'Sus intervalos son de distinta clase: {list}.',
    },
    rule: {
      en: 'A range as printed and a confidence interval are not the same thing, and never go into one sum.',
      es: 'Un intervalo tal como se imprimió y un intervalo de confianza no son lo mismo, y nunca entran en una misma suma.',
    },
  },
  computed: {
    severity: 'note',
    words: {
      en: 'Some are as published, others are computed.',
      es: 'Unas son como se publicaron y otras se calculan.',
    },
    rule: {
      en: 'A published group figure and a computed one are told apart.',
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
