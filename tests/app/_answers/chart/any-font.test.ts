/**
 * An SVG is used where our fonts are missing. Its texts fit in Arial and Liberation Sans with a tenth to spare: none
 * leaves the picture, none lies on another.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../../setup/database.ts';
import { LATEST } from '../../../setup/releases.ts';
import { askJson, askProduct } from '../ask.ts';
import { HAS_LIBERATION, misplaced, textBoxes } from './svg-texts.ts';

await testDatabase();
afterAll(closeReader);

const { indicators } = (await askJson(`/data/${LATEST}/indicators.json`)) as {
  indicators: { id: string; opening?: string }[];
};

const LOOKS = ['lang=en', 'lang=es&width=343', 'lang=es&fonts=system'];
const KINDS = ['bars', 'dumbbell', 'heat-table', 'map', 'number-line', 'slope', 'small-multiples'];

describe.skipIf(!HAS_LIBERATION)('the SVG, measured in Liberation Sans,', () => {
  test.each(LOOKS)('of every indicator (%s) has room for every text', async (look) => {
    const found: string[] = [];
    for (const { id, opening = '' } of indicators) {
      const search = [opening, look].filter(Boolean).join('&');
      const { status, text } = await askProduct(`/data/${LATEST}/${id}.svg?${search}`);
      expect([id, status]).toEqual([id, 200]);
      found.push(...misplaced(text, 1.1).map((what) => `${id}: ${what}`));
    }
    expect(found).toEqual([]);
  });

  test.each(KINDS)('of kind %s has room for every text', async (kind) => {
    const question =
      'country=HND~SLV~GTM~MEX~CRI&time=2010..2016&source=owid-homicide-rate~world-bank-homicide';
    const { status, text } = await askProduct(
      `/data/${LATEST}/homicide-rate.svg?${question}&tab=${kind}&lang=es`,
    );
    expect(status).toBe(200);
    expect(textBoxes(text, 1).boxes.length).toBeGreaterThan(10);
    expect(misplaced(text, 1.1)).toEqual([]);
  });
});

test('no note and no address in an SVG is cut', async () => {
  const { text } = await askProduct(`/data/${LATEST}/caravan-size.svg?width=343&lang=es`);
  expect(text.slice(text.indexOf('Cotejo ·'))).toContain('width=343');
  expect(text).not.toContain('…</text>');
});

test('with fonts=system an SVG names fonts of every machine only, and keeps its text as text', async () => {
  const address = `/data/${LATEST}/homicide-rate.svg?country=HND~SLV&fonts=system`;
  const { text } = await askProduct(address);
  const families = [...text.matchAll(/font-family="([^"]*)"/g)].map(([, family]) => family);
  expect(new Set(families.flatMap((family) => family?.replaceAll('&#x27;', '').split(', ')))).toEqual(
    new Set([
      'Liberation Sans',
      'Arial',
      'Helvetica',
      'sans-serif',
      'Liberation Serif',
      'Times New Roman',
      'Times',
      'serif',
    ]),
  );
  expect(text).not.toMatch(/url\(http|@import|@font-face|<script|<foreignObject|xlink:href/);
  expect(text).toMatch(/<text[^>]*>[^<]*Honduras/);
});
