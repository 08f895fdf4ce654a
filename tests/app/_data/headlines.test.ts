/** The figure of each indicator in the catalogue of the newest release. */
import { beforeAll, expect, test } from 'vitest';
import { createData, type SiteData } from '#app/_data/data.ts';
import { reader } from '#app/_data/pool.ts';
import { headlineOf } from '#app/_views/catalogue/headline.ts';
import { sourceAgreementOf } from '#app/_views/catalogue/source-agreement.ts';
import { figureText } from '#stats/format/figure.ts';
import { comparePeriods, formatPeriod, isDated } from '#stats/time/period.ts';
import { testDatabase } from '../../setup/database.ts';
import { LATEST } from '../../setup/releases.ts';

let data: SiteData;

beforeAll(async () => {
  await testDatabase();
  data = createData(reader);
});

test('children apprehended alone are those of the latest whole fiscal year, from every source that has it', async () => {
  const headlines = await data.loadHeadlines(LATEST, 'en');
  const { comparison, allSources } = headlines.find(
    (headline) => headline.comparison.indicator.id === 'uac-apprehensions',
  )!;
  const cell = headlineOf(comparison)!;
  // The year as the source prints it; its months, each rounded to 10, add up to 99,710.
  expect([formatPeriod(cell.period), figureText(cell, comparison.indicator, 'en')]).toEqual([
    'FY2024',
    '99,700',
  ]);
  const sources = new Set(allSources.cells.filter(({ stated }) => stated).map(({ source }) => source));
  expect(sources.size).toBeGreaterThan(2);
  expect(sourceAgreementOf(allSources).words).toContain(`${sources.size} sources`);
});

test('every headline is of the latest whole period of its question', async () => {
  for (const { comparison } of await data.loadHeadlines(LATEST, 'en')) {
    const cell = headlineOf(comparison);
    const whole = comparison.cells.filter(
      ({ stated, basis, period }) => stated && basis !== 'interval' && isDated(period),
    );
    if (whole.length === 0) continue;
    const latest = whole.reduce((a, b) => (comparePeriods(b.period, a.period) > 0 ? b : a));
    expect([comparison.indicator.id, cell?.period.end]).toEqual([comparison.indicator.id, latest.period.end]);
  }
});

test('a headline names no source that ends before another with the same question', async () => {
  const behind: string[] = [];
  const years = await data.loadYearsOnFile(LATEST);
  for (const { comparison } of await data.loadHeadlines(LATEST, 'en')) {
    const cell = headlineOf(comparison);
    if (!cell || comparison.query.source.length === 0 || cell.computed) continue;
    const same = (years.get(cell.indicator) ?? []).filter(
      (series) =>
        series.area === cell.area &&
        series.counterpart === cell.counterpart &&
        series.breakdown === cell.breakdown &&
        series.definition === cell.definition &&
        series.basis === cell.basis,
    );
    const newest = Math.max(...same.flatMap((series) => series.years));
    if (newest > Number(cell.period.end?.slice(0, 4))) behind.push(`${cell.indicator}: ${newest}`);
  }
  expect(behind).toEqual([]);
});
