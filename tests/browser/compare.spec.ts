/** The page with two indicators side by side, as a reader sees it. */
import { expect, test, type Page } from '@playwright/test';

const PAIR = '/compare?indicators=homicide-rate~gini-index&time=2014';

/** The boxes of all texts of the drawing that is shown; a line is six pixels higher than its letters. */
const labelBoxes = (page: Page) =>
  page.locator('.drawing svg.chart[role=img]:visible text').evaluateAll((texts) =>
    texts.map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { text: element.textContent ?? '', left, right, top, bottom };
    }),
  );

test('an address without a question is sent to one with two indicators and a year', async ({ page }) => {
  await page.goto('/compare');
  await expect(page).toHaveURL(/indicators=homicide-rate~gini-index&time=\d{4}$/);
  await page.goto('/es/compare?up=border-deaths');
  await expect(page).toHaveURL(/\/es\/compare\?.*indicators=border-deaths~homicide-rate/);
});

test('each question has one canonical address, however it is spelt', async ({ request }) => {
  const canonicalOf = async (path: string): Promise<string | undefined> =>
    /<link rel="canonical" href="[^"]*?(\/[^/"]*)"/.exec(await (await request.get(path)).text())?.[1];
  const pair = '/compare?indicators=homicide-rate~gini-index&amp;time=2014';
  expect(await canonicalOf(PAIR)).toBe(pair);
  expect(await canonicalOf('/compare?year=2014..2014&indicators=homicide-rate~gini-index')).toBe(pair);
  expect(
    await canonicalOf(
      '/compare?time=2014&place.2=origin&origin.2=MEX~HND&indicators=homicide-rate~border-encounters&basis.2=us-fiscal-year',
    ),
  ).toBe(
    '/compare?basis.2=us-fiscal-year&amp;indicators=homicide-rate~border-encounters&amp;origin.2=MEX~HND&amp;time=2014',
  );
});

test('the form asks for two indicators and a year, without a script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(PAIR);
  await page.getByLabel('Vertical axis', { exact: true }).selectOption('poverty-share');
  await page.getByLabel('Year', { exact: true }).selectOption('2015');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/indicators=poverty-share~gini-index&time=2015$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare two indicators');
  await context.close();
});

test('the verdict, the alignment and who is left out stand beside the chart; both figures in the table', async ({
  page,
}) => {
  await page.goto(PAIR);
  const margin = page.locator('aside.margin');
  await expect(margin).toContainText('Can these be compared?');
  await expect(margin).toContainText('Rank correlation');
  await expect(margin).toContainText('Belize');
  const row = page.locator('table.pairs tr', { hasText: 'El Salvador' });
  await expect(row.locator('td')).toHaveText([/^63\.6/, /^41\.6/]);
  await expect(page.locator('table.vs tbody tr')).toHaveCount(7);
  const csv = page.getByRole('link', { name: 'CSV', exact: true });
  await expect(csv).toHaveAttribute('href', /\/data\/\d+\.\d+\.\d+\/compare\.csv\?indicators=/);
});

for (const [width, path] of [
  [1280, PAIR],
  [375, PAIR],
  [1280, `/es${PAIR}`],
  [375, `/es${PAIR}`],
] as const) {
  test(`no name stands on another at ${width} pixels on ${path}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(path);
    const boxes = await labelBoxes(page);
    expect(boxes.length).toBeGreaterThan(15);
    const met = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter(
          (b) =>
            a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 6 && b.top < a.bottom - 6,
        )
        .map((b) => `${a.text} / ${b.text}`),
    );
    expect(met).toEqual([]);
  });
}

test('what cannot be asked is said, with what can', async ({ page }) => {
  const answer = await page.goto('/compare?indicators=homicide-rate~nothing&time=2014');
  expect(answer?.status()).toBe(400);
  await expect(page.locator('main')).toContainText('nothing');
});

for (const width of [1280, 375]) {
  test(`pointer and keys stop at the points, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(PAIR);
    const dot = page.locator('.drawing svg.chart[role=img]:visible [data-series=SLV] circle').first();
    await dot.scrollIntoViewIfNeeded();
    // The page only reacts once its script has run.
    await expect(async () => {
      await page.mouse.move(0, 0);
      await page.locator('.drawing').hover();
      await expect(page.locator('.live')).toBeVisible({ timeout: 4000 });
    }).toPass();
    const box = (await dot.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const tip = page.locator('.chart-tip');
    await expect(tip).toContainText(/El Salvador, 2014.*Homicide rate.*63\.6.*41\.6/s);
    // It has its own background and is completely visible.
    await expect(tip).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    const placed = (await tip.boundingBox())!;
    expect(placed.x).toBeGreaterThanOrEqual(0);
    expect(placed.x + placed.width).toBeLessThanOrEqual(width);
    await page.locator('.live').focus();
    await page.keyboard.press('Home');
    await expect(page.locator('.live [aria-live]')).toHaveText(/^[A-Z][^,]+, 2014\. Homicide rate: /);
    await page.keyboard.press('Escape');
    await expect(tip).toHaveCount(0);
  });
}

