/** The indicator page once a reader touches it, and its cost before and after. */
import { expect, test, type Page } from '@playwright/test';
import { wake } from './wake.ts';

const KILO = 1024;

/** Opens a control of the bar. */
const fold = (page: Page, name: string) => page.locator('.fold summary', { hasText: name }).click();

/** Counts the bytes of scripts that cross the network. */
async function countScripts(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const scripts = new Set<string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return () => bytes;
}

test('scripts: at most 140 KB before the first touch, at most 355 KB after', async ({ page }) => {
  const bytes = await countScripts(page);
  await page.goto('/indicators/population?release=1.0.0', { waitUntil: 'networkidle' });
  expect(bytes()).toBeLessThanOrEqual(140 * KILO);
  await wake(page);
  expect(bytes()).toBeLessThanOrEqual(355 * KILO);
});

test('the live chart stands where the still one stood, and answers the pointer and the keys', async ({
  page,
}) => {
  await page.goto('/indicators/population?release=1.0.0');
  const before = await page.locator('.drawing').evaluate((node) => node.getBoundingClientRect().height);
  await page.locator('.fold summary').first().focus();
  await expect(page.locator('.drawing .recharts-wrapper')).toBeVisible();
  const after = await page.locator('.drawing').evaluate((node) => node.getBoundingClientRect().height);
  expect(Math.abs(after - before)).toBeLessThan(2);
  await page.locator('.drawing [tabindex="0"]').first().focus();
  await page.keyboard.press('ArrowRight');
  const first = await page.locator('.drawing').innerText();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.locator('.drawing').innerText()).not.toBe(first);
});

