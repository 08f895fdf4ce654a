/** Dates in full. */
import type { Language } from '#stats/language.ts';

export const MONTH_NAMES: Record<Language, readonly string[]> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
};

/** @example DATE_JOINER.es(['20', 'noviembre', '2026']) === '20 de noviembre de 2026' */
export const DATE_JOINER: Readonly<Record<Language, (parts: readonly string[]) => string>> = {
  en: (parts) => parts.join(' '),
  es: (parts) => parts.join(' de '),
};
