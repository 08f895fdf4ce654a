/** Texts about groups of areas: members, weights, and their rules for the method page. */
import { ALL_MEMBERS, DEFAULT_COVERAGE, SMALL_MEMBERS } from '../default-coverage.ts';
import type { Language, Text } from '../language.ts';
import { decimalsOf, formatNumber } from '../number.ts';

/** @example percent(0.001, 'es') === '0,1%' */
const percent = (share: number, language: Language): string =>
  `${formatNumber(share * 100, language, decimalsOf(share * 100, 2))}%`;

const REQUIRED: Text =
  DEFAULT_COVERAGE === ALL_MEMBERS
    ? { en: 'All members are required', es: 'Se exigen todos' }
    : {
        en: `At least ${percent(DEFAULT_COVERAGE, 'en')} of the members are required`,
        es: `Se exige al menos el ${percent(DEFAULT_COVERAGE, 'es')}`,
      };

/** The rule about the members that a figure needs, for the method page. */
export const COVERAGE_RULE: Text = {
  en: `${REQUIRED.en}, unless the URL sets another threshold with \`coverage=\`, of members (\`0.8\`) or of their population (\`0.98:population\`); the page, the image and the embed then say so. Where all members are required, those that together have less than ${percent(SMALL_MEMBERS, 'en')} of the population may still be missing, and are named.`,
  es: `${REQUIRED.es}, salvo que la URL fije otro umbral con \`coverage=\`, de los miembros (\`0.8\`) o de su población (\`0.98:population\`); entonces lo dicen la página, la imagen y el gráfico insertado. Aunque se exijan todos, pueden faltar miembros que juntos tengan menos del ${percent(SMALL_MEMBERS, 'es')} de la población, y se nombran.`,
};

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
    en: 'From release 1.6.0 on, income groups have the list of the World Bank of each July since 1988. Until release 1.5.0 there is only one list, without a date. It is applied to every period, and every figure of these groups says so.',
    es: 'Desde la edición 1.6.0, los grupos de ingreso tienen la lista del Banco Mundial de cada julio desde 1988. Hasta la 1.5.0 hay una sola lista, sin fecha. Se aplica a todos los periodos, y cada cifra de esos grupos lo indica.',
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
    en: `Without ${names.en}: together less than ${percent(SMALL_MEMBERS, 'en')} of the population.`,
    es: `Sin ${names.es}: en conjunto, menos del ${percent(SMALL_MEMBERS, 'es')} de la población.`,
  }),
  unknown: (names: Text): Text => ({
    en: `No population is on file for ${names.en}: the share of the population leaves them out.`,
    es: `No consta la población de ${names.es}: la proporción de la población no los cuenta.`,
  }),
  fallback: (names: Text, source: Text): Text => ({
    en: `The population of ${names.en} comes from another source (${source.en}).`,
    es: `La población de ${names.es} procede de otra fuente (${source.es}).`,
  }),
} as const;

/** The members that are not named when a note belongs to many. */
export const MEMBER_NOTE_WORDS = {
  others: (count: number): Text => ({ en: `${count} others`, es: `${count} más` }),
} as const;

/** The note on a figure over several periods with different members. */
export const membersVary = (en: string, es: string): Text => ({
  en: `The members differ between periods: ${en}.`,
  es: `Los miembros varían de un periodo a otro: ${es}.`,
});
