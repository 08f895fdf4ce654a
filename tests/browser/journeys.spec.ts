/** The questions of an analyst, each from the front page to its answer, in both languages, with and without scripts. */
import { expect, test, type Page } from '@playwright/test';

const LOOKS = [
  { language: 'en', width: 1280, javaScriptEnabled: true },
  { language: 'es', width: 375, javaScriptEnabled: true },
  { language: 'en', width: 375, javaScriptEnabled: false },
  { language: 'es', width: 1280, javaScriptEnabled: false },
] as const;

const chart = (page: Page) => page.locator('.drawing svg:visible').first();

for (const { language, width, javaScriptEnabled } of LOOKS)
  // Long because it holds every journey, each a test of a few steps.
  test.describe(`${language}, ${width} px, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ viewport: { width, height: width === 375 ? 812 : 800 }, javaScriptEnabled });

    const home = language === 'en' ? '/' : '/es';
    const said = (en: string, es: string): string => (language === 'en' ? en : es);
    const search = async (page: Page, text: string): Promise<void> => {
      await page.goto(home);
      await page.getByRole('searchbox').fill(text);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/q=/);
    };

    test('children alone against homicide, for Honduras', async ({ page }) => {
      await search(page, said('UAC homicide Honduras', 'homicidio frente a menores no acompañados Honduras'));
      await page.getByRole('link', { name: said('Compare: ', 'Cotejar: ') }).click();
      await expect(page).toHaveURL(/indicators=(?=.*homicide-rate)(?=.*uac-apprehensions).*view=time/);
      await expect(chart(page)).toContainText(
        said('Homicide rate, Honduras', 'Tasa de homicidios, Honduras'),
      );
      await expect(chart(page)).toContainText(said('Unaccompanied children', 'Menores no'));
    });

    test('everything about Honduras', async ({ page }) => {
      await search(page, 'Honduras');
      await page
        .getByRole('link', { name: said('Everything about Honduras', 'Todo sobre Honduras') })
        .click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Honduras');
      await expect(page.locator('#place')).toContainText(said('31.4', '31,4'));
      await expect(page.locator('#origin tr').first()).toBeVisible();
    });

    test('encounters by month of four nationalities', async ({ page }) => {
      await search(page, said('border encounters', 'encuentros frontera'));
      await page.locator('a.t[href$="/indicators/border-encounters"]').click();
      await expect(page).toHaveURL(/basis=month.*origin=SLV~HND~GTM~MEX/);
      for (const name of ['El Salvador', 'Honduras', 'Guatemala', said('Mexico', 'México')])
        await expect(chart(page)).toContainText(name);
    });

    test('which sources disagree on Mexico 2014, and by how much', async ({ page }) => {
      await search(page, said('Mexico homicide 2014', 'México homicidio 2014'));
      await page.locator('.profile a[href*="homicide-rate"]').first().click();
      await expect(page.locator('.fig-head h2')).toContainText(
        said('The sources differ by 5.4: from 16.1', 'Las fuentes difieren en 5,4: de 16,1'),
      );
    });

    test('a map of homicide in the Americas, by one search', async ({ page }) => {
      await search(page, said('map homicide Americas', 'mapa homicidio Américas'));
      await page.getByRole('link', { name: said('Map: Homicide rate', 'Mapa: Tasa de homicidios') }).click();
      await expect(page).toHaveURL(/country=(?=.*ARG)(?=.*HND)(?=.*VEN).*tab=map/);
      // A scale of shades, which no other kind has, and names on the map.
      const text = chart(page).locator('text');
      await expect(text.filter({ hasText: said('from ', 'desde ') }).first()).toBeVisible();
      await expect(text.filter({ hasText: /Honduras \d/ })).toBeVisible();
    });

    test('a map of homicide in the Americas, from the page of homicide', async ({ page }) => {
      await page.goto(`${language === 'en' ? '' : '/es'}/indicators/homicide-rate`);
      // On a phone the kinds of chart are folded with the controls.
      if (width === 375) await page.locator('.folded').click();
      await page.getByRole('link', { name: said('Map: Americas', 'Mapa: América'), exact: true }).click();
      await expect(page).toHaveURL(/country=(?=.*ARG)(?=.*HND)(?=.*VEN).*tab=map/);
      await expect(
        chart(page)
          .locator('text')
          .filter({ hasText: /Honduras \d/ }),
      ).toBeVisible();
    });
  });

const TWENTY = 'SLV~HND~GTM~MEX~USA~CAN~BRA~COL~ARG~CHL~BOL~JAM~VEN~ECU~PER~PAN~CRI~NIC~HTI~DOM';

for (const prefix of ['', '/es'])
  test(`of twenty countries the three highest are named, and those that were chosen first (${prefix || 'en'})`, async ({
    page,
  }) => {
    await page.goto(
      `${prefix}/indicators/homicide-rate?country=${TWENTY}&source=owid-homicide-rate&time=2000..2023`,
    );
    for (const name of ['Jamaica', 'Ecuador', prefix ? 'Haití' : 'Haiti', 'Honduras'])
      await expect(chart(page).locator('text', { hasText: name }).first()).toBeVisible();
  });
