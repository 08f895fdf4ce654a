/** The columns of CSV as the standards for tables describe them. */
import type { Language } from '#stats/language.ts';
import { CODEBOOK_COLUMNS } from '../codebook/codebook.ts';
import type { ColumnType } from '../columns.ts';

/** Types of Table Schema, of CSVW (XML Schema) and of Croissant (schema.org). */
const TYPES: Readonly<
  Record<ColumnType, { readonly table: string; readonly csvw: string; readonly croissant: string }>
> = {
  text: { table: 'string', csvw: 'string', croissant: 'sc:Text' },
  number: { table: 'number', csvw: 'number', croissant: 'sc:Float' },
  integer: { table: 'integer', csvw: 'integer', croissant: 'sc:Integer' },
  boolean: { table: 'boolean', csvw: 'boolean', croissant: 'sc:Boolean' },
  date: { table: 'date', csvw: 'date', croissant: 'sc:Date' },
};

/** A Table Schema (Data Package 2.0). */
export const tableSchema = (language: Language): object => ({
  fields: CODEBOOK_COLUMNS.map(({ name, type, meaning }) => ({
    name,
    type: TYPES[type].table,
    description: meaning[language],
  })),
  missingValues: [''],
});

/** The metadata of a CSV on the Web. */
export const csvwMetadata = (url: string, title: string, language: Language): object => ({
  '@context': ['http://www.w3.org/ns/csvw', { '@language': language }],
  url,
  'dc:title': title,
  dialect: { delimiter: ',', quoteChar: '"', doubleQuote: true, encoding: 'utf-8', header: true },
  tableSchema: {
    columns: CODEBOOK_COLUMNS.map(({ name, type, meaning }) => ({
      name,
      titles: name,
      datatype: TYPES[type].csvw,
      null: [''],
      'dc:description': meaning[language],
    })),
  },
});

/** The fields of a record set of Croissant, each a column of a file. */
export const croissantFields = (file: string, language: Language, recordSet: string): object[] =>
  CODEBOOK_COLUMNS.map(({ name, type, meaning }) => ({
    '@type': 'cr:Field',
    '@id': `${recordSet}/${name}`,
    name,
    description: meaning[language],
    dataType: TYPES[type].croissant,
    source: { fileObject: { '@id': file }, extract: { column: name } },
  }));
