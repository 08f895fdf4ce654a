/** Texts of a figure as one sentence. */
import type { Language } from '#stats/language.ts';
import type { Filled } from './filled.ts';

const en = {
  published: ({ title, source, figure, unit, who, period, version }: Filled<SentencePart>) =>
    `${title}: the figure for ${who}, ${period}, is ${figure} (${unit}), according to ${source} (Cotejo, release ${version}).`,
  computed: ({ title, source, figure, unit, who, period, version, how }: Filled<SentencePart | 'how'>) =>
    `${title}: the figure for ${who}, ${period}, is ${figure} (${unit}), calculated by Cotejo (${how}) from ${source} (Cotejo, release ${version}).`,
  gap: ({ title, source, reason, who, period, version }: Filled<SentencePart | 'reason'>) =>
    `${title}: no figure for ${who}, ${period}, in ${source}: ${reason} (Cotejo, release ${version}).`,
  none: ({ reason }: Filled<'reason'>) => `no figure: ${reason}`,
  note: ({ text }: Filled<'text'>) => `Note: ${text}`,
  notes: ({ text }: Filled<'text'>) => `Notes: ${text}`,
};

type SentencePart = 'title' | 'source' | 'figure' | 'unit' | 'who' | 'period' | 'version';

const es: typeof en = {
  published: ({ title, source, figure, unit, who, period, version }) =>
    `${title}: la cifra de ${who}, ${period}, es ${figure} (${unit}), según ${source} (Cotejo, edición ${version}).`,
  computed: ({ title, source, figure, unit, who, period, version, how }) =>
    `${title}: la cifra de ${who}, ${period}, es ${figure} (${unit}), calculada por Cotejo (${how}) a partir de ${source} (Cotejo, edición ${version}).`,
  gap: ({ title, source, reason, who, period, version }) =>
    `${title}: no hay cifra de ${who}, ${period}, en ${source}: ${reason} (Cotejo, edición ${version}).`,
  none: ({ reason }) => `sin cifra: ${reason}`,
  note: ({ text }) => `Nota: ${text}`,
  notes: ({ text }) => `Notas: ${text}`,
};

/** @public The test of all texts reads it. */
export const SENTENCE_WORDS = { en, es };

export const sentenceWordsIn = (language: Language): typeof en => SENTENCE_WORDS[language];
