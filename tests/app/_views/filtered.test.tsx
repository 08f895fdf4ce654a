/** What a reader sees is what the file has: the CSV that a page links to has the figures of its table, in every view. */
import { parse } from 'csv-parse/sync';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, describe, expect, test } from 'vitest';
import { siteData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import { COLUMN_NAMES } from '#app/_downloads/columns.ts';
import { parseCsv } from '#app/_downloads/csv.ts';
import { formatLine } from '#app/_downloads/csv-text.ts';
import { cellOf } from '#app/_downloads/row.ts';
import { IndicatorAnswer } from '#app/_views/answer/Answer.tsx';
import { tabsOf } from '#app/_views/answer/tabs.ts';
import { isTooMany } from '#app/_views/answer/TooMany.tsx';
import { CompareView } from '#app/_views/compare/CompareView.tsx';
import { pairIndicators } from '#stats/pairing/pair-indicators.ts';
import { formatSides, parseSides } from '#stats/query/several.ts';
import { figureText } from '#stats/format/figure.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import { testDatabase } from '../../setup/database.ts';
import { askProduct } from '../_answers/ask.ts';

await testDatabase();
afterAll(closeReader);

const release = (await siteData.loadReleases()).at(-1)!;
const catalogue = (await siteData.loadCatalogue(release.version))!;

const QUESTIONS: readonly (readonly [indicator: string, search: string])[] = [
  ...catalogue.indicators.map(({ id, opening = '' }) => [id, opening] as const),
  ['homicide-rate', 'country=HND~SLV~GTM&group=northern-triangle&source=preferred&time=2010..2014'],
  ['homicide-rate', 'country=HND~MEX&time=2012&source=owid-homicide-rate~unodc-gsh-2019'],
  ['homicide-rate', 'country=HND~SLV~GTM~MEX&source=preferred&time=2005..2014&transform=rank'],
  ['homicide-rate', 'country=HND&time=2023&source=migrant-crisis-2015'],
  ['border-encounters', 'basis=us-fiscal-year&origin=northern-triangle&time=FY2019..FY2021'],
  ['border-encounters', 'time=2014-10/2015-04'],
  ['asylum-applications', 'country=USA&origin=HND~SLV&time=2012..2014&transform=per-capita:origin'],
];

const unescaped = (html: string): string =>
  html
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The figures of the table of a page, in its order. */
function figuresIn(html: string): string[] {
  const [, table = ''] = /<table aria-labelledby="same"([^]*?)<\/table>/.exec(html) ?? [];
  return [...table.matchAll(/<a class="obs"[^>]*>(.*?)<\/a>/g)].map(([, figure = '']) => unescaped(figure));
}

describe('the CSV of a page has the figures of its table', () => {
  test.each(QUESTIONS)('%s?%s', async (id, search) => {
    const indicator = catalogue.indicators.find((candidate) => candidate.id === id)!;
    const query = parseQuery(parseParameters(search), indicator, catalogue);
    const comparison = await siteData.loadComparison({ version: release.version, language: 'en', query });
    const place = { language: 'en', release, pinned: true, origin: 'http://cotejo.test' } as const;
    let file: readonly string[] | null = null;
    for (const tab of tabsOf(comparison)) {
      const html = renderToStaticMarkup(
        <IndicatorAnswer {...{ comparison, place, tab }} notice={null} chart={() => null} />,
      );
      const [, address = ''] = /<a class="btn" href="([^"]+\.csv[^"]*)">CSV/.exec(html) ?? [];
      if (address === '') {
        // Nothing is shown, so nothing is offered.
        expect(isTooMany(comparison) || comparison.cells.every(({ stated }) => stated === null)).toBe(true);
        continue;
      }
      file ??= parseCsv((await askProduct(unescaped(address))).text)
        .map((row) => cellOf({ ...row, note: [] }))
        .filter(({ stated }) => stated !== null)
        .map((cell) => figureText(cell, indicator, 'en'));
      expect([tab, figuresIn(html)]).toEqual([tab, file]);
    }
  });
});

/** Places in one year side by side: the table of a comparison. */
const COMPARED = [
  'country=HND~SLV~GTM~MEX&indicators=homicide-rate~population&source.1=preferred&time=2014',
  'indicators=homicide-rate~gini-index&source.1=preferred&time=2010',
];

describe('the CSV of a comparison has the pairs of its table', () => {
  test.each(COMPARED)('%s', async (search) => {
    const sides = parseSides(parseParameters(search), catalogue);
    const { load } = await siteData.planSides({ version: release.version, language: 'en', sides });
    const halves = await load();
    const query = formatSides(sides, catalogue);
    const together = pairIndicators(halves);
    const place = { language: 'en', release, pinned: true, origin: 'http://cotejo.test' } as const;
    const html = renderToStaticMarkup(<CompareView {...{ halves, together, place, query }} form={null} />);
    const [, table = ''] = /<table class="pairs" aria-labelledby="pairs"(.*?)<\/table>/s.exec(html) ?? [];
    const shown = [...table.matchAll(/<tr[^>]*data-series(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<td>(.*?)(?:<small>|<\/td>)/gs)].map(([, cell = '']) =>
        unescaped(cell.replace(/<[^>]*>/g, '')),
      ),
    );
    const [, address = ''] = /<a class="btn" href="([^"]+\.csv[^"]*)">CSV/.exec(html) ?? [];
    const file = parse<Record<string, string>>((await askProduct(unescaped(address))).text, {
      columns: true,
    });
    const indicators = halves.map(({ comparison }) => comparison.indicator);
    const stated = file.map((row) =>
      indicators.map((indicator, side) => {
        const own = Object.fromEntries(
          COLUMN_NAMES.map((name) => [name, row[`${name}_${side + 1}`] ?? row[name] ?? '']),
        );
        const [cell] = parseCsv(
          `${COLUMN_NAMES.join(',')}\n${formatLine(COLUMN_NAMES.map((name) => own[name]!))}`,
        );
        return figureText(cellOf({ ...cell!, note: [] }), indicator, 'en');
      }),
    );
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.toSorted()).toEqual(stated.toSorted());
  });
});
