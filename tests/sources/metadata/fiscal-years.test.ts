/**
 * Every indicator with fiscal years before and after the transition quarter of 1976 declares the break
 * between them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCatalogue, sourceFolders } from '#sources/metadata/catalogue.ts';

/** The fiscal years in each indicator's tables, as texts. */
function fiscalYears(): Map<string, Set<string>> {
  const years = new Map<string, Set<string>>();
  for (const folder of sourceFolders('sources')) {
    const path = join(folder, 'observations.csv');
    if (!existsSync(path)) continue;
    for (const [, indicator = '', year = ''] of readFileSync(path, 'utf8').matchAll(
      /^[^,\n]*,([a-z-]+),[^\n]*?,(FY\d{4}),/gm,
    )) {
      years.set(indicator, (years.get(indicator) ?? new Set()).add(year));
    }
  }
  return years;
}

test('an indicator with fiscal years on both sides of the transition quarter has the break', () => {
  const across = [...fiscalYears()]
    .filter(
      ([, years]) =>
        [...years].some((year) => year <= 'FY1976') && [...years].some((year) => year > 'FY1976'),
    )
    .map(([indicator]) => indicator)
    .sort();
  const breaks = readCatalogue('sources').breaks!.filter(({ id }) => id === 'fiscal-year-from-october');
  expect(across).toEqual(['border-apprehensions', 'us-aid-obligations']);
  expect(breaks.map(({ indicator }) => indicator).sort()).toEqual(across);
  for (const { at, until, basis, kind } of breaks) {
    expect({ at, until, basis, kind }).toEqual({
      at: '1976-07-01',
      until: '1976-09-30',
      basis: 'us-fiscal-year',
      kind: 'period',
    });
  }
});
