import { defineConfig } from 'vitest/config';

/** Tests of functions that keep nothing: no database, no site that remembers answers. */
const PURE = [
  'tests/stats',
  'tests/app/_charts',
  'tests/app/_words',
  'tests/app/_downloads',
  'tests/scripts/checks',
  'tests/sources/formats',
  'tests/sources/golden',
  'tests/sources/inspect',
  'tests/sources/metadata',
  'tests/sources/recipe',
  'tests/sources/table',
].map((folder) => `${folder}/**`);

/**
 * Tests mirror the tree under `tests/`. Each file runs in a process of its own, and a file that needs a
 * database gets its own copy of one (`tests/setup/database.ts`), so no test can fail because of another. Pure
 * tests share their processes: most of their time was the loading of the same modules again for each file.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  resolve: {
    // `server-only` throws wherever it is loaded outside a bundle made by Next.
    alias: { 'server-only': new URL('./tests/setup/server-only.ts', import.meta.url).pathname },
  },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 30_000,
    // Own data that a developer has loaded is no part of the tests.
    env: { NODE_ENV: 'test', TZ: 'America/Tegucigalpa', COTEJO_DATA: '.cotejo/no-own-data' },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: PURE.flatMap((folder) => [`${folder}/*.test.ts`, `${folder}/*.test.tsx`]),
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'separate',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/browser/**', 'node_modules/**', ...PURE],
          globalSetup: ['tests/setup/server.ts'],
        },
      },
    ],
  },
});
