/**
 * A hedge may be before or after a number, in one of its parts or in a column; a contradiction is refused.
 */
import { describe, expect, test } from 'vitest';
import { readShare, statedFigure } from './hedged.ts';
import { readText, RATES } from './read.ts';

describe('a cell keeps its hedge', () => {
  test.each([
    ['"250,000+"', 'at-least', null, 250000, Infinity],
    ['"2,500-"', 'at-most', null, 0, 2500],
    ['3 or more', 'at-least', null, 3, Infinity],
    ['5 o menos', 'at-most', null, 0, 5],
    ['3-7', 'range', null, 3, 7],
    ['3 – 7', 'range', null, 3, 7],
    ['between 3 and 7', 'range', null, 3, 7],
    ['de 3 a 7', 'range', null, 3, 7],
    ['unos 300', 'about', 300, null, null],
    ['alrededor de 300', 'about', 300, null, null],
    ['12 (estimated)', 'about', 12, null, null],
    ['fewer than 5', 'less-than', null, 0, 5],
    ['no more than 9', 'at-most', null, 0, 9],
    ['8.1M', 'exact', 8_100_000, null, null],
    ['340k', 'exact', 340_000, null, null],
  ])('%s', async (cell, qualifier, value, low, high) => {
    const { observations, faults } = await readText(
      `Area,Year,Rate\nHND,2014,${cell}\n`,
      `numbers: { thousands: ',' }${RATES}`,
    );
    expect(faults).toEqual([]);
    expect(statedFigure(observations[0])).toEqual({ qualifier, value, low, high });
  });

  test('two hedges that contradict one another are refused', async () => {
    const { observations, faults } = await readText('Area,Year,Rate\nHND,2014,less than 5+\n', RATES);
    expect(observations).toEqual([]);
    expect(faults.join()).toContain('two hedges that contradict one another');
  });

  test('a range that runs backwards is no number', async () => {
    const { faults } = await readText('Area,Year,Rate\nHND,2014,7-3\n', RATES);
    expect(faults.join()).toContain('is not a number');
  });

  test('a column of qualifiers that contradicts its cell is refused', async () => {
    const { observations, faults } = await readText(
      'Area,Year,Rate,Sign\nHND,2014,<5,at-least\nGTM,2014,<5,less-than\n',
      RATES.replace('value: Rate', 'value: Rate, qualifier: Sign'),
    );
    expect(observations.map((o) => o.area)).toEqual(['GTM']);
    expect(faults.join()).toContain('is less-than, but the qualifier column has at-least');
  });
});

describe('a share keeps the hedge of its parts', () => {
  test.each([
    ['<5', '200', { qualifier: 'less-than', value: null, low: 0, high: 0.025 }],
    ['*', '40', { qualifier: 'less-than', value: null, low: 0, high: 0.125 }],
    ['3', '>100', { qualifier: 'less-than', value: null, low: 0, high: 0.03 }],
    ['3-7', '100', { qualifier: 'range', value: null, low: 0.03, high: 0.07 }],
    ['about 3', '100', { qualifier: 'about', value: 0.03, low: null, high: null }],
  ])('%s of %s', async (part, whole, stated) => {
    const { observation, faults } = await readShare(part, whole);
    expect(faults).toEqual([]);
    expect(statedFigure(observation)).toEqual(stated);
    // A printed "<5" is not a number of people.
    expect([observation?.numerator, observation?.denominator]).toEqual([null, null]);
  });

  test('a point has its parts', async () => {
    const { observation } = await readShare('5', '200');
    expect(observation).toMatchObject({ numerator: 5, denominator: 200, intervalKind: 'none' });
  });
});
