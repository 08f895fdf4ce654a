/**
 * One number in several sources: what must agree does, and what differs, by scope or by edition, differs by exactly
 * what their cards and notes say.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { parseRecipe } from '#sources/recipe/schema/recipe.ts';
import { readByRecipe } from '#sources/recipe/run.ts';
import { findRecipe, recipeIds } from '#sources/recipe/schema/source.ts';
import type { Observation } from '#stats/model/observation.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { describeShared } from '../../setup/shared.ts';
import { sourcesCatalogue, table } from './read.ts';
import { filesIn, observationsOf } from './reading.ts';

type Where = Partial<
  Pick<Observation, 'area' | 'indicator' | 'counterpart' | 'breakdown' | 'definition' | 'basis'>
>;

/** The sum of the figures from one day to another. */
function sumOf(all: readonly Observation[], where: Where, from: string, to: string): number {
  const own = all.filter(
    (o) =>
      Object.entries(where).every(([key, value]) => o[key as keyof Where] === value) &&
      (o.period.start ?? '') >= from &&
      (o.period.end ?? '9999') <= to,
  );
  return own.reduce((sum, o) => sum + (o.stated?.value ?? NaN), 0);
}
const fiscalYear = (year: number): [from: string, to: string] => [`${year - 1}-10-01`, `${year}-09-30`];
const calendarYear = (year: number): [from: string, to: string] => [`${year}-01-01`, `${year}-12-31`];

