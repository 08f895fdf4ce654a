/**
 * What of an answer is drawn where not all of it has room: the first rows of a number line, the first series of
 * lines or bars, those with a colour of their own before those that are context; of a series that is too long by itself, its last periods.
 */
import { seriesOf, type Comparison, type Series } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { CHART_LAYOUTS } from './chart-kinds.ts';
import type { AreaColour } from './scales/colour.ts';
import type { ChartModel } from './model/chart.ts';

/** @param share how much of it, 0 to 1 @example a quarter of eight series is the first two, whole */
export function subsetOf(
  { cells }: Pick<Comparison, 'cells'>,
  kind: ChartModel['kind'],
  share: number,
  colourOf: (series: Series) => AreaColour = () => 'others',
): readonly Cell[] {
  const some = (count: number): number => Math.floor(count * Math.min(share, 1));
  if (kind !== 'scatter' && CHART_LAYOUTS[kind].growsWithRows)
    return cells.slice(0, Math.max(1, some(cells.length)));
  const [context, own] = [true, false].map((grey) =>
    seriesOf({ cells }).filter((series) => (colourOf(series) === 'others') === grey),
  ) as [Series[], Series[]];
  const all = [...own, ...context];
  const whole = some(all.length);
  if (whole > 0) {
    const kept = new Set(all.slice(0, whole).flatMap((series) => series.cells));
    return cells.filter((cell) => kept.has(cell));
  }
  return (all[0]?.cells ?? []).slice(-Math.max(1, some(cells.length)));
}
