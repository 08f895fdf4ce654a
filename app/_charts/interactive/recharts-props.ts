/**
 * The Recharts props: the same domains, pixels and numbers as the static drawing. The surface is as large as
 * the picture and has no margins; each panel is a pair of axes whose padding keeps it in its place.
 */
import type { ChartModel, Panel, Plot, FocusPoint } from '../model/chart.ts';

/** The part of a chart model that its stops need. */
export type LiveModel = Pick<ChartModel, 'language' | 'width' | 'height' | 'panels' | 'stops' | 'listed'>;

export interface LiveAxis {
  readonly id: string;
  /** The smaller number first. */
  readonly domain: [number, number];
  /** Whether the greatest number is at the bottom, as in a rank, whose first place is at the top. */
  readonly reversed: boolean;
  readonly isLog: boolean;
  readonly ticks: number[];
}

export interface LivePanel {
  readonly x: LiveAxis & { readonly padding: { left: number; right: number } };
  readonly y: LiveAxis & { readonly padding: { top: number; bottom: number } };
}

/** One row of data for each place on the time axis; a series is a column, a band a pair. */
export type LiveRow = Record<string, number | null | [number, number]>;

const values = (ticks: Panel['x']['ticks']): number[] => ticks.map((tick) => tick.value);

const axisOf = ({ domain: [a, b], isLog, ticks }: Panel['x']): Omit<LiveAxis, 'id'> => ({
  domain: [Math.min(a, b), Math.max(a, b)],
  reversed: a > b,
  isLog: isLog ?? false,
  ticks: values(ticks),
});

/** The axes of a panel. */
export function livePanel(panel: Panel, i: number, size: Pick<ChartModel, 'width' | 'height'>): LivePanel {
  const [left, right] = panel.x.range;
  const [a, b] = panel.y.range;
  const [top, bottom] = [Math.min(a, b), Math.max(a, b)];
  return {
    x: {
      id: `x${i}`,
      ...axisOf(panel.x),
      padding: { left, right: size.width - right },
    },
    y: {
      id: `y${i}`,
      ...axisOf(panel.y),
      padding: { top, bottom: size.height - bottom },
    },
  };
}

/**
 * Where Recharts will put a number: the linear scale between its paddings. Tests compare it with the marks.
 */
export function plotScales(
  panel: LivePanel,
  size: Pick<ChartModel, 'width' | 'height'>,
  x: number,
  y: number,
): [number, number] {
  const along = (number: number, { domain, reversed, isLog }: LiveAxis, from: number, to: number): number => {
    const place = (value: number): number => (isLog ? Math.log(value) : value);
    const [a, b] = (reversed ? [domain[1], domain[0]] : domain).map(place) as [number, number];
    const n = place(number);
    return from + ((n - a) / (b - a)) * (to - from);
  };
  return [
    along(x, panel.x, panel.x.padding.left, size.width - panel.x.padding.right),
    along(y, panel.y, size.height - panel.y.padding.bottom, panel.y.padding.top),
  ];
}

export const valueKey = (plot: number): string => `v${plot}`;
export const bandKey = (plot: number): string => `b${plot}`;

/** The plots as the rows that Recharts reads. */
export function liveRows(plots: readonly Plot[]): LiveRow[] {
  const rows = new Map<number, LiveRow>();
  plots.forEach((plot, i) => {
    for (const point of plot.points) {
      const row = rows.get(point.x) ?? { x: point.x };
      row[valueKey(i)] = point.y;
      row[bandKey(i)] = point.low !== null && point.high !== null ? [point.low, point.high] : null;
      rows.set(point.x, row);
    }
  });
  return [...rows.values()].sort((a, b) => Number(a.x) - Number(b.x));
}

/** A pointer further than this many pixels from the middle of a point does not select it. */
const POINT_REACH = 60;

/**
 * The stop that a pointer selects: on a time axis the nearest year of the panel, on rows the nearest row,
 * among points the nearest one within reach, in a list beside them the figure of the line.
 */
