/**
 * Turns the complete pages into a file with its final name: a single answer byte for byte, several pages
 * joined (and the original pages kept beside it), and a sidecar with the address and the time. The file gets
 * its name last, so that an incomplete file never has it. An existing file with other content is never
 * replaced, because it is an earlier edition.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { hashFile } from '../formats/open.ts';
import { FetchFault } from './fault.ts';
import { joinPages } from './join-pages.ts';
import { writeWhole, type KeptPages } from './page-store.ts';
import type { Whole } from './paging.ts';
import { pagesOf, sidecarOf, type DownloadTarget } from './download-target.ts';
import type { PublisherRequest } from './publisher.ts';

/** A new edition: the data for `edition` on the card of the source, and how they were obtained. */
export interface Sidecar extends FileSidecar {
  readonly publisher: string;
  readonly query: Readonly<Record<string, string>>;
  readonly rows: number;
  readonly pages: KeptPages['list'];
}

/** What the sidecar of every fetched file has. */
export interface FileSidecar {
  /** The sources whose newest edition the file is; absent if it may be a part of one. */
  readonly sources?: readonly string[];
  /** The recipe that reads it, if it is not the one beside the card. */
  readonly recipe?: string;
  readonly file: string;
  readonly bytes: number;
  readonly edition: { readonly vintage: string; readonly accessed: string; readonly sha256: string };
  readonly vintageFrom: string;
  readonly fetchedBy: string;
}

export interface SettledFile<S extends FileSidecar = Sidecar> {
  readonly file: string;
  readonly sidecar: S;
  /** The existing file already had the same bytes. */
  readonly unchanged: boolean;
}

function writeJoined(kept: KeptPages, path: string, file: string): void {
  const target = openSync(file, 'w');
  try {
    const pages = kept.list.map(({ page }) => kept.file(page));
    const bytes = (function* () {
      for (const page of pages) yield readFileSync(page);
    })();
    for (const piece of joinPages(bytes, path)) writeSync(target, piece);
  } finally {
    closeSync(target);
  }
}

/** Gives the file its name. @throws FetchFault if another file has the name */
export async function settle(
  question: PublisherRequest,
  whole: Whole,
  kept: KeptPages,
  place: DownloadTarget,
  fetchedBy: string,
): Promise<SettledFile> {
  const received = kept.list.map((page) => page.received).sort();
  const accessed = (received.at(-1) ?? '').slice(0, 10);
  const vintage = whole.vintage ?? accessed;
  const file = place.file(vintage);
  const several = whole.pages > 1;
  const made = several ? join(kept.dir, 'joined.json') : kept.file(1);
  if (several) writeJoined(kept, question.path, made);
  const sha256 = await hashFile(made);
  const unchanged = existsSync(file);
  if (unchanged && (await hashFile(file)) !== sha256) {
    throw new FetchFault(
      `${basename(file)} already exists with different content`,
      'it may be an earlier edition: rename it, then run the same command with --resume',
    );
  }
  const sidecar: Sidecar = {
    publisher: question.publisher,
    query: question.query,
    ...(question.sources && { sources: question.sources }),
    ...(question.recipe !== null && { recipe: question.recipe }),
    file: basename(file),
    rows: whole.rows,
    bytes: statSync(made).size,
    edition: { vintage, accessed, sha256 },
    vintageFrom:
      whole.vintage === null
        ? 'the day it was fetched; the publisher gives none'
        : "the publisher's lastupdated",
    fetchedBy,
    pages: kept.list,
  };
  if (!unchanged) {
    mkdirSync(dirname(file), { recursive: true });
    rmSync(pagesOf(file), { recursive: true, force: true });
    writeWhole(sidecarOf(file), `${JSON.stringify(sidecar, null, 2)}\n`);
    if (several) renameSync(dirname(kept.file(1)), pagesOf(file));
    renameSync(made, file);
  }
  kept.drop();
  return { file, sidecar, unchanged };
}
