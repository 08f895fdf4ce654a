/** The few words of a page that failed. They stand apart so that the other words need not be loaded with them. */
import type { Language } from '#stats/language.ts';

interface BrokenWords {
  readonly title: string;
  readonly lead: string;
  readonly again: string;
}

export const BROKEN: Record<Language, BrokenWords> = {
  en: {
    title: 'Something went wrong',
    lead: 'Something went wrong on our side. Your link is fine; please try again.',
    again: 'Try again',
  },
  es: {
    title: 'Algo falló',
    lead: 'El fallo es nuestro. Su enlace es correcto; inténtelo de nuevo.',
    again: 'Intentar de nuevo',
  },
};
