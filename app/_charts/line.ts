import type { Cell } from '#stats/observation.ts';
import type { Block, Setup } from './block.ts';
import { numberLine } from './number-line.ts';
export function lines(setup: Setup, cells: readonly Cell[], top: number, heading: string | null): Block {
  return numberLine(setup, cells, top, heading);
}
