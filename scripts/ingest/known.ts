// Which files were loaded, so that the same file again is known by its hash and not read. The note is of this
// machine only; whoever removes it reads the files again, and finds that nothing changed.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashFile } from '#sources/formats/open.ts';
import type { Loading } from '#sources/draft/load.ts';
import type { RecipeSource } from '#sources/recipe/schema/source.ts';
import { readReleases } from '#sources/releases/committed.ts';
import { hashContents } from '../build/stale.ts';
import type { FoundFile } from './raw-files.ts';

const noteOf = (root: string): string => join(root, '.cotejo/loaded.json');

type Note = Readonly<Record<string, string>>;

function readNote(root: string): Note {
  try {
    return JSON.parse(readFileSync(noteOf(root), 'utf8')) as Note;
  } catch {
    return {};
  }
}

/** What a loading depends on: the file, the source's folder, the catalogue's, the code that reads, the releases. */
async function stateOf(root: string, whole: boolean, recipe: RecipeSource, file: string): Promise<string> {
  const { source } = recipe.recipe;
  const own = hashContents(root, [
    `sources/${source}`,
    'sources/catalogue',
    'sources/aliases',
    'sources/recipe',
    'sources/formats',
  ]);
  const parts = [
    String(whole),
    await hashFile(file),
    readFileSync(recipe.path, 'utf8'),
    own,
    readReleases(root).at(-1)?.contentHash ?? '',
  ];
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

/** Whether this very file is what the source's table was made from, and everything else is as it was then. */
export async function isKnown(root: string, { source, file }: FoundFile, whole: boolean): Promise<boolean> {
  const id = source.recipe.source;
  const known = readNote(root)[id];
  if (known === undefined || !existsSync(join(root, 'sources', id))) return false;
  return known === (await stateOf(root, whole, source, file));
}

/** Notes what was loaded, once it is in place. */
export async function remember(
  root: string,
  whole: boolean,
  readings: readonly { readonly loading: Loading }[],
): Promise<void> {
  const note: Record<string, string> = { ...readNote(root) };
  for (const { loading } of readings) {
    note[loading.recipe.source] = await stateOf(root, whole, loading, loading.file);
  }
  const path = noteOf(root);
  mkdirSync(join(root, '.cotejo'), { recursive: true });
  writeFileSync(`${path}.part`, `${JSON.stringify(note, null, 1)}\n`);
  renameSync(`${path}.part`, path);
}
