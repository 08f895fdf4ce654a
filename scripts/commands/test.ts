// `npm test`: a database to test on, then Vitest. Arguments go to Vitest: `npm test -- stats -t period`.

import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from '../server/child-process.ts';
import { messageOf } from '../terminal/user-error.ts';
import { explainSkipped, formatTestCounts, type TestResult } from '../terminal/test-counts.ts';
import { showProgress } from '../terminal/progress.ts';
import { openTestServer } from '../database/test-server.ts';

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: TestResult[] }[];
}

/** `npm test`. */
export async function main(argv: string[], stop: AbortSignal): Promise<number> {
  const root = process.cwd();
  const progress = showProgress();
  // Without a database the tests that need none still run; the others fail and say why.
  const server = await progress
    .step(
      'database',
      (report) => openTestServer({ root, report }),
      () => 'ready for tests',
    )
    .catch((error: unknown) => progress.say(`No database to test on: ${messageOf(error)}`));
  const summary = join(root, '.cotejo/tests.json');
  mkdirSync(join(root, '.cotejo'), { recursive: true });
  rmSync(summary, { force: true });
  try {
    const { code } = await runNode({
      args: [
        join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${summary}`,
        ...argv,
      ],
      cwd: root,
      env: server ? { COTEJO_TEST_SERVER: JSON.stringify({ ...server, close: undefined }) } : {},
      print: 'inherit',
      stop,
    });
    if (!stop.aborted) printCounts(summary);
    return code;
  } finally {
    await server?.close();
  }
}

function printCounts(file: string): void {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    // A file that could not be loaded has no test to count, and is a failure all the same.
    const broken = report.testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.length,
    );
    console.log(
      formatTestCounts('Tests', {
        passed: report.numPassedTests,
        failed: report.numFailedTests + broken.length,
        skipped: report.numPendingTests + report.numTodoTests,
      }),
    );
    for (const line of explainSkipped(report.testResults.flatMap((file) => file.assertionResults)))
      console.log(`  ${line}`);
  } catch {
    // Vitest ended before it had anything to count, and has said why.
  }
}
