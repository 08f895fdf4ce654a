/**
 * The part of an answer that is drawn if not everything fits: the latest rows of a number line, or the first
 * series of lines or bars: those with a colour, then the highest of the context; without a context, of each place one
 * source before a second of any. If a single series is too long, its
 * last periods.
 */
import { descending } from 'd3-array';
import { seriesOf, type Comparison, type Series } from '#stats/model/comparison.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import type { Cell } from '#stats/model/observation.ts';
import { CHART_LAYOUTS } from './chart-kinds.ts';
import type { AreaColour } from './scales/colour.ts';
import type { ChartModel } from './model/chart.ts';

/** From so many areas on, rows are a ranking. */
const RANKING = 12;

/** The latest rows; of a ranking, those with a colour and the highest; in the order of the answer. */
function someRows(cells: readonly Cell[], count: number, own: ReadonlySet<Cell>): readonly Cell[] {
  if (new Set(cells.map(({ area }) => area)).size <= RANKING) {
    const endOf = ({ period }: Cell): string => period.end ?? '';
    // Those of one heading first: each heading takes the room of a row.
    const headingOf = ({ definition, breakdown }: Cell): string => `${definition} ${breakdown}`;
    const order = [...new Set(cells.map(headingOf))];
    const sorted = cells.toSorted(
      (a, b) => order.indexOf(headingOf(a)) - order.indexOf(headingOf(b)) || descending(endOf(a), endOf(b)),
    );
    const latest = new Set(sorted.slice(0, count));
    return cells.filter((cell) => latest.has(cell));
  }
  const level = ({ stated }: Cell): number => (stated ? printedEnd(stated) : -Infinity);
  const ranked = cells.toSorted((a, b) => Number(own.has(b)) - Number(own.has(a)) || level(b) - level(a));
  const chosen = new Set(ranked.slice(0, count));
  return cells.filter((cell) => chosen.has(cell));
}

function latestLevel({ cells }: Series): number {
  const latest = cells.findLast(({ stated }) => stated !== null)?.stated;
  return latest ? printedEnd(latest) : -Infinity;
}

/** Of each place the first of its sources, then the second: no place that was asked for is left out for a source. */
function inTurns(series: readonly Series[]): Series[] {
  const turns = new Map<string, number>();
  const turned = series.map((own) => {
    const { area, counterpart, breakdown, definition } = own.key;
    const what = [area, counterpart, breakdown, definition].join(' ');
    const turn = turns.get(what) ?? 0;
    turns.set(what, turn + 1);
    return { own, turn };
  });
  return turned.toSorted((a, b) => a.turn - b.turn).map(({ own }) => own);
}

/** @param share the share to draw, 0 to 1 @example a quarter of eight series is the first two, whole */
export function subsetOf(
  { cells }: Pick<Comparison, 'cells'>,
  kind: ChartModel['kind'],
  share: number,
  colourOf: (series: Series) => AreaColour = () => 'others',
): readonly Cell[] {
  const some = (count: number): number => Math.floor(count * Math.min(share, 1));
  const [context, own] = [true, false].map((grey) =>
    seriesOf({ cells }).filter((series) => (colourOf(series) === 'others') === grey),
  ) as [Series[], Series[]];
  // Of series in the background, the highest are what a reader looks for.
  if (kind !== 'scatter' && kind !== 'timeline' && CHART_LAYOUTS[kind].growsWithRows)
    return someRows(cells, Math.max(1, some(cells.length)), new Set(own.flatMap((series) => series.cells)));
  // Without a background the question names its places, and all of them are looked for.
  const all = [
    ...(context.length === 0 ? inTurns(own) : own),
    ...context.toSorted((a, b) => latestLevel(b) - latestLevel(a)),
  ];
  const whole = some(all.length);
  if (whole > 0) {
    const kept = new Set(all.slice(0, whole).flatMap((series) => series.cells));
    return cells.filter((cell) => kept.has(cell));
  }
  return (all[0]?.cells ?? []).slice(-Math.max(1, some(cells.length)));
}
