/** How a text of a drawing looks on a page: its class, and what differs from the class. */
import type { Colour } from '../scales/colour.ts';
import type { TextRun, TextShape, TextStyle } from '../model/shape.ts';
import { paintOf, type Palette } from '../scales/palette.ts';
import { TEXT_STYLES } from '../text/metrics.ts';

export const TEXT_COLOURS: Readonly<Record<TextStyle, Colour>> = {
  tick: 'ink-3',
  note: 'ink-2',
  lab: 'ink-2',
  strong: 'ink',
  head: 'ink',
  title: 'ink',
};

/** Sizes that the style sheet gives to the classes. */
const CLASS_SIZES: Readonly<Record<string, number>> = { tick: 12.5, note: 12.5, lab: 14, strong: 13 };

/** A heading is a larger strong text; a title is set in the serif by its own style. */
const classOf = (style: TextStyle): string => (style === 'head' || style === 'title' ? 'strong' : style);

export const textClass = ({ style, halo = false }: TextShape): string =>
  halo ? `${classOf(style)} halo` : classOf(style);

/** Only the properties that differ from the class. */
export function styleOfText(shape: TextShape): Record<string, string> {
  const style: Record<string, string> = {};
  if (shape.colour && shape.colour !== TEXT_COLOURS[shape.style]) style.fill = paintOf(shape.colour, 'css');
  const size = shape.size ?? TEXT_STYLES[shape.style].size;
  if (size !== CLASS_SIZES[classOf(shape.style)]) style.fontSize = `${size}px`;
  if (shape.style === 'title') Object.assign(style, { fontFamily: 'var(--serif)', fontWeight: '500' });
  return style;
}

/** What a part of a text changes; nothing where it is like the whole. */
export function styleOfRun(run: TextRun, palette: Palette): Record<string, string | number> {
  return {
    ...(run.weight && { fontWeight: run.weight }),
    ...(run.italic && { fontStyle: 'italic' }),
    ...(run.size && { fontSize: `${run.size}px` }),
    ...(run.colour && { fill: paintOf(run.colour, palette) }),
  };
}
