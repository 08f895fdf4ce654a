/** The layout of a file and the form of its cells: the part of a recipe that does not depend on meaning. */
import { z } from 'zod';
import { STORED_GAPS } from '#stats/model/gap.ts';
import { TEXT_ENCODINGS } from '../../formats/encoding.ts';
import { cellText, column, columns, condition } from './primitives.ts';

const inside = z
  .string()
  .min(1)
  .optional()
  .describe('In a .zip with several tables, the one that is read; `*` stands for any letters: `API_*.csv`.');

const unseen = z.enum(['read', 'leave-out']).optional();

export const format = z.discriminatedUnion('type', [
  z.strictObject({
    type: z
      .literal('csv')
      .describe(
        'Delimited text: CSV, TSV and the like, also packed as .gz, .bz2 or .zip, as are all others.',
      ),
    delimiter: z
      .string()
      .min(1)
      .max(4)
      .default(',')
      .describe('The separator between cells; "\\t" for a tab.'),
    encoding: z
      .enum(TEXT_ENCODINGS)
      .default('utf-8')
      .describe('A byte order mark is removed automatically; `utf-16` is of either order.'),
    quotes: z.boolean().default(true).describe('False if quotes are ordinary characters.'),
    cells: z
      .number()
      .int()
      .min(2)
      .optional()
      .describe(
        'Every record has so many cells: one with fewer goes on in the next line, as where a cell has a line break and no quotes.',
      ),
    inside,
  }),
  z.strictObject({
    type: z.literal('xlsx').describe('A workbook: .xlsx, .xls or .ods.'),
    sheet: z
      .union([z.string(), z.number().int().min(1)])
      .optional()
      .describe('By name or number from 1. The default is the first.'),
    hidden: unseen.describe(
      'What the workbook hides: `read` or `leave-out`. Without it, a hidden row or column is refused.',
    ),
    struck: unseen.describe(
      'Struck-out text: `read` as if it were not, or `leave-out`. Without it, it is refused.',
    ),
    inside,
  }),
  z.strictObject({
    type: z.literal('json').describe('A list of records in a JSON document.'),
    path: z
      .string()
      .default('')
      .describe('The path to the list, with dots and indexes from 0: `1`, `data.items`.'),
    inside,
  }),
  z.strictObject({ type: z.literal('json-lines').describe('A JSON record on each line.'), inside }),
  z.strictObject({
    type: z
      .literal('json-stat')
      .describe('JSON-stat: a column for each dimension, `value`, and `status` if there is one.'),
    inside,
  }),
  z.strictObject({
    type: z
      .literal('pc-axis')
      .describe('PC-Axis (.px): a column for each dimension, and one named as CONTENTS says.'),
    inside,
  }),
  z.strictObject({ type: z.literal('parquet').describe('Parquet, without nested columns.'), inside }),
  z.strictObject({
    type: z
      .literal('r-data')
      .describe(
        'A data frame of R (.rda, .RData, .rds); `csv` reads it too. Of several, `inside` names one.',
      ),
    inside,
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
  spread: z
    .boolean()
    .default(false)
    .describe(
      'In a text, the header lines above the last one name several columns: empty cells take the text to their left.',
    ),
});

export const split = z.strictObject({
  column: column.describe('The column that holds several texts: `freq,unit,geo\\TIME_PERIOD`.'),
  by: z.string().min(1).describe('The text between them.'),
  into: columns.describe('The names of the columns it becomes.'),
});

export const sectionShape = z.strictObject({
  column: column.describe('The column that such a row fills, and no other.'),
  name: column.describe('The name of the new column.'),
});

export const fromFileName = z.strictObject({
  pattern: z
    .string()
    .min(1)
    .describe(
      'A regular expression for the name of the file; its first group, or all that fits, is the text.',
    ),
  name: column.describe('The name of the new column.'),
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
    .union([z.string().min(1), columns])
    .describe(
      'A regular expression for the names of the columns, such as `^(\\d{4})$`; the first group is kept as the name. Or a list of their names.',
    ),
  name: z
    .union([column, columns])
    .describe(
      'The new column for the name (`year`); with several groups, one for each: `[year, what]` for `^(\\d{4}) (Rate|Count)$`.',
    ),
  value: column.describe('The new column for the value (`value`).'),
});

export const filter = z.strictObject({
  drop: condition.optional().describe('Rows to drop.'),
  keep: condition.optional().describe('Rows to keep; all others are dropped.'),
  reason: z.string().trim().min(1).describe('The reason; the report counts the rows under it.'),
});

export const latest = z.strictObject({
  by: columns.describe('Rows with the same texts in these columns are snapshots of the same thing.'),
  column: column
    .optional()
    .describe(
      'The snapshot with the greatest text in this column is kept; without it, the last row of the file.',
    ),
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
