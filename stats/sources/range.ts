/**
 * Several sources for the same figure are never mixed: each keeps its own. Shown with them are the least and
 * the greatest value that any of them allows, and the spread between the sources. The spread is hedged like
 * the figures: its low end is the smallest distance possible within their intervals, its high end the
 * greatest.
 *
 * @example 65.0, 66.9 and 68 for Honduras in 2014 -> 65 to 68, spread exactly 3, about 4.6 percent of the
 * least
 * @example 14,000 and "nearly 10,000" -> spread more than 4,000
 */
import { subjectPeriodKey } from './series-key.ts';
import type { Hedge, Qualifier, Stated } from '../uncertainty/hedge.ts';
import { floorOf } from '../uncertainty/hedge.ts';
import { interval } from '../uncertainty/interval.ts';
import { significant } from '../number.ts';
import type { Cell, IntervalKind, SeriesKey } from '../model/observation.ts';
import { signsOf } from '../uncertainty/order.ts';
import type { Period } from '../time/period.ts';
import { type FinishedInterval, hedgeOfCell, toStated } from '../model/cell.ts';

/** One source's figure in a source range. */
export interface SourceHedge {
  readonly source: string;
  readonly hedge: Hedge;
}

export interface Spread {
  /** From the least to the greatest value that any source allows; infinite if a source leaves it open. */
  readonly low: number;
  readonly high: number;
  /** The sources with the least and with the greatest figure. */
  readonly lowest: readonly string[];
  readonly highest: readonly string[];
  /** The least and the greatest possible distance between the sources. */
  readonly apart: { readonly low: number; readonly high: number };
  /** Whether a single number is consistent with all of them. */
  readonly reconcilable: boolean;
}

/**
 * The range and spread of the figures of several sources. With one source it is that source's own interval,
 * and the spread is 0.
 * @throws RangeError without figures
 */
export function spreadOf(figures: readonly SourceHedge[]): Spread {
  if (figures.length === 0) throw new RangeError('an envelope needs a figure');
  const low = Math.min(...figures.map((figure) => figure.hedge.low));
  const high = Math.max(...figures.map((figure) => figure.hedge.high));
  const greatestLow = Math.max(...figures.map((figure) => figure.hedge.low));
  const leastHigh = Math.min(...figures.map((figure) => figure.hedge.high));
  const widest = figures.flatMap((a) =>
    figures.filter((b) => b !== a).map((b) => a.hedge.high - b.hedge.low),
  );
  return {
    low,
    high,
    lowest: figures.filter(({ hedge }) => hedge.low === low).map(({ source }) => source),
    highest: figures.filter(({ hedge }) => hedge.high === high).map(({ source }) => source),
    apart: {
      low: significant(Math.max(0, greatestLow - leastHigh)),
      high: significant(Math.max(0, ...widest)),
    },
    reconcilable: canAgree(figures),
  };
}

/** A single number lies in all the intervals. On a line this is true if each two of them overlap. */
const canAgree = (figures: readonly SourceHedge[]): boolean =>
  figures.every((a) => figures.every((b) => signsOf(a.hedge, b.hedge, -Infinity).has(0)));

/** The source range of one area and period. */
export interface Envelope extends Omit<SeriesKey, 'source'>, Spread {
  readonly period: Period;
  readonly sources: readonly string[];
  /** The band from least to greatest; null if the sources leave both ends open. */
  readonly band: FinishedInterval | null;
  /** Any of them is approximate. */
  readonly approximate: boolean;
  /** Sources that have a row here, but no figure. */
  readonly silent: readonly string[];
  /** The two stated figures that are furthest apart, the lesser first; null if the figures may be equal. */
  readonly furthest: readonly [SaidBySources, SaidBySources] | null;
}

/** A figure as sources state it, with its hedge. */
export interface SaidBySources {
  readonly sources: readonly string[];
  readonly stated: Stated;
  readonly intervalKind: IntervalKind;
}

/**
 * The two figures that are furthest apart even in the nearest case: the one with the least upper end, and the
 * one with the greatest lower end.
 */
function furthestOf(
  cells: readonly (Cell & { stated: Stated })[],
  hedge: (cell: Cell & { stated: Stated }) => Hedge,
): Envelope['furthest'] {
  const least = cells.reduce((a, b) => (hedge(b).high < hedge(a).high ? b : a));
  const greatest = cells.reduce((a, b) => (hedge(b).low > hedge(a).low ? b : a));
  if (hedge(least).high >= hedge(greatest).low) return null;
  const said = ({ stated, intervalKind }: Cell & { stated: Stated }): SaidBySources => {
    const same = JSON.stringify(stated);
    const sources = cells.filter((cell) => JSON.stringify(cell.stated) === same).map((cell) => cell.source);
    return { sources, stated, intervalKind };
  };
  return [said(least), said(greatest)];
}

/**
 * The source ranges of an answer, one for each area, origin, breakdown, definition, basis and period.
 * Different definitions are never in one range, because they count different things.
 */
export function envelopesOf(cells: readonly Cell[], signed: boolean): Envelope[] {
  const floor = floorOf(signed);
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = `${subjectPeriodKey(cell)} | ${cell.computed}`;
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups.values()].flatMap((group) => {
    const withFigure = group.flatMap((cell) => (cell.stated ? [{ ...cell, stated: cell.stated }] : []));
    const figures = withFigure.map((cell) => ({ source: cell.source, hedge: hedgeOfCell(cell, floor) }));
    if (figures.length === 0) return [];
    const spread = spreadOf(figures);
    const words = new Set<Qualifier>(figures.flatMap(({ hedge }) => [...hedge.words]));
    // The points of several sources are the ends of a range, whatever their own qualifiers.
    if (spread.low < spread.high) words.add('range');
    const [only] = figures;
    const hedge = figures.length === 1 && only ? only.hedge : interval(spread.low, spread.high, null, words);
    const { indicator, area, counterpart, breakdown, definition, basis, period } = group[0]!;
    return [
      {
        ...{ indicator, area, counterpart, breakdown, definition, basis, period },
        ...spread,
        sources: figures.map(({ source }) => source),
        band: toStated(hedge, floor, Infinity),
        approximate: words.has('about'),
        silent: group.filter((cell) => !cell.stated).map((cell) => cell.source),
        furthest: furthestOf(withFigure, (cell) => hedgeOfCell(cell, floor)),
      },
    ];
  });
}
