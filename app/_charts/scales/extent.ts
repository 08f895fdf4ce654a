/** The least and the greatest number that an axis has to hold. */
import { extent as numberExtent } from 'd3-array';
import type { Cell } from '#stats/model/observation.ts';

/**
 * The extent of the values and ends of some figures, and of the origin of the axis. Open ends do not count.
 * `origin` is null for an axis that need not show any number of its own.
 * @example extent of 4 to 6 and of 9 is [0, 9], with a null origin [4, 9]
 */
export function extent(cells: readonly Cell[], origin: number | null = 0): [number, number] {
  const numbers = cells
    .flatMap(({ stated }) => (stated ? [stated.value, stated.low, stated.high] : []))
    .filter((number): number is number => number !== null && Number.isFinite(number));
  const [least = origin ?? 0, greatest = origin ?? 0] = numberExtent(numbers);
  return [Math.min(origin ?? least, least), Math.max(origin ?? greatest, greatest)];
}
