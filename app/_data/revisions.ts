/** What changed between releases. Neither of two releases ever changes, so what was read is kept. */
import { countRevisions, readRevisions } from '#db/revisions.ts';
import type { Comparison } from '#stats/comparison.ts';
import { seriesKey, type Cell } from '#stats/observation.ts';
import { formatPeriod } from '#stats/period.ts';
import { BadQuery } from '#stats/problem.ts';
import type { Revision, RevisionCounts } from '#stats/revision.ts';
import { forEverybody } from './asking.ts';
import { loadIndex, loadReleases } from './catalogue.ts';
import { loadComparison } from './comparison.ts';
import { reader } from './pool.ts';

/** Rows that one list holds; the counts count them all. */
export const MOST_REVISIONS = 100_000;

const counts = new Map<string, Promise<RevisionCounts | null>>();

async function between(from: string, to: string) {
  const [a, b, { sql }] = await Promise.all([loadIndex(from), loadIndex(to), reader()]);
  return a && b ? { sql, a, b } : null;
}

/** The changes from one release to a later one, of one indicator or of all; null where a release is not there. */
export function loadRevisionCounts(
  from: string,
  to: string,
  indicator: string | null = null,
): Promise<RevisionCounts | null> {
  const key = `${from} ${to} ${indicator ?? ''}`;
  const known = counts.get(key);
  if (known) return known;
  const counted = forEverybody(() => between(from, to)).then(
    (both) => both && countRevisions(both.sql, both.a, both.b, indicator),
  );
  counts.set(key, counted);
  counted.then(
    (found) => found ?? counts.delete(key),
    () => counts.delete(key),
  );
  return counted;
}

/** The rows of an indicator that changed; nothing where a release is not there. */
export async function loadRevisions(
  from: string,
  to: string,
  indicator: string,
): Promise<readonly Revision[]> {
  const both = await between(from, to);
  return both ? readRevisions(both.sql, both.a, both.b, indicator, MOST_REVISIONS) : [];
}

const keyOf = (cell: Cell): string =>
  `${seriesKey(cell)} | ${formatPeriod(cell.period)} | ${cell.computed ?? ''}`;

/** What of an answer is another figure in the newest release, or no figure at all. */
export interface RevisedSince {
  readonly latest: string;
  readonly figures: number;
}

/**
 * How many figures of an answer have been revised since its release, computed ones included: the same question
 * is asked of the newest release. Null where nothing was, or where the question cannot be asked there.
 */
export async function loadRevisedSince(comparison: Comparison): Promise<RevisedSince | null> {
  const { release, query, language, indicator, cells } = comparison;
  const latest = (await loadReleases()).at(-1)?.version;
  if (latest === undefined || latest === release.version) return null;
  const changed = await loadRevisionCounts(release.version, latest, indicator.id);
  if (!changed || changed.revised + changed.removed === 0) return null;
  try {
    const now = await loadComparison({ version: latest, language, query });
    const figures = new Map(now.cells.map((cell) => [keyOf(cell), JSON.stringify(cell.stated)]));
    const differ = cells.filter(
      (cell) => cell.stated && figures.get(keyOf(cell)) !== JSON.stringify(cell.stated),
    );
    return differ.length > 0 ? { latest, figures: differ.length } : null;
  } catch (error) {
    if (error instanceof BadQuery) return null;
    throw error;
  }
}
