/** Texts of the page that finds the period and the source of a number. */
import type { Language } from '#stats/language.ts';
import type { Filled } from './filled.ts';

const en = {
  title: 'Which year is it?',
  lead: 'A number was printed without its year, or with one that does not match. Here is where it stands: every period, source and file of the area in which it rounds to what was printed.',
  indicator: 'Indicator',
  area: 'Area, by code',
  number: 'Number as printed',
  submit: 'Find it',
  found: ({ number, n }: Filled<'number' | 'n'>) => `${number} stands in ${n} figures`,
  foundOne: ({ number }: Filled<'number'>) => `${number} stands in one figure`,
  none: ({ number }: Filled<'number'>) => `${number} stands in no figure on file for this area.`,
  sentence: ({ number, source, period, who }: Filled<'number' | 'source' | 'period' | 'who'>) =>
    `${number} is what ${source} gives for ${who}, ${period}.`,
  figure: 'Figure on file',
  period: 'Period',
  source: 'Source',
  releases: 'In releases',
  toNow: ({ since }: Filled<'since'>) => `${since} to now`,
  until: ({ since, until }: Filled<'since' | 'until'>) => `${since} up to ${until}`,
  link: 'Which year is it?',
};

const es: typeof en = {
  title: '¿De qué año es?',
  lead: 'Una cifra se publicó sin su año, o con uno que no le corresponde. Aquí se ve dónde figura: todos los periodos, fuentes y archivos de la zona en los que se redondea a lo que se imprimió.',
  indicator: 'Indicador',
  area: 'Zona, con su código',
  number: 'Número tal como se imprimió',
  submit: 'Buscar',
  found: ({ number, n }) => `${number} figura en ${n} cifras`,
  foundOne: ({ number }) => `${number} figura en una cifra`,
  none: ({ number }) => `${number} no figura en ninguna cifra disponible de esta zona.`,
  sentence: ({ number, source, period, who }) => `${number} es lo que da ${source} para ${who}, ${period}.`,
  figure: 'Cifra disponible',
  period: 'Periodo',
  source: 'Fuente',
  releases: 'En las ediciones',
  toNow: ({ since }) => `${since} hasta hoy`,
  until: ({ since, until }) => `de la ${since} a la ${until}`,
  link: '¿De qué año es?',
};

/** @public The test of all texts reads it. */
export const WHICH_WORDS = { en, es };

export const whichWordsIn = (language: Language): typeof en => WHICH_WORDS[language];
