/**
 * From pages that are all there to a file with its name: the answer byte for byte where it was one, the pages
 * joined where there were several (and then kept beside it as they came), and a sidecar that says where from
 * and when. The file gets its name last; until then nothing stands under it. A file that is there and says
 * something else is never replaced: it is an earlier edition.
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

/** An edition in the making: what the card of the source will say under `edition`, and how we know. */
export interface Sidecar {
  readonly publisher: string;
  readonly query: Readonly<Record<string, string>>;
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly edition: { readonly vintage: string; readonly accessed: string; readonly sha256: string };
  readonly vintageFrom: string;
  readonly fetchedBy: string;
  readonly pages: KeptPages['list'];
}

export interface SettledFile {
  readonly file: string;
  readonly sidecar: Sidecar;
  /** The same bytes stood there already. */
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

/** Gives the file its name. @throws FetchFault where another file has it */
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
