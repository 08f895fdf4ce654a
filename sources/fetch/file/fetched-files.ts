/** The files that were fetched into a folder, by the sidecars beside them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { sidecarOf } from '../download-target.ts';

const shape = z.looseObject({
  sources: z.array(z.string()).default([]),
  recipe: z.string().optional(),
  file: z.string(),
  address: z.string().optional(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  bytes: z.number(),
  edition: z.looseObject({ vintage: z.string(), accessed: z.string(), sha256: z.string() }),
  vintageFrom: z.string(),
  fetchedBy: z.string(),
});

export interface FetchedFile {
  readonly file: string;
  readonly sidecar: z.infer<typeof shape>;
}

function readSidecar(path: string): FetchedFile | null {
  try {
    const sidecar = shape.parse(JSON.parse(readFileSync(path, 'utf8')));
    const file = join(dirname(path), sidecar.file);
    return existsSync(file) ? { file, sidecar } : null;
  } catch {
    // Any file may lie in the folder; one that is not a sidecar is not ours.
    return null;
  }
}

/** What the sidecar of a file states; null if it has none. */
export const sidecarBeside = (file: string): FetchedFile | null => readSidecar(sidecarOf(file));

const orderOf = ({ sidecar: { edition } }: FetchedFile): string => `${edition.vintage} ${edition.accessed}`;

/** Every fetched file under a folder, the newest edition first. */
export function fetchedFiles(folder: string): FetchedFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.source.json'))
    .sort()
    .flatMap((name) => readSidecar(join(folder, name)) ?? [])
    .sort((a, b) => (orderOf(a) < orderOf(b) ? 1 : orderOf(a) > orderOf(b) ? -1 : 0));
}
