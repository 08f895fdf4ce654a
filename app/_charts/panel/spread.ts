/** Heights of labels that must not overlap. */

/** Pushes heights apart until none is nearer than `gap`, in order, inside `top` and `bottom`. */
export function spreadHeights(
  heights: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0) || a - b);
  const placed = order.map((i) => heights[i] ?? 0);
  const n = placed.length;
  for (let round = 0, moved = true; moved && round < 100; round += 1) {
    moved = false;
    for (let i = 1; i < n; i += 1) {
      const lack = gap - ((placed[i] ?? 0) - (placed[i - 1] ?? 0));
      if (lack <= 1e-9) continue;
      moved = true;
      placed[i - 1] = (placed[i - 1] ?? 0) - lack / 2;
      placed[i] = (placed[i] ?? 0) + lack / 2;
    }
  }
  // Two last passes guarantee the gap: down from the top, then up from the bottom.
  for (let i = 0; i < n; i += 1) placed[i] = Math.max(placed[i] ?? 0, i ? (placed[i - 1] ?? 0) + gap : top);
  for (let i = n - 1; i >= 0; i -= 1)
    placed[i] = Math.min(placed[i] ?? 0, i < n - 1 ? (placed[i + 1] ?? 0) - gap : bottom);
  const result = new Array<number>(n);
  order.forEach((i, k) => (result[i] = placed[k] ?? 0));
  return result;
}
