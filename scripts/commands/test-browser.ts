// `npm run test:browser`: the real server, on a database for tests, driven by a real Chromium. Arguments go
// to Playwright: `npm run test:browser -- -g "table"`.

import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfStale, describeBuild } from './build.ts';
import { runNode } from '../server/child-process.ts';
import { findChromium } from '../server/chromium.ts';
import { UserError } from '../terminal/user-error.ts';
import { formatTestCounts } from '../terminal/test-counts.ts';
import { findFreePort } from '../server/port.ts';
import { showProgress, type Progress } from '../terminal/progress.ts';
import { closeServer, type Serve } from '../server/wait-until-up.ts';
import { serverBundle } from '../build/stale.ts';
import { createTestDatabase, openTestServer } from '../database/test-server.ts';

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** `npm run test:browser`. */
export async function main(argv: string[], stop: AbortSignal): Promise<number> {
  const root = process.cwd();
  const chromium = findChromium();
  if (!chromium) throw new UserError(noChromium(process.env['CHROMIUM_PATH']));
  Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', COTEJO_SERVER: '1' });
  const progress = showProgress();
  const database = await progress.step(
    'database',
    (report) => openTestServer({ root, report }),
    () => 'ready for tests',
  );
  try {
    const { url, reader } = await createTestDatabase(database, 'browser');
    process.env['DATABASE_URL'] = url;
    if (reader) process.env['DATABASE_URL_READER'] = reader;
    await progress.step('build', (report) => buildIfStale({ root, report, stop }), describeBuild);
    stop.throwIfAborted();
    return await drive({ root, chromium, argv, stop, progress });
  } finally {
    await database.close();
  }
}

interface Drive {
  root: string;
  chromium: string;
  argv: string[];
  stop: AbortSignal;
  progress: Progress;
}

async function drive({ root, chromium, argv, stop, progress }: Drive): Promise<number> {
  const { serve } = (await import(pathToFileURL(serverBundle(root)).href)) as { serve: Serve };
  const server = await progress.step(
    'serve',
    async () => serve({ host: '127.0.0.1', port: await findFreePort() }),
    ({ address }) => address,
  );
  const summary = join(root, '.cotejo/browser-tests.json');
  mkdirSync(join(root, '.cotejo'), { recursive: true });
  rmSync(summary, { force: true });
  try {
    const { code } = await runNode({
      args: [join(root, 'node_modules/@playwright/test/cli.js'), 'test', ...argv],
      cwd: root,
      env: {
        NODE_ENV: 'test',
        CHROMIUM_PATH: chromium,
        COTEJO_ADDRESS: server.address,
        PLAYWRIGHT_JSON_OUTPUT_FILE: summary,
      },
      print: 'inherit',
      stop,
    });
    if (!stop.aborted) printCounts(summary);
    return code;
  } finally {
    await closeServer(server);
  }
}

function noChromium(named: string | undefined): string {
  return named
    ? `CHROMIUM_PATH=${named} is not a program that can be run.`
    : 'No Chromium was found. Install one (Debian: apt-get install chromium), or name it: CHROMIUM_PATH=/path/to/chromium';
}

function printCounts(file: string): void {
  try {
    const { stats } = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport;
    const { expected, flaky, unexpected, skipped } = stats;
    console.log(formatTestCounts('Browser', { passed: expected + flaky, failed: unexpected, skipped }));
  } catch {
    // Playwright ended before it had tests to count, and has printed why.
  }
}
