/** From a number in a table to the place where it was read; claims; what changed between releases. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { wake } from './wake.ts';

test('a figure of a table leads to its evidence, and from there to its past and its peers', async ({
  page,
}) => {
  await page.goto('/indicators/homicide-rate?country=HND&source=world-bank-homicide&time=2012');
  await page.locator('a.obs').first().click();
  await expect(page).toHaveURL(/\/observations\/homicide-rate~world-bank-homicide~HND~2012$/);
  await expect(page.locator('.evidence-figure')).toHaveText('82.3');
  await expect(page.locator('#history')).toBeVisible();
  await expect(page.getByRole('region', { name: /through the releases/ }).locator('tbody tr')).toHaveCount(3);
});

test('a mark of a chart leads to the evidence of its figure: still, without a script', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(
    '/indicators/homicide-rate?country=HND&source=world-bank-homicide&time=2005..2014&tab=bars',
  );
  await page.locator('.only-wide .mark-links a').nth(7).click();
  await expect(page).toHaveURL(/\/observations\/homicide-rate~world-bank-homicide~HND~2012$/);
  const compared = '/compare?indicators=homicide-rate~population&country=HND~SLV&time=2014';
  await page.goto(compared);
  await page.locator('.only-wide .mark-links a').first().click();
  await expect(page).toHaveURL(/\/observations\/homicide-rate~/);
  await page.goto(compared);
  await page.locator('table.pairs a.obs').last().click();
  await expect(page).toHaveURL(/\/observations\/population~/);
  // On a map the highest figures stand in a list too.
  await page.goto('/indicators/homicide-rate?time=2014&source=owid-homicide-rate&tab=map');
  await page.locator('.only-wide .mark-links a').last().click();
  await expect(page).toHaveURL(/\/observations\/homicide-rate~owid-homicide-rate~\w+~2014$/);
  await context.close();
});

test('a mark of a chart leads there live: by a click, and by Enter', async ({ page }) => {
  const address = '/indicators/homicide-rate?country=HND~SLV&source=world-bank-homicide&time=2005..2014';
  await page.goto(address);
  await wake(page);
  await page.locator('.live').focus();
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowRight');
  await expect(page.locator('.chart-tip')).toContainText('2012');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/observations\/homicide-rate~world-bank-homicide~HND~2012$/);
  await page.goto(address);
  const mark = (await page.locator('.only-wide .mark-links a').last().boundingBox())!;
  const before = (await page.locator('.drawing').boundingBox())!;
  await wake(page);
  // Waking the chart may scroll it into view.
  const { x, y } = (await page.locator('.drawing').boundingBox())!;
  await page.mouse.move(x + mark.x - before.x + mark.width / 2, y + mark.y - before.y + mark.height / 2);
  await expect(page.locator('.chart-tip')).toContainText('Click: where it comes from');
  await page.mouse.down();
  await page.mouse.up();
  await expect(page).toHaveURL(/\/observations\/homicide-rate~world-bank-homicide~(HND|SLV)~2014$/);
});

test('a finger opens the tip, and its figures are links', async ({ browser }) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 375, height: 812 },
  });
  const page = await context.newPage();
  await page.goto('/indicators/homicide-rate?country=HND&source=world-bank-homicide&time=2005..2014');
  await expect(async () => {
    await page.locator('.drawing').tap();
    await expect(page.locator('.chart-tip a')).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.locator('.chart-tip a').tap();
  await expect(page).toHaveURL(/\/observations\/homicide-rate~world-bank-homicide~HND~20\d\d$/);
  await context.close();
});

test('the files of a series are lines, and a doubt stands beside its figure', async ({ page }) => {
  const unknown = await page.goto('/vintages/homicide-rate?area=HND&basis=fiscal');
  expect(unknown?.status()).toBe(400);
  await page.goto('/vintages/homicide-rate?area=HND');
  const files = await page.locator('.vintage-key li').count();
  expect(files).toBeGreaterThan(3);
  await expect(page.locator('.only-wide svg.chart g[data-edition]')).toHaveCount(files);
  await page.getByRole('link', { name: /how it was revised, source by source/ }).click();
  await expect(page.getByRole('table')).toContainText('World Bank');
  await page.goBack();
  await page.locator('.tri a.obs').first().click();
  await expect(page).toHaveURL(/\/observations\/homicide-rate~.*~HND~/);
  await page.goto('/indicators/homicide-rate?country=MEX&time=2014');
  await page.locator('table a.doubted').click();
  await expect(page).toHaveURL(/\/doubts#mexico-21-5$/);
});

test('a computed figure lists its members, each one click away', async ({ page }) => {
  await page.goto('/indicators/homicide-rate?group=northern-triangle&source=owid-homicide-rate&time=2022');
  await page.locator('tr.agg a.obs').first().click();
  await expect(page.locator('.evidence-figure')).toHaveText('23.4');
  const rows = page.locator('table.inputs tbody tr');
  await expect(rows).toHaveCount(3);
  await rows.first().locator('a.obs').first().click();
  await expect(page).toHaveURL(/\/observations\//);
});

test('claims are filtered by verdict, and one shows its arithmetic', async ({ page }) => {
  await page.goto('/claims');
  await expect(page.locator('li.claim')).toHaveCount(47);
  await page.locator('nav.seg a', { hasText: 'Fails' }).click();
  await expect(page.locator('li.claim .v-fails').first()).toBeVisible();
  await page.goto('/es/claims/c06');
  await expect(page.locator('.claim-sum')).toHaveText('74,6 / 31 = 2,41');
  const review = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').textContent()) ?? '',
  ) as Record<string, unknown>;
  expect(review['@type']).toBe('ClaimReview');
});

test('a claim of one’s own is checked without a script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/claims/check');
  await page.locator('[name="indicator.a"]').selectOption('homicide-rate');
  await page.locator('[name="area.a"]').fill('El Salvador');
  await page.locator('[name="time.a"]').fill('2014');
  await page.locator('[name="source.a"]').selectOption('owid-homicide-rate');
  await page.locator('[name="indicator.b"]').selectOption('homicide-rate');
  await page.locator('[name="area.b"]').fill('MEX');
  await page.locator('[name="time.b"]').fill('2014');
  await page.locator('[name="source.b"]').selectOption('owid-homicide-rate');
  await page.locator('[name="number"]').fill('3');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.locator('.claim-head .verdict')).toHaveText('Holds');
  await expect(page.locator('.claim-sum')).toHaveText('63.6 / 16.7 = 3.81');
  await context.close();
});

test('the page of two releases counts by indicator and shows the figures of one', async ({ page }) => {
  await page.goto('/releases');
  await page.getByRole('link', { name: 'Everything that changed since 1.3.0' }).click();
  await page.getByRole('link', { name: 'Homicide rate', exact: true }).click();
  await expect(page.locator('#rows tbody tr')).toHaveCount(200);
  await expect(page.locator('#rows')).toContainText('planned revision, as the publisher says');
  await expect(page.locator('#rows')).toContainText('figure for a gap, or a gap for a figure');
});

for (const path of [
  '/observations/homicide-rate~world-bank-homicide~HND~2012',
  '/claims',
  '/es/claims/c02',
  '/claims/check',
  '/releases/1.3.0...1.4.0?indicator=homicide-rate',
  '/vintages/homicide-rate?area=HND',
]) {
  test(`${path} is accessible and does not scroll sideways`, async ({ page }) => {
    await page.goto(path);
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${width} pixels`).toBeLessThanOrEqual(width);
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
}
