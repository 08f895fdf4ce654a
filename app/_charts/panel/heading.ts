/** The heading of a panel, which says why its figures are drawn apart. */
import type { Colour } from '../scales/colour.ts';
import type { TextShape } from '../model/shape.ts';
import { textShape } from '../marks/shapes.ts';
import { wrapText } from '../text/metrics.ts';

interface HeadingLayout {
  readonly top: number;
  readonly width: number;
  /** Pixels from one line to the next, and below the last. */
  readonly line?: number;
  readonly below?: number;
  readonly colour?: Colour;
}

/** The lines of a heading, and the first free pixel below them: `top` if there is no heading. */
export function headingLabels(
  heading: string | null,
  { top, width, line = 19, below = 8, colour }: HeadingLayout,
): { readonly labels: readonly TextShape[]; readonly bottom: number } {
  if (heading === null || heading === '') return { labels: [], bottom: top };
  const lines = wrapText(heading, width, 'head', 2);
  return {
    labels: lines.map((text, i) =>
      textShape(0, top + i * line + 14, text, 'head', { ...(colour && { colour }) }),
    ),
    bottom: top + lines.length * line + below,
  };
}
