/**
 * A source that disguises small numbers states so on its card, and every figure computed from them is an
 * interval.
 */
import { describe, expect, test } from 'vitest';
import { readText } from './read.ts';

const DISCLOSURE = {
  stands: [
    { printed: 5, low: 1, high: 9 },
    { printed: 10, low: 6, high: 10 },
  ],
  text: { en: 'A 5 stands for 1 to 9.', es: 'Un 5 representa de 1 a 9.' },
};

const RECIPE = `
format: { type: csv }
area: { constant: USA }
counterpart: Area
period: Year
figures:
  - indicator: asylum-decisions
    definition: { constant: persons }
    breakdown: { authority: { constant: courts }, outcome: { constant: recognized } }
    value: Granted
  - indicator: asylum-decisions
    definition: { constant: persons }
    breakdown: { authority: { constant: courts } }
    value: &all { column: All, parts: [Granted, Denied] }
  - indicator: asylum-grant-share
    definition: { constant: of-all-closed }
    breakdown: { authority: { constant: courts } }
    numerator: Granted
    denominator: *all
`;

async function read(rows: string) {
  const { observations, faults } = await readText(
    `Area,Year,Granted,Denied,All\n${rows}`,
    RECIPE,
    null,
    DISCLOSURE,
  );
  expect(faults).toEqual([]);
  const [granted, all, share] = observations;
  return { granted, all, share };
}

describe('a disguised number', () => {
  test('is an interval of its own kind, with the sentence of the card', async () => {
    const { granted } = await read('BOL,2003,5,33,38\n');
    expect(granted).toMatchObject({
      stated: { qualifier: 'exact', value: 5, low: 1, high: 9 },
      intervalKind: 'disclosure',
      note: { text: DISCLOSURE.text, mandatory: false },
    });
  });

  test('makes the printed total of its parts as uncertain as they are', async () => {
    const { all } = await read('BOL,2003,5,33,38\n');
    expect(all).toMatchObject({ stated: { value: 38, low: 34, high: 42 }, intervalKind: 'disclosure' });
  });

  test('makes a share an interval; part and whole move together', async () => {
    const { share } = await read('BOL,2003,5,10,15\n');
    // At least 1 of 1 + 10, at most 9 of 9 + 6.
    expect(share).toMatchObject({
      stated: { value: 0.333333333333, low: 0.0909090909091, high: 0.6 },
      intervalKind: 'disclosure',
      note: { mandatory: true },
    });
  });

  test('all of 1 to 9 is all of them: the share is a point, and says that 5 of 5 is not five', async () => {
    const { share } = await read('BOL,2006,5,0,5\n');
    expect(share).toMatchObject({
      stated: { qualifier: 'exact', value: 1, low: null, high: null },
      note: { text: DISCLOSURE.text, mandatory: true },
    });
  });

  test('changes nothing where no number is disguised', async () => {
    const { granted, all, share } = await read('BOL,2025,83,788,871\n');
    for (const o of [granted, all, share]) expect(o).toMatchObject({ intervalKind: 'none', note: null });
  });
});
