// Remembers which files were loaded, so that the same file is recognised by its hash and not read again. The
// note is only on this machine; if it is removed, the files are read again and nothing changes.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashFiles } from '#sources/recipe/source-files.ts';
import type { Loading } from '#sources/draft/load.ts';
import type { RecipeSource } from '#sources/recipe/schema/source.ts';
import { hashContents } from '../build/stale.ts';
import type { DataLine } from './line.ts';
import type { FoundFile } from './raw-files.ts';

const noteOf = ({ root }: DataLine): string => join(root, '.cotejo/loaded.json');

type Note = Readonly<Record<string, string>>;

function readNote(line: DataLine): Note {
  try {
    return JSON.parse(readFileSync(noteOf(line), 'utf8')) as Note;
  } catch {
    return {};
  }
}

/**
 * The inputs of a load: the file, the source's folder, the catalogue, the code that reads, and the releases.
 */
async function stateOf(
  { root, home, last }: DataLine,
  whole: boolean,
  recipe: RecipeSource,
  files: readonly string[],
): Promise<string> {
  const { source } = recipe.recipe;
  const code = ['sources/catalogue', 'sources/aliases', 'sources/recipe', 'sources/formats'];
  const own = hashContents(home.folder, [source, 'catalogue'], [hashContents(root, code)]);
  const parts = [
    String(whole),
    await hashFiles(files),
    readFileSync(recipe.path, 'utf8'),
    own,
    last()?.contentHash ?? '',
  ];
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

/** Whether the source's table was made from this file, and all other inputs are unchanged. */
export async function isKnown(
  line: DataLine,
  { source, file, more = [] }: FoundFile,
  whole: boolean,
): Promise<boolean> {
  const id = source.recipe.source;
  const known = readNote(line)[id];
  if (known === undefined || !existsSync(join(line.home.folder, id))) return false;
  return known === (await stateOf(line, whole, source, [file, ...more]));
}

/** Notes what was loaded, once it is in place. */
export async function remember(
  line: DataLine,
  whole: boolean,
  readings: readonly { readonly loading: Loading }[],
): Promise<void> {
  const note: Record<string, string> = { ...readNote(line) };
  for (const { loading } of readings) {
    note[loading.recipe.source] = await stateOf(line, whole, loading, [
      loading.file,
      ...(loading.more ?? []),
    ]);
  }
  const path = noteOf(line);
  mkdirSync(join(line.root, '.cotejo'), { recursive: true });
  writeFileSync(`${path}.part`, `${JSON.stringify(note, null, 1)}\n`);
  renameSync(`${path}.part`, path);
}
