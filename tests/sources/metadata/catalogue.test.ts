/** A catalogue that contradicts itself, or lacks a language, is refused. Long because each contradiction has its test. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCatalogue } from '#sources/metadata/catalogue.ts';
import { nearest } from '#stats/nearest.ts';
import { SourceError } from '#sources/validation/source-error.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cotejo-catalogue-'));
  cpSync('sources', root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

/** Changes one file of the copy, and returns the faults that the catalogue then reports. */
function problemsAfter(file: string, from: string | RegExp, to: string): string[] {
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  try {
    readCatalogue(root);
  } catch (error) {
    if (error instanceof SourceError) return error.problems.map((p) => p.replace(`${root}/`, ''));
    throw error;
  }
  return [];
}

it('carries what a card declares of its revisions, in one of three words', () => {
  const card = 'world-bank-homicide/card.yaml';
  const [line, declared] = ['  accessed: 2026-11-29', '  accessed: 2026-11-29\n  revision: '];
  expect(problemsAfter(card, line, `${declared}method`)).toEqual([]);
  const { editions } = readCatalogue(root);
  expect(editions.find(({ source }) => source === 'world-bank-homicide')?.revision).toBe('method');
  expect(problemsAfter(card, 'revision: method', 'revision: routine').join()).toContain('edition.revision');
});

const RATE = 'catalogue/indicators/homicide-rate.yaml';
const CARAVAN = 'catalogue/indicators/caravan-size.yaml';
const BREAKS = 'catalogue/breaks.yaml';
const TABLES = 'catalogue/tabulations.yaml';

