/** What a recipe expects of its file: known values, known totals, totals that the file prints itself. */
import { z } from 'zod';
import { STORED_GAPS } from '#stats/model/gap.ts';
import { slug } from '../../validation/yaml.ts';
import { cellText, column, columns, condition } from './primitives.ts';

const check = z.strictObject({
  name: z.string().optional().describe('Why this value is known.'),
  indicator: slug.optional().describe('The indicator.'),
  area: z.string().optional().describe('The area.'),
  counterpart: z.string().optional().describe('The second area.'),
  breakdown: z.string().optional().describe('The breakdown, as `sector=tucson` or `_T`.'),
  definition: z.string().optional().describe('The definition.'),
  period: cellText.optional().describe('The period, such as `2014`, `FY2014`, `2014-10`.'),
  value: z.number().optional().describe('The value must be this.'),
  low: z.number().optional().describe('The low end must be this.'),
  high: z.number().optional().describe('The high end must be this.'),
  numerator: z.number().optional().describe('The part must be this.'),
  denominator: z.number().optional().describe('The whole must be this.'),
  gap: z.enum(STORED_GAPS).optional().describe('The gap that must be there.'),
  note: z.string().optional().describe('The English note contains this.'),
  within: z.number().min(0).default(0).describe('By how much it may differ.'),
});

const where = z.strictObject({
  indicator: slug.optional().describe('The indicator.'),
  area: z.string().optional().describe('The area.'),
  counterpart: z
    .union([
      z.string(),
      columns,
      z.strictObject({ not: columns.describe('Second areas that are left out.') }),
    ])
    .optional()
    .describe('The second area, several, or all but some.'),
  breakdown: z.union([z.string(), columns]).optional().describe('The breakdown, or several.'),
  definition: z.string().optional().describe('The definition.'),
  from: cellText.optional().describe('First period, by its first day.'),
  to: cellText.optional().describe('Last period, by its last day.'),
  basis: z.string().optional().describe('The basis of the period: `month`, `us-fiscal-year`.'),
});

const sum = z.strictObject({
  name: z.string().trim().min(1).describe('What is summed.'),
  of: z
    .enum(['value', 'numerator', 'denominator'])
    .default('value')
    .describe('What is added; of a value that is a limit, the low end.'),
  where: where.describe('Which observations.'),
  is: z.number().describe('What the sum must be.'),
  within: z.number().min(0).default(0).describe('The allowed difference, due to rounding.'),
});

const none = z.strictObject({
  name: z.string().trim().min(1).describe('What must not exist.'),
  where: where.describe('The observations that must not exist.'),
});

const adds = z.strictObject({
  name: z.string().trim().min(1).describe('What is checked.'),
  columns: columns.describe('The columns to add up.'),
  by: columns.describe('Rows with the same texts in these columns belong together.'),
  parts: condition.describe('Which rows are parts.'),
  total: condition.describe('Which row is their total, as printed.'),
  within: z.number().min(0).default(0).describe('The allowed difference for each, due to rounding.'),
  differences: z
    .number()
    .int()
    .min(0)
    .default(0)
    .describe('How many are known not to add up. They are reported, not repaired.'),
});

const across = z.strictObject({
  name: z.string().trim().min(1).describe('What is checked.'),
  sum: columns.describe('Columns to add up in each row.'),
  is: column.describe('The column of their total.'),
  within: z.number().min(0).default(0).describe('The allowed difference for each.'),
  differences: z.number().int().min(0).default(0).describe('How many rows are known not to add up.'),
});

export const expect = z.strictObject({
  rows: z.number().int().optional().describe('Rows read, before any is dropped.'),
  observations: z.number().int().optional().describe('Observations made.'),
  dropped: z
    .record(z.string().min(1), z.number().int())
    .optional()
    .describe(
      'Dropped rows, by the reason of the filter; `earlier snapshots` for those that `latest` drops.',
    ),
  areas: z.number().int().optional().describe('Different areas.'),
  counterparts: z.number().int().optional().describe('Different second areas.'),
  gaps: z.partialRecord(z.enum(STORED_GAPS), z.number().int()).optional().describe('Gaps, by reason.'),
  first: cellText.optional().describe('The first period.'),
  last: cellText.optional().describe('The last period.'),
  values: z.array(check).default([]).describe('Known values.'),
  sums: z.array(sum).default([]).describe('Known sums over observations.'),
  none: z.array(none).default([]).describe('Observations that must not exist.'),
  adds: z
    .array(adds)
    .default([])
    .describe('Totals printed in the file: rows that must add up to another row.'),
  across: z
    .array(across)
    .default([])
    .describe('Totals within a row: columns that must add up to another column.'),
});
