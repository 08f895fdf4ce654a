/**
 * Finds intervals of one series that overlap, such as 2010 to 2012 beside 2011 to 2013: read as a series, the same
 * people would be there twice. Periods of the other bases cannot overlap, or (totals up to a date) always do.
 */
import { formatPeriod, type Period } from '#stats/time/period.ts';

interface SeenInterval {
  readonly start: string;
  readonly end: string;
  readonly name: string;
  readonly line: number;
}

export class Overlaps {
  private readonly intervals = new Map<string, SeenInterval[]>();

  see(series: string, period: Period, line: number): void {
    const { start, end, basis } = period;
    if (basis !== 'interval' || start === null || end === null) return;
    const seen = this.intervals.get(series);
    const own = { start, end, name: formatPeriod(period), line };
    if (seen) seen.push(own);
    else this.intervals.set(series, [own]);
  }

  /** Reports each interval that begins before an earlier one of its series ends. */
  finish(tell: (later: SeenInterval, earlier: SeenInterval) => void): void {
    for (const seen of this.intervals.values()) {
      const sorted = seen.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
      let [longest] = sorted;
      for (const next of sorted.slice(1)) {
        if (!longest) break;
        if (next.start <= longest.end && next.name !== longest.name) tell(next, longest);
        if (next.end > longest.end) longest = next;
      }
    }
  }
}