const FAULTS: readonly (readonly [string, string, string | RegExp, string, string])[] = [
  [
    'a compiled source that does not say who counted',
    'owid-homicide-rate/card.yaml',
    'producer: United Nations Office on Drugs and Crime\n',
    '',
    'owid-homicide-rate/card.yaml: producer: is missing; fill it',
  ],
  [
    'a compiler of a source that is not compiled',
    'unodc-gsh-2013/card.yaml',
    'kind: primary\n',
    'kind: primary\ncompiler: Somebody\n',
    'unodc-gsh-2013/card.yaml: compiler: "Somebody" is only for kind: compiled, which needs both producer and compiler; leave it out',
  ],
  [
    'a title without Spanish',
    RATE,
    /\n {2}es: Tasa de homicidios/,
    '',
    `${RATE}: title.es: expected a text, found nothing; write it in Spanish`,
  ],
  [
    'an empty Spanish text',
    RATE,
    'es: Tasa de homicidios',
    "es: ' '",
    `${RATE}: title.es: expected a text, found " "; write it in Spanish`,
  ],
  [
    'a measure that is none',
    RATE,
    'measure: rate',
    'measure: ratio',
    `${RATE}: measure: found "ratio"; expected one of rate, count, estimate, share, level`,
  ],
  [
    'a field that we do not know',
    RATE,
    'decimals: 1',
    'decimals: 1\ndigits: 1',
    `${RATE}: the file: unknown field "digits"; correct its name or leave it out`,
  ],
  ['a missing field', RATE, 'decimals: 1\n', '', `${RATE}: decimals: is missing; fill it`],
  [
    'a rate without a base',
    RATE,
    'per: 100000\n',
    '',
    `${RATE}: per: only a rate has per, and every rate needs it`,
  ],
  [
    'a rate that may be below zero, which no table takes',
    RATE,
    'signed: false',
    'signed: true',
    `${RATE}: signed: a rate is never below zero`,
  ],
  [
    'a weight that is no count',
    RATE,
    'indicator: population',
    'indicator: ransom',
    `${RATE}: weight.indicator: "ransom" is not a count in the catalogue`,
  ],
  [
    'a part that no dimension has',
    CARAVAN,
    'caravan=second-and-third]',
    'caravan=second]',
    `${CARAVAN}: parts.on-the-road-in-november-2018: "caravan=second" has no known code of caravan; its codes are first, second-and-third, all`,
  ],
  [
    'a source without a card',
    CARAVAN,
    'ntd-2018-11-09, ',
    'ntd-2018-11-08, ',
    `${CARAVAN}: sources: "ntd-2018-11-08" has no card; did you mean "ntd-2018-11-09"?`,
  ],
  [
    'a secondary source before a primary one',
    'catalogue/indicators/asylum-grant-share.yaml',
    '[unhcr-asylum-decisions, eoir-asylum-decisions, migrant-crisis-2015]',
    '[migrant-crisis-2015, unhcr-asylum-decisions, eoir-asylum-decisions]',
    'catalogue/indicators/asylum-grant-share.yaml: sources: "unhcr-asylum-decisions" is primary but listed after a secondary source; move it up',
  ],
  [
    'a member that is no country',
    'catalogue/areas.yaml',
    '{ area: SLV }, { area: HND }',
    '{ area: SVL }, { area: HND }',
    'catalogue/areas.yaml: northern-triangle: member "SVL" is not a place in this file; did you mean "SLV"?',
  ],
  [
    'a city outside the catalogue',
    'catalogue/areas.yaml',
    'within: SLV',
    'within: ZZZ',
    'catalogue/areas.yaml: SVSAL: within: "ZZZ" is not a place in this file',
  ],
  [
    'an id that is not kebab-case',
    RATE,
    'id: homicide-rate',
    'id: Homicide_Rate',
    `${RATE}: id: "Homicide_Rate" is not kebab-case; write lower case words with hyphens, as in homicide-rate`,
  ],
  [
    'a card of another folder',
    'ntd-2018-11-09/card.yaml',
    'id: ntd-2018-11-09',
    'id: ntd-2018-11-10',
    'ntd-2018-11-09/card.yaml: id: "ntd-2018-11-10" is not the folder\'s name; expected "ntd-2018-11-09"',
  ],
  [
    'a day that does not exist',
    'ntd-2018-11-09/card.yaml',
    'published: 2018-11-09',
    'published: 2018-11-31',
    'ntd-2018-11-09/card.yaml: published: "2018-11-31" is not a date; write 2015-11-15, or 2015-11 where the day is not known',
  ],
  [
    'a break of an indicator that is none',
    BREAKS,
    'indicators: [border-apprehensions,',
    'indicators: [border-apprehension,',
    `${BREAKS}: title-42-begins: indicator: "border-apprehension" is not a known code; did you mean "border-apprehensions"?`,
  ],
  [
    'a break in one language',
    BREAKS,
    /\n {4}es: Las expulsiones[^\n]*/,
    '',
    `${BREAKS}: 1.text.es: expected a text, found nothing; write it in Spanish`,
  ],
  [
    'a break that nobody states',
    BREAKS,
    /\n {2}cited:[^]*$/,
    '\n',
    `${BREAKS}: 0.cited: is missing; fill it`,
  ],
  [
    'a break in a month without its day',
    BREAKS,
    'at: 2023-05-12',
    'at: 2023-05',
    `${BREAKS}: 1.at: "2023-05" is not a day; write 2015-11-15`,
  ],
  [
    'a break that ends before it begins',
    BREAKS,
    'until: 2013-12-31',
    'until: 2012-12-31',
    `${BREAKS}: honduras-homicide-classes: until: 2012-12-31 is before 2013-01-01`,
  ],
  [
    'one break twice',
    BREAKS,
    'indicators: [border-apprehensions,',
    'indicators: [border-apprehensions, border-apprehensions,',
    `${BREAKS}: title-42-begins: appears twice for border-apprehensions`,
  ],
  [
    'a table of a source that the indicator does not have',
    TABLES,
    'source: cbp-border-deaths',
    'source: cbp-border-death',
    `${TABLES}: border-deaths, cbp-border-death, us-fiscal-year: "cbp-border-death" is not one of its sources; did you mean "cbp-border-deaths"?`,
  ],
  [
    'a table of months from year to year',
    TABLES,
    'from: 2013-10, to: 2024-11',
    'from: FY2014, to: FY2024',
    `${TABLES}: border-encounters, ohss-encounters-citizenship, month: FY2014 to FY2024 are not periods of this kind, or are in the wrong order`,
  ],
  [
    'a month tabulated twice',
    TABLES,
    'from: 2024-10, to: 2025-08',
    'from: 2024-09, to: 2025-08',
    `${TABLES}: border-encounters, cbp-sbo-encounters, month: 2024-09 appears twice`,
  ],
  [
    'absence that means anything',
    TABLES,
    'absent: zero',
    'absent: nothing',
    `${TABLES}: 0.absent: found "nothing"; expected one of zero, not-published`,
  ],
];

