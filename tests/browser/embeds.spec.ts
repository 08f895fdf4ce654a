/**
 * Embeds as a report shows them: nothing is cut in any frame, on a site that runs our script or none, on paper, in
 * sandboxes, and nobody is tracked. Long because all of it is seen in one report page and one list of questions.
 */
import { expect, test, type APIRequestContext, type Browser, type Frame, type Page } from '@playwright/test';
import { asking, embedQuestions } from './embed-questions.ts';
import { openReportHost, type ReportHost } from './report-host.ts';
import { WORDPRESS_LISTENER, wordpressFiltered } from './wordpress-host.ts';

const RELEASE = '1.5.0';
const WIDTHS = [320, 343, 480, 600, 760, 900] as const;
/** From this width on a frame has the height for wide ones. */
const WIDE = 480;
const MOST_WHITE = 40;

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** A text box of the page that offers the code of an embed. */
async function codeOf(request: APIRequestContext, question: string, box = 'embed-code'): Promise<string> {
  const [path = '', search = ''] = question.split('?');
  const answer = await request.get(`/embed/${RELEASE}/${path}/code?${search}`);
  const text = await answer.text();
  expect(answer.status(), question).toBe(200);
  return unescaped(new RegExp(`<textarea id="${box}"[^>]*>([^]*?)</textarea>`).exec(text)?.[1] ?? '');
}

/** The heights that the code gives a frame. */
function heightsIn(code: string): { narrow: number; wide: number } {
  const all = Number(/<iframe [^>]* height="(\d+)"/.exec(code)?.[1]);
  const [, low, way, high] = /clamp\((\d+)px,\((480px|100cqw)[^)]*\)\*999,(\d+)px\)/.exec(code) ?? [];
  if (low === undefined) return { narrow: all, wide: all };
  return way === '480px'
    ? { narrow: Number(high), wide: Number(low) }
    : { narrow: Number(low), wide: Number(high) };
}

/** What a reader sees in a frame of a width, once the frame has it. */
const measured = (
  frame: Frame,
  width: number,
): Promise<{ page: number; sideways: number; outside: string[] }> =>
  frame.evaluate(async (wanted) => {
    while (innerWidth !== wanted) await new Promise(requestAnimationFrame);
    await Promise.all(['500 20px B', '400 13px S', '600 13px S'].map((font) => document.fonts.load(font)));
    const boxOf = (node: Element): DOMRect => node.getBoundingClientRect();
    const [chart] = [...document.querySelectorAll('svg.chart')].filter((node) => boxOf(node).height > 0);
    const words = [...(chart?.querySelectorAll('text') ?? [])];
    const main = document.querySelector('main');
    return {
      page: main ? Math.ceil(boxOf(main).height) : 0,
      sideways: document.documentElement.scrollWidth - innerWidth,
      outside: words
        .filter((node) => boxOf(node).right > innerWidth + 1 || boxOf(node).left < -1)
        .map((node) => node.textContent ?? ''),
    };
  }, width);

let host: ReportHost;
test.beforeAll(async () => {
  host = await openReportHost();
});
test.afterAll(() => host.close());

