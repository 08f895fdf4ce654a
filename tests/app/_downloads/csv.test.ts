import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMN_NAMES } from '#app/_downloads/columns.ts';
import { csvRowOf, formatCsv, parseCsv } from '#app/_downloads/csv.ts';
import { formatLine, guard, parseLines, unguard } from '#app/_downloads/csv-text.ts';
import { downloadRows } from '#app/_downloads/row.ts';
import { anyComparison, basesKnown, basesShown, sampleCell, comparisonWith } from './comparison.ts';

const COLUMNS_OF_VERSION_1 =
  'Entity,Code,Year,indicator,measure,unit,counterpart,breakdown,definition,period,period_start,period_end,basis,value,low,high,low_inclusive,high_inclusive,qualifier,interval_kind,numerator,denominator,gap,coverage_members,coverage_weight,computed,source,edition,locator,attributed_to,printed,note,status,release';
const APPENDED = 'transform,rank_low,rank_high,rank_of,last_on_file';

describe('CSV', () => {
  test('the columns of version 1 stand in their order for ever', () => {
    expect(COLUMN_NAMES.join(',')).toBe(`${COLUMNS_OF_VERSION_1},${APPENDED}`);
  });

  test('a file from before columns were appended is read too, and so is one from after the next', () => {
    const [header = '', row = ''] = formatCsv(comparisonWith([sampleCell])).split('\n');
    const old = [COLUMNS_OF_VERSION_1, row.replace(/,{5}$/, '')].join('\n');
    expect(parseCsv(old)).toEqual(parseCsv([header, row].join('\n')));
    expect(parseCsv(`${header},more\n${row},x`)).toEqual(parseCsv([header, row].join('\n')));
    expect(() => parseCsv(old.replace(',release', ''))).toThrow('not the columns');
  });

  test('the file says what the comparison says', () => {
    expect(basesShown).toEqual(basesKnown);
    fc.assert(
      fc.property(anyComparison, (comparison) => {
        const rows = downloadRows(comparison).map((row) => csvRowOf(row, comparison.language));
        expect(parseCsv(formatCsv(comparison))).toEqual(rows);
      }),
    );
  });

  test('any table of texts comes back as it went in', () => {
    const line = fc.array(fc.string({ unit: 'binary' }), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.map(formatLine).join('');
        expect(parseLines(text)).toEqual(lines);
        expect(parseLines(lines.flatMap((cells) => formatLine(cells)).join(''))).toEqual(lines);
      }),
    );
  });

  test('lines that end in CRLF, or a last line without an end, are read too', () => {
    expect(parseLines('a,b\r\n"c\r\n",\r\n')).toEqual([
      ['a', 'b'],
      ['c\r\n', ''],
    ]);
    expect(parseLines('a,b\nc,')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
    expect(() => parseLines('"a')).toThrow('csv: Quote Not Closed');
    expect(() => parseLines('a"b')).toThrow('csv: Invalid Opening Quote');
  });

  test.each(['\ufeff=1', '\u200b+1', '\u00ad\u2060@a', "'\ufeff=1"])(
    'a formula after a mark that nobody sees is disarmed, and comes back: %j',
    (text) => {
      expect(guard(text)).toBe(`'${text}`);
      expect(unguard(guard(text))).toBe(text);
    },
  );

  test('a text that a spreadsheet would run as a formula is disarmed, and comes back', () => {
    for (const bad of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', "'=1"]) {
      expect(guard(bad)).toBe(`'${bad}`);
      expect(unguard(guard(bad))).toBe(bad);
    }
    expect(guard("'tis")).toBe("'tis");
    const line = formatCsv(comparisonWith([{ ...sampleCell, locator: '=cmd|x' }])).split('\n')[1];
    expect(line).toContain(",'=cmd|x,");
  });

  test('a negative number is a number, not a formula', () => {
    const stated = { qualifier: 'exact', value: -42, low: null, high: null } as const;
    expect(formatCsv(comparisonWith([{ ...sampleCell, stated }]))).toContain(',-42,');
  });

  test('more than 20,000 has a lower end, no upper end and no value', () => {
    const stated = { qualifier: 'more-than', value: null, low: 20000, high: null } as const;
    const [row] = parseCsv(formatCsv(comparisonWith([{ ...sampleCell, stated, lowInclusive: false }])));
    expect(row).toMatchObject({
      value: null,
      low: 20000,
      high: null,
      low_inclusive: false,
      qualifier: 'more-than',
    });
  });

  test('infinity never reaches a file', () => {
    const stated = { qualifier: 'at-least', value: null, low: 5, high: Infinity } as const;
    expect(formatCsv(comparisonWith([{ ...sampleCell, stated }]))).not.toMatch(/inf/i);
  });

  test('dates that say when a thing was said are left empty, and the period is filled', () => {
    const period = { basis: 'annual-level', start: '2015-11-01', end: '2015-11-30' } as const;
    const [row] = parseCsv(formatCsv(comparisonWith([{ ...sampleCell, period, basis: 'annual-level' }])));
    expect(row).toMatchObject({ period: 'annual@2015-11', period_start: null, period_end: null, Year: null });
  });

  test('the name of an area is in the language asked, its code is not', () => {
    const [row] = parseCsv(formatCsv(comparisonWith([{ ...sampleCell, area: 'MEX' }], 'es')));
    expect(row).toMatchObject({ Entity: 'México', Code: 'MEX', Year: 2014 });
  });
});
