/** Periods by a format that the recipe names, and columns that can be read in two ways. */
import { describe, expect, it } from 'vitest';
import { formatPeriod } from '#stats/time/period.ts';
import { readText, type Reading } from '../read.ts';

const recipe = (period: string, more = ''): string => `
format: { type: csv, delimiter: ";" }
area: Area
period: ${period}
${more}
figures:
  - { indicator: asylum-applications, counterpart: { constant: HND }, value: Cases }
`;

const read = (texts: readonly string[], period: string, more = ''): Promise<Reading> =>
  readText(
    `Area;When;Cases\n${texts.map((text, i) => `MEX;${text};${i + 1}\n`).join('')}`,
    recipe(period, more),
  );

const periodsOf = ({ observations }: Reading): string[] =>
  observations.map(({ period }) => formatPeriod(period));

describe('a column of quarters beside one of years', () => {
  const quarters = (rows: readonly (readonly [string, string])[], more = ''): Promise<Reading> =>
    readText(
      `Area;Year;Quarter;Cases\n${rows.map(([year, quarter], i) => `MEX;${year};${quarter};${i + 1}\n`).join('')}`,
      recipe(`{ year: Year, quarter: Quarter${more} }`),
    );

  it.each([
    ['Q1', '2014-Q1'],
    ['2T', '2014-Q2'],
    ['III', '2014-Q3'],
    ['IV trimestre', '2014-Q4'],
    ['1er. trimestre', '2014-Q1'],
    ['Segundo Trimestre', '2014-Q2'],
    ['Jul-Sep', '2014-Q3'],
    ['octubre-diciembre', '2014-Q4'],
    ['3', '2014-Q3'],
  ])('%s of 2014 is %s', async (text, period) => {
    const reading = await quarters([['2014', text]]);
    expect(reading.faults).toEqual([]);
    expect(periodsOf(reading)).toEqual([period]);
  });

  it('counts the quarters of a fiscal year from October, and names of months as they are', async () => {
    const rows = [
      ['2014', 'Q1'],
      ['2014', 'Q4'],
      ['2015', 'Oct-Dec'],
      ['1975', 'Q1'],
    ] as const;
    const reading = await quarters(rows, ', basis: us-fiscal-year');
    expect(reading.faults).toEqual([]);
    expect(periodsOf(reading)).toEqual(['2013-Q4', '2014-Q3', '2014-Q4', '1974-Q3']);
  });

  it('has whole years where the recipe says which text that is, and refuses what is no quarter', async () => {
    const rows = [
      ['2014', 'Total'],
      ['2014', 'V'],
      ['2014', 'Feb-Apr'],
    ] as const;
    const reading = await quarters(rows, ', wholeYear: [Total]');
    expect(periodsOf(reading)).toEqual(['2014']);
    expect(reading.faults).toEqual([
      expect.stringContaining('column "Quarter": "V" is not a period'),
      expect.stringContaining('column "Quarter": "Feb-Apr" is not a period'),
    ]);
  });
});

