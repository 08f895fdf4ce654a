/**
 * Drafts the next release: compares the sources of a draft with the rows in force, and puts the files of a
 * release with the difference into the draft. Every command that makes a release uses this code.
 */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Text } from '#stats/language.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { formatOwnVersion } from '#stats/model/release.ts';
import { compileLines, type Compiled } from '../compile/lines.ts';
import { readOwnCatalogue } from '../metadata/own-catalogue.ts';
import { draftSite, readPublisher, SITE_FILE } from '../metadata/site.ts';
import type { Draft } from './draft.ts';
import { SourceError } from '../validation/source-error.ts';
import {
  ContentHash,
  readOwnReleases,
  readReleases,
  RowsFile,
  type CommittedRelease,
  type OwnRelease,
} from '../releases/committed.ts';
import { keyOfLine, readLines } from '../releases/lines.ts';
import { changesOf, linesInForce, type Change, type Step } from '../releases/merge.ts';
import { NO_REVISION, type RevisionCounts } from '#stats/evidence/revision.ts';
import { goneFrom, isEmpty, nextVersion } from '../releases/next.ts';

/** What changed since the last release. */
export interface Changes {
  readonly counts: RevisionCounts;
  readonly bySource: ReadonlyMap<string, RevisionCounts>;
  /** Codes that the catalogue has lost. */
  readonly gone: readonly string[];
}

export interface DraftedRelease<R = CommittedRelease> extends Changes {
  readonly release: R;
}

export interface ReleaseWish {
  /** The checkout. */
  readonly root: string;
  readonly draft: Draft;
  /** The changes in one sentence; a function receives the counts. */
  readonly note: Text | ((changes: Changes) => Text);
  /** `2026-11-22`. */
  readonly date: string;
  /** The changes correct our own mistakes. Corrections as data are recognised without it. */
  readonly correction: boolean;
}

const sourceOf = (line: string): string => line.split(',', 2)[1] ?? '';

/** The rows that differ between the last release and the draft, in files of the draft. */
interface Difference extends Pick<Changes, 'counts' | 'bySource'> {
  /** The files of added and closed rows; null if there are none. */
  readonly files: readonly (string | null)[];
  readonly contentHash: string;
  /** Every change is a correction of ours. */
  readonly isOurs: boolean;
}

async function differenceOf(
  draft: Draft,
  releases: readonly Step[],
  { lines, isCorrected }: Pick<Compiled, 'lines' | 'isCorrected'>,
): Promise<Difference> {
  const hash = new ContentHash();
  const counts: Record<keyof RevisionCounts, number> = { ...NO_REVISION };
  const bySource = new Map<string, Record<keyof RevisionCounts, number>>();
  const added = new RowsFile(join(draft.scratch, 'added.csv'));
  const closed = new RowsFile(join(draft.scratch, 'closed.csv'));
  let [ours, others] = [false, false];
  for await (const changes of changesOf(linesInForce(releases), lines(), (line) => hash.see(line))) {
    for (const change of changes) {
      const line = lineOf(change);
      const source = sourceOf(line);
      const own = bySource.get(source) ?? { ...NO_REVISION };
      bySource.set(source, own);
      counts[change.kind]++;
      own[change.kind]++;
      if (isCorrected(keyOfLine(line))) ours = true;
      else others = true;
      const writing = [
        'is' in change ? added.add(change.is) : undefined,
        'was' in change ? closed.add(change.was) : undefined,
      ];
      for (const task of writing) if (task) await task;
    }
  }
  const files = [await added.finish(), await closed.finish()];
  return { counts, bySource, files, contentHash: hash.finish(), isOurs: ours && !others };
}

