import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSdmxCsv, timePeriod } from '#app/_downloads/sdmx-csv/sdmx-csv.ts';
import { downloadRows } from '#app/_downloads/row.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { parsePeriod } from '#stats/time/period.ts';
import { anyComparison, comparisonWith, sampleCell } from './comparison.ts';

const read = (comparison: Comparison): Record<string, string>[] =>
  parse(formatSdmxCsv([comparison]), { columns: true });
const numberOf = (text: string | undefined): number | null =>
  text === '' || text === 'NaN' ? null : Number(text);

describe('SDMX-CSV', () => {
  test('has the columns that the format begins with, then the key, the value and its attributes', () => {
    const [header = ''] = formatSdmxCsv([comparisonWith([sampleCell])]).split('\n');
    expect(header).toMatch(
      /^STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,BREAKDOWN,DEFINITION,SOURCE,COMPUTED,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT,/,
    );
    expect(read(comparisonWith([sampleCell]))[0]).toMatchObject({
      STRUCTURE: 'dataflow',
      STRUCTURE_ID: 'COTEJO:homicide-rate(1.0.0)',
      ACTION: 'I',
      FREQ: 'A',
      REF_AREA: 'HND',
      TIME_PERIOD: '2014',
      OBS_VALUE: '68.6',
      OBS_STATUS: 'A',
      QUALIFIER: 'exact',
      LOCATOR: 'paragraph 13',
      STATUS: 'stated',
      RELEASE: '1.0.0',
    });
  });

  test('has every number with its hedge, and a status for what has no value', () => {
    fc.assert(
      fc.property(anyComparison, (comparison) => {
        const rows = read(comparison);
        const expected = downloadRows(comparison);
        expect(rows).toHaveLength(expected.length);
        for (const [i, row] of rows.entries()) {
          const { value, low, high, qualifier, gap, period } = expected[i]!;
          expect([row['OBS_VALUE'], row['LOW'], row['HIGH']].map(numberOf)).toEqual([value, low, high]);
          expect([row['QUALIFIER'], row['PERIOD']]).toEqual([qualifier ?? '', period]);
          if (gap || value === null) expect(['O', 'M', 'Q']).toContain(row['OBS_STATUS']);
          else expect(['A', 'E']).toContain(row['OBS_STATUS']);
        }
      }),
    );
  });

  test.each([
    ['2014', '2014'],
    ['FY2014', '2013-10-01/P1Y'],
    ['2014-10', '2014-10'],
    ['2018-10-19', '2018-10-19'],
    ['2014-10/2015-04', '2014-10-01/P212D'],
    ['annual@2015-11', ''],
    ['2008-01-01/..', ''],
  ])('writes the period %s as %s', (text, written) => {
    expect(timePeriod(parsePeriod(text)!)).toBe(written);
  });
});
