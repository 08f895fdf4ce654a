/** Pictures: SVG, PNG and PDF of a question, of the kind of chart and with the words that its address names. */
import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { sealOf } from '#app/_answers/http/formats.ts';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../../setup/database.ts';
import { answerBytes, askProduct, requestFor, respondTo } from '../ask.ts';

await testDatabase();
afterAll(closeReader);

const QUESTION = 'country=HND~SLV~GTM&source=owid-homicide-rate&time=2000..2023';

/** Width and height from the header of a PNG. */
async function sizeOf(address: string): Promise<{ type: string; width: number; height: number }> {
  const answer = await respondTo(requestFor(address));
  if (!answer) throw new Error(`nobody answers ${address}`);
  const bytes = await answerBytes(answer);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return {
    type: String(answer.headers['content-type']),
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
  };
}

describe('a PNG', () => {
  test('has the width and the scale that the address names, margins included', async () => {
    const wide = await sizeOf(`/data/1.4.0/homicide-rate.png?${QUESTION}`);
    expect(wide).toMatchObject({ type: 'image/png', width: (720 + 32) * 2 });
    const small = await sizeOf(
      `/data/1.4.0/homicide-rate.png?${QUESTION}&scale=1&width=343&lang=es&theme=dark`,
    );
    expect(small.width).toBe(343 + 32);
  });

  test('of an absurd size is refused with what is accepted', async () => {
    const { status, text } = await askProduct(`/data/1.4.0/homicide-rate.png?${QUESTION}&width=99999`);
    expect([status, JSON.parse(text)]).toMatchObject([400, { parameter: 'width', value: '99999' }]);
    const many = await askProduct(
      '/data/1.4.0/homicides.png?source=unodc-gsh-2019&tab=number-line&scale=4&width=1200&time=2016&country=HND~SLV',
    );
    expect(many.status).toBe(200);
  });
});

describe('the kind of chart of a picture', () => {
  test.each(['small-multiples', 'heat-table', 'slope', 'log-line'])(
    '%s is drawn as SVG and as an embed',
    async (tab) => {
      const best = await askProduct(`/data/1.4.0/homicide-rate.svg?${QUESTION}`);
      const svg = await askProduct(`/data/1.4.0/homicide-rate.svg?${QUESTION}&tab=${tab}`);
      expect(svg.status).toBe(200);
      expect(svg.text).not.toBe(best.text);
      expect(svg.headers['etag']).not.toBe(best.headers['etag']);
      const embed = await askProduct(`/embed/1.4.0/homicide-rate?${QUESTION}&tab=${tab}`);
      expect(embed.status).toBe(200);
      expect(Buffer.byteLength(embed.text)).toBeLessThan(40_960);
    },
  );

  test('that would mislead is not drawn, and the picture says why', async () => {
    const { status, text } = await askProduct('/data/1.4.0/homicide-rate.svg?country=HND&time=2014&tab=line');
    expect(status).toBe(200);
    expect(text).toContain('“Line chart” does not fit this question. Lines need three years or months');
  });
});

describe('the words of a picture', () => {
  const svg = async (more: string): Promise<string> =>
    (await askProduct(`/data/1.4.0/homicide-rate.svg?country=HND~SLV~GTM&time=2012..2014${more}`)).text;
  const MANDATORY = 'may have changed between 2012 and 2014';
  const ARITHMETIC = 'The band runs from the lowest';

  test('are the finding, notes, sources, release and address', async () => {
    const text = await svg('');
    for (const words of ['El Salvador went from', ARITHMETIC, MANDATORY, 'CC BY 4.0', 'Release 1.4.0'])
      expect(text.replace(/<[^>]*>/g, ' ')).toContain(words);
    expect(text).toContain('http://cotejo.test/data/1.4.0/homicide-rate.svg?');
  });

  test('without title= and notes= are still those that belong to the figures', async () => {
    const drawn = (await svg('&title=no&notes=no')).replace(/<svg[^>]*>|<title>.*<\/title>|<[^>]*>/g, ' ');
    expect(drawn).not.toContain('El Salvador went from');
    expect(drawn).not.toContain(ARITHMETIC);
    for (const words of [MANDATORY, 'CC BY 4.0', 'Release 1.4.0']) expect(drawn).toContain(words);
  });

  test('lose no space between their parts', async () => {
    const { text } = await askProduct('/data/1.4.0/caravan-size.svg');
    expect(text).toMatch(/<text[^>]*xml:space="preserve"[^>]*><tspan[^>]*>more than <\/tspan>4,000/);
  });
});