describe('a format of periods', () => {
  it.each([
    ["'MMMM d, yyyy'", 'January 6, 2014', '2014-01-06'],
    ["'EEE, MM/dd/yyyy - HH:mm'", 'Thu, 01/01/2026 - 12:00', '2026-01-01'],
    ['dd/MM/yyyy', '15/01/2021', '2021-01-15'],
    ['d/M/yyyy', '5/1/2021', '2021-01-05'],
    ['MMM-yy', 'Jan-21', '2021-01'],
    ['MMM-yy', 'ene-21', '2021-01'],
    ['MMM-yy', 'Sept-98', '1998-09'],
    [`"yyyy'M'MM"`, '2021M01', '2021-01'],
    ['yyyy-Qq', '2021-Q1', '2021-Q1'],
    ['yyyyQq', '2021Q4', '2021-Q4'],
    ['yyyyKq', '2021K3', '2021-Q3'],
    ['Hh yyyy', 'H1 2014', '2014-S1'],
    ['yyyySh', '2014S2', '2014-S2'],
    ['yyyyMM', '202101', '2021-01'],
    ['FYyy', 'FY14', 'FY2014'],
    ["yyyy-MM-dd'T'HH:mm:ss", '2021-01-15T00:00:00', '2021-01-15'],
    ['excel', '41653', '2014-01-14'],
    ['excel', '41653.5', '2014-01-14'],
    ['excel-1904', '40191', '2014-01-14'],
  ])('%s reads %s', async (format, text, period) => {
    const reading = await read([text], `{ column: When, format: ${format} }`);
    expect(reading.faults).toEqual([]);
    expect(periodsOf(reading)).toEqual([period]);
  });

  it.each([
    ['{ column: When, format: FYyyyy-yy, basis: us-fiscal-year }', 'FY2014-15', 'FY2015'],
    ['{ column: When, format: yyyy/yy, basis: us-fiscal-year }', '2020/21', 'FY2021'],
    ['{ column: When, format: yyyy/yy, yearStarts: 4 }', '2020/21', '2020-04/2021-03'],
    ['{ column: When, format: yyyy-yy, yearStarts: 7 }', '1999-00', '1999-07/2000-06'],
    ['{ column: When, format: yyyy-yy, basis: interval }', '1901-10', '1901-01/1910-12'],
    ['{ column: When, format: MMM-yy, basis: calendar-year }', 'Dec-14', '2014'],
    ['{ column: When, format: dd/MM/yyyy, basis: month }', '01/10/2014', '2014-10'],
    ['{ column: When, format: dd/MM/yyyy, basis: quarter }', '31/12/2014', '2014-Q4'],
    ['{ column: When, format: yyyy-MM-dd, basis: us-fiscal-year }', '2014-09-30', 'FY2014'],
    ['{ column: When, format: "MMMM yyyy", language: fr }', 'août 2014', '2014-08'],
    ['{ column: When, format: "d MMMM yyyy", language: pt }', '3 março 2014', '2014-03-03'],
    ['{ column: When, format: [yyyy, yyyy-Qq] }', '2014-Q2', '2014-Q2'],
    // Without a format: the text forms of SDMX.
    ['When', '2014-Q2', '2014-Q2'],
    ['When', '2014-S2', '2014-S2'],
  ])('%s reads %s as %s', async (period, text, expected) => {
    const reading = await read([text], period);
    expect(reading.faults).toEqual([]);
    expect(periodsOf(reading)).toEqual([expected]);
  });

  it('takes the mark after a period for the note of its row', async () => {
    const footnotes =
      'footnotes: { p: { en: Provisional., es: Provisional. }, 1/: { en: Revised., es: Revisada. } }';
    const reading = await read(['2014p', '2015 1/', '2016'], 'When', footnotes);
    expect(periodsOf(reading)).toEqual(['2014', '2015', '2016']);
    expect(reading.observations.map(({ note }) => note?.text.en ?? null)).toEqual([
      'Provisional.',
      'Revised.',
      null,
    ]);
  });

  it.each([
    ['dd/MM/yyyy', '01/15/2021', 'is not a date of the calendar'],
    ['yyyy/yy, yearStarts: 4', '2020/22', 'does not end in the year after 2020'],
    ["'EEE, MM/dd/yyyy'", 'Fri, 01/01/2026', 'says Fri, but 2026-01-01 is another day of the week'],
    ['dd/MM/yyyy, basis: month', '15/10/2014', 'is neither the first nor the last day of 2014-10'],
    ['MMM-yy, language: es', 'Mai-14', 'has no month of the language in "Mai"'],
    ['excel', '14', 'is not a serial number of a day'],
    ['yyyyQq', '2014Q5', 'is not a period of this format'],
  ])('%s refuses %s', async (format, text, rule) => {
    const { faults, observations } = await read([text], `{ column: When, format: ${format} }`);
    expect(observations).toEqual([]);
    expect(faults[0]).toContain(`column "When": ${JSON.stringify(text)} ${rule}`);
  });

  it.each([
    ['YYYY-MM', 'has the letter Y; write y for the year'],
    ['MM/dd', 'has no year'],
    ['yyyy/yy', 'has two years: say basis: us-fiscal-year, or yearStarts: 7'],
    ['yyyyQq, basis: month', 'reads a quarter, which is no month'],
    ['MMM-yy, language: xx-klingon-nope', 'is no language'],
  ])('is refused: %s', async (format, problem) => {
    const { faults } = await read(['2014'], `{ column: When, format: ${format} }`);
    expect(faults.join()).toContain(problem);
  });

  it('is proposed where a text is no period', async () => {
    const { faults } = await read(['2021M01'], 'When');
    expect(faults[0]).toContain(`say how it is written: period: { column: ..., format: "yyyy'M'MM" }`);
    const twofold = await read(['01/02/2014'], 'When');
    expect(twofold.faults[0]).toContain('format: "M/d/yyyy" } or { column: ..., format: "d/M/yyyy" }');
  });
});

