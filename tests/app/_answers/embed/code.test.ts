import { afterAll, describe, expect, test } from 'vitest';
import { frameHeight, listenerOf, SANDBOX } from '#app/_answers/embed/snippet.ts';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../../setup/database.ts';
import { askProduct } from '../ask.ts';

await testDatabase();
afterAll(closeReader);

const QUESTION = 'country=HND~SLV~GTM&source=owid-homicide-rate&time=2000..2020';

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The code that the page offers for some choices. */
async function codeOf(search: string, name = 'homicide-rate'): Promise<string> {
  const { status, text } = await askProduct(`/embed/1.4.0/${name}/code?${search}`);
  expect(status).toBe(200);
  return unescaped(/<textarea id="embed-code"[^>]*>([^]*?)<\/textarea>/.exec(text)?.[1] ?? '');
}

const valueOf = (code: string, name: string): string =>
  unescaped(new RegExp(` ${name}="([^"]*)"`).exec(code)?.[1] ?? '');

describe('the code of an embed', () => {
  test('is a figure with the frame over its picture, the source and the address', async () => {
    const code = await codeOf(QUESTION);
    expect(code).toMatch(/^<figure [^]*<\/figure>$/);
    const frame = /<iframe [^>]*>/.exec(code)?.[0] ?? '';
    expect(valueOf(frame, 'src')).toBe(`http://cotejo.test/embed/1.4.0/homicide-rate?${QUESTION}`);
    expect(valueOf(frame, 'title')).toMatch(/^El Salvador went from/);
    expect(valueOf(frame, 'sandbox')).toBe(SANDBOX);
    expect(frame).toContain('loading="lazy"');
    const picture = /<img [^>]*>/.exec(code)?.[0] ?? '';
    expect(valueOf(picture, 'src')).toBe(`http://cotejo.test/data/1.4.0/homicide-rate.png?${QUESTION}`);
    expect(valueOf(picture, 'alt')).toMatch(/^El Salvador went from .+ Line chart\. .*Honduras/);
    const page = `http://cotejo.test/indicators/homicide-rate?${QUESTION}&release=1.4.0`;
    expect(code).toContain(`Cotejo, release 1.4.0: <a href="${page.replaceAll('&', '&amp;')}">`);
    const phone = valueOf(/<source [^>]*>/.exec(code)?.[0] ?? '', 'srcset');
    for (const address of [valueOf(picture, 'src'), phone]) {
      const png = await askProduct(address.replace('http://cotejo.test', ''));
      expect([address, png.status, png.headers['content-type']]).toEqual([address, 200, 'image/png']);
    }
    expect(phone).toContain('&width=343');
  });

  test('follows the choices: newest release, language, colours, open folds, width', async () => {
    const code = await codeOf(`${QUESTION}&follow=latest&lang=es&theme=dark&show=table&frame=343`);
    expect(valueOf(/<iframe [^>]*>/.exec(code)?.[0] ?? '', 'src')).toBe(
      'http://cotejo.test/embed/latest/homicide-rate?country=HND~SLV~GTM&lang=es&show=table&source=owid-homicide-rate&theme=dark&time=2000..2020',
    );
    expect(code).toContain('/data/latest/homicide-rate.png?');
    expect(code).toContain('max-width:343px');
    expect(code).toContain('edición más reciente');
    expect(code).not.toContain('release=');
    const folded = await codeOf(`${QUESTION}&lang=es&frame=343`);
    const tall = (html: string): number => Number(valueOf(/<iframe [^>]*>/.exec(html)?.[0] ?? '', 'height'));
    expect(tall(code)).toBeGreaterThan(tall(folded) + 200);
    // A wide frame is narrow on a phone, and is as high there as it must be.
    const wide = await codeOf(`${QUESTION}&frame=600`);
    expect(wide).toMatch(/max-width:600px">[^]*height:clamp\(/);
    expect(tall(wide)).toBeLessThan(tall(await codeOf(QUESTION)));
  });

  test('of bars in many panels draws lines, in the frame and in the picture under it', async () => {
    const { text } = await askProduct('/embed/1.5.0/removals/code?origin=SLV~HND~GTM~MEX');
    expect(text).not.toContain('needs a frame');
    expect(Number(/ height=&quot;(\d+)&quot;/.exec(text)?.[1])).toBeLessThan(500);
    expect(unescaped(unescaped(text))).toMatch(/removals\.png\?origin=SLV~HND~GTM~MEX&tab=line/);
  });

  test('of a chart that needs a higher frame says how high, and leads to lines that are lower', async () => {
    const { text } = await askProduct('/embed/1.5.0/border-deaths/code?breakdown=border=southwest&ui=es');
    const [, tall = '', href = '', low = ''] =
      /un marco de (\d+) píxeles;[^<]* <a href="([^"]+)">Como líneas necesita (\d+)<\/a>/.exec(text) ?? [];
    expect(Number(tall)).toBeGreaterThan(520);
    expect(Number(low)).toBeLessThan(Number(tall) - 80);
    const lines = await askProduct(unescaped(href));
    expect(lines.text).toContain(`height:${low}px`);
    expect(lines.text).not.toContain('un marco de');
    expect((await askProduct(`/embed/1.5.0/homicide-rate/code?${QUESTION}`)).text).not.toContain(
      'needs a frame',
    );
  });

  test('of two indicators is made the same way', async () => {
    const code = await codeOf('indicators=homicide-rate~gini-index&time=2014', 'compare');
    expect(code).toContain('/embed/1.4.0/compare?indicators=homicide-rate~gini-index&amp;time=2014');
    expect(code).toContain('/data/1.4.0/compare.png?');
  });

  test('of a board has the picture of each chart, and takes the address of a page for a chart', async () => {
    const pasted = encodeURIComponent(
      'http://cotejo.test/es/indicators/population?country=HND&tab=table&utm_source=x&release=1.4.0',
    );
    const code = await codeOf(
      `a=${encodeURIComponent('homicide-rate?country=HND~SLV')}&b=${pasted}`,
      'board',
    );
    const frame = /<iframe [^>]*>/.exec(code)?.[0] ?? '';
    expect(valueOf(frame, 'src')).toBe(
      'http://cotejo.test/embed/1.4.0/board?a=homicide-rate%3Fcountry=HND~SLV&b=population%3Fcountry=HND',
    );
    expect(valueOf(frame, 'title')).toBe('2 comparisons: Homicide rate; Population');
    expect(valueOf(frame, 'style')).toMatch(/;height:min\(.+\)$/);
    const pictures = code.match(/<img [^>]*>/g) ?? [];
    expect(pictures.map((picture) => valueOf(picture, 'src'))).toEqual([
      'http://cotejo.test/data/1.4.0/homicide-rate.png?country=HND~SLV',
      'http://cotejo.test/data/1.4.0/population.png?country=HND',
    ]);
    for (const picture of pictures) expect(valueOf(picture, 'alt').length).toBeGreaterThan(40);
    const latest = await codeOf('a=caravan-size&follow=latest&lang=es&theme=dark', 'board');
    expect(latest).toContain('/embed/latest/board?a=caravan-size&amp;lang=es&amp;theme=dark"');
    expect(latest).toContain('/data/latest/caravan-size.png?lang=es&amp;theme=dark"');
    const refused = async (a: string): Promise<number> =>
      (await askProduct(`/embed/1.4.0/board/code?a=${encodeURIComponent(a)}`)).status;
    expect(await refused('https://elsewhere.example/indicators/homicide-rate')).toBe(404);
    const elsewhere = await askProduct('/embed/1.4.0/board/code?b=https://elsewhere.example/');
    expect(elsewhere.text).toContain('<code>b: url</code>');
    expect(await refused('homicide-rate?contry=HND')).toBe(400);
    expect((await askProduct('/embed/1.4.0/board/code')).status).toBe(400);
  });

  test('of one chart leads to that of a board with it', async () => {
    const { text } = await askProduct(`/embed/1.4.0/homicide-rate/code?${QUESTION}`);
    const [, href = ''] = /<a href="(\/embed\/1\.4\.0\/board\/code[^"]*)">/.exec(text) ?? [];
    const board = await askProduct(unescaped(href));
    expect(board.text).toContain(`name="a" value="homicide-rate?${QUESTION.replaceAll('&', '&amp;')}"`);
    expect(board.text).toContain('name="b" value=""');
  });

  test('says what it does not accept', async () => {
    expect((await askProduct(`/embed/1.4.0/homicide-rate/code?${QUESTION}&frame=99999`)).status).toBe(400);
    expect((await askProduct('/embed/9.9.9/homicide-rate/code')).status).toBe(404);
    expect((await askProduct(`/embed/1.4.0/homicide-rate?${QUESTION}&frame=343`)).status).toBe(400);
  });

  test('is shown only in frames of our own pages, and runs one script', async () => {
    const { headers, text } = await askProduct(`/embed/1.4.0/homicide-rate/code?${QUESTION}&ui=es`);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(text.match(/<script>/g)).toHaveLength(1);
    expect(text).toContain('Insertar este gráfico');
  });
});

