/** An embed never exceeds 40 KB, whatever the query, and states what it had to leave out. */
import { afterAll, describe, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../../setup/database.ts';
import { askProduct } from '../ask.ts';

await testDatabase();
afterAll(closeReader);

/** The number of figures or pairs that an embed draws, and of how many; null if it draws all of them. */
function drawnOf(html: string): readonly number[] | null {
  const found = /<p class="def">The chart shows ([\d,]+) of ([\d,]+) (?:figures|pairs)/.exec(html);
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

describe.each(LARGE)('the embed of %s', (question) => {
  test('is under 40 KB in both languages, drawn at both widths', async () => {
    for (const language of ['en', 'es']) {
      const { status, text } = await askProduct(
        `/embed/1.1.0/${question}${question.includes('?') ? '&' : '?'}lang=${language}`,
      );
      expect(status).toBe(200);
      expect(Buffer.byteLength(text)).toBeLessThan(40 * 1024);
      // Two maps of the world do not fit: one serves both widths.
      const drawings = question === 'homicide-rate?time=2010' ? 1 : 2;
      expect(text.match(/<svg[^>]*class="chart"/g)).toHaveLength(drawings);
      expect(text).toContain('<table>');
    }
  });
});

test('an embed that draws a part of its figures says how many', async () => {
  const { text } = await askProduct('/embed/1.1.0/homicide-rate?tab=number-line&time=2010');
  const [drawn = 0, all = 0] = drawnOf(text) ?? [];
  const wide = /<div class="wide">([^]*?)<\/svg>/.exec(text)?.[1] ?? '';
  const figures = wide.match(/<text[^>]*text-anchor="end"[^>]*class="lab halo"/g) ?? [];
  expect([figures.length, all]).toEqual([drawn, 108]);
  expect(drawn).toBeGreaterThan(10);
  expect((await askProduct('/embed/1.1.0/homicide-rate?tab=number-line&time=2010&lang=es')).text).toMatch(
    /El gráfico muestra \d+ de 108 cifras \(.+\); los datos las contienen todas\./,
  );
});

test('a part has a title of its own, names what it draws and holds it', async () => {
  const { text } = await askProduct('/embed/1.1.0/homicide-rate');
  expect(drawnOf(text)).not.toBeNull();
  expect(text).toMatch(/<h1>El Salvador/);
  const [, names = ''] = /figures \(([^)]*)\)/.exec(text) ?? [];
  expect(names.split('; ')).toContain('El Salvador');
  expect(text).toMatch(/<text[^>]*>(?:<tspan>)?El Salvador/);
});

test('points that are many lose the numbers behind them, and are all there', async () => {
  const { text } = await askProduct('/embed/1.1.0/compare?indicators=homicide-rate~gini-index');
  expect(drawnOf(text)).toBeNull();
  const wide = /<div class="wide">([^]*?)<\/svg>/.exec(text)?.[1] ?? '';
  expect(wide.match(/M[\d.]+ [\d.]+[zZ]/g)).toHaveLength(439);
});

test('an embed that has room keeps the numbers behind its marks', async () => {
  const { text } = await askProduct('/embed/1.1.0/population?country=HND~SLV&time=2000..2010');
  expect(drawnOf(text)).toBeNull();
  expect(text).toContain('data-value=');
});
