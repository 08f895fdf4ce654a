/**
 * The charts as a browser renders them: no label overlaps another, in the fonts and sizes that readers get,
 * and the interactive chart draws its marks where the static one had them.
 */
import { expect, test, type Page } from '@playwright/test';
import { wake } from './wake.ts';

const TRIANGLE = 'country=HND~SLV~GTM~MEX~USA~CAN&group=northern-triangle';

const PAGES = [
  '/indicators/homicide-rate',
  '/indicators/homicide-rate?release=1.0.0',
  `/indicators/homicide-rate?${TRIANGLE}&release=1.0.0`,
  '/indicators/caravan-size',
  '/indicators/migrant-kidnappings',
  '/indicators/uac-apprehensions',
  '/indicators/cam-applications',
  '/indicators/asylum-grant-share',
  '/indicators/asylum-grant-share?release=1.0.0',
  '/indicators/asylum-grant-share?tab=bars&time=2019..2025&release=1.0.0',
  '/indicators/population?country=HND~SLV~GTM~MEX~USA~CAN~CRI~PAN~NIC~BLZ&release=1.0.0',
  `/indicators/population?${TRIANGLE}`,
  `/embed/1.0.0/homicide-rate?${TRIANGLE}`,
  '/embed/latest/caravan-size',
  '/indicators/border-deaths',
  '/indicators/asylum-applications',
  '/indicators/missing-migrants',
  '/indicators/gini-index',
] as const;

const inSpanish = (path: string): string =>
  path.startsWith('/embed') ? `${path}${path.includes('?') ? '&' : '?'}lang=es` : `/es${path}`;

/** Pairs of visible labels whose boxes overlap; a box is as high as its letters, not as its line. */
const meetingLabels = (page: Page): Promise<string[]> =>
  page.locator('svg.chart text').evaluateAll((nodes) => {
    const boxes = nodes.flatMap((node) => {
      if (!(node instanceof SVGTextElement)) return [];
      const { x, y, width, height } = node.getBBox();
      const size = Number.parseFloat(getComputedStyle(node).fontSize);
      const at = node.getCTM();
      const spare = (height - size * 0.9) / 2;
      const seen = node.getBoundingClientRect().width > 0;
      const top = y + spare + (at?.f ?? 0);
      return seen
        ? [
            {
              chart: node.ownerSVGElement,
              words: node.textContent,
              x,
              right: x + width,
              top,
              bottom: top + size * 0.9,
            },
          ]
        : [];
    });
    return boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => a.chart === b.chart)
        .filter(
          (b) =>
            a.x < b.right - 0.5 && b.x < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5,
        )
        .map((b) => `${a.words} | ${b.words}`),
    );
  });

for (const language of ['en', 'es'] as const)
  // Widths in between only scale the same drawings.
  for (const width of [1280, 375])
    test(`no label of a chart lies on another: ${language}, ${width} px, both themes`, async ({ page }) => {
      // All pages of the list in one test, and each is rendered anew.
      test.slow();
      await page.setViewportSize({ width, height: 900 });
      for (const path of PAGES) {
        const address = language === 'en' ? path : inSpanish(path);
        await page.goto(address);
        for (const theme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme: theme });
          await page.evaluate(() => document.fonts.ready);
          expect(await page.locator('svg.chart text:visible').count(), address).toBeGreaterThan(0);
          expect(await meetingLabels(page), `${address} ${theme}`).toEqual([]);
        }
      }
    });

interface Drawn {
  /** Boxes of the marks that are drawn as shapes, by their figures. */
  readonly marks: Readonly<Record<string, readonly number[]>>;
  /** Corners of all lines. */
  readonly points: readonly (readonly [number, number])[];
}

/** What the visible chart has drawn, in the units of its own drawing. */
const drawnOn = (page: Page, lines: string): Promise<Drawn> =>
  page
    .locator('.drawing svg.chart[role=img]:visible, .drawing svg.recharts-surface:visible')
    .first()
    .evaluate((chart, lines) => {
      const marks: Record<string, number[]> = {};
      for (const mark of chart.querySelectorAll<SVGGElement>('g[data-series]')) {
        const { x, y, width, height } = mark.getBBox();
        const { series, period, value } = mark.dataset;
        marks[[series, period, value, Math.round(width)].join(' # ')] = [x, y, x + width, y + height];
      }
      const points = [...chart.querySelectorAll(lines)].flatMap((path) =>
        [...(path.getAttribute('d') ?? '').matchAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g)].map(
          ([, x, y]): [number, number] => [Number(x), Number(y)],
        ),
      );
      return { marks, points };
    }, lines);

/** The share of the pixels of two pictures that a reader would see differ; 1 if their sizes differ. */
async function differing(page: Page, pictures: readonly Buffer[]): Promise<number> {
  // The page under test may load no pictures made of text.
  const blank = await page.context().newPage();
  const share = await blank.evaluate(
    async (texts) => {
      const [a, b] = await Promise.all(
        texts.map(async (text) => {
          const picture = await createImageBitmap(
            await (await fetch(`data:image/png;base64,${text}`)).blob(),
          );
          const canvas = new OffscreenCanvas(picture.width, picture.height);
          const context = canvas.getContext('2d')!;
          context.drawImage(picture, 0, 0);
          return context.getImageData(0, 0, picture.width, picture.height);
        }),
      );
      if (!a || !b || a.width !== b.width || a.height !== b.height) return 1;
      let count = 0;
      for (let i = 0; i < a.data.length; i += 4) {
        const isSeen = [0, 1, 2].some((k) => Math.abs(a.data[i + k]! - b.data[i + k]!) > 64);
        if (isSeen) count += 1;
      }
      return count / (a.width * a.height);
    },
    pictures.map((picture) => picture.toString('base64')),
  );
  await blank.close();
  return share;
}

for (const path of [
  '/indicators/homicide-rate',
  '/indicators/population',
  '/indicators/asylum-grant-share',
  '/indicators/caravan-size',
])
  for (const width of [1280, 375])
    test(`the live chart of ${path} has every mark where the still one had it, at ${width} px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      const drawing = page.locator('.drawing');
      await drawing.scrollIntoViewIfNeeded();
      const stillPicture = await drawing.screenshot();
      const still = await drawnOn(page, 'g[data-series] path');
      await wake(page);
      await page.mouse.move(0, 0);
      // A touched pixel at the edge of a line is no difference; a missing mark is more.
      expect(await differing(page, [stillPicture, await drawing.screenshot()])).toBeLessThan(0.002);
      const live = await drawnOn(page, '.recharts-line-curve, g[data-series] path');
      expect(Object.keys(still.marks).length + still.points.length).toBeGreaterThan(0);
      for (const [name, box] of Object.entries(live.marks)) {
        const before = still.marks[name];
        expect(before, name).toBeDefined();
        box.forEach((edge, i) =>
          expect(Math.abs(edge - (before?.[i] ?? Infinity)), name).toBeLessThanOrEqual(1),
        );
      }
      const strays = still.points.filter(
        ([x, y]) => !live.points.some(([a, b]) => Math.abs(a - x) <= 1 && Math.abs(b - y) <= 1),
      );
      expect(strays).toEqual([]);
    });
