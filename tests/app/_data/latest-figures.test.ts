import { afterAll, expect, test } from 'vitest';
import { siteData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { testDatabase } from '../../setup/database.ts';

await testDatabase();
afterAll(closeReader);

test('every country has its latest figure of the preferred source, and its change in ten years', async () => {
  const { areas } = await siteData.loadLatestFigures('1.4.0', 'homicide-rate');
  const honduras = areas.get('HND');
  expect(honduras && formatPeriod(honduras.cell.period)).toBe('2023');
  // 31.442432 in 2023 and 72.34559 in 2013, by the same source.
  expect(honduras?.cell.stated?.value).toBe(31.442432);
  expect(honduras?.change).toBeCloseTo(-40.903158, 6);
  expect(areas.size).toBeGreaterThan(100);
});

test('an indicator of one country has the latest figure of every origin', async () => {
  const { areas, origins } = await siteData.loadLatestFigures('1.4.0', 'border-encounters');
  expect(areas.size).toBe(0);
  expect(origins.get('MEX')?.cell.stated?.value).toBe(20_680);
});

test('the periods of an area are those in which it has figures', async () => {
  const [{ periods }, { areas }] = await Promise.all([
    siteData.loadDimensions('1.4.0', 'homicide-rate'),
    siteData.loadPeriodsOnFile('1.4.0', 'homicide-rate'),
  ]);
  const years = (areas.get('SLV') ?? []).map((index) => periods[index]?.code);
  expect(years).toContain('2015');
  expect([...areas.values()].some((own) => own.length < periods.length)).toBe(true);
});
