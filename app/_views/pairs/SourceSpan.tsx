/** The figures of all sources of a place on one scale: a tick for each, and a bar from the lowest to the highest. */
import { levelOf } from '#app/_charts/model/level.ts';
import type { ReactElement } from 'react';
import { tenth } from '#app/_charts/marks/shapes.ts';
import type { Cell } from '#stats/model/observation.ts';

const WIDTH = 160;
const HEIGHT = 12;

/** From a figure to its place on the scale that all rows share, which begins at zero. */
export function spanScale(cells: readonly Cell[]): (value: number) => number {
  const values = cells.map(levelOf);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return (value) => 1 + ((value - low) / (high - low || 1)) * (WIDTH - 2);
}

export function SourceSpan({
  cells,
  scale,
}: {
  readonly cells: readonly Cell[];
  readonly scale: (value: number) => number;
}): ReactElement {
  const at = cells.map((cell) => tenth(scale(levelOf(cell))));
  const [low, high] = [Math.min(...at), Math.max(...at)];
  return (
    <svg className="source-span" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path d={`M0 ${HEIGHT / 2}h${WIDTH}`} className="scale" />
      <path d={`M${low} ${HEIGHT / 2}H${high}`} className="reach" />
      <path d={[...new Set(at)].map((x) => `M${x} 1v${HEIGHT - 2}`).join('')} className="ticks" />
    </svg>
  );
}
