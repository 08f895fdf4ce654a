/** The files of one source: mostly one, or one for each year, whose names the recipe writes with `*`. */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { namePattern } from '../formats/name-pattern.ts';
import { hashFile } from '../formats/open.ts';
import type { Recipe } from './schema/shape.ts';

/** Whether a recipe reads several files. */
export const readsMany = ({ file }: Pick<Recipe, 'file'>): boolean => file.includes('*');

/** Whether a file is one that a recipe means. */
export const isFileOf = ({ file }: Pick<Recipe, 'file'>, path: string): boolean =>
  namePattern(basename(file)).test(basename(path));

/** The recipe for one of its files: locators name that file. */
export const recipeFor = <T extends Pick<Recipe, 'file'>>(recipe: T, path: string): T =>
  readsMany(recipe) ? { ...recipe, file: basename(path) } : recipe;

/** The hash of a file; of several, that of the list of their names and hashes. */
export async function hashFiles(paths: readonly string[]): Promise<string> {
  const [only, ...more] = paths;
  if (only !== undefined && more.length === 0) return hashFile(only);
  const lines: string[] = [];
  for (const path of paths) lines.push(`${await hashFile(path)}  ${basename(path)}\n`);
  return createHash('sha256').update(lines.toSorted().join('')).digest('hex');
}

export async function sizeOfFiles(paths: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const path of paths) bytes += (await stat(path)).size;
  return bytes;
}

/** Lines of several files as one number, so that two of them can be compared and told apart. */
const LINES_IN_FILE = 40_000_000;

/** More would not fit into the number of a line. */
export const MOST_FILES = 100;

export const lineIn = (file: number, line: number): number => file * LINES_IN_FILE + line;

/** The file of such a number, where there are several, and the line in it. */
export function placeOfLine(line: number, names: readonly string[]): { file?: string; line: number } {
  const file = names.length < 2 ? undefined : names[Math.floor(line / LINES_IN_FILE)];
  return { ...(file !== undefined && { file }), line: line % LINES_IN_FILE };
}

/** @example lineName(80_000_003, ['a.csv', 'b.csv', 'c.csv']) === 'line 3 of c.csv' */
export function lineName(line: number, names: readonly string[]): string {
  const { file, line: plain } = placeOfLine(line, names);
  return file === undefined ? `line ${plain}` : `line ${plain} of ${file}`;
}
