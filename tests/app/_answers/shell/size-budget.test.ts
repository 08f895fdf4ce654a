/** An embed never exceeds 40 KB, whatever the query, and states what it had to leave out. */
import { afterAll, describe, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../../setup/database.ts';
import { askProduct } from '../ask.ts';

await testDatabase();
afterAll(closeReader);

/** The number of figures or pairs that an embed draws, and of how many; null if it draws all of them. */
function drawnOf(html: string): readonly number[] | null {
  const found = /<p class="say">The chart shows ([\d,]+) of ([\d,]+) (?:figures|pairs)/.exec(html);
  return found && found.slice(1).map((n) => Number(n.replaceAll(',', '')));
}

const LARGE = [
  // Lines, rows, bars of months, ranks, two indicators: each was 75 to 433 KB.
  'homicide-rate',
  'homicide-rate?time=2010',
  'population',
  'asylum-applications',
  'missing-migrants',
  'border-apprehensions?country=USA&breakdown=border=southwest&basis=month',
  'border-apprehensions?country=USA&breakdown=border=southwest&basis=month&transform=rank:area',
  'uac-apprehensions?basis=month',
  'uac-apprehensions?group=m49-013~m49-021&origin=northern-triangle~_T&time=2013..&transform=share-of-total',
  'compare?indicators=homicide-rate~gini-index',
];

/** The drawings of an embed, each with the frames that it is for. */
const drawingsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<svg class="chart ([a-d a-z]+)"/g)].map(([, frames = '']) => frames);

const PHONES_AND_OTHERS = ['a', 'b c d'];

describe.each(LARGE)('the embed of %s', (question) => {
  test('is under 40 KB in both languages, with a drawing for every frame', async () => {
    for (const language of ['en', 'es']) {
      const { status, text } = await askProduct(
        `/embed/1.1.0/${question}${question.includes('?') ? '&' : '?'}lang=${language}`,
      );
      expect(status).toBe(200);
      expect(Buffer.byteLength(text)).toBeLessThan(40 * 1024);
      const drawings = drawingsOf(text);
      expect(drawings.join(' ').split(' ').slice(0, 4)).toEqual(['a', 'b', 'c', 'd']);
      // Two maps of the world do not fit: one serves all frames.
      if (question === 'homicide-rate?time=2010') expect(drawings).toEqual(['a b c d one']);
      expect(text).toMatch(/<table( class="g")?>/);
    }
  });
});

/** What stands in the drawing for phones. */
const onPhones = (html: string): string => /<svg class="chart a"[^]*?<\/svg>/.exec(html)?.[0] ?? '';

test('of many rows those are drawn that the question is about, and the embed says how many', async () => {
  const { text } = await askProduct('/embed/1.1.0/homicide-rate?tab=number-line&time=2010');
  const [drawn = 0, all = 0] = drawnOf(text) ?? [];
  const figures = onPhones(text).match(/<text[^>]*text-anchor=end class="lab halo"/g) ?? [];
  expect([figures.length, all]).toEqual([drawn, 108]);
  expect(drawn).toBe(9);
  // The highest, and those with a colour of their own; not the first in the alphabet.
  expect(onPhones(text)).toContain('El Salvador');
  expect(onPhones(text)).not.toMatch(/>Albania|>Armenia/);
  expect((await askProduct('/embed/1.1.0/homicide-rate?tab=number-line&time=2010&lang=es')).text).toMatch(
    /El gráfico muestra \d+ de 108 cifras \(.+\); los datos las contienen todas\./,
  );
});

test.each(['homicide-rate', 'asylum-applications', 'population'])(
  'a part of %s has a title of its own everywhere, names what it draws and holds it',
  async (indicator) => {
    const { text } = await askProduct(`/embed/1.1.0/${indicator}`);
    expect(drawnOf(text)).not.toBeNull();
    const [, title = ''] = /<h1>([^<]+)<\/h1>/.exec(text) ?? [];
    expect(text).toContain(`<title>${title} ·`);
    expect(text).toContain(`<p id="alt" hidden>${title}`);
    // Its subject is a series of the drawing: `Guatemala, first applications went from 1,926 in 2002 …`.
    const [subject = ''] = title.split(/,| went from/);
    expect(onPhones(text)).toContain(`>${subject}`);
    expect(text.match(/<title>/g)).toHaveLength(1);
  },
);

test('of three countries all three are drawn, whatever else is left out', async () => {
  const { text } = await askProduct('/embed/1.3.0/homicide-rate?country=HND~SLV~GTM&time=2000..2020');
  for (const name of ['Honduras', 'El Salvador', 'Guatemala']) expect(onPhones(text)).toContain(`>${name}`);
});

test('points that are many are all there, in two drawings', async () => {
  const { text } = await askProduct('/embed/1.1.0/compare?indicators=homicide-rate~gini-index');
  expect(drawnOf(text)).toBeNull();
  expect(drawingsOf(text)).toEqual(PHONES_AND_OTHERS);
  expect(onPhones(text).match(/M[\d.]+ [\d.]+[zZ]/g)).toHaveLength(439);
});
