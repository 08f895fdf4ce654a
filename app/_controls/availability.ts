/** How many of the chosen places have figures, as bars over time. */

/** The size of the drawing, in its own units. */
export const BARS = { width: 400, height: 40 } as const;

/**
 * One bar for each period, as the path of an SVG drawing of 400 by 40.
 * @param isDrawn whether the bar of a period belongs to this path
 * @example barsPath([2, 0], 2, () => true) === 'M0 40V0H198V40'
 */
export function barsPath(
  counts: readonly number[],
  most: number,
  isDrawn: (index: number) => boolean,
): string {
  if (most <= 0) return '';
  const step = BARS.width / counts.length;
  // Narrow bars have no room for a gap.
  const gap = step > 6 ? 2 : 0;
  return counts
    .flatMap((count, i) => {
      if (count === 0 || !isDrawn(i)) return [];
      const [left, right] = [round(i * step), round((i + 1) * step - gap)];
      return [`M${left} ${BARS.height}V${round(BARS.height * (1 - count / most))}H${right}V${BARS.height}`];
    })
    .join('');
}

const round = (value: number): number => Math.round(value * 10) / 10;
