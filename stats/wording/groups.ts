/** Texts about groups of areas: members, weights, and their rules for the method page. */
import type { Text } from '../language.ts';

/** The rule about weights, for the method page. */
export const WEIGHT_RULE: Text = {
  en: 'Each indicator names the population used to weight it. If that population has other sources, `weight=` chooses one.',
  es: 'Cada indicador nombra la población con la que se pondera. Si esa población tiene otras fuentes, `weight=` elige una.',
};

/** The rules about members, for the method page. */
export const MEMBER_RULES: Readonly<Record<'ofTheDay' | 'today' | 'undated', Text>> = {
  ofTheDay: {
    en: 'In each period, a group has the members that it had on the first day of that period.',
    es: 'En cada periodo, un grupo tiene los miembros que tenía el primer día de ese periodo.',
  },
  today: {
    en: 'With `members=today`, every period uses the members on the release date, and every figure of the group says so.',
    es: 'Con `members=today`, todos los periodos usan los miembros en la fecha de la edición, y cada cifra del grupo lo indica.',
  },
  undated: {
    en: 'For income groups we have only one list, without a date. It is applied to every period, and every figure of these groups says so.',
    es: 'De los grupos de ingreso solo tenemos una lista, sin fecha. Se aplica a todos los periodos, y cada cifra de esos grupos lo indica.',
  },
};

/** Notes on figures of a group whose members are not those of each period. */
export const MEMBERSHIP_WORDS = {
  undated: {
    en: 'the list of members in this release has no date and is applied to every period, including past ones (members=today).',
    es: 'la lista de miembros de esta edición no tiene fecha y se aplica a todos los periodos, también a los pasados (members=today).',
  },
  today: (day: Text): Text => ({
    en: `members as of ${day.en}, the release date, including for earlier periods (members=today).`,
    es: `miembros a ${day.es}, fecha de la edición, también para periodos anteriores (members=today).`,
  }),
} as const;

/** Notes on the rate of a group without some of its members, or with an incomplete population. */
export const POPULATION_WORDS = {
  without: (names: Text): Text => ({
    en: `Without ${names.en}: together less than 0.1% of the population.`,
    es: `Sin ${names.es}: en conjunto, menos del 0,1% de la población.`,
  }),
  unknown: (names: Text): Text => ({
    en: `No population is on file for ${names.en}: the share of the population leaves them out.`,
    es: `No consta la población de ${names.es}: la proporción de la población no los cuenta.`,
  }),
} as const;

/** The members that are not named when a note belongs to many. */
export const MEMBER_NOTE_WORDS = {
  others: (count: number): Text => ({ en: `${count} others`, es: `${count} más` }),
} as const;

/** The note on a figure over several periods with different members. */
export const membersVary = (en: string, es: string): Text => ({
  en: `Not of the same members in every period: ${en}.`,
  es: `No abarca los mismos miembros en todos los periodos: ${es}.`,
});
