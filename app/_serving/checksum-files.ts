/**
 * The checksums of releases, made once a release is published and kept as files beside the build: to make them means
 * to make every file of the release.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChecksumStore } from '#app/_answers/data/context.ts';
import type { AnswerRequest } from '#app/_answers/http/request.ts';
import { AskingScope, workFor } from '#app/_data/asking.ts';
import { siteData, type SiteData } from '#app/_data/data.ts';

/** A directory of checksums. Where it cannot be written to, they are made again. */
export const checksumFiles = (directory: string): ChecksumStore => {
  const path = (key: string): string => join(directory, `${key.replace(/[^\w.-]/g, '')}.txt`);
  return {
    read: (key) => readFile(path(key), 'utf8').catch(() => null),
    write: async (key, text) => {
      const draft = `${path(key)}.${process.pid}`;
      try {
        await mkdir(directory, { recursive: true });
        await writeFile(draft, text);
        await rename(draft, path(key));
      } catch {
        // A checkout that is read-only keeps none.
      }
    },
  };
};

const FIRST_LOOK_MS = 2_000;
const LOOK_MS = 30_000;
/** What fails is tried again ever more rarely: it is work for nobody in particular. */
const MOST_LOOK_MS = 3_600_000;
const PATIENCE_MS = 60_000;

/** Asks for the checksums of each release as soon as it is there, so that no reader is the first. */
export function primeChecksums(
  answer: (request: AnswerRequest) => Promise<unknown>,
  data: Pick<SiteData, 'loadReleases'> = siteData,
): { stop(): void } {
  const made = new Set<string>();
  let isStopped = false;
  async function look(): Promise<void> {
    for (const { version } of await data.loadReleases()) {
      if (made.has(version)) continue;
      const request: AnswerRequest = {
        method: 'GET',
        path: `/data/${version}/SHA256SUMS`,
        search: '',
        headers: { get: () => null },
        origin: '',
      };
      const scope = new AskingScope('', Date.now() + PATIENCE_MS, () => isStopped);
      await workFor(scope, () => answer(request));
      made.add(version);
    }
  }
  let clock: NodeJS.Timeout;
  const later = (ms: number, wait = LOOK_MS): void => {
    clock = setTimeout(
      () =>
        void look().then(
          () => later(LOOK_MS),
          () => later(wait, Math.min(MOST_LOOK_MS, 2 * wait)),
        ),
      ms,
    ).unref();
  };
  later(FIRST_LOOK_MS);
  return {
    stop: () => {
      isStopped = true;
      clearTimeout(clock);
    },
  };
}
