/** The changes between two releases. Releases never change, so the counts are cached. */
import { countRevisions, countRevisionsByIndicator, readRevisions } from '#db/revisions.ts';
import { EARLIER_DECLARATIONS } from '#claims/declared-revisions.ts';
import type { Edition } from '#stats/model/catalogue.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { seriesKey, type Cell } from '#stats/model/observation.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { LIMITS } from '#stats/limits.ts';
import { BadQuery } from '#stats/problem.ts';
import {
  declaredRevision,
  sameFigure,
  type Revision,
  type RevisionCounts,
} from '#stats/evidence/revision.ts';
import { revisionsBySource, type SourceRevisions } from '#stats/evidence/vintages.ts';
import type { AnswerPlans } from './answer-plan.ts';
import type { CatalogueData } from './catalogue.ts';
import { memoizeAsync } from './memoize-async.ts';
import type { Reader } from './pool.ts';

/** Most rows in a list; the counts include all rows. */
export const MOST_REVISIONS = 100_000;

/** Most pairs of releases, with or without an indicator, whose counts are kept. */
const MOST_COUNTS = 10_000;

/** How many figures of an answer have another value in the newest release, or no value. */
export interface RevisedSince {
  readonly latest: string;
  readonly figures: number;
  /** The number of figures of the answer. */
  readonly shown: number;
  /** Figures of the newest release for periods that the answer does not have. */
  readonly added: number;
}

/** A figure of an answer, and what the newest release says of it; null where that has no figure. */
export interface RevisedCell {
  readonly before: Cell;
  readonly now: Cell | null;
}

/** The revised figures of an answer. */
export interface RevisedCells {
  readonly latest: string;
  readonly cells: readonly RevisedCell[];
}

export interface RevisionsData {
  /**
   * The changes from a release to a later one, of one indicator or of all; null if a release does not exist.
   */
  loadRevisionCounts(from: string, to: string, indicator?: string | null): Promise<RevisionCounts | null>;
  /** The counts of each indicator with changes; with `area`, of its rows only. Null as above. */
  loadRevisionsByIndicator(
    from: string,
    to: string,
    area?: string | null,
  ): Promise<ReadonlyMap<string, RevisionCounts> | null>;
  /** The rows of an indicator that changed; none if a release does not exist. */
  loadRevisions(
    from: string,
    to: string,
    indicator: string,
    area?: string | null,
    most?: number,
  ): Promise<readonly Revision[]>;
  /** How far each file of each source revised the one before it, over all series of an indicator. */
  loadSourceRevisions(indicator: string): Promise<readonly SourceRevisions[]>;
  /**
   * How many figures of an answer, including computed ones, have been revised since its release: the same
   * question is put to the newest release. Null if nothing was revised or added, or if the question is not
   * valid there.
   */
  loadRevisedSince(comparison: Comparison): Promise<RevisedSince | null>;
  /** Those figures themselves; null if the answer is of the newest release. */
  loadRevisedCells(comparison: Comparison): Promise<RevisedCells | null>;
}

const keyOf = (cell: Cell): string =>
  `${seriesKey(cell)} | ${formatPeriod(cell.period)} | ${cell.computed ?? ''}`;

/** The figures of an answer that differ in a later answer to the same question, or are missing from it. */
function revisedCells(cells: readonly Cell[], later: readonly Cell[]): RevisedCell[] {
  const byKey = new Map(later.map((cell) => [keyOf(cell), cell]));
  return cells.flatMap((before) => {
    const now = byKey.get(keyOf(before)) ?? null;
    return before.stated && !sameFigure(before.stated, now?.stated ?? null) ? [{ before, now }] : [];
  });
}

/** Figures of periods that no figure of an answer has. */
function addedPeriods(cells: readonly Cell[], later: readonly Cell[]): number {
  const periodsOf = (some: readonly Cell[]): Cell[] => some.filter(({ stated }) => stated);
  const present = new Set(periodsOf(cells).map(({ period }) => formatPeriod(period)));
  return periodsOf(later).filter(({ period }) => !present.has(formatPeriod(period))).length;
}

const isDeclared = ({ revision }: Edition): boolean => revision !== undefined;

