/** What the matrix of every indicator says is on file, asked of the engine. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createData, type SiteData } from '#app/_data/data.ts';
import { reader } from '#app/_data/pool.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { onFileMatrix, subjectsOnFile } from '#stats/pairing/on-file.ts';
import { seriesSearch } from '#stats/query/main-series.ts';
import { parseQuery } from '#stats/query/query.ts';
import { parseParameters } from '#stats/query-string.ts';
import { YEAR_BASES } from '#stats/time/period.ts';
import { readReleases } from '#sources/releases/committed.ts';
import { testDatabase } from '../../setup/database.ts';
import { LATEST } from '../../setup/releases.ts';

let data: SiteData;
const catalogue: Catalogue = readReleases('.').at(-1)!.catalogue;

beforeAll(async () => {
  await testDatabase();
  data = createData(reader);
});

describe.each(catalogue.indicators.map(({ id }) => id))('%s', (id) => {
  test('a full cell answers with a figure, an empty one with a gap', async () => {
    const indicator = catalogue.indicators.find((own) => own.id === id)!;
    const series = (await data.loadYearsOnFile(LATEST)).get(id) ?? [];
    const ofYears = series.filter(({ basis }) => YEAR_BASES.includes(basis));
    const asked = [ofYears[0], ofYears[Math.floor(ofYears.length / 2)], ofYears.at(-1)].filter(
      (own) => own !== undefined,
    );
    for (const own of asked) {
      const [first = 0, last = 0] = [own.years[0], own.years.at(-1)];
      const empty = [first - 1, last + 1].filter((year) => !own.years.includes(year));
      for (const year of [first, last, ...empty]) {
        const time = own.basis === 'us-fiscal-year' ? `FY${year}` : String(year);
        const area = catalogue.areas.filter(({ code }) => code === own.area);
        const search = seriesSearch(own, indicator, 'area', area, time);
        const query = parseQuery(parseParameters(search), indicator, catalogue);
        const { cells } = await data.loadComparison({ version: LATEST, language: 'en', query });
        const isFull = own.years.includes(year);
        expect([search, cells.some(({ stated }) => stated !== null)]).toEqual([search, isFull]);
        expect([search, cells.length > 0]).toEqual([search, true]);
      }
    }
  });

  test('every series with figures is in the matrix of its part and definition', async () => {
    const indicator = catalogue.indicators.find((own) => own.id === id)!;
    const series = (await data.loadYearsOnFile(LATEST)).get(id) ?? [];
    const places = new Set(
      (['area', 'origin'] as const).flatMap((axis) =>
        subjectsOnFile(series, axis).flatMap((subject) =>
          onFileMatrix(series, indicator, subject).rows.map(({ place }) => `${axis} ${place}`),
        ),
      ),
    );
    for (const { area, counterpart } of series)
      expect(places.has(`area ${area}`) || places.has(`origin ${counterpart}`)).toBe(true);
  });
});