for (const width of [1280, 375]) {
  test(`places in an order are read by pointer and keys, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(
      '/indicators/homicide-rate?country=HND~GTM~SLV~MEX&source=preferred&time=2005..2014&transform=rank&release=1.1.0',
    );
    await wake(page);
    const box = (await page.locator('.drawing').boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + 150);
    const tip = page.locator('.chart-tip');
    await expect(tip).toContainText(/Honduras\s*1st\sof\s4/);
    // A source that all entries share is named once, on a background that hides the lines.
    expect((await tip.innerText()).split('UNODC')).toHaveLength(2);
    await expect(tip).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    const placed = (await tip.boundingBox())!;
    expect(placed.x).toBeGreaterThanOrEqual(0);
    expect(placed.x + placed.width).toBeLessThanOrEqual(width);
    await page.locator('.drawing [tabindex="0"]').first().focus();
    await page.keyboard.press('End');
    await expect(page.locator('.drawing [aria-live]')).toContainText('Honduras, 2014: 1st');
  });
}

test('a changed control changes address, finding, table and downloads; back undoes it', async ({ page }) => {
  await page.goto('/indicators/population?release=1.0.0');
  await wake(page);
  const title = await page.locator('.fig-head h2').innerText();
  await fold(page, 'Years');
  await page.getByLabel('From', { exact: true }).fill('2000');
  await page.getByLabel('From', { exact: true }).press('Enter');
  await expect(page).toHaveURL('/indicators/population?time=2000..latest&release=1.0.0');
  await expect(page.locator('table thead')).not.toContainText('1999');
  await expect(page.locator('.fig-head h2')).not.toHaveText(title);
  await expect(page.getByRole('link', { name: 'CSV' })).toHaveAttribute('href', /time=2000\.\.latest/);
  await expect(page.locator('a[data-language=es]')).toHaveAttribute('href', /time=2000\.\.latest/);
  await page.goBack();
  await expect(page).toHaveURL('/indicators/population?release=1.0.0');
  await expect(page.locator('.fig-head h2')).toHaveText(title);
  await expect(page.locator('input[name=from]')).toHaveValue('');
  await page.goForward();
  await expect(page.locator('input[name=from]')).toHaveValue('2000');
});

test('areas are found while typing, and a group joins the answer', async ({ page }) => {
  await page.goto('/indicators/population?release=1.0.0');
  await wake(page);
  await fold(page, 'Places');
  await page.getByRole('searchbox').fill('triangle');
  await expect(page.getByRole('checkbox', { name: 'Honduras', includeHidden: true })).toBeHidden();
  await page.getByRole('checkbox', { name: 'Northern Triangle' }).check();
  await expect(page).toHaveURL(/group=northern-triangle/);
  await expect(page.locator('tbody tr.agg')).toContainText('Northern Triangle');
});

test('two areas of many are chosen without unticking the others one by one', async ({ page }) => {
  await page.goto('/indicators/population?release=1.0.0');
  await wake(page);
  await fold(page, 'Places');
  await page.getByRole('checkbox', { name: /^Honduras/ }).check();
  await expect(page).toHaveURL('/indicators/population?country=HND&release=1.0.0');
  await page.getByRole('checkbox', { name: /^Mexico \d/ }).check();
  await expect(page).toHaveURL(/country=(HND~MEX|MEX~HND)&release=1\.0\.0$/);
});

test('a long table starts with chosen years, and has all of them on request', async ({ page }) => {
  await page.goto('/indicators/population?release=1.0.0');
  await expect(page.locator('.same thead th:visible')).toHaveCount(8);
  await page.getByRole('checkbox', { name: 'All 65 years' }).check();
  await expect(page.locator('.same thead th:visible')).toHaveCount(67);
  await expect(page.locator('.same thead th', { hasText: '2024' })).toBeInViewport();
});

test('a tab is taken over without a new page, and keeps the focus', async ({ page }) => {
  await page.goto('/indicators/population?release=1.0.0');
  await wake(page);
  await page.locator('a[data-tab=table]').click();
  await expect(page).toHaveURL('/indicators/population?tab=table&release=1.0.0');
  await expect(page.locator('.fig table')).toBeVisible();
  await expect(page.locator('a[data-tab=table]')).toBeFocused();
});

test('a refused question is said in place, and the last answer stays', async ({ page }) => {
  await page.goto('/indicators/population?release=1.0.0');
  await wake(page);
  await page.route('**/data/**', (route) =>
    route.fulfill({
      status: 400,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code: 'unknown-value', parameter: 'country', detail: 'No.', accepted: ['HND'] }),
    }),
  );
  await fold(page, 'Years');
  await page.getByLabel('To', { exact: true }).fill('1990');
  await page.getByLabel('To', { exact: true }).press('Enter');
  await expect(page.locator('.scope [role=alert]')).toContainText('HND');
  await expect(page.locator('table')).toBeVisible();
});

test('without a connection it is said in place, the last answer stays, and the question is asked again', async ({
  page,
  context,
}) => {
  await page.goto('/indicators/population?release=1.0.0');
  await wake(page);
  await context.setOffline(true);
  await fold(page, 'Years');
  await page.getByLabel('From', { exact: true }).fill('2000');
  await page.getByLabel('From', { exact: true }).press('Enter');
  const alert = page.locator('.scope [role=alert]');
  await expect(alert).toContainText('could not be reached');
  await expect(page.locator('.listed table')).toBeVisible();
  await context.setOffline(false);
  await expect(page.locator('table thead')).not.toContainText('1999');
  await expect(alert).toHaveCount(0);
});

test('the page can be copied as it follows the latest release, or as it is now; and so can the data', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/indicators/gini-index?country=HND&tab=table');
  await page.getByText('Copy link').click();
  for (const [name, address] of [
    ['always with the latest', /\/indicators\/gini-index\?country=HND&tab=table$/],
    ['as it is now', /\/indicators\/gini-index\?country=HND&tab=table&release=\d+\.\d+\.\d+$/],
    ['as CSV', /\/data\/\d+\.\d+\.\d+\/gini-index\.csv\?country=HND$/],
  ] as const) {
    await page.getByRole('button', { name }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(address);
  }
});

const AMERICAS = 'country=SLV~HND~GTM~MEX~USA~CAN~BRA~COL~ARG~CHL~BOL~JAM~VEN&source=owid-homicide-rate';

test('a row of the table and a chip highlight their line with its name, and a name marks its row', async ({
  page,
}) => {
  await page.goto(`/indicators/homicide-rate?${AMERICAS}&time=2010..2022`);
  await wake(page);
  const highlighted = page.locator('svg.cursor text');
  await page.locator('tr[data-series]', { hasText: 'Chile' }).locator('th').hover();
  await expect(highlighted).toHaveText('Chile');
  await page.locator('.recharts-surface text[data-series]').first().hover();
  const name = (await highlighted.textContent()) ?? '';
  await expect(page.locator('tr.lit th')).toContainText(name);
  await page.mouse.move(0, 0);
  await expect(page.locator('tr.lit')).toHaveCount(0);
  await page.locator('form.controls summary').first().click();
  await page.locator('.chip', { hasText: 'Bolivia' }).hover();
  await expect(highlighted).toHaveText('Bolivia');
});

test('the years of a map are played on one scale, from a first press before the scripts', async ({
  page,
}) => {
  await page.goto(`/indicators/homicide-rate?${AMERICAS}&time=2021&tab=map`);
  const play = page.locator('[data-plays]');
  await page.waitForLoadState('networkidle');
  await play.click();
  await expect(play).toContainText('Pause');
  const bounds = page.locator('.drawing svg text.note').filter({ hasText: /^from / });
  const scale = await bounds.textContent();
  await expect(page).toHaveURL(/time=2023/);
  expect(await bounds.textContent()).toBe(scale);
  await expect(play).toContainText('Play');
  await expect(page.locator('.fig-head')).toContainText('2023');
  await page.getByRole('link', { name: '‹ 2022' }).click();
  await expect(page).toHaveURL(/time=2022&tab=map/);
});

test('a press on Play while the answer is on its way begins once it is there', async ({ page }) => {
  let send = (): void => undefined;
  const held = new Promise<void>((done) => (send = done));
  await page.route('**/homicide-rate.json?*', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`/indicators/homicide-rate?${AMERICAS}&time=2021&tab=map`);
  await page.waitForLoadState('networkidle');
  const asked = page.waitForRequest('**/homicide-rate.json?*');
  await page.locator('.drawing').hover();
  await asked;
  await page.locator('[data-plays]').click();
  send();
  await expect(page).toHaveURL(/time=2023/);
});