test('two indicators that share one place only are shown over time, each with its own place', async ({
  page,
}) => {
  await page.goto('/compare?indicators=homicide-rate~uac-apprehensions&country=HND');
  await expect(page).toHaveURL(/country=HND&country\.2=USA.*view=time$/);
  await expect(page.locator('.drawing svg.chart[role=img]:visible')).toContainText('Homicide rate, Honduras');
  await expect(page.locator('.verdict-bar')).toContainText('Read together, not divided');
  await expect(page.locator('.partners')).toContainText('Cannot stand beside it');
  // The same from the form, which names a year.
  await page.goto('/compare?form=1&up=uac-apprehensions&across=homicide-rate&time=2010');
  await expect(page).toHaveURL(/view=time/);
});

test('a control of one side keeps what was chosen, and the others give way, without a script', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/compare?indicators=homicide-rate~uac-apprehensions&country=HND');
  await page.locator('.side-fold label').first().click();
  // What is drawn is said, although the address names no source.
  await expect(page.locator('select[name="source.1"] option:checked')).toHaveText(
    'UNODC, by Our World in Data',
  );
  await page.locator('select[name="where.1"]').selectOption('area:SLV');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/country=SLV&country\.2=USA/);
  await page.locator('.side-fold label').first().click();
  await page.locator('select[name="where.2"]').selectOption('origin:HND');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/origin\.2=HND.*place\.2=origin/);
  await expect(page.locator('svg.chart[role=img]:visible')).toContainText('Honduras');
  await context.close();
});

test('three indicators are a table and a panel each, and one is added without a script', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(PAIR);
  await page.getByLabel('And', { exact: true }).selectOption('population');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/indicators=homicide-rate~gini-index~population/);
  await page.goto('/compare?indicators=homicide-rate~gini-index~population');
  await expect(page).toHaveURL(/country=[A-Z]{3}~/);
  const row = page.locator('table.many tr', { hasText: 'Honduras' });
  await expect(row.locator('td')).toHaveText([/^31\.4/, /^45\.7/, /^10,825,703/]);
  await expect(page.locator('.panels figure')).toHaveCount(3);
  await page.getByLabel('Places', { exact: true }).selectOption({ label: 'Honduras' });
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.locator('table.many tbody tr')).toHaveCount(1);
  await context.close();
});

test('circles are as large as populations on request, and the years are played', async ({ page }) => {
  await page.goto('/compare?indicators=homicide-rate~gini-index&time=2021');
  const radii = (): Promise<number[]> =>
    page
      .locator('.drawing svg.chart[role=img]:visible g[data-series] circle')
      .evaluateAll((dots) => dots.map((dot) => Number(dot.getAttribute('r'))));
  expect(Math.max(...(await radii()))).toBeLessThan(7);
  await page.getByRole('link', { name: 'By population' }).click();
  await expect(page).toHaveURL(/size=population/);
  expect(Math.max(...(await radii()))).toBe(28);
  await expect(page.locator('.key:visible')).toContainText('area of the circle: population');
  await page.waitForLoadState('networkidle');
  const play = page.locator('[data-plays]');
  await play.click();
  await expect(play).toContainText('Pause', { timeout: 30_000 });
  await expect(page.locator('.fig-head p')).toContainText('2022');
  await play.click();
  // It stops at the page of the year that is shown.
  await expect(page).toHaveURL(/size=population&time=202\d/);
  await expect(page.locator('aside.margin')).toBeVisible();
});

test('Play can be stopped while the years are loading, and pressed again', async ({ page }) => {
  let send = (): void => undefined;
  const held = new Promise<void>((done) => (send = done));
  await page.route('**/compare.json?*', async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  await page.goto('/compare?indicators=homicide-rate~gini-index&time=2021');
  await page.waitForLoadState('networkidle');
  const play = page.locator('[data-plays]');
  await play.click();
  await expect(play).toContainText('Loading');
  await play.click();
  await expect(play).toContainText('Play');
  await expect(play).toHaveAttribute('aria-pressed', 'false');
  send();
  await play.click();
  await expect(play).toContainText('Pause', { timeout: 30_000 });
  await expect(play).toHaveAttribute('aria-pressed', 'true');
});
