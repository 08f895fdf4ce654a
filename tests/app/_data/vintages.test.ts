/** Statistics of revisions, against the hand-worked table of border deaths and against the World Bank's files. */
import { afterAll, describe, expect, test } from 'vitest';
import { siteData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import { sourceRank } from '#stats/sources/series-key.ts';
import { vintageTable } from '#stats/evidence/vintages.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { testDatabase } from '../../setup/database.ts';
import { LATEST } from '../../setup/releases.ts';
import { askJson, askProduct } from '../_answers/ask.ts';

await testDatabase();
afterAll(closeReader);

const tableOf = async (
  indicator: string,
  area: string,
  breakdown: string,
  basis: 'us-fiscal-year' | 'calendar-year',
) =>
  vintageTable(
    await siteData.loadVintages({ indicator, area, counterpart: '_Z', breakdown, definition: 'main', basis }),
    sourceRank(
      (await siteData.loadCatalogue(LATEST))!.indicators.find(({ id }) => id === indicator)!.sources,
    ),
  );

describe('the vintages of border deaths at the south-west border', () => {
  test('differ by the revisions that were worked out by hand, FY2011 to FY2017', async () => {
    const { vintages, rows, statistics } = await tableOf(
      'border-deaths',
      'USA',
      'border=southwest',
      'us-fiscal-year',
    );
    const column = (source: string): number => vintages.findIndex((vintage) => vintage.source === source);
    const [first, later] = [column('cbp-sector-profiles'), column('cbp-border-deaths')];
    const revisions = rows.flatMap(({ period, figures }) => {
      const [was, is] = [figures[first]?.value ?? null, figures[later]?.value ?? null];
      return was === null || is === null ? [] : [[formatPeriod(period), is - was]];
    });
    expect(revisions.slice(0, 7)).toEqual([
      ['FY2011', 18],
      ['FY2012', 8],
      ['FY2013', 6],
      ['FY2014', 8],
      ['FY2015', 11],
      ['FY2016', 7],
      ['FY2017', 4],
    ]);
    // Both files are of one day: what each year's profile printed first comes before the table that revises it.
    expect(statistics.at(-1)).toMatchObject({
      ...{ compared: 9, raised: 7, lowered: 0, median: 8, greatest: { size: 18 } },
      to: { source: 'cbp-border-deaths' },
    });
  });
});

describe('the vintages of Honduras’s homicide rate', () => {
  test('hold three files of the World Bank: 2012 was 83.0026, 81.5708 and 82.2942', async () => {
    const { vintages, rows } = await tableOf('homicide-rate', 'HND', '_T', 'calendar-year');
    const of2012 = rows.find(({ period }) => formatPeriod(period) === '2012')!;
    const bank = vintages.flatMap(({ source }, i) =>
      source === 'world-bank-homicide' ? [of2012.figures[i]?.value?.toFixed(4)] : [],
    );
    expect(bank).toEqual(['83.0026', '81.5708', '82.2942']);
  });

  test('are in order of publication, and each is compared with the one before', async () => {
    const { vintages, statistics } = await tableOf('homicide-rate', 'HND', '_T', 'calendar-year');
    const dates = vintages.map(({ vintage }) => vintage);
    expect(dates).toEqual([...dates].sort());
    expect(statistics).toHaveLength(vintages.length - 1);
    for (const { compared, raised, lowered, median, greatest } of statistics) {
      expect(raised + lowered).toBeLessThanOrEqual(compared);
      if (greatest && median !== null) expect(Math.abs(greatest.size)).toBeGreaterThanOrEqual(median);
    }
  });
});

describe('how far the files of a source revised one another', () => {
  test('is counted over all series: three files of the World Bank', async () => {
    const statistics = await siteData.loadSourceRevisions('homicide-rate');
    const bank = statistics.filter(({ to }) => to.source === 'world-bank-homicide');
    expect(bank.map(({ from, to }) => [from.vintage, to.vintage])).toEqual([
      ['2022-07-20', '2023-12-18'],
      ['2023-12-18', '2026-02-24'],
    ]);
    for (const { compared, raised, lowered, median, medianPercent, greatest, delay } of bank) {
      expect(raised + lowered).toBeGreaterThan(1_000);
      expect(raised + lowered).toBeLessThanOrEqual(compared);
      expect(median).toBeGreaterThan(0);
      expect(medianPercent).toBeGreaterThan(0);
      expect(Math.abs(greatest!.size)).toBeGreaterThan(median!);
      expect(delay).toBeGreaterThan(500);
    }
    // The same from what the two releases say of each figure, without the statistics.
    const revised = (await siteData.loadRevisions('1.3.0', '1.4.0', 'homicide-rate')).filter(
      ({ kind, was, is }) => kind === 'revised' && was?.stated?.value != null && is?.stated?.value != null,
    );
    const up = revised.filter(({ was, is }) => is!.stated!.value! > was!.stated!.value!);
    expect(bank[1]!.raised).toBe(up.length);
    expect(bank[1]!.raised + bank[1]!.lowered).toBe(revised.length);
  });

  test('is data, and nothing where no source has two files', async () => {
    const { text } = await askProduct('/data/vintages.csv?indicator=homicide-rate');
    expect(text.split('\n')[0]).toBe(
      'source,from_edition,to_edition,from_vintage,to_vintage,compared,raised,lowered,median,median_percent,greatest,greatest_id,delay_days',
    );
    expect(await askJson('/data/vintages.json?indicator=caravan-size')).toMatchObject({ statistics: [] });
  });
});
