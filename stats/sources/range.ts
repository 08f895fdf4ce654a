/**
 * Several sources for one thing. They are never mixed: each keeps its figure, and beside them stand the least
 * and the greatest that any of them allows, and the spread between sources. The spread is hedged as the
 * figures are: it is at least the distance that no choice within them closes, and at most the widest.
 *
 * @example 65.0, 66.9 and 68 for Honduras in 2014 -> 65 to 68, spread exactly 3, about 4.6 percent of the least
 * @example 14,000 and "nearly 10,000" -> spread more than 4,000
 */
import { subjectPeriodKey } from './series-key.ts';
import type { Hedge, Qualifier } from '../uncertainty/hedge.ts';
import { floorOf } from '../uncertainty/hedge.ts';
import { interval } from '../uncertainty/interval.ts';
import type { Text } from '../language.ts';
import { significant } from '../number.ts';
import type { Cell, SeriesKey } from '../model/observation.ts';
import { signsOf } from '../uncertainty/order.ts';
import type { Period } from '../time/period.ts';
import { type FinishedInterval, hedgeOfCell, toStated } from '../model/cell.ts';

/** One source's figure in an envelope. */
export interface SourceHedge {
  readonly source: string;
  readonly hedge: Hedge;
}

export interface Spread {
  /** From the least to the greatest that any source allows; infinite where one leaves it open. */
  readonly low: number;
  readonly high: number;
  /** Sources that have the least and the greatest figure. */
  readonly lowest: readonly string[];
  readonly highest: readonly string[];
  /** How far apart the sources are: at least, and at most. */
  readonly apart: { readonly low: number; readonly high: number };
  /** Whether one number could be what all of them mean. */
  readonly reconcilable: boolean;
}

/**
 * The envelope of figures of several sources. With one source it is that source's own interval, and the
 * spread is 0.
 * @throws RangeError without figures
 */
export function spreadOf(figures: readonly SourceHedge[]): Spread {
  if (figures.length === 0) throw new RangeError('an envelope needs a figure');
  const low = Math.min(...figures.map((figure) => figure.hedge.low));
  const high = Math.max(...figures.map((figure) => figure.hedge.high));
  const greatestLow = Math.max(...figures.map((figure) => figure.hedge.low));
  const leastHigh = Math.min(...figures.map((figure) => figure.hedge.high));
  const widest = figures.flatMap((a) =>
    figures.filter((b) => b !== a).map((b) => distance(a.hedge.high, b.hedge.low)),
  );
  return {
    low,
    high,
    lowest: figures.filter(({ hedge }) => hedge.low === low).map(({ source }) => source),
    highest: figures.filter(({ hedge }) => hedge.high === high).map(({ source }) => source),
    apart: {
      low: significant(Math.max(0, distance(greatestLow, leastHigh))),
      high: significant(Math.max(0, ...widest)),
    },
    reconcilable: canAgree(figures),
  };
}

/** Distance between two ends; open ends are far apart, and never nearer than nothing. */
const distance = (high: number, low: number): number =>
  high === -Infinity || low === Infinity ? -Infinity : high - low;

/** One number satisfies all of them: on a line it is enough that each two of them meet. */
const canAgree = (figures: readonly SourceHedge[]): boolean =>
  figures.every((a, i) => figures.slice(i + 1).every((b) => signsOf(a.hedge, b.hedge, -Infinity).has(0)));

/** The envelope of one area and period over its sources. */
export interface Envelope extends Omit<SeriesKey, 'source'>, Spread {
  readonly period: Period;
  readonly sources: readonly string[];
  /** The band from least to greatest; null where the sources leave everything open. */
  readonly band: FinishedInterval | null;
  /** Any of them is approximate. */
  readonly approximate: boolean;
  /** Sources that have a row here, but no figure. */
  readonly silent: readonly string[];
}

/**
 * Envelopes over the sources of an answer, one for each area, origin, part, definition, basis and period.
 * Definitions are never put in one envelope: they are of different things.
 */
export function envelopesOf(cells: readonly Cell[], signed: boolean): Envelope[] {
  const floor = floorOf(signed);
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = `${subjectPeriodKey(cell)} | ${cell.computed ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const figures = group.flatMap((cell) =>
      cell.stated
        ? [{ source: cell.source, hedge: hedgeOfCell({ ...cell, stated: cell.stated }, floor) }]
        : [],
    );
    if (!first || figures.length === 0) return [];
    const spread = spreadOf(figures);
    const words = new Set<Qualifier>(figures.flatMap(({ hedge }) => [...hedge.words]));
    // Points of several sources are the ends of a range, whatever each of them is.
    if (spread.low < spread.high) words.add('range');
    const [only] = figures;
    const hedge = figures.length === 1 && only ? only.hedge : interval(spread.low, spread.high, null, words);
    const { indicator, area, counterpart, breakdown, definition, basis, period } = first;
    return [
      {
        ...{ indicator, area, counterpart, breakdown, definition, basis, period },
        ...spread,
        sources: figures.map(({ source }) => source),
        band: toStated(hedge, floor, Infinity),
        approximate: words.has('about'),
        silent: group.filter((cell) => !cell.stated).map((cell) => cell.source),
      },
    ];
  });
}
