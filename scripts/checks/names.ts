import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

/** Names that say nothing about the content of a file. */
const FORBIDDEN = new Set(['utils', 'helpers', 'common', 'lib', 'misc', 'types', 'constants', 'services']);
const LONGEST = 300;
const CODE = /\.(ts|tsx|js|mjs|cjs|css)$/;

/** Reports folders and files whose name says nothing. */
export function checkNames(files: readonly string[]): string[] {
  const named = (path: string) => basename(path).split('.')[0] ?? '';
  const parts = new Set(files.flatMap((file) => [file, ...ancestors(file)]));
  return [...parts]
    .filter((path) => FORBIDDEN.has(named(path)))
    .map((path) => `${path}: call it by what it holds`);
}

function ancestors(file: string): string[] {
  const folder = dirname(file);
  return folder === '.' ? [] : [folder, ...ancestors(folder)];
}

/**
 * Reports files of code that are too long to read at once, unless their first comment explains why in a
 * sentence with "long" or "lines" in it.
 */
export function checkLength(file: string, text: string): string[] {
  const lines = text.split('\n').length;
  if (!CODE.test(extname(file)) || lines <= LONGEST) return [];
  const opening = /^\s*(?:\/\*[\s\S]*?\*\/|(?:\/\/[^\n]*\n)+)/.exec(text)?.[0] ?? '';
  return /\b(long|lines)\b/i.test(opening)
    ? []
    : [`${file}: ${lines} lines and no reason in its first comment`];
}

/** Both checks on the files of a checkout. */
export function checkFiles(root: string, files: readonly string[]): string[] {
  const long = files
    .filter((file) => CODE.test(file))
    .flatMap((file) => checkLength(file, readFileSync(join(root, file), 'utf8')));
  return [...checkNames(files), ...long];
}
