/** Texts of the register of doubts. */
import type { DoubtStatus } from '#stats/claims/doubt.ts';
import type { Language } from '#stats/language.ts';

const STATUS_EN: Readonly<Record<DoubtStatus, string>> = {
  open: 'open',
  confirmed: 'confirmed',
  settled: 'settled',
};
const STATUS_ES: typeof STATUS_EN = { open: 'abierta', confirmed: 'confirmada', settled: 'resuelta' };

const en = {
  title: 'Doubts',
  lead: 'Figures that we believe wrong at their source, or not comparable as they seem to be. A doubt changes no figure: the figure stays as published, and the doubt stands beside it.',
  figures: 'Figures',
  status: 'Status',
  reporter: 'Reported by',
  entered: 'Entered',
  statuses: STATUS_EN,
  data: 'As data',
  feed: 'Doubts about the figures of Cotejo',
  margin: 'In doubt',
  all: 'All doubts',
};

const es: typeof en = {
  title: 'Dudas',
  lead: 'Cifras que creemos erróneas en su fuente, o que no son comparables como parece. Una duda no cambia ninguna cifra: queda como se publicó, con la duda a su lado.',
  figures: 'Cifras',
  status: 'Estado',
  reporter: 'Señalada por',
  entered: 'Registrada',
  statuses: STATUS_ES,
  data: 'Como datos',
  feed: 'Dudas sobre las cifras de Cotejo',
  margin: 'En duda',
  all: 'Todas las dudas',
};

/** @public The test of all texts reads it. */
export const DOUBT_WORDS = { en, es };

export const doubtWordsIn = (language: Language): typeof en => DOUBT_WORDS[language];
