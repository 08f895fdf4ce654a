/** The small words of the recipe language: texts, columns, codes, and which rows are meant. */
import { z } from 'zod';

/** A text of the file; YAML reads `2014` as a number, and the file holds letters. */
export const cellText = z.union([z.string(), z.number()]).transform(String);
export const column = z.union([z.string().min(1), z.number()]).transform(String);
export const columns = z.array(column).min(1);
export const codes = z.record(z.string(), z.string());
export const bothLanguages = z.strictObject({
  en: z.string().trim().min(1).describe('In English.'),
  es: z.string().trim().min(1).describe('In Spanish.'),
});

const matcher = z.union([
  cellText,
  z.array(cellText).min(1),
  z.strictObject({ matches: z.string().min(1).describe('A regular expression that the cell must match.') }),
  z.strictObject({
    not: z.union([cellText, z.array(cellText).min(1)]).describe('Texts that the cell must not be.'),
  }),
]);

/** Which rows are meant: every column named must have the text, one of the texts, or match. */
export const condition = z.record(z.string(), matcher);
export type Condition = z.infer<typeof condition>;
