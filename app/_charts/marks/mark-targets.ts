/** Where the marks of a drawing lead: each figure that has a mark, and how near a pointer meets it. */
import type { ChartModel, MarkPoint } from '../model/chart.ts';

/** A mark with the address of the evidence of its figure. */
export interface MarkTarget {
  readonly evidence: string;
  readonly at: MarkPoint;
  readonly panel: number;
  /** How many pixels from its point a pointer meets it. */
  readonly reach: number;
}

/** How far from a point a pointer meets it: less where the next periods are near. */
const [LEAST_REACH, MOST_REACH] = [3, 9];

export const markTargets = ({ stops, listed = [] }: Pick<ChartModel, 'stops' | 'listed'>): MarkTarget[] => [
  ...ofMarks(stops),
  ...listed.map(({ evidence, box }): MarkTarget => {
    const at = { x: box.x + box.w / 2, y: box.y + box.h / 2, box };
    return { evidence, at, reach: MOST_REACH, panel: 0 };
  }),
];

const ofMarks = (stops: ChartModel['stops']): MarkTarget[] =>
  stops.flatMap((stop, i) => {
    const gaps = [stops[i - 1], stops[i + 1]].flatMap((next) =>
      next && next.panel === stop.panel && next.x !== stop.x ? [Math.abs(next.x - stop.x) / 2] : [],
    );
    const reach = Math.max(LEAST_REACH, Math.min(MOST_REACH, ...gaps));
    return stop.readings.flatMap(({ at, evidence }) =>
      at && evidence !== null ? [{ evidence, at, reach, panel: stop.panel }] : [],
    );
  });
