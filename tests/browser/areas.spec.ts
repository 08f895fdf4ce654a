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

test('the list of areas has countries, cities and groups, each with a page, and is short on a phone', async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await page.goto('/areas');
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(3000);
  for (const name of ['Honduras', 'San Pedro Sula', 'Northern Triangle', 'Nigeria']) {
    const link = page.locator('.area-list a', { hasText: new RegExp(`^${name}$`) });
    const href = await link.getAttribute('href');
    expect((await request.get(href ?? '')).status()).toBe(200);
  }
  await page.locator('summary', { hasText: 'Africa' }).click();
  await expect(page.getByRole('link', { name: 'Nigeria', exact: true })).toBeVisible();
});

for (const javaScriptEnabled of [true, false])
  test.describe(`the finder of areas, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled, viewport: { width: 375, height: 812 } });

    test('leads to the area that it names, or to those that it may mean', async ({ page }) => {
      const find = async (text: string): Promise<void> => {
        await page.goto('/es/areas');
        await page.locator('#f-area').fill(text);
        await page.keyboard.press('Enter');
      };
      await find('hondu');
      await expect(page).toHaveURL('/es/areas/HND');
      await find('guin');
      await expect(page.locator('.area-found a')).toHaveCount(4);
      await find('zzzz');
      await expect(page.locator('.area-found')).toContainText('zzzz');
    });
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
