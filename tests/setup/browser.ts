/** Playwright's global set-up: `npm run test:browser` starts the server, finds the browser and names both. */
export default function setup(): void {
  if (process.env['COTEJO_ADDRESS']) return;
  throw new Error('Run the browser tests with npm run test:browser: it starts what they need.');
}
