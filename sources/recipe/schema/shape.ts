/**
 * The recipe language: how a publisher's file is read. This shape is its only definition. The JSON Schema
 * that editors use and the reference in docs/recipes.md are made from it, and a test holds them to it.
 */
import { z } from 'zod';
import { slug } from '../../validation/yaml.ts';
import { expect } from './expect-shape.ts';
import {
  filter,
  footer,
  footnote,
  format,
  header,
  latest,
  meaning,
  numbers,
  unpivot,
} from './layout-shape.ts';
import { figureShape, roles } from './role-shape.ts';
import { columns } from './primitives.ts';

export const recipeShape = z.strictObject({
  source: slug.describe('The id of the source: the name of its folder.'),
  file: z.string().trim().min(1).describe("The publisher's file, as it is named in locators."),
  title: z.string().optional().describe('For people who read the recipe.'),
  format: format.describe('What kind of file it is.'),
  header: header.prefault({}).describe('The names of the columns.'),
  footer: footer.prefault({}).describe('Where the table ends, if not with the file.'),
  fillDown: columns.optional().describe('Columns whose empty cells take the text above.'),
  unpivot: unpivot.optional().describe('Columns that are values of a variable become rows.'),
  filters: z
    .array(filter)
    .default([])
    .describe('Which rows are read, in order; totals and aggregates go out here.'),
  latest: latest.optional().describe('Of several snapshots of one thing, the last.'),
  missing: z
    .record(z.string(), meaning)
    .default({})
    .describe(
      'Texts that stand for no number, and what each means: a gap, `none` (a true zero) or `absent` (nothing is said).',
    ),
  numbers: numbers.prefault({}).describe('How numbers are written.'),
  footnotes: z
    .record(z.string().min(1), footnote)
    .default({})
    .describe('Marks behind numbers and names, and their notes.'),
  ...roles,
  locator: z.string().min(1).optional().describe('As in figures, for all of them.'),
  group: z
    .boolean()
    .default(false)
    .describe('Rows with one key are added up. Absent or false: they are an error.'),
  figures: z.array(figureShape).min(1).describe('What each row says. Roles given here win over those above.'),
  expect: expect.prefault({}).describe('What must be true of the file; checked on every run.'),
});

export type Recipe = z.infer<typeof recipeShape>;
export type FigureRecipe = Recipe['figures'][number];
export type AreaRole = NonNullable<Recipe['area']>;
export type CodedRole = NonNullable<Recipe['definition']>;
export type PeriodRole = NonNullable<Recipe['period']>;
export type NumberRole = NonNullable<FigureRecipe['value']>;
export type Expectations = Recipe['expect'];
