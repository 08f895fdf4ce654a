/**
 * A Comparison is the answer to a query. Page, chart, table, embed, CSV, JSON and SVG are all made from the
 * same Comparison; there is no other way to get a number. It is plain data and can be sent as JSON.
 */
import type { Area, Dimension, Edition, Indicator, Release, Source } from './catalogue.ts';
import type { Break } from './break.ts';
import type { Cell, SeriesKey } from './observation.ts';
import { seriesKey } from './observation.ts';
import type { Language, Text } from '../language.ts';
import type { Query } from './query.ts';

/** What an answer says of a doubt about some of its figures; the register has the rest. */
export interface FigureDoubt {
  readonly id: string;
  readonly title: Text;
  /** Permanent ids. */
  readonly figures: readonly string[];
}

export interface Comparison {
  readonly release: Release;
  readonly language: Language;
  readonly query: Query;
  readonly indicator: Indicator;
  /** Only what the cells refer to, so that an answer can be read without the catalogue. */
  readonly areas: readonly Area[];
  readonly dimensions: readonly Dimension[];
  readonly sources: readonly Source[];
  readonly editions: readonly Edition[];
  /** Breaks of its series, whether or not its periods cross them. */
  readonly breaks: readonly Break[];
  /** In the query's order of areas, then origin, breakdown, definition, source, basis, and period. */
  readonly cells: readonly Cell[];
  /**
   * For a ratio: the cells that the shown cells were divided by, and their indicator if it is a different
   * one.
   */
  readonly divisors?: readonly Cell[];
  readonly divisor?: Indicator;
  /** Doubts about its figures; absent if there are none. */
  readonly doubts?: readonly FigureDoubt[];
  /** For cells of several releases: the release that says each. */
  readonly releaseOf?: ReadonlyMap<Cell, string>;
}

/** One series of an answer, with its cells in order of time. */
export interface Series {
  readonly key: SeriesKey;
  readonly computed: boolean;
  readonly cells: readonly Cell[];
}

/** Whether two cells are of the same series, either both published or both computed by the same rule. */
export const isOfSeries = (a: Cell, b: Cell): boolean =>
  a.area === b.area &&
  a.counterpart === b.counterpart &&
  a.breakdown === b.breakdown &&
  a.definition === b.definition &&
  a.source === b.source &&
  a.basis === b.basis &&
  a.computed === b.computed &&
  a.indicator === b.indicator;

/**
 * The cells of an answer as series, in the order of the answer. A published and a computed group are two
 * series.
 */
export function seriesOf(comparison: Pick<Comparison, 'cells'>): Series[] {
  const groups = new Map<string, Cell[]>();
  let [last, cells]: [Cell | undefined, Cell[]] = [undefined, []];
  for (const cell of comparison.cells) {
    // Cells of a series are mostly adjacent, so the key need not be built for each cell.
    if (!last || !isOfSeries(cell, last)) {
      const key = `${seriesKey(cell)} | ${cell.computed ?? ''}`;
      cells = groups.get(key) ?? [];
      groups.set(key, cells);
    }
    cells.push(cell);
    last = cell;
  }
  return [...groups.values()].map((own) => {
    const [first] = own as [Cell, ...Cell[]];
    const { indicator, source, area, counterpart, breakdown, definition, basis } = first;
    return {
      key: { indicator, source, area, counterpart, breakdown, definition, basis },
      computed: first.computed !== null,
      cells: own,
    };
  });
}
