// The files that a command names: one, or several of one source, such as a file for each year.

import { patternOf } from '#sources/recipe/source-files.ts';
import { existingFile } from '../terminal/existing-file.ts';
import { shellWord } from '../terminal/shell-word.ts';
import { UserError } from '../terminal/user-error.ts';

interface NamedFiles {
  /** The file that a draft is made of. */
  readonly first: string;
  readonly more: readonly string[];
  /** The name that a recipe gives them: that of the file, or one with `*` that fits all. */
  readonly name: string;
  /** As the person wrote them, for the next command. */
  readonly words: string;
}

/** @throws UserError if there is none, or their names have nothing in common */
export function namedFiles(words: readonly string[], usage: string): NamedFiles {
  const [first, ...more] = words.map(existingFile);
  if (first === undefined) throw new UserError(`Give a file.\n\n${usage}`);
  const name = more.length === 0 ? first : patternOf([first, ...more]);
  if (name === null)
    throw new UserError(
      'Several files are one source if their names differ in a part, such as deaths-2013.csv and deaths-2014.csv. Rename them so, or load each alone.',
    );
  return { first, more, name, words: words.map(shellWord).join(' ') };
}
