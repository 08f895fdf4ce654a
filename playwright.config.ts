import { defineConfig } from '@playwright/test';

// `npm run test:browser` starts the server, finds the browser and names both here.
const address = process.env['COTEJO_ADDRESS'];
if (!address) throw new Error('Run the browser tests with npm run test:browser: it starts what they need.');

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: !!process.env['CI'],
  workers: 2,
  timeout: 30_000,
  reporter: [['list'], ['json']],
  use: {
    baseURL: address,
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
