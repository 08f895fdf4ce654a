/**
 * Sums rows with the same key: encounters by authority become encounters. Ends of intervals are summed. A gap
 * in any part makes the sum a gap, because a sum without that part would be too low and look complete.
 */
import type { Stated } from '#stats/uncertainty/hedge.ts';
import { significant } from '#stats/number.ts';
import type { Observation } from '#stats/model/observation.ts';

interface Sum {
  readonly first: Observation;
  readonly lines: { from: number; to: number; count: number };
  stated: Stated | null;
  numerator: number | null;
  denominator: number | null;
  gap: Observation['gap'];
}

const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

export class Groups {
  private readonly sums = new Map<string, Sum>();

  /**
   * Adds an observation to its key. False if its hedge differs from the others', because such figures cannot
   * be summed.
   */
  add(key: string, o: Observation, line: number): boolean {
    const sum = this.sums.get(key);
    if (!sum) {
      const { stated, numerator, denominator, gap } = o;
      this.sums.set(key, {
        first: o,
        lines: { from: line, to: line, count: 1 },
        stated,
        numerator,
        denominator,
        gap,
      });
      return true;
    }
    sum.lines.from = Math.min(sum.lines.from, line);
    sum.lines.to = Math.max(sum.lines.to, line);
    sum.lines.count++;
    sum.gap ??= o.gap;
    if (sum.gap !== null) return true;
    if (sum.stated?.qualifier !== o.stated?.qualifier) return false;
    if (sum.stated && o.stated) {
      const [a, b] = [sum.stated, o.stated];
      const hasEnds = a.low !== null || a.high !== null || b.low !== null || b.high !== null;
      const ends = (s: Stated, end: 'low' | 'high'): number | null => s[end] ?? s.value;
      const isPoint = a.value !== null && b.value !== null;
      sum.stated = {
        qualifier: a.qualifier,
        value: plus(a.value, b.value),
        low: !hasEnds ? null : isPoint ? plus(ends(a, 'low'), ends(b, 'low')) : plus(a.low, b.low),
        high: !hasEnds ? null : isPoint ? plus(ends(a, 'high'), ends(b, 'high')) : plus(a.high, b.high),
      };
    }
    sum.numerator = plus(sum.numerator, o.numerator);
    sum.denominator = plus(sum.denominator, o.denominator);
    return true;
  }

  /** The sums, in the order in which their keys appeared. A single row keeps its own locator. */
  observations(file: string): Observation[] {
    return [...this.sums.values()].map(({ first, lines, stated, numerator, denominator, gap }) => {
      const cut = (n: number | null): number | null => (n === null ? null : significant(n));
      const isRatio = numerator !== null && denominator !== null && denominator > 0 && stated?.value != null;
      const whole = stated && {
        ...stated,
        value: isRatio ? significant(numerator / denominator) : cut(stated.value),
        low: cut(stated.low),
        high: cut(stated.high),
      };
      const { from, to, count } = lines;
      return {
        ...first,
        stated: gap === null ? whole : null,
        intervalKind: gap === null ? first.intervalKind : 'none',
        numerator: gap === null ? numerator : null,
        denominator: gap === null ? denominator : null,
        gap,
        locator: count === 1 ? first.locator : `${file}: sum of ${count} rows, lines ${from} to ${to}`,
      };
    });
  }
}
