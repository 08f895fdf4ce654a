/** What changed between two releases as rows: the old and the new figure side by side, with size and reason. */
import { formatObservationId } from '#stats/model/observation-id.ts';
import { revisionReason, sizeOf, type RevisedFigure, type Revision } from '#stats/evidence/revision.ts';
import { formatPeriod } from '#stats/time/period.ts';
import type { EvidenceRow } from '../evidence/rows.ts';

const figureFields = (prefix: 'was' | 'is', figure: RevisedFigure | null): EvidenceRow => ({
  [`${prefix}_qualifier`]: figure?.stated?.qualifier ?? null,
  [`${prefix}_value`]: figure?.stated?.value ?? null,
  [`${prefix}_low`]: figure?.stated?.low ?? null,
  [`${prefix}_high`]: figure?.stated?.high ?? null,
  [`${prefix}_gap`]: figure?.gap ?? null,
  [`${prefix}_edition`]: figure?.edition ?? null,
});

/** One row of the file. */
export function diffRow(revision: Revision, from: string, to: string): EvidenceRow {
  const { kind, was, is, indicator, source, area, counterpart, breakdown, definition, basis, period } =
    revision;
  const size = sizeOf(revision);
  const before = was?.stated?.value ?? null;
  return {
    from_release: from,
    to_release: to,
    change: kind,
    reason: revisionReason(revision),
    id: formatObservationId(revision),
    ...{ indicator, source, area, counterpart, breakdown, definition, basis },
    period: formatPeriod(period),
    ...figureFields('was', was),
    ...figureFields('is', is),
    size,
    size_percent: size === null || before === null || before === 0 ? null : (size / Math.abs(before)) * 100,
    declared: revision.declared ?? null,
  };
}
