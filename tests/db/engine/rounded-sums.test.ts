/**
 * Sums with parts that a source rounded, or omitted from its table as zero: the sum is no more certain than
 * they are.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../setup/database.ts';
import { askProduct, askJson } from '../../app/_answers/ask.ts';

await testDatabase();
afterAll(closeReader);

const words = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
const BRITISH =
  'origin=GBR&basis=us-fiscal-year&breakdown=border=southwest&definition=border-patrol&source=ohss-encounters-citizenship';

interface Row {
  readonly period: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: string;
  readonly gap: unknown;
}
const rowsOf = async (address: string): Promise<readonly Row[]> =>
  (await askJson(`/data/1.1.0/${address}`)).rows as Row[];

describe('British citizens at the south-west border, of months rounded to ten', () => {
  test('a year of which no month is in the table is at most 60, not 0', async () => {
    const [year] = await rowsOf(`border-encounters.json?${BRITISH}&time=FY2022`);
    expect(year).toMatchObject({ value: null, low: null, high: 60, qualifier: 'at-most', gap: null });
  });

  test('a year with one month of 10 is 5 to 70', async () => {
    const years = await rowsOf(`border-encounters.json?${BRITISH}`);
    expect(years.filter(({ low, high }) => low === 5 && high === 70).length).toBeGreaterThan(0);
    expect(years.every(({ value }) => value === null)).toBe(true);
  });

  test('no change of them is minus one hundred percent', async () => {
    for (const change of await rowsOf(`border-encounters.json?${BRITISH}&transform=change-percent`))
      expect(change.value).toBeNull();
  });

  test.each([
    ['csv', ',at-most,rounding,'],
    ['svg', 'at most 60'],
  ])('the %s says so', async (ending, said) => {
    expect(
      (await askProduct(`/data/1.1.0/border-encounters.${ending}?${BRITISH}&time=FY2022`)).text,
    ).toContain(said);
  });

  test('so does the embed, in both languages', async () => {
    const embed = `/embed/1.1.0/border-encounters?${BRITISH}&time=FY2022`;
    expect(words((await askProduct(embed)).text)).toContain('at most 60');
    expect(words((await askProduct(`${embed}&lang=es`)).text)).toContain('como máximo 60');
  });
});

test('a sum of many printed cells keeps its value, and every face shows how far it may be off', async () => {
  const question =
    'origin=not-mexican&source=ohss-encounters-citizenship&time=2014-10/2015-04&by=area~origin~breakdown&breakdown=border=southwest';
  const [row] = await rowsOf(`border-encounters.json?${question}`);
  expect(row).toMatchObject({ value: 70_330, low: 69_715, high: 74_460, qualifier: 'exact' });
  expect(words((await askProduct(`/data/1.1.0/border-encounters.svg?${question}`)).text)).toContain(
    '70,330 (69,715 to 74,460)',
  );
});
