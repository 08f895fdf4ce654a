/** How a file is laid out and how its cells are written: the part of a recipe before anything has a meaning. */
import { z } from 'zod';
import { STORED_GAPS } from '#stats/model/gap.ts';
import { TEXT_ENCODINGS } from '../../formats/encoding.ts';
import { cellText, column, columns, condition } from './primitives.ts';

export const format = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('csv').describe('Delimited text: CSV, TSV and the like.'),
    delimiter: z
      .string()
      .min(1)
      .max(4)
      .default(',')
      .describe('The separator between cells; "\\t" for a tab.'),
    encoding: z.enum(TEXT_ENCODINGS).default('utf-8').describe('A byte order mark is removed automatically.'),
    quotes: z.boolean().default(true).describe('False if quotes are ordinary characters.'),
  }),
  z.strictObject({
    type: z.literal('xlsx').describe('A workbook.'),
    sheet: z
      .union([z.string(), z.number().int().min(1)])
      .optional()
      .describe('By name or number from 1. The default is the first.'),
  }),
  z.strictObject({
    type: z.literal('json').describe('A list of records in a JSON document.'),
    path: z
      .string()
      .default('')
      .describe('The path to the list, with dots and indexes from 0: `1`, `data.items`.'),
  }),
]);

export const header = z.strictObject({
  skip: z.number().int().min(0).default(0).describe('Lines before the header.'),
  rows: z
    .number()
    .int()
    .min(0)
    .max(10)
    .default(1)
    .describe(
      'Lines of the header. Merged cells are filled; the texts of a column are joined by spaces. With 0, name the columns.',
    ),
  columns: columns
    .optional()
    .describe(
      'The names that the header must have, in order; others may follow. With rows: 0, the column names.',
    ),
});

export const footer = z.strictObject({
  begins: z
    .array(cellText)
    .default([])
    .describe('The table ends at a row whose first filled cell starts with one of these.'),
  emptyRow: z.boolean().default(false).describe('The table ends at the first row without any text.'),
});

export const unpivot = z.strictObject({
  columns: z
    .string()
    .min(1)
    .describe(
      'A regular expression for the names of the columns, such as `^(\\d{4})$`; the first group is kept as the name.',
    ),
  name: column.describe('The new column for the name (`year`).'),
  value: column.describe('The new column for the value (`value`).'),
});

export const filter = z.strictObject({
  drop: condition.optional().describe('Rows to drop.'),
  keep: condition.optional().describe('Rows to keep; all others are dropped.'),
  reason: z.string().trim().min(1).describe('The reason; the report counts the rows under it.'),
});

export const latest = z.strictObject({
  by: columns.describe('Rows with the same texts in these columns are snapshots of the same thing.'),
  column: column.describe('The snapshot with the greatest text in this column is kept.'),
});

export const meaning = z.union([
  z.enum([...STORED_GAPS, 'none', 'absent']),
  z.strictObject({
    'less-than': z.number().describe('The value is withheld, but known to be less than this.'),
  }),
]);

export const numbers = z.strictObject({
  thousands: z.string().max(1).optional().describe('The separator of thousands: `,` in `1,234`.'),
  decimal: z.enum(['.', ',']).default('.').describe('The decimal mark: `,` in `1.234,5`.'),
  percent: z.enum(['fraction', 'keep']).default('fraction').describe('What `12.5%` becomes: 0.125 or 12.5.'),
});

export const footnote = z.strictObject({
  en: z.string().trim().min(1).describe('The note in English.'),
  es: z.string().trim().min(1).describe('The note in Spanish.'),
  mandatory: z.boolean().default(false).describe('Whether it must be shown wherever its number is.'),
});
