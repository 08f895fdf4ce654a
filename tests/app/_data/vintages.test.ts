/** Statistics of revisions, against the hand-worked table of border deaths and against the World Bank's files. */
import { afterAll, describe, expect, test } from 'vitest';
import { siteData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import { vintageTable } from '#stats/evidence/vintages.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { testDatabase } from '../../setup/database.ts';

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
  );

describe('the vintages of border deaths at the south-west border', () => {
  test('differ by the revisions that were worked out by hand, FY2011 to FY2017', async () => {
    const { vintages, rows } = await tableOf('border-deaths', 'USA', 'border=southwest', 'us-fiscal-year');
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
