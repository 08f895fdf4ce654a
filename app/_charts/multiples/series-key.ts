/** The names of the lines in their colours, above panels that hold several lines each. */
import type { Cell } from '#stats/model/observation.ts';
import { textShape } from '../marks/shapes.ts';
import type { TextShape } from '../model/shape.ts';
import type { ChartContext } from '../panel/layout.ts';
import { textWidth } from '../text/metrics.ts';
import { facetsOf } from './facets.ts';

const LINE = 18;
const BETWEEN = 16;

/** Each name once, in lines of the frame from `top` on; nothing where each panel has its own name. */
export function seriesKeyLabels(
  context: ChartContext,
  cells: readonly Cell[],
  top: number,
): { readonly labels: readonly TextShape[]; readonly height: number } {
  const shared = facetsOf(context, cells).filter(({ latest }) => latest === null);
  if (shared.length === 0) return { labels: [], height: 0 };
  const named = new Map<string, Cell>();
  for (const { cells: of } of shared.flatMap(({ series }) => series)) {
    const [cell] = of;
    if (cell && !named.has(context.names.who(cell))) named.set(context.names.who(cell), cell);
  }
  let [x, y] = [0, top];
  const labels = [...named].map(([name, cell]) => {
    const width = textWidth(name, 13, 600);
    if (x > 0 && x + width > context.width) [x, y] = [0, y + LINE];
    const own = context.colour(cell);
    const label = textShape(x, y, name, 'strong', { colour: own === 'others' ? 'ink-2' : own });
    x += width + BETWEEN;
    return label;
  });
  return { labels, height: y - top + LINE + 4 };
}