for (const language of ['en', 'es'] as const)
  test(`no embed is cut or has more than 40 px of white below, in six frames: ${language}`, async ({
    page,
    request,
    baseURL,
  }) => {
    // Some seconds on a quiet machine; a busy one is slow, not wrong.
    test.setTimeout(300_000);
    const lang = language === 'es' ? 'lang=es' : '';
    const questions = await embedQuestions(request, RELEASE);
    expect(questions.length).toBeGreaterThan(60);
    await page.setViewportSize({ width: 1900, height: 1200 });
    host.show('');
    await page.goto(host.address);
    const faults: string[] = [];
    // Each language takes every third question; EMBEDS=all takes all in both, which is three minutes.
    const isSeen = (_: string, i: number): boolean =>
      process.env['EMBEDS'] === 'all' || i % 3 === (language === 'en' ? 0 : 1);
    for (const question of questions.filter(isSeen).map((own) => asking(own, lang))) {
      const heights = heightsIn(await codeOf(request, question));
      const src = `${baseURL}/embed/${RELEASE}/${question.replaceAll('&', '&amp;')}`;
      await page.setContent(`<iframe src="${src}" style="border:0"></iframe>`, { waitUntil: 'load' });
      const [, frame] = page.frames();
      const element = page.locator('iframe');
      for (const width of WIDTHS) {
        const height = width < WIDE ? heights.narrow : heights.wide;
        await element.evaluate((node, size) => Object.assign(node, size), { width, height });
        const { page: own = 0, sideways = 0, outside = [] } = frame ? await measured(frame, width) : {};
        const white = height - own;
        if (own < 150 || white < 0) faults.push(`${question} at ${width}: ${own} px in ${height}`);
        else if (white > MOST_WHITE) faults.push(`${question} at ${width}: ${white} px of white`);
        if (sideways > 0) faults.push(`${question} at ${width}: ${sideways} px too wide`);
        if (outside.length > 0) faults.push(`${question} at ${width}: outside ${outside.join(' | ')}`);
      }
    }
    expect(faults).toEqual([]);
  });

/** Lines, months, a number line, a scatter plot and a board. */
const REPORT = [
  'homicide-rate?country=HND~SLV~GTM&source=preferred&time=2000..2020',
  'darien-transits?basis=month&breakdown=_T&origin=VEN~HTI~ECU~CUB&time=2023-01..latest',
  'caravan-size',
  'compare?indicators=homicide-rate~gini-index&time=2014',
  'board?a=homicide-rate%3Fcountry%3DHND~SLV&b=population%3Fcountry%3DHND~SLV',
];

/** What a site does to pasted code, what it sends with its page, and what it listens to. */
interface ReportSite {
  readonly edit?: (code: string) => string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly listener?: string;
}

/** A report with five embeds. */
async function writeReport(
  request: APIRequestContext,
  { edit = (code) => code, headers = {}, listener }: ReportSite = {},
): Promise<void> {
  const codes: string[] = [];
  for (const question of REPORT) codes.push(await codeOf(request, question));
  const heard = listener ?? (await codeOf(request, 'caravan-size', 'embed-listener'));
  const text = codes.map((code, i) => `<p>Paragraph ${i}</p>${edit(code)}`).join('');
  host.show(`<body style="margin:0">${text.replaceAll('loading="lazy"', '')}${heard}`, headers);
}

/** Opens the report and waits until its frames have their fonts. */
async function readReport(page: Page, width: number): Promise<Frame[]> {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(host.address, { waitUntil: 'load' });
  const frames = page.frames().slice(1);
  expect(frames).toHaveLength(REPORT.length);
  return frames;
}

/** Every frame shows a heading, a chart and a source within its edges, and says its address. */
async function expectReadable(frames: readonly Frame[]): Promise<void> {
  for (const frame of frames) {
    const seen = await frame.evaluate(async () => {
      await document.fonts.ready;
      const visible = (selector: string): number =>
        [...document.querySelectorAll(selector)].filter((node) => node.getBoundingClientRect().height > 8)
          .length;
      return {
        titles: visible('h1, h2'),
        charts: visible('svg.chart'),
        sources: visible('.src'),
        below: Math.ceil((document.querySelector('main')?.getBoundingClientRect().bottom ?? 0) - innerHeight),
        serif: document.fonts.check('20px B'),
        links: [...document.querySelectorAll('a')].every((link) => link.href.startsWith('http')),
        address: /https?:\/\//.test(document.querySelector('code')?.textContent ?? ''),
      };
    });
    expect(seen, frame.url()).toMatchObject({ serif: true, links: true, address: true });
    expect(Math.min(seen.titles, seen.charts, seen.sources), frame.url()).toBeGreaterThan(0);
    expect(seen.below, frame.url()).toBeLessThanOrEqual(0);
  }
}

