/** Texts of a board: several comparisons in one frame. */
import type { Language } from '#stats/language.ts';

interface Words {
  readonly title: (count: number) => string;
  /** Before the address. */
  readonly linkHelp: (version: string) => string;
}

export const BOARD_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: (count) => (count === 1 ? 'One comparison' : `${count} comparisons`),
    linkHelp: (version) => `These charts, as they are in release ${version}:`,
  },
  es: {
    title: (count) => (count === 1 ? 'Una comparación' : `${count} comparaciones`),
    linkHelp: (version) => `Estos gráficos, tal como están en la edición ${version}:`,
  },
};

export const BOARD_PROBLEMS = {
  noPanel: {
    en: 'A board needs at least one question: a=homicide-rate?country=HND, percent-encoded; b= to f= for more.',
    es: 'Un tablero necesita al menos una consulta: a=homicide-rate?country=HND, con escapes de porcentaje; b= a f= para las demás.',
  },
} as const;
