/**
 * Which of two hedged figures is greater: every answer that their intervals allow. A single answer is
 * certain; several leave it open.
 *
 * @example signsOf(exact 5, exact 3, 0) -> {1}
 * @example signsOf(4,000 to 5,000, exact 4,500, 0) -> {-1, 0, 1}
 * @example signsOf(more than 5, exact 5, 0) -> {1}; signsOf(at least 5, exact 5, 0) -> {0, 1}
 */
import type { Hedge } from './hedge.ts';
import { highIsStrict, lowIsStrict } from './hedge.ts';

export type OrderSign = -1 | 0 | 1;

const LESS: ReadonlySet<OrderSign> = new Set<OrderSign>([-1]);
const EQUAL: ReadonlySet<OrderSign> = new Set<OrderSign>([0]);
const GREATER: ReadonlySet<OrderSign> = new Set<OrderSign>([1]);

/** The signs that a - b may have. An unknown low end (`nearly`) is not below the floor of the measure. */
export function signsOf(hedge: Hedge, other: Hedge, floor: number): ReadonlySet<OrderSign> {
  // Two points are the usual case, and long rankings compare all pairs.
  if (isPoint(hedge) && isPoint(other))
    return hedge.low < other.low ? LESS : hedge.low > other.low ? GREATER : EQUAL;
  const [a, b] = [
    { ...hedge, low: Math.max(hedge.low, floor) },
    { ...other, low: Math.max(other.low, floor) },
  ];
  const signs = new Set<OrderSign>();
  if (a.low < b.high) signs.add(-1);
  if (meet(a, b) && meet(b, a)) signs.add(0);
  if (a.high > b.low) signs.add(1);
  return signs;
}

/** Whether the low end of a is not above the high end of b. A strict end is not reached. */
const meet = (a: Hedge, b: Hedge): boolean =>
  a.low < b.high || (a.low === b.high && !startsAfter(a) && !endsBefore(b));

const isPoint = (hedge: Hedge): boolean => hedge.low === hedge.high;
const startsAfter = (hedge: Hedge): boolean =>
  hedge.low === -Infinity || (!isPoint(hedge) && lowIsStrict(hedge.words));
const endsBefore = (hedge: Hedge): boolean =>
  hedge.high === Infinity || (!isPoint(hedge) && highIsStrict(hedge.words));
