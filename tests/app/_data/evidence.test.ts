/** Where a figure comes from: its states in all releases, and the members of one that was computed. */
import { afterAll, describe, expect, test } from 'vitest';
import { siteData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import { cellId, parseObservationId } from '#stats/model/observation-id.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import { testDatabase } from '../../setup/database.ts';
import { askJson, askProduct } from '../_answers/ask.ts';

await testDatabase();
afterAll(closeReader);

const LATEST = (await siteData.loadReleases()).at(-1)!.version;
const HONDURAS = 'homicide-rate~world-bank-homicide~HND~2012';
const observation = (id: string, version = LATEST) =>
  siteData.loadObservation(version, parseObservationId(id)!, 'en');

/** The evidence of the first cell with a figure whose id matches. */
async function evidence(search: string, indicatorId: string, pattern: RegExp) {
  const catalogue = (await siteData.loadCatalogue(LATEST))!;
  const indicator = catalogue.indicators.find(({ id }) => id === indicatorId)!;
  const query = parseQuery(parseParameters(search), indicator, catalogue);
  const question = { version: LATEST, language: 'en' as const, query };
  const { cells } = await siteData.loadComparison(question);
  const cell = cells.find((candidate) => candidate.stated && pattern.test(cellId(candidate)))!;
  return (await siteData.loadCellEvidence(question, cellId(cell)))!;
}

describe('a published figure', () => {
  test('has every value that it had, with the releases and the files: Honduras 2012 at the World Bank', async () => {
    const { states, current, isInRelease } = (await observation(HONDURAS))!;
    expect(
      states.map(({ since, until, stated, file }) => [
        since,
        until,
        stated?.value?.toFixed(4),
        file?.vintage,
      ]),
    ).toEqual([
      ['1.2.0', '1.3.0', '83.0026', '2022-07-20'],
      ['1.3.0', '1.4.0', '81.5708', '2023-12-18'],
      ['1.4.0', null, '82.2942', '2026-02-24'],
    ]);
    expect(current.locator).toContain('line 103');
    expect(isInRelease).toBe(true);
  });

  test('is shown beside every other source of the same area and period', async () => {
    const { comparison } = (await observation(HONDURAS))!;
    const values = comparison.cells
      .filter(({ period, computed }) => computed === null && period.end === '2012-12-31')
      .map(({ stated }) => stated && printedEnd(stated));
    expect(values).toEqual([82.294174, 82.2941714855, 83.003, 84.3, 90.4, 92]);
  });

  test('that a release does not have yet is shown as in the newest that has it', async () => {
    const { isInRelease, release } = (await observation(HONDURAS, '1.0.0'))!;
    expect([isInRelease, release.version]).toEqual([false, LATEST]);
    expect(await observation('homicide-rate~world-bank-homicide~HND~1812')).toBeNull();
  });

  test('of a fiscal year whose days were corrected is one figure with two states', async () => {
    const id = 'border-apprehensions~cbp-southwest-apprehensions~USA~_T~border=southwest~main~FY1975';
    const { states } = (await observation(id))!;
    expect(states.map(({ since, period }) => [since, period.start, period.end])).toEqual([
      ['1.1.0', '1974-10-01', '1975-09-30'],
      ['1.2.0', '1974-07-01', '1975-06-30'],
    ]);
  });

  test('is a document and a table of its states', async () => {
    const document = await askJson(`/data/observations/${HONDURAS}.json`);
    expect(document).toMatchObject({ id: HONDURAS, release: LATEST, period: '2012' });
    expect(document['states']).toHaveLength(3);
    expect(document['sentence']).toContain('82.3');
    const { text, headers } = await askProduct(`/data/observations/${HONDURAS}.csv`);
    expect(text.trim().split('\n')).toHaveLength(4);
    expect(headers['content-type']).toContain('text/csv');
    expect((await askProduct('/data/observations/nothing~at~all~2012.json')).status).toBe(404);
  });
});

describe('a computed figure', () => {
  test.each([
    ['group=northern-triangle&time=2022', 'homicide-rate', /northern-triangle.*computed/, 3, true],
    ['origin=northern-triangle&time=FY2019', 'border-encounters', /northern-triangle.*computed/, 3, true],
    ['by=area~origin~source&time=FY2014&country=USA', 'uac-apprehensions', /computed/, 3, true],
    [
      'origin=northern-triangle&time=2014',
      'asylum-recognition-share',
      /northern-triangle.*computed/,
      3,
      true,
    ],
    ['country=HND&time=2014&transform=index:2010', 'homicide-rate', /HND/, 2, undefined],
    ['country=SLV&time=2014&transform=ratio:area=MEX', 'homicide-rate', /SLV/, 2, undefined],
    ['country=HND&time=2014&transform=change-percent', 'homicide-rate', /HND/, 2, undefined],
    ['country=HND&time=2014&transform=rolling-mean:3', 'remittances', /HND/, 3, undefined],
    ['country=USA&time=FY2014&transform=per-capita', 'uac-apprehensions', /USA/, 2, undefined],
  ] as const)('%s of %s lists what went in', async (search, indicator, pattern, count, agrees) => {
    const found = await evidence(search, indicator, pattern);
    expect(found.count).toBe(count);
    expect(found.inputs).toHaveLength(count);
    expect(found.again?.agrees).toBe(agrees);
  });

  test('of the Northern Triangle is the mean of three rates, each with its people', async () => {
    const { inputs, cell } = await evidence('group=northern-triangle&time=2022', 'homicide-rate', /computed/);
    const terms = inputs.map(
      ({ cell: { stated }, weight }) => [printedEnd(stated!), printedEnd(weight!.stated!)] as const,
    );
    expect(terms.map(([, people]) => people)).toEqual([6_280_319, 10_463_872, 17_847_877]);
    const people = terms.reduce((sum, [, weight]) => sum + weight, 0);
    const mean = terms.reduce((sum, [rate, weight]) => sum + rate * weight, 0) / people;
    expect(mean).toBeCloseTo(cell.stated!.value!, 8);
    expect(mean).toBeCloseTo(23.4, 1);
  });

  test('of a group with territories has the populations of the declared second source', async () => {
    const search = 'group=m49-029&coverage=0.3&time=2010';
    const { inputs, again } = await evidence(search, 'homicide-rate', /unodc-gsh-2019.*computed/);
    const sources = new Map(inputs.map(({ cell, weight }) => [cell.area, weight?.source]));
    expect(sources.get('JAM')).toBe('world-bank-population');
    expect([...sources.values()]).toContain('gapminder-population');
    expect([...sources.values()]).not.toContain(undefined);
    expect(again?.agrees).toBe(true);
  });

  test('is a pinned document, and a cell that the answer does not have is refused', async () => {
    const question = `/data/${LATEST}/homicide-rate/evidence`;
    const cell = 'homicide-rate~owid-homicide-rate~northern-triangle~2022~computed';
    const { headers, text } = await askProduct(
      `${question}.json?group=northern-triangle&time=2022&cell=${cell}`,
    );
    expect(headers['cache-control']).toContain('immutable');
    expect(JSON.parse(text)).toMatchObject({ cell, inputs_count: 3, computed_again: { agrees: true } });
    const csv = await askProduct(`${question}.csv?group=northern-triangle&time=2022&cell=${cell}`);
    expect(csv.text.trim().split('\n')).toHaveLength(4);
    expect((await askProduct(`${question}.json?group=northern-triangle&time=2021&cell=${cell}`)).status).toBe(
      400,
    );
    expect((await askProduct(`${question}.json?group=northern-triangle&time=2022`)).status).toBe(400);
  });
});
