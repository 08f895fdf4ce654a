/** The figure of each indicator in the catalogue of the newest release. */
import { beforeAll, expect, test } from 'vitest';
import { createData, type SiteData } from '#app/_data/data.ts';
import { reader } from '#app/_data/pool.ts';
import { headlineOf } from '#app/_views/catalogue/headline.ts';
import { sourceAgreementOf } from '#app/_views/catalogue/source-agreement.ts';
import { figureText } from '#stats/format/figure.ts';
import { comparePeriods, formatPeriod, isDated, isOver } from '#stats/time/period.ts';
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
  const published = allSources.cells.filter(({ stated, computed }) => stated && computed === null);
  const sources = new Set(published.map(({ source }) => source));
  expect(sources.size).toBeGreaterThan(2);
  expect(sourceAgreementOf(allSources).words).toContain(`${sources.size} sources`);
});

test('every headline is of the latest whole period of its question', async () => {
  for (const { comparison } of await data.loadHeadlines(LATEST, 'en')) {
    const cell = headlineOf(comparison);
    const whole = comparison.cells.filter(
      ({ stated, basis, period }) =>
        stated && basis !== 'interval' && isDated(period) && isOver(period, comparison.release.date),
    );
    if (whole.length === 0) continue;
    const latest = whole.reduce((a, b) => (comparePeriods(b.period, a.period) > 0 ? b : a));
    expect([comparison.indicator.id, cell?.period.end]).toEqual([comparison.indicator.id, latest.period.end]);
  }
});

test('a projection is headed by the latest year that is over, not by the last that it reaches', async () => {
  const headlines = await data.loadHeadlines(LATEST, 'en');
  const { comparison } = headlines.find(
    ({ comparison: { indicator } }) => indicator.id === 'population-projection',
  )!;
  expect(headlineOf(comparison)?.period.end).toBe('2025-12-31');
  expect(comparison.cells.at(-1)?.period.end).toBe('2100-12-31');
});

test('no source of the question has a later whole period than the headline', async () => {
  const behind: string[] = [];
  for (const { comparison, allSources } of await data.loadHeadlines(LATEST, 'en')) {
    const end = headlineOf(comparison)?.period.end ?? '';
    const documents = new Set(
      allSources.sources.filter(({ kind }) => kind === 'secondary').map(({ id }) => id),
    );
    const later = allSources.cells.filter(
      ({ stated, basis, period, source }) =>
        stated &&
        basis !== 'interval' &&
        isDated(period) &&
        !documents.has(source) &&
        isOver(period, comparison.release.date) &&
        (period.end ?? '') > end,
    );
    behind.push(
      ...later.map(({ indicator, source, period }) => `${indicator} ${source} ${formatPeriod(period)}`),
    );
  }
  expect(behind).toEqual([]);
});
