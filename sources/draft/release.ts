/**
 * The next release, drafted: what the sources of a draft say is compared with what is in force, and the files of
 * the release that makes up the difference are put into the draft. Every release is made here, whichever verb
 * asks for it.
 */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Text } from '#stats/language.ts';
import { compileLines } from '../compile/lines.ts';
import type { Draft } from './draft.ts';
import { SourceError } from '../validation/source-error.ts';
import { ContentHash, readReleases, RowsFile, type CommittedRelease } from '../releases/committed.ts';
import { keyOfLine, readLines } from '../releases/lines.ts';
import { changesOf, linesInForce, type Change } from '../releases/merge.ts';
import { NO_REVISION, type RevisionCounts } from '#stats/model/revision.ts';
import { goneFrom, isEmpty, nextVersion } from '../releases/next.ts';

export interface DraftedRelease {
  readonly release: CommittedRelease;
  readonly counts: RevisionCounts;
  readonly bySource: ReadonlyMap<string, RevisionCounts>;
  /** What the catalogue has lost. */
  readonly gone: readonly string[];
}

export interface ReleaseWish {
  /** The checkout. */
  readonly root: string;
  readonly draft: Draft;
  /** What changed, in one sentence; made from what is known where it is a function. */
  readonly note: Text | ((drafted: Pick<DraftedRelease, 'counts' | 'bySource' | 'gone'>) => Text);
  /** `2026-11-22`. */
  readonly date: string;
  /** The changes correct our own mistakes. Corrections as data are known as such without it. */
  readonly correction: boolean;
}

const sourceOf = (line: string): string => line.split(',', 2)[1] ?? '';

/** Drafts the next release; null where nothing changed. @throws SourceError for tables with mistakes */
export async function draftRelease(wish: ReleaseWish): Promise<DraftedRelease | null> {
  const { root, draft } = wish;
  const { catalogue, lines, isCorrected } = compileLines(draft.sources);
  const releases = readReleases(root);
  const last = releases.at(-1);
  const hash = new ContentHash();
  const counts: Record<keyof RevisionCounts, number> = { ...NO_REVISION };
  const bySource = new Map<string, Record<keyof RevisionCounts, number>>();
  const files = {
    added: new RowsFile(join(draft.scratch, 'added.csv')),
    closed: new RowsFile(join(draft.scratch, 'closed.csv')),
  };
  let ours = wish.correction;
  let others = false;
  const see = (line: string): void => hash.see(line);
  for await (const changes of changesOf(linesInForce(releases), lines(), see)) {
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
        'is' in change ? files.added.add(change.is) : undefined,
        'was' in change ? files.closed.add(change.was) : undefined,
      ];
      for (const task of writing) if (task) await task;
    }
  }
  const made = { added: await files.added.finish(), closed: await files.closed.finish() };
  const sameCatalogue = last !== undefined && JSON.stringify(last.catalogue) === JSON.stringify(catalogue);
  if (isEmpty(counts) && sameCatalogue) return null;
  const gone = last ? goneFrom(last.catalogue, catalogue) : [];
  const onlyOurs = ours && (wish.correction || !others);
  const version = nextVersion(last?.version, counts, onlyOurs, gone);
  const left = `sources/releases/${version}`;
  if (existsSync(join(root, left))) {
    throw new SourceError([
      `${left}: a folder without its ${version}.json, left by a failed attempt; remove it`,
    ]);
  }
  for (const path of Object.values(made)) {
    if (path !== null) draft.adopt(`releases/${version}/${basename(path)}`, path);
  }
  const found = { counts, bySource, gone };
  const note = typeof wish.note === 'function' ? wish.note(found) : wish.note;
  const release = { version, date: wish.date, note, contentHash: hash.finish(), catalogue };
  // Last: a release is there from the moment its number is.
  draft.write(`releases/${version}.json`, `${JSON.stringify(release, null, 1)}\n`);
  const read = (kind: 'added' | 'closed') => readLines(draft.at(`releases/${version}/${kind}.csv`));
  return { release: { ...release, read }, ...found };
}

const lineOf = (change: Change): string => ('is' in change ? change.is : change.was);

/** RevisionCounts as words, without those that are none. @example `12 added, 3 revised` */
export function formatCounts(counts: RevisionCounts): string {
  const words = { added: 'added', removed: 'removed', revised: 'revised', confirmed: 'confirmed' } as const;
  const said = (Object.keys(words) as (keyof RevisionCounts)[]).flatMap((kind) =>
    counts[kind] > 0 ? [`${counts[kind]} ${words[kind]}`] : [],
  );
  return said.join(', ') || 'no row changed';
}
