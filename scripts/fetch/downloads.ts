// Fetches the newest file of each source, one after the other, and says of each what became of it. A file that
// fails does not keep the others from being fetched.

import { FetchFault } from '#sources/fetch/fault.ts';
import { fetchEdition, type Errand } from '#sources/fetch/fetch.ts';
import { byHand, fileSourceOf, type ListedDownload } from '#sources/fetch/file/download-list.ts';
import { fetchFile, mirrored } from '#sources/fetch/file/fetch-file.ts';
import { PUBLISHERS } from '#sources/fetch/publishers/publishers.ts';
import { tellOn } from '#sources/fetch/report.ts';
import type { FileSidecar, SettledFile } from '#sources/fetch/settle.ts';

/** What is the same for every request. */
export type Settings = Omit<Errand, 'question' | 'tell'>;

export interface DownloadSettings extends Settings {
  readonly mirror: URL | null;
  readonly pageRows: number | null;
  /** A path as the user sees it. */
  readonly shown: (path: string) => string;
}

const nameOf = ({ sources: [first = '', ...more] }: ListedDownload): string =>
  more.length === 0 ? first : `${first} and ${more.length} more`;

/** The whole data set of an API, as the card asks for it. */
async function fetchWhole(download: ListedDownload, settings: DownloadSettings): Promise<SettledFile> {
  const { from, sources } = download;
  const id = from?.worldbank === undefined ? 'unhcr' : 'worldbank';
  const publisher = PUBLISHERS.find((publisher) => publisher.id === id);
  if (!publisher) throw new FetchFault(`no publisher ${id}`, 'correct download on the card');
  const base = settings.mirror === null ? null : mirrored(publisher.base, settings.mirror);
  const wish = {
    what: from?.worldbank ?? from?.unhcr ?? '',
    areas: [],
    origins: [],
    asylums: [],
    from: from?.from ?? null,
    to: null,
    pageRows: settings.pageRows,
    base,
  };
  const question = { ...publisher.question(wish, settings.clock.now().getUTCFullYear()), sources };
  const tell = tellOn(process.stderr, question.name, () => performance.now());
  try {
    return await fetchEdition({ ...settings, question, tell });
  } finally {
    tell.end();
  }
}

async function fetchOne(
  download: ListedDownload,
  settings: DownloadSettings,
): Promise<SettledFile<FileSidecar> | null> {
  const source = fileSourceOf(download);
  if (source === null) return download.from === null ? null : fetchWhole(download, settings);
  const { web, clock, mirror, pauseMs } = settings;
  const { wait: tellWait } = tellOn(process.stderr, nameOf(download), () => performance.now());
  return fetchFile({ source, folder: settings.out, mirror, web, clock, pauseMs, tellWait });
}

const say = (word: string, download: ListedDownload, text: string): void =>
  console.log(`${word.padEnd(12)}${nameOf(download)}: ${text}`);

/** @returns the exit code: 1 if a file could not be fetched */
export async function fetchDownloads(
  downloads: readonly ListedDownload[],
  settings: DownloadSettings,
): Promise<number> {
  const manual: ListedDownload[] = [];
  let [failures, written, done] = [0, 0, 0];
  for (const download of downloads) {
    if (done > 0) await settings.clock.pause(settings.pauseMs, settings.web.stop);
    try {
      const settled = await fetchOne(download, settings);
      if (settled === null) {
        manual.push(download);
        continue;
      }
      const { vintage } = settled.sidecar.edition;
      say(
        settled.unchanged ? 'unchanged' : 'written',
        download,
        `${settings.shown(settled.file)}, ${vintage}`,
      );
      if (!settled.unchanged) written++;
    } catch (error) {
      if (!(error instanceof FetchFault)) throw error;
      say('failed', download, error.message);
      failures++;
    }
    done++;
  }
  for (const download of manual) say('by hand', download, byHand(download));
  console.log(
    `${written} written, ${done - written - failures} unchanged, ${failures} failed, ${manual.length} by hand`,
  );
  if (written > 0) console.log('next        npm run ingest -- --dry-run');
  return failures > 0 ? 1 : 0;
}
