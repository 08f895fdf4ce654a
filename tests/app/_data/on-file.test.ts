/** What the matrix of every indicator says is on file, asked of the engine. */
import { group } from 'd3-array';
import { beforeAll, describe, expect, test } from 'vitest';
import { createData, type SiteData } from '#app/_data/data.ts';
import { reader } from '#app/_data/pool.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import type { Cell, SeriesKey } from '#stats/model/observation.ts';
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

const keyOf = ({ area, counterpart, breakdown, definition, basis, source }: SeriesKey): string =>
  [area, counterpart, breakdown, definition, basis, source].join(' ');

/** The cell of the matrix that holds a figure: periods that are no year belong to the year of their last day. */
const yearOfCell = ({ period }: Cell): number => Number((period.end ?? '').slice(0, 4));

/** Series that one question can ask for together. */
const together = <Series extends SeriesKey>(
  series: readonly Series[],
  ...parts: readonly (keyof SeriesKey)[]
) => group(series, (own) => parts.map((part) => own[part]).join(' ')).values();

describe.each(catalogue.indicators.map((indicator) => [indicator.id, indicator] as const))(
  '%s',
  (id, indicator) => {
    const onFile = async () => (await data.loadYearsOnFile(LATEST)).get(id) ?? [];
    const ask = async (search: string): Promise<readonly Cell[]> => {
      const query = parseQuery(parseParameters(search), indicator, catalogue);
      return (await data.loadComparison({ version: LATEST, language: 'en', query })).cells;
    };

    test('every full cell answers with a figure, and no empty one does', async () => {
      const answered: string[] = [];
      const series = await onFile();
      for (const [own] of together(series, 'breakdown', 'definition', 'basis')) {
        const { breakdown, definition, basis } = own!;
        const search = new URLSearchParams({ basis, breakdown, definition }).toString();
        for (const cell of await ask(search))
          if (cell.stated && cell.computed === null) answered.push(`${keyOf(cell)} ${yearOfCell(cell)}`);
      }
      const full = series.flatMap((own) => own.years.map((year) => `${keyOf(own)} ${year}`));
      expect([...new Set(answered)].toSorted()).toEqual(full.toSorted());
    });

    test('an empty cell answers with a gap', async () => {
      const years = (await onFile()).filter(({ basis }) => YEAR_BASES.includes(basis));
      for (const all of together(years, 'breakdown', 'definition', 'basis', 'source', 'counterpart')) {
        const [own] = all;
        const span = all.flatMap((series) => series.years);
        const [first, last] = [Math.min(...span), Math.max(...span)];
        // Years that are asked until each place has had an empty one, if it has any.
        const waiting = new Map(all.map((series) => [series.area, new Set(series.years)]));
        for (let year = first - 1; year <= last + 1 && waiting.size > 0; year += 1) {
          const empty = [...waiting].filter(([, full]) => !full.has(year)).map(([area]) => area);
          if (empty.length === 0) continue;
          empty.forEach((area) => waiting.delete(area));
          const areas = catalogue.areas.filter(({ code }) => empty.includes(code));
          const time = own!.basis === 'us-fiscal-year' ? `FY${year}` : String(year);
          const cells = await ask(seriesSearch(own!, indicator, 'area', areas, time));
          const gaps = cells.filter(({ gap, stated }) => gap !== null && stated === null);
          expect([own, year, gaps.map(({ area }) => area).toSorted()]).toEqual([own, year, empty.toSorted()]);
        }
      }
    });

    test('every series with figures is in the matrix of its part and definition', async () => {
      const series = await onFile();
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
  },
);
