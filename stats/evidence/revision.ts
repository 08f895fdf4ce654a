/**
 * What changed between two releases, row by row. A row is *added* or *removed*. It is *revised* if its figure
 * differs (number, hedge, gap, parts, days of its period, period status), and *confirmed* if only its
 * edition, locator or note differs: a newer file repeats the figure.
 */
import type { DeclaredRevision, Edition } from '../model/catalogue.ts';
import type { StoredGap } from '../model/gap.ts';
import type { Stated } from '../uncertainty/hedge.ts';
import type { SeriesKey } from '../model/observation.ts';
import type { Period } from '../time/period.ts';
import { significant } from '../number.ts';

export const REVISION_KINDS = ['added', 'removed', 'revised', 'confirmed'] as const;
export type RevisionKind = (typeof REVISION_KINDS)[number];

/** How many rows changed, by kind. */
export type RevisionCounts = Readonly<Record<RevisionKind, number>>;

export const NO_REVISION: RevisionCounts = { added: 0, removed: 0, revised: 0, confirmed: 0 };

/** A figure in one of the two releases. */
export interface RevisedFigure {
  /** Null if it was a gap. */
  readonly stated: Stated | null;
  readonly gap: StoredGap | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly edition: string;
  /** The days of its period; those of a fiscal year may have been corrected. */
  readonly period: Period;
}

/** Whether two stated figures are the same: the same qualifier and the same numbers, or both null. */
export const sameFigure = (a: Stated | null, b: Stated | null): boolean =>
  a === null || b === null
    ? a === b
    : a.qualifier === b.qualifier && a.value === b.value && a.low === b.low && a.high === b.high;

/** A row that changed. */
export interface Revision extends SeriesKey {
  readonly kind: RevisionKind;
  /** The current period, or the last one if the row was removed. */
  readonly period: Period;
  /** Null if it was added. */
  readonly was: RevisedFigure | null;
  /** Null if it was removed. */
  readonly is: RevisedFigure | null;
  /** What the publisher of the newer file says of its revisions; only of a revised figure. */
  readonly declared?: DeclaredRevision;
}

/**
 * Why a figure was revised, as far as its two states tell: a newer file of the source has another number
 * (`new-edition`), only its hedge or interval changed (`hedge`), the days of its period (`period`), it became a
 * gap or ceased to be one (`gap`), or the number was put right in the same file (`correction`).
 */
export const REVISION_REASONS = ['new-edition', 'hedge', 'period', 'gap', 'correction'] as const;
export type RevisionReason = (typeof REVISION_REASONS)[number];

/** The reason of a revised row; null for every other kind. */
export function revisionReason({
  kind,
  was,
  is,
}: Pick<Revision, 'kind' | 'was' | 'is'>): RevisionReason | null {
  if (kind !== 'revised' || !was || !is) return null;
  if ((was.stated === null) !== (is.stated === null) || was.gap !== is.gap) return 'gap';
  if (was.period.start !== is.period.start || was.period.end !== is.period.end) return 'period';
  if (was.stated?.value === is.stated?.value && is.stated?.value !== null) return 'hedge';
  return was.edition === is.edition ? 'correction' : 'new-edition';
}

/**
 * What is declared of a revised row: by the edition that it is from now, if that is another file than before.
 * A number that was put right in the same file is no revision of its publisher.
 */
export function declaredRevision(
  { kind, was, is }: Pick<Revision, 'kind' | 'was' | 'is'>,
  editions: readonly Pick<Edition, 'id' | 'revision'>[],
): DeclaredRevision | null {
  if (kind !== 'revised' || !was || !is || was.edition === is.edition) return null;
  return editions.find(({ id }) => id === is.edition)?.revision ?? null;
}

/** The change of a plain value; null if either figure has none. */
export function sizeOf({ was, is }: Pick<Revision, 'was' | 'is'>): number | null {
  const [before, after] = [was?.stated?.value ?? null, is?.stated?.value ?? null];
  return before === null || after === null ? null : significant(after - before);
}
