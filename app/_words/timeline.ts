/** Texts of a chart of several indicators on one time axis. */
import type { Language } from '#stats/language.ts';

interface Words {
  readonly both: (titles: readonly string[]) => string;
  /** The finding: what each indicator did between the first and the last year that both have. */
  readonly moved: (from: string, to: string, parts: readonly string[]) => string;
  readonly up: (title: string, percent: string) => string;
  readonly down: (title: string, percent: string) => string;
  readonly same: (title: string) => string;
  readonly highest: (title: string, figure: string, period: string) => string;
  readonly subtitle: string;
  readonly kind: (titles: readonly string[]) => string;
  readonly panel: (title: string, first: string, last: string) => string;
  readonly before: (year: string) => string;
  readonly after: (year: string) => string;
}

export const TIMELINE_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    both: (titles) => titles.join(' and '),
    moved: (from, to, parts) => `${from} to ${to}: ${parts.join('; ')}`,
    up: (title, percent) => `${title} rose by ${percent}`,
    down: (title, percent) => `${title} fell by ${percent}`,
    same: (title) => `${title} stayed about the same`,
    highest: (title, figure, period) => `${title} highest in ${period}, ${figure}`,
    subtitle: 'One panel for each, with its own scale, over one axis of months.',
    kind: (titles) => `${titles.length} panels on one time axis: ${titles.join('; ')}.`,
    panel: (title, first, last) => `${title}: ${first} to ${last}.`,
    before: (year) => `nothing on file before ${year}`,
    after: (year) => `nothing on file after ${year}`,
  },
  es: {
    both: (titles) => titles.join(' y '),
    moved: (from, to, parts) => `De ${from} a ${to}: ${parts.join('; ')}`,
    up: (title, percent) => `${title} subió un ${percent}`,
    down: (title, percent) => `${title} bajó un ${percent}`,
    same: (title) => `${title} apenas cambió`,
    highest: (title, figure, period) => `${title}: máximo en ${period}, ${figure}`,
    subtitle: 'Un panel para cada uno, con su propia escala, sobre un mismo eje de meses.',
    kind: (titles) => `${titles.length} paneles sobre un mismo eje de tiempo: ${titles.join('; ')}.`,
    panel: (title, first, last) => `${title}: de ${first} a ${last}.`,
    before: (year) => `sin datos antes de ${year}`,
    after: (year) => `sin datos después de ${year}`,
  },
};
