/** What was said of one area and period, by the date of publication: states of the figure and other sources. */
import { observationPath } from '#stats/evidence/address.ts';
import type { ObservationEvidence } from '#stats/evidence/evidence.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { printedEnd, type Stated } from '#stats/uncertainty/hedge.ts';
import type { Cell } from '#stats/model/observation.ts';

export interface DatedValue {
  readonly date: string;
  readonly stated: Stated;
  readonly value: number;
  readonly source: string;
  readonly name: string;
  /** It is the figure of the page, or an earlier state of it. */
  readonly kind: 'current' | 'earlier' | 'other';
  /** Its own page, if it is another figure. */
  readonly path: string | null;
}

/** The figures of all sources for the period of an observation, published ones only. */
export const sameFigures = ({ comparison, key }: ObservationEvidence): readonly Cell[] =>
  comparison.cells.filter(
    (cell) =>
      cell.computed === null &&
      cell.stated !== null &&
      formatPeriod(cell.period) === formatPeriod(key.period),
  );

/** In order of publication. */
export function datedValues(evidence: ObservationEvidence): readonly DatedValue[] {
  const { states, current, source, comparison, key } = evidence;
  const { language } = comparison;
  const own = states.flatMap((state): DatedValue[] =>
    state.stated === null
      ? []
      : [
          {
            date: state.file?.vintage ?? source.published,
            stated: state.stated,
            value: printedEnd(state.stated),
            source: source.id,
            name: source.shortTitle[language],
            kind: state === current ? 'current' : 'earlier',
            path: null,
          },
        ],
  );
  const others = sameFigures(evidence).flatMap((cell): DatedValue[] => {
    const other = comparison.sources.find(({ id }) => id === cell.source);
    const edition = comparison.editions.find(({ id }) => id === cell.editions[0]);
    if (cell.source === key.source || !other || !cell.stated) return [];
    return [
      {
        date: edition?.vintage ?? other.published,
        stated: cell.stated,
        value: printedEnd(cell.stated),
        source: other.id,
        name: other.shortTitle[language],
        kind: 'other',
        path: observationPath(cell),
      },
    ];
  });
  return [...own, ...others].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