describe('a card', () => {
  test.each([
    ['homicide-rate', 'country=HND~SLV~GTM&time=2012..2014'],
    ['caravan-size', ''],
    ['asylum-grant-share', 'time=2014'],
    ['homicide-rate', 'country=HND~SLV~GTM&time=2000..2020&tab=small-multiples&lang=es&theme=dark'],
  ])('of %s?%s is 1200 by 630', async (id, search) => {
    const size = await sizeOf(
      `/data/1.4.0/${id}.png?${[search, 'scale=1', 'size=card'].filter(Boolean).join('&')}`,
    );
    expect(size).toEqual({ type: 'image/png', width: 1200, height: 630 });
  });

  test('of two indicators is one too, and of three there is none', async () => {
    const pair = 'country=HND~SLV~GTM&indicators=homicide-rate~population&time=2014&scale=1&size=card';
    expect(await sizeOf(`/data/1.4.0/compare.png?${pair}`)).toMatchObject({ width: 1200, height: 630 });
    const three = pair.replace('population', 'population~gini-index');
    expect((await askProduct(`/data/1.4.0/compare.png?${three}`)).status).toBe(400);
  });
});

/** Poppler, where it is installed: it reads a page as a printer would. */
const HAS_POPPLER = ['pdffonts', 'pdftotext'].every((program) => {
  try {
    execFileSync(program, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

describe('a PDF', () => {
  const ADDRESS = `/data/1.4.0/homicide-rate.pdf?${QUESTION}`;
  async function page(address: string): Promise<Buffer> {
    const answer = await respondTo(requestFor(address));
    expect([answer?.status, answer?.headers['content-type']]).toEqual([200, 'application/pdf']);
    return answerBytes(answer!);
  }

  test('is one page of the same bytes each time, with its text alternative', async () => {
    const [first, second] = [await page(ADDRESS), await page(ADDRESS)];
    expect(first.equals(second)).toBe(true);
    const text = first.toString('latin1');
    expect(text.match(/\/Type \/Page\n/g)).toHaveLength(1);
    expect(text).toContain('/Lang (en)');
    expect(text).toMatch(/\/S \/Figure/);
    expect(text).toMatch(/\/Alt /);
  });

  test.runIf(HAS_POPPLER)('has our fonts in it, and its words as words', async () => {
    const pdf = await page(`${ADDRESS}&lang=es`);
    const fonts = execFileSync('pdffonts', ['-'], { input: pdf }).toString();
    for (const name of ['SourceSans3-Regular', 'SourceSans3-SemiBold', 'Brygada1918-Medium'])
      expect(fonts).toMatch(new RegExp(`\\+${name} +CID TrueType +Identity-H +yes yes yes`));
    const words = execFileSync('pdftotext', ['-', '-'], { input: pdf }).toString();
    for (const said of ['El Salvador pasó de', 'Honduras', 'Edición 1.4.0']) expect(words).toContain(said);
  });
});

test('the version of the drawings is in the ETags of pictures, and in none of data', () => {
  for (const format of ['svg', 'png', 'pdf', 'document.zip', 'md'] as const)
    expect(sealOf(format, 'seal')).not.toBe('seal');
  for (const format of ['csv', 'json', 'xlsx', 'parquet', 'zip', 'bib'] as const)
    expect(sealOf(format, 'seal')).toBe('seal');
});
