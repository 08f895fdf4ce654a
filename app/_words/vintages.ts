/** Texts of the page of vintages. */
import type { Language } from '#stats/language.ts';
import type { Filled } from './filled.ts';

const en = {
  title: ({ title, who }: Filled<'title' | 'who'>) => `${title}, ${who}: every vintage`,
  lead: 'Read along a row: what a period was said to be, and when. Each column is a file, in order of publication.',
  crumbs: 'You are here',
  lines: 'Each file as a line',
  linesLead:
    'Files of one source have one colour, its latest file the strongest line. Rings are figures without a single value. Each point leads to its evidence.',
  chart: ({ title, who }: Filled<'title' | 'who'>) =>
    `${title}, ${who}: a line for each file. The figures are in the table below.`,
  table: 'What was said, file by file',
  tableLead: 'Below each figure, the change from the file before. A dot: that file does not have the period.',
  period: 'Period',
  first: 'First to last',
  statistics: 'How far a first print can be trusted',
  statisticsLead: 'Each file against the file before it, over the periods that both have.',
  from: 'From',
  to: 'To',
  compared: 'Compared',
  raised: 'Raised',
  lowered: 'Lowered',
  median: 'Median size',
  greatest: 'Greatest',
  delay: 'Days between',
  of: ({ size, period }: Filled<'size' | 'period'>) => `${size} (${period})`,
  none: 'Only one file has this series, so nothing can be said of revisions.',
  link: 'All vintages of this series',
  all: ({ title }: Filled<'title'>) => `${title}: how it was revised, source by source`,
  allLead:
    'Over all series: how many values each file of a source revised, by how much, in which direction, and how long after the file before.',
  allStatistics: 'Each file against the file that it replaced, over the values that both have.',
  allNone: 'No source of this indicator has more than one file in the releases.',
  medianPercent: 'Median, percent',
  allLink: 'How it was revised',
};

const es: typeof en = {
  title: ({ title, who }) => `${title}, ${who}: todas las versiones`,
  lead: 'Lea por filas: qué se dijo de un periodo, y cuándo. Cada columna es un archivo, por orden de publicación.',
  crumbs: 'Está en',
  lines: 'Cada archivo, una línea',
  linesLead:
    'Los archivos de una fuente llevan el mismo color, y el último el trazo más fuerte. Los anillos son cifras sin un valor único. Cada punto lleva a su procedencia.',
  chart: ({ title, who }) =>
    `${title}, ${who}: una línea por archivo. Las cifras están en la tabla de abajo.`,
  table: 'Lo que se dijo, archivo por archivo',
  tableLead:
    'Debajo de cada cifra, el cambio respecto del archivo anterior. Un punto: ese archivo no tiene el periodo.',
  period: 'Periodo',
  first: 'Del primero al último',
  statistics: 'Hasta dónde fiarse de la primera publicación',
  statisticsLead: 'Cada archivo frente al anterior, en los periodos que tienen los dos.',
  from: 'De',
  to: 'A',
  compared: 'Comparadas',
  raised: 'Al alza',
  lowered: 'A la baja',
  median: 'Tamaño mediano',
  greatest: 'La mayor',
  delay: 'Días entre una y otra',
  of: ({ size, period }) => `${size} (${period})`,
  none: 'Solo un archivo tiene esta serie, así que nada se puede decir de las revisiones.',
  link: 'Todas las versiones de esta serie',
  all: ({ title }) => `${title}: cómo se revisó, fuente por fuente`,
  allLead:
    'En todas las series: cuántos valores revisó cada archivo de una fuente, cuánto, en qué sentido y cuánto tiempo después del anterior.',
  allStatistics: 'Cada archivo frente al que sustituyó, en los valores que tienen los dos.',
  allNone: 'Ninguna fuente de este indicador tiene más de un archivo en las ediciones.',
  medianPercent: 'Mediana, por ciento',
  allLink: 'Cómo se revisó',
};

/** @public The test of all texts reads it. */
export const VINTAGE_WORDS = { en, es };

export const vintageWordsIn = (language: Language): typeof en => VINTAGE_WORDS[language];
