/** The files of one source: mostly one, or one for each year, whose names the recipe writes with `*`. */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { namePattern } from '../formats/name-pattern.ts';
import { UnreadableFile } from '../formats/line.ts';
import { hashFile } from '../formats/open.ts';
import type { Recipe } from './schema/shape.ts';

/** Whether a recipe reads several files. */
export const readsMany = ({ file }: Pick<Recipe, 'file'>): boolean => file.includes('*');

/** How many letters all names have in common at their start. */
function commonStart(names: readonly string[]): number {
  const [first = ''] = names;
  let length = 0;
  while (length < first.length && names.every((name) => name[length] === first[length])) length++;
  return length;
}

/** The common start of names, without the word or number that is only partly common: `deaths-` of `deaths-2013`. */
function wholeStart(names: readonly string[]): string {
  const length = commonStart(names);
  const start = (names[0] ?? '').slice(0, length);
  const goesOn = (kind: RegExp): boolean => names.some((name) => kind.test(name[length] ?? ''));
  if (/\d$/.test(start)) return goesOn(/\d/) ? start.replace(/\d+$/, '') : start;
  return goesOn(/\p{L}/u) ? start.replace(/\p{L}+$/u, '') : start;
}

const reversed = (text: string): string => [...text].reverse().join('');

/**
 * The name that fits several files, with `*` for the part that changes; null if they have nothing in common, or two
 * have one name.
 * @example patternOf(['deaths-2013.csv', 'deaths-2014.csv']) === 'deaths-*.csv'
 */
export function patternOf(paths: readonly string[]): string | null {
  const names = paths.map((path) => basename(path));
  if (new Set(names).size < names.length) return null;
  const start = wholeStart(names);
  const end = reversed(wholeStart(names.map((name) => reversed(name.slice(start.length)))));
  return start === '' && !/\w.*\./.test(end) ? null : `${start}*${end}`;
}

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
const MOST_FILES = 100;

/** @throws UnreadableFile if a source has too many files */
export function assertFewFiles(paths: readonly string[]): void {
  if (paths.length <= MOST_FILES) return;
  throw new UnreadableFile(
    `${paths.length} files are too many for one source`,
    `${MOST_FILES} are read; join some of them, or make two sources of them`,
  );
}

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
