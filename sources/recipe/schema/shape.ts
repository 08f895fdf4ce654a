/**
 * The recipe language: how a publisher's file is read. This schema is its only definition. The JSON Schema
 * for editors and the reference in docs/recipes.md are generated from it, and a test checks that they are
 * current.
 */
import { z } from 'zod';
import { slug } from '../../validation/yaml.ts';
import { expect } from './expect-shape.ts';
import {
  filter,
  footer,
  footnote,
  format,
  fromFileName,
  header,
  latest,
  meaning,
  numbers,
  sectionShape,
  split,
  unpivot,
} from './layout-shape.ts';
import { figureShape, roles } from './role-shape.ts';
import { columns } from './primitives.ts';

export const recipeShape = z.strictObject({
  source: slug.describe('The id of the source: the name of its folder.'),
  file: z
    .string()
    .trim()
    .min(1)
    .describe(
      "The publisher's file, as named in locators. With `*`, several files whose names fit: `deaths-*.csv`.",
    ),
  title: z.string().optional().describe('A description for readers of the recipe.'),
  format: format.describe('What kind of file it is.'),
  header: header.prefault({}).describe('The names of the columns.'),
  footer: footer.prefault({}).describe('Where the table ends, if before the end of the file.'),
  fillDown: columns.optional().describe('Columns in which empty cells take the text above them.'),
  split: split.optional().describe('Cuts a column of several texts into columns, before unpivot.'),
  unpivot: unpivot.optional().describe('Turns columns into rows.'),
  sections: sectionShape
    .optional()
    .describe(
      'Rows with one filled cell name the rows below them, as a year above its months: a column is made of them.',
    ),
  fromFileName: fromFileName
    .optional()
    .describe('Makes a column of a part of the name of the file, such as its year.'),
  filters: z
    .array(filter)
    .default([])
    .describe('Which rows are used, in order. Drop totals and aggregates here.'),
  latest: latest.optional().describe('Keeps only the latest of several snapshots.'),
  missing: z
    .record(z.string(), meaning)
    .default({})
    .describe(
      'Texts in place of a number, and their meaning: a gap, `none` (a true zero) or `absent` (not stated).',
    ),
  numbers: numbers.prefault({}).describe('How numbers are written.'),
  footnotes: z
    .record(z.string().min(1), footnote)
    .default({})
    .describe('Marks after numbers and names, with their notes.'),
  ...roles,
  locator: z.string().min(1).optional().describe('The locator of all figures; see `figures`.'),
  group: z.boolean().default(false).describe('Adds up rows with the same key. Without it they are an error.'),
  overlaps: z
    .boolean()
    .default(false)
    .describe(
      'The source publishes overlapping spans of one series, such as rolling totals. Without it they are an error.',
    ),
  figures: z
    .array(figureShape)
    .min(1)
    .describe('The figures that each row gives. Roles given here take precedence over those above.'),
  expect: expect.prefault({}).describe('What must be true of the file. Checked on every run.'),
});

export type Recipe = z.infer<typeof recipeShape>;
export type FigureRecipe = Recipe['figures'][number];
export type AreaRole = NonNullable<Recipe['area']>;
export type CodedRole = NonNullable<Recipe['definition']>;
export type PeriodRole = NonNullable<Recipe['period']>;
export type NumberRole = NonNullable<FigureRecipe['value']>;
export type Expectations = Recipe['expect'];
