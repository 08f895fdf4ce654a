/** The level at which a figure is drawn, and by which figures are put in order. */
import type { Cell } from '#stats/model/observation.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';

/** The value, or the printed end of an interval; 0 for a gap. */
export const levelOf = ({ stated }: Pick<Cell, 'stated'>): number => (stated ? printedEnd(stated) : 0);
