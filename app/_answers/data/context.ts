/** What answers are made from, beside the request. */
import type { SiteData } from '#app/_data/data.ts';

/** The most cells of an answer: as a table, and drawn. */
export interface CellLimits {
  readonly jsonCells: number;
  readonly drawnCells: number;
}

export interface AnswerContext {
  readonly data: SiteData;
  readonly limits: CellLimits;
}
