import fc from 'fast-check';
import JSONstat from 'jsonstat-toolkit';
import { describe, expect, test } from 'vitest';
import { formatJsonStat } from '#app/_downloads/jsonstat/jsonstat.ts';
import { downloadRows, type DownloadRow } from '#app/_downloads/row.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { QUALIFIERS } from '#stats/uncertainty/hedge.ts';
import { anyComparison, comparisonWith, sampleCell } from './comparison.ts';

const read = (comparison: Comparison) => JSONstat(JSON.parse(formatJsonStat(comparison, '/data/x')));

/** The codes of a row in the cube, where it is the only one with them. */
const codesOf = (row: DownloadRow): Record<string, string> => ({
  area: row.Code,
  counterpart: row.counterpart,
  breakdown: row.breakdown,
  definition: row.definition,
  source: row.source,
  computed: row.computed ?? 'published',
  period: row.period,
});

const METRICS = ['value', 'low', 'high'] as const;

describe('JSON-stat, read by jsonstat-toolkit', () => {
  test('has every number with its hedge, and every gap with its reason', () => {
    fc.assert(
      fc.property(anyComparison, (whole) => {
        // Random cells share no codes: a cube of twelve would have millions of places.
        const comparison = { ...whole, cells: whole.cells.slice(0, 3) };
        const rows = downloadRows(comparison);
        fc.pre(rows.length > 0);
        const cube = read(comparison);
        expect(cube.class).toBe('dataset');
        const seen = new Map<string, number>();
        for (const row of rows) {
          const codes = codesOf(row);
          const key = JSON.stringify(codes);
          seen.set(key, (seen.get(key) ?? 0) + 1);
          const occurrence: Record<string, string> = cube.id.includes('occurrence')
            ? { occurrence: String(seen.get(key)) }
            : {};
          for (const number of METRICS) {
            const datum = cube.Data({ ...codes, ...occurrence, number });
            expect(datum.value).toBe(row[number]);
            const hedge = row.qualifier === 'exact' ? null : row.qualifier;
            if (row[number] !== null) expect(datum.status).toBe(hedge);
          }
          const { status } = cube.Data({ ...codes, ...occurrence, number: 'value' });
          if (row.gap) expect(status).toBe(row.gap.code);
        }
      }),
    );
  });

  test('a figure with one end never stands without its word', () => {
    for (const qualifier of QUALIFIERS.filter((word) => /than|least|most|nearly|over/.test(word))) {
      const stated = { qualifier, value: null, low: 20_000, high: null };
      const cube = read(comparisonWith([{ ...sampleCell, stated }]));
      const codes = codesOf(downloadRows(comparisonWith([sampleCell]))[0]!);
      expect(cube.Data({ ...codes, number: 'low' })).toMatchObject({ value: 20_000, status: qualifier });
      expect(cube.Data({ ...codes, number: 'value' })).toMatchObject({ value: null, status: qualifier });
    }
  });

  test('names its categories in the language of the file', () => {
    const cube = read(comparisonWith([{ ...sampleCell, area: 'MEX' }], 'es'));
    expect(cube.Dimension('area').Category('MEX').label).toBe('México');
    expect(cube.Dimension('number').id).toEqual([...METRICS]);
    expect(cube.Dimension('number').Category('value').unit).toEqual({
      label: 'per 100k population',
      decimals: 1,
    });
  });

  test('has the other columns of each row beside the cube', () => {
    const { extension } = JSON.parse(formatJsonStat(comparisonWith([sampleCell]), '/data/x')) as {
      extension: { observations: { position: number[]; columns: Record<string, { all: unknown }> } };
    };
    expect(extension.observations.position).toEqual([0]);
    expect(extension.observations.columns['locator']).toEqual({ all: 'paragraph 13' });
    expect(extension.observations.columns['release']).toEqual({ all: '1.0.0' });
  });
});
