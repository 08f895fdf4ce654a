/** A faulty table is refused, with the place, the value found, and what to do. */
import { quote } from '#stats/csv.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '#sources/metadata/catalogue.ts';
import { CELL_COLUMNS, type Cells } from '#sources/table/cells.ts';
import { SourceError } from '#sources/validation/source-error.ts';
import { readTable, type TableRow } from '#sources/table/table.ts';

const catalogue = readCatalogue('sources');
const dir = mkdtempSync(join(tmpdir(), 'cotejo-table-'));
const path = join(dir, 'observations.csv');
afterAll(() => rmSync(dir, { recursive: true }));

const RATE: Cells = {
  figure: '',
  indicator: 'homicide-rate',
  area: 'HND',
  counterpart: '_Z',
  breakdown: '_T',
  definition: 'main',
  period: '2014',
  of_basis: '',
  period_status: 'stated',
  qualifier: 'exact',
  value: '68',
  low: '',
  high: '',
  interval_kind: 'none',
  numerator: '',
  denominator: '',
  gap: '',
  attributed_to: '',
  locator: 'paragraph 8',
  printed: '',
  note: '',
  note_es: '',
  note_mandatory: '',
};
const SHARE: Partial<Cells> = {
  indicator: 'asylum-grant-share',
  area: 'USA',
  counterpart: 'HND',
  breakdown: 'authority=courts',
  definition: 'of-petitions',
  period: 'FY2014',
  value: '',
};

const line = (cells: Partial<Cells>): string =>
  CELL_COLUMNS.map((column) => quote({ ...RATE, ...cells }[column])).join(',');

function read(content: string): TableRow[] {
  writeFileSync(path, content);
  return readTable(path, {
    catalogue,
    source: 'migrant-crisis-2015',
    edition: 'migrant-crisis-2015@2015-11',
  });
}
const table = (...rows: Partial<Cells>[]): string =>
  `${[CELL_COLUMNS.join(','), ...rows.map(line)].join('\n')}\n`;

/** The problems of a table, without the path at the front. */
function problems(content: string): string[] {
  try {
    read(content);
  } catch (error) {
    if (error instanceof SourceError) return error.problems.map((p) => p.replace(`${path}:`, ''));
    throw error;
  }
  return [];
}

const FAULTS: readonly (readonly [string, Partial<Cells>, string])[] = [
  ['an unknown area', { area: 'HDN' }, '2: column area: "HDN" is not a known area; did you mean "HND"?'],
  [
    'an area like no other',
    { area: 'ATLANTIS' },
    '2: column area: "ATLANTIS" is not a known area; add it to catalogue/areas.yaml or correct the code',
  ],
  [
    'an unknown indicator',
    { indicator: 'homicide-rates' },
    '2: column indicator: "homicide-rates" is not a known indicator; did you mean "homicide-rate"?',
  ],
  [
    'an indicator of another source',
    { indicator: 'poverty-share', period: 'unstated@2015-11', value: '0.5' },
    '2: column indicator: "poverty-share" does not list migrant-crisis-2015 among its sources; add it to the indicator\'s file',
  ],
  [
    'an unknown definition',
    { ...SHARE, definition: 'of-petition', numerator: '1', denominator: '2' },
    '2: column definition: "of-petition" is not a definition of asylum-grant-share; did you mean "of-petitions"?',
  ],
  [
    'an unknown code of a breakdown',
    { ...SHARE, breakdown: 'authority=court', numerator: '1', denominator: '2' },
    '2: column breakdown: "authority=court" has no known code of authority; did you mean "courts"?',
  ],
  [
    'breakdowns out of order',
    { breakdown: 'authority=courts;border=southwest' },
    '2: column breakdown: "authority=courts;border=southwest" names a dimension twice or out of order; keep the order of dimensions.yaml',
  ],
  [
    'a second area where there is none',
    { counterpart: 'MEX' },
    '2: column counterpart: "MEX" is a second area, but homicide-rate has none; write _Z',
  ],
  [
    'no second area where there is one',
    { ...SHARE, counterpart: '_Z', numerator: '1', denominator: '2' },
    '2: column counterpart: "_Z" means no second area, but asylum-grant-share has one; write its code, or _T for all',
  ],
  [
    'text where a number should be',
    { value: 'about 68' },
    '2: column value: "about 68" is not a plain number; write digits and a decimal point, without separators, units or words',
  ],
  [
    'a number with separators',
    { value: '68,541' },
    '2: column value: "68,541" is not a plain number; write digits and a decimal point, without separators, units or words',
  ],
  [
    'a share in percent',
    { ...SHARE, value: '36' },
    '2: column value: "36" is outside 0 to 1; write a share as a fraction: 0.36',
  ],
  [
    'a part above its whole',
    { ...SHARE, numerator: '13847', denominator: '510' },
    '2: column numerator: "13847" is more than the denominator 510; a part is at most the whole',
  ],
  [
    'a negative rate',
    { value: '-1' },
    '2: column value: "-1" is below 0, but homicide-rate cannot be negative',
  ],
  [
    'a month that does not exist',
    { period: '2014-13' },
    '2: column period: "2014-13" is not a period; write it as 2014, FY2014, 2014-10, 2018-10-19, 2014-10/2015-04, 2008-01-01/.., ../2015-10-15, annual@2015-11 or unstated@2018-10-20',
  ],
  [
    'a period of another basis',
    { period: 'FY2014' },
    '2: column period: "FY2014" is of basis us-fiscal-year, which homicide-rate has not (calendar-year); add it to its bases or correct the period',
  ],
  [
    'both a figure and a gap',
    { gap: 'suppressed' },
    '2: column gap: "suppressed" is given together with a figure (value); keep one of the two',
  ],
  [
    'neither a figure nor a gap',
    { value: '' },
    '2: column value: "" is empty and so are low, high and gap; give a figure, or the gap that says why there is none',
  ],
  [
    'a computed gap',
    { value: '', qualifier: '', gap: 'no-weight' },
    '2: column gap: "no-weight" is not a gap; expected one of not-published, suppressed, not-applicable, withdrawn, redacted',
  ],
  [
    'an unknown qualifier',
    { qualifier: 'roughly' },
    '2: column qualifier: "roughly" is not a qualifier; expected one of exact, about, more-than, at-least, just-over, less-than, at-most, nearly, range',
  ],
  [
    'an open end on the wrong side',
    { qualifier: 'less-than', value: '', low: '1', high: '2', interval_kind: 'stated' },
    '2: column low: "1" does not fit; less-than fills only high',
  ],
  [
    'a range upside down',
    { qualifier: 'range', value: '', low: '5', high: '4', interval_kind: 'stated' },
    '2: column low: "5" is above high 4; swap them',
  ],
  [
    'an interval without a kind',
    { qualifier: 'more-than', value: '', low: '2' },
    '2: column interval_kind: "none" stands beside low or high; say what the interval is',
  ],
  [
    'a figure without a place',
    { locator: '' },
    '2: column locator: "" is empty; give the location of the figure in the source',
  ],
  [
    'a note in one language',
    { note: 'The city of San Salvador.' },
    '2: column note_es: "" is empty; write the note in Spanish too',
  ],
];

