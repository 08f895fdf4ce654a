/** The page of an indicator: what is in its first screen, and what its form keeps. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

interface Listed {
  readonly id: string;
}

/** Every indicator of the latest release. */
async function indicatorsOf(page: Page): Promise<string[]> {
  const releases = (await (await page.request.get('/data/releases.json')).json()) as {
    releases: { version: string }[];
  };
  const version = releases.releases.at(-1)!.version;
  const { indicators } = (await (await page.request.get(`/data/${version}/indicators.json`)).json()) as {
    indicators: Listed[];
  };
  return indicators.map(({ id }) => id);
}

/** Where the chart begins, from the top of the page; null if the answer has none. */
const chartTop = (page: Page): Promise<number | null> =>
  page.evaluate(() => {
    const chart = [...document.querySelectorAll('.drawing svg')].find(
      (drawing) => drawing.getBoundingClientRect().height > 0,
    );
    return chart ? chart.getBoundingClientRect().top + scrollY : null;
  });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  // Every second indicator, in one of the two languages: each takes three seconds.
  for (const [turn, prefix] of ['', '/es'].entries()) {
    test(`the chart of every fourth indicator begins in the first screen, and nothing scrolls sideways (${prefix || 'en'})`, async ({
      page,
    }) => {
      test.setTimeout(180_000);
      const tops: [string, number, number | null][] = [];
      const wide: string[] = [];
      const ids = (await indicatorsOf(page)).filter((_, i) => i % 4 === 2 * turn);
      for (const id of ids) {
        await page.goto(`${prefix}/indicators/${id}`);
        for (const [width, height] of [
          [1280, 800],
          [375, 812],
          [320, 700],
        ] as const) {
          await page.setViewportSize({ width, height });
          tops.push([id, width, await chartTop(page)]);
          const scrolls = await page.evaluate(() => document.documentElement.scrollWidth);
          if (scrolls > width) wide.push(`${id} ${width}`);
        }
      }
      const most: Record<number, number> = { 1280: 320, 375: 420, 320: 800 };
      expect(tops.filter(([, width, top]) => top !== null && top > most[width]!)).toEqual([]);
      expect(tops.filter(([, , top]) => top !== null).length).toBeGreaterThan(35);
      expect(wide).toEqual([]);
    });
  }

  for (const address of [
    '/indicators/homicide-rate?country=PER~BRA~ARG&source=owid-homicide-rate~unodc-gsh-2019&time=2000..2017',
    '/indicators/homicide-rate?country=HND&time=latest',
    '/indicators/border-encounters?time=2014-10/2015-04',
    '/es/indicators/homicide-rate?coverage=0.5&group=northern-triangle&members=today&time=2010..2014',
  ]) {
    test(`a form that is sent unchanged comes back to ${address}`, async ({ page }) => {
      await page.goto(address);
      await page.locator('.bar .go button').click();
      await expect(page).toHaveURL(address);
    });
  }
});

test('with scripts, what is ticked is added to the question, and everything else stays', async ({ page }) => {
  await page.goto(
    '/indicators/homicide-rate?country=PER~BRA~ARG&source=owid-homicide-rate~unodc-gsh-2019&time=2000..2017',
  );
  await page.locator('.fold summary').first().click();
  await expect(page.locator('.chip')).toHaveText(['Brazil', 'Peru', 'Argentina']);
  const finder = page.getByRole('searchbox').first();
  await expect(page.locator('.drawing .recharts-wrapper')).toBeVisible();
  await finder.fill('hondureño');
  await finder.press('Enter');
  await expect(page).toHaveURL(
    /country=PER~BRA~ARG~HND&source=owid-homicide-rate~unodc-gsh-2019&time=2000\.\.2017$/,
  );
  await expect(finder).toHaveValue('');
  await page.getByRole('button', { name: 'Remove Brazil' }).click();
  await expect(page).toHaveURL(/country=PER~ARG~HND&source/);
});

test('a group is ticked at once, peers are added, and none is none', async ({ page }) => {
  await page.goto('/indicators/homicide-rate?country=HND&source=preferred&time=2014');
  await page.locator('.fold summary').first().click();
  await expect(page.locator('.drawing .recharts-wrapper')).toBeVisible();
  await page
    .getByRole('combobox', { name: 'All of a group' })
    .selectOption({ label: 'Northern Triangle (3)' });
  await expect(page).toHaveURL(/country=HND~(GTM~SLV|SLV~GTM)&/);
  await page
    .getByRole('button', { name: /^Add those nearest to Honduras in population, in Central America/ })
    .click();
  await expect(page).toHaveURL(/country=HND~(?=[^&]*GTM)(?=[^&]*SLV)(?=[^&]*NIC)/);
  await page.getByRole('button', { name: 'None' }).first().click();
  await expect(page.locator('.chip')).toHaveCount(0);
  await page.getByRole('button', { name: 'A to Z' }).click();
  const names = await page.locator('.fold[open] fieldset').first().locator('label > span').allInnerTexts();
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
});

test('a year that is typed makes one entry in the history', async ({ page }) => {
  await page.goto('/indicators/homicide-rate?country=HND&source=preferred&time=2005..2014');
  await page.locator('.fold summary', { hasText: 'Years' }).click();
  await expect(page.locator('.drawing .recharts-wrapper')).toBeVisible();
  const before = await page.evaluate(() => history.length);
  const from = page.getByLabel('From', { exact: true });
  await from.fill('');
  await from.pressSequentially('2010', { delay: 30 });
  await from.press('Enter');
  await expect(page).toHaveURL(/time=2010\.\.2014$/);
  await page.getByLabel('To', { exact: true }).focus();
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
});

