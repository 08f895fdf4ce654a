/** The roles of columns: which column is the area, the period, the value. */
import { z } from 'zod';
import { QUALIFIERS } from '#stats/uncertainty/hedge.ts';
import { STORED_GAPS } from '#stats/model/gap.ts';
import { ADDITIVITIES, MEASURES } from '#stats/model/measure.ts';
import { SUBNATIONAL_KINDS } from '#stats/model/catalogue.ts';
import { INTERVAL_KINDS } from '#stats/model/observation.ts';
import { PERIOD_STATUSES, YEAR_BASES } from '#stats/time/period.ts';
import { AREA_FORMS } from '../../aliases/areas.ts';
import { currency } from '../../metadata/money.ts';
import { date, slug } from '../../validation/yaml.ts';
import { FORMAT_BASES } from './period-bases.ts';
import { bothLanguages, cellText, codes, column, columns, condition } from './primitives.ts';

const area = z.union([
  column,
  z.strictObject({
    column: column.describe('The column of the area.'),
    as: z.enum(AREA_FORMS).default('any').describe('How the column writes areas.'),
    codes: codes.optional().describe('Maps texts of this file to codes, before the table of names is used.'),
    within: z
      .string()
      .regex(/^[A-Za-z0-9_-]+$/)
      .optional()
      .describe('All its areas are places in this one: `MEX`. No name is then taken for a country.'),
    parent: z
      .strictObject({
        column: column.describe('The column of the larger place: `Departamento`.'),
        kind: z.enum(SUBNATIONAL_KINDS).describe('The kind of the larger places.'),
        codes: codes.optional().describe('Maps texts of this column to codes.'),
      })
      .optional()
      .describe(
        'The larger place within `within` in which each lies, so that two places of one name are kept apart.',
      ),
    kind: z
      .enum(['territory', ...SUBNATIONAL_KINDS, 'group'])
      .optional()
      .describe(
        'The kind of areas that the catalogue does not have yet: they are added under their names as the file writes them. Places within a country need `within`.',
      ),
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
    column: column.describe('The column of the period.'),
    format: z
      .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
      .describe(
        "How it is written, or several ways: `MMMM d, yyyy`, `dd/MM/yyyy`, `MMM-yy`, `yyyyQq`, `yyyy'M'MM`, `FYyy`, `yyyy/yy`, `excel` (serial numbers of days) or `excel-1904`.",
      ),
    language: z
      .string()
      .min(2)
      .optional()
      .describe('The language of the names of months: `en`, `es`, `fr`; the default is English or Spanish.'),
    basis: z
      .enum(FORMAT_BASES)
      .optional()
      .describe(
        'The kind of period, where the format does not say it: `us-fiscal-year` for `yyyy/yy`; `month` for dates that stand for their month.',
      ),
    yearStarts: z
      .number()
      .int()
      .min(1)
      .max(12)
      .optional()
      .describe(
        'The first month of a year that is written by two, such as 4 for `2014/15` from April to March.',
      ),
  }),
  z.strictObject({
    yearIs: cellText.describe('One year for all rows, beside a column of months: `2014`.'),
    month: column.describe('The column of the month.'),
    basis: z
      .enum(YEAR_BASES)
      .optional()
      .describe('The kind of year; October of fiscal year 2014 is 2013-10.'),
  }),
  z.strictObject({
    year: column.describe('The column of the year: `2014`, `FY2014`, `1892-1900`, `2025 (FYTD)`.'),
    month: column
      .optional()
      .describe('The column of the month: a name in English or Spanish, `Oct`, `01 October`, `10`.'),
    quarter: column
      .optional()
      .describe(
        'The column of the quarter, in place of `month`: `Q1`, `1T`, `III`, `Primer trimestre`, `Jan-Mar`.',
      ),
    half: column
      .optional()
      .describe('The column of the half year, in place of `month`: `1`, `S1`, `Primer semestre`, `Jan-Jun`.'),
    basis: z
      .enum(YEAR_BASES)
      .optional()
      .describe(
        'The kind of year; the default is the calendar year, or the fiscal year where the cell says FY. October of fiscal year 2014 is 2013-10.',
      ),
    wholeYear: z
      .array(cellText)
      .default([])
      .describe('Texts of the month, quarter or half year that mean the whole year.'),
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
    unit: textOrBoth.optional().describe('The unit, as above an axis: `points`, `kilometres`.'),
    currency: currency
      .optional()
      .describe('For an amount of money: the currency by ISO 4217, such as `USD`. It gives the unit.'),
    priceYear: z
      .number()
      .int()
      .min(1800)
      .max(2200)
      .optional()
      .describe('The year of the prices, where the source states it: constant dollars of 2020.'),
    weight: z
      .strictObject({
        indicator: slug.describe('A count, such as `population`.'),
        source: slug.describe('Whose figures of it.'),
      })
      .optional()
      .describe(
        'For a level or a rate: what weighs the areas of a group in a mean. Without it, groups of a level have none.',
      ),
    per: z.number().positive().optional().describe('For a rate: per how many people.'),
    decimals: z.number().int().min(0).max(6).optional().describe('Decimals shown; default: as in the file.'),
    additive: z.enum(ADDITIVITIES).optional().describe('What may be added; default: nothing.'),
  })
  .describe('What the indicator is, if the catalogue does not have it yet.');

export const figureShape = z.strictObject({
  // The database names a view after it, and Postgres cuts names at 63 characters.
  indicator: slug.max(60, { error: 'is longer than 60 characters' }).describe('What is measured.'),
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
    .union([
      z.number().positive(),
      z.strictObject({
        powerOfTen: column.describe('The column of the power of ten: UNIT_MULT, where 6 means millions.'),
      }),
      z.strictObject({
        column: column.describe('The column of a word that multiplies.'),
        codes: z.record(z.string(), z.number().positive()).describe('The factor of each of its texts.'),
      }),
    ])
    .default(1)
    .describe('Every value is multiplied by this; use 0.01 for shares given as percentages.'),
  status: z
    .union([
      column,
      z.strictObject({
        column: column.describe('The column of the status.'),
        codes: z
          .record(z.string(), z.union([z.enum([...STORED_GAPS, 'none']), bothLanguages]))
          .optional()
          .describe('What its texts mean: a gap, `none`, or a note, where they are not the usual codes.'),
      }),
    ])
    .optional()
    .describe(
      'The column of the status: OBS_STATUS of SDMX, flags of Eurostat. It becomes a note; without a number, a gap.',
    ),
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
