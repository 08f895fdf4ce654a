/**
 * What can be fetched for our sources, from their cards: each download once, with all sources that read it. Of
 * a series without a download, the page on its card is opened by hand.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readCard, type Card } from '../../metadata/card.ts';
import type { CardDownload } from '../../metadata/download.ts';
import { findRecipe, recipeIds } from '../../recipe/schema/source.ts';
import { suggest } from '../../validation/nearest.ts';
import { FetchFault } from '../fault.ts';
import { KIND_OF_FORMAT, type FileKind } from './file-kind.ts';
import type { FileSource } from './fetch-file.ts';

export interface ListedDownload {
  /** The sources that it feeds. */
  readonly sources: readonly string[];
  readonly publisher: string;
  /** The publisher's page. */
  readonly page: string | null;
  /** Null if the file must be fetched by hand. */
  readonly from: CardDownload | null;
  readonly kind: FileKind;
  /** The recipe that reads it, if it is not the one beside the card. */
  readonly recipe: string | null;
}

/** The recipe for what is fetched of a source; null if the recipe beside the card reads it. */
export function fetchedRecipe(home: string, source: string): string | null {
  const path = join(home, 'fetch', 'recipes', `${source}.yaml`);
  return existsSync(path) ? path : null;
}

/** Every series with a recipe, in the order of its id. */
export function downloadsIn(home: string): ListedDownload[] {
  const byFile = new Map<string, ListedDownload>();
  for (const id of recipeIds(home)) {
    const folder = join(home, id);
    if (!existsSync(join(folder, 'card.yaml'))) continue;
    const { source, download }: Card = readCard(folder);
    if (source.form === 'publication') continue;
    const page = source.url ?? null;
    const from = download ?? null;
    const key = from === null ? id : JSON.stringify([from, from.link === undefined ? null : page]);
    const same = byFile.get(key);
    const sources = [...(same?.sources ?? []), id];
    const other = fetchedRecipe(home, id);
    const kind = KIND_OF_FORMAT[findRecipe(other ?? id, home).recipe.format.type];
    const recipe = other === null ? null : `sources/fetch/recipes/${id}.yaml`;
    byFile.set(key, { sources, publisher: source.publisher, page, from, kind, recipe });
  }
  return [...byFile.values()];
}

/**
 * The downloads of a source, or of all sources whose ids begin with a word: `ohss`, `cbp`.
 * @param publishers ids that the user may have meant
 * @throws FetchFault if there is none
 */
export function downloadsOf(
  downloads: readonly ListedDownload[],
  word: string,
  publishers: readonly string[],
): ListedDownload[] {
  const whole = downloads.filter(({ sources }) => sources.includes(word));
  if (whole.length > 0) return whole;
  const begun = downloads.filter(({ sources }) => sources.some((id) => id.startsWith(`${word}-`)));
  if (begun.length > 0) return begun;
  const ids = [...publishers, ...downloads.flatMap(({ sources }) => sources)];
  throw new FetchFault(
    `unknown publisher or series "${word}"`,
    suggest(word, ids, 'npm run fetch lists both; a publication has no newer edition'),
  );
}

/** How to get the file without this command. */
export function byHand({ page, sources }: Pick<ListedDownload, 'page' | 'sources'>): string {
  const open = page === null ? 'look for the file at its publisher' : `open ${page} in a browser`;
  return `${open} and save the file, then run npm run ingest -- FILE --recipe ${sources[0]} --edition YYYY-MM-DD`;
}

/** The download as a file at an address; null if it is an answer of an API, or done by hand. */
export function fileSourceOf(download: ListedDownload): FileSource | null {
  const { from, sources, publisher, kind, page, recipe } = download;
  const common = { sources, publisher, kind, recipe, byHand: byHand(download) };
  if (from?.address !== undefined) return { ...common, at: { address: new URL(from.address) } };
  if (from?.link === undefined || page === null) return null;
  return { ...common, at: { page: new URL(page), link: from.link } };
}

/** Where it comes from, in a few words. */
export function wayOf({ from, page }: ListedDownload): string {
  if (from === null) return `by hand: ${page ?? 'no page is known'}`;
  if (from.address !== undefined) return from.address;
  if (from.link !== undefined) return `${page ?? ''} (its link to ${from.link})`;
  return from.worldbank === undefined ? `unhcr ${from.unhcr ?? ''}` : `worldbank ${from.worldbank}`;
}
