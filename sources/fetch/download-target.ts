/** The path of a fetched file, and the names of the files beside it. */
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

export interface DownloadTarget {
  /** Pages are kept here until all have arrived. */
  readonly part: string;
  /** The file, once its vintage is known. */
  file(vintage: string): string;
}

const LONGEST_NAME = 80;

/**
 * A name that every file system accepts. The end of a long name is replaced by a hash, so that different
 * names stay different.
 */
function fileName(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]+/g, '-');
  if (plain.length <= LONGEST_NAME) return plain;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 10);
  return `${plain.slice(0, LONGEST_NAME - 11)}-${hash}`;
}

/**
 * `out` is a folder if it exists as a folder or ends with a slash. The file in it is then named after the
 * question and its vintage, so that a newer edition does not replace an older one. Otherwise `out` is the
 * file.
 */
export function placeFor(out: string, name: string, extension = 'json'): DownloadTarget {
  const isFolder = out.endsWith('/') || out.endsWith(sep) || (existsSync(out) && statSync(out).isDirectory());
  if (!isFolder) return { part: `${out}.part`, file: () => out };
  const base = join(out, fileName(name));
  return { part: `${base}.part`, file: (vintage) => `${base}@${vintage}.${extension}` };
}

const stem = (file: string): string => file.replace(/\.(json|csv|xlsx|xls)$/, '');

/** The sidecar of a file: its address, time and hash. */
export const sidecarOf = (file: string): string => `${stem(file)}.source.json`;

/** The original answers, if there were several. */
export const pagesOf = (file: string): string => `${stem(file)}.pages`;
