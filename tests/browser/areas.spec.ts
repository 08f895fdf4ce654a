/** What is known of one area, and how a reader gets there. */
import { expect, test } from '@playwright/test';

test('a search for Honduras leads to everything about Honduras', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('searchbox').fill('Honduras');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Everything about Honduras' }).click();
  await expect(page).toHaveURL('/areas/HND');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Honduras');
  await expect(page.locator('#place tr', { hasText: 'Homicide rate' }).first()).toContainText('31.4');
  await expect(page.locator('#origin')).toContainText('Removals from the United States');
  await expect(page.locator('#printed')).toContainText('San Pedro Sula');
});

test('a name leads to the page of its area, in either language; an unknown one to those that exist', async ({
  page,
}) => {
  await page.goto('/es/areas/m%C3%A9xico');
  await expect(page).toHaveURL('/es/areas/MEX');
  const answer = await page.goto('/areas/hondurass');
  expect(answer?.status()).toBe(404);
  await expect(page.locator('main')).toContainText('Honduras');
});

test('the list of areas has countries, cities and groups, each with a page', async ({ page, request }) => {
  await page.goto('/areas');
  for (const name of ['Honduras', 'San Pedro Sula', 'Northern Triangle']) {
    const href = await page.getByRole('link', { name, exact: true }).first().getAttribute('href');
    expect((await request.get(href ?? '')).status()).toBe(200);
  }
});

test('what is on file is shown before choosing, and leads to the figures', async ({ page }) => {
  await page.goto('/indicators/homicide-rate/on-file');
  await page.getByRole('link', { name: 'El Salvador', exact: true }).click();
  await expect(page).toHaveURL(/\/indicators\/homicide-rate\?breakdown=_T&country=SLV/);
});

for (const path of ['/areas/HND', '/es/areas/HND', '/areas', '/indicators/homicide-rate/on-file'])
  test(`${path} does not scroll sideways on a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
