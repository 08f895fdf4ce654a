/** The mark of a hedge in a shaded field, whose colour is that of one end: its upper right corner is cut. */
import type { Colour } from '../scales/colour.ts';
import { textOnShade } from '../scales/shades.ts';
import type { Shape } from '../model/shape.ts';
import { path, through } from './shapes.ts';

const SIDE = 6;

/** @param right the right edge of the field; `top` its upper edge */
export function hedgeCorner(right: number, top: number, fill: Colour): Shape {
  const corner = through([
    [right - SIDE, top],
    [right, top],
    [right, top + SIDE],
  ]);
  return path(`${corner}Z`, { fill: textOnShade(fill) });
}
