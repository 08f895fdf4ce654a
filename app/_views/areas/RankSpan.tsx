/** A rank as a span: a line from the first position to the last, with a block over every position that is possible. */
import type { ReactElement } from 'react';
import type { RankRange } from '#stats/model/observation.ts';

const WIDTH = 112;
/** The least width of the block, so that a certain rank among hundreds can be seen. */
const LEAST = 4;

export function RankSpan({ rank: { best, worst, of } }: { readonly rank: RankRange }): ReactElement {
  const step = WIDTH / of;
  const width = Math.max(LEAST, (worst - best + 1) * step);
  const left = Math.min(WIDTH - width, (best - 1) * step);
  return (
    <svg className="rank-span" viewBox={`0 0 ${WIDTH} 12`} aria-hidden="true">
      <path d={`M0.5 2v8M${WIDTH - 0.5} 2v8M0 6h${WIDTH}`} stroke="var(--rule-2)" />
      <rect x={left} y="1.5" width={width} height="9" fill="var(--ink)" />
    </svg>
  );
}
