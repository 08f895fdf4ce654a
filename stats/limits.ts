/**
 * The limits of one request (docs/rules.md#limits-of-a-request). They are published in /data/config.json and
 * named in errors.
 */
export const LIMITS = {
  areas: 300,
  indicators: 8,
  periods: 400,
  queryBytes: 8192,
  jsonCells: 1_000_000,
  /** Applies to an answer that is added up over groups or months, or transformed. Measured: a second's work. */
  computedCells: 30_000,
  /** Applies to an image, an embed or a page. */
  drawnCells: 10_000,
  statementTimeoutSeconds: 10,
} as const;
