/**
 * Tables of ours with several vintages side by side agree with the publishers' own files, read by the recipes
 * of their sources: nothing was lost or altered when they were assembled.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Observation } from '#stats/model/observation.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { describeShared } from '../../setup/shared.ts';
import { filesIn, observationsOf } from './reading.ts';

type Row = Readonly<Record<string, string>>;

describeShared('data', 'vintages side by side', (data) => {
  const files = filesIn(data);
  const rowsOf = (name: string): Row[] =>
    parse<Row>(readFileSync(files.get(name) ?? name, 'utf8'), { columns: true });
  const byKey = (all: readonly Observation[], key: (o: Observation) => string): Map<string, number> =>
    new Map(all.flatMap((o) => (o.stated?.value == null ? [] : [[key(o), o.stated.value]])));

  test.each([
    ['UNODC 2012 release', 'unodc-homicide-2012', 106],
    ['UNODC GSH2013 (Oct 2014)', 'unodc-gsh-2013', 130],
    ['UNODC GSH2019', 'unodc-gsh-2019', 260],
    ['OWID 2025 (UNODC + WPP2024)', 'owid-homicide-rate', 311],
  ])('homicide, %s: each rate is the one of %s', async (vintage, id, count) => {
    const all = (await observationsOf(id, files)).filter((o) => o.indicator === 'homicide-rate');
    const rates = byKey(all, (o) => `${o.area} ${formatPeriod(o.period)}`);
    const rows = rowsOf('homicide_rate_vintages.csv').filter((row) => row['vintage'] === vintage);
    expect(rows).toHaveLength(count);
    const off = rows.filter((row) => {
      const rate = rates.get(`${row['iso3']} ${row['year']}`) ?? NaN;
      return !(Math.abs(rate - Number(row['rate_per_100k'])) <= 0.0006);
    });
    expect(off).toEqual([]);
  });

  test('homicide: each of the six vintages is a source of its own', () => {
    const vintages = new Set(rowsOf('homicide_rate_vintages.csv').map((row) => row['vintage'] ?? ''));
    const recipes = ['world-bank-homicide-2022', 'ihme-homicide'];
    const whole = [
      'UNODC 2012 release',
      'UNODC GSH2013 (Oct 2014)',
      'UNODC GSH2019',
      'OWID 2025 (UNODC + WPP2024)',
    ];
    const said = recipes.map(
      (id) => /keep: \{ vintage: (.+) \}/.exec(readFileSync(`sources/${id}/recipe.yaml`, 'utf8'))?.[1],
    );
    expect([...said, ...whole].sort()).toEqual([...vintages].sort());
  });

  test('border deaths: both vintages, by sector, are those of the two sources', async () => {
    const [first, revised] = await Promise.all(
      ['cbp-sector-profiles', 'cbp-border-deaths'].map(async (id) =>
        byKey(
          (await observationsOf(id, files)).filter((o) => o.indicator === 'border-deaths'),
          (o) => `${o.breakdown} ${formatPeriod(o.period)}`,
        ),
      ),
    );
    const slug = (sector = ''): string =>
      sector === 'southwest border' ? 'border=southwest' : `sector=${sector.replaceAll(' ', '-')}`;
    const rows = rowsOf('sw_border_deaths_two_vintages.csv');
    expect(rows).toHaveLength(220);
    for (const row of rows) {
      const key = `${slug(row['sector'])} FY${row['fiscal_year']}`;
      expect(revised?.get(key), key).toBe(Number(row['deaths_in_fy1998_fy2019_release']));
      const then = row['deaths_as_first_published_sector_profile'] ?? '';
      if (then !== '') expect(first?.get(key), key).toBe(Number(then));
    }
  });

  test('population: women and men added up are the total of the World Bank for Mexico, to one person', async () => {
    const [bank, gapminder] = await Promise.all(
      ['world-bank-population', 'gapminder-population'].map(async (id) =>
        byKey(await observationsOf(id, files), (o) => `${o.area} ${formatPeriod(o.period)}`),
      ),
    );
    expect(bank?.get('MEX 2014')).toBe(119_784_261);
    expect(Math.abs((gapminder?.get('MEX 2014') ?? NaN) - 119_784_261)).toBeLessThanOrEqual(1);
    expect(bank?.get('NAM 2014')).toBe(2_312_139);
    expect(gapminder?.get('NAM 2014')).toBe(2_312_139);
  });
});
