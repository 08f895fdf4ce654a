/** The drawing of one comparison on a board, whole or, where it has no room, in part. */
import { drawingMarkup, ALTERNATIVE_ID, type Drawable, type DrawnChart } from './drawn.ts';
import type { FrameClass } from './frames.ts';
import { raw, type Markup } from '../http/html.ts';

/** Every panel has one drawing, which grows with its column. */
const PANEL: FrameClass = { name: 'panel', text: 300, drawn: 340, scale: 1, isNarrow: true };
const PLOT = 170;
/** Most attempts to find a part that fits, each aiming at slightly less than the room. */
const TRIES = 6;
const CAREFUL = 0.9;

/** The element with the text alternative of a panel's drawing. */
export const panelAlternativeId = (name: string): string => `${ALTERNATIVE_ID}-${name}`;

export interface FittedPanel {
  readonly chart: DrawnChart;
  readonly drawing: Markup;
}

function draw(chart: DrawnChart, name: string): Markup {
  const model = chart.chartAt(PANEL.drawn, { plot: PLOT, isCompact: true });
  const { markup } = drawingMarkup({ frame: PANEL, model, height: model.height }, name);
  return raw(
    markup.replace(`aria-labelledby="${ALTERNATIVE_ID}"`, `aria-labelledby="${panelAlternativeId(name)}"`),
  );
}

/** @param room bytes of the drawing */
export function fitPanel(
  { whole, part, all, most = all }: Drawable,
  name: string,
  room: number,
): FittedPanel {
  let share = Math.min(1, most / all);
  let chart = share < 1 ? part(share) : whole;
  let drawing = draw(chart, name);
  for (let tries = 0; drawing.markup.length > room && tries < TRIES && share * all >= 1; tries += 1) {
    share *= (room / drawing.markup.length) * CAREFUL;
    chart = part(share);
    drawing = draw(chart, name);
  }
  return { chart, drawing: drawing.markup.length > room ? raw('') : drawing };
}
