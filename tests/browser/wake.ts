import { expect, type Page } from '@playwright/test';

/** Touches the chart until the live one stands there: the page listens only once its script has run. */
export async function wake(page: Page): Promise<void> {
  await expect(async () => {
    await page.mouse.move(0, 0);
    await page.locator('.drawing').hover();
    await expect(page.locator('.drawing .recharts-wrapper')).toBeVisible({ timeout: 4000 });
  }).toPass();
}
