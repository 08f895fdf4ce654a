/** Words of files with everything of a release or of a source. */
import type { Language, Text } from '#stats/language.ts';

interface Words {
  /** Above the links of a release, and of a source. */
  readonly release: string;
  readonly source: string;
  readonly lead: (version: string, date: string) => string;
  readonly leadOf: (source: string, version: string, date: string) => string;
  readonly hedge: string;
  readonly rights: string;
  readonly indicators: string;
  readonly columns: readonly [id: string, title: string, unit: string, definition: string];
}

export const BULK_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    release: 'All figures',
    source: 'All its figures',
    lead: (version, date) => `Every figure of release ${version} of Cotejo (${date}), one row each.`,
    leadOf: (source, version, date) =>
      `Every figure of “${source}” in release ${version} of Cotejo (${date}), one row each.`,
    hedge:
      'Read `qualifier`, `low` and `high` beside `value`: a figure that is only known to be more or less than a number has no `value`. `codebook.csv` explains every column and every code.',
    rights: 'Each source has its own licence: see `LICENCES.txt`.',
    indicators: 'Indicators',
    columns: ['id', 'title', 'unit', 'definition'],
  },
  es: {
    release: 'Todas las cifras',
    source: 'Todas sus cifras',
    lead: (version, date) => `Todas las cifras de la edición ${version} de Cotejo (${date}), una por fila.`,
    leadOf: (source, version, date) =>
      `Todas las cifras de «${source}» en la edición ${version} de Cotejo (${date}), una por fila.`,
    hedge:
      'Lea `qualifier`, `low` y `high` junto a `value`: una cifra de la que solo se sabe que es mayor o menor que un número no tiene `value`. `codebook.csv` explica cada columna y cada código.',
    rights: 'Cada fuente tiene su licencia: véase `LICENCES.txt`.',
    indicators: 'Indicadores',
    columns: ['id', 'título', 'unidad', 'definición'],
  },
};

/** The unit of `tooMany`: what to do about a file with too many rows. */
export const FEWER_ROWS: Text = {
  en: 'rows; take .csv or .zip, which are sent piece by piece, or the files of single indicators',
  es: 'filas; use .csv o .zip, que se envían por partes, o los archivos de cada indicador',
};

/** For the page of URLs and the OpenAPI document. */
export const BULK_SUMMARIES = {
  release: {
    csv: {
      en: 'Every figure of a release as one table, sent piece by piece.',
      es: 'Todas las cifras de una edición en una tabla, enviada por partes.',
    },
    zip: {
      en: 'The same as a data package to deposit, with codebook, citation and licences, sent piece by piece.',
      es: 'Lo mismo como paquete de datos para depositar, con diccionario, cita y licencias, enviado por partes.',
    },
    parquet: {
      en: 'The same as Parquet, of at most 500,000 rows; takes ranges.',
      es: 'Lo mismo en Parquet, con 500 000 filas como máximo; admite rangos.',
    },
    xlsx: {
      en: 'The same as a workbook, of at most 100,000 rows.',
      es: 'Lo mismo como libro de Excel, con 100 000 filas como máximo.',
    },
  },
  source: {
    csv: {
      en: 'Every figure of a source in a release as one table, sent piece by piece.',
      es: 'Todas las cifras de una fuente en una edición en una tabla, enviada por partes.',
    },
    zip: {
      en: 'The same as a data package to deposit, sent piece by piece.',
      es: 'Lo mismo como paquete de datos para depositar, enviado por partes.',
    },
    parquet: {
      en: 'The same as Parquet, of at most 500,000 rows; takes ranges.',
      es: 'Lo mismo en Parquet, con 500 000 filas como máximo; admite rangos.',
    },
    xlsx: {
      en: 'The same as a workbook, of at most 100,000 rows.',
      es: 'Lo mismo como libro de Excel, con 100 000 filas como máximo.',
    },
  },
} as const satisfies Readonly<Record<'release' | 'source', Readonly<Record<string, Text>>>>;

/** A format in which whole releases and sources can be had. */
export type BulkFormat = keyof (typeof BULK_SUMMARIES)['release'];
