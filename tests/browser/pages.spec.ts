/** What a reader does with the pages: with and without scripts, by mouse and by keyboard. */
import { expect, test } from '@playwright/test';
import { FIVE_MINUTES } from '#app/_answers/http/headers.ts';

test('a page that was made a moment ago is given again, until it is some seconds old', async ({
  request,
}) => {
  const path = '/indicators/population?country=SLV&time=2001..2002&release=1.0.0';
  const made = await request.get(path);
  expect(made.headers()['age']).toBeUndefined();
  const again = await request.get(path);
  expect(Number(again.headers()['age'])).toBeLessThan(6);
  expect(await again.text()).toBe(await made.text());
});

test('the figures of a page are sent once, not again as data for its scripts', async ({ request }) => {
  for (const path of ['/', '/indicators/homicide-rate?country=HND~SLV&release=1.4.0', '/areas/HND']) {
    const html = await (await request.get(path)).text();
    const data = [...html.matchAll(/<script[^>]*>self\.__next_f\.push([^]*?)<\/script>/g)].join('');
    expect(html, path).toMatch(/<a class="obs"/);
    expect(data, path).not.toContain('obs');
    expect(data.length, path).toBeLessThan(40_000);
  }
});

test('a page may be held for five minutes, and is not sent again to who has it', async ({ request }) => {
  const path = '/indicators/population?country=GTM&time=2001..2002&release=1.0.0';
  const { etag = '', 'cache-control': held } = (await request.get(path)).headers();
  expect(held).toBe(FIVE_MINUTES);
  const again = await request.get(path, { headers: { 'if-none-match': etag } });
  expect([again.status(), (await again.body()).length]).toEqual([304, 0]);
  // A page is the same for all readers, so a cookie changes nothing.
  const withCookie = await request.get(path, { headers: { cookie: 'a=b', 'if-none-match': etag } });
  expect([withCookie.status(), withCookie.headers()['cache-control']]).toEqual([304, FIVE_MINUTES]);
});

test('a page may not stand in a frame of another site; an embed may', async ({ request }) => {
  const policyOf = async (path: string): Promise<string | undefined> =>
    (await request.get(path)).headers()['content-security-policy'];
  for (const path of ['/', '/es/method', '/indicators/population?country=HND', '/nowhere']) {
    expect(await policyOf(path), path).toContain("frame-ancestors 'self'");
  }
  expect(await policyOf('/embed/1.0.0/population?country=HND')).toContain('frame-ancestors *');
});

test.describe('the catalogue', () => {
  test('shows two numbers side by side, and every indicator with its latest figure', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('.pair .big')).toHaveText(['3.7%', '14.2%']);
    expect(await page.locator('.idx li').count()).toBeGreaterThanOrEqual(44);
    const kidnapped = page.locator('.idx li', {
      has: page.locator('a[href^="/indicators/migrant-kidnappings"]'),
    });
    await expect(kidnapped).toContainText('more than 20,000');
    // The name leads to everything on file, the figure to its evidence.
    const homicide = page.locator('.idx li', { has: page.locator('a.t[href="/indicators/homicide-rate"]') });
    await expect(homicide.locator('.v a')).toHaveAttribute('href', /^\/(observations|evidence)\/./);
  });

  test('shows the main indicators, and folds the others until they are asked for', async ({ page }) => {
    await page.goto('/');
    const shown = await page.locator('.idx li:visible').count();
    expect(shown).toBeLessThan(20);
    const more = page.getByText(/^\d+ more counts/);
    const count = Number.parseInt((await more.textContent()) ?? '', 10);
    expect(count).toBeGreaterThan(8);
    await more.click();
    await expect(page.locator('.idx li:visible')).toHaveCount(shown + count);
    await page.goto('/?q=soldiers');
    await expect(page.getByRole('link', { name: 'US troops at the border' })).toBeVisible();
  });

  test('searches on the server', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('searchbox').fill('caravana');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page).toHaveURL('/?q=caravana');
    await expect(page.getByRole('link', { name: 'Size of the 2018 caravan' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Population', exact: true })).toHaveCount(0);
  });

  test('in Spanish the hedges are Spanish, and every link stays in Spanish', async ({ page }) => {
    await page.goto('/es');
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await expect(page.locator('.idx')).toContainText([/./, /./, /casi\s+10\u202f000/, /./]);
    const hrefs = await page
      .locator('.idx a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(hrefs.filter((href) => !href?.startsWith('/es/'))).toEqual([]);
  });

  test('keeps the release that the address names on every link', async ({ page }) => {
    await page.goto('/?release=1.0.0');
    const hrefs = await page
      .locator('main a[href^="/"], header a[href^="/"], footer a[href^="/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(hrefs.filter((href) => !href?.includes('release=1.0.0'))).toEqual([]);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('an indicator has its chart, its table and its evidence', async ({ page }) => {
    await page.goto('/indicators/homicide-rate?release=1.0.0');
    await expect(page.locator('svg.chart').first()).toBeVisible();
    await expect(page.locator('table')).toContainText('less than 2');
    await page.locator('table a.obs').first().click();
    await expect(page).toHaveURL(/\/observations\/.*release=1\.0\.0$/);
    await expect(page.locator('.evidence-locator')).toContainText('paragraph');
  });

  test('the form asks the question, and the address is canonical', async ({ page }) => {
    await page.goto('/indicators/homicide-rate?release=1.0.0');
    await page.locator('.fold summary').first().click();
    for (const code of ['HND', 'SLV']) {
      await page.locator(`input[name=country][value="${code}"]`).check();
    }
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/\/indicators\/homicide-rate\?country=(SLV~HND|HND~SLV)&release=1\.0\.0$/);
    await expect(page.locator('tbody tr')).toHaveCount(2);
  });

  test('tabs are links', async ({ page }) => {
    await page.goto('/indicators/ransom');
    await page.getByRole('link', { name: 'Table' }).click();
    await expect(page).toHaveURL('/indicators/ransom?tab=table');
    await expect(page.locator('table')).toContainText('4,000 to 5,000');
  });
});

test.describe('errors', () => {
  test('an unknown area is named, with what is accepted and a way to mend it', async ({ page }) => {
    await page.goto('/indicators/homicide-rate?country=HDN&time=2014');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('HDN');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Did you mean Honduras (HND)?');
    await page.getByRole('link', { name: 'Use Honduras (HND)' }).click();
    await expect(page).toHaveURL(/country=HND/);
    await expect(page.locator('table')).toContainText('Honduras');
  });

  test('an unknown, a repeated and a malformed parameter are refused by name', async ({ page }) => {
    for (const [address, word] of [
      ['/?colour=red', 'colour'],
      ['/sources?q=1', 'q'],
      ['/indicators/population?time=2014&time=2015', 'time'],
      ['/indicators/population?time=soon', 'soon'],
      ['/es/indicators/population?tab=pie', 'pie'],
    ] as const) {
      await page.goto(address);
      await expect(page.locator('[data-problem] h1'), address).toContainText(word);
    }
  });

  test('an unknown indicator or release is a 404 that lists what exists', async ({ page }) => {
    for (const address of ['/indicators/nope', '/?release=9.9.9', '/nowhere', '/es/indicators/nope']) {
      const response = await page.goto(address);
      expect(response?.status(), address).toBe(404);
      await expect(page.locator('[data-problem=not-found]'), address).toContainText('1.0.0');
      await expect(page, address).toHaveTitle(/Cotejo/);
    }
  });
});
