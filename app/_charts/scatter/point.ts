/** A point of a scatter plot: an area with its two figures. */
import type { Cell } from '#stats/model/observation.ts';
import type { AreaColour } from '../scales/colour.ts';

export interface Point {
  readonly place: string;
  readonly name: string;
  readonly colour: AreaColour;
  readonly cells: readonly [Cell, Cell];
}

/** The number at which a figure is drawn: its middle, else half way between its ends, else its only end. */
export function middleOf({ stated }: Cell): number {
  if (!stated) return 0;
  const { value, low, high } = stated;
  if (value !== null) return value;
  return low !== null && high !== null ? (low + high) / 2 : (low ?? high ?? 0);
}
