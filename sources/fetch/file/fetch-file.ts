/**
 * Fetches a file from a publisher's own address and keeps it unchanged, with its sidecar. A file that was
 * fetched before is asked for with a condition (If-None-Match, If-Modified-Since), so that an unchanged file is
 * not sent again.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Clock } from '../clock.ts';
import { placeFor, sidecarOf } from '../download-target.ts';
import { FetchFault } from '../fault.ts';
import { passingStatus } from '../page.ts';
import { writeWhole } from '../page-store.ts';
import { withPatience, type TellWait } from '../patience.ts';
import { askPublisher, type PublisherResponse, type Web } from '../response.ts';
import type { FileSidecar, SettledFile } from '../settle.ts';
import { below } from '../wish.ts';
import { assertKind, type FileKind } from './file-kind.ts';
import { fetchedFiles, type FetchedFile } from './fetched-files.ts';
import { fileNameOf, newestLink } from './page-links.ts';

export interface FileSource {
  /** The sources that read the file. */
  readonly sources: readonly string[];
  readonly publisher: string;
  readonly kind: FileKind;
  /** The recipe that reads it, if it is not the one beside the card. */
  readonly recipe: string | null;
  /** The address of the file, or the page that links to it and a pattern for the file's name. */
  readonly at: { readonly address: URL } | { readonly page: URL; readonly link: string };
  /** What to do by hand if it cannot be fetched. */
  readonly byHand: string;
}

export interface FileErrand {
  readonly source: FileSource;
  /** The folder of fetched files. */
  readonly folder: string;
  /** A server with copies: it is asked for `MIRROR/host/path`. */
  readonly mirror: URL | null;
  readonly web: Web;
  readonly clock: Clock;
  readonly pauseMs: number;
  readonly tellWait: TellWait;
}

export interface KeptFileSidecar extends FileSidecar {
  readonly publisher: string;
  readonly sources: readonly string[];
  readonly address: string;
  readonly received: string;
  readonly etag?: string;
  readonly lastModified?: string;
}

const DAY_OF_REQUEST = 'the day it was fetched; the publisher gives none';
const ACCEPT: Readonly<Record<FileKind | 'page', string>> = {
  csv: 'text/csv, */*;q=0.5',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/vnd.ms-excel, */*;q=0.5',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet, */*;q=0.5',
  page: 'text/html',
};

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** An address at the mirror, if there is a mirror. @example https://a.org/b.csv -> MIRROR/a.org/b.csv */
export const mirrored = (address: URL, mirror: URL | null): URL =>
  mirror === null ? address : below(mirror, `${address.host}${address.pathname}${address.search}`);

async function ask(
  errand: FileErrand,
  address: URL,
  headers: Readonly<Record<string, string>>,
): Promise<PublisherResponse> {
  const { web, clock, source } = errand;
  const attempt = async (): Promise<PublisherResponse> => {
    const answer = await askPublisher(mirrored(address, errand.mirror), web, headers);
    const { status } = answer;
    const passing = passingStatus(source.publisher, status, answer.retryAfter, clock);
    if (passing) throw passing;
    if (status === 304 || (status >= 200 && status < 300)) return answer;
    const why = status === 404 || status === 410 ? 'there is nothing at' : 'it does not give us';
    throw new FetchFault(`${address.host} answers ${status}: ${why} ${address.href}`, source.byHand);
  };
  return withPatience(attempt, clock, errand.tellWait, web.stop);
}

/** The address of the file; of one that changes, from the page that links to it. */
async function addressOf(errand: FileErrand): Promise<URL> {
  const { at, byHand } = errand.source;
  if ('address' in at) return at.address;
  const { bytes } = await ask(errand, at.page, { accept: ACCEPT.page });
  await errand.clock.pause(errand.pauseMs, errand.web.stop);
  return newestLink(new TextDecoder('utf-8').decode(bytes), at.page, at.link, byHand);
}

/** The newest file that was fetched for these sources, if it is still as it came. */
function keptFor({ folder, source }: FileErrand): FetchedFile | undefined {
  const kept = fetchedFiles(folder).find(({ sidecar }) =>
    source.sources.every((id) => sidecar.sources.includes(id)),
  );
  return kept && sha256Of(readFileSync(kept.file)) === kept.sidecar.edition.sha256 ? kept : undefined;
}

const conditionsOf = ({ etag, lastModified }: FetchedFile['sidecar']): Record<string, string> => ({
  ...(etag !== undefined && { 'if-none-match': etag }),
  ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
});

const unchanged = ({ file, sidecar }: FetchedFile): SettledFile<FetchedFile['sidecar']> => ({
  file,
  sidecar,
  unchanged: true,
});

/** Fetches the file. @throws FetchFault with what to do; the reason of an interruption */
export async function fetchFile(errand: FileErrand): Promise<SettledFile<FileSidecar>> {
  const { source, clock, web } = errand;
  const kept = keptFor(errand);
  const address = await addressOf(errand);
  const before = kept?.sidecar.address === address.href ? kept : undefined;
  const conditions = before ? conditionsOf(before.sidecar) : {};
  const answer = await ask(errand, address, { accept: ACCEPT[source.kind], ...conditions });
  if (answer.status === 304) {
    if (before) return unchanged(before);
    throw new FetchFault(`${address.host} answers 304 to a request without a condition`, source.byHand);
  }
  const { bytes, etag, lastModified } = answer;
  const extension = await assertKind(bytes, source.kind, source.byHand);
  const sha256 = sha256Of(bytes);
  if (kept?.sidecar.edition.sha256 === sha256) return unchanged(kept);
  const now = clock.now().toISOString();
  const accessed = now.slice(0, 10);
  const changed = lastModified === null ? Number.NaN : Date.parse(lastModified);
  const dated = !Number.isNaN(changed) && changed <= clock.now().getTime();
  const vintage = dated ? new Date(changed).toISOString().slice(0, 10) : accessed;
  const name = fileNameOf(address).replace(/\.\w{1,5}$/, '') || source.sources.join('-');
  const file = placeFor(`${errand.folder}/`, name, extension).file(vintage);
  if (existsSync(file) && sha256Of(readFileSync(file)) !== sha256) {
    throw new FetchFault(
      `${basename(file)} already exists with different content`,
      'it may be an earlier edition of the same day: rename it, then run the same command again',
    );
  }
  const sidecar: KeptFileSidecar = {
    publisher: source.publisher,
    sources: source.sources,
    ...(source.recipe !== null && { recipe: source.recipe }),
    file: basename(file),
    bytes: bytes.length,
    edition: { vintage, accessed, sha256 },
    vintageFrom: dated ? "the publisher's Last-Modified" : DAY_OF_REQUEST,
    fetchedBy: web.userAgent,
    address: address.href,
    received: now,
    ...(etag !== null && { etag }),
    ...(lastModified !== null && { lastModified }),
  };
  mkdirSync(dirname(file), { recursive: true });
  writeWhole(sidecarOf(file), `${JSON.stringify(sidecar, null, 2)}\n`);
  writeWhole(file, bytes);
  return { file, sidecar, unchanged: false };
}
