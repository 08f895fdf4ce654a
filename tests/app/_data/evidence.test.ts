/** Where a figure comes from: its states in all releases, and the members of one that was computed. */
import { afterAll, describe, expect, test } from 'vitest';
import { siteData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import { parseObservationId } from '#stats/model/observation-id.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import { testDatabase } from '../../setup/database.ts';

await testDatabase();
afterAll(closeReader);

const LATEST = (await siteData.loadReleases()).at(-1)!.version;
const observation = (id: string, version = LATEST) =>
  siteData.loadObservation(version, parseObservationId(id)!, 'en');

async function evidence(search: string, indicatorId: string, pick: (id: string) => boolean) {
  const catalogue = (await siteData.loadCatalogue(LATEST))!;
  const indicator = catalogue.indicators.find(({ id }) => id === indicatorId)!;
  const query = parseQuery(parseParameters(search), indicator, catalogue);
  const question = { version: LATEST, language: 'en' as const, query };
  const { cellId } = await import('#stats/model/observation-id.ts');
  const { cells } = await siteData.loadComparison(question);
  const cell = cells.find((candidate) => candidate.stated && pick(cellId(candidate)));
  return (await siteData.loadCellEvidence(question, cellId(cell!)))!;
}

describe('a published figure', () => {
  test('has every value that it had, with the releases: Honduras 2012 at the World Bank', async () => {
    const found = (await observation('homicide-rate~world-bank-homicide~HND~2012'))!;
    console.log(found.states.map((s) => [s.since, s.until, s.stated?.value, s.file?.vintage, s.locator]));
    console.log(found.comparison.cells.filter((c) => c.period.start === '2012-01-01').map((c) => [c.source, c.stated?.value]));
    expect(found.states.map(({ stated }) => stated?.value?.toFixed(4))).toEqual(['83.0026', '81.5708', '82.2942']);
  });
});

describe('a computed figure', () => {
  test.each([
    ['group=northern-triangle&time=2022', 'homicide-rate', /northern-triangle.*computed/],
    ['origin=northern-triangle&time=FY2019', 'border-encounters', /northern-triangle.*computed/],
    ['by=area~origin~source&time=FY2014&country=USA', 'uac-apprehensions', /computed/],
    ['country=HND&time=2014&transform=index:2010', 'homicide-rate', /HND/],
    ['country=SLV&time=2014&transform=ratio:area=MEX', 'homicide-rate', /SLV/],
    ['origin=northern-triangle&time=2014', 'asylum-recognition-share', /northern-triangle.*computed/],
    ['time=2014-10/2015-04&country=USA', 'us-otm-apprehensions', /computed/],
  ] as const)('%s of %s', async (search, indicator, pattern) => {
    const found = await evidence(search, indicator, (id) => pattern.test(id));
    console.log(search, found.cell.computed, found.cell.stated, found.count, found.again,
      found.inputs.slice(0, 4).map(({ role, cell, weight }) => [role, cell.area, cell.counterpart, cell.breakdown, cell.stated && printedEnd(cell.stated), weight?.stated?.value]));
    expect(found.count).toBeGreaterThan(1);
  });
});
