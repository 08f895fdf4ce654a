import { defineConfig } from 'vitest/config';

/** The pure tests of rules alone: no database, and no server to be started for them. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  resolve: {
    alias: { 'server-only': new URL('../setup/server-only.ts', import.meta.url).pathname },
  },
  test: {
    include: ['tests/stats/**/*.test.ts'],
    testTimeout: 20_000,
    env: { NODE_ENV: 'test', TZ: 'America/Tegucigalpa' },
  },
});
