// Mutation testing: each rule is changed in every small way, and some test must fail. `npm run mutate` runs it.
import { fileURLToPath } from 'node:url';

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(new URL('./words.mjs', import.meta.url))],
  ignorers: ['words'],
  vitest: { configFile: 'tests/mutation/vitest.config.ts' },
  concurrency: 2,
  timeoutMS: 20_000,
  // What is made once when a file is loaded (tables of words) would run every test for each mutant.
  ignoreStatic: true,
  ignorePatterns: [
    '.next',
    '.cotejo',
    'docs',
    'drizzle',
    'tests/browser',
    'playwright-report',
    'test-results',
  ],
  tempDirName: '.cotejo/mutation',
  reporters: ['clear-text', 'json'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false, allowEmojis: false },
  jsonReporter: { fileName: '.cotejo/mutation.json' },
  thresholds: { high: 95, low: 90, break: Number(process.env.LEAST_SCORE) || null },
  allowEmpty: true,
};
