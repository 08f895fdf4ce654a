/**
 * Bad input is refused with the file, the place, the value, the rule and what to do: never silently, never
 * partly.
 */
import { describe, expect, it } from 'vitest';
import { Duplicates } from '#sources/recipe/rows/duplicates.ts';
import type { Observation } from '#stats/model/observation.ts';
import { calendarYear } from '#stats/time/period.ts';
import { RATES, readText } from './read.ts';

const observation: Observation = {
  indicator: 'homicide-rate',
  source: 'test',
  area: 'HND',
  counterpart: '_Z',
  breakdown: '_T',
  definition: 'main',
  basis: 'calendar-year',
  period: calendarYear(2014),
  periodStatus: 'stated',
  ofBasis: null,
  edition: 'test@2026',
  stated: { qualifier: 'exact', value: 1, low: null, high: null },
  intervalKind: 'none',
  numerator: null,
  denominator: null,
  gap: null,
  attributedTo: null,
  locator: 'line 2',
  printed: null,
  note: null,
};

const GOOD = 'Area,Year,Rate\nHonduras,2014,65.8\nNamibia,2014,17.1\n';

const CASES: readonly (readonly [string, string | Uint8Array, string, string])[] = [
  [
    'an unknown area',
    'Area,Year,Rate\nHondurs,2014,1\n',
    RATES,
    'rates.csv, line 2, column "Area": "Hondurs" is not a known area; did you mean "Honduras"? give it a code under codes of this role, or leave the row out with a filter',
  ],
  [
    'a text where a number should be',
    'Area,Year,Rate\nHND,2014,n/a\n',
    RATES,
    'rates.csv, line 2, column "Rate": "n/a" is not a number; correct the file, or list this text under missing in the recipe',
  ],
  [
    'an empty cell without a meaning',
    'Area,Year,Rate\nHND,2014,\n',
    RATES,
    'rates.csv, line 2, column "Rate": "" is empty; list \'\' under missing in the recipe as a gap, none or absent',
  ],
  [
    'thousands that the recipe does not expect',
    'Area,Year,Rate\nHND,2014,"1,234"\n',
    RATES,
    'rates.csv, line 2, column "Rate": "1,234" is not a number; name the separator of thousands under numbers in the recipe',
  ],
  [
    'a decimal that is no group of thousands',
    'Area,Year,Rate\nHND,2014,"0,123"\n',
    `${RATES}numbers: { thousands: ',' }\n`,
    'rates.csv, line 2, column "Rate": "0,123" is not a number; correct the file, or list this text under missing in the recipe',
  ],
  [
    'a mark that no footnote explains',
    'Area,Year,Rate\nHND,2014,12*\n',
    RATES,
    'rates.csv, line 2, column "Rate": "12*" is not a number; if "*" marks a footnote, name it under footnotes in the recipe',
  ],
  [
    'an impossible date',
    'Area,Year,Rate\nHND,2014-13,1\n',
    RATES,
    'rates.csv, line 2, column "Year": "2014-13" is not a period; correct the file, or state in the recipe how the period is written (format, or year, month, basis, partial)',
  ],
  [
    'a number below zero',
    'Area,Year,Rate\nHND,2014,-1\n',
    RATES,
    'rates.csv, line 2, column "Rate": "-1" is below 0, but homicide-rate cannot be negative; correct the file, or write signed: true for a new indicator that may be negative (a balance, a net flow)',
  ],
  [
    'the same thing said twice',
    `${GOOD}Honduras,2014,66\n`,
    RATES,
    'rates.csv, line 4: "homicide-rate HND 2014" repeats line 2; remove one with a filter, name a breakdown, or use latest in the recipe',
  ],
  [
    'a cell that begins with =',
    'Area,Year,Rate\n=HND,2014,1\n',
    RATES,
    'rates.csv, line 2, column "Area": "=HND" begins with =, which spreadsheets run as a formula; put the value in its place; a workbook that was opened and saved has the results',
  ],
  [
    'a formula behind a mark that nobody sees',
    'Area,Year,Rate\nHND,2014,1\n\u200b=HND,2014,1\n',
    RATES,
    'rates.csv, line 3, column "Area": "\u200b=HND" begins with =, which spreadsheets run as a formula; put the value in its place; a workbook that was opened and saved has the results',
  ],
  [
    'a null character',
    'Area,Year,Rate\nHND,2014,1\nHN\0D,2014,1\n',
    RATES,
    'rates.csv, line 3, column "Area": "HN\\u0000D" holds a null character (U+0000), which no text may have; remove it, or write encoding: utf-16 under format in the recipe if the file is UTF-16',
  ],
  [
    'a row that is cut off',
    `${GOOD}Hond`,
    RATES,
    'rates.csv, line 4: "Hond" has 1 cells where the header has 3; get the whole file again, quote cells that hold the delimiter, or leave the row out with a filter or a footer in the recipe',
  ],
  [
    'a quote that is never closed',
    `${GOOD}"Hond`,
    RATES,
    'rates.csv, line 4: "\\"Hond" a quoted cell begins here and is never closed: the file is cut off, or a quote stands alone; get the whole file again, or write quotes: false under format in the recipe',
  ],
  [
    'a wrong encoding',
    Buffer.from('Area,Year,Rate\nHND,2014,1\nHaïti,2014,1\n', 'latin1'),
    RATES,
    'rates.csv, line 3: the file is not utf-8; write encoding: latin-1 under format in the recipe, or save the file as utf-8',
  ],
  [
    'a header that lost a column',
    'Area,Yr,Rate\nHND,2014,1\n',
    RATES,
    'rates.csv: the header has no column "Year"; did you mean "Yr"?; correct the recipe',
  ],
  [
    'a header that changed',
    GOOD,
    `${RATES}header: { columns: [Area, Year, Value] }`,
    'rates.csv, line 1, column "Rate": "Rate" is not the column that the recipe expects here ("Value"); the publisher has changed the header: look at the file, then correct header in the recipe',
  ],
  [
    'a percentage for a share',
    'Area,Year,Rate\nHND,2014,12\n',
    RATES.replace('homicide-rate', 'some-share, measure: share'),
    'rates.csv, line 2, column "Rate": "12" is 12, but a share is between 0 and 1; write scale: 0.01 for this figure in the recipe',
  ],
  [
    'an indicator that nobody knows',
    GOOD,
    RATES.replace('homicide-rate', 'homicide-rat'),
    'rates.csv: indicator homicide-rat is not in the catalogue; did you mean "homicide-rate"?; correct the recipe',
  ],
  ['an empty file', '', RATES, 'rates.csv: the file is empty; get it again'],
  [
    'a page of an error where a workbook should be',
    '<html>404</html>',
    RATES.replace('type: csv', 'type: xlsx'),
    'rates.csv: the file is a web page (HTML), whatever its name says, which is not read; if a browser shows a table in it, open it in a spreadsheet program and save it as .xlsx; if it shows an error or a form, get the file again',
  ],
  [
    'JSON that is cut off',
    '[{"Area":"HND","Year":"20',
    RATES.replace('type: csv', 'type: json'),
    'rates.csv: the file is not JSON (Unterminated string in JSON at position 25); get the whole file again',
  ],
];

