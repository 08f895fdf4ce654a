/** The drawing of one comparison on a board, whole or, where it has no room, in part. */
import { drawingMarkup, ALTERNATIVE_ID, type Drawable, type DrawnChart } from './drawn.ts';
import type { FrameClass, FrameDrawing } from './frames.ts';
import { markLinks } from './mark-links.ts';
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
  /** Of the drawing, in its own units; null if there is none. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

const draw = ({ chartAt }: DrawnChart): FrameDrawing => {
  const model = chartAt(PANEL.drawn, { plot: PLOT, isCompact: true });
  return { frame: PANEL, model, height: model.height };
};

const written = (drawing: FrameDrawing, name: string): string =>
  drawingMarkup(drawing, name).markup.replace(
    `aria-labelledby="${ALTERNATIVE_ID}"`,
    `aria-labelledby="${panelAlternativeId(name)}"`,
  );

/**
 * @param room bytes of the drawing, and of the links of its marks if they fit too
 * @param names the figures by the addresses of their evidence
 */
export function fitPanel(
  { whole, part, all, most = all }: Drawable,
  name: string,
  room: number,
  names: ReadonlyMap<string, string>,
): FittedPanel {
  let share = Math.min(1, most / all);
  let chart = share < 1 ? part(share) : whole;
  let drawing = draw(chart);
  let text = written(drawing, name);
  for (let tries = 0; text.length > room && tries < TRIES && share * all >= 1; tries += 1) {
    share *= (room / text.length) * CAREFUL;
    chart = part(share);
    drawing = draw(chart);
    text = written(drawing, name);
  }
  if (text.length > room) return { chart, drawing: raw(''), size: null };
  const linked = text + (markLinks([drawing], names)?.markup ?? '');
  const { width, height } = drawing.model;
  return { chart, drawing: raw(linked.length <= room ? linked : text), size: { width, height } };
}
