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

/** A test as Vitest reports it. */
export interface TestResult {
  /** The names of its groups and its own. */
  readonly fullName: string;
  readonly status: string;
}

/** A reason to skip, at the end of the name of a test or of its group. */
const NEEDS = /\(needs ([^)]+)\)/;

/**
 * Why tests were skipped, a line for each reason. A test that gives none is named, so that nothing is skipped
 * without anybody knowing; those that `-t` or `.only` left out are counted alone.
 */
export function explainSkipped(tests: readonly TestResult[]): string[] {
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  const reasons = new Map<string, number>();
  for (const { fullName } of skipped) {
    const needs = NEEDS.exec(fullName)?.[1];
    const reason = needs === undefined ? `without a reason: ${fullName}` : `need ${needs}`;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const lines = [...reasons].map(([reason, count]) => `skipped: ${count} ${reason}`);
  return lines.length <= MOST_REASONS ? lines : [`skipped: ${skipped.length}, most of them by -t or .only`];
}

const MOST_REASONS = 12;
