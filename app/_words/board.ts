/** Texts of a board: several comparisons in one frame. */
import type { Language } from '#stats/language.ts';

export const BOARD_WORDS: Readonly<Record<Language, { readonly title: (count: number) => string }>> = {
  en: { title: (count) => (count === 1 ? 'One comparison' : `${count} comparisons`) },
  es: { title: (count) => (count === 1 ? 'Una comparación' : `${count} comparaciones`) },
};

export const BOARD_PROBLEMS = {
  noPanel: {
    en: 'A board needs at least one question: a=homicide-rate?country=HND, percent-encoded; b= to f= for more.',
    es: 'Un tablero necesita al menos una consulta: a=homicide-rate?country=HND, con escapes de porcentaje; b= a f= para las demás.',
  },
} as const;
