/** Texts of the steps from year to year. */
import type { Language } from '#stats/language.ts';

interface Words {
  readonly steps: string;
  /** How many places have a figure in a period. */
  readonly of: (period: string, places: number) => string;
  readonly play: string;
  readonly pause: string;
  readonly loading: string;
  readonly failed: string;
  /** Why shades and circles do not change their meaning while years go by. */
  readonly sameScale: string;
}

export const PLAY_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    steps: 'Years, with how many places have a figure',
    of: (period, places) => `${period}: ${places === 1 ? '1 place' : `${places} places`}`,
    play: 'Play',
    pause: 'Pause',
    loading: 'Loading',
    failed: 'Could not load all years',
    sameScale: 'The scale is the same for all years that are played.',
  },
  es: {
    steps: 'Años, con cuántos lugares tienen cifra',
    of: (period, places) => `${period}: ${places === 1 ? '1 lugar' : `${places} lugares`}`,
    play: 'Reproducir',
    pause: 'Pausa',
    loading: 'Cargando',
    failed: 'No se pudieron cargar todos los años',
    sameScale: 'La escala es la misma para todos los años que se reproducen.',
  },
};