/** Long because its loads share what they read. */
export function revisionsData(
  reader: Reader,
  { loadIndex, loadReleases }: CatalogueData,
  { planAnswer }: AnswerPlans,
): RevisionsData {
  async function between(from: string, to: string) {
    const [a, b, { sql }] = await Promise.all([loadIndex(from), loadIndex(to), reader()]);
    return a && b ? { sql, a, b } : null;
  }
  const loadCounts = memoizeAsync(
    async (from: string, to: string, indicator: string | null) => {
      const both = await between(from, to);
      return both && countRevisions(both.sql, both.a, both.b, indicator);
    },
    { max: MOST_COUNTS, keeps: (counts) => counts !== null },
  );
  const loadByIndicator = memoizeAsync(
    async (from: string, to: string, area: string | null) => {
      const both = await between(from, to);
      return both && countRevisionsByIndicator(both.sql, both.a, both.b, area);
    },
    { max: MOST_COUNTS, keeps: (counts) => counts !== null },
  );
  const loadRevisions: RevisionsData['loadRevisions'] = async (from, to, indicator, area = null, most) => {
    const both = await between(from, to);
    if (!both) return [];
    const editions = [...EARLIER_DECLARATIONS, ...both.b.catalogue.editions.filter(isDeclared)];
    const revisions = await readRevisions(both.sql, both.a, both.b, indicator, most ?? MOST_REVISIONS, area);
    return revisions.map((revision): Revision => {
      const declared = declaredRevision(revision, editions);
      return declared ? { ...revision, declared } : revision;
    });
  };
  /** Each release against the one before it, so that a file is compared with the file that it replaced. */
  const loadSourceRevisions = memoizeAsync(
    async (_latest: string, indicator: string) => {
      const releases = await loadReleases();
      const indexes = await Promise.all(releases.map(({ version }) => loadIndex(version)));
      const vintages = new Map(
        indexes.flatMap((index) => index?.catalogue.editions ?? []).map(({ id, vintage }) => [id, vintage]),
      );
      const steps = await Promise.all(
        releases.slice(1).map(async ({ version }, i) => {
          const before = releases[i]?.version ?? version;
          const counts = (await loadByIndicator(before, version, null))?.get(indicator);
          const isRevised = counts !== undefined && counts.revised + counts.confirmed > 0;
          return isRevised ? loadRevisions(before, version, indicator) : [];
        }),
      );
      return revisionsBySource(steps.flat(), (edition) => vintages.get(edition) ?? '');
    },
    { max: MOST_COUNTS },
  );
  /** The answer of the newest release to the same question; null if it is the same, or not valid there. */
  async function loadNow({ release, query, language, indicator }: Comparison): Promise<Comparison | null> {
    const latest = (await loadReleases()).at(-1)?.version;
    if (latest === undefined || latest === release.version) return null;
    const changed = await loadCounts(release.version, latest, indicator.id);
    if (!changed || changed.revised + changed.removed + changed.added === 0) return null;
    try {
      const plan = await planAnswer({ version: latest, language, query });
      // What is too much for an embed there is not read to count what changed here.
      return (await plan.hasMoreThan(LIMITS.drawnCells)) ? null : await plan.comparison();
    } catch (error) {
      if (error instanceof BadQuery) return null;
      throw error;
    }
  }
  return {
    loadRevisionCounts: (from, to, indicator = null) => loadCounts(from, to, indicator),
    loadRevisionsByIndicator: (from, to, area = null) => loadByIndicator(from, to, area),
    loadRevisions,
    loadSourceRevisions: async (indicator) =>
      loadSourceRevisions((await loadReleases()).at(-1)?.version ?? '', indicator),
    loadRevisedSince: async (comparison) => {
      const { cells } = comparison;
      const now = await loadNow(comparison);
      if (!now) return null;
      const figures = revisedCells(cells, now.cells).length;
      const added = addedPeriods(cells, now.cells);
      if (figures + added === 0) return null;
      const shown = cells.filter(({ stated }) => stated).length;
      return { latest: now.release.version, figures, shown, added };
    },
    loadRevisedCells: async (comparison) => {
      const latest = (await loadReleases()).at(-1)?.version;
      if (latest === undefined || latest === comparison.release.version) return null;
      const now = await loadNow(comparison);
      return { latest, cells: now ? revisedCells(comparison.cells, now.cells) : [] };
    },
  };
}
