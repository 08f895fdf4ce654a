/** How many tests a run had, by how they ended. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Counts as the plain line that people and CI read: `Tests: 12 passed, 0 failed, 3 skipped`. */
export function formatTestCounts(name: string, { passed, failed, skipped }: Counts): string {
  return `${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`;
}
