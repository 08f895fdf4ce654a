/** Groups of areas: members, weights, and the rules as the method page says them. */
import type { Text } from '../language.ts';

/** The rule of this file as the method page says it. */
export const WEIGHT_RULE: Text = {
  en: 'Each indicator names the population used to weight it. If that population has other sources, `weight=` chooses one.',
  es: 'Cada indicador nombra la población con la que se pondera. Si esa población tiene otras fuentes, `weight=` elige una.',
};

/** The rules of this file as the method page says them. */
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

/** Beside figures of a group whose members are not those of each period. */
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