describe('a column that can be read in two ways', () => {
  const split = ['2008-09', '2009-10', '2010-11', '2011-12'];

  it('is refused where every month may be a year and the next (C9)', async () => {
    const { faults } = await read(split, 'When');
    expect(faults).toHaveLength(4);
    expect(faults[0]).toContain('"2008-09" is a month or two years (every text of its column may be)');
    expect((await read(split, '{ year: When }')).faults).toHaveLength(4);
  });

  it('is refused where it has years or ranges of years too (L4)', async () => {
    const { faults } = await read(['1892-1900', '1901-10', '1911-20'], 'When');
    expect(faults[0]).toContain('"1911-20" is not a period');
    expect(faults[1]).toContain('"1901-10" is a month or two years (its column has years too)');
    expect((await read(['2013', '2014-10'], 'When')).faults).toHaveLength(1);
  });

  it('is read as the recipe says', async () => {
    const years = await read(split, '{ column: When, format: yyyy-yy, yearStarts: 4 }');
    expect(periodsOf(years)).toEqual([
      '2008-04/2009-03',
      '2009-04/2010-03',
      '2010-04/2011-03',
      '2011-04/2012-03',
    ]);
    expect(periodsOf(await read(split, '{ column: When, format: yyyy-MM }'))).toEqual(split);
  });

  it('is read at once where its months say so', async () => {
    expect(periodsOf(await read(['2008-09', '2008-10', '2014-01'], 'When'))).toEqual([
      '2008-09',
      '2008-10',
      '2014-01',
    ]);
  });
});

describe('a basis that is named', () => {
  it('is used for ranges of years too (L4)', async () => {
    const { observations } = await read(['1892-1900', '1950'], '{ year: When, basis: us-fiscal-year }');
    expect(observations.map(({ period }) => [period.start, period.end])).toEqual([
      ['1891-07-01', '1900-06-30'],
      ['1949-07-01', '1950-06-30'],
    ]);
  });

  it.each([
    ['us-fiscal-year', '2014-10', 'is a month, and the recipe says basis: us-fiscal-year'],
    ['calendar-year', 'FY2014', 'is a fiscal year, and the recipe says basis: calendar-year'],
  ])('%s refuses %s', async (basis, text, rule) => {
    const { faults, observations } = await read([text, '2013-01/2013-09'], `{ year: When, basis: ${basis} }`);
    expect(faults[0]).toContain(rule);
    expect(observations.length).toBe(1);
  });
});

describe('spans of one series that overlap', () => {
  const spans = ['2010-01/2012-12', '2012-01/2014-12', '2015-01/2015-06'];

  it('are refused', async () => {
    const { faults } = await read(spans, 'When');
    expect(faults).toEqual([
      'rates.csv, line 3: "2012-01/2014-12" overlaps 2010-01/2012-12 of the same series, in line 2; keep them apart with a breakdown, remove one with a filter, or write overlaps: true if the source counts so',
    ]);
  });

  it('are read if the recipe says that the source counts so', async () => {
    expect(periodsOf(await read(spans, 'When', 'overlaps: true'))).toEqual(spans);
  });
});

describe('a column of half years beside one of years', () => {
  const halves = (rows: readonly (readonly [string, string])[], more = ''): Promise<Reading> =>
    readText(
      `Area;Year;Half;Cases\n${rows.map(([year, half], i) => `MEX;${year};${half};${i + 1}\n`).join('')}`,
      recipe(`{ year: Year, half: Half${more} }`),
    );

  it('is read in words, numbers and months', async () => {
    const found = await halves([
      ['2014', '1'],
      ['2014', 'II'],
      ['2015', 'Primer semestre'],
      ['2015', 'S2'],
      ['2016', 'Jan-Jun'],
      ['2016', 'julio-diciembre'],
      ['2017', '2nd half'],
      ['2018', 'Segundo semestre'],
    ]);
    expect(found.faults).toEqual([]);
    expect(periodsOf(found)).toEqual([
      '2014-S1',
      '2014-S2',
      '2015-S1',
      '2015-S2',
      '2016-S1',
      '2016-S2',
      '2017-S2',
      '2018-S2',
    ]);
  });

  it('is an interval in a fiscal year, which begins in October', async () => {
    const found = await halves([['2014', '1']], ', basis: us-fiscal-year');
    expect(periodsOf(found)).toEqual(['2013-10/2014-03']);
  });

  it('is refused where it is none', async () => {
    const { faults } = await halves([['2014', '3']]);
    expect(faults.join()).toContain('"3" is not a period');
  });

  it('is not named beside quarters', async () => {
    const { faults } = await halves([['2014', '1']], ', quarter: Half');
    expect(faults.join()).toContain(
      'name the column of the month, of the quarter or of the half year, not several',
    );
  });
});

it('reads quarters in Roman numerals', async () => {
  const found = await read(['2014 I', '2014 IV'], "{ column: When, format: 'yyyy q' }");
  expect(periodsOf(found)).toEqual(['2014-Q1', '2014-Q4']);
  expect((await read(['2014TIII'], '{ column: When, format: yyyyTq }')).observations).toHaveLength(1);
});
