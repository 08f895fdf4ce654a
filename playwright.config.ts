import { defineConfig } from '@playwright/test';

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'tests/browser',
  globalSetup: './tests/setup/browser.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: !!process.env['CI'],
  workers: 2,
  // A busy machine is slow, not wrong.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: process.env['COTEJO_ADDRESS'],
    browserName: 'chromium',
    // The full browser, also without a window: Playwright would else look for a shell of its own.
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'],
      args: [
        // A sandbox cannot be made by root.
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        // Nothing is asked of the network but the site.
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    locale: 'en-US',
    timezoneId: 'America/Tegucigalpa',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