describe('the catalogue', () => {
  it('has an indicator for each file of its folder, with every text in both languages', () => {
    const { indicators } = readCatalogue('sources');
    const files = readdirSync('sources/catalogue/indicators').map((file) => file.replace(/\.yaml$/, ''));
    expect(indicators.map(({ id }) => id).sort()).toEqual(files.sort());
    for (const { title, definition, unit, areaRole } of indicators) {
      for (const text of [title, definition, unit.label, areaRole]) expect(text.en && text.es).toBeTruthy();
    }
  });

  it('leaves Mexico out of Central America, and keeps it in the region of the United Nations', () => {
    const members = (code: string): string[] =>
      (readCatalogue('sources').areas.find((a) => a.code === code)?.members ?? []).map((m) => m.area);
    expect(members('central-america-7')).toEqual(['BLZ', 'CRI', 'GTM', 'HND', 'NIC', 'PAN', 'SLV']);
    expect(members('m49-013')).toEqual(['BLZ', 'CRI', 'GTM', 'HND', 'MEX', 'NIC', 'PAN', 'SLV']);
  });

  it('has the regions of the Americas, which together are all of it, and income groups, which leave some out', () => {
    const { areas } = readCatalogue('sources');
    const group = (code: string) => areas.find((a) => a.code === code);
    const members = (...codes: string[]): string[] =>
      codes.flatMap((code) => (group(code)?.members ?? []).map((m) => m.area)).sort();
    const americas = members('m49-019');
    expect(members('m49-005', 'm49-013', 'm49-021', 'm49-029')).toEqual(americas);
    const income = ['wb-hic', 'wb-umc', 'wb-lmc', 'wb-lic'];
    const left = americas.filter((code) => !members(...income).includes(code));
    expect(left).toHaveLength(11);
    for (const code of income) {
      // Every area that is left out is named, in both languages.
      for (const out of left.filter((area) => area !== 'BES')) {
        const name = areas.find((a) => a.code === out)?.name;
        expect(group(code)?.note?.en).toContain(name?.en);
        expect(group(code)?.note?.es).toContain(name?.es.replace(/^Islas? |^Guayana /, ''));
      }
    }
  });

  it('has each economy in one income group at most, from each July since 1988', () => {
    const { areas } = readCatalogue('sources');
    const income = ['wb-hic', 'wb-umc', 'wb-lmc', 'wb-lic'];
    const on = (day: string): string[] =>
      income.flatMap((code) =>
        (areas.find((a) => a.code === code)?.members ?? [])
          .filter(({ from = '', to = '9999' }) => from <= day && day < to)
          .map(({ area }) => `${area} ${code}`),
      );
    expect(on('1988-06-30')).toEqual([]);
    for (let year = 1988; year <= 2025; year++) {
      const economies = on(`${year}-07-01`).map((text) => text.slice(0, 3));
      expect(economies).toEqual([...new Set(economies)]);
    }
    // As counted in the World Bank's own table, without former states and the Channel Islands.
    expect([on('1988-07-01').length, on('2014-01-01').length, on('2025-07-01').length]).toEqual([
      163, 214, 216,
    ]);
    expect(on('2014-01-01')).toEqual(expect.arrayContaining(['SLV wb-lmc', 'HTI wb-lic', 'VEN wb-umc']));
    expect(on('2025-07-01')).toEqual(
      expect.arrayContaining(['SLV wb-umc', 'HTI wb-lmc', 'CRI wb-hic', 'GTM wb-umc']),
    );
    expect(on('2025-07-01').join()).not.toContain('VEN');
  });

  it('suspends Paraguay and Venezuela from Mercosur on the days of the decisions', () => {
    const { areas } = readCatalogue('sources');
    const spans = (areas.find(({ code }) => code === 'mercosur')?.members ?? [])
      .filter(({ area }) => area === 'PRY' || area === 'VEN')
      .map(({ area, from, to }) => [area, from, to]);
    expect(spans).toEqual([
      ['PRY', '1991-03-26', '2012-06-29'],
      ['PRY', '2013-08-15', undefined],
      ['VEN', '2012-07-31', '2016-12-02'],
    ]);
  });

  it.each(FAULTS)('is refused for %s', (_what, file, from, to, message) => {
    expect(problemsAfter(file, from, to)).toContain(message);
  });

  it('needs neither breaks nor tabulations, and then says nothing of them', () => {
    for (const name of [BREAKS, TABLES]) rmSync(join(root, name));
    const without = readCatalogue(root);
    expect(Object.keys(without)).toEqual(['indicators', 'areas', 'dimensions', 'sources', 'editions']);
  });

  it('reads the same hash from a checkout with other line ends', () => {
    const before = readCatalogue(root).editions;
    const path = join(root, 'ntd-2018-11-09/observations.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
    expect(readCatalogue(root).editions).toEqual(before);
  });
});

describe('the nearest code', () => {
  it.each([
    ['HDN', 'HND'],
    ['hnd', 'HND'],
    ['northern-triange', 'northern-triangle'],
    ['XXXXXX', undefined],
  ])('to %s is %s', (typed, meant) => {
    expect(nearest(typed, ['CAN', 'HND', 'northern-triangle'])).toBe(meant);
  });
});
