/** The roles of columns: which one is the area, the period, the value. */
import { z } from 'zod';
import { QUALIFIERS } from '#stats/uncertainty/hedge.ts';
import { MEASURES } from '#stats/model/measure.ts';
import { INTERVAL_KINDS } from '#stats/model/observation.ts';
import { PERIOD_STATUSES, YEAR_BASES } from '#stats/time/period.ts';
import { AREA_FORMS } from '../../aliases/areas.ts';
import { date, slug } from '../../validation/yaml.ts';
import { bothLanguages, cellText, codes, column, columns, condition } from './primitives.ts';

const area = z.union([
  column,
  z.strictObject({
    column: column.describe('The column of the area.'),
    as: z.enum(AREA_FORMS).default('any').describe('How it writes areas.'),
    codes: codes.optional().describe('Texts of this file to codes, before the table of names.'),
  }),
  z.strictObject({ constant: z.string().min(1).describe('One area for all rows.') }),
]);

const coded = z.union([
  column,
  z.strictObject({
    column: column.describe('The column of the code.'),
    codes: codes
      .optional()
      .describe(
        'Texts to codes; `_T` for the total, `dimension=code` to say another dimension. Absent: the text in kebab-case.',
      ),
  }),
  z.strictObject({ constant: z.string().min(1).describe('One code for all rows.') }),
]);

const period = z.union([
  column,
  z.strictObject({ constant: cellText.describe('One period for all rows, in our text form.') }),
  z.strictObject({
    year: column.describe('The column of the year: `2014`, `FY2014`, `1892-1900`, `2025 (FYTD)`.'),
    month: column
      .optional()
      .describe('The column of the month: a name in English or Spanish, `Oct`, `01 October`, `10`.'),
    basis: z
      .enum(YEAR_BASES)
      .default('calendar-year')
      .describe('Whose year it is. The October of fiscal year 2014 is 2013-10.'),
    wholeYear: z.array(cellText).default([]).describe('Texts of the month that mean the whole year.'),
    partial: z
      .strictObject({
        marker: z.string().min(1).describe('The text that marks a year as not complete: `(FYTD)`.'),
        years: z.array(cellText).default([]).describe('Years that are partial though nothing marks them.'),
        through: date.describe('The last month or day that is in it.'),
      })
      .optional()
      .describe('A year that is not complete becomes an interval that says of which year it is a part.'),
  }),
  z.strictObject({
    start: column.describe('The column of the first day or month.'),
    end: column.describe('The column of the last day or month.'),
  }),
]);

const number = z.union([
  column,
  z.strictObject({
    column: column.describe('The column of the number.'),
    parts: columns
      .optional()
      .describe('Columns that it is the total of: where they are disguised by the source, so is it.'),
  }),
  z.strictObject({ sum: columns.describe('Columns that are added; a gap in one is a gap in the sum.') }),
]);

const words = z.union([
  column,
  z.strictObject({
    column: column.describe('The column of the word.'),
    codes: codes.optional().describe('Its texts to qualifiers.'),
  }),
  z.strictObject({ constant: z.enum(QUALIFIERS).describe('One hedge for all rows: `at-least`.') }),
]);

export const roles = {
  area: area.optional().describe('Where: the first area.'),
  counterpart: area.optional().describe('The second area: origin, nationality, donor.'),
  breakdown: z.record(slug, coded).optional().describe('Dimensions and where their codes come from.'),
  period: period.optional().describe('When.'),
  periodStatus: z.enum(PERIOD_STATUSES).optional().describe('How sure the period is.'),
  definition: coded.optional().describe('The definition of the indicator; `main` where absent.'),
};

const noteText = bothLanguages.extend({
  when: condition.optional().describe('Only rows that meet this condition have the note.'),
  mandatory: z.boolean().default(false).describe('Whether it is shown wherever its number is.'),
});

export const figureShape = z.strictObject({
  indicator: slug.describe('What is measured.'),
  measure: z
    .enum(MEASURES)
    .optional()
    .describe('Needed where the catalogue does not have the indicator yet.'),
  signed: z
    .boolean()
    .optional()
    .describe('May be negative; for an indicator that is not in the catalogue yet.'),
  when: condition.optional().describe('Only rows that meet this condition give this figure.'),
  ...roles,
  value: number.optional().describe('The number as printed, with its hedge: `<2`, `> 500%`, `2366*`.'),
  low: number.optional().describe('The low end of an interval.'),
  high: number.optional().describe('The high end.'),
  numerator: number.optional().describe('The part, of a share.'),
  denominator: number.optional().describe('The whole, of a share.'),
  scale: z
    .number()
    .positive()
    .default(1)
    .describe('Every value is multiplied by this; 0.01 for percentages of a share.'),
  rounding: z
    .number()
    .positive()
    .optional()
    .describe('The source rounds to this; the interval is half of it each way.'),
  intervalKind: z.enum(INTERVAL_KINDS).optional().describe('What low and high are.'),
  qualifier: words.optional().describe('The column of the hedge, and its texts to qualifiers.'),
  unit: z.string().optional().describe('For people who read the recipe.'),
  note: z
    .union([column, noteText])
    .optional()
    .describe('A column of notes, or one note, which may hold {names of columns}.'),
  attributedTo: column.optional().describe('The column that says who said it.'),
  printed: column.optional().describe('The column of the text as printed, where the file has one.'),
  locator: z
    .string()
    .min(1)
    .optional()
    .describe('The place in the source: {file}, {sheet}, {line}, {cell}, {column}, {name of a column}.'),
});