test('the first change on a slow line is kept', async ({ page }) => {
  await page.goto('/indicators/homicide-rate?country=HND~SLV&source=preferred&time=2005..2014');
  // What comes after the first touch comes late.
  await page.route(/\.js(\?|$)/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.locator('.fold summary').first().click();
  await page.locator('input[name=country][value=GTM]').check();
  await expect(page).toHaveURL(/country=HND~SLV~GTM&/, { timeout: 20_000 });
  await expect(page.locator('input[name=country][value=GTM]')).toBeChecked();
  await expect(page.locator('.drawing')).toContainText('Guatemala');
});

test('a change before the first script runs is kept', async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\.js(\?|$)/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/indicators/homicide-rate?country=HND~SLV&source=preferred&time=2005..2014', {
    waitUntil: 'commit',
  });
  await page.locator('.fold summary').first().click();
  await page.locator('input[name=country][value=GTM]').check();
  release();
  await expect(page).toHaveURL(/country=HND~SLV~GTM&/, { timeout: 20_000 });
});

test('at most twelve stops of the tab key lead to the chart', async ({ page }) => {
  await page.goto('/indicators/homicide-rate');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the chart' })).toBeFocused();
  await page.keyboard.press('Enter');
  let stops = 2;
  const isPast = (): Promise<boolean> =>
    page.evaluate(() => {
      const figure = document.querySelector('.fig');
      const focused = document.activeElement;
      return (
        !!figure &&
        !!focused &&
        (figure.contains(focused) ||
          (figure.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0)
      );
    });
  while (!(await isPast()) && stops < 40) {
    await page.keyboard.press('Tab');
    stops += 1;
  }
  expect(stops).toBeLessThanOrEqual(12);
});

test('the title of the page is the question that was asked', async ({ page }) => {
  await page.goto(
    '/indicators/homicide-rate?country=SLV~HND~GTM~MEX&source=owid-homicide-rate&time=2000..2023',
  );
  const sentence =
    'Homicide rate of El Salvador, Honduras and 2 more, 2000 to 2023, UNODC, by Our World in Data';
  await expect(page).toHaveTitle(`${sentence} · Cotejo`);
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', sentence);
  await expect(page.locator('meta[property="og:url"]')).toHaveAttribute('content', /country=SLV~HND~GTM~MEX/);
  const card = await page.locator('meta[property="og:image"]').getAttribute('content');
  expect(card).toMatch(/\.png\?country=SLV~HND~GTM~MEX.*size=card/);
  await expect(page.locator('meta[property="og:image:width"]')).toHaveAttribute('content', '1200');
  await expect(page.locator('meta[name="twitter:card"]')).toHaveAttribute('content', 'summary_large_image');
  const oembed = page.locator('link[type="application/json+oembed"]');
  const answer = await page.request.get((await oembed.getAttribute('href')) ?? '');
  expect(await answer.json()).toMatchObject({ version: '1.0', type: 'rich' });
});

test('on a phone the bar folds to the question, and follows it', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await page.goto('/indicators/homicide-rate?country=SLV~HND&source=preferred&time=2005..2014');
  await expect(page.locator('.sentence b')).toHaveText('El Salvador and Honduras, 2005 to 2014');
  await expect(page.locator('.fold').first()).toBeHidden();
  await page.getByRole('checkbox', { name: /^Change: Homicide rate/ }).focus();
  await page.keyboard.press('Space');
  await page.locator('.fold summary').first().click();
  await page.locator('input[name=country][value=GTM]').check();
  await expect(page.locator('.sentence b')).toHaveText('El Salvador, Honduras and Guatemala, 2005 to 2014');
});

test('what cannot be chosen is listed with the reason, and found', async ({ page }) => {
  await page.goto('/indicators/gini-index?country=HND');
  await page.locator('.fold summary').first().click();
  await expect(page.locator('.drawing .recharts-wrapper')).toBeVisible();
  const without = page.locator('.without');
  await expect(without.locator('legend')).toHaveText('No figures for this indicator');
  await page.getByRole('searchbox').first().fill('Antártida');
  await expect(without.locator('span:visible')).toHaveText(['Antarctica']);
});

for (const [width, prefix, colorScheme] of [
  [320, '', 'light'],
  [375, '/es', 'dark'],
  [1280, '/es', 'dark'],
] as const) {
  test(`axe finds nothing with the controls open, at ${width} pixels, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${prefix}/indicators/homicide-rate`);
    if (width <= 560) await page.locator('.folded').click();
    test.setTimeout(180_000);
    const folds = page.locator('.fold summary');
    for (let i = 0; i < (await folds.count()); i += 1) {
      await folds.nth(i).click();
      // The rest of the page is the same whatever is open.
      const scanned = new AxeBuilder({ page }).include(i === 0 ? 'body' : '.controls');
      const { violations } = await scanned.options({ rules: { 'target-size': { enabled: true } } }).analyze();
      expect(violations.map((violation) => [violation.id, violation.nodes.map((node) => node.html)])).toEqual(
        [],
      );
    }
  });
}

for (const width of [320, 375, 1280]) {
  test(`text of twice the size does not scroll sideways, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of [
      '/',
      '/indicators/homicide-rate',
      '/indicators/border-encounters',
      '/indicators/ransom',
      '/indicators/homicide-rate/pairs',
      '/compare?indicators=homicide-rate~gini-index&time=2014',
      '/compare?indicators=homicide-rate~uac-apprehensions&view=time',
      '/es/compare',
      '/es/areas/northern-triangle',
      '/areas/CSK',
      '/es/claims',
      '/es/sources',
      '/es/indicators/us-aid-obligations',
    ]) {
      await page.goto(path);
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
        width,
      );
    }
  });
}
