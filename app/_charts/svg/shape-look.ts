/** What the two writers of shapes, as elements and as text, have in common. */
import type { Shape } from '../model/shape.ts';

/** Grid and axis lines have a class, so that the styles for print and forced colours apply to them. */
export const groundClass = (shape: Extract<Shape, { as: 'path' }>): string | null =>
  shape.width === 1 && (shape.stroke === 'grid' || shape.stroke === 'axis') ? shape.stroke : null;

/** Whether some shapes need the pattern of gaps. */
export const isHatched = (shapes: readonly Shape[]): boolean =>
  shapes.some((shape) => shape.as !== 'text' && shape.fill === 'hatch');
