/** What the small panels of an answer are: one for each source where sources differ, else one for each series. */
import { group } from 'd3-array';
import { seriesOf, type Series } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import type { ChartContext } from '../panel/layout.ts';
import { positionOf } from '../scales/time-position.ts';

export interface Facet {
  readonly name: string;
  readonly series: readonly Series[];
  /** The latest figure, of a facet of a single series. */
  readonly latest: Cell | null;
}

const statedCells = ({ cells }: Series): Cell[] =>
  cells.filter(({ stated }) => stated !== null).toSorted((a, b) => positionOf(a) - positionOf(b));

/** The facets in the order of their latest figures, the highest first; sources in the order of the answer. */
export function facetsOf(context: ChartContext, cells: readonly Cell[]): Facet[] {
  const all = seriesOf({ cells }).filter((series) => statedCells(series).length > 0);
  const bySource = group(all, ({ key }) => key.source);
  if (bySource.size > 1 && bySource.size < all.length)
    return [...bySource.values()].map((series): Facet => {
      const [first] = series;
      return { name: first ? context.names.part(first.key, 'source') : '', series, latest: null };
    });
  const facets = all.map((series): Facet => {
    const latest = statedCells(series).at(-1) ?? null;
    return { name: context.names.series(series), series: [series], latest };
  });
  const level = ({ latest }: Facet): number => (latest?.stated ? printedEnd(latest.stated) : -Infinity);
  return facets.toSorted((a, b) => level(b) - level(a));
}

/** The highest figure of a series, if it is not its last. */
export function peakOf(series: Series): Cell | null {
  const stated = statedCells(series);
  const peak = stated.reduce<Cell | null>(
    (best, cell) =>
      best?.stated && cell.stated && printedEnd(best.stated) >= printedEnd(cell.stated) ? best : cell,
    null,
  );
  return peak === stated.at(-1) ? null : peak;
}
