// Runs once before all test files. `npm test` starts a server and puts its address in the environment; a
// plain `npx vitest` starts a server here.

import type { TestProject } from 'vitest/node';
import { messageOf } from '#scripts/terminal/user-error.ts';
import { openTestServer, type TestServer } from '#scripts/database/test-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server for `testDatabase()`, or why there is none. */
    testServer: TestServer | { unavailable: string };
  }
}

/** Vitest's global set-up; returns the tear-down. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['COTEJO_TEST_SERVER'];
  if (given) {
    project.provide('testServer', JSON.parse(given) as TestServer);
    return undefined;
  }
  try {
    const { close, ...server } = await openTestServer({ root: process.cwd(), report: () => undefined });
    project.provide('testServer', server);
    return close;
  } catch (error) {
    // Most tests need no database: they run, and tests that need a database fail with this reason.
    project.provide('testServer', { unavailable: messageOf(error) });
    return undefined;
  }
}
