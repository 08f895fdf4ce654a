/** The vintages of a series as rows, and the figures in which a number stands as a document. */
import type { FoundFigure } from '#stats/evidence/evidence.ts';
import type { SourceRevisions, VintageFigure } from '#stats/evidence/vintages.ts';
import type { SeriesSubject } from '#stats/evidence/series-parameters.ts';
import { formatObservationId } from '#stats/model/observation-id.ts';
import { formatPeriod } from '#stats/time/period.ts';
import type { EvidenceRow } from './rows.ts';

/** One row for each period and file. */
export const vintageRows = (
  subject: SeriesSubject,
  figures: readonly VintageFigure[],
): readonly EvidenceRow[] =>
  figures.map(({ source, edition, vintage, period, stated }) => ({
    ...subject,
    source,
    edition,
    vintage,
    period: formatPeriod(period),
    ...stated,
  }));

/** One row for each file that replaced another. */
export const sourceRevisionRow = ({
  from,
  to,
  greatest,
  medianPercent,
  ...counts
}: SourceRevisions): EvidenceRow => ({
  source: to.source,
  from_edition: from.edition,
  to_edition: to.edition,
  from_vintage: from.vintage,
  to_vintage: to.vintage,
  compared: counts.compared,
  raised: counts.raised,
  lowered: counts.lowered,
  median: counts.median,
  median_percent: medianPercent,
  greatest: greatest?.size ?? null,
  greatest_id: greatest && formatObservationId(greatest),
  delay_days: counts.delay,
});

export const matchesDocument = (
  indicator: string,
  area: string,
  number: string,
  found: readonly FoundFigure[],
): object => ({
  format: 'cotejo-which',
  version: 1,
  indicator,
  area,
  number,
  found: found.map((figure) => ({
    id: formatObservationId({ ...figure, period: figure.state.period }),
    source: figure.source,
    counterpart: figure.counterpart,
    breakdown: figure.breakdown,
    definition: figure.definition,
    period: formatPeriod(figure.state.period),
    ...figure.state.stated,
    since_release: figure.state.since,
    until_release: figure.state.until,
    locator: figure.state.locator,
  })),
});
