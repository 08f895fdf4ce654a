import { expect, type Page } from '@playwright/test';

/** Touches the chart until the interactive one appears: the page only reacts once its script has run. */
export async function wake(page: Page): Promise<void> {
  await expect(async () => {
    await page.mouse.move(0, 0);
    await page.locator('.drawing').hover();
    await expect(page.locator('.drawing .recharts-wrapper')).toBeVisible({ timeout: 4000 });
  }).toPass();
}
