/**
 * axe finds no violation, and nothing scrolls sideways on a phone: every page, both themes, both languages.
 */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const PAGES = [
  '/',
  '/?q=zzz',
  '/indicators/homicide-rate',
  '/indicators/caravan-size',
  '/indicators/population?time=2010..latest',
  '/indicators/asylum-grant-share?tab=table',
  '/indicators/ransom?country=XXX',
  '/compare?indicators=homicide-rate~gini-index&time=2014',
  '/areas',
  '/areas/HND',
  '/topics/violence',
  '/indicators/homicide-rate/on-file',
  '/indicators/gini-index/pairs',
  '/?q=Honduras%20homicide',
  '/compare?country=HND&country.2=USA&indicators=homicide-rate~uac-apprehensions&origin.2=_T&view=time',
  '/sources',
  '/method',
  '/releases',
  '/addresses',
] as const;

const inSpanish = (path: string): string =>
  path === '/' || path.startsWith('/?') ? `/es${path.slice(1)}` : `/es${path}`;

/** Every page in one theme per language; the fullest pages in the other theme too. */
const LOOKS = [
  ['light', 'en', PAGES],
  ['dark', 'es', PAGES],
  ['dark', 'en', PAGES.slice(0, 4)],
  ['light', 'es', PAGES.slice(0, 4)],
] as const;

for (const [theme, language, paths] of LOOKS) {
  test.describe(`${theme}, ${language}`, () => {
    test.use({ colorScheme: theme });

    for (const path of paths) {
      test(`axe finds nothing on ${path}, which does not scroll sideways on a phone`, async ({ page }) => {
        await page.goto(language === 'en' ? path : inSpanish(path));
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map((violation) => [violation.id, violation.nodes.map((node) => node.html)]),
        ).toEqual([]);
        await page.setViewportSize({ width: 375, height: 812 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
      });
    }
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`a live chart, ${colorScheme}`, () => {
    test.use({ colorScheme });

    for (const path of [
      '/indicators/homicide-rate?country=HND~SLV&source=preferred&time=2005..2014',
      '/compare?indicators=homicide-rate~gini-index&time=2014',
    ]) {
      test(`axe finds nothing on the words at a figure of ${path}`, async ({ page }) => {
        await page.goto(path);
        await expect(async () => {
          await page.mouse.move(0, 0);
          await page.locator('.drawing').hover();
          await expect(page.locator('.live')).toBeVisible({ timeout: 4000 });
        }).toPass();
        await page.locator('.live').focus();
        await page.keyboard.press('End');
        await expect(page.locator('.chart-tip')).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map((violation) => [violation.id, violation.nodes.map((node) => node.html)]),
        ).toEqual([]);
      });
    }
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 812 } });

  test('what is to be hit is at least 44 pixels high', async ({ page }) => {
    await page.goto('/indicators/homicide-rate');
    await page.locator('.folded').click();
    await page.getByRole('button', { name: 'Menu' }).click();
    const low = () =>
      page
        .locator('.btn:visible, select:visible, .tabs a:visible, .mast a:visible, .fold summary b:visible')
        .evaluateAll((nodes) =>
          nodes
            .map((node) => [node.textContent, node.getBoundingClientRect().height] as const)
            .filter(([, height]) => height < 44),
        );
    // Asked again, because the live answer takes the place of the still one meanwhile.
    await expect.poll(low).toEqual([]);
  });
});

for (const path of [
  '/indicators/homicide-rate',
  '/es/indicators/homicide-rate',
  '/compare?indicators=homicide-rate~gini-index&time=2014',
  '/es/compare?indicators=homicide-rate~uac-apprehensions&country=HND',
])
  test(`${path} is printed on one page`, async ({ page }) => {
    await page.goto(path);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.only-print', { hasText: /Cite as|Citar como/ }).first()).toBeVisible();
  });
