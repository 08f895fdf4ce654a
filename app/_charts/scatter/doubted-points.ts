/** The sign of the register of doubts beside points of which either figure is in doubt. */
import type { PairHalf } from '#stats/pairing/pairs.ts';
import { doubtMarks } from '../marks/doubt-mark.ts';
import type { ChartModel } from '../model/chart.ts';
import type { TextShape } from '../model/shape.ts';

/** One sign for each such point: its figures share the point. */
export function doubtedPoints(
  halves: readonly [PairHalf, PairHalf],
  stopsOf: () => ChartModel['stops'],
  around: Parameters<typeof doubtMarks>[2],
): TextShape[] {
  const doubts = halves.flatMap(({ comparison }) => comparison.doubts ?? []);
  const shared = (): ChartModel['stops'] =>
    stopsOf().map((stop) => ({
      ...stop,
      readings: stop.readings.map((reading) => ({ ...reading, at: { x: stop.x, y: stop.y } })),
    }));
  return doubtMarks(shared, { doubts }, around);
}
