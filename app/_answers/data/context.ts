/** What answers are made from, besides the request. */
import type { SiteData } from '#app/_data/data.ts';

/** The most cells of an answer: as a table, as a table of computed figures, and drawn. */
export interface CellLimits {
  readonly jsonCells: number;
  readonly computedCells: number;
  readonly drawnCells: number;
}

export interface AnswerContext {
  readonly data: SiteData;
  readonly limits: CellLimits;
  /** Where checksums are kept; without it they are made by each process. */
  readonly checksums?: ChecksumStore;
  /** Told after each part of work that takes many statements: who waits for it then knows that it goes on. */
  readonly progressed?: () => void;
}

/** Keeps the checksums of releases, by the ETag of their document. */
export interface ChecksumStore {
  read(key: string): Promise<string | null>;
  write(key: string, text: string): Promise<void>;
}