for (const [width, colorScheme, javaScriptEnabled] of [
  [760, 'light', true],
  [343, 'dark', true],
  [760, 'dark', false],
  [343, 'light', false],
] as const)
  test(`a report at ${width} px, ${colorScheme}, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    browser,
    request,
  }) => {
    await writeReport(request);
    const context = await browser.newContext({ colorScheme, javaScriptEnabled });
    const page = await context.newPage();
    await expectReadable(await readReport(page, width));
    const dark = await page.frames()[1]?.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(dark).toBe(colorScheme === 'dark' ? 'rgb(16, 23, 28)' : 'rgb(255, 255, 255)');
    await context.close();
  });

test('on a host that hears the messages of AMP, every frame is as high as what is in it', async ({
  page,
  request,
}) => {
  const edit = (code: string): string =>
    code.replace(/ sandbox="[^"]*"/, ' sandbox="allow-scripts allow-popups"');
  const listener = `<script>addEventListener('message',function(e){var d=e.data;if(d&&d.sentinel==='amp'&&d.type==='embed-size')
document.querySelectorAll('iframe').forEach(function(f){if(f.contentWindow===e.source)f.style.height=d.height+'px'})})</script>`;
  await writeReport(request, { edit, listener });
  const frames = await readReport(page, 343);
  await expectReadable(frames);
  for (const [i, frame] of frames.entries()) {
    const height = (): Promise<number> =>
      page
        .locator('iframe')
        .nth(i)
        .evaluate((node) => node.clientHeight);
    const own = await frame.evaluate(() =>
      Math.ceil(document.querySelector('main')?.getBoundingClientRect().height ?? 0),
    );
    await expect.poll(height).toBe(own);
  }
});

test('a mark of an embed leads to the evidence of its figure in a window of its own', async ({
  page,
  request,
  context,
}) => {
  await writeReport(request);
  const [frame] = await readReport(page, 700);
  const opened = context.waitForEvent('page');
  const [x, y] = await frame!.evaluate(() => {
    const place = document.querySelectorAll('.k a')[4]!.getBoundingClientRect();
    return [place.left + place.width / 2, place.top + place.height / 2];
  });
  const box = (await page.locator('iframe').first().boundingBox())!;
  await page.mouse.click(box.x + x, box.y + y);
  expect((await opened).url()).toMatch(/\/observations\/homicide-rate~[\w-]+~\w+~20\d\d\?release=1\.5\.0$/);
});

test('a frame grows when a reader opens the numbers, if the site runs the two lines', async ({
  page,
  request,
}) => {
  await writeReport(request);
  const [frame] = await readReport(page, 760);
  const before = await page
    .locator('iframe')
    .first()
    .evaluate((node) => node.clientHeight);
  await frame?.locator('summary').first().click();
  await expect
    .poll(() =>
      page
        .locator('iframe')
        .first()
        .evaluate((node) => node.clientHeight),
    )
    .toBeGreaterThan(before + 100);
});

/** What sites do to the code that is pasted into them. */
const HOSTS: readonly {
  readonly name: string;
  readonly edit?: (code: string) => string;
  readonly headers?: (site: string) => Readonly<Record<string, string>>;
  readonly context?: Parameters<Browser['newContext']>[0];
}[] = [
  { name: 'sandbox=""', edit: (code) => code.replace(/ sandbox="[^"]*"/, ' sandbox=""') },
  {
    name: 'sandbox="allow-scripts"',
    edit: (code) => code.replace(/ sandbox="[^"]*"/, ' sandbox="allow-scripts"'),
  },
  { name: 'a site that drops styles', edit: (code) => code.replace(/ style="[^"]*"/g, '') },
  {
    name: 'a policy of its own',
    headers: (site) => ({
      'content-security-policy': `default-src 'none'; frame-src ${site}; img-src ${site}; style-src-attr 'unsafe-inline'`,
    }),
  },
  {
    name: 'forced colours and reduced motion',
    context: { forcedColors: 'active', reducedMotion: 'reduce', colorScheme: 'dark' },
  },
];

for (const { name, edit, headers, context: setting } of HOSTS)
  test(`an embed is readable with ${name}`, async ({ browser, request, baseURL }) => {
    const site = baseURL ?? '';
    await writeReport(request, {
      ...(edit && { edit }),
      ...(headers && { headers: headers(site) }),
    });
    const context = await browser.newContext(setting);
    const page = await context.newPage();
    await expectReadable(await readReport(page, 700));
    await context.close();
  });

/** The report as WordPress shows it, when the addresses of its embeds are pasted. */
async function writeWordpressReport(request: APIRequestContext, site: string): Promise<void> {
  const codes = await Promise.all(
    REPORT.map(async (question, i) => {
      const pasted = encodeURIComponent(`${site}/embed/${RELEASE}/${question}`);
      const answer = await request.get(`/oembed?maxwidth=700&url=${pasted}`);
      return wordpressFiltered(((await answer.json()) as { html: string }).html, `aB${i}`);
    }),
  );
  host.show(`<body style="margin:0">${codes.join('')}${WORDPRESS_LISTENER}`);
}

test('WordPress shows the frames of a site that it does not know, and follows their links', async ({
  page,
  request,
  baseURL,
}) => {
  await writeWordpressReport(request, baseURL ?? '');
  const frames = await readReport(page, 343);
  for (const i of REPORT.keys()) {
    await expect(page.locator('iframe').nth(i)).toBeVisible();
    await expect(page.locator('blockquote').nth(i)).toBeHidden();
  }
  // It gives no frame more than 1,000 pixels; a board of two charts has more on a phone, and scrolls.
  await expectReadable(frames.slice(0, -1));
  await page.frameLocator('iframe').first().locator('a.brand').click();
  await page.waitForURL(/\/indicators\/homicide-rate\?.*release=1\.5\.0$/);
});

test('without scripts WordPress shows the quotation with its link', async ({ browser, request, baseURL }) => {
  await writeWordpressReport(request, baseURL ?? '');
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await readReport(page, 700);
  for (const quotation of await page.locator('blockquote').all()) {
    await expect(quotation).toContainText(`Cotejo, release ${RELEASE}`);
    expect(await quotation.locator('a').getAttribute('href')).toContain(baseURL);
  }
  await context.close();
});

test('where frames are taken out, the picture, its text and its address remain', async ({
  page,
  request,
}) => {
  await writeReport(request, { edit: (code) => code.replace(/<iframe[^]*?<\/iframe>/, '') });
  await page.setViewportSize({ width: 600, height: 900 });
  await page.goto(host.address, { waitUntil: 'load' });
  const pictures = page.locator('figure img');
  // The board has two.
  await expect(pictures).toHaveCount(REPORT.length + 1);
  for (const picture of await pictures.all()) {
    expect((await picture.getAttribute('alt'))?.length).toBeGreaterThan(40);
    expect(await picture.evaluate((node) => node.getBoundingClientRect().height)).toBeGreaterThan(150);
  }
  await expect(page.locator('figcaption a').first()).toContainText(`release=${RELEASE}`);
});

test('with text twice as large everything can still be reached', async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 450 });
  await page.goto(`/embed/${RELEASE}/${REPORT[0]}`);
  await page.addStyleTag({ content: 'html{zoom:2}' }).catch(() => undefined);
  await page.evaluate(() => (document.documentElement.style.zoom = '2'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.locator('.line').scrollIntoViewIfNeeded();
  await expect(page.locator('.line')).toBeInViewport();
});

test('on paper nothing is cut, folds are away, and notes, sources and address are there', async ({
  page,
  request,
}) => {
  await writeReport(request);
  const frames = await readReport(page, 680);
  await page.emulateMedia({ media: 'print' });
  for (const frame of frames) {
    const seen = await frame.evaluate(() => {
      const shown = (selector: string): boolean =>
        [...document.querySelectorAll(selector)].some((node) => node.getBoundingClientRect().height > 0);
      const papers = [...document.querySelectorAll('.paper')];
      const bottoms = papers.map((paper) => paper.getBoundingClientRect().bottom);
      return {
        folds: shown('details'),
        // The picture of the snippet lies below the frame, and browsers print no grounds unless they are told.
        ground: ((style) => [style.backgroundColor, style.getPropertyValue('print-color-adjust')])(
          getComputedStyle(document.querySelector('main')!),
        ),
        overlaps: [...document.querySelectorAll('figure')].some((figure) =>
          [...figure.querySelectorAll('svg.chart')].some(
            (node) => node.getBoundingClientRect().bottom > figure.getBoundingClientRect().bottom + 1,
          ),
        ),
        paper: papers.map((paper) => paper.textContent).join(' '),
        below: Math.ceil(Math.max(...bottoms) - innerHeight),
        chart: Math.min(
          ...[...document.querySelectorAll('svg.chart')]
            .map((node) => node.getBoundingClientRect().height)
            .filter((height) => height > 0),
        ),
      };
    });
    expect(seen.folds, frame.url()).toBe(false);
    expect([seen.overlaps, ...seen.ground], frame.url()).toEqual([false, 'rgb(255, 255, 255)', 'exact']);
    expect(seen.paper).toContain(`release=${RELEASE}`);
    expect(seen.paper.length).toBeGreaterThan(80);
    expect(seen.below, frame.url()).toBeLessThanOrEqual(0);
    expect(seen.chart, frame.url()).toBeGreaterThan(90);
  }
});

test('the line about revised figures is one line on a phone, and its list opens in the frame', async ({
  page,
}) => {
  const question = 'homicide-rate?country=HND~SLV~GTM&time=2000..2020';
  const board = `board?a=${encodeURIComponent(question)}&b=caravan-size`;
  for (const [own, lang] of [
    [question, ''],
    [question, 'lang=es'],
    [board, ''],
  ] as const) {
    await page.setViewportSize({ width: 375, height: 900 });
    await page.goto(`/embed/1.3.0/${asking(own, lang)}`);
    const line = page.locator('.newer');
    expect(await line.evaluate((node) => node.getBoundingClientRect().height)).toBeLessThanOrEqual(24);
    await line.locator('a').click();
    await expect(page.locator('tbody tr').first()).toBeVisible();
  }
});

test('nothing tracks a reader: no cookie, and no request to anyone but the site of the embed', async ({
  browser,
  request,
  baseURL,
}) => {
  const site = baseURL ?? '';
  await writeReport(request);
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked = new Set<string>();
  const cookies: string[] = [];
  page.on('request', (sent) => asked.add(new URL(sent.url()).origin));
  page.on('response', (answer) => {
    if ('set-cookie' in answer.headers()) cookies.push(answer.url());
  });
  await readReport(page, 700);
  await page.waitForLoadState('networkidle');
  expect([...asked].sort()).toEqual([new URL(site).origin, new URL(host.address).origin].sort());
  expect([await context.cookies(), cookies]).toEqual([[], []]);
  const [stored] = await Promise.all(
    page
      .frames()
      .slice(1, 2)
      .map((frame) =>
        frame.evaluate(() => {
          try {
            return localStorage.length;
          } catch {
            return 'no storage';
          }
        }),
      ),
  );
  expect(stored).toBe('no storage');
  await context.close();
});

test('the page with the code shows the embed as it will be, with and without a script', async ({
  browser,
  page,
}) => {
  const address = `/embed/${RELEASE}/homicide-rate/code?country=HND~SLV&time=2000..2020&ui=es`;
  await page.goto(address);
  await page.getByLabel('Contenido').selectOption('table');
  await page.getByLabel('Idioma').selectOption('es');
  await page.getByRole('button', { name: 'Mostrar' }).click();
  await expect(page.locator('#embed-code')).toHaveValue(/show=table/);
  const preview = page.frameLocator('.preview iframe');
  await expect(preview.locator('details[open] table')).toBeVisible();
  await expect(preview.locator('html')).toHaveAttribute('lang', 'es');
  const context = await browser.newContext({ javaScriptEnabled: false });
  const still = await context.newPage();
  await still.goto(new URL(address, page.url()).href);
  await expect(still.locator('#embed-code')).toHaveValue(/<figure/);
  await context.close();
});