export function nearestFocusPoint(
  model: Pick<ChartModel, 'panels' | 'stops' | 'listed'>,
  x: number,
  y: number,
): number | null {
  const named = model.listed?.find(
    ({ box }) => x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h,
  );
  if (named) {
    const at = model.stops.findIndex(({ readings }) => readings[0]?.evidence === named.evidence);
    return at < 0 ? null : at;
  }
  let best: number | null = null;
  let least = model.panels[0]?.pointer === 'point' ? POINT_REACH : Infinity;
  model.stops.forEach((stop, i) => {
    const distance = distanceTo(model.panels[stop.panel], stop, x, y);
    if (distance < least) [best, least] = [i, distance];
  });
  return best;
}

/** A panel that the pointer is not in counts as far away. */
function distanceTo(panel: Panel | undefined, stop: FocusPoint, x: number, y: number): number {
  if (!panel || panel.pointer === 'row') return Math.abs(stop.y - y);
  if (panel.pointer === 'point') return Math.hypot(stop.x - x, stop.y - y);
  const [top, bottom] = [Math.min(...panel.y.range), Math.max(...panel.y.range)];
  const [left, right] = [Math.min(...panel.x.range), Math.max(...panel.x.range)];
  const outside = Math.max(0, top - y, y - bottom) + Math.max(0, left - x, x - right);
  return Math.abs(stop.x - x) / 4 + outside;
}

/** The stop that a key moves to; null if the key has no function here. */
export function focusPointAfterKey(key: string, at: number | null, count: number): number | null {
  if (count === 0) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step =
    key === 'ArrowRight' || key === 'ArrowDown' ? 1 : key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return null;
  return at === null ? (step > 0 ? 0 : count - 1) : Math.min(Math.max(at + step, 0), count - 1);
}

/** A pointer further than this many pixels from a mark is at none of them. */
const SERIES_REACH = 28;

/** The series of a stop whose mark is nearest to a height, then to `x`; null if none is near. */
export function nearestSeries({ readings, x: own }: FocusPoint, y: number, x = own): string | null {
  let best: string | null = null;
  let least: readonly [number, number] = [SERIES_REACH, Infinity];
  for (const { series, at } of readings) {
    if (!at) continue;
    const [up, across] = [Math.abs(at.y - y), Math.abs(at.x - x)];
    if (up < least[0] || (up === least[0] && across < least[1])) [best, least] = [series, [up, across]];
  }
  return best;
}

/** The evidence that a stop leads to: of the highlighted series, or of its only figure with a mark. */
export function evidenceAt({ readings }: FocusPoint, series: string | null): string | null {
  const drawn = readings.filter(({ at }) => at !== null);
  const [only] = drawn.length === 1 ? drawn : [];
  return (drawn.find((reading) => reading.series === series) ?? only)?.evidence ?? null;
}

/** The next series of a stop in the order of its readings, `step` further; null if it has fewer than two. */
export function seriesAfter({ readings }: FocusPoint, series: string | null, step: 1 | -1): string | null {
  const drawn = readings.filter(({ at }) => at !== null).map((reading) => reading.series);
  if (drawn.length < 2) return null;
  const at = series === null ? -1 : drawn.indexOf(series);
  const next = at < 0 ? (step > 0 ? 0 : drawn.length - 1) : at + step;
  return drawn[Math.min(Math.max(next, 0), drawn.length - 1)] ?? null;
}

/** The marks of a series in a panel, as the path of a line that breaks where a stop has none. */
export function seriesPath({ stops }: Pick<ChartModel, 'stops'>, panel: number, series: string): string {
  let isOpen = false;
  return stops
    .filter((stop) => stop.panel === panel)
    .map(({ readings }) => {
      const at = readings.find((reading) => reading.series === series)?.at;
      const command = at ? `${isOpen ? 'L' : 'M'}${at.x} ${at.y}` : '';
      isOpen = Boolean(at);
      return command;
    })
    .join('');
}