/** Puts the files of a release into the draft. @throws SourceError if a failed attempt left files of that number */
function placeRelease(
  draft: Draft,
  home: string,
  version: string,
  { files }: Difference,
  release: object,
): void {
  if (existsSync(join(home, 'releases', version))) {
    throw new SourceError([
      `${join(home, 'releases', version)}: a folder without its ${version}.json, left by a failed attempt; remove it`,
    ]);
  }
  for (const path of files) if (path !== null) draft.adopt(`releases/${version}/${basename(path)}`, path);
  // Written last: a release exists as soon as its number does.
  draft.write(`releases/${version}.json`, `${JSON.stringify(release, null, 1)}\n`);
}

const isSameAs = (last: { readonly catalogue: Catalogue } | undefined, catalogue: Catalogue): boolean =>
  last !== undefined && JSON.stringify(last.catalogue) === JSON.stringify(catalogue);

const readerIn =
  (draft: Draft, version: string): Step['read'] =>
  (kind) =>
    readLines(draft.at(`releases/${version}/${kind}.csv`));

/** Drafts the product's next release; null if nothing changed. @throws SourceError for tables with mistakes */
export async function draftRelease(wish: ReleaseWish): Promise<DraftedRelease | null> {
  const { root, draft } = wish;
  const compiled = compileLines(draft.sources);
  const { catalogue } = compiled;
  const releases = readReleases(root);
  const last = releases.at(-1);
  const difference = await differenceOf(draft, releases, compiled);
  const { counts, bySource, contentHash } = difference;
  if (isEmpty(counts) && isSameAs(last, catalogue)) return null;
  const gone = last ? goneFrom(last.catalogue, catalogue) : [];
  const version = nextVersion(last?.version, counts, wish.correction || difference.isOurs, gone);
  const changes = { counts, bySource, gone };
  const note = typeof wish.note === 'function' ? wish.note(changes) : wish.note;
  const release = { version, date: wish.date, note, contentHash, catalogue };
  placeRelease(draft, join(root, 'sources'), version, difference, release);
  return { release: { ...release, read: readerIn(draft, version) }, ...changes };
}

/** Drafts the next release of own data; null if nothing changed. @throws SourceError for tables with mistakes */
export async function draftOwnRelease({
  root,
  draft,
  note: wished,
  date,
  folder,
}: Omit<ReleaseWish, 'correction'> & {
  readonly folder: string;
}): Promise<DraftedRelease<OwnRelease> | null> {
  const beside = readReleases(root).at(-1);
  if (!beside)
    throw new SourceError(['there is no release of the product beside which own data could be released']);
  const { own, combined } = readOwnCatalogue(draft.sources, beside.catalogue);
  const releases = readOwnReleases(folder);
  const last = releases.at(-1);
  const difference = await differenceOf(draft, releases, compileLines(draft.sources, combined));
  const { counts, bySource, contentHash } = difference;
  const empty = own.sources.length === 0 && last === undefined;
  if (empty || (isEmpty(counts) && isSameAs(last, own))) return null;
  const gone = last ? goneFrom(last.catalogue, own) : [];
  const changes = { counts, bySource, gone };
  if (!existsSync(join(folder, SITE_FILE))) draft.write(SITE_FILE, draftSite());
  const publisher = readPublisher(existsSync(draft.at(SITE_FILE)) ? draft.sources : folder);
  const version = formatOwnVersion({ publisher: publisher.id, number: releases.length + 1 });
  const note = typeof wished === 'function' ? wished(changes) : wished;
  const release = { version, date, note, contentHash, publisher, beside: beside.version, catalogue: own };
  placeRelease(draft, folder, version, difference, release);
  return { release: { ...release, read: readerIn(draft, version) }, ...changes };
}

const lineOf = (change: Change): string => ('is' in change ? change.is : change.was);

/** RevisionCounts in words, without zero counts. @example `12 added, 3 revised` */
export function formatCounts(counts: RevisionCounts): string {
  const words = { added: 'added', removed: 'removed', revised: 'revised', confirmed: 'confirmed' } as const;
  const said = (Object.keys(words) as (keyof RevisionCounts)[]).flatMap((kind) =>
    counts[kind] > 0 ? [`${counts[kind]} ${words[kind]}`] : [],
  );
  return said.join(', ') || 'no row changed';
}
