/** Where a fetched file goes, and the names of what stands beside it. */
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

export interface DownloadTarget {
  /** Pages are kept here until all are there. */
  readonly part: string;
  /** The file, once its vintage is known. */
  file(vintage: string): string;
}

const LONGEST_NAME = 80;

/** A name that every file system takes; of a long one the end is replaced by a hash, so that two stay two. */
function fileName(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]+/g, '-');
  if (plain.length <= LONGEST_NAME) return plain;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 10);
  return `${plain.slice(0, LONGEST_NAME - 11)}-${hash}`;
}

/**
 * `out` is a folder if it is one, or ends with a slash; there the file is named for the question and its
 * vintage, so that a newer edition does not take the place of an older one. Else it is the file.
 */
export function placeFor(out: string, name: string): DownloadTarget {
  const isFolder = out.endsWith('/') || out.endsWith(sep) || (existsSync(out) && statSync(out).isDirectory());
  if (!isFolder) return { part: `${out}.part`, file: () => out };
  const base = join(out, fileName(name));
  return { part: `${base}.part`, file: (vintage) => `${base}@${vintage}.json` };
}

const stem = (file: string): string => file.replace(/\.json$/, '');

/** What is known of a file: where from, when, its hash. */
export const sidecarOf = (file: string): string => `${stem(file)}.source.json`;

/** The answers as they came, where there were several. */
export const pagesOf = (file: string): string => `${stem(file)}.pages`;
