/** The roles of columns: which column is the area, the period, the value. */
import { z } from 'zod';
import { QUALIFIERS } from '#stats/uncertainty/hedge.ts';
import { ADDITIVITIES, MEASURES } from '#stats/model/measure.ts';
import { INTERVAL_KINDS } from '#stats/model/observation.ts';
import { PERIOD_STATUSES, YEAR_BASES } from '#stats/time/period.ts';
import { AREA_FORMS } from '../../aliases/areas.ts';
import { date, slug } from '../../validation/yaml.ts';
import { bothLanguages, cellText, codes, column, columns, condition } from './primitives.ts';

const area = z.union([
  column,
  z.strictObject({
    column: column.describe('The column of the area.'),
    as: z.enum(AREA_FORMS).default('any').describe('How the column writes areas.'),
    codes: codes.optional().describe('Maps texts of this file to codes, before the table of names is used.'),
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
        'Maps texts to codes; `_T` for the total, `dimension=code` for another dimension. The default is the text in kebab-case.',
      ),
    otherwise: z
      .literal('as-written')
      .optional()
      .describe(
        'With `codes`: texts that are not listed are coded in kebab-case, too. Without it they are refused.',
      ),
  }),
  z.strictObject({ constant: z.string().min(1).describe('One code for all rows.') }),
]);

const period = z.union([
  column,
  z.strictObject({ constant: cellText.describe('One period for all rows, such as `2014` or `FY2014`.') }),
  z.strictObject({
    year: column.describe('The column of the year: `2014`, `FY2014`, `1892-1900`, `2025 (FYTD)`.'),
    month: column
      .optional()
      .describe('The column of the month: a name in English or Spanish, `Oct`, `01 October`, `10`.'),
    basis: z
      .enum(YEAR_BASES)
      .default('calendar-year')
      .describe('The kind of year. October of fiscal year 2014 is 2013-10.'),
    wholeYear: z.array(cellText).default([]).describe('Month texts that mean the whole year.'),
    partial: z
      .strictObject({
        marker: z.string().min(1).describe('The text that marks an incomplete year: `(FYTD)`.'),
        years: z.array(cellText).default([]).describe('Incomplete years without a mark.'),
        through: date.describe('The last month or day that the figure includes.'),
      })
      .optional()
      .describe('An incomplete year becomes an interval that records the year it belongs to.'),
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
      .describe(
        'Columns that add up to this total: if the source disguises them, the total is as uncertain.',
      ),
  }),
  z.strictObject({ sum: columns.describe('Columns to add up; a gap in one makes the sum a gap.') }),
]);

const words = z.union([
  column,
  z.strictObject({
    column: column.describe('The column of the word.'),
    codes: codes.optional().describe('Maps its texts to qualifiers.'),
  }),
  z.strictObject({ constant: z.enum(QUALIFIERS).describe('One hedge for all rows: `at-least`.') }),
]);

export const roles = {
  area: area.optional().describe('Where: the first area.'),
  counterpart: area.optional().describe('The second area: origin, nationality, donor.'),
  breakdown: z.record(slug, coded).optional().describe('Dimensions and where their codes come from.'),
  period: period.optional().describe('When.'),
  periodStatus: z
    .enum(PERIOD_STATUSES)
    .optional()
    .describe('Whether the period is stated, inferred or assumed.'),
  definition: coded.optional().describe('The definition of the indicator; the default is `main`.'),
};

const noteText = bothLanguages.extend({
  when: condition.optional().describe('Only rows that meet this condition get the note.'),
  mandatory: z.boolean().default(false).describe('Whether it must be shown wherever its number is.'),
});

const textOrBoth = z.union([
  z
    .string()
    .trim()
    .min(1)
    .transform((text) => ({ en: text, es: text })),
  bothLanguages,
]);

/** The catalogue entry of a new indicator. */
const description = z
  .strictObject({
    title: textOrBoth.optional().describe('Its name, `{ en: ..., es: ... }`.'),
    definition: textOrBoth.optional().describe('What exactly is counted or measured.'),
    unit: textOrBoth.optional().describe('The unit, as above an axis: `US dollars of 2020`.'),
    per: z.number().positive().optional().describe('For a rate: per how many people.'),
    decimals: z.number().int().min(0).max(6).optional().describe('Decimals shown; default: as in the file.'),
    additive: z.enum(ADDITIVITIES).optional().describe('What may be added; default: nothing.'),
  })
  .describe('What the indicator is, if the catalogue does not have it yet.');

export const figureShape = z.strictObject({
  indicator: slug.describe('What is measured.'),
  measure: z.enum(MEASURES).optional().describe('Required if the indicator is not in the catalogue yet.'),
  signed: z
    .boolean()
    .optional()
    .describe('Whether it can be negative; for an indicator that is not in the catalogue yet.'),
  describe: description.optional(),
  when: condition.optional().describe('Only rows that meet this condition give this figure.'),
  ...roles,
  value: number.optional().describe('The number as printed, with its hedge: `<2`, `> 500%`, `2366*`.'),
  low: number.optional().describe('The low end of an interval.'),
  high: number.optional().describe('The high end.'),
  numerator: number.optional().describe('The numerator of a share.'),
  denominator: number.optional().describe('The denominator of a share.'),
  scale: z
    .number()
    .positive()
    .default(1)
    .describe('Every value is multiplied by this; use 0.01 for shares given as percentages.'),
  rounding: z
    .number()
    .positive()
    .optional()
    .describe('The source rounds to this number; the interval is half of it each way.'),
  intervalKind: z.enum(INTERVAL_KINDS).optional().describe('The kind of interval that low and high give.'),
  qualifier: words.optional().describe('The column with the hedge, and how its texts map to qualifiers.'),
  unit: z.string().optional().describe('A description for readers of the recipe.'),
  note: z
    .union([column, noteText])
    .optional()
    .describe('A column of notes, or one note, which can contain {column names}.'),
  attributedTo: column.optional().describe('The column with the original source.'),
  printed: column.optional().describe('The column with the text as printed, if the file has one.'),
  locator: z
    .string()
    .min(1)
    .optional()
    .describe('The location in the source: {file}, {sheet}, {line}, {cell}, {column}, {name of a column}.'),
});
