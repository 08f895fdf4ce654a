/** What a recipe expects of its file: known values, known totals, totals that the file prints itself. */
import { z } from 'zod';
import { STORED_GAPS } from '#stats/gap.ts';
import { slug } from '../yaml.ts';
import { cellText, column, columns, condition } from './words.ts';

export const check = z.strictObject({
  name: z.string().optional().describe('Why this value is known.'),
  indicator: slug.optional(),
  area: z.string().optional(),
  counterpart: z.string().optional(),
  breakdown: z.string().optional(),
  definition: z.string().optional(),
  period: cellText.optional().describe('For a sum: a period, or `FY2014` for the months of that year.'),
  value: z.number().optional().describe('The value must be this.'),
  low: z.number().optional(),
  high: z.number().optional(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  gap: z.enum(STORED_GAPS).optional(),
  note: z.string().optional().describe('The English note contains this.'),
  within: z.number().min(0).default(0).describe('By how much it may differ.'),
});

export const sum = z.strictObject({
  name: z.string().trim().min(1).describe('What is summed.'),
  of: z.enum(['value', 'numerator', 'denominator']).default('value'),
  where: z
    .strictObject({
      indicator: slug.optional(),
      area: z.string().optional(),
      counterpart: z
        .union([
          z.string(),
          columns,
          z.strictObject({ not: columns.describe('Second areas that are left out.') }),
        ])
        .optional(),
      breakdown: z.union([z.string(), columns]).optional(),
      definition: z.string().optional(),
      from: cellText.optional().describe('First period, by its first day.'),
      to: cellText.optional().describe('Last period, by its last day.'),
      basis: z.string().optional(),
    })
    .describe('Which observations.'),
  is: z.number().describe('What the sum must be.'),
  within: z.number().min(0).default(0).describe('By how much it may differ; rounding explains it.'),
});

export const adds = z.strictObject({
  name: z.string().trim().min(1).describe('What is checked.'),
  columns: columns.describe('The columns that are added.'),
  by: columns.describe('Rows with the same texts here belong together.'),
  parts: condition.describe('Which rows are parts.'),
  total: condition.describe('Which row is their total, as printed.'),
  within: z.number().min(0).default(0).describe('By how much each may differ; rounding explains it.'),
  differences: z
    .number()
    .int()
    .min(0)
    .default(0)
    .describe('How many are known not to add up: reported, not repaired.'),
});

export const across = z.strictObject({
  name: z.string().trim().min(1).describe('What is checked.'),
  sum: columns.describe('Columns that are added, in each row.'),
  is: column.describe('The column of their total.'),
  within: z.number().min(0).default(0),
  differences: z.number().int().min(0).default(0).describe('How many rows are known not to add up.'),
});

export const expect = z.strictObject({
  rows: z.number().int().optional().describe('Rows read, before any is left out.'),
  observations: z.number().int().optional().describe('Observations made.'),
  areas: z.number().int().optional().describe('Different areas.'),
  counterparts: z.number().int().optional().describe('Different second areas.'),
  gaps: z.partialRecord(z.enum(STORED_GAPS), z.number().int()).optional().describe('Gaps, by reason.'),
  first: cellText.optional().describe('The first period.'),
  last: cellText.optional().describe('The last period.'),
  values: z.array(check).default([]).describe('Known values.'),
  sums: z.array(sum).default([]).describe('Known sums over observations.'),
  adds: z
    .array(adds)
    .default([])
    .describe('Totals that the file prints itself: rows that must add up to a row.'),
  across: z.array(across).default([]).describe('Totals in a row: columns that must add up to a column.'),
});
