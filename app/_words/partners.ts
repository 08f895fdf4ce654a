/** Texts of the list of what can stand beside an indicator. */
import type { Language } from '#stats/language.ts';
import type { Apart, Partner } from '#stats/pairing/partners.ts';

interface Words {
  readonly partners: (title: string, name: string | null) => string;
  readonly partnersHelp: string;
  readonly partnerGroups: (how: Partner['how'], name: string | null) => string;
  /** What two indicators share: places and years, or only years. */
  readonly shares: (places: number, years: readonly number[], isOfPlaces: boolean) => string;
  readonly apart: Readonly<Record<Apart, string>>;
}

export const PARTNER_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    partners: (title, name) => `What can stand beside “${title}”${name === null ? '' : ` of ${name}`}`,
    partnersHelp: 'What each shares with it on file, before you choose.',
    partnerGroups: (how, name) =>
      how === null
        ? 'Cannot stand beside it'
        : how === 'other'
          ? 'Of another place, on the same years'
          : how === 'same'
            ? name === null
              ? 'Of the same places'
              : `Of ${name}`
            : name === null
              ? 'Of people from these places, elsewhere'
              : `Of people from ${name}, elsewhere`,
    shares: (places, years, isOfPlaces) =>
      [
        ...(isOfPlaces
          ? [places === 1 ? '1 place' : `${places} places`]
          : [years.length === 1 ? '1 year' : `${years.length} years`]),
        years.length === 1 ? String(years[0]) : `${years[0] ?? ''} to ${years.at(-1) ?? ''}`,
      ].join(', '),
    apart: {
      undated: 'no figure with a date',
      days: 'single days or spans, not years',
      'no-year': 'no year in common',
    },
  },
  es: {
    partners: (title, name) => `Qué puede ir junto a «${title}»${name === null ? '' : ` de ${name}`}`,
    partnersHelp: 'Lo que cada uno comparte con él, antes de elegir.',
    partnerGroups: (how, name) =>
      how === null
        ? 'No pueden ir junto a él'
        : how === 'other'
          ? 'De otro lugar, en los mismos años'
          : how === 'same'
            ? name === null
              ? 'De los mismos lugares'
              : `De ${name}`
            : name === null
              ? 'De personas de esos lugares, en otros países'
              : `De personas de ${name}, en otros países`,
    shares: (places, years, isOfPlaces) =>
      [
        ...(isOfPlaces
          ? [places === 1 ? '1 lugar' : `${places} lugares`]
          : [years.length === 1 ? '1 año' : `${years.length} años`]),
        years.length === 1 ? String(years[0]) : `de ${years[0] ?? ''} a ${years.at(-1) ?? ''}`,
      ].join(', '),
    apart: {
      undated: 'ninguna cifra con fecha',
      days: 'días sueltos o lapsos, no años',
      'no-year': 'ningún año en común',
    },
  },
};
