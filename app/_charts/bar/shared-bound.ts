/** The hedge that all bars of a chart share, which is then written once, above them. */
import type { Cell } from '#stats/model/observation.ts';
import { OPEN_ABOVE } from '../marks/interval-mark.ts';
import type { Qualifier } from '#stats/uncertainty/hedge.ts';

/** The hedge of an open end that every figure has; null if figures differ. */
export function sharedBound(cells: readonly Cell[]): Qualifier | null {
  const hedges = new Set(cells.flatMap(({ stated }) => (stated ? [stated.qualifier] : [])));
  const [hedge] = hedges;
  return hedge && hedges.size === 1 && OPEN_ABOVE.includes(hedge) ? hedge : null;
}
