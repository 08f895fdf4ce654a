import { defineConfig } from 'vitest/config';

/** `npm run mutate -- --tests PATH,...`: files and folders of tests. */
const CHOSEN = process.env['MUTATION_TESTS']
  ?.split(',')
  .map((path) => (path.endsWith('.ts') ? path : `${path.replace(/\/$/, '')}/**/*.test.ts`));

/** Only the pure tests of rules: they need no database and no server. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  resolve: {
    alias: { 'server-only': new URL('../setup/server-only.ts', import.meta.url).pathname },
  },
  test: {
    include: CHOSEN ?? ['tests/stats/**/*.test.ts'],
    testTimeout: 20_000,
    env: { NODE_ENV: 'test', TZ: 'America/Tegucigalpa' },
  },
});
