/** Pictures: SVG and PNG of a question, of the kind of chart that its address names. */
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

test('the version of the drawings is in the ETags of pictures, and in none of data', () => {
  for (const format of ['svg', 'png', 'md'] as const) expect(sealOf(format, 'seal')).not.toBe('seal');
  for (const format of ['csv', 'json', 'xlsx', 'parquet', 'zip', 'bib'] as const)
    expect(sealOf(format, 'seal')).toBe('seal');
});
