/** What can stand beside what, over all indicators of the newest release, as the page Compare lists it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createData, type SiteData } from '#app/_data/data.ts';
import { reader } from '#app/_data/pool.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { partnersOf, seriesOfSide, yearsByPlace, type YearsOnFile } from '#stats/pairing/partners.ts';
import { PLACES, parseSides, type Side } from '#stats/query/several.ts';
import { testDatabase } from '../../setup/database.ts';
import { LATEST } from '../../setup/releases.ts';

let data: SiteData;
let catalogue: Catalogue;
let onFile: YearsOnFile;

beforeAll(async () => {
  await testDatabase();
  data = createData(reader);
  catalogue = (await data.loadCatalogue(LATEST))!;
  onFile = await data.loadYearsOnFile(LATEST);
});

const sidesOf = (indicator: Indicator): Side[] => {
  const beside = indicator.id === 'homicide-rate' ? 'gini-index' : 'homicide-rate';
  return PLACES.filter((axis) => axis === 'area' || indicator.counterpartRole).flatMap((axis) =>
    parseSides(
      new Map([
        ['indicators', `${indicator.id}~${beside}`],
        ['place.1', axis],
      ]),
      catalogue,
    ).slice(0, 1),
  );
};
const sideOf = (id: string): Side => sidesOf(catalogue.indicators.find((own) => own.id === id)!)[0]!;
const partners = (id: string, about: string | null) =>
  partnersOf({ catalogue, onFile, first: sideOf(id), sidesOf, about });

describe('beside the homicide rate of Honduras', () => {
  test('stand its population, encounters of Hondurans, and children at the border of the United States', () => {
    const found = partners('homicide-rate', 'HND');
    const of = (id: string) => found.find(({ indicator }) => indicator.id === id);
    expect(of('population')).toMatchObject({ how: 'same', place: 'area' });
    expect(of('removals')).toMatchObject({ how: 'origin', place: 'origin' });
    expect(of('single-adult-encounters')).toMatchObject({ how: 'other', other: 'USA' });
  });

  test('what cannot stand there says why', () => {
    const found = partners('homicide-rate', 'HND');
    const of = (id: string) => found.find(({ indicator }) => indicator.id === id);
    expect(of('ransom')).toMatchObject({ how: null, why: 'undated' });
    expect(of('caravan-size')).toMatchObject({ how: null, why: 'days' });
    for (const { how, why, shared } of found) {
      expect(how === null).toBe(why !== null);
      expect(shared.years.length > 0).toBe(how !== null);
    }
  });
});

test('the years on file are those of the answers: every place with a year has a figure of it', async () => {
  for (const id of ['homicide-rate', 'population', 'uac-apprehensions', 'gini-index']) {
    const side = sideOf(id);
    const years = yearsByPlace(seriesOfSide(onFile.get(id) ?? [], side), side.place);
    const { cells } = await data.loadComparison({
      version: LATEST,
      language: 'en',
      query: { ...side.query, source: [] },
    });
    const answered = new Set(
      cells
        .filter(({ stated }) => stated)
        .map(({ area, period }) => `${area} ${period.end?.slice(0, 4) ?? ''}`),
    );
    for (const [place, own] of [...years].slice(0, 30))
      for (const year of own) expect([id, answered.has(`${place} ${year}`)]).toEqual([id, true]);
  }
});
