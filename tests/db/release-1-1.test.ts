/** Numbers that release 1.1.0 must return: publishers next to documents, as pages and files query them. */
import { describe, expect, test } from 'vitest';
import { siteData } from '#app/_data/data.ts';
import type { Cell } from '#stats/model/observation.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import { testDatabase } from '../setup/database.ts';

await testDatabase();
const VERSION = '1.1.0';

async function ask(id: string, search: string): Promise<readonly Cell[]> {
  const catalogue = await siteData.loadCatalogue(VERSION);
  const indicator = catalogue?.indicators.find((candidate) => candidate.id === id);
  if (!catalogue || !indicator) throw new Error(`release ${VERSION} has no ${id}`);
  const query = parseQuery(parseParameters(search), indicator, catalogue);
  return (await siteData.loadComparison({ version: VERSION, language: 'en', query })).cells;
}

/** Value by source. */
const bySource = (cells: readonly Cell[]): Record<string, number | null | undefined> =>
  Object.fromEntries(cells.map((cell) => [cell.source, cell.stated?.value]));

test('each source has its own homicide rate of the Northern Triangle in 2014', async () => {
  const cells = bySource(await ask('homicide-rate', 'group=northern-triangle&time=2014'));
  expect(cells['owid-homicide-rate']).toBeCloseTo(48.74, 2);
  expect(cells['world-bank-homicide-2022']).toBeCloseTo(48.45, 2);
  expect(cells['unodc-gsh-2019']).toBeCloseTo(47.99, 2);
  expect(cells['migrant-crisis-2015']).toBeCloseTo(47.85, 2);
});

describe('fiscal year 2014 at the south-west border', () => {
  const question = 'basis=us-fiscal-year&breakdown=border%3Dsouthwest&time=FY2014';

  test('three sources count 68,541 children, and rounded months sum to 68,560', async () => {
    expect(bySource(await ask('uac-apprehensions', question))).toEqual({
      'cbp-usbp-monthly': 68541,
      'cbp-sector-profiles': 68541,
      'migrant-crisis-2015': 68541,
      'ohss-encounters-family-status': 68560,
    });
  });

  test('the revised number of deaths is 315, and the first was 307', async () => {
    expect(bySource(await ask('border-deaths', question))).toEqual({
      'cbp-border-deaths': 315,
      'cbp-sector-profiles': 307,
      'migrant-crisis-2015': 307,
    });
  });

  test('the printed number of people in families is 68,445, and later months sum to 67,060', async () => {
    expect(bySource(await ask('family-unit-apprehensions', question))).toEqual({
      'cbp-usbp-monthly': 68445,
      'migrant-crisis-2015': 68445,
      'ohss-encounters-family-status': 67060,
    });
    const months = await ask(
      'family-unit-apprehensions',
      'basis=month&breakdown=border%3Dsouthwest&source=ohss-encounters-family-status&time=2013-10..2014-09',
    );
    expect(months).toHaveLength(12);
    expect(months.reduce((sum, cell) => sum + (cell.stated?.value ?? NaN), 0)).toBe(67060);
  });
});

test('US courts granted 633 of 4,452 cases from three origins decided on the merits in 2014', async () => {
  const [cell, ...more] = (
    await ask('asylum-grant-share', 'definition=of-decided-on-merits&origin=northern-triangle&time=2014')
  ).filter((cell) => cell.counterpart === 'northern-triangle');
  expect(more).toEqual([]);
  expect([cell?.numerator, cell?.denominator]).toEqual([633, 4452]);
});

test('encounters other than Mexican sum to 70,330 from October 2014 to April 2015', async () => {
  const cells = await ask(
    'border-encounters',
    'breakdown=border%3Dsouthwest&definition=border-patrol&time=2014-10..2015-04',
  );
  const published = cells.filter((cell) => cell.computed === null && cell.counterpart !== 'MEX');
  expect(published.reduce((sum, cell) => sum + (cell.stated?.value ?? 0), 0)).toBe(70330);
});