describeShared('data', 'one number in several sources', (data) => {
  const files = filesIn(data);

  test('CBP: the south-west by the table of the border and by the files of the nation, revised by 35', async () => {
    const [border, before, nation] = await Promise.all(
      ['cbp-sbo-encounters', 'cbp-nationwide-encounters-2023', 'cbp-nationwide-encounters'].map((id) =>
        observationsOf(id, files),
      ),
    );
    const southwest = { counterpart: '_T', breakdown: 'border=southwest' };
    const year = fiscalYear;
    expect([sumOf(border ?? [], {}, ...year(2022)), sumOf(before ?? [], southwest, ...year(2022))]).toEqual([
      2_378_944, 2_378_944,
    ]);
    expect(sumOf(border ?? [], {}, ...year(2023))).toBe(2_475_669);
    expect(sumOf(before ?? [], southwest, ...year(2023))).toBe(2_475_669);
    expect(sumOf(nation ?? [], southwest, ...year(2023))).toBe(2_475_669);
    expect(sumOf(border ?? [], {}, ...year(2024))).toBe(sumOf(nation ?? [], southwest, ...year(2024)));
    const toAugust = ['2024-10-01', '2025-08-31'] as const;
    expect([sumOf(border ?? [], {}, ...toAugust), sumOf(nation ?? [], southwest, ...toAugust)]).toEqual([
      432_059, 432_024,
    ]);
  });

  test('December 2023: the Border Patrol in the nation, and the south-west with ports of entry', async () => {
    const [patrol, nation] = await Promise.all(
      ['ddp-usbp-monthly', 'cbp-nationwide-encounters'].map((id) => observationsOf(id, files)),
    );
    const december = ['2023-12-01', '2023-12-31'] as const;
    expect(sumOf(patrol ?? [], { definition: 'border-patrol' }, ...december)).toBe(251_178);
    const southwest = { counterpart: '_T', breakdown: 'border=southwest' };
    expect(sumOf(nation ?? [], southwest, ...december)).toBe(301_981);
    // Another scope, not another count: the indicator says so.
    const note = readFileSync('sources/catalogue/indicators/border-encounters.yaml', 'utf8');
    expect(note).toMatch(/251,178 .* 301,981 .*: a difference of scope, not of counting/);
    expect(note).toMatch(/251 178 .* 301 981 .*: es una diferencia de alcance, no de cuenta/);
  });

  test('the Border Patrol of FY2014 and FY2020 in three tables', async () => {
    const [months, nationalities, published] = await Promise.all(
      ['cbp-usbp-monthly', 'usbp-citizenship-sector', 'ddp-usbp-monthly'].map((id) =>
        observationsOf(id, files),
      ),
    );
    const nation = { indicator: 'border-apprehensions', counterpart: '_T', breakdown: '_T' };
    const whole = { ...nation, basis: 'us-fiscal-year' } as const;
    expect(sumOf(months ?? [], whole, ...fiscalYear(2014))).toBe(486_651);
    expect(sumOf(nationalities ?? [], whole, ...fiscalYear(2014))).toBe(486_651);
    expect(sumOf(nationalities ?? [], whole, ...fiscalYear(2020))).toBe(405_036);
    expect(sumOf(published ?? [], { definition: 'border-patrol' }, ...fiscalYear(2020))).toBe(405_036);
  });

  test('fear screening of FY2021 by the department and by the service: 43,958 and 43,965', async () => {
    const [department, service] = await Promise.all(
      ['dhs-credible-fear', 'uscis-credible-fear'].map((id) => observationsOf(id, files)),
    );
    const all = { indicator: 'credible-fear-cases', counterpart: '_T', breakdown: '_T' };
    expect(sumOf(department ?? [], all, ...fiscalYear(2021))).toBe(43_958);
    expect(sumOf(service ?? [], all, ...fiscalYear(2021))).toBe(43_965);
  });

  test('Mexico: two tables agree but for 2024, which are of two dates', async () => {
    const [nationalities, ages] = await Promise.all(
      ['mexico-presented', 'mexico-presented-demographics'].map((id) => observationsOf(id, files)),
    );
    for (const year of [2018, 2019, 2020, 2021, 2022, 2023])
      expect(sumOf(nationalities ?? [], { counterpart: '_T' }, ...calendarYear(year)), String(year)).toBe(
        sumOf(ages ?? [], {}, ...calendarYear(year)),
      );
    expect(sumOf(nationalities ?? [], { counterpart: '_T' }, ...calendarYear(2024))).toBe(1_231_320);
    expect(sumOf(ages ?? [], {}, ...calendarYear(2024))).toBe(1_230_126);
  });

  test('the United States of 2023 are the same in the workbook of UNODC and at the World Bank', async () => {
    const [unodc, bank] = await Promise.all(
      ['unodc-cts-2026', 'world-bank-homicide'].map((id) => observationsOf(id, files)),
    );
    const rate = { indicator: 'homicide-rate', area: 'USA' };
    expect(sumOf(unodc ?? [], rate, ...calendarYear(2023))).toBe(5.76340794073065);
    expect(sumOf(bank ?? [], rate, ...calendarYear(2023))).toBe(5.76340794073065);
  });

  /** The known values of the World Bank's three downloads; the recipe of the source reads each of them. */
  test.each([
    [
      'en_csv_v2_4355130',
      {
        'HND 2012': 83.0026113649231,
        'HND 2014': 65.7802248185182,
        'SLV 2014': 62.2863028591653,
        'GTM 2020': 17.4652580071845,
        'MEX 2012': 22.1421333443662,
        'HND 2023': undefined,
        'SLV 2022': undefined,
      },
    ],
    [
      'en_csv_v2_6299884',
      {
        'HND 2012': 81.570757997861,
        'HND 2014': 64.5387715492367,
        'SLV 2014': 63.1449112907401,
        'GTM 2020': 18.9601645617879,
        'MEX 2012': 22.4325481302212,
        'HND 2023': undefined,
        'SLV 2022': undefined,
      },
    ],
    [
      'es_csv_v2_8348',
      {
        'HND 2012': 82.2941714854712,
        'HND 2014': 64.9996731259012,
        'SLV 2014': 63.6220773963139,
        'GTM 2020': 18.1882859775834,
        'MEX 2012': 22.2285552341782,
        'HND 2023': 31.4424316507577,
        'SLV 2022': 7.89768799960639,
      },
    ],
  ])('homicides of the World Bank, download %s', async (name, known) => {
    // What the recipe expects besides is of the newest download.
    const document = parseDocument(readFileSync('sources/world-bank-homicide/recipe.yaml', 'utf8'));
    document.delete('expect');
    const values = new Map<string, number>();
    const reading = readByRecipe({
      recipe: parseRecipe(document.toString({ lineWidth: 0 }), 'recipe.yaml'),
      path: files.get(`API_VC.IHR.PSRC.P5_DS2_${name}.csv`) ?? name,
      table,
      catalogue: sourcesCatalogue,
      edition: 'world-bank-homicide@2026-02-24',
      sha256: null,
    });
    for (let step = await reading.next(); !step.done; step = await reading.next())
      for (const o of step.value)
        if (o.stated?.value != null) values.set(`${o.area} ${formatPeriod(o.period)}`, o.stated.value);
    for (const [key, value] of Object.entries(known)) expect(values.get(key), key).toBe(value);
  });

  test('a second compilation of the same governments is not shipped: it agrees here and there, and leaps', async () => {
    const rows = readFileSync(files.get('irreg.csv') ?? '', 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    expect(rows).toHaveLength(10_438);
    const sum = (geo: string, from: string, to: string, nat?: string): number =>
      rows
        .filter(([t = '', at, of]) => at === geo && t >= from && t <= to && (nat === undefined || of === nat))
        .reduce((all, [, , , n]) => all + Number(n === '' ? 0 : n), 0);
    const [panama, honduras] = await Promise.all(
      ['panama-darien', 'honduras-irregular'].map((id) => observationsOf(id, files)),
    );
    const government = (all: readonly Observation[] = [], year = 0): number =>
      sumOf(all, { counterpart: '_T', basis: 'month' }, ...calendarYear(year));
    expect([sum('PAN', '2021-01', '2021-12'), government(panama, 2021)]).toEqual([133_726, 133_726]);
    expect([sum('PAN', '2024-01', '2024-12'), government(panama, 2024)]).toEqual([302_290, 302_203]);
    expect([sum('HND', '2022-01', '2022-12'), government(honduras, 2022)]).toEqual([188_858, 188_858]);
    // From February 2025 it also has entries that are regular, Hondurans in Honduras among them.
    expect([sum('HND', '2025-01', '2025-01'), sum('HND', '2025-02', '2025-02')]).toEqual([5_709, 190_155]);
    expect(sum('HND', '2025-02', '2025-04', 'HND')).toBe(273_210);
    expect(sum('HND', '2025-02', '2025-04')).toBe(671_106);
    expect(sumOf(honduras ?? [], { counterpart: '_T' }, '2025-02-01', '2025-04-30')).toBe(8_045);
    expect(recipeIds('sources').map((id) => findRecipe(id, 'sources').recipe.file)).not.toContain(
      'irreg.csv',
    );
    expect(readdirSync('sources').join()).not.toMatch(/iom-americas/);
  });
});