describe('a source table', () => {
  it('is read as it is written', () => {
    const [row] = read(
      table({ note: 'One, two.', note_es: 'Uno, dos.', note_mandatory: 'yes', figure: 'F03' }),
    );
    expect(row?.figure).toBe('F03');
    expect(row?.observation).toMatchObject({
      period: { basis: 'calendar-year', start: '2014-01-01', end: '2014-12-31' },
      stated: { qualifier: 'exact', value: 68, low: null, high: null },
      edition: 'migrant-crisis-2015@2015-11',
      note: { mandatory: true, text: { en: 'One, two.', es: 'Uno, dos.' } },
      gap: null,
    });
  });

  it('may hold a gap instead of a figure', () => {
    const [row] = read(table({ value: '', qualifier: '', gap: 'suppressed', locator: '' }));
    expect(row?.observation).toMatchObject({ stated: null, gap: 'suppressed' });
  });

  it('gives a share the ratio of its parts', () => {
    const [row] = read(table({ ...SHARE, numerator: '510', denominator: '13847' }));
    expect(row?.observation.stated?.value).toBeCloseTo(0.03683, 5);
  });

  it('may be negative where the indicator is a change', () => {
    const change = {
      indicator: 'uac-apprehensions-change',
      area: 'USA',
      counterpart: '_T',
      period: 'FY2014',
    };
    const [row] = read(table({ ...change, breakdown: 'border=southwest', value: '-41.7' }));
    expect(row?.observation.stated?.value).toBe(-41.7);
  });

  it.each(FAULTS)('is refused for %s', (_what, cells, message) => {
    expect(problems(table(cells))).toEqual([message]);
  });

  it('is refused for a row that says again what another says', () => {
    expect(problems(table({}, { value: '69' }))).toEqual([
      '3: column period: "2014" says again what line 2 says (homicide-rate, HND); keep one row',
    ]);
  });

  it('is refused with all its faults, each with its line', () => {
    const found = problems(table({ area: 'HDN' }, { area: 'SLV' }, { value: 'x', period: '14' }));
    expect(found.map((p) => p.split('"')[0])).toEqual([
      '2: column area: ',
      '4: column period: ',
      '4: column value: ',
    ]);
  });

  it('is refused for a header that is not ours', () => {
    expect(problems('indicator,value\n')).toEqual([
      `1: the header is not valid; expected ${CELL_COLUMNS.join(',')}`,
    ]);
  });

  it('is refused for a row with a cell too many', () => {
    expect(problems(`${table({})}${line({ area: 'SLV' })},\n`)).toEqual([
      '3: 24 cells, expected 23; quote texts with commas',
    ]);
  });
});