test('a frame has one height for narrow columns and one for wide ones', () => {
  expect(frameHeight({ narrow: 510, wide: 450 })).toBe('clamp(450px,(480px - 100cqw)*999,510px)');
  expect(frameHeight({ narrow: 430, wide: 450 })).toBe('clamp(430px,(100cqw - 479px)*999,450px)');
  expect(frameHeight({ narrow: 450, wide: 450 })).toBeNull();
});

describe('the two lines that listen', () => {
  const listener = listenerOf('https://cotejo.example');

  /** Runs them on a page with one frame and sends a message. */
  function heightAfter(
    event: object,
    sandbox: string | null,
    src = 'https://cotejo.example/embed/1.0.0/x',
  ): string {
    const frame = {
      contentWindow: { name: 'ours' },
      style: { height: '450px' },
      hasAttribute: () => sandbox !== null,
      sandbox: { contains: (token: string) => (sandbox ?? '').split(' ').includes(token) },
    };
    let heard: ((event: object) => void) | undefined;
    const page = {
      querySelectorAll: (selector: string) =>
        src.startsWith(/\^="([^"]+)"/.exec(selector)?.[1] ?? 'nothing') ? [frame] : [],
    };
    const script = listener.replace(/^<script>|<\/script>$/g, '');
    new Function('addEventListener', 'document', script)(
      (_name: string, hear: (event: object) => void) => (heard = hear),
      page,
    );
    heard?.({
      source: frame.contentWindow,
      origin: 'null',
      data: { type: 'cotejo:height', height: 612 },
      ...event,
    });
    return frame.style.height;
  }

  test('are under 1 KB', () => {
    expect(Buffer.byteLength(listener)).toBeLessThan(1024);
    expect(listener.split('\n')).toHaveLength(2);
  });

  test('take the height of the frame that sent it, within bounds', () => {
    expect(heightAfter({}, SANDBOX)).toBe('612px');
    expect(heightAfter({ origin: 'https://cotejo.example' }, null)).toBe('612px');
    expect(heightAfter({ data: { type: 'cotejo:height', height: 1e9 } }, SANDBOX)).toBe('4000px');
    expect(heightAfter({ data: { type: 'cotejo:height', height: -5 } }, SANDBOX)).toBe('120px');
    expect(heightAfter({ data: { type: 'cotejo:height', height: 'x;color:red' } }, SANDBOX)).toBe('120px');
  });

  test('take nothing from another window, another origin, another frame or another message', () => {
    for (const event of [
      { source: {} },
      { origin: 'https://evil.example' },
      { data: { type: 'other', height: 612 } },
      { data: null },
      { data: 'cotejo:height' },
    ])
      expect(heightAfter(event, SANDBOX), JSON.stringify(event)).toBe('450px');
    // A frame without a sandbox has our origin, and none other.
    expect(heightAfter({ origin: 'null' }, null)).toBe('450px');
    expect(heightAfter({}, SANDBOX, 'https://evil.example/embed/1.0.0/x')).toBe('450px');
  });
});
