// How the first rows of a file will stand on a page, and what is remarkable in all of them.

import { decimalsOf, formatNumber } from '#stats/number.ts';
import { NONE, type Observation } from '#stats/model/observation.ts';
import { formatPeriod } from '#stats/time/period.ts';

const MOST_ROWS = 8;

const shown = (value: number): string => formatNumber(value, 'en', decimalsOf(value, 3));

/** Collects a preview of observations as they are read. */
export class Preview {
  private readonly rows: Observation[] = [];
  private readonly spans = new Map<string, { least: number; greatest: number; bases: Set<string> }>();

  see(observations: readonly Observation[]): void {
    for (const observation of observations) {
      if (this.rows.length < MOST_ROWS) this.rows.push(observation);
      const { indicator, stated, basis } = observation;
      const span = this.spans.get(indicator) ?? { least: Infinity, greatest: -Infinity, bases: new Set() };
      this.spans.set(indicator, span);
      span.bases.add(basis);
      for (const value of [stated?.value, stated?.low, stated?.high]) {
        if (value == null) continue;
        span.least = Math.min(span.least, value);
        span.greatest = Math.max(span.greatest, value);
      }
    }
  }

  lines(nameOf: (area: string) => string): string[] {
    const figure = ({ stated, gap }: Observation): string => {
      if (!stated) return `no figure (${gap ?? 'gap'})`;
      const ends =
        stated.low === null && stated.high === null ? '' : ` [${stated.low ?? ''} to ${stated.high ?? ''}]`;
      const hedge = stated.qualifier === 'exact' ? '' : `${stated.qualifier} `;
      return `${hedge}${stated.value === null ? '' : shown(stated.value)}${ends}`;
    };
    return [
      ...this.rows.map(
        (row) =>
          `  ${row.indicator}  ${nameOf(row.area)}${row.counterpart === NONE ? '' : ` / ${nameOf(row.counterpart)}`}${row.breakdown === '_T' ? '' : `, ${row.breakdown}`}  ${formatPeriod(row.period)}  ${figure(row)}`,
      ),
      ...this.spanLines(),
    ];
  }
  /** The least and the greatest value of each indicator, and its kinds of period. */
  spanLines(): string[] {
    return [...this.spans].map(([indicator, { least, greatest, bases }]) => {
      const ends = [least, greatest].map((value) => (Number.isFinite(value) ? shown(value) : 'nothing'));
      return `  ${indicator}: from ${ends.join(' to ')}; periods: ${[...bases].join(', ')}`;
    });
  }
}