describe('a recipe refuses', () => {
  it.each(CASES)('%s', async (_what, content, recipe, message) => {
    const { faults } = await readText(content, recipe);
    expect(faults.map((line) => line.replace(/ \(line 1 column \d+\)/, ''))).toContain(message);
  });

  it('a file with another hash than the card promises, before it reads a row', async () => {
    const { faults, report } = await readText(GOOD, RATES, 'f'.repeat(64));
    expect(faults[0]).toMatch(
      /^rates\.csv: the file's SHA-256 is [0-9a-f]{64}, and the card says f+; if the publisher/,
    );
    expect(report.rows).toBe(0);
  });

  it('a total that does not add up, with its place and both numbers', async () => {
    const adds = `
expect:
  adds:
    - { name: parts add up, columns: [Rate], by: [Year], parts: { Area: [HND, GTM] }, total: { Area: Total } }`;
    const { report } = await readText('Area,Year,Rate\nHND,2014,3\nGTM,2014,4\nTotal,2014,8\n', RATES + adds);
    expect(report.checks[0]).toEqual({
      name: 'parts add up',
      holds: false,
      detail: '1 of 1 totals do not add up: line 4, 2014, Rate: printed 8, parts add to 7',
    });
  });
});

describe('a recipe reads', () => {
  it('Namibia as a country, whatever NA means elsewhere', async () => {
    const text = 'Area,Year,Rate\nNA,2014,1\nNAM,2015,NA\n';
    const { observations } = await readText(text, `${RATES}missing: { NA: not-published }`);
    expect(observations.map((o) => [o.area, o.gap])).toEqual([
      ['NAM', null],
      ['NAM', 'not-published'],
    ]);
  });

  it('Kosovo under both of its codes', async () => {
    const { observations } = await readText('Area,Year,Rate\nXKX,2014,1\nXKK,2015,2\n', RATES);
    expect(observations.map((o) => o.area)).toEqual(['XKX', 'XKX']);
  });

  it('a whole file and counts all of its faults', async () => {
    const { report } = await readText('Area,Year,Rate\nX1,2014,1\nHND,x,1\nHND,2014,x\n', RATES);
    expect(report.faultCount).toBe(3);
  });
});

describe('keys that are too many for memory', () => {
  it('are compared in files at the end, and the second line of a key is found', () => {
    const duplicates = new Duplicates(2);
    expect(
      ['HND', 'GTM', 'SLV', 'MEX'].map((area, i) => duplicates.firstLine({ ...observation, area }, i + 2)),
    ).toEqual([null, null, null, null]);
    duplicates.firstLine({ ...observation, area: 'HND' }, 9);
    const told: number[][] = [];
    duplicates.finish((line, earlier) => told.push([line, earlier]));
    expect(told).toEqual([[9, 2]]);
  });
});
