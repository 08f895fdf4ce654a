/**
 * The part of an answer that is drawn if not everything fits: the first rows of a number line, or the first
 * series of lines or bars: those with a colour, then the highest of the context. If a single series is too long, its
 * last periods.
 */
import { seriesOf, type Comparison, type Series } from '#stats/model/comparison.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import type { Cell } from '#stats/model/observation.ts';
import { CHART_LAYOUTS } from './chart-kinds.ts';
import type { AreaColour } from './scales/colour.ts';
import type { ChartModel } from './model/chart.ts';

function latestLevel({ cells }: Series): number {
  const latest = cells.findLast(({ stated }) => stated !== null)?.stated;
  return latest ? printedEnd(latest) : -Infinity;
}

/** @param share the share to draw, 0 to 1 @example a quarter of eight series is the first two, whole */
export function subsetOf(
  { cells }: Pick<Comparison, 'cells'>,
  kind: ChartModel['kind'],
  share: number,
  colourOf: (series: Series) => AreaColour = () => 'others',
): readonly Cell[] {
  const some = (count: number): number => Math.floor(count * Math.min(share, 1));
  if (kind !== 'scatter' && kind !== 'timeline' && CHART_LAYOUTS[kind].growsWithRows)
    return cells.slice(0, Math.max(1, some(cells.length)));
  const [context, own] = [true, false].map((grey) =>
    seriesOf({ cells }).filter((series) => (colourOf(series) === 'others') === grey),
  ) as [Series[], Series[]];
  // Of series in the background, the highest are what a reader looks for.
  const all = [...own, ...context.toSorted((a, b) => latestLevel(b) - latestLevel(a))];
  const whole = some(all.length);
  if (whole > 0) {
    const kept = new Set(all.slice(0, whole).flatMap((series) => series.cells));
    return cells.filter((cell) => kept.has(cell));
  }
  return (all[0]?.cells ?? []).slice(-Math.max(1, some(cells.length)));
}
