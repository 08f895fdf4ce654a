/** The few words of a page that failed. They stand apart so that the other words need not be loaded with them. */
import type { Language } from '#stats/language.ts';

interface BrokenWords {
  readonly title: string;
  readonly lead: string;
  readonly again: string;
}

export const BROKEN: Record<Language, BrokenWords> = {
  en: {
    title: 'This page could not be made',
    lead: 'The fault is ours, not in your address. Nothing was lost.',
    again: 'Try again',
  },
  es: {
    title: 'No se ha podido componer esta página',
    lead: 'El fallo es nuestro, no de su dirección. No se ha perdido nada.',
    again: 'Intentar de nuevo',
  },
};
